#include "doc/converted.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/bisect.h"
#include "base/buffer.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "doc/builder.h"
#include "doc/nesting.h"

/* An id in the stream and what it stands for. */
struct label {
    char *id;
    size_t order; /* anchors: of appearance; the first of an id counts */
    size_t place; /* anchors, notes: byte of the text; links: index of the link */
    unsigned number; /* notes */
};

struct labels {
    struct label *items;
    size_t count;
    size_t capacity;
};

struct converted {
    struct builder builder;
    struct nesting nesting;
    struct frontmatter matter;
    struct labels anchors;
    struct labels links; /* that lead to anchors */
    size_t waiting;      /* anchors from here on have no place yet */
    struct block block;  /* kind, level and flags of the next one */
    unsigned columns;
    unsigned cells;
    bool table_begun;
    struct buffer text;
};

static int compare_labels(const void *a, const void *b)
{
    const struct label *left = a;
    const struct label *right = b;
    int order = strcmp(left->id, right->id);
    if (order != 0)
        return order;
    return left->order < right->order ? -1 : left->order > right->order;
}

static void add_label(struct labels *labels, const char *prefix, const char *id)
{
    VECTOR_PUSH(labels,
                (struct label){ .id = xasprintf("%s%s", prefix, id), .order = labels->count });
}

static void free_labels(struct labels *labels)
{
    for (size_t i = 0; i < labels->count; i++)
        free(labels->items[i].id);
    free(labels->items);
}

static void settle_anchors(struct converted *converted, size_t place)
{
    for (; converted->waiting < converted->anchors.count; converted->waiting++)
        converted->anchors.items[converted->waiting].place = place;
}

static void open_block(struct converted *converted, struct block block)
{
    nesting_dress(&converted->nesting, &block);
    builder_open(&converted->builder, block);
    settle_anchors(converted, converted->builder.block.start);
}

static void need_block(struct converted *converted)
{
    if (!converted->builder.is_open)
        open_block(converted, converted->block);
}

static void close_block(struct converted *converted)
{
    builder_link_end(&converted->builder);
    builder_close(&converted->builder);
    converted->block = (struct block){ .kind = BLOCK_PARAGRAPH };
}

static void begin_block(struct converted *converted, enum block_kind kind, unsigned level)
{
    close_block(converted);
    converted->block = (struct block){ .kind = (uint8_t)kind, .level = (uint8_t)level };
    if (kind == BLOCK_RULE) {
        need_block(converted);
        close_block(converted);
    }
}

static void begin_table(struct converted *converted, const char *operand)
{
    unsigned long columns = strtoul(operand, NULL, 10);
    close_block(converted);
    converted->columns = columns < 255 ? (unsigned)columns : 255;
    converted->table_begun = false;
}

static void begin_row(struct converted *converted, bool header)
{
    struct block block = { .kind = BLOCK_TABLE_ROW, .level = (uint8_t)converted->columns };
    close_block(converted);
    block.flags = (uint8_t)((header ? BLOCK_TABLE_HEADER : 0) |
                            (converted->table_begun ? BLOCK_TIGHT : BLOCK_TABLE_FIRST));
    converted->table_begun = true;
    converted->cells = 0;
    open_block(converted, block);
}

static void begin_cell(struct converted *converted, char side)
{
    struct builder *builder = &converted->builder;
    if (!builder->is_open || builder->block.kind != BLOCK_TABLE_ROW)
        return;
    builder_link_end(builder);
    if (converted->cells++ > 0)
        builder_cell(builder);
    if ((side == 'r' || side == 'c') && (builder->block.flags & BLOCK_TABLE_FIRST) != 0)
        builder_align(builder, converted->cells - 1,
                      side == 'r' ? BUILDER_RIGHT : BUILDER_CENTRED);
}

static void enter_numbers(struct converted *converted, const char *operand)
{
    char delimiter = operand[0] == ')' ? ')' : '.';
    char *end = NULL;
    unsigned long start = operand[0] != '\0' ? strtoul(operand + 1, &end, 10) : 1;
    bool tight = end != NULL && *end == 't';
    nesting_enter_numbers(&converted->nesting, tight,
                          (unsigned)(start < 1000000000 ? start : 1000000000), delimiter);
}

static void enter_item(struct converted *converted, char task)
{
    nesting_enter_item(&converted->nesting,
                       task == 'x' ? TASK_DONE : task == ' ' ? TASK_OPEN : TASK_NONE);
}

static void leave(struct converted *converted)
{
    if (converted->nesting.count == 0)
        return;
    if (nesting_owes_marker(&converted->nesting)) {
        need_block(converted);
        close_block(converted);
    }
    /* A note is an item with a list of its own around it. */
    const struct container *items = converted->nesting.items;
    size_t count = converted->nesting.count;
    bool note = count > 1 && items[count - 1].is_footnote && !items[count - 2].is_footnote;
    nesting_leave(&converted->nesting);
    if (note)
        nesting_leave(&converted->nesting);
}

/* Code is a block a line. */
static void add_code(struct converted *converted, const char *text, size_t length)
{
    for (;;) {
        const char *newline = memchr(text, '\n', length);
        size_t size = newline != NULL ? (size_t)(newline - text) : length;
        need_block(converted);
        builder_text(&converted->builder, text, size, 0);
        if (newline == NULL)
            return;
        builder_close(&converted->builder);
        converted->block.flags |= BLOCK_TIGHT;
        text += size + 1;
        length -= size + 1;
    }
}

static void add_text(struct converted *converted, const char *text, size_t length, unsigned bits)
{
    if (converted->block.kind == BLOCK_CODE) {
        add_code(converted, text, length);
        return;
    }
    need_block(converted);
    settle_anchors(converted, converted->builder.text.length);
    builder_text(&converted->builder, text, length, bits);
}

/* Tabs part cells and newlines lines: within words both are blanks. */
static void make_blanks(struct buffer *text)
{
    static const char others[] = "\t\n";
    for (size_t i = 0; i < 2; i++) {
        char *at = text->data;
        while ((at = memchr(at, others[i], text->length - (size_t)(at - text->data))) != NULL)
            *at = ' ';
    }
}

static unsigned read_bits(const char *operand, const char **rest)
{
    char *end;
    unsigned long bits = strtoul(operand, &end, 10);
    *rest = *end == ' ' ? end + 1 : end;
    return (unsigned)(bits & (STYLE_EMPHASIS | STYLE_STRONG | STYLE_CODE | STYLE_STRIKE));
}

static void begin_link(struct converted *converted, const char *target)
{
    struct builder *builder = &converted->builder;
    need_block(converted);
    builder_link_end(builder);
    bool inner = target[0] == '#' && target[1] != '\0';
    if (inner)
        add_label(&converted->links, "#", target + 1);
    builder_link_begin(builder, inner ? LINK_PLACE : LINK_URL, xstrdup(target),
                       inner ? converted->links.count - 1 : 0);
}

/* Numbered anew when all is known. */
static void add_reference(struct converted *converted, const char *id)
{
    struct builder *builder = &converted->builder;
    char *mark = xasprintf("[%s]", id);
    need_block(converted);
    builder_link_end(builder);
    add_label(&converted->links, "^", id);
    builder_link_begin(builder, LINK_PLACE, xstrdup(""), converted->links.count - 1);
    builder_text(builder, mark, strlen(mark), STYLE_NOTE_MARK);
    builder_link_end(builder);
    free(mark);
}

static void enter_note(struct converted *converted, const char *id)
{
    unsigned long number = strtoul(id, NULL, 10);
    nesting_enter_bullets(&converted->nesting, true);
    nesting_enter_item(&converted->nesting, TASK_NONE);
    nesting_become_footnote(&converted->nesting, (unsigned)number);
    add_label(&converted->anchors, "^", id);
}

static void add_meta(struct converted *converted, const char *operand)
{
    const char *blank = strchr(operand, ' ');
    if (blank == NULL || blank == operand)
        return;
    VECTOR_PUSH(&converted->matter,
                (struct frontmatter_entry){ .key = xstrndup(operand, (size_t)(blank - operand)),
                                            .value = xstrdup(blank + 1) });
}

static void state_inline(struct converted *converted, char kind, const char *operand, size_t length)
{
    const char *rest = operand;
    unsigned bits;
    switch (kind) {
    case 'x':
        if (converted->block.kind != BLOCK_CODE)
            make_blanks(&converted->text);
        bits = read_bits(operand, &rest);
        add_text(converted, rest, length - (size_t)(rest - operand), bits);
        break;
    case 's':
        if (converted->builder.is_open)
            builder_soft_break(&converted->builder, read_bits(operand, &rest));
        break;
    case 'b':
        if (converted->builder.is_open && converted->builder.block.kind != BLOCK_TABLE_ROW)
            builder_hard_break(&converted->builder);
        break;
    case 'l':
        begin_link(converted, operand);
        break;
    case 'L':
        builder_link_end(&converted->builder);
        break;
    case 'f':
        add_reference(converted, operand);
        break;
    case 'a': add_label(&converted->anchors, "#", operand); break;
    default:
        break;
    }
}

static void state_container(struct converted *converted, char kind, const char *operand)
{
    close_block(converted);
    switch (kind) {
    case 'q':
        nesting_enter_quote(&converted->nesting);
        break;
    case 'u':
        nesting_enter_bullets(&converted->nesting, operand[0] == 't');
        break;
    case 'o':
        enter_numbers(converted, operand);
        break;
    case 'i':
        enter_item(converted, operand[0]);
        break;
    case 'n':
        enter_note(converted, operand);
        break;
    case 'e':
        leave(converted);
        break;
    default:
        break;
    }
}

static void state_block(struct converted *converted, char kind, const char *operand)
{
    switch (kind) {
    case 'h':
        begin_block(converted, BLOCK_HEADING,
                    operand[0] >= '1' && operand[0] <= '6' ? (unsigned)(operand[0] - '0') : 1);
        break;
    case 'p':
        begin_block(converted, BLOCK_PARAGRAPH, 0);
        break;
    case 'c':
        begin_block(converted, BLOCK_CODE, 0);
        break;
    case 'r':
        begin_block(converted, BLOCK_RULE, 0);
        break;
    case '.':
        close_block(converted);
        break;
    case 't':
        begin_table(converted, operand);
        break;
    case 'H':
    case 'R':
        begin_row(converted, kind == 'H');
        break;
    case '|':
        begin_cell(converted, operand[0]);
        break;
    case 'm':
        add_meta(converted, operand);
        break;
    default:
        state_inline(converted, kind, operand, strlen(operand));
        break;
    }
}

/* The operand with its escapes resolved, in converted->text. */
static void unescape(struct converted *converted, const char *text, size_t length)
{
    buffer_truncate(&converted->text, 0);
    buffer_reserve(&converted->text, length);
    for (size_t at = 0; at < length;) {
        const char *escape = memchr(text + at, '\\', length - at);
        size_t stop = escape != NULL && escape + 1 < text + length ? (size_t)(escape - text) : length;
        buffer_add(&converted->text, text + at, stop - at);
        if (stop < length)
            buffer_add_byte(&converted->text, text[stop + 1] == 'n' ? '\n' : text[stop + 1]);
        at = stop + 2;
    }
}

static bool read_statements(struct converted *converted, const char *text, size_t length,
                            struct error *error)
{
    const char *end = text + length;
    for (const char *at = text; at < end;) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        const char *stop = newline != NULL ? newline : end;
        if (stop > at) {
            unescape(converted, at + 1, (size_t)(stop - at) - 1);
            const char *operand = buffer_text(&converted->text);
            if (*at == '!') {
                error_set(error, "%s", operand);
                return false;
            }
            if (strchr("quoine", *at) != NULL)
                state_container(converted, *at, operand);
            else
                state_block(converted, *at, operand);
        }
        at = stop + 1;
        if (builder_is_over_budget(&converted->builder))
            break;
    }
    return true;
}

static const struct label *find_label(const struct labels *labels, const char *id)
{
    struct label key = { .id = (char *)(uintptr_t)id };
    size_t low = 0;
    BISECT(low, labels->count, compare_labels(&labels->items[low], &key) >= 0);
    return low < labels->count && strcmp(labels->items[low].id, id) == 0 ? &labels->items[low]
                                                                         : NULL;
}

/* Links within the text get the places of their anchors; what leads nowhere stays an address. An anchor behind
 * the last blanks was placed before these were trimmed. */
static void place_links(struct document *document, struct labels *anchors,
                        const struct labels *links)
{
    if (anchors->count > 0)
        qsort(anchors->items, anchors->count, sizeof *anchors->items, compare_labels);
    for (size_t i = 0; i < document->link_count; i++) {
        struct link *link = &document->links[i];
        if (link->kind != LINK_PLACE || link->place >= links->count)
            continue;
        const struct label *anchor = find_label(anchors, links->items[link->place].id);
        link->place = anchor != NULL ? anchor->place : link->span.start;
        if (link->place > document->length)
            link->place = document->length;
        if (anchor == NULL && link->target[0] != '\0')
            link->kind = LINK_URL;
        else
            link->target[0] = '\0';
    }
}

bool converted_is(const char *text, size_t length)
{
    size_t size = sizeof CONVERTED_MAGIC - 1;
    return length > size && memcmp(text, CONVERTED_MAGIC "\n", size + 1) == 0;
}

struct document *converted_read(const char *text, size_t length, struct error *error)
{
    struct converted converted = { .block = { .kind = BLOCK_PARAGRAPH } };
    if (!converted_is(text, length)) {
        error_set(error, "the converter gave back something else than a text");
        return NULL;
    }
    converted.nesting.builder = &converted.builder;
    builder_begin(&converted.builder, length * 4 + ((size_t)64 << 10));
    bool whole = read_statements(&converted, text + sizeof CONVERTED_MAGIC,
                                 length - sizeof CONVERTED_MAGIC, error);
    while (converted.nesting.count > 0) {
        close_block(&converted);
        leave(&converted);
    }
    settle_anchors(&converted, converted.builder.text.length);
    struct document *document = builder_end(&converted.builder);
    place_links(document, &converted.anchors, &converted.links);
    frontmatter_free(document->frontmatter);
    *document->frontmatter = converted.matter;
    free_labels(&converted.anchors);
    free_labels(&converted.links);
    nesting_free(&converted.nesting);
    buffer_free(&converted.text);
    if (whole)
        return document;
    document_free(document);
    return NULL;
}
