/* figure_comparison: the figures of two aligned texts, paired, as the room and the batch command
 * ask.
 *
 * The pairs are those of figure/figures_pair.h, the passages that belong together those of the
 * alignment, as far as it is at least as likely as not that they do. Side 0 is the alignment's A, 1
 * its B; offsets are bytes of each text.
 * Ownership: figure_comparison_free. */
#ifndef DIPTYCH_QUERY_FIGURE_COMPARISON_H
#define DIPTYCH_QUERY_FIGURE_COMPARISON_H

#include <stdbool.h>
#include <stddef.h>

#include "align/alignment.h"
#include "figure/figures_pair.h"
#include "query/aligner.h"

/* Start with { 0 }. */
struct figure_comparison {
    struct figures figures[2];
    struct figure_pairs pairs;
    size_t *pair_of[2]; /* the first pair of each figure */
};

/* Takes the figures of both texts over and pairs them. */
void figure_comparison_make(struct figure_comparison *comparison, struct aligner_text texts[2],
                            const struct alignment *alignment);

/* The same, asking `go_on` (NULL: nobody) now and then; false when it has stopped it. */
bool figure_comparison_read(struct figure_comparison *comparison, struct aligner_text texts[2],
                            const struct alignment *alignment,
                            bool (*go_on)(void *data, double done), void *data);
void figure_comparison_free(struct figure_comparison *comparison); /* the contents */

/* The figure of that side, NULL when only the other one has it. */
const struct figure *figure_comparison_figure(const struct figure_comparison *comparison,
                                              const struct figure_pair *pair, int side);

/* The pair of the figure at `offset`, NULL when there stands none. */
const struct figure_pair *figure_comparison_at(const struct figure_comparison *comparison, int side,
                                               size_t offset);

/* The nearest figure behind (or before) `offset` that the two texts do not tell alike: that is
 * rounded or differs. What only one of them tells is no stop: reports are full of it. NULL when
 * there is none. */
const struct figure_pair *figure_comparison_step(const struct figure_comparison *comparison,
                                                 int side, size_t offset, bool forward);
bool figure_comparison_is_stop(const struct figure_pair *pair);

/* How many stops there are on that side, and which one the pair is, from 1. */
size_t figure_comparison_stops(const struct figure_comparison *comparison, int side,
                               const struct figure_pair *pair, size_t *number);

/* Appends what a figure is to a reader: percentages as numbers (37.6 %), else its words. */
void figure_comparison_add_words(const struct document *document, const struct figure *figure,
                                 struct buffer *out);

/* Appends the value as it is compared: a time ago that stands for a date as the date it means. */
void figure_comparison_add_value(const struct figure *figure, const struct figure *other,
                                 struct buffer *out);

/* Appends what a reader ought to know of the pair: cut, hedges, at least (figure_compare.h). */
void figure_comparison_add_remark(const struct figure_comparison *comparison,
                                  const struct figure_pair *pair, struct buffer *out);

/* The same for a reader, in brackets behind a blank, each word in the reader's language; nothing where
 * there is nothing to know. */
void figure_comparison_say_remark(const struct figure_comparison *comparison,
                                  const struct figure_pair *pair, struct buffer *out);

/* Appends "agree", "rounded", "differ"; "only here", "only there" as seen from that side; and the
 * remark in brackets. */
void figure_comparison_add_status(const struct figure_comparison *comparison,
                                  const struct figure_pair *pair, int side, struct buffer *out);

#endif
