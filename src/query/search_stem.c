#include "query/search_stem.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/xalloc.h"
#include "text/ascii.h"

struct remembered {
    char word[ENGLISH_WORD_LIMIT + 1];
    char stem[SEARCH_STEM_SIZE];
};

/* One word a hash. */
struct search_stems {
    size_t count;
    struct remembered *items;
};

size_t search_stem(const char *word, size_t length, char stem[SEARCH_STEM_SIZE])
{
    stem[0] = '\0';
    if (length < 2 || length > ENGLISH_WORD_LIMIT)
        return 0;
    for (size_t i = 0; i < length; i++) {
        if (!ascii_is_small(word[i]))
            return 0;
    }
    return english_stem(word, length, stem);
}

struct search_stems *search_stems_new(size_t count)
{
    struct search_stems *stems = xcalloc(1, sizeof *stems);
    stems->count = count;
    stems->items = xcalloc(count, sizeof *stems->items);
    return stems;
}

void search_stems_free(struct search_stems *stems)
{
    if (stems != NULL)
        free(stems->items);
    free(stems);
}

const char *search_stems_find(struct search_stems *stems, const char *word, size_t length)
{
    if (length < 2 || length > ENGLISH_WORD_LIMIT)
        return "";
    struct remembered *slot = &stems->items[hash_bytes(word, length) & (stems->count - 1)];
    if (strncmp(slot->word, word, length) == 0 && slot->word[length] == '\0')
        return slot->stem;
    (void)search_stem(word, length, slot->stem);
    memcpy(slot->word, word, length);
    slot->word[length] = '\0';
    return slot->stem;
}
