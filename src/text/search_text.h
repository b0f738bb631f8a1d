/* search_text: a text as a library is searched: its comparison key, cut into words.
 *
 * The key is fold.h's with case, width, marks, white space and traditional characters folded and
 * invisible characters dropped. In it a word is
 *
 *   a run of letters, digits, marks and low lines, with the . and , within a number; of more
 *   than SEARCH_WORD_LIMIT bytes the first of them count;
 *   each Han character: its word is it and the Han character behind it, where one stands there.
 *
 * So a sequence of Han characters stands where its pairs follow one another, and a single one where a
 * word begins with it. Everything else parts words and is none.
 *
 * Offsets of words are bytes of the key; search_text_span leads back to the text. Start with { 0 };
 * memory is kept between calls. Ownership: search_text_free. */
#ifndef DIPTYCH_TEXT_SEARCH_TEXT_H
#define DIPTYCH_TEXT_SEARCH_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "text/fold.h"

#define SEARCH_WORD_LIMIT 64

struct search_word {
    uint32_t start, end; /* of a Han character without the one behind it */
    uint32_t size;       /* bytes from start on that are the word */
    bool han;
};

struct search_text {
    const char *text;
    size_t length;
    struct fold key;
    struct search_word *items;
    size_t count;
    size_t capacity;
};

/* Of one paragraph; it is borrowed until the next call. */
void search_text_read(struct search_text *words, const char *text, size_t length);
void search_text_free(struct search_text *words);

/* Bytes of the text between the beginning of word `first` and the end of word `last`. */
struct span search_text_span(const struct search_text *words, size_t first, size_t last);

#endif
