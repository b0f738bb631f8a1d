#include "query/source_line.h"

#include <stdbool.h>
#include <string.h>

/* Bytes of the words that are looked for, the longest first. */
static const size_t sizes[] = { 48, 24, 12, 6 };

static const char *find(const char *bytes, const char *end, const char *words, size_t size)
{
    while ((size_t)(end - bytes) >= size) {
        const char *at = memchr(bytes, words[0], (size_t)(end - bytes) - size + 1);
        if (at == NULL || memcmp(at, words, size) == 0)
            return at;
        bytes = at + 1;
    }
    return NULL;
}

/* Where the text begins behind a front matter between two lines of ---. */
static const char *body_of(const char *bytes, const char *end)
{
    const char *close = end - bytes > 4 && memcmp(bytes, "---\n", 4) == 0
                            ? find(bytes + 3, end, "\n---\n", 5)
                            : NULL;
    return close != NULL ? close + 5 : bytes;
}

/* The words at the place, `most` bytes and no more than a line; whole characters. */
static size_t words_at(const struct document *document, size_t place, size_t most)
{
    size_t size = 0;
    while (size < most && place + size < document->length && document->text[place + size] != '\n' &&
           document->text[place + size] != '\t')
        size++;
    while (size > 0 && place + size < document->length &&
           ((unsigned char)document->text[place + size] & 0xC0) == 0x80)
        size--;
    return size;
}

size_t source_line_find(const struct buffer *file, const struct document *document, size_t place)
{
    if (file->length == 0 || place >= document->length)
        return 0;
    const char *end = file->data + file->length;
    const char *body = body_of(file->data, end);
    const char *words = document->text + place;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        size_t size = words_at(document, place, sizes[i]);
        const char *found = size > 0 ? find(body, end, words, size) : NULL;
        if (found == NULL)
            continue;
        const char *text = document->text;
        for (; (text = find(text, words, words, size)) != NULL; text++) {
            const char *next = find(found + 1, end, words, size);
            found = next != NULL ? next : found;
        }
        size_t line = 1;
        for (const char *at = file->data; at < found; at++)
            line += *at == '\n';
        return line;
    }
    return 0;
}
