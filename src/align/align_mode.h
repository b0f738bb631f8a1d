/* align_mode: whether two texts are taken as a text and its translation (parallel.h) or as
 * independent reports (comparable.h).
 *
 * What is asked for holds. Else the texts decide: they are aligned as if they were parallel, and
 * the confidence of the passages that this makes of them tells whether they are. It is calibrated:
 * the share of the sentences that are likely right is above 0.8 for translations with a dictionary,
 * with and without omissions, and about one half and less for anything else: the less the longer
 * the texts are, since a wrong path through a long text finds nothing to hold on to. So
 *
 *     fit = sum of confidence over sentences in beads / (sentences in beads + half of the others),
 *     parallel when fit >= 0.33 + 17 / sentences, at most 0.8, and a quarter of them are in beads.
 *
 * and evidence bears it out (rendered.h). Beads that are nearly all told and of one sentence each
 * are enough by themselves. Where beads hold thirty sentences and more, what only one text has
 * before all of them and behind them does not count: the one may be a part of the other.
 *
 * What misses that is parallel still when the links of comparable.h that say the same, which are
 * few between reports, are three for every ten sentences of the shorter text, and all links are
 * four at least and in order, and only one of the texts has much that the other has not: a
 * translation in which much is left out.
 *
 * What is no translation by all this is one, too, where its order tells that it is a part of the
 * other text, and a few sentences are none where it tells the contrary (part_chance.h).
 *
 * Long translations of which no word is known (no dictionary, no names, no figures) fall below it
 * now and then; then nothing is linked, rather than everything at random. The numbers are from the
 * bundled articles and six chapters of novels, all paired with all. */
#ifndef DIPTYCH_ALIGN_ALIGN_MODE_H
#define DIPTYCH_ALIGN_ALIGN_MODE_H

#include <stdbool.h>

#include "align/alignment.h"
#include "align/parallel.h"
#include "base/buffer.h"
#include "base/error.h"

/* Fills `alignment` (empty before) as task->mode asks. False with a sentence as parallel_align and
 * comparable_align do. */
bool align_mode_align(const struct parallel_task *task, struct alignment *alignment,
                      struct error *error);

/* How likely two texts that were aligned as parallel are, 0 to 1. */
double align_mode_fit(const struct alignment *alignment);

/* Which of the two an alignment came out as; never ALIGN_AUTO. Without any link it is
 * ALIGN_COMPARABLE. */
enum align_mode align_mode_of(const struct alignment *alignment);

/* The mode called "auto", "parallel" or "comparable"; false when there is none of that name. */
bool align_mode_parse(const char *name, enum align_mode *mode);

/* Whether a dictionary would help that there is none of: one text is Chinese and the other is not. */
bool align_mode_is_bare(const struct parallel_task *task);

/* Appends a sentence that says which it is and why, and that a dictionary is missing where it is
 * `bare`, for a reader: `asked` is the task's mode. */
void align_mode_explain(enum align_mode asked, const struct alignment *alignment, bool bare,
                        struct buffer *out);

#endif
