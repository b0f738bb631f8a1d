#include "export/layers.h"

#include <stdlib.h>

#include "base/vector.h"

void layers_add(struct layers *layers, enum layer_kind kind, size_t start, size_t end, size_t index)
{
    if (start < end)
        VECTOR_PUSH(layers, (struct layer){ start, end, kind, index });
}

/* One style; runs that touch are one, whatever other styles tell them apart. */
static void add_styles(struct layers *layers, const struct document *document, unsigned bit,
                       enum layer_kind kind)
{
    size_t start = 0, end = 0;
    for (size_t i = 0; i < document->style_count; i++) {
        const struct style_run *run = &document->styles[i];
        if ((run->bits & bit) == 0)
            continue;
        if (run->start != end) {
            layers_add(layers, kind, start, end, 0);
            start = run->start;
        }
        end = run->end;
    }
    layers_add(layers, kind, start, end, 0);
}

void layers_add_document(struct layers *layers, const struct document *document)
{
    static const struct {
        unsigned bit;
        enum layer_kind kind;
    } kinds[] = { { STYLE_STRONG, LAYER_STRONG },
                  { STYLE_EMPHASIS, LAYER_EMPHASIS },
                  { STYLE_STRIKE, LAYER_STRIKE },
                  { STYLE_CODE, LAYER_CODE } };
    for (size_t i = 0; i < document->link_count; i++)
        layers_add(layers, LAYER_LINK, document->links[i].span.start, document->links[i].span.end,
                   i);
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        add_styles(layers, document, kinds[k].bit, kinds[k].kind);
}

/* 0 marks, 2 code, 1 all between. */
static int depth(const struct layer *layer)
{
    return layer->kind == LAYER_MARK ? 0 : layer->kind == LAYER_CODE ? 2 : 1;
}

/* Outermost first. */
static int order(const struct layer *a, const struct layer *b)
{
    if (depth(a) != depth(b))
        return depth(a) < depth(b) ? -1 : 1;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    if (a->end != b->end)
        return a->end > b->end ? -1 : 1;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    return (a->index > b->index) - (a->index < b->index);
}

static int by_start(const void *a, const void *b)
{
    const struct layer *x = a, *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return order(x, y);
}

void layers_sort(struct layers *layers)
{
    if (layers->count > 0)
        qsort(layers->items, layers->count, sizeof *layers->items, by_start);
}

void layers_free(struct layers *layers)
{
    free(layers->items);
    *layers = (struct layers){ 0 };
}

void layers_begin(struct sweep *sweep, const struct layers *layers)
{
    *sweep = (struct sweep){ .layers = layers };
}

static void drop_ended(struct sweep *sweep, size_t from)
{
    size_t kept = 0;
    for (size_t i = 0; i < sweep->count; i++) {
        if (sweep->active[i]->end > from)
            sweep->active[kept++] = sweep->active[i];
    }
    sweep->count = kept;
}

static void take_in(struct sweep *sweep, const struct layer *layer)
{
    size_t at = sweep->count;
    sweep->active =
        vector_grow(sweep->active, &sweep->capacity, sweep->count + 1, sizeof *sweep->active);
    for (; at > 0 && order(layer, sweep->active[at - 1]) < 0; at--)
        sweep->active[at] = sweep->active[at - 1];
    sweep->active[at] = layer;
    sweep->count++;
}

size_t layers_segment(struct sweep *sweep, size_t from, size_t limit)
{
    const struct layers *layers = sweep->layers;
    drop_ended(sweep, from);
    for (; sweep->next < layers->count && layers->items[sweep->next].start <= from; sweep->next++) {
        if (layers->items[sweep->next].end > from)
            take_in(sweep, &layers->items[sweep->next]);
    }
    if (sweep->next < layers->count && layers->items[sweep->next].start < limit)
        limit = layers->items[sweep->next].start;
    for (size_t i = 0; i < sweep->count; i++) {
        if (sweep->active[i]->end < limit)
            limit = sweep->active[i]->end;
    }
    return limit;
}

void sweep_free(struct sweep *sweep)
{
    free(sweep->active);
    *sweep = (struct sweep){ 0 };
}
