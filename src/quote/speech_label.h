/* speech_label: the name before a colon at the beginning of a paragraph, whose words follow.
 *
 * MR. MA: ...; Reporter: ...; 记者：……; in a headline also bodies and papers: 工信部：……, Police:
 * .... "Author: A. Smith", "Note: ..." and 来源：央视网 are none: who is named must be one who can
 * speak, and what follows long enough to be said. */
#ifndef DIPTYCH_QUOTE_SPEECH_LABEL_H
#define DIPTYCH_QUOTE_SPEECH_LABEL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"
#include "quote/quote_unit.h"

struct speech_label {
    struct span name;
    size_t behind; /* the place behind the colon */
    bool person;   /* who takes turns in an interview; else of a headline alone */
    bool titled;   /* MR. MA */
    bool certain;  /* by a title or a person's known name */
};

/* The words before the first colon of the unit, which are few and without a comma, or the letter of Q. and
 * A.; false when there are none. Whether they are somebody's is not read. */
bool speech_label_split(const struct quote_unit *unit, struct speech_label *label);

/* Reads the label at the beginning of the unit, which is a block; false when there is none. Reads
 * some dozen bytes where there is none. */
bool speech_label_read(const struct quote_unit *unit, struct speech_label *label);

#endif
