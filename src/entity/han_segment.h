/* han_segment: where words begin and end in Han around a name.
 *
 * 表格力求清楚 has 表格 and 力求 in it and not 格力. The characters around a name are cut into words in
 * the cheapest way twice: as they come, and with the name as a word of its own. Known words
 * (dictionary/core_words.h), numbers and surnames with given names are cheap, single
 * characters dear unless they are such as stand alone (particles) or behind a word (团, 站). Where the
 * first is clearly cheaper and goes through the name's beginning or end, the name is none.
 *
 * Ownership: han_segment_free. Threads may share one. */
#ifndef DIPTYCH_ENTITY_HAN_SEGMENT_H
#define DIPTYCH_ENTITY_HAN_SEGMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "entity/surroundings.h"

struct han_segment;

struct han_segment *han_segment_new(void);
void han_segment_free(struct han_segment *segment);

/* Whether words go through where the name of Han begins or ends. */
bool han_segment_cuts(struct han_segment *segment, const struct surroundings *name);

/* Whether a known word of several characters begins at the place. */
bool han_segment_knows(struct han_segment *segment, const struct surroundings *name, size_t place);

/* Whether a word may begin there: a known one, a particle, or what is no Han. */
bool han_segment_begins(struct han_segment *segment, const struct surroundings *name, size_t place);

#endif
