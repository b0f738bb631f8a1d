#include "query/source_line.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"

#define WINDOW ((size_t)64 << 10) /* bytes behind a block in which the next one begins */

/* Bytes of the words that are looked for, the longest first. */
static const size_t sizes[] = { 48, 24, 12, 6 };

/* Where the words stand in bytes[from, to); SIZE_MAX nowhere. */
static size_t find(const struct buffer *file, size_t from, size_t to, const char *words,
                   size_t size)
{
    while (size > 0 && from + size <= to) {
        const char *at = memchr(file->data + from, words[0], to - from - size + 1);
        if (at == NULL)
            break;
        if (memcmp(at, words, size) == 0)
            return (size_t)(at - file->data);
        from = (size_t)(at - file->data) + 1;
    }
    return SIZE_MAX;
}

/* Behind a front matter between two lines of ---. */
static size_t body_of(const struct buffer *file)
{
    if (file->length < 8 || memcmp(file->data, "---\n", 4) != 0)
        return 0;
    size_t close = find(file, 3, file->length, "\n---\n", 5);
    return close != SIZE_MAX ? close + 5 : 0;
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

static size_t find_words(const struct buffer *file, size_t from, size_t to,
                         const struct document *document, size_t place)
{
    size_t found = SIZE_MAX;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes && found == SIZE_MAX; i++)
        found = find(file, from, to, document->text + place, words_at(document, place, sizes[i]));
    return found;
}

static size_t count_lines(const struct buffer *file, size_t from, size_t to)
{
    size_t lines = 0;
    while (from < to) {
        const char *at = memchr(file->data + from, '\n', to - from);
        if (at == NULL)
            break;
        from = (size_t)(at - file->data) + 1;
        lines++;
    }
    return lines;
}

void source_lines_read(struct source_lines *lines, const struct document *document,
                       const char *path)
{
    struct error error;
    if (!file_read(path, 0, &lines->file, &error) || lines->file.length == 0) {
        source_lines_free(lines);
        return;
    }
    const struct buffer *file = &lines->file;
    size_t body = body_of(file);
    struct source_place place = { body, 1 + count_lines(file, 0, body) };
    lines->blocks = xcalloc(document->block_count + 1, sizeof *lines->blocks);
    lines->count = document->block_count;
    for (size_t i = 0; i < lines->count; i++) {
        size_t to = file->length - place.offset > WINDOW ? place.offset + WINDOW : file->length;
        size_t found = find_words(file, place.offset, to, document, document->blocks[i].start);
        lines->blocks[i] = place;
        if (found == SIZE_MAX)
            continue;
        lines->blocks[i].line += count_lines(file, place.offset, found);
        lines->blocks[i].offset = found;
        /* the next one stands behind its first words */
        place.line = lines->blocks[i].line;
        place.offset = found;
        size_t end = file->length - found > 6 ? found + 6 : file->length;
        place.line += count_lines(file, found, end);
        place.offset = end;
    }
}

void source_lines_free(struct source_lines *lines)
{
    buffer_free(&lines->file);
    free(lines->blocks);
    *lines = (struct source_lines){ .blocks = NULL };
}

size_t source_lines_find(const struct source_lines *lines, const struct document *document,
                         size_t place)
{
    if (lines->count == 0 || place >= document->length)
        return 0;
    size_t block = document_block_at(document, place);
    const struct source_place *from = &lines->blocks[block];
    size_t to =
        block + 1 < lines->count ? lines->blocks[block + 1].offset + sizes[0] : lines->file.length;
    if (to > lines->file.length)
        to = lines->file.length;
    size_t found = find_words(&lines->file, from->offset, to, document, place);
    return found != SIZE_MAX ? from->line + count_lines(&lines->file, from->offset, found)
                             : from->line;
}
