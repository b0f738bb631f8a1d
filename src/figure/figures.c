#include "figure/figures.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "figure/figure_address.h"
#include "figure/figure_calendar.h"
#include "figure/figure_quantity.h"
#include "figure/figure_range.h"
#include "figure/figure_start.h"
#include "text/numeral.h"
#include "text/utf8.h"

/* The spans that have no figures, walked in step with the text. */
struct gaps {
    const struct span *items;
    size_t count;
    size_t next;
};

struct finder {
    struct figure_scan scan;
    struct gaps gaps;
    size_t token_end; /* of the blank-separated token that was last asked about */
    struct figures *figures;
};

void figures_free(struct figures *figures)
{
    free(figures->items);
    *figures = (struct figures){ 0 };
}

size_t figures_first_after(const struct figures *figures, size_t offset)
{
    size_t low = 0, high = figures->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (figures->items[middle].end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The first gap that ends beyond `at`. */
static const struct span *gap_after(struct gaps *gaps, size_t at)
{
    while (gaps->next < gaps->count && gaps->items[gaps->next].end <= at)
        gaps->next++;
    return gaps->next < gaps->count ? &gaps->items[gaps->next] : NULL;
}

static bool in_gap(struct gaps *gaps, size_t start, size_t end)
{
    const struct span *gap = gap_after(gaps, start);
    return gap != NULL && gap->start < end;
}

/* Past the letters and digits at `at`, or the one character. */
static size_t skip_token(const struct figure_scan *scan, size_t at)
{
    uint32_t code;
    size_t end = at;
    while (end < scan->to && (latinword_is_letter(scan->text[end]) ||
                              (scan->text[end] >= '0' && scan->text[end] <= '9')))
        end++;
    return end > at ? end : at + utf8_decode(scan->text + at, scan->to - at, &code);
}

static bool read_one(const struct figure_scan *scan, size_t at, struct figure *figure, size_t *past)
{
    *past = at;
    return figure_calendar_read(scan, at, figure) || figure_quantity_read(scan, at, figure, past) ||
           figure_range_read(scan, at, figure);
}

/* Reads what stands at `at` and returns where to go on. */
static size_t take(struct finder *finder, size_t at)
{
    const struct figure_scan *scan = &finder->scan;
    struct figures *figures = finder->figures;
    struct figure figure;
    size_t past = at;
    size_t least = figures->count > 0 ? figures->items[figures->count - 1].end : 0;
    if (!figure_start_may(scan, at) || !read_one(scan, at, &figure, &past) ||
        figure.start < least || in_gap(&finder->gaps, figure.start, figure.end))
        return past > at ? past : skip_token(scan, at);
    struct figure joined = figure;
    figure_range_join(scan, &joined);
    if (!in_gap(&finder->gaps, joined.start, joined.end))
        figure = joined;
    if (figures->count > 0)
        figure_range_follow(scan, &figures->items[figures->count - 1], &figure);
    VECTOR_PUSH(figures, figure);
    return figure.end;
}

static void find_in(struct finder *finder)
{
    const struct figure_scan *scan = &finder->scan;
    size_t at = scan->from;
    finder->token_end = at;
    while (at < scan->to) {
        const struct span *gap = gap_after(&finder->gaps, at);
        if (gap != NULL && gap->start <= at) {
            at = gap->end;
            continue;
        }
        if (at >= finder->token_end) {
            bool address = figure_address_at(scan, at, &finder->token_end);
            if (address) {
                at = finder->token_end;
                continue;
            }
        }
        at = take(finder, at);
    }
}

static struct finder make_finder(const struct figures_options *options, struct figures *figures)
{
    struct finder finder = { .figures = figures };
    if (options != NULL && options->published != NULL)
        finder.scan.published = *options->published;
    if (options != NULL)
        finder.gaps = (struct gaps){ options->leave_out, options->leave_out_count, 0 };
    return finder;
}

void figures_find_text(const char *text, size_t start, size_t end,
                       const struct figures_options *options, struct figures *figures)
{
    struct finder finder = make_finder(options, figures);
    finder.scan.text = text;
    finder.scan.from = start;
    finder.scan.to = end;
    find_in(&finder);
}

static int compare_spans(const void *a, const void *b)
{
    const struct span *left = a;
    const struct span *right = b;
    return (left->start > right->start) - (left->start < right->start);
}

/* What the caller leaves out and the code in the lines, as sorted spans that may overlap only in
 * so far as the end of the earlier one is the larger of both. */
static void collect_gaps(const struct document *document, const struct figures_options *options,
                         struct spans *gaps)
{
    for (size_t i = 0; options != NULL && i < options->leave_out_count; i++)
        spans_add(gaps, options->leave_out[i].start, options->leave_out[i].end);
    for (size_t i = 0; i < document->style_count; i++) {
        if (document->styles[i].bits & (STYLE_CODE | STYLE_NOTE_MARK))
            spans_add(gaps, document->styles[i].start, document->styles[i].end);
    }
    if (gaps->count > 1)
        qsort(gaps->items, gaps->count, sizeof *gaps->items, compare_spans);
    for (size_t i = 1; i < gaps->count; i++) {
        if (gaps->items[i].end < gaps->items[i - 1].end)
            gaps->items[i].end = gaps->items[i - 1].end;
    }
}

void figures_find(const struct document *document, const struct figures_options *options,
                  struct figures *figures)
{
    struct spans gaps = { 0 };
    collect_gaps(document, options, &gaps);
    struct finder finder = make_finder(options, figures);
    finder.gaps = (struct gaps){ gaps.items, gaps.count, 0 };
    finder.scan.text = document->text;
    for (size_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];
        if (block->kind == BLOCK_CODE || block->kind == BLOCK_RULE)
            continue;
        finder.scan.from = block->start;
        finder.scan.to = block->end;
        find_in(&finder);
    }
    spans_free(&gaps);
}
