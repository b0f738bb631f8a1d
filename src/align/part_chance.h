/* part_chance: how likely it is that one text translates the other or a part of it, where that is in
 * doubt: of few sentences, or where most of a text has no counterpart.
 *
 * Chance has no order. What an alignment finds is held against what it finds of the same sentences
 * from the last to the first (turned_side.h): a translation loses nearly all of its evidence,
 * unrelated texts lose none. Of two reports of one event, whose words are the same, figures that the
 * other one has not and links that change places tell.
 *
 * A logistic regression on some 9,000 pairs, with and without a dictionary, which
 * tests/align/learn_parts.c learns of what is bundled: parts of translations down to three
 * sentences, and every third and fourth sentence of them; the same of reports of one event, and of
 * unrelated texts. What has no evidence to speak of is asked nothing. Left out by text, 2,559 of
 * 2,689 parts are found at 0.8, and 11 of 6,486 others. */
#ifndef DIPTYCH_ALIGN_PART_CHANCE_H
#define DIPTYCH_ALIGN_PART_CHANCE_H

#include <stdbool.h>

#include "align/rendered.h"

#define PART_CHANCE_FACTS 8
#define PART_CHANCE_LEAST 3 /* sentences of a part */

/* Whether there is evidence enough to ask the order of it: a few sentences fit somewhere by their
 * lengths alone. */
bool part_chance_has_evidence(const struct rendered_signs *signs);

/* Whether the chance could change anything, before the signs of the turned text are known: make a
 * part of what is none so far, or refute what is taken for a translation. */
bool part_chance_may_tell(const struct rendered_signs *signs, bool translated);

/* 0 to 1, of what is taken for a translation so far or is not. Both have read the links of reports
 * (rendered_read_links), or `signs` alone. */
double part_chance_find(const struct rendered_signs *signs, const struct rendered_signs *turned,
                        bool translated);

/* What the chance is made of, as its weights are learned. */
void part_chance_facts(const struct rendered_signs *signs, const struct rendered_signs *turned,
                       double facts[PART_CHANCE_FACTS]);

/* Whether the shorter text is a part of the other, so likely is it. */
bool part_chance_tells(const struct rendered_signs *signs, double chance);

/* Whether the few sentences of a text translate nothing. */
bool part_chance_refutes(const struct rendered_signs *signs, double chance);

#endif
