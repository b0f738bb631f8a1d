#include "dictionary/name_romanisation.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "language/pinyin.h"
#include "language/readings.h"
#include "text/utf8.h"

#define READINGS_MOST 8

/* The number of a syllable, with an entry in `first`. */
static uint32_t syllable_number(struct romanise *romanise, const char *text, size_t length)
{
    uint32_t number = string_ids_add(&romanise->syllables, text, length);
    while (romanise->first.count <= number)
        VECTOR_PUSH(&romanise->first, 0);
    return number;
}

void name_romanisation_add(struct romanise *romanise, const char *word, size_t length, uint32_t id)
{
    struct romanise_name name = { .id = id };
    unsigned char lengths[PINYIN_MOST];
    name.count = length > 1 ? pinyin_segment(word, length, lengths) : 0;
    if (name.count == 0 || name.count > ROMANISE_SYLLABLES)
        return;
    for (size_t i = 0; i < name.count; i++) {
        name.syllables[i] = syllable_number(romanise, word, lengths[i]);
        word += lengths[i];
    }
    uint32_t *first = &romanise->first.items[name.syllables[0]];
    name.next = *first;
    *first = (uint32_t)romanise->count + 1;
    VECTOR_PUSH(romanise, name);
}

/* The syllable of a reading of readings.h, STRING_IDS_NONE for one that no name has. */
static uint32_t usual_syllable(struct romanise *romanise, uint32_t number, uint32_t code)
{
    if (romanise->usual == NULL)
        romanise->usual = xcalloc(READINGS_NUMBERS, sizeof *romanise->usual);
    if (romanise->usual[number] == 0) {
        const char *usual = readings_of(code);
        struct buffer plain = { 0 };
        pinyin_add_plain(&plain, usual, strlen(usual));
        romanise->usual[number] =
            string_ids_find(&romanise->syllables, buffer_text(&plain), plain.length) + 2;
        buffer_free(&plain);
    }
    return romanise->usual[number] - 2; /* 1 is STRING_IDS_NONE */
}

/* The numbers of the syllables that a character may be read as, of those that names have. */
static size_t read_character(struct romanise *romanise, uint32_t code,
                             uint32_t out[READINGS_MOST])
{
    const struct lexicon_reading *readings;
    size_t count = lexicon_readings(romanise->lexicon, code, &readings), found = 0;
    for (size_t i = 0; i < count && found < READINGS_MOST; i++) {
        const char *text = lexicon_syllable(romanise->lexicon, readings[i].syllable);
        out[found] = string_ids_find(&romanise->syllables, text, strlen(text));
        found += out[found] != STRING_IDS_NONE;
    }
    uint32_t number = count == 0 ? readings_number(code) : 0;
    if (number > 0) {
        out[0] = usual_syllable(romanise, number, code);
        found = out[0] != STRING_IDS_NONE;
    }
    return found;
}

/* Where the name ends, if the syllables after the first are those of the characters from `at` on; 0
 * where they are not. */
static size_t goes_on(struct romanise *romanise, const struct romanise_name *name,
                      const char *text, size_t at, size_t end)
{
    for (size_t i = 1; i < name->count; i++) {
        uint32_t code, readings[READINGS_MOST];
        size_t size = at < end ? utf8_decode(text + at, end - at, &code) : 0;
        size_t count = size > 0 ? read_character(romanise, code, readings) : 0, k = 0;
        while (k < count && readings[k] != name->syllables[i])
            k++;
        if (k == count)
            return 0;
        at += size;
    }
    return at;
}

void name_romanisation_find(struct romanise *romanise, const char *text, size_t start,
                            size_t end,
                            void (*found)(void *data, uint32_t id, struct span place), void *data)
{
    uint32_t code, readings[READINGS_MOST];
    for (size_t at = start, size; romanise->count > 0 && at < end; at += size) {
        size = utf8_decode(text + at, end - at, &code);
        size_t count = utf8_is_han(code) ? read_character(romanise, code, readings) : 0;
        for (size_t i = 0; i < count; i++) {
            uint32_t next = romanise->first.items[readings[i]];
            for (; next != 0; next = romanise->items[next - 1].next) {
                const struct romanise_name *name = &romanise->items[next - 1];
                size_t behind = goes_on(romanise, name, text, at + size, end);
                if (behind > 0)
                    found(data, name->id, (struct span){ at, behind });
            }
        }
    }
}

void name_romanisation_free(struct romanise *romanise)
{
    free(romanise->items);
    free(romanise->first.items);
    free(romanise->usual);
    string_ids_free(&romanise->syllables);
    *romanise = (struct romanise){ 0 };
}
