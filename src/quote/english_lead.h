/* english_lead: the subject that an English sentence begins with, as far as it is told without
 * knowing verbs, and the name that stands beside a role.
 *
 * On a wet morning in May, Smith lifts a lid; the Danish drug maker Ostrup; a spokeswoman for the
 * airline, Mia Torres. Indexes are of tokens. */
#ifndef DIPTYCH_QUOTE_ENGLISH_LEAD_H
#define DIPTYCH_QUOTE_ENGLISH_LEAD_H

#include <stdbool.h>
#include <stddef.h>

#include "quote/english_tokens.h"

/* The phrase that the unit begins with, as far as it is told without knowing verbs: a pronoun, a
 * name, the minister. Its end; `*first` when there is none. */
size_t english_lead_find(const struct english_tokens *tokens, size_t *first);

/* her son, Nils, said: the end of the name that stands between commas behind the words [*first,
 * end) when they have none, which *first is moved to; else `end`. */
size_t english_lead_apposed(const struct english_tokens *tokens, size_t *first, size_t end);

/* What ", chief economist at" and ", the largest employer" tell behind the phrase that ends at
 * `end`, in bytes. */
enum speaker_class english_lead_apposed_class(const struct english_tokens *tokens, size_t end);

/* Chapter IV. The Quay; PART TWO; ACT 3: what numbers the parts of a text, and speaks to nobody. */
bool english_lead_is_chapter(const struct english_tokens *tokens);

#endif
