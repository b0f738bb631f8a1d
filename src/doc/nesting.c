#include "doc/nesting.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"

#define INDENT_LIMIT 120
#define QUOTE_LIMIT 255
#define MARKER_LIMIT 255

static struct container *top_of(struct nesting *nesting)
{
    return nesting->count > 0 ? &nesting->items[nesting->count - 1] : NULL;
}

static uint16_t limited(unsigned indent)
{
    return (uint16_t)(indent < INDENT_LIMIT ? indent : INDENT_LIMIT);
}

static void push(struct nesting *nesting, struct container container)
{
    const struct container *top = top_of(nesting);
    container.list = SIZE_MAX;
    if (top != NULL) {
        container.indent += top->indent;
        container.bullets += top->bullets;
        container.is_footnote |= top->is_footnote;
        container.list = top->list;
    }
    if (container.kind == CONTAINER_BULLETS || container.kind == CONTAINER_NUMBERS)
        container.list = nesting->count;
    container.first_block = nesting->builder->blocks.count;
    container.marker_start = nesting->marker.length;
    VECTOR_PUSH(nesting, container);
}

void nesting_enter_quote(struct nesting *nesting)
{
    nesting->quotes++;
    push(nesting, (struct container){ .kind = CONTAINER_QUOTE });
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

bool nesting_owes_marker(const struct nesting *nesting)
{
    if (nesting->count == 0 || nesting->marker.length == 0)
        return false;
    const struct container *top = &nesting->items[nesting->count - 1];
    return top->kind == CONTAINER_ITEM && !top->has_block;
}

/* Pushes the items with shorter numbers to where those with longer ones stand. */
static void align_numbers(struct nesting *nesting)
{
    const struct container *list = top_of(nesting);
    while (nesting->numbered.count > 0) {
        const struct numbered_item *item = &nesting->numbered.items[nesting->numbered.count - 1];
        if (item->list != nesting->count - 1 || item->first_block < list->first_block)
            break;
        unsigned more = list->widest - item->width;
        for (size_t i = item->first_block; more > 0 && i < item->end_block; i++) {
            struct block *block = &nesting->builder->blocks.items[i];
            block->indent = limited(block->indent + more);
        }
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
                                            top->list, top->number });
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
