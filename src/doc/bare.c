#include "doc/bare.h"

#include <stdlib.h>
#include <string.h>

#include "base/bisect.h"
#include "base/vector.h"
#include "base/xalloc.h"

/* Bytes of the invisible character at text[at], 0: none. */
static size_t invisible_at(const char *text, size_t length, size_t at)
{
    static const char *const marks[] = { "\xC2\xAD",     "\xE2\x80\x8B", "\xE2\x80\x8C",
                                         "\xE2\x80\x8D", "\xE2\x81\xA0", "\xEF\xBB\xBF" };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t size = strlen(marks[i]);
        if (length - at >= size && memcmp(text + at, marks[i], size) == 0)
            return size;
    }
    return 0;
}

/* The first one at or after `at`, `length` when there is none. */
static size_t next_invisible(const char *text, size_t length, size_t at)
{
    while (at < length) {
        unsigned char byte = (unsigned char)text[at];
        if ((byte == 0xC2 || byte == 0xE2 || byte == 0xEF) && invisible_at(text, length, at) > 0)
            return at;
        at++;
    }
    return length;
}

static char *strip_text(const struct document *document, size_t first, struct bare *bare)
{
    const char *text = document->text;
    size_t length = document->length;
    char *out = xcalloc(length + 1, 1);
    size_t written = first;
    size_t gone = 0;
    memcpy(out, text, first);
    for (size_t at = first; at < length;) {
        size_t size = invisible_at(text, length, at);
        size_t next = next_invisible(text, length, at + size);
        gone += size;
        VECTOR_PUSH(&bare->gaps, (struct bare_gap){ written, gone });
        memcpy(out + written, text + at + size, next - at - size);
        written += next - at - size;
        at = next;
    }
    bare->document.length = written;
    return out;
}

/* How many bytes are missing before `at` of the bare text; with those at `at` itself or not. */
static size_t gone_before(const struct bare *bare, size_t at, bool with)
{
    size_t gap = 0;
    BISECT(gap, bare->gaps.count,
           with ? bare->gaps.items[gap].at > at : bare->gaps.items[gap].at >= at);
    return gap > 0 ? bare->gaps.items[gap - 1].gone : 0;
}

struct span bare_origin(const struct bare *bare, struct span span)
{
    return (struct span){ span.start + gone_before(bare, span.start, true),
                          span.end + gone_before(bare, span.end, false) };
}

/* Of the whole text; what was left out goes to where it stood. */
static size_t bare_offset(const struct bare *bare, size_t offset)
{
    const struct bare_gap *gaps = bare->gaps.items;
    size_t at = 0;
    BISECT(at, bare->gaps.count, gaps[at].at + (at > 0 ? gaps[at - 1].gone : 0) >= offset);
    if (at == 0)
        return offset;
    const struct bare_gap *gap = &gaps[at - 1];
    size_t end = gap->at + gap->gone;
    return offset < end ? gap->at : offset - gap->gone;
}

struct span bare_of(const struct bare *bare, struct span span)
{
    return (struct span){ bare_offset(bare, span.start), bare_offset(bare, span.end) };
}

static void move_parts(struct bare *bare, const struct document *whole)
{
    struct document *document = &bare->document;
    document->blocks = xcalloc(whole->block_count + 1, sizeof *document->blocks);
    document->styles = xcalloc(whole->style_count + 1, sizeof *document->styles);
    document->links = xcalloc(whole->link_count + 1, sizeof *document->links);
    for (size_t i = 0; i < whole->block_count; i++) {
        document->blocks[i] = whole->blocks[i];
        document->blocks[i].start = bare_offset(bare, whole->blocks[i].start);
        document->blocks[i].end = bare_offset(bare, whole->blocks[i].end);
    }
    for (size_t i = 0; i < whole->style_count; i++) {
        document->styles[i] = whole->styles[i];
        document->styles[i].start = bare_offset(bare, whole->styles[i].start);
        document->styles[i].end = bare_offset(bare, whole->styles[i].end);
    }
    for (size_t i = 0; i < whole->link_count; i++) {
        document->links[i] = whole->links[i];
        document->links[i].span = bare_of(bare, whole->links[i].span);
    }
}

bool bare_make(const struct document *document, struct bare *bare)
{
    size_t first = next_invisible(document->text, document->length, 0);
    if (first == document->length)
        return false;
    *bare = (struct bare){ .document = *document };
    bare->document.text = strip_text(document, first, bare);
    move_parts(bare, document);
    return true;
}

void bare_free(struct bare *bare)
{
    free(bare->document.text);
    free(bare->document.blocks);
    free(bare->document.styles);
    free(bare->document.links);
    free(bare->gaps.items);
}
