#include "changed_input.h"

#include <stdbool.h>
#include <string.h>

#define CHANGES_MOST 6 /* as a power of two */

struct stretch {
    const char *bytes;
    size_t length;
};

/* SplitMix64. */
static uint64_t draw(uint64_t *state)
{
    *state += UINT64_C(0x9E3779B97F4A7C15);
    uint64_t mixed = *state;
    mixed = (mixed ^ (mixed >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94D049BB133111EB);
    return mixed ^ (mixed >> 31);
}

/* A number under `end`, 0 when that is 0. */
static size_t draw_under(uint64_t *state, size_t end)
{
    return end > 0 ? (size_t)(draw(state) % end) : 0;
}

static bool is_word_byte(char byte)
{
    unsigned char code = (unsigned char)byte;
    return code >= 0x80 || (code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z') ||
           (code >= 'a' && code <= 'z');
}

static bool is_line_byte(char byte)
{
    return byte != '\n';
}

/* Bytes, a word or a line (with its end), about a place by chance. */
static struct stretch draw_stretch(uint64_t *state, const struct buffer *text)
{
    size_t start = draw_under(state, text->length);
    size_t rest = text->length - start;
    size_t kind = draw_under(state, 3);
    if (kind == 0) {
        size_t length = 1 + draw_under(state, (size_t)1 << draw_under(state, 9));
        return (struct stretch){ text->data + start, length < rest ? length : rest };
    }
    bool (*belongs)(char) = kind == 1 ? is_word_byte : is_line_byte;
    size_t end = start;
    while (start > 0 && belongs(text->data[start - 1]))
        start--;
    while (end < text->length && belongs(text->data[end]))
        end++;
    if (end < text->length && (kind == 2 || end == start))
        end++;
    return (struct stretch){ text->data + start, end - start };
}

static struct stretch draw_digits(uint64_t *state, const struct buffer *text)
{
    size_t start = draw_under(state, text->length);
    start += strcspn(text->data + start, "0123456789");
    if (start > text->length)
        start = text->length;
    return (struct stretch){ text->data + start, strspn(text->data + start, "0123456789") };
}

/* What readers are wont to stumble over. */
static struct stretch draw_oddity(uint64_t *state, bool number)
{
    static const char *const numbers[] = {
        "0", "1", "-1", "007", "65536", "2147483647", "4294967296", "9223372036854775807",
        "18446744073709551616", "1e99", "0.5", "1,000", "99",
    };
    static const char *const signs[] = {
        "\n", "\n\n", "\r", "\t", " ", "\"", "'", "\\", "<", ">", "&", "&#0;", "[", "]", "(", ")", "{", "}",
        "|", "*", "`", "#", ":", ";", ",", "-", "=", "%", "!", "\x1B", "\x7F", "\x80", "\xFF", "\xC3",
        "\xE2\x80", "\xED\xA0\x80", "\xC2\xA0", "\xC2\xAD", "\xCC\x81", "\xE2\x80\x8B", "\xE2\x80\xAE",
        "\xE3\x80\x80", "\xE4\xB8\x80", "\xE3\x80\x82", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE5\x8D\x81",
        "\xEF\xBB\xBF", "\xEF\xBF\xBD", "\xF0\x9F\x91\xA9\xE2\x80\x8D",
    };
    const char *text = number ? numbers[draw_under(state, sizeof numbers / sizeof *numbers)]
                              : signs[draw_under(state, sizeof signs / sizeof *signs)];
    return (struct stretch){ text, strlen(text) };
}

/* Puts `added` into the place of `taken`, a stretch of `text`, in `out`. */
static void exchange(const struct buffer *text, struct stretch taken, struct stretch added, struct buffer *out)
{
    size_t start = (size_t)(taken.bytes - text->data);
    size_t end = start + taken.length;
    buffer_truncate(out, 0);
    buffer_add(out, text->data, start);
    buffer_add(out, added.bytes, added.length);
    buffer_add(out, text->data + end, text->length - end);
    if (out->length > CHANGED_INPUT_LIMIT)
        buffer_truncate(out, CHANGED_INPUT_LIMIT);
}

/* One change of `text`, in `out`. */
static void change(uint64_t *state, const struct buffer *text, const struct buffer *other, struct buffer *out)
{
    struct stretch place = draw_stretch(state, text);
    struct stretch nothing = { text->data + draw_under(state, text->length + 1), 0 };
    char byte = (char)draw(state);
    switch (draw_under(state, 10)) {
    case 0: /* one bit of a byte */
        place.length = place.length > 0;
        byte = (char)(place.bytes[0] ^ (1 << draw_under(state, 8)));
        exchange(text, place, (struct stretch){ &byte, 1 }, out);
        break;
    case 1:
        place.length = place.length > 0;
        exchange(text, place, (struct stretch){ &byte, 1 }, out);
        break;
    case 2: exchange(text, place, (struct stretch){ "", 0 }, out); break;
    case 3: exchange(text, nothing, place, out); break;
    case 4: exchange(text, place, draw_stretch(state, text), out); break;
    case 5: exchange(text, nothing, draw_stretch(state, other), out); break;
    case 6: exchange(text, place, draw_stretch(state, other), out); break;
    case 7:
        place = draw_digits(state, text);
        exchange(text, place, draw_oddity(state, true), out);
        break;
    case 8: exchange(text, nothing, draw_oddity(state, false), out); break;
    default: exchange(text, place, draw_oddity(state, false), out); break;
    }
}

void changed_input(const struct buffer *seeds, size_t count, uint64_t number, struct buffer *out)
{
    uint64_t state = number;
    const struct buffer *seed = &seeds[number % count];
    const struct buffer *other = &seeds[draw_under(&state, count)];
    struct buffer text = { 0 };
    /* Of a long one, what fits, from anywhere. */
    size_t spare = seed->length > CHANGED_INPUT_LIMIT ? seed->length - CHANGED_INPUT_LIMIT : 0;
    buffer_truncate(out, 0);
    buffer_add(out, buffer_text(seed) + draw_under(&state, spare + 1), seed->length - spare);
    size_t changes = 1 + draw_under(&state, (size_t)1 << draw_under(&state, CHANGES_MOST));
    for (size_t i = 0; i < changes; i++) {
        struct buffer last = text;
        text = *out;
        *out = last;
        change(&state, &text, other, out);
    }
    buffer_free(&text);
}
