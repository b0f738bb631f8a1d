/* position_remap: where a place of a text is after somebody has changed the text.
 *
 * What both texts begin with and end with keeps its places. In the changed middle the words
 * around the place are looked for: those right behind it, then those right before it, then ever
 * farther away on both sides; the occurrence nearest to where the place would stand by
 * proportion wins. A place whose own words are gone goes to the edge of those that are left;
 * where all are gone it stays by proportion.
 * Positions are bytes; what comes out is the start of a code point, at most the length.
 *
 * Nothing is allocated; both texts are borrowed. */
#ifndef DIPTYCH_QUERY_POSITION_REMAP_H
#define DIPTYCH_QUERY_POSITION_REMAP_H

#include <stddef.h>

struct remap {
    const char *old;
    size_t old_length;
    const char *new;
    size_t new_length;
    size_t prefix; /* bytes both begin with, whole code points */
    size_t suffix; /* bytes both end with, not overlapping the prefix */
};

struct remap position_remap_between(const char *old, size_t old_length, const char *new,
                                    size_t new_length);

/* The place in the new text of `offset` in the old one. O(1) outside the changed middle; inside
 * at most a few dozen searches through REMAP_WINDOW bytes. */
size_t position_remap_offset(const struct remap *remap, size_t offset);

/* How far from the expected place words are looked for, each way. */
#define REMAP_WINDOW ((size_t)512 << 10)

#endif
