/* linking_rule: linking two Chinese reports by fixed limits; there are too few of such pairs to
 * learn weights from.
 *
 * What it takes to be linked, beside being each other's best and clearly ahead of the rest:
 *   - a figure that tells something, or a rare name and a word, or three rare names; or three
 *     words and a high score; or nearly the same words; or, of two headings, three things of any
 *     kind;
 *   - or else, within two sentences of a link on both sides, a lower score, and a figure that
 *     tells something, or three things, a word among them and one of them strong.
 * A link grows by the sentence before or behind it, of one side alone, when that one's best is in
 * the link and it adds strong clues that the link has not yet; LINKS_RUN sentences at most. The
 * score of a link is a logistic of that of its passages, set by eye. */
#ifndef DIPTYCH_ALIGN_LINKING_RULE_H
#define DIPTYCH_ALIGN_LINKING_RULE_H

#include <stdbool.h>

#include "align/links.h"

void linking_rule_find(struct links *links);

/* Grows the links there are, and leaves their scores. */
void linking_rule_grow(struct links *links);

/* Whether two sentences convince by themselves. */
bool linking_rule_convinces(struct links *links, const struct candidate *pair);

#endif
