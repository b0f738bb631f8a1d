/* han_frames: the statements of a Chinese unit.
 *
 * X表示，……; X称……; “……”，X说; 据X介绍，……; 据报道，…… (nobody named); 在X看来，……; 告诉Y，……;
 * X呼吁Y……; and at the unit's beginning the dateline of an agency is passed over. Linear in the
 * unit. */
#ifndef DIPTYCH_QUOTE_HAN_FRAMES_H
#define DIPTYCH_QUOTE_HAN_FRAMES_H

#include "quote/quote_unit.h"

/* Appends the statements, in order, not yet settled (quote_unit_settle). */
void han_frames_find(const struct quote_unit *unit, struct statements *out);

#endif
