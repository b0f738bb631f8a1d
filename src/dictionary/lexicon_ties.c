#include "dictionary/lexicon_ties.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "text/utf8.h"

/* One character of one rendering. */
struct bond {
    uint32_t stem;
    uint32_t code;
    float weight;
};

struct bonds {
    struct bond *items;
    size_t count;
    size_t capacity;
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

static int compare_bonds(const void *a, const void *b)
{
    const struct bond *one = a, *other = b;
    if (one->stem != other->stem)
        return one->stem < other->stem ? -1 : 1;
    return one->code < other->code ? -1 : one->code > other->code;
}

static int compare_codes(const void *a, const void *b)
{
    const struct lexicon_han *one = a, *other = b;
    return one->code < other->code ? -1 : one->code > other->code;
}

static void list_bonds(struct bonds *bonds, const struct string_ids *words, const uint32_t *starts,
                       const struct lexicon_pair *pairs)
{
    for (uint32_t word = 0; word < words->count; word++) {
        uint32_t codes[LEXICON_TIE_WORD];
        size_t count = lexicon_ties_characters(string_ids_text(words, word),
                                               string_ids_length(words, word), codes);
        for (size_t i = starts[word]; i < starts[word + 1] && count > 0; i++) {
            if (pairs[i].weight < LEXICON_TIE_LEAST)
                continue;
            VECTOR_PUSH(bonds, (struct bond){ pairs[i].stem, 0, pairs[i].weight });
            for (size_t k = 0; k < count; k++)
                VECTOR_PUSH(bonds, (struct bond){ pairs[i].stem, codes[k], pairs[i].weight });
        }
    }
}

/* Bonds of one stem with one character become one. */
static void sum_bonds(struct lexicon_ties *ties, const struct bonds *bonds, size_t stems)
{
    size_t at = 0;
    ties->starts = xcalloc(stems + 1, sizeof *ties->starts);
    for (size_t stem = 0; stem < stems; stem++) {
        size_t first = ties->count;
        for (; at < bonds->count && bonds->items[at].stem == stem; at++) {
            const struct bond *bond = &bonds->items[at];
            if (ties->count == first || ties->items[ties->count - 1].code != bond->code)
                VECTOR_PUSH(ties, (struct lexicon_tie){ bond->code, 0 });
            ties->items[ties->count - 1].weight += bond->weight;
        }
        ties->starts[stem + 1] = (uint32_t)ties->count;
    }
}

static void count_characters(struct lexicon_ties *ties, const struct string_ids *words)
{
    size_t count = 0;
    uint32_t codes[LEXICON_TIE_WORD];
    ties->han = xreallocarray(NULL, words->count * LEXICON_TIE_WORD + 1, sizeof *ties->han);
    for (uint32_t word = 0; word < words->count; word++) {
        size_t length = lexicon_ties_characters(string_ids_text(words, word),
                                                string_ids_length(words, word), codes);
        for (size_t k = 0; k < length; k++)
            ties->han[count++] = (struct lexicon_han){ codes[k], 1 };
    }
    if (count > 1)
        qsort(ties->han, count, sizeof *ties->han, compare_codes);
    for (size_t i = 0; i < count; i++) {
        if (ties->han_count > 0 && ties->han[ties->han_count - 1].code == ties->han[i].code)
            ties->han[ties->han_count - 1].words++;
        else
            ties->han[ties->han_count++] = ties->han[i];
    }
}

void lexicon_ties_build(struct lexicon_ties *ties, const struct string_ids *words, size_t stems,
                        const uint32_t *starts, const struct lexicon_pair *pairs)
{
    struct bonds bonds = { 0 };
    list_bonds(&bonds, words, starts, pairs);
    if (bonds.count > 1)
        qsort(bonds.items, bonds.count, sizeof *bonds.items, compare_bonds);
    sum_bonds(ties, &bonds, stems);
    count_characters(ties, words);
    free(bonds.items);
}

void lexicon_ties_free(struct lexicon_ties *ties)
{
    free(ties->starts);
    free(ties->items);
    free(ties->han);
}
