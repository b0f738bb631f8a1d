#include "doc/builder.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "text/utf8.h"

#define MARKERS_COMPARED 16 /* of the latest ones, to keep each only once */

void builder_begin(struct builder *builder, size_t budget)
{
    *builder = (struct builder){ .budget = budget };
    buffer_reserve(&builder->text, 0);
}

static bool keeps_blanks(const struct block *block)
{
    return block->kind == BLOCK_CODE || block->kind == BLOCK_TABLE_ROW;
}

void builder_open(struct builder *builder, struct block block)
{
    builder_close(builder);
    builder->block_before = builder->text.length;
    if (builder->blocks.count > 0)
        buffer_add_byte(&builder->text, '\n');
    block.start = block.end = builder->text.length;
    builder->block = block;
    builder->is_open = true;
}

static void add_style(struct builder *builder, size_t start, size_t end, unsigned bits)
{
    if (bits == 0 || start == end)
        return;
    if (builder->styles.count > 0) {
        struct style_run *last = &builder->styles.items[builder->styles.count - 1];
        if (last->end == start && last->bits == bits) {
            last->end = end;
            return;
        }
    }
    VECTOR_PUSH(&builder->styles, (struct style_run){ start, end, bits });
}

static void add_bytes(struct builder *builder, const char *text, size_t length, unsigned bits)
{
    size_t start = builder->text.length;
    buffer_add(&builder->text, text, length);
    add_style(builder, start, builder->text.length, bits);
    builder->spent += length;
}

/* Shortens the text; styles do not reach beyond it. */
static void cut_text(struct builder *builder, size_t length)
{
    buffer_truncate(&builder->text, length);
    while (builder->styles.count > 0) {
        struct style_run *last = &builder->styles.items[builder->styles.count - 1];
        if (last->end <= length)
            break;
        last->end = length;
        if (last->start >= length)
            builder->styles.count--;
        else
            break;
    }
    while (builder->links.count > 0) {
        struct link *last = &builder->links.items[builder->links.count - 1];
        if (last->span.end <= length)
            break;
        last->span.end = length;
        if (last->span.start < length)
            break;
        free(last->target);
        builder->links.count--;
    }
    if (builder->link_started && builder->link.span.start > length)
        builder->link.span.start = length;
}

static void trim_spaces(struct builder *builder)
{
    const char *text = builder->text.data;
    size_t end = builder->text.length;
    while (end > builder->block.start && (text[end - 1] == ' ' || text[end - 1] == '\n'))
        end--;
    cut_text(builder, end);
}

static bool at_line_start(const struct builder *builder)
{
    size_t length = builder->text.length;
    return length == builder->block.start || builder->text.data[length - 1] == '\n';
}

/* Writes the line end that waits, now that it is known what follows. */
static void settle_break(struct builder *builder, const char *text, size_t length, unsigned bits)
{
    if (!builder->soft_break)
        return;
    builder->soft_break = false;
    uint32_t before;
    uint32_t after;
    size_t end = builder->text.length;
    size_t last = utf8_previous(builder->text.data, end);
    utf8_decode(builder->text.data + last, end - last, &before);
    utf8_decode(text, length, &after);
    if (!blocks_join_closed(before, after))
        add_bytes(builder, " ", 1, bits & builder->soft_bits);
}

void builder_text(struct builder *builder, const char *text, size_t length, unsigned bits)
{
    if (builder->soft_break || (!keeps_blanks(&builder->block) && at_line_start(builder))) {
        while (length > 0 && text[0] == ' ') {
            text++;
            length--;
        }
    }
    if (length == 0)
        return;
    settle_break(builder, text, length, bits);
    if (builder->link_open && !builder->link_started) {
        builder->link_started = true;
        builder->link.span.start = builder->text.length;
    }
    add_bytes(builder, text, length, bits);
}

void builder_soft_break(struct builder *builder, unsigned bits)
{
    trim_spaces(builder);
    if (builder->text.length == builder->block.start)
        return;
    builder->soft_break = true;
    builder->soft_bits = bits;
}

void builder_cell(struct builder *builder)
{
    builder->soft_break = false;
    add_bytes(builder, "\t", 1, 0);
}

void builder_hard_break(struct builder *builder)
{
    trim_spaces(builder);
    builder->soft_break = false;
    if (builder->text.length > builder->block.start)
        add_bytes(builder, "\n", 1, 0);
}

bool builder_close(struct builder *builder)
{
    if (!builder->is_open)
        return false;
    struct block *block = &builder->block;
    builder->is_open = false;
    builder->soft_break = false;
    if (!keeps_blanks(block))
        trim_spaces(builder);
    block->end = builder->text.length;
    if (block->end == block->start && block->marker == 0 &&
        (block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_HEADING)) {
        cut_text(builder, builder->block_before);
        return false;
    }
    blocks_push(&builder->blocks, builder->text.data, *block);
    return true;
}

void builder_link_begin(struct builder *builder, enum link_kind kind, char *target, size_t place)
{
    builder->link_open = true;
    builder->link_started = false;
    builder->link = (struct link){ .kind = kind, .target = target, .place = place };
    builder->spent += target != NULL ? strlen(target) : 0;
}

bool builder_link_has_text(const struct builder *builder)
{
    return builder->link_started && builder->text.length > builder->link.span.start;
}

void builder_link_end(struct builder *builder)
{
    if (!builder->link_open)
        return;
    bool has_text = builder_link_has_text(builder);
    builder->link_open = false;
    builder->link_started = false;
    builder->link.span.end = builder->text.length;
    if (has_text)
        VECTOR_PUSH(&builder->links, builder->link);
    else
        free(builder->link.target);
    builder->link.target = NULL;
}

void builder_anchor(struct builder *builder, const char *name, size_t length)
{
    const struct blocks *blocks = &builder->blocks;
    size_t last = blocks->count > 0 ? blocks->items[blocks->count - 1].start : 0;
    size_t offset = builder->is_open ? builder->block.start : last;
    if (length == 0)
        return;
    builder->spent += length;
    VECTOR_PUSH(&builder->anchors,
                (struct document_anchor){ xstrndup(name, length), offset });
}

uint32_t builder_marker(struct builder *builder, const char *text)
{
    size_t count = builder->markers.count;
    size_t from = count > MARKERS_COMPARED ? count - MARKERS_COMPARED : 0;
    for (size_t i = count; i > from; i--) {
        if (strcmp(builder->markers.items[i - 1], text) == 0)
            return (uint32_t)i;
    }
    builder->spent += strlen(text);
    VECTOR_PUSH(&builder->markers, xstrdup(text));
    return (uint32_t)builder->markers.count;
}

uint16_t builder_bars(struct builder *builder, uint64_t bars)
{
    size_t count = builder->bars.count;
    size_t from = count > MARKERS_COMPARED ? count - MARKERS_COMPARED : 0;
    for (size_t i = count; i > from; i--) {
        if (builder->bars.items[i - 1] == bars)
            return (uint16_t)i;
    }
    if (count == UINT16_MAX)
        return 0;
    VECTOR_PUSH(&builder->bars, bars);
    return (uint16_t)builder->bars.count;
}

void builder_align(struct builder *builder, unsigned column, enum builder_side side)
{
    size_t row = builder->blocks.count;
    size_t count = builder->tables.count;
    if (column >= 64 || !builder->is_open)
        return;
    if (count == 0 || builder->tables.items[count - 1].block != row)
        VECTOR_PUSH(&builder->tables, (struct table_alignment){ .block = row });
    struct table_alignment *table = &builder->tables.items[builder->tables.count - 1];
    *(side == BUILDER_RIGHT ? &table->right : &table->centred) |= UINT64_C(1) << column;
}

bool builder_is_over_budget(const struct builder *builder)
{
    return builder->spent > builder->budget;
}

struct document *builder_end(struct builder *builder)
{
    builder_link_end(builder);
    builder_close(builder);
    struct document *document = blocks_new_document();
    document->length = builder->text.length;
    document->text = buffer_take(&builder->text);
    blocks_hand_over(&builder->blocks, document);
    document->styles = builder->styles.items;
    document->style_count = builder->styles.count;
    document->links = builder->links.items;
    document->link_count = builder->links.count;
    document->anchors = builder->anchors.items;
    document->anchor_count = builder->anchors.count;
    document->markers = builder->markers.items;
    document->marker_count = builder->markers.count;
    document->bars = builder->bars.items;
    document->tables = builder->tables.items;
    document->table_count = builder->tables.count;
    *builder = (struct builder){ 0 };
    return document;
}

void builder_abandon(struct builder *builder)
{
    document_free(builder_end(builder));
}
