#include "export/weave.h"

#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/vector.h"
#include "base/xalloc.h"

static bool is_id_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '-' || byte == '_';
}

void weave_add_id(struct buffer *out, const char *id)
{
    for (; *id != '\0'; id++)
        buffer_add_byte(out, is_id_byte(*id) ? *id : '_');
}

void weave_add_mark(struct buffer *out, const struct block_marks *marks, bool closing,
                    const char *id)
{
    buffer_add_text(out, closing ? marks->close : marks->open);
    weave_add_id(out, id);
    buffer_add_format(out, "%s\n", marks->tail);
}

/* A block of the old file, its two lines included. */
struct block {
    const char *id; /* points into the file */
    size_t id_length;
    size_t start;
    size_t end;
    size_t line; /* number of its first line */
};

struct blocks {
    struct block *items;
    size_t count;
    size_t capacity;
};

/* Whether the line is a mark; then `block` has its id. A carriage return and blanks at the end are
 * an editor's doing. */
static bool is_mark(const char *line, size_t length, const char *begin, const char *tail,
                    struct block *block)
{
    size_t at = strlen(begin), tail_length = strlen(tail);
    while (length > 0 && strchr(" \t\r", line[length - 1]) != NULL && line[length - 1] != '\0')
        length--;
    if (length < at + tail_length || strncmp(line, begin, at) != 0 ||
        strncmp(line + length - tail_length, tail, tail_length) != 0)
        return false;
    block->id = line + at;
    block->id_length = length - at - tail_length;
    for (size_t i = 0; i < block->id_length; i++) {
        if (!is_id_byte(block->id[i]))
            return false;
    }
    return block->id_length > 0;
}

static bool same_id(const struct block *a, const struct block *b)
{
    return a->id_length == b->id_length && strncmp(a->id, b->id, a->id_length) == 0;
}

static int compare(const void *a, const void *b)
{
    const struct block *x = a, *y = b;
    size_t least = x->id_length < y->id_length ? x->id_length : y->id_length;
    int order = strncmp(x->id, y->id, least);
    return order != 0 ? order : (x->id_length > y->id_length) - (x->id_length < y->id_length);
}

static bool fail(struct error *error, const struct block *block, size_t line, const char *why)
{
    error_set(error, "line %zu: the block of note %.*s %s", line,
              block->id_length < 40 ? (int)block->id_length : 40, block->id, why);
    return false;
}

static bool read_line(struct blocks *blocks, struct block *open, const struct block_marks *marks,
                      const char *line, size_t length, size_t number, struct error *error)
{
    struct block mark = { .line = number };
    if (is_mark(line, length, marks->open, marks->tail, &mark)) {
        if (open->id != NULL)
            return fail(error, open, open->line, _("does not end before the next one begins"));
        *open = mark;
    } else if (is_mark(line, length, marks->close, marks->tail, &mark)) {
        if (open->id == NULL || !same_id(open, &mark))
            return fail(error, &mark, number, _("ends, but has not begun"));
        VECTOR_PUSH(blocks, *open);
        *open = (struct block){ .id = NULL };
    }
    return true;
}

static bool find_twins(const struct blocks *blocks, struct error *error)
{
    struct block *sorted = xcalloc(blocks->count + 1, sizeof *sorted);
    bool ok = true;
    for (size_t i = 0; i < blocks->count; i++)
        sorted[i] = blocks->items[i];
    qsort(sorted, blocks->count, sizeof *sorted, compare);
    for (size_t i = 1; i < blocks->count && ok; i++) {
        if (same_id(&sorted[i - 1], &sorted[i]))
            ok = fail(error, &sorted[i], sorted[i].line, _("is there twice"));
    }
    free(sorted);
    return ok;
}

static bool find_blocks(struct blocks *blocks, const struct block_marks *marks, const char *old,
                        size_t length, struct error *error)
{
    struct block open = { .id = NULL };
    size_t start = 0;
    for (size_t at = 0, number = 1; at < length; number++) {
        const char *newline = memchr(old + at, '\n', length - at);
        size_t end = newline != NULL ? (size_t)(newline - old) : length;
        size_t next = end + (newline != NULL);
        size_t count = blocks->count;
        bool was_open = open.id != NULL;
        if (!read_line(blocks, &open, marks, old + at, end - at, number, error))
            return false;
        if (!was_open && open.id != NULL)
            start = at;
        if (blocks->count > count) {
            blocks->items[count].start = start;
            blocks->items[count].end = next;
        }
        at = next;
    }
    if (open.id != NULL)
        return fail(error, &open, open.line, _("has no end"));
    return find_twins(blocks, error);
}

/* The fresh blocks, each with the id that it has in the file; sorted by it for looking up. */
struct fresh {
    struct block block; /* start and end: in `bytes` */
    bool used;
};

static int compare_fresh(const void *a, const void *b)
{
    return compare(&((const struct fresh *)a)->block, &((const struct fresh *)b)->block);
}

static struct fresh *print_fresh(const struct printer *printer, const struct export_set *set,
                                 struct buffer *bytes, struct buffer *ids, size_t *count)
{
    struct fresh *fresh = xcalloc(set->count + 1, sizeof *fresh);
    *count = 0;
    for (size_t i = 0; i < set->count; i++) {
        if (printer->takes != NULL && !printer->takes(&set->records[i]))
            continue;
        struct fresh *one = &fresh[(*count)++];
        one->block.line = ids->length;
        weave_add_id(ids, set->records[i].annotation->id);
        one->block.id_length = ids->length - one->block.line;
        one->block.start = bytes->length;
        printer->item(bytes, set, i);
        one->block.end = bytes->length;
        /* Blank lines before it only keep it apart from what it follows. */
        while (one->block.start < one->block.end && bytes->data[one->block.start] == '\n')
            one->block.start++;
    }
    for (size_t i = 0; i < *count; i++)
        fresh[i].block.id = buffer_text(ids) + fresh[i].block.line;
    return fresh;
}

static void add_new(struct buffer *out, const struct fresh *fresh, size_t count, const char *bytes)
{
    for (size_t i = 0; i < count; i++) {
        if (fresh[i].used)
            continue;
        if (out->length > 0 && out->data[out->length - 1] != '\n')
            buffer_add_byte(out, '\n');
        buffer_add_byte(out, '\n');
        buffer_add(out, bytes + fresh[i].block.start, fresh[i].block.end - fresh[i].block.start);
    }
}

/* `fresh` keeps the order of the notes; a sorted copy finds the block of an id. */
static void put_together(const char *old, size_t length, const struct blocks *blocks,
                         struct fresh *fresh, size_t count, const char *bytes, struct buffer *out)
{
    struct fresh *sorted = xcalloc(count + 1, sizeof *sorted);
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        sorted[i] = fresh[i];
        sorted[i].block.line = i;
    }
    qsort(sorted, count, sizeof *sorted, compare_fresh);
    for (size_t i = 0; i < blocks->count; i++) {
        const struct block *block = &blocks->items[i];
        struct fresh wanted = { .block = *block };
        struct fresh *found = bsearch(&wanted, sorted, count, sizeof *sorted, compare_fresh);
        if (found == NULL)
            continue;
        buffer_add(out, old + at, block->start - at);
        buffer_add(out, bytes + found->block.start, found->block.end - found->block.start);
        fresh[found->block.line].used = true;
        at = block->end;
    }
    buffer_add(out, old + at, length - at);
    add_new(out, fresh, count, bytes);
    free(sorted);
}

bool weave_run(const struct printer *printer, const struct export_set *set, const char *old,
               size_t length, struct buffer *out, struct error *error)
{
    struct blocks blocks = { 0 };
    struct buffer bytes = { 0 }, ids = { 0 };
    size_t count;
    if (length == 0) {
        printer_run(printer, set, out);
        return true;
    }
    bool ok = find_blocks(&blocks, printer->marks, old, length, error);
    if (ok) {
        struct fresh *fresh = print_fresh(printer, set, &bytes, &ids, &count);
        put_together(old, length, &blocks, fresh, count, buffer_text(&bytes), out);
        free(fresh);
    }
    free(blocks.items);
    buffer_free(&bytes);
    buffer_free(&ids);
    return ok;
}
