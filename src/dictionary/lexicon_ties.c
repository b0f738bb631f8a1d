#include "dictionary/lexicon_ties.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "text/utf8.h"

#define CODES 0x110000 /* there are in Unicode */

/* One character of one rendering, 0 for all of them. */
struct bond {
    uint32_t code;
    float weight;
};

size_t lexicon_ties_characters(const char *word, size_t length, uint32_t codes[LEXICON_TIE_WORD])
{
    size_t count = 0;
    for (size_t at = 0; at < length;) {
        uint32_t code;
        at += utf8_decode(word + at, length - at, &code);
        if (count == LEXICON_TIE_WORD)
            return 0;
        codes[count++] = code;
    }
    return count;
}

static int compare_codes(const void *a, const void *b)
{
    const struct bond *one = a, *other = b;
    return one->code < other->code ? -1 : one->code > other->code;
}

/* Goes through what is tied to each stem, in the order of words: counts it (`bonds` NULL) or puts it where
 * its stem's begin, which then is where they end. */
static void list_bonds(struct bond *bonds, uint32_t *ends, const struct string_ids *words,
                       const uint32_t *starts, const struct lexicon_pair *pairs)
{
    for (uint32_t word = 0; word < words->count; word++) {
        uint32_t codes[1 + LEXICON_TIE_WORD] = { 0 }; /* first that of the total */
        size_t count = lexicon_ties_characters(string_ids_text(words, word),
                                               string_ids_length(words, word), codes + 1);
        for (size_t i = starts[word]; i < starts[word + 1] && count > 0; i++) {
            const struct lexicon_pair *pair = &pairs[i];
            for (size_t k = 0; k <= count && pair->weight >= LEXICON_TIE_LEAST; k++) {
                uint32_t at = ends[pair->stem]++;
                if (bonds != NULL)
                    bonds[at] = (struct bond){ codes[k], pair->weight };
            }
        }
    }
}

/* Bonds of one stem with one character become one. */
static void sum_bonds(struct lexicon_ties *ties, struct bond *bonds, const uint32_t *ends,
                      size_t stems)
{
    size_t at = 0;
    ties->starts = xcalloc(stems + 1, sizeof *ties->starts);
    for (size_t stem = 0; stem < stems; stem++) {
        size_t first = ties->count;
        if (ends[stem] > at + 1)
            qsort(bonds + at, ends[stem] - at, sizeof *bonds, compare_codes);
        for (; at < ends[stem]; at++) {
            if (ties->count == first || ties->items[ties->count - 1].code != bonds[at].code)
                VECTOR_PUSH(ties, (struct lexicon_tie){ bonds[at].code, 0 });
            ties->items[ties->count - 1].weight += bonds[at].weight;
        }
        ties->starts[stem + 1] = (uint32_t)ties->count;
    }
}

static void count_characters(struct lexicon_ties *ties, const struct string_ids *words)
{
    uint32_t *counts = xcalloc(CODES, sizeof *counts), codes[LEXICON_TIE_WORD];
    size_t different = 0;
    for (uint32_t word = 0; word < words->count; word++) {
        size_t length = lexicon_ties_characters(string_ids_text(words, word),
                                                string_ids_length(words, word), codes);
        for (size_t k = 0; k < length; k++)
            different += counts[codes[k]]++ == 0;
    }
    ties->han = xreallocarray(NULL, different + 1, sizeof *ties->han);
    for (uint32_t code = 0; code < CODES; code++) {
        if (counts[code] > 0)
            ties->han[ties->han_count++] = (struct lexicon_han){ code, counts[code] };
    }
    free(counts);
}

void lexicon_ties_build(struct lexicon_ties *ties, const struct string_ids *words, size_t stems,
                        const uint32_t *starts, const struct lexicon_pair *pairs)
{
    uint32_t *ends = xcalloc(stems + 1, sizeof *ends), all = 0;
    list_bonds(NULL, ends, words, starts, pairs);
    for (size_t stem = 0; stem < stems; stem++) {
        uint32_t count = ends[stem];
        ends[stem] = all;
        all += count;
    }
    struct bond *bonds = xreallocarray(NULL, all + (size_t)1, sizeof *bonds);
    list_bonds(bonds, ends, words, starts, pairs);
    sum_bonds(ties, bonds, ends, stems);
    count_characters(ties, words);
    free(bonds);
    free(ends);
}

void lexicon_ties_free(struct lexicon_ties *ties)
{
    free(ties->starts);
    free(ties->items);
    free(ties->han);
}
