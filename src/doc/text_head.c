#include "doc/text_head.h"

#include <string.h>
#include <strings.h>

#include "doc/fence.h"

#define HEAD_BLOCKS 48  /* looked at, at most */
#define FIELD_BLOCKS 12 /* among which a title stands that is a field */
#define FIELD_MOST 24   /* bytes of a field's name */

static const char *const kinds[] = { "ebook ", "etext " };

static struct span trimmed(const char *text, size_t start, size_t end)
{
    while (start < end && strchr(" \n", text[start]) != NULL)
        start++;
    while (end > start && strchr(" \n", text[end - 1]) != NULL)
        end--;
    return (struct span){ start, end };
}

/* Does the line begin as "Release date:" does? */
static bool is_field(const char *line, size_t length)
{
    size_t at = 0;
    if (length == 0 || line[0] < 'A' || line[0] > 'Z')
        return false;
    while (at < length && at < FIELD_MOST && line[at] != ':' && line[at] != '\n')
        at++;
    return at < length && line[at] == ':' && at + 1 < length && line[at + 1] == ' ';
}

static bool begins(const char *text, size_t at, size_t end, const char *words)
{
    size_t length = strlen(words);
    return end - at >= length && strncasecmp(text + at, words, length) == 0;
}

/* Bytes of [at, end) before `words`; end - at when they are not there. */
static size_t before(const char *text, size_t at, size_t end, const char *words)
{
    size_t from = at;
    while (from < end && !begins(text, from, end, words))
        from++;
    return from - at;
}

/* Behind the word for a book in the mark that the text begins with, up to the stars, or in the first line. */
static bool read_mark(const char *text, struct span block, const char *stop, struct span *title)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t at = block.start + before(text, block.start, block.end, kinds[i]) + strlen(kinds[i]);
        if (at >= block.end)
            continue;
        at += begins(text, at, block.end, "of ") ? 3 : 0;
        *title = trimmed(text, at, at + before(text, at, block.end, stop));
        return title->end > title->start;
    }
    return false;
}

/* The lines of a block that are fields: how many are not the title, whose name is given. */
static size_t read_fields(const char *text, struct span block, const char *name, struct span *title)
{
    size_t others = 0;
    for (size_t at = block.start; at < block.end; at = fence_line_end(text, block.end, at) + 1) {
        if (begins(text, at, block.end, name) && title->end == 0) {
            size_t end = fence_line_end(text, block.end, at);
            while (end + 1 < block.end && !is_field(text + end + 1, block.end - end - 1))
                end = fence_line_end(text, block.end, end + 1);
            *title = trimmed(text, at + strlen(name), end);
        } else if (is_field(text + at, block.end - at)) {
            others++;
        }
    }
    return others;
}

/* A line that stands close below the title goes on with it. */
static void extend_title(const struct document *document, size_t block, struct span *title)
{
    const struct block *blocks = document->blocks;
    for (size_t i = block + 1; i < document->block_count; i++) {
        const char *line = document->text + blocks[i].start;
        if ((blocks[i].flags & BLOCK_TIGHT) == 0 || is_field(line, blocks[i].end - blocks[i].start))
            return;
        title->end = blocks[i].end;
    }
}

bool text_head_title(const struct document *document, struct span *title)
{
    const char *text = document->text;
    struct span field = { 0, 0 }, mark = { 0, 0 }, first = { 0, 0 };
    size_t others = 0;
    bool letter = document->block_count > 0 && begins(text, document->blocks[0].start, document->length, "from: ");
    for (size_t i = 0; i < document->block_count && i < HEAD_BLOCKS && mark.end == 0; i++) {
        struct span block = { document->blocks[i].start, document->blocks[i].end };
        if (begins(text, block.start, block.end, "*** start of "))
            (void)read_mark(text, block, " ***", &mark);
        else if (i == 0 && begins(text, block.start, block.end, "the project gutenberg "))
            (void)read_mark(text, block, ", by ", &first);
        else if (i < FIELD_BLOCKS || field.end > 0)
            others += read_fields(text, block, letter ? "subject: " : "title: ", &field);
        if (field.end > 0 && field.end == block.end)
            extend_title(document, i, &field);
    }
    mark = mark.end > 0 ? mark : first;
    if (letter && (others < 2 || begins(text, field.start, document->length, "=?")))
        field = (struct span){ 0, 0 };
    *title = field.end > 0 && (others > 0 || mark.end > 0) ? field : mark;
    return title->end > title->start;
}
