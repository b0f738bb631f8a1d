/* english_subject: who stands before an English verb of saying, and how the verb stands.
 *
 * Looks left from the cue over auxiliaries, adverbs, "on Tuesday", brackets, "who ..." and
 * appositions (, 52, of Leeds,) to the noun phrase at the beginning of the clause; looks no further
 * than a few dozen tokens. Indexes are of tokens. */
#ifndef DIPTYCH_QUOTE_ENGLISH_SUBJECT_H
#define DIPTYCH_QUOTE_ENGLISH_SUBJECT_H

#include <stdbool.h>
#include <stddef.h>

#include "quote/english_tokens.h"

struct english_subject {
    enum statement_source source;
    struct span words; /* of the phrase, bytes */
    size_t clause;     /* token that its clause begins with */
    bool personal;     /* a name, a role, a pronoun, a paper */
    bool finder;       /* who finds and shows: people, papers */
    bool narrator;     /* I, we, you */
    bool passive;
    bool denied; /* did not say, could say, to say */
};

/* False when the cue is no verb with a subject (a noun, a participle). */
bool english_subject_find(const struct english_tokens *tokens, size_t cue,
                          struct english_subject *subject);

/* Fills in what the phrase [first, end) is: words, personal, finder, narrator. */
void english_subject_judge(const struct english_tokens *tokens, size_t first, size_t end,
                           struct english_subject *subject);

/* Past joins, adverbs and times that a clause begins with: "But on Tuesday". */
size_t english_subject_skip(const struct english_tokens *tokens, size_t first, size_t end);

#endif
