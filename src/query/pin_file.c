#include "query/pin_file.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "text/utf8.h"

#define PINS_LIMIT ((size_t)64 << 20)
#define FIELDS 6

static void pinned_free(struct pinned *pinned)
{
    for (int side = 0; side < 2; side++) {
        free(pinned->article[side]);
        free(pinned->words[side]);
    }
}

void pin_file_free(struct pinboard *pins)
{
    for (size_t i = 0; i < pins->count; i++)
        pinned_free(&pins->items[i]);
    free(pins->items);
    buffer_free(&pins->others);
    *pins = (struct pinboard){ 0 };
}

/* ---- the file ---- */

static char *unescape(const char *text, size_t length)
{
    struct buffer out = { 0 };
    buffer_reserve(&out, length);
    for (size_t i = 0; i < length; i++) {
        char c = text[i];
        if (c == '\\' && i + 1 < length) {
            c = text[++i];
            c = c == 't' ? '\t' : c == 'n' ? '\n' : c;
        }
        buffer_add_byte(&out, c);
    }
    return buffer_take(&out);
}

static void escape(struct buffer *out, const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '\t' || *text == '\n' || *text == '\\')
            buffer_add_byte(out, '\\');
        buffer_add_byte(out, *text == '\t' ? 't' : *text == '\n' ? 'n' : *text);
    }
}

/* Fields of a line, escaped as they are; false when there are not six. */
static bool cut(const char *line, size_t length, const char *fields[FIELDS],
                size_t lengths[FIELDS])
{
    size_t count = 0;
    const char *end = line + length;
    while (count < FIELDS) {
        const char *tab = memchr(line, '\t', (size_t)(end - line));
        fields[count] = line;
        lengths[count++] = (size_t)((tab != NULL ? tab : end) - line);
        if (tab == NULL)
            break;
        line = tab + 1;
    }
    return count == FIELDS && fields[FIELDS - 1] + lengths[FIELDS - 1] == end;
}

static bool read_number(const char *text, size_t length, size_t *number)
{
    *number = 0;
    for (size_t i = 0; i < length; i++) {
        if (text[i] < '0' || text[i] > '9' || *number > (SIZE_MAX - 9) / 10)
            return false;
        *number = *number * 10 + (size_t)(text[i] - '0');
    }
    return length > 0;
}

static void read_line(struct pinboard *pins, const char *line, size_t length)
{
    const char *fields[FIELDS];
    size_t lengths[FIELDS];
    struct pinned pinned = { .start = { 0, 0 } };
    if (!cut(line, length, fields, lengths) ||
        !read_number(fields[1], lengths[1], &pinned.start[0]) ||
        !read_number(fields[4], lengths[4], &pinned.start[1]) ||
        (lengths[2] == 0 && lengths[5] == 0)) {
        buffer_add(&pins->others, line, length);
        buffer_add_byte(&pins->others, '\n');
        return;
    }
    for (int side = 0; side < 2; side++) {
        pinned.article[side] = unescape(fields[side * 3], lengths[side * 3]);
        pinned.words[side] = unescape(fields[side * 3 + 2], lengths[side * 3 + 2]);
    }
    VECTOR_PUSH(pins, pinned);
}

bool pin_file_read(struct pinboard *pins, const char *path, struct error *error)
{
    struct buffer bytes = { 0 };
    bool ok = !file_exists(path) || file_read(path, PINS_LIMIT, &bytes, error);
    const char *at = buffer_text(&bytes);
    const char *end = at + bytes.length;
    while (ok && at < end) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        const char *stop = newline != NULL ? newline : end;
        if (stop > at)
            read_line(pins, at, (size_t)(stop - at));
        at = stop + 1;
    }
    buffer_free(&bytes);
    return ok;
}

bool pin_file_write(const struct pinboard *pins, const char *path, struct error *error)
{
    struct buffer out = { 0 };
    buffer_add(&out, buffer_text(&pins->others), pins->others.length);
    for (size_t i = 0; i < pins->count; i++) {
        const struct pinned *pinned = &pins->items[i];
        for (int side = 0; side < 2; side++) {
            escape(&out, pinned->article[side]);
            buffer_add_format(&out, "\t%zu\t", pinned->start[side]);
            escape(&out, pinned->words[side]);
            buffer_add_byte(&out, side == 0 ? '\t' : '\n');
        }
    }
    bool ok = file_write(path, buffer_text(&out), out.length, error);
    buffer_free(&out);
    return ok;
}

/* ---- in the texts ---- */

void pin_file_add(struct pinboard *pins, const struct text *a, struct span a_span,
                  const struct text *b, struct span b_span)
{
    const struct text *texts[2] = { a, b };
    struct span spans[2] = { a_span, b_span };
    struct pinned pinned = { .start = { 0, 0 } };
    for (int side = 0; side < 2; side++) {
        const char *text = texts[side]->document->text;
        pinned.article[side] = xstrdup(texts[side]->name);
        pinned.start[side] = utf8_count(text, spans[side].start);
        pinned.words[side] = xstrndup(text + spans[side].start,
                                      spans[side].end - spans[side].start);
    }
    VECTOR_PUSH(pins, pinned);
}

/* Byte of the `count`th code point; the text's length when it is shorter. */
static size_t byte_of(const struct document *document, size_t count)
{
    size_t at = 0;
    while (at < document->length && count > 0) {
        at++;
        while (at < document->length && ((unsigned char)document->text[at] & 0xC0) == 0x80)
            at++;
        count--;
    }
    return at;
}

/* Where the words stand: at their place, or in the one place that has them. */
static bool find_words(const struct document *document, const char *words, size_t start,
                       struct span *span)
{
    size_t length = strlen(words);
    size_t at = byte_of(document, start);
    *span = (struct span){ at, at };
    if (length == 0)
        return true;
    if (length > document->length - at || memcmp(document->text + at, words, length) != 0) {
        const char *first = strstr(document->text, words);
        if (first == NULL || strstr(first + 1, words) != NULL)
            return false;
        at = (size_t)(first - document->text);
    }
    *span = (struct span){ at, at + length };
    return true;
}

bool pin_file_resolve(const struct pinned *pinned, const struct text *a, const struct text *b,
                      struct pin *pin)
{
    bool straight = strcmp(pinned->article[0], a->name) == 0 &&
                    strcmp(pinned->article[1], b->name) == 0;
    bool crossed = strcmp(pinned->article[0], b->name) == 0 &&
                   strcmp(pinned->article[1], a->name) == 0;
    if (!straight && !crossed)
        return false;
    int first = straight ? 0 : 1;
    return find_words(a->document, pinned->words[first], pinned->start[first], &pin->a) &&
           find_words(b->document, pinned->words[1 - first], pinned->start[1 - first], &pin->b);
}

bool pin_file_remove(struct pinboard *pins, const struct text *text, size_t offset,
                     const struct text *other)
{
    size_t kept = 0;
    for (size_t i = 0; i < pins->count; i++) {
        struct pin pin;
        bool here = pin_file_resolve(&pins->items[i], text, other, &pin) && offset >= pin.a.start &&
                    offset < pin.a.end;
        if (here)
            pinned_free(&pins->items[i]);
        else
            pins->items[kept++] = pins->items[i];
    }
    bool removed = kept < pins->count;
    pins->count = kept;
    return removed;
}
