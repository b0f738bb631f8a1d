/* character_ties: what the characters of a Chinese sentence have to do with English words, whether
 * or not a dictionary has the words they make up there: 辞任 with "resign", which renders 辞职.
 *
 *   tie A(t, c)   of a token and a character: the share of the words that the token renders which
 *                 are written with it (lexicon_ties.h), times how rare the character is:
 *                 ln(V / words with c) / ln(V / 30), at most 1, of V words
 *
 * Ties are looked up for one source sentence at a time: between character_ties_mark and
 * character_ties_clear. Ownership: character_ties_free; the corpus is borrowed. */
#ifndef DIPTYCH_ALIGN_CHARACTER_TIES_H
#define DIPTYCH_ALIGN_CHARACTER_TIES_H

#include "align/sentence_model.h"

struct character_ties {
    struct string_ids characters; /* of the source */
    struct rows sentences;        /* source: characters, each once */
    struct rows tokens;           /* target: characters, their ties */
    float *rare;                  /* by character, 0 to 1 */
    uint32_t *having;             /* by character: how many sentences */
    float *strongest;             /* by character: scratch; below 0 when the sentence has it not */
};

/* The characters of each sentence of a text, each once, by number. */
void character_ties_read(struct string_ids *characters, const struct side *side,
                         struct rows *sentences);

/* How rare one of them is. */
float character_ties_rare(const struct lexicon *lexicon, const struct string_ids *characters,
                          uint32_t character);

void character_ties_build(struct character_ties *ties, const struct corpus *corpus);
void character_ties_free(struct character_ties *ties);

void character_ties_mark(struct character_ties *ties, size_t sentence);
void character_ties_clear(struct character_ties *ties, size_t sentence);

/* The sum of a token's ties with the characters marked, at most 1. Those characters remember the
 * strongest of their ties, times `worth`. */
float character_ties_token(struct character_ties *ties, uint32_t token, float worth);

#endif
