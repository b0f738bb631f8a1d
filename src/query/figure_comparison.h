/* comparison: the figures of two aligned texts, paired, as the room and the batch command ask.
 *
 * The pairs are those of figure/figures_pair.h, the passages that belong together those of the
 * alignment, as far as it is at least as likely as not that they do. Side 0 is the alignment's A, 1
 * its B; offsets are bytes of each text.
 * Ownership: comparison_free. */
#ifndef DIPTYCH_QUERY_FIGURE_COMPARISON_H
#define DIPTYCH_QUERY_FIGURE_COMPARISON_H

#include <stdbool.h>
#include <stddef.h>

#include "align/alignment.h"
#include "figure/figures_pair.h"
#include "query/aligner.h"

#define COMPARISON_NONE PAIR_NONE

/* Start with { 0 }. */
struct comparison {
    struct figures figures[2];
    struct figure_pairs pairs;
    size_t *pair_of[2]; /* the first pair of each figure */
};

/* Takes the figures of both texts over and pairs them. */
void comparison_make(struct comparison *comparison, struct pairing_text texts[2],
                     const struct alignment *alignment);
void comparison_free(struct comparison *comparison); /* the contents */

/* The figure of that side, NULL when only the other one has it. */
const struct figure *comparison_figure(const struct comparison *comparison,
                                       const struct figure_pair *pair, int side);

/* The pair of the figure at `offset`, NULL when there stands none. */
const struct figure_pair *comparison_at(const struct comparison *comparison, int side,
                                        size_t offset);

/* The nearest figure behind (or before) `offset` that the two texts do not tell alike: that is
 * rounded or differs. What only one of them tells is no stop: reports are full of it. NULL when
 * there is none. */
const struct figure_pair *comparison_step(const struct comparison *comparison, int side,
                                          size_t offset, bool forward);
bool comparison_is_stop(const struct figure_pair *pair);

/* How many stops there are on that side, and which one the pair is, from 1. */
size_t comparison_stops(const struct comparison *comparison, int side,
                        const struct figure_pair *pair, size_t *number);

/* Appends what a figure is to a reader: percentages as numbers (37.6 %), else its words. */
void comparison_add_words(const struct document *document, const struct figure *figure,
                          struct buffer *out);

/* Appends the value as it is compared: a time ago that stands for a date as the date it means. */
void comparison_add_value(const struct figure *figure, const struct figure *other,
                          struct buffer *out);

/* Appends what a reader ought to know of the pair: cut, hedges, at least (figure_compare.h). */
void comparison_add_remark(const struct comparison *comparison, const struct figure_pair *pair,
                           struct buffer *out);

/* Appends "agree", "rounded", "differ"; "only here", "only there" as seen from that side; and the
 * remark in brackets. */
void comparison_add_status(const struct comparison *comparison, const struct figure_pair *pair,
                           int side, struct buffer *out);

#endif
