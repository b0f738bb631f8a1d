/* clue_terms: the terms among the clues of two texts. A part of clues.h, which says what terms are
 * and what they weigh. */
#ifndef DIPTYCH_ALIGN_CLUE_TERMS_H
#define DIPTYCH_ALIGN_CLUE_TERMS_H

#include <stdbool.h>
#include <stdint.h>

#include "align/bead.h"
#include "align/clue.h"

/* Sets terms, term_count, term_weight, term_sentences and the part of the sizes that terms have;
 * the corpus is built. */
void clue_terms_read(struct clues *clues);

/* Whether the term, a number of the corpus's tokens, is the name of a weekday. */
bool clue_terms_is_weekday(const struct clues *clues, uint32_t term);

/* Whether it only tells that somebody says something: announced, a spokesman. */
bool clue_terms_is_saying(const struct clues *clues, uint32_t term);

/* Appends the terms that two runs of sentences share. */
void clue_terms_between(struct clues *clues, const struct bead *bead, struct clue_list *list);

#endif
