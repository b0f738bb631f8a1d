/* lexicon_ties: which characters the Chinese words that a stem renders are written with.
 *
 * 辞任 is in no dictionary, but speaks for "resign" as 辞职 does, which is. For each stem: the sum
 * of the weights (lexicon_build.h) of the words with a character, LEXICON_TIE_LEAST each at least,
 * and before them the sum over all of those words; for each character: how many words have it.
 * Ownership: lexicon_ties_free. */
#ifndef DIPTYCH_DICTIONARY_LEXICON_TIES_H
#define DIPTYCH_DICTIONARY_LEXICON_TIES_H

#include <stddef.h>
#include <stdint.h>

#include "base/string_ids.h"
#include "dictionary/lexicon_file.h"

#define LEXICON_TIE_WORD 4      /* characters of the longest word whose characters count */
#define LEXICON_TIE_LEAST 0.25F /* weight of a rendering that counts */

/* Start with { 0 }. */
struct lexicon_ties {
    uint32_t *starts; /* by stem, one more than there are */
    struct lexicon_tie *items;
    size_t count;
    size_t capacity;
    struct lexicon_han *han; /* sorted by code */
    size_t han_count;
};

/* From the pairs of each word: those of word n are pairs[starts[n]] to pairs[starts[n + 1]]. */
void lexicon_ties_build(struct lexicon_ties *ties, const struct string_ids *words, size_t stems,
                        const uint32_t *starts, const struct lexicon_pair *pairs);
void lexicon_ties_free(struct lexicon_ties *ties);

/* The characters of a word, in `codes`; how many, 0 when it has more than LEXICON_TIE_WORD. */
size_t lexicon_ties_characters(const char *word, size_t length, uint32_t codes[LEXICON_TIE_WORD]);

#endif
