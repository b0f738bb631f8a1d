#include "page/figures_page.h"

#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/xalloc.h"
#include "doc/builder.h"
#include "entity/kwic.h"
#include "page/page_names.h"
#include "page/page_text.h"

#define PAGE_BUDGET ((size_t)1 << 30)
#define AROUND 22 /* cells of context on either side */

struct page {
    struct builder builder;
    const struct text_pair *text_pair;
    const struct figure_comparison *comparison;
    int side; /* what stands on the left */
    const struct figure_pair *current;
    size_t place;
    bool found; /* the row of the current pair is there */
};

static void add_text(struct page *page, const char *text, unsigned bits)
{
    builder_text(&page->builder, text, strlen(text), bits);
}

static void add_context(struct page *page, int side, const struct figure *figure)
{
    const struct text *text = text_pair_text(page->text_pair, side);
    if (figure == NULL)
        return;
    struct kwic kwic =
        kwic_around(text->document, (struct span){ figure->start, figure->end }, AROUND, AROUND);
    builder_link_begin(&page->builder, LINK_CONTEXT, page_text_clean(text->name), figure->start);
    add_text(page, kwic.left_cut ? "…" : "", 0);
    page_text_add_span(&page->builder, text->document, kwic.left, 0);
    page_text_add_span(&page->builder, text->document, kwic.key, STYLE_STRONG);
    page_text_add_span(&page->builder, text->document, kwic.right, 0);
    add_text(page, kwic.right_cut ? "…" : "", 0);
    builder_link_end(&page->builder);
}

/* Miles and kilometres: each value says its own unit then. */
static bool are_of_two_units(const struct figure *here, const struct figure *there)
{
    return here != NULL && there != NULL && here->kind == there->kind &&
           here->kind != FIGURE_COUNT && here->kind != FIGURE_DATE &&
           strcmp(here->unit, there->unit) != 0;
}

/* 586,000,000: in threes where there are more than four digits; a year and a decimal part stay. */
static void add_grouped(const char *value, struct buffer *out)
{
    while (*value != '\0') {
        size_t run = strspn(value, "0123456789");
        for (size_t i = 0; i < run; i++) {
            buffer_add_text(out, run > 4 && i > 0 && (run - i) % 3 == 0 ? "," : "");
            buffer_add(out, value + i, 1);
        }
        value += run;
        run = *value == '.' && value[1] != '.' ? 1 + strspn(value + 1, "0123456789") : *value != '\0';
        buffer_add(out, value, run);
        value += run;
    }
}

/* The unit of the first, but of the other where it alone has one, or one that the reader's language
 * has a word for: what is counted in English is told by any noun, passengers, in Chinese by few. */
static const char *unit_of(const struct figure *either, const struct figure *other)
{
    bool foreign = other != NULL && either->kind == FIGURE_COUNT &&
                   message_text(either->unit) == either->unit &&
                   message_text(other->unit) != other->unit;
    return other != NULL && (*either->unit == '\0' || foreign) ? other->unit : either->unit;
}

/* percent %: 37.6, 37; length: 100 mi, 160 km */
static void add_value(struct page *page, const struct figure_pair *pair, const struct figure *here,
                      const struct figure *there)
{
    const struct figure *either =
        here == NULL || (there != NULL && there->kind == FIGURE_DATE) ? there : here;
    struct buffer values[2] = { { 0 }, { 0 } };
    struct buffer out = { 0 };
    bool two = are_of_two_units(here, there);
    const char *unit = two ? "" : unit_of(either, there);
    buffer_add_format(&out, "%s%s%s%s", _(figure_kind_name(either->kind)), *unit != '\0' ? " " : "",
                      message_text(unit), _(": "));
    if (here != NULL)
        figure_comparison_add_value(here, there, &values[0]);
    if (there != NULL)
        figure_comparison_add_value(there, here, &values[1]);
    if (two) {
        buffer_add_format(&values[0], " %s", here->unit);
        buffer_add_format(&values[1], " %s", there->unit);
    }
    add_grouped(buffer_text(&values[0]), &out);
    if (strcmp(buffer_text(&values[0]), buffer_text(&values[1])) != 0 && there != NULL) {
        buffer_add_text(&out, here != NULL ? _(", ") : "");
        add_grouped(buffer_text(&values[1]), &out);
    }
    figure_comparison_say_remark(page->comparison, pair, &out);
    builder_text(&page->builder, buffer_text(&out), out.length, 0);
    for (int i = 0; i < 2; i++)
        buffer_free(&values[i]);
    buffer_free(&out);
}

/* Whether pairs of that status have a figure on that side. */
static bool shows(enum pair_status status, int side)
{
    return status != (side == 0 ? PAIR_ONLY_B : PAIR_ONLY_A);
}

static uint8_t columns_of(enum pair_status status)
{
    return shows(status, 0) && shows(status, 1) ? 3 : 2;
}

static void add_row(struct page *page, const struct figure_pair *pair)
{
    const struct figure *here = figure_comparison_figure(page->comparison, pair, page->side);
    const struct figure *there = figure_comparison_figure(page->comparison, pair, 1 - page->side);
    builder_open(&page->builder,
                 (struct block){ .kind = BLOCK_TABLE_ROW, .level = columns_of(pair->status) });
    if (page->place == 0 || (pair == page->current && !page->found))
        page->place = page->builder.block.start;
    page->found = page->found || pair == page->current;
    for (int i = 0; i < 2; i++) {
        int side = i == 0 ? page->side : 1 - page->side;
        if (!shows(pair->status, side))
            continue;
        add_context(page, side, i == 0 ? here : there);
        builder_cell(&page->builder);
    }
    add_value(page, pair, here, there);
    builder_close(&page->builder);
}

static void add_head(struct page *page, const char *title, enum pair_status status, size_t count)
{
    const char *const names[] = { text_pair_text(page->text_pair, 0)->name,
                                  text_pair_text(page->text_pair, 1)->name };
    char *words = xasprintf("%s (%zu)", title, count);
    builder_open(&page->builder, (struct block){ .kind = BLOCK_HEADING, .level = 2 });
    add_text(page, words, 0);
    builder_close(&page->builder);
    free(words);
    builder_open(&page->builder, (struct block){ .kind = BLOCK_TABLE_ROW,
                                                 .level = columns_of(status),
                                                 .flags = BLOCK_TABLE_HEADER | BLOCK_TABLE_FIRST });
    for (int i = 0; i < 2; i++) {
        int side = i == 0 ? page->side : 1 - page->side;
        if (!shows(status, side))
            continue;
        page_text_add(&page->builder, page_names_end(names, 2, (size_t)side), 0);
        builder_cell(&page->builder);
    }
    add_text(page, _("value"), 0);
    builder_close(&page->builder);
}

static void add_section(struct page *page, const char *title, enum pair_status status)
{
    const struct figure_pairs *pairs = &page->comparison->pairs;
    size_t count = 0;
    for (size_t i = 0; i < pairs->count; i++)
        count += pairs->items[i].status == status;
    if (count == 0)
        return;
    add_head(page, title, status, count);
    for (size_t i = 0; i < pairs->count; i++)
        if (pairs->items[i].status == status)
            add_row(page, &pairs->items[i]);
}

struct document *figures_page_compose(const struct text_pair *text_pair, int side, size_t cursor,
                                      size_t *place)
{
    struct page page = { .text_pair = text_pair,
                         .comparison = text_pair_figures(text_pair),
                         .side = side };
    if (page.comparison->pairs.count == 0)
        return NULL;
    page.current = figure_comparison_at(page.comparison, side, cursor);
    builder_begin(&page.builder, PAGE_BUDGET);
    add_section(&page, _("Differ"), PAIR_DIFFER);
    add_section(&page, _("Rounded"), PAIR_ROUNDED);
    add_section(&page, _("Only here"), side == 0 ? PAIR_ONLY_A : PAIR_ONLY_B);
    add_section(&page, _("Only there"), side == 0 ? PAIR_ONLY_B : PAIR_ONLY_A);
    add_section(&page, _("Agree"), PAIR_AGREE);
    *place = page.place;
    return builder_end(&page.builder);
}
