/* probe: a quote with its context, ready to be looked for in a text; and the places it was found
 * at.
 *
 * Positions are those of anchor_text, folded code points. Ownership: probe_free; the code points
 * are borrowed until then. */
#ifndef DIPTYCH_NOTES_PROBE_H
#define DIPTYCH_NOTES_PROBE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "notes/anchor_text.h"
#include "notes/approximate.h"

struct points {
    const uint32_t *items;
    size_t count;
};

struct probe {
    struct anchor_text *text;
    struct points quote;
    struct points prefix;
    struct points suffix;
    size_t expected;             /* where the quote stood */
    struct approximate *forward; /* of the quote; made when needed, as are the others */
    struct approximate *backward;
    struct approximate *before; /* of prefix and suffix */
    struct approximate *after;
};

struct find_place {
    size_t start;
    size_t end;
    double words;   /* likeness of the quote, 0 to 1 */
    double context; /* of prefix and suffix; 1 when there are none */
    double weaker;  /* of the two the one that is less like; 1 when there are none */
    double score;   /* of all, with a little for being near where it was */
    bool torn;      /* the quote's two ends, with something else between them */
};

#define PROBE_PLACES 16

/* The best places, which do not overlap, the best first. */
struct find_places {
    struct find_place items[PROBE_PLACES];
    size_t count;
    bool many; /* there were more of the quote than could be judged */
};

void probe_free(struct probe *probe);

/* Adds a place, unless one that overlaps it is as good. */
void places_add(struct find_places *places, const struct find_place *place);

/* Adds all places where the quote stands as it is. */
void probe_exact(struct probe *probe, struct find_places *places);

/* Adds the likeliest places where something like the quote stands. */
void probe_fuzzy(struct probe *probe, struct find_places *places);

#endif
