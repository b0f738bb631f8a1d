/* english_complement: what stands behind an English verb of saying: the words that are said.
 *
 * Passes over the addressee, time and place (told reporters in London on Tuesday that ...).
 * Indexes are of tokens; looks no further than a few dozen. */
#ifndef DIPTYCH_QUOTE_ENGLISH_COMPLEMENT_H
#define DIPTYCH_QUOTE_ENGLISH_COMPLEMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "quote/english_tokens.h"

enum english_complement {
    COMPLEMENT_NONE,
    COMPLEMENT_QUOTE,  /* the quotation at `first` */
    COMPLEMENT_CLAUSE, /* from `first` to the end of the unit */
    COMPLEMENT_ENDS    /* nothing: a stop, or a comma; `first` is it */
};

enum english_complement english_complement_find(const struct english_tokens *tokens, size_t cue,
                                                size_t *first);

/* Whether the particle that the verb needs stands behind it: went ON. True for other verbs. */
bool english_complement_has_particle(const struct english_tokens *tokens, size_t cue);

/* Past adverbs, times and "in a statement" at `at`. */
size_t english_complement_skip(const struct english_tokens *tokens, size_t at);

/* Whether a clause of its own begins at `at`: it has a verb near. */
bool english_complement_is_clause(const struct english_tokens *tokens, size_t at);

/* Whether the cue at `cue` only keeps a name out of it: asked not to be named. */
bool english_complement_is_anonymous(const struct english_tokens *tokens, size_t cue);

#endif
