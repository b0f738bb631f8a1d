#include "figure/figures.h"

#include <stdlib.h>
#include <string.h>

#include "base/bisect.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "figure/figure_calendar.h"
#include "figure/figure_chain.h"
#include "figure/figure_count.h"
#include "figure/figure_heads.h"
#include "figure/figure_hedge.h"
#include "figure/figure_measure.h"
#include "figure/figure_share.h"
#include "figure/figure_start.h"
#include "figure/figure_unit.h"
#include "text/ascii.h"
#include "text/fold.h"
#include "text/numeral.h"
#include "text/utf8.h"

#define CAPTION_BLOCKS 2
#define STEPS_BETWEEN_CALLS 4096

#define HAN 3   /* bytes of a character that has a pair */
#define SEEN 2048 /* simplified characters that are kept */

struct finder {
    struct figure_scan scan;
    char *text;               /* what is read: a copy in simplified characters */
    size_t base;              /* where it begins in the text given */
    const struct span *gaps;  /* the spans that have no figures, walked in step with the text */
    size_t gap_count;
    size_t gap;
    struct figure_memo memos[FIGURE_MEMOS];
    size_t token_end; /* of the blank-separated token that was last asked about */
    struct figures *figures;
    const struct figures_options *options; /* NULL none */
    size_t steps;
    bool stopped;
};

void figures_free(struct figures *figures)
{
    free(figures->items);
    *figures = (struct figures){ 0 };
}

size_t figures_first_after(const struct figures *figures, size_t offset)
{
    size_t at = 0;
    BISECT(at, figures->count, figures->items[at].end > offset);
    return at;
}

/* The first gap that ends beyond `at`; one beyond all where there is none. */
static struct span gap_after(struct finder *finder, size_t at)
{
    const struct span *gaps = finder->gaps;
    while (finder->gap < finder->gap_count && gaps[finder->gap].end <= at + finder->base)
        finder->gap++;
    if (finder->gap >= finder->gap_count)
        return (struct span){ SIZE_MAX, SIZE_MAX };
    const struct span gap = gaps[finder->gap];
    return (struct span){ gap.start > finder->base ? gap.start - finder->base : 0, gap.end - finder->base };
}

/* A name within a sum of money is of its currency: 20 billion Hong Kong dollars, US$5, as in 300 U.S. gallons. */
static bool is_taken(struct finder *finder, const struct figure *figure)
{
    const struct span gap = gap_after(finder, figure->start);
    if (gap.start >= figure->end)
        return false;
    bool digit = (figure->kind != FIGURE_MONEY && (figure->kind < FIGURE_MASS || figure->kind > FIGURE_DATA)) || gap.start < figure->start || gap.end >= figure->end;
    for (size_t at = gap.start; at < gap.end && !digit; at++)
        digit = ascii_is_digit(finder->scan.text[at]);
    return digit;
}

/* Past the letters and digits at `at`, or the one character. */
static size_t skip_token(const struct figure_scan *scan, size_t at)
{
    size_t end = at;
    while (end < scan->to && (latinword_is_letter(scan->text[end]) ||
                              ascii_is_digit(scan->text[end])))
        end++;
    if (end > at)
        return end;
    do
        end++;
    while (end < scan->to && ((unsigned char)scan->text[end] & 0xC0) == 0x80);
    return end;
}

/* Drops the figures from `first` on that begin before `least` or stand in a gap; whether a range
 * was among the latter. */
static bool drop_taken(struct finder *finder, size_t first, size_t least)
{
    struct figures *figures = finder->figures;
    size_t kept = first;
    bool range = false;
    for (size_t i = first; i < figures->count; i++) {
        const struct figure *figure = &figures->items[i];
        bool gap = is_taken(finder, figure);
        range = range || (gap && figure->range);
        if (figure->start >= least && !gap)
            figures->items[kept++] = *figure;
    }
    figures->count = kept;
    return range;
}

/* Whether more than a date may begin at `at`: most words and Han characters that pass the first
 * look are no numbers, and each reader would find that out anew. */
static bool may_be_quantity(const struct figure_scan *scan, size_t at)
{
    static const char words[] =
        "a an past coming half minus dozen negative hundred thousand million billion";
    struct latinword word;
    struct numeral numeral;
    size_t size;
    unsigned char byte = (unsigned char)scan->text[at];
    if (byte < 0x80 && !latinword_is_letter((char)byte))
        return true;
    if (figure_scan_read(scan, at, &numeral) ||
        figure_unit_ahead(scan, at, &size) != NULL)
        return true;
    if (byte >= 0x80)
        return byte < 0xE3 || byte > 0xE9 ||
               figure_scan_is_in(scan, at, "负 負 零下 一半 半数 半數 每");
    return latinword_at(scan->text, scan->to, at, &word) &&
           (latinword_in(word.text, words) ||
            (strlen(word.text) > 6 && strcmp(word.text + strlen(word.text) - 4, "fold") == 0));
}

/* 2000 Swiss francs: no year; but in 2000 Swiss voters agreed. */
static bool is_sum(const struct figure_scan *scan, const struct figure *figure)
{
    size_t end;
    const struct figure_unit *unit =
        figure->kind == FIGURE_DATE && figure->end == figure->start + 4 && ascii_is_digit(scan->text[figure->start])
            ? figure_unit_behind(scan, figure->end, &end)
            : NULL;
    return unit != NULL && unit->kind == FIGURE_MONEY && !figure_scan_word_before_in(scan, figure->start, "in since until by during");
}

static size_t read_any(const struct figure_scan *scan, size_t at, struct figures *figures)
{
    struct figure figure;
    size_t past = at;
    if ((unsigned char)scan->text[at] == 0xE9 && figure_scan_is(scan, at, "零") && figures->count > 0 &&
        figures->items[figures->count - 1].end == at && figures->items[figures->count - 1].kind == FIGURE_DURATION)
        return at + HAN; /* 三年零一天 */
    size_t idiom = figure_start_idiom(scan, at);
    if (idiom > 0)
        return at + idiom;
    bool single = (figures->count > 0 &&
                   figure_calendar_follow(scan, &figures->items[figures->count - 1], at, &figure)) ||
                  (figure_calendar_read(scan, at, &figure) && !is_sum(scan, &figure));
    if (!single && !may_be_quantity(scan, at))
        return at;
    if (!single)
        single = figure_share_read(scan, at, &figure, &past) ||
                 (past == at && latinword_is_letter(scan->text[at]) &&
                  (figure_measure_article(scan, at, &figure) ||
                   figure_count_word(scan, at, &figure))) ||
                 figure_measure_clock(scan, at, &figure);
    if (single) {
        VECTOR_PUSH(figures, figure);
        return figure.end;
    }
    return past > at ? past : figure_chain_read(scan, at, figures);
}

/* Reads what stands at `at` and returns where to go on. */
static size_t take(struct finder *finder, size_t at)
{
    struct figure_scan *scan = &finder->scan;
    size_t first = finder->figures->count;
    size_t least = first > 0 ? finder->figures->items[first - 1].end : 0;
    if (!figure_start_may(scan, at))
        return skip_token(scan, at);
    size_t past = read_any(scan, at, finder->figures);
    if (drop_taken(finder, first, least)) {
        /* 10 to 11 Main: a range stops short of a name */
        const size_t to = scan->to;
        scan->to = gap_after(finder, at).start;
        finder->figures->count = first;
        past = read_any(scan, at, finder->figures);
        scan->to = to;
        (void)drop_taken(finder, first, least);
    }
    if (first > 0 && finder->figures->count > first &&
        figure_hedge_join(scan, &finder->figures->items[first - 1],
                          &finder->figures->items[first])) {
        struct figure *items = finder->figures->items;
        finder->figures->count--;
        memmove(items + first - 1, items + first, (finder->figures->count - first + 1) * sizeof *items);
    }
    return past > at ? past : skip_token(scan, at);
}

/* Counts a step; false when the caller has stopped it. */
static bool may_go_on(struct finder *finder)
{
    const struct figures_options *options = finder->options;
    if (options != NULL && options->go_on != NULL && ++finder->steps % STEPS_BETWEEN_CALLS == 0)
        finder->stopped = finder->stopped || !options->go_on(options->data, 0);
    return !finder->stopped;
}

static void find_between(struct finder *finder, size_t start, size_t end)
{
    struct figure_scan *scan = &finder->scan;
    size_t at = start;
    scan->from = finder->token_end = start;
    scan->to = end;
    while (at < scan->to && may_go_on(finder)) {
        const struct span gap = gap_after(finder, at);
        size_t sign = 0;
        /* US$, HK$: the name in it ends before the sign */
        if (gap.start == at && figure_unit_ahead(scan, at, &sign) == NULL)
            sign = 0;
        if (gap.start <= at && sign <= gap.end)
            at = gap.end;
        else if (at >= finder->token_end && figure_start_address(scan, at, &finder->token_end))
            at = finder->token_end;
        else
            at = take(finder, at);
    }
}

/* Reads text[start, end) in simplified characters, each where it was: the words that are known are written
 * so. But 乾 is in names of years. */
static void begin(struct finder *finder, const char *text, size_t start, size_t end,
                  const struct figures_options *options)
{
    static const uint32_t dry = 0x4E7E;
    struct pair {
        uint32_t code, simplified;
    } seen[SEEN] = { { 0 } }; /* a text has most of its characters from a few hundred */
    char *copy = xmalloc(end - start + 1), bytes[4];
    memcpy(copy, text + start, end - start);
    copy[end - start] = '\0';
    for (size_t at = 0, size; at < end - start; at += size) {
        uint32_t code = 0;
        size = (unsigned char)copy[at] < 0x80 ? 1 : utf8_decode(copy + at, end - start - at, &code);
        if (size != HAN || code == dry)
            continue;
        struct pair *pair = &seen[code % SEEN];
        if (pair->code != code)
            *pair = (struct pair){ code, fold_simplified(code) };
        if (pair->simplified != code && utf8_encode(pair->simplified, bytes) == HAN)
            memcpy(copy + at, bytes, HAN);
    }
    finder->text = copy;
    finder->base = start;
    finder->options = options;
    finder->scan = (struct figure_scan){ .text = copy, .memo = finder->memos };
    if (options != NULL && options->published != NULL)
        finder->scan.published = *options->published;
    finder->scan.today = options != NULL && options->today;
}

void figures_find_text(const char *text, size_t start, size_t end,
                       const struct figures_options *options, struct figures *figures)
{
    struct figures found = { 0 };
    struct finder finder = { .figures = &found };
    if (options != NULL) {
        finder.gaps = options->leave_out;
        finder.gap_count = options->leave_out_count;
    }
    begin(&finder, text, start, end, options);
    find_between(&finder, 0, end - start);
    for (size_t i = 0; i < found.count; i++) {
        found.items[i].start += start;
        found.items[i].end += start;
        VECTOR_PUSH(figures, found.items[i]);
    }
    figures_free(&found);
    free(finder.text);
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
    spans_sort(gaps);
    for (size_t i = 1; i < gaps->count; i++) {
        if (gaps->items[i].end < gaps->items[i - 1].end)
            gaps->items[i].end = gaps->items[i - 1].end;
    }
}

static struct figure_scan trim(const struct figure_scan *scan, size_t start, size_t end)
{
    struct figure_scan cell = *scan;
    cell.from = start;
    cell.to = end;
    cell.from = figure_scan_skip(&cell, start);
    cell.to = figure_scan_skip_back(&cell, end);
    return cell;
}

/* Whether it is the first or second before a table. */
static bool may_be_caption(const struct document *document, size_t index)
{
    for (size_t i = index; i < document->block_count && i <= index + CAPTION_BLOCKS; i++) {
        if (document->blocks[i].kind == BLOCK_TABLE_ROW)
            return true;
        if (document->blocks[i].kind > BLOCK_HEADING)
            return false;
    }
    return false;
}

/* A second row of heads has no digit. */
static bool is_head_row(const struct document *document, size_t index)
{
    const struct block *block = &document->blocks[index];
    if (block->flags & BLOCK_TABLE_HEADER)
        return true;
    bool digit = index == 0 || !(document->blocks[index - 1].flags & BLOCK_TABLE_HEADER);
    for (size_t at = block->start; at < block->end && !digit; at++)
        digit = ascii_is_digit(document->text[at]);
    return !digit;
}

/* Reads what stands in a row, cell by cell where a head tells of it; *from is how far it has been
 * read, and the words of scale in heads are no figures. */
static void find_cell(struct finder *finder, const struct figure_scan *cell, bool head,
                      size_t column, struct figure_heads *heads, size_t *from)
{
    struct figure figure;
    if (head || (column == 0 && !heads->columns[0].told) || (column > 0 && column == heads->units)) {
        struct span span = figure_heads_learn(heads, column, head, cell);
        if (span.start < span.end) {
            find_between(finder, *from, span.start);
            *from = span.end;
        }
    } else if (figure_heads_read(heads, column, cell, &figure)) {
        find_between(finder, *from, cell->from);
        *from = cell->from;
        if (is_taken(finder, &figure)) /* code, or a name */
            return;
        VECTOR_PUSH(finder->figures, figure);
        *from = cell->to;
    }
}

static void find_row(struct finder *finder, const struct document *document, size_t index,
                     struct figure_heads *heads)
{
    const struct block *block = &document->blocks[index];
    const struct figure_scan scan = finder->scan;
    bool head = is_head_row(document, index);
    size_t from = block->start, column = 0;
    heads->row = (struct figure_told){ 0 };
    if (block->flags & BLOCK_TABLE_FIRST)
        figure_heads_begin(heads, index > 0 && block[-1].kind == BLOCK_TABLE_ROW
                                      ? (struct figure_told){ 0 }
                                      : heads->caption);
    for (size_t at = block->start; at < block->end; column++) {
        const char *tab = memchr(document->text + at, '\t', block->end - at);
        size_t end = tab != NULL ? (size_t)(tab - document->text) : block->end;
        const struct figure_scan cell = trim(&scan, at, end);
        if (cell.from < cell.to)
            find_cell(finder, &cell, head, column, heads, &from);
        at = end + 1;
    }
    find_between(finder, from, block->end);
}

static void find_block(struct finder *finder, const struct document *document, size_t index,
                       struct figure_heads *heads)
{
    const struct block *block = &document->blocks[index];
    if (block->kind == BLOCK_TABLE_ROW) {
        find_row(finder, document, index, heads);
        return;
    }
    struct figure_told told = { 0 };
    bool near = may_be_caption(document, index);
    if (near) {
        const struct figure_scan scan = trim(&finder->scan, block->start, block->end);
        told = figure_heads_caption(&scan);
    }
    if (told.told || !near || index == 0 ||
        document->blocks[index - 1].kind == BLOCK_TABLE_ROW)
        figure_heads_begin(heads, told);
    find_between(finder, block->start, told.told ? told.span.start : block->end);
    if (told.told)
        find_between(finder, told.span.end, block->end);
}

bool figures_find(const struct document *document, const struct figures_options *options,
                  struct figures *figures)
{
    struct spans gaps = { 0 };
    collect_gaps(document, options, &gaps);
    struct finder finder = { .figures = figures, .gaps = gaps.items, .gap_count = gaps.count };
    begin(&finder, document->text, 0, document->length, options);
    struct figure_heads heads = { 0 };
    for (size_t i = 0; i < document->block_count && !finder.stopped; i++) {
        const struct block *block = &document->blocks[i];
        if (block->kind != BLOCK_CODE && block->kind != BLOCK_RULE)
            find_block(&finder, document, i, &heads);
    }
    free(finder.text);
    spans_free(&gaps);
    return !finder.stopped;
}
