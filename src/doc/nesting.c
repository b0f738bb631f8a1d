#include "doc/nesting.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"

#define INDENT_LIMIT 120
#define QUOTE_LIMIT 255
#define MARKER_LIMIT 255
#define QUOTE_CELLS 2
#define DEFINITION_INDENT 4 /* cells that what is said of a term stands right of it */
#define PLAIN_BARS UINT64_C(0x5555555555555555)

static struct container *top_of(struct nesting *nesting)
{
    return nesting->count > 0 ? &nesting->items[nesting->count - 1] : NULL;
}

static uint16_t limited(unsigned indent)
{
    return (uint16_t)(indent < INDENT_LIMIT ? indent : INDENT_LIMIT);
}

/* Cells that what stands in the container stands further right than itself. */
static unsigned cells_within(const struct container *container)
{
    if (container->kind == CONTAINER_QUOTE)
        return QUOTE_CELLS;
    return container->kind == CONTAINER_ITEM ? container->number : 0;
}

static uint64_t bit(unsigned column)
{
    return column < 64 ? UINT64_C(1) << column : 0;
}

static void push(struct nesting *nesting, struct container container)
{
    const struct container *top = top_of(nesting);
    container.list = SIZE_MAX;
    if (top != NULL) {
        container.indent += top->indent;
        container.bullets += top->bullets;
        container.bars = top->bars;
        container.column = top->column + cells_within(top);
        container.is_footnote |= top->is_footnote;
        container.list = top->list;
    }
    if (container.kind == CONTAINER_BULLETS || container.kind == CONTAINER_NUMBERS)
        container.list = nesting->count;
    if (container.kind == CONTAINER_QUOTE)
        container.bars |= bit(container.column);
    container.first_block = nesting->builder->blocks.count;
    container.marker_start = nesting->marker.length;
    VECTOR_PUSH(nesting, container);
}

void nesting_enter_quote(struct nesting *nesting)
{
    nesting->quotes++;
    push(nesting, (struct container){ .kind = CONTAINER_QUOTE });
    if (nesting->marker.length > 0 && nesting->quotes <= QUOTE_LIMIT)
        buffer_add_text(&nesting->marker, "  ");
}

void nesting_enter_bullets(struct nesting *nesting, bool is_tight)
{
    push(nesting, (struct container){
                      .kind = CONTAINER_BULLETS, .is_tight = is_tight, .bullets = 1 });
}

void nesting_enter_numbers(struct nesting *nesting, bool is_tight, unsigned start, char delimiter)
{
    push(nesting, (struct container){ .kind = CONTAINER_NUMBERS,
                                      .is_tight = is_tight,
                                      .number = start,
                                      .delimiter = delimiter });
}

/* Puts a marker behind those of the items that begin on the same line. */
static void add_marker(struct nesting *nesting, const char *marker)
{
    if (nesting->count > MARKER_LIMIT)
        return;
    if (nesting->marker.length > 0)
        buffer_add_byte(&nesting->marker, ' ');
    buffer_add_text(&nesting->marker, marker);
}

static const char *bullet_of(unsigned depth)
{
    static const char *const bullets[] = { "•", "◦", "▪" };
    return bullets[depth >= 3 ? 2 : depth > 0 ? depth - 1 : 0];
}

void nesting_enter_item(struct nesting *nesting, enum nesting_task task)
{
    static const char *const boxes[] = { "", "☐", "☑" };
    struct container *list = top_of(nesting);
    struct container item = { .kind = CONTAINER_ITEM, .indent = 2 };
    const char *marker = task != TASK_NONE ? boxes[task] : bullet_of(list ? list->bullets : 1);
    char number[32];
    if (list != NULL && list->kind == CONTAINER_NUMBERS) {
        int cells = snprintf(number, sizeof number, "%u%c", list->number++, list->delimiter);
        item.indent = (unsigned)cells + (task != TASK_NONE ? 3 : 1);
        if (task != TASK_NONE)
            snprintf(number + cells, sizeof number - (size_t)cells, " %s", boxes[task]);
        list->widest = item.indent > list->widest ? item.indent : list->widest;
        marker = number;
    }
    item.number = item.indent;
    push(nesting, item);
    add_marker(nesting, marker);
}

bool nesting_become_footnote(struct nesting *nesting, unsigned number)
{
    struct container *item = top_of(nesting);
    if (item == NULL || item->kind != CONTAINER_ITEM || item->has_block)
        return false;
    char marker[32];
    int cells = snprintf(marker, sizeof marker, "[%u]", number);
    buffer_truncate(&nesting->marker, item->marker_start);
    add_marker(nesting, marker);
    item->indent = item->indent - item->number + (unsigned)cells + 1;
    item->number = (unsigned)cells + 1;
    item->is_footnote = true;
    return true;
}

void nesting_become_definition(struct nesting *nesting)
{
    struct container *item = top_of(nesting);
    if (item == NULL || item->kind != CONTAINER_ITEM || item->has_block)
        return;
    buffer_truncate(&nesting->marker, item->marker_start);
    item->indent = item->indent - item->number + DEFINITION_INDENT;
    item->number = DEFINITION_INDENT;
}

bool nesting_owes_marker(const struct nesting *nesting)
{
    if (nesting->count == 0 || nesting->marker.length == 0)
        return false;
    const struct container *top = &nesting->items[nesting->count - 1];
    return top->kind == CONTAINER_ITEM && !top->has_block;
}

/* 0 where the bars stand as they do without lists. */
static uint16_t index_of_bars(struct nesting *nesting, unsigned quotes, uint64_t bars)
{
    uint64_t plain = quotes < 32 ? PLAIN_BARS & (bit(quotes * QUOTE_CELLS) - 1) : PLAIN_BARS;
    return bars == plain ? 0 : builder_bars(nesting->builder, bars);
}

/* Moves a block of an item that begins at `column`, and the bars in the item, to the right. */
static void move_right(struct nesting *nesting, struct block *block, unsigned column, unsigned more)
{
    block->indent = limited(block->indent + more);
    if (block->bars == 0 || column >= 64 || more >= 64)
        return;
    uint64_t bars = nesting->builder->bars.items[block->bars - 1];
    uint64_t left = bars & (bit(column) - 1);
    block->bars = index_of_bars(nesting, block->quote, left | (bars & ~left) << more);
}

/* Pushes the items with shorter numbers to where those with longer ones stand. */
static void align_numbers(struct nesting *nesting)
{
    const struct container *list = top_of(nesting);
    while (nesting->numbered.count > 0) {
        const struct numbered_item *item = &nesting->numbered.items[nesting->numbered.count - 1];
        if (item->list != nesting->count - 1 || item->first_block < list->first_block)
            break;
        /* what became a footnote in the list may be wider than all its numbers */
        unsigned more = list->widest > item->width ? list->widest - item->width : 0;
        for (size_t i = item->first_block; more > 0 && i < item->end_block; i++)
            move_right(nesting, &nesting->builder->blocks.items[i], item->column, more);
        nesting->numbered.count--;
    }
}

void nesting_leave(struct nesting *nesting)
{
    const struct container *top = top_of(nesting);
    if (top == NULL)
        return;
    if (top->kind == CONTAINER_QUOTE)
        nesting->quotes--;
    else if (top->kind == CONTAINER_NUMBERS)
        align_numbers(nesting);
    else if (top->kind == CONTAINER_ITEM && top->list != SIZE_MAX &&
             nesting->items[top->list].kind == CONTAINER_NUMBERS)
        VECTOR_PUSH(&nesting->numbered,
                    (struct numbered_item){ top->first_block, nesting->builder->blocks.count,
                                            top->list, top->number, top->column });
    nesting->count--;
    if (nesting->shared > nesting->count)
        nesting->shared = nesting->count;
}

/* Do the block and the one before it both stand in one tight list? */
static bool is_tight(const struct nesting *nesting)
{
    if (nesting->shared == 0)
        return false;
    size_t list = nesting->items[nesting->shared - 1].list;
    return list != SIZE_MAX && nesting->items[list].is_tight;
}

void nesting_dress(struct nesting *nesting, struct block *block)
{
    const struct container *top = top_of(nesting);
    block->indent = limited(top != NULL ? top->indent : 0);
    block->quote = (uint8_t)(nesting->quotes < QUOTE_LIMIT ? nesting->quotes : QUOTE_LIMIT);
    block->bars = block->quote > 0 ? index_of_bars(nesting, nesting->quotes, top->bars) : 0;
    if (is_tight(nesting))
        block->flags |= BLOCK_TIGHT;
    if (top != NULL && top->is_footnote)
        block->flags |= BLOCK_FOOTNOTE;
    if (nesting->marker.length > 0)
        block->marker = builder_marker(nesting->builder, nesting->marker.data);
    buffer_truncate(&nesting->marker, 0);
    for (size_t i = nesting->count; i > 0 && !nesting->items[i - 1].has_block; i--)
        nesting->items[i - 1].has_block = true;
    nesting->shared = nesting->count;
}

void nesting_free(struct nesting *nesting)
{
    free(nesting->items);
    free(nesting->numbered.items);
    buffer_free(&nesting->marker);
    *nesting = (struct nesting){ 0 };
}
