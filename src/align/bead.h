/* bead: sentences of the source that stand for sentences of the target (Gale and Church's term).
 *
 * A bead holds a run of sentences on each side; one side may be empty (a gap). Types are the sizes
 * that beads may have; what is rarer than those does not pay for the time it takes. Sentence
 * numbers count from 0. Nothing is allocated. */
#ifndef DIPTYCH_ALIGN_BEAD_H
#define DIPTYCH_ALIGN_BEAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define BEAD_SOURCE_MOST 4
#define BEAD_TARGET_MOST 7
#define BEAD_TYPES 21
#define BEAD_TYPES_PLAIN 6

struct bead_type {
    uint8_t source; /* sentences */
    uint8_t target;
};

#define BEAD_TYPE_TARGET_GAP 0 /* their numbers */
#define BEAD_TYPE_SOURCE_GAP 1

/* The types, gaps first. */
extern const struct bead_type bead_types[BEAD_TYPES];

/* The numbers of those that the first pass tries: 0-1 1-0 1-1 1-2 1-3 2-1. */
extern const uint8_t bead_types_plain[BEAD_TYPES_PLAIN];

struct bead {
    uint32_t source; /* the first sentence */
    uint32_t target;
    uint32_t source_count;
    uint32_t target_count;
    float confidence; /* 0 to 1 */
};

/* Start with { 0 }; free(items). */
struct beads {
    struct bead *items;
    size_t count;
    size_t capacity;
};

/* Sentences from one to the other. */
static inline uint32_t bead_distance(uint32_t one, uint32_t other)
{
    return one > other ? one - other : other - one;
}

static inline bool bead_type_is_gap(struct bead_type type)
{
    return type.source == 0 || type.target == 0;
}

#endif
