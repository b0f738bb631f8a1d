/* linking_rule: linking by fixed limits, beside what is learned (linking_chance.h).
 *
 * Two sentences convince that are each other's best, clearly ahead of the rest, and have in common
 *   - a figure that tells something, or a rare name and a word, or three rare names; or three
 *     words and a high score; or nearly the same words; or, of two headings, three things of any
 *     kind.
 * A link grows by the sentence before or behind it, of one side alone, when that one's best is in
 * the link and it adds strong clues that the link has not yet; LINKS_RUN sentences at most. */
#ifndef DIPTYCH_ALIGN_LINKING_RULE_H
#define DIPTYCH_ALIGN_LINKING_RULE_H

#include <stdbool.h>

#include "align/links.h"

/* Grows the links there are, and leaves their scores. */
void linking_rule_grow(struct links *links);

/* Whether two sentences convince by themselves. */
bool linking_rule_convinces(struct links *links, const struct candidate *pair);

#endif
