#include "query/figure_comparison.h"

#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "entity/kwic.h"
#include "figure/figure_compare.h"
#include "text/width.h"

#define LIKELY 0.5F
#define WORDS_CELLS 24

struct links {
    struct figure_link *items;
    size_t count;
    size_t capacity;
};

static int compare_links(const void *a, const void *b)
{
    const struct figure_link *one = a;
    const struct figure_link *other = b;
    return (one->a.start > other->a.start) - (one->a.start < other->a.start);
}

static void collect_links(const struct alignment *alignment, struct links *links)
{
    for (size_t i = 0; i < alignment->count; i++) {
        const struct alignment_item *item = &alignment->items[i];
        bool reported = item->kind == ALIGNED_SAME || item->kind == ALIGNED_PARTIAL;
        if (item->a_count > 0 && item->b_count > 0 && (reported || item->confidence >= LIKELY))
            VECTOR_PUSH(links, (struct figure_link){ item->a_span, item->b_span });
    }
    /* Of two texts of one sentence each the one is told against the other, whatever they share. */
    if (links->count == 0 && alignment->count == 2) {
        const struct alignment_item *one = &alignment->items[0], *other = &alignment->items[1];
        const struct alignment_item *a = one->a_count > 0 ? one : other,
                                    *b = a == one ? other : one;
        if (a->a_count == 1 && b->b_count == 1)
            VECTOR_PUSH(links, (struct figure_link){ a->a_span, b->b_span });
    }
    if (links->count > 0)
        qsort(links->items, links->count, sizeof *links->items, compare_links);
}

static size_t index_of(const struct figure_pair *pair, int side)
{
    return side == 0 ? pair->a : pair->b;
}

/* Of each figure its first pair. */
static void number_pairs(struct figure_comparison *comparison, int side)
{
    size_t count = comparison->figures[side].count;
    size_t *pair_of = xcalloc(count + 1, sizeof *pair_of);
    for (size_t i = comparison->pairs.count; i-- > 0;) {
        size_t index = index_of(&comparison->pairs.items[i], side);
        if (index != PAIR_NONE)
            pair_of[index] = i;
    }
    comparison->pair_of[side] = pair_of;
}

void figure_comparison_make(struct figure_comparison *comparison, struct aligner_text texts[2],
                            const struct alignment *alignment)
{
    (void)figure_comparison_read(comparison, texts, alignment, NULL, NULL);
}

bool figure_comparison_read(struct figure_comparison *comparison, struct aligner_text texts[2],
                            const struct alignment *alignment,
                            bool (*go_on)(void *data, double done), void *data)
{
    struct links links = { 0 };
    struct figure_side sides[2];
    figure_comparison_free(comparison);
    for (int side = 0; side < 2; side++) {
        comparison->figures[side] = texts[side].figures;
        texts[side].figures = (struct figures){ 0 };
        sides[side] = (struct figure_side){ &comparison->figures[side], texts[side].side.length };
    }
    collect_links(alignment, &links);
    const struct figures_pair_task task = { links.items, links.count, go_on, data };
    bool ok = figures_pair(&sides[0], &sides[1], &task, &comparison->pairs);
    for (int side = 0; side < 2; side++)
        number_pairs(comparison, side);
    free(links.items);
    return ok;
}

void figure_comparison_free(struct figure_comparison *comparison)
{
    for (int side = 0; side < 2; side++) {
        figures_free(&comparison->figures[side]);
        free(comparison->pair_of[side]);
    }
    figure_pairs_free(&comparison->pairs);
    *comparison = (struct figure_comparison){ 0 };
}

const struct figure *figure_comparison_figure(const struct figure_comparison *comparison,
                                              const struct figure_pair *pair, int side)
{
    size_t index = index_of(pair, side);
    return index != PAIR_NONE ? &comparison->figures[side].items[index] : NULL;
}

static const struct figure_pair *pair_of(const struct figure_comparison *comparison, int side,
                                         size_t index)
{
    return &comparison->pairs.items[comparison->pair_of[side][index]];
}

const struct figure_pair *figure_comparison_at(const struct figure_comparison *comparison, int side,
                                               size_t offset)
{
    const struct figures *figures = &comparison->figures[side];
    size_t index = figures_first_after(figures, offset);
    if (index >= figures->count || figures->items[index].start > offset)
        return NULL;
    return pair_of(comparison, side, index);
}

bool figure_comparison_is_stop(const struct figure_pair *pair)
{
    return pair->status == PAIR_ROUNDED || pair->status == PAIR_DIFFER;
}

const struct figure_pair *figure_comparison_step(const struct figure_comparison *comparison,
                                                 int side, size_t offset, bool forward)
{
    const struct figures *figures = &comparison->figures[side];
    size_t index = figures_first_after(figures, offset);
    if (forward) {
        for (; index < figures->count; index++)
            if (figures->items[index].start > offset &&
                figure_comparison_is_stop(pair_of(comparison, side, index)))
                return pair_of(comparison, side, index);
        return NULL;
    }
    if (index < figures->count && figures->items[index].start < offset)
        index++; /* the cursor is within it: to its start */
    while (index-- > 0)
        if (figure_comparison_is_stop(pair_of(comparison, side, index)))
            return pair_of(comparison, side, index);
    return NULL;
}

size_t figure_comparison_stops(const struct figure_comparison *comparison, int side,
                               const struct figure_pair *pair, size_t *number)
{
    size_t count = 0;
    for (size_t i = 0; i < comparison->figures[side].count; i++) {
        const struct figure_pair *other = pair_of(comparison, side, i);
        count += figure_comparison_is_stop(other);
        if (other == pair)
            *number = count;
    }
    return count;
}

void figure_comparison_add_words(const struct document *document, const struct figure *figure,
                                 struct buffer *out)
{
    struct buffer words = { 0 };
    size_t used;
    if (figure->kind == FIGURE_PERCENT) {
        figure_print_value(figure, out);
        buffer_add_format(out, " %s", figure->unit);
        return;
    }
    kwic_add(&words, document, (struct span){ figure->start, figure->end });
    size_t fits = width_fit(buffer_text(&words), words.length, WORDS_CELLS, &used);
    buffer_add(out, buffer_text(&words), fits);
    buffer_add_text(out, fits < words.length ? "…" : "");
    buffer_free(&words);
}

void figure_comparison_add_value(const struct figure *figure, const struct figure *other,
                                 struct buffer *out)
{
    if (other != NULL && other->kind == FIGURE_DATE && figure->kind != FIGURE_DATE)
        figure_date_print(&figure->resolved, out);
    else
        figure_print_value(figure, out);
}

static const char *status_of(const struct figure_pair *pair, int side)
{
    if (pair->status == PAIR_ONLY_A || pair->status == PAIR_ONLY_B)
        return (pair->status == PAIR_ONLY_A) == (side == 0) ? _("only here") : _("only there");
    return _(figure_pair_status_name(pair->status));
}

void figure_comparison_add_remark(const struct figure_comparison *comparison,
                                  const struct figure_pair *pair, struct buffer *out)
{
    const struct figure *a = figure_comparison_figure(comparison, pair, 0);
    const struct figure *b = figure_comparison_figure(comparison, pair, 1);
    if (a != NULL && b != NULL)
        figure_compare_remark(a, b, out);
}

void figure_comparison_say_remark(const struct figure_comparison *comparison,
                                  const struct figure_pair *pair, struct buffer *out)
{
    struct buffer remark = { 0 }, said = { 0 };
    figure_comparison_add_remark(comparison, pair, &remark);
    char *rest = remark.length > 0 ? remark.data : NULL;
    while (rest != NULL) {
        char *next = strstr(rest, ", ");
        if (next != NULL)
            *next = '\0';
        buffer_add_format(&said, "%s%s", said.length > 0 ? _(", ") : "", message_text(rest));
        rest = next != NULL ? next + strlen(", ") : NULL;
    }
    if (said.length > 0)
        buffer_add_format(out, _(" (%s)"), buffer_text(&said));
    buffer_free(&remark);
    buffer_free(&said);
}

void figure_comparison_add_status(const struct figure_comparison *comparison,
                                  const struct figure_pair *pair, int side, struct buffer *out)
{
    buffer_add_text(out, status_of(pair, side));
    figure_comparison_say_remark(comparison, pair, out);
}
