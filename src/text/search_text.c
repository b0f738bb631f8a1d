#include "text/search_text.h"

#include <stdlib.h>

#include <unictype.h>

#include "base/vector.h"
#include "text/ascii.h"
#include "text/utf8.h"

#define KEY (FOLD_CASE | FOLD_MARKS | FOLD_HAN | FOLD_SPACE | FOLD_LINES)

/* Of the key, in which there are no capitals. */
static bool is_plain_letter(char c)
{
    return (c >= 'a' && c <= 'z') || ascii_is_digit(c) || c == '_';
}

/* Bytes of the letter at `at` that a word may have, 0 none; *han tells a Han character. */
static size_t letter_at(const struct fold *key, size_t at, bool *han)
{
    char c = key->text[at];
    *han = false;
    if ((unsigned char)c < 0x80)
        return is_plain_letter(c);
    uint32_t code;
    size_t size = utf8_decode(key->text + at, key->length - at, &code);
    *han = utf8_is_han(code);
    bool letter = *han || uc_is_general_category_withtable(
                              code, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N | UC_CATEGORY_MASK_M);
    return letter ? size : 0;
}

/* The . or , of a number. */
static bool joins_digits(const struct fold *key, size_t at)
{
    return (key->text[at] == '.' || key->text[at] == ',') && at > 0 && at + 1 < key->length &&
           ascii_is_digit(key->text[at - 1]) && ascii_is_digit(key->text[at + 1]);
}

static size_t take_han(struct search_text *words, size_t at, size_t size)
{
    bool han = false;
    size_t end = at + size;
    size_t next = end < words->key.length ? letter_at(&words->key, end, &han) : 0;
    VECTOR_PUSH(words, (struct search_word){ (uint32_t)at, (uint32_t)end,
                                             (uint32_t)(size + (han ? next : 0)), true });
    return end;
}

static size_t take_word(struct search_text *words, size_t at)
{
    const struct fold *key = &words->key;
    size_t end = at, size = 0;
    while (end < key->length) {
        bool han;
        if (is_plain_letter(key->text[end])) {
            end++;
            size = end - at <= SEARCH_WORD_LIMIT ? end - at : size;
            continue;
        }
        size_t letter = letter_at(key, end, &han);
        if (letter == 0 && joins_digits(key, end))
            letter = 1;
        if (letter == 0 || han)
            break;
        end += letter;
        if (end - at <= SEARCH_WORD_LIMIT)
            size = end - at;
    }
    VECTOR_PUSH(words, (struct search_word){ (uint32_t)at, (uint32_t)end, (uint32_t)size, false });
    return end;
}

void search_text_read(struct search_text *words, const char *text, size_t length)
{
    words->text = text;
    words->length = length;
    words->count = 0;
    fold_text(text, length, KEY, &words->key);
    for (size_t at = 0; at < words->key.length;) {
        bool han;
        size_t size = letter_at(&words->key, at, &han);
        if (size == 0)
            at++;
        else
            at = han ? take_han(words, at, size) : take_word(words, at);
        while (at < words->key.length && ((unsigned char)words->key.text[at] & 0xC0) == 0x80)
            at++;
    }
}

struct span search_text_span(const struct search_text *words, size_t first, size_t last)
{
    const struct fold *key = &words->key;
    size_t tail = utf8_previous(key->text, words->items[last].end);
    return (struct span){ key->map[words->items[first].start],
                          fold_unit_end(words->text, words->length, key->map[tail]) };
}

void search_text_free(struct search_text *words)
{
    fold_free(&words->key);
    free(words->items);
    *words = (struct search_text){ .text = NULL };
}
