/* name_romanisation: names in pinyin, found in a Chinese text: Qingyang where 清扬 stands.
 *
 * A Latin word is cut into the fewest syllables that Chinese has (pinyin.h); a name is found where
 * characters that may be read so follow each other. Tones are not looked at. Readings are those
 * of the lexicon's dictionaries, else Unihan's (readings.h).
 * Ownership: name_romanisation_free. */
#ifndef DIPTYCH_DICTIONARY_NAME_ROMANISATION_H
#define DIPTYCH_DICTIONARY_NAME_ROMANISATION_H

#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "base/string_ids.h"
#include "dictionary/lexicon.h"

#define ROMANISE_SYLLABLES 8 /* of the longest name */

struct romanise_name {
    uint32_t syllables[ROMANISE_SYLLABLES]; /* numbers in `syllables` */
    size_t count;
    uint32_t id;   /* the caller's */
    uint32_t next; /* another name with the same first syllable: its index and one; 0 none */
};

struct romanise_first {
    uint32_t *items; /* by syllable: the index of a name that begins with it and one; 0 none */
    size_t count;
    size_t capacity;
};

/* Start with { .lexicon = ... }. */
struct romanise {
    const struct lexicon *lexicon;
    struct string_ids syllables; /* of the names */
    uint32_t *usual; /* by readings_number: its syllable and 2, 1 no name has it, 0 not asked yet;
                      * NULL none asked */
    struct romanise_first first;
    struct romanise_name *items;
    size_t count;
    size_t capacity;
};

/* Adds a word in lower case, before any is sought; it is passed over when it is no pinyin. */
void name_romanisation_add(struct romanise *romanise, const char *word, size_t length, uint32_t id);

/* The names that stand in text[start, end), to `found` for each with its place. */
void name_romanisation_find(struct romanise *romanise, const char *text, size_t start,
                            size_t end,
                            void (*found)(void *data, uint32_t id, struct span place), void *data);
void name_romanisation_free(struct romanise *romanise);

#endif
