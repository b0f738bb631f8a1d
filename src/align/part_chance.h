/* part_chance: how likely it is that one text translates the other or a part of it, where that is in
 * doubt: of few sentences, or where most of a text has no counterpart.
 *
 * Chance has no order. What an alignment finds is held against what it finds of the same sentences
 * from the last to the first (turned_side.h): a translation loses nearly all of its evidence,
 * unrelated texts lose none. Of two reports of one event, whose words are the same, figures that the
 * other one has not and links that change places tell.
 *
 * A logistic regression on 1,400 pairs, with and without a dictionary: parts of translations of five
 * sentences and more (novels, news, manuals), parts of reports of one event, and of unrelated texts.
 * Left out by text, 506 of 615 parts are found at 0.9, and six of 784 others. */
#ifndef DIPTYCH_ALIGN_PART_CHANCE_H
#define DIPTYCH_ALIGN_PART_CHANCE_H

#include <stdbool.h>

#include "align/rendered.h"

/* Whether the chance could change anything, before the signs of the turned text are known: make a
 * part of what is none so far, or refute what is taken for a translation. */
bool part_chance_may_tell(const struct rendered_signs *signs, bool translated);

/* 0 to 1. Both have read the links of reports (rendered_read_links), or `signs` alone. */
double part_chance_find(const struct rendered_signs *signs, const struct rendered_signs *turned);

/* Whether the shorter text is a part of the other, so likely is it; of a few sentences that must be
 * likelier. */
bool part_chance_tells(const struct rendered_signs *signs, double chance);

/* Whether the few sentences of a text translate nothing. */
bool part_chance_refutes(const struct rendered_signs *signs, double chance);

#endif
