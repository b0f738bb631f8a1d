/* learned_names: the names of speakers that a text itself shows to be names.
 *
 * Chinese has no capitals: that 宝玉 is somebody is known from “……”宝玉说 alone, and from
 * 外长阿博特. What a first reading finds as such a speaker is a name wherever it stands in a second
 * one, so that 宝玉听了，只得笑道 has a subject. Ownership: learned_names_free. */
#ifndef DIPTYCH_QUOTE_LEARNED_NAMES_H
#define DIPTYCH_QUOTE_LEARNED_NAMES_H

#include <stddef.h>

#include "quote/quotations.h"

/* Start with { 0 }. */
struct learned_names {
    struct speaker_name *items; /* sorted; those that were known, and the learned ones */
    size_t count;
    size_t capacity;
};

/* Fills `learned` from the statements found in `text`; empty where nothing is learned. Linear in
 * the text. */
void learned_names_find(const char *text, size_t length, const struct quotations *found,
                        const struct speaker_name *names, size_t name_count,
                        struct learned_names *learned);
void learned_names_free(struct learned_names *learned);

#endif
