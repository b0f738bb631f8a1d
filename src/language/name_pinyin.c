#include "language/name_pinyin.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "language/pinyin.h"
#include "language/readings.h"
#include "text/ascii.h"
#include "text/latinword.h"
#include "text/utf8.h"

#define HAN_LEAST 2 /* characters of a name */
#define HAN_MOST 4

struct part {
    char text[PINYIN_LETTERS_MOST];
    size_t length;
};

/* The last two words with a capital, without hyphens and apostrophes. False when there are not two,
 * or one is no pinyin. */
static bool read_parts(const char *latin, size_t length, struct part parts[2])
{
    unsigned char lengths[PINYIN_MOST];
    size_t count = 0;
    for (size_t at = 0; at < length;) {
        bool capital = ascii_is_capital(latin[at]);
        struct part part = { .length = 0 };
        size_t start = at;
        for (; at < length &&
               (latinword_is_letter(latin[at]) || latin[at] == '-' || latin[at] == '\'');
             at++) {
            if (latinword_is_letter(latin[at]) && part.length < sizeof part.text)
                part.text[part.length++] = ascii_lower(latin[at]);
        }
        at += at == start;
        if (part.length == 0)
            continue;
        count = capital ? count + 1 : 0;
        parts[0] = parts[1];
        parts[1] = part;
    }
    return count >= 2 && pinyin_segment(parts[0].text, parts[0].length, lengths) > 0 &&
           pinyin_segment(parts[1].text, parts[1].length, lengths) > 0;
}

bool name_pinyin_is(const char *latin, size_t latin_length)
{
    struct part parts[2] = { { .length = 0 }, { .length = 0 } };
    return read_parts(latin, latin_length, parts);
}

static bool is_both(const struct buffer *reading, const struct part *first, const struct part *then)
{
    return reading->length == first->length + then->length &&
           memcmp(reading->data, first->text, first->length) == 0 &&
           memcmp(reading->data + first->length, then->text, then->length) == 0;
}

bool name_pinyin_match(const char *latin, size_t latin_length, const char *han, size_t han_length)
{
    struct part parts[2] = { { .length = 0 }, { .length = 0 } };
    bool same = false;
    if (!read_parts(latin, latin_length, parts))
        return false;
    struct buffer reading = { 0 };
    size_t start = han_length;
    for (size_t count = 1; start > 0 && count <= HAN_MOST && !same; count++) {
        buffer_truncate(&reading, 0);
        start = utf8_previous(han, start);
        for (size_t at = start; at < han_length;) {
            uint32_t code;
            at += utf8_decode(han + at, han_length - at, &code);
            const char *one = readings_of(code);
            if (one != NULL)
                pinyin_add_plain(&reading, one, strlen(one));
            else
                buffer_add_byte(&reading, ' ');
        }
        same = count >= HAN_LEAST &&
               (is_both(&reading, &parts[0], &parts[1]) || is_both(&reading, &parts[1], &parts[0]));
    }
    buffer_free(&reading);
    return same;
}
