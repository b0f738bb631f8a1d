/* word_root: what is left of an English stem without the endings that derive one word from another:
 * invasion and invad, Spanish and Spain, escalation and escalat share a root.
 *
 * A table of what no rule reaches (countries and their people first), then endings are cut as long
 * as WORD_ROOT_LEAST letters stay. For comparing, not for showing, and too weak to
 * serve as the stem: "universe" and "university" share one as well. */
#ifndef DIPTYCH_LANGUAGE_WORD_ROOT_H
#define DIPTYCH_LANGUAGE_WORD_ROOT_H

#include <stddef.h>

#define WORD_ROOT_LEAST 5

/* The root of a stem as english_stem returns it, `root` having room for ENGLISH_WORD_LIMIT + 2
 * bytes. Returns its length. */
size_t word_root(const char *stem, size_t length, char *root);

#endif
