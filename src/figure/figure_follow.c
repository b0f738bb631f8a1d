#include "figure/figure_follow.h"

#include <string.h>

#include "text/utf8.h"

/* A number that is of nothing yet. */
static bool is_bare(const struct figure *figure)
{
    return figure->kind == FIGURE_COUNT && figure->unit[0] == '\0';
}

/* 5个百分点降至3个 */
static bool is_down_to(const struct figure_scan *scan, const struct figure *figure)
{
    return figure_scan_was_in(scan, figure->start, "至 到") && figure_scan_was_in(scan, figure->end, "个 個");
}

/* “A of 455, 32 failed”, 40, 75 and 12 employees: the noun that the last one has; from 3.1 billion to
 * 3.8 billion kronor. */
static void share_noun(const struct figure_scan *scan, struct figures *figures, size_t from)
{
    /* 40 pesos and 9 dollars are of two countries */
    static const char own[] = "pesos kronor kroner kronur dinars francs rupees shillings rials 比索 卢比 盧比 克朗 法郎 第纳尔 先令";
    for (size_t i = figures->count; i-- > from + 1;) {
        struct figure *before = &figures->items[i - 1];
        const struct figure *behind = &figures->items[i];
        if ((is_bare(before) && behind->kind == FIGURE_COUNT) ||
            (strcmp(before->unit, "?") == 0 && behind->kind == FIGURE_MONEY &&
             !figure_scan_was_in(scan, before->end, own)))
            figure_set_unit(before, behind->unit);
    }
}

/* 61 percent, five points lower; fell 2.5 points to 38 percent; but 14 points, or 0.3 percent, and the
 * points of games are none of a percentage. */
static bool are_points(const struct figure_scan *scan, const struct figure *before,
                       const struct figure *figure)
{
    const struct figure *share = before->kind == FIGURE_PERCENT ? before : figure;
    const struct figure *points = share == before ? figure : before;
    if (share->kind != FIGURE_PERCENT || points->kind != FIGURE_COUNT ||
        strcmp(points->unit, "points") != 0 || figure->start - before->end > 2 * FIGURE_UNIT_SIZE)
        return false;
    bool part = points->low.exponent < 0 && decimal_compare(points->low, decimal_of(1, 1)) < 0;
    if (points == before)
        return figure_scan_word_before_in(scan, share->start, part ? "to at of from" : "to at");
    return figure_scan_word_in(scan, points->end, "|*|lower higher more less fewer above below up down") ||
           (figure_scan_word_in(scan, points->end, "|*") &&
            figure_scan_word_before_in(scan, points->start, "up down"));
}

/* 5m users, up from 4.2m; 3m phones, 1m more: millions as before, no metres. */
static bool are_millions(const struct figure_scan *scan, const struct figure *before,
                         struct figure *figure)
{
    size_t start = figure->start;
    if (figure->kind != FIGURE_LENGTH || before->kind != FIGURE_COUNT || start < before->end ||
        start - before->end > 3 * FIGURE_UNIT_SIZE || !figure_scan_was(scan, before->end, "m") ||
        !figure_scan_was(scan, figure->end, "m") || figure_scan_digit(scan, figure->end - 2) == 0 ||
        (!figure_scan_word_before_in(scan, start, "from against versus to than with and") &&
         !figure_scan_word_in(scan, figure->end, "more fewer less")) ||
        !decimal_shift(&figure->low, 6))
        return false;
    figure->high = figure->low;
    return true;
}

/* 从50万增至80万元: the unit at the end of a change serves both. */
static bool is_risen_to(const struct figure_scan *scan, const struct figure *before, const struct figure *figure)
{
    static const char to[] = "增至 升至 降至 涨至 跌至 减至 增加到 提高到 提高至 上升到 下降到 增长到 扩大到 扩大至 "
                             "上调至 下调至 调至 增長到 漲至 減至 擴大到 涨到 升到 降到";
    size_t size;
    return is_bare(before) && figure->kind < FIGURE_DURATION && figure->kind != FIGURE_COUNT &&
           figure_scan_was_in(scan, before->start, "从 從 由") &&
           figure_scan_any_before(scan, figure->start, to, &size) >= 0 && figure->start - size == before->end;
}

/* from 37.2 years in 2010 to 38.1 in 2018: as the one before the date. */
static void follow_over_date(const struct figure_scan *scan, const struct figure *first,
                             struct figure *figure)
{
    if (is_bare(figure) && first[1].kind == FIGURE_DATE && first->kind <= FIGURE_DURATION &&
        first->kind != FIGURE_COUNT && figure_scan_word_before_in(scan, first->start, "from") &&
        figure_scan_word_before_in(scan, figure->start, "to") && figure_is_alike(figure, first))
        figure_set_kind(figure, first->kind, first->unit);
}

/* 185 basis points from 170, 由110个基点收窄至95个, 84 cents against 79: hundredths as well. */
static bool are_hundredths(const struct figure_scan *scan, const struct figure *before,
                             struct figure *figure)
{
    struct figure points = *figure;
    size_t start = figure->start;
    bool cents = before->kind == FIGURE_MONEY && figure_scan_was_in(scan, before->end, "_cents _pence");
    if ((strcmp(before->unit, "pp") != 0 && !cents) || before->low.exponent > -2 || !is_bare(figure) ||
        figure->range || start < before->end || start - before->end > FIGURE_UNIT_SIZE ||
        figure->low.exponent < 0 || figure_is_alike(before, figure) || !decimal_shift(&points.low, -2) ||
        !figure_is_alike(before, &points) ||
        (!figure_scan_word_before_in(scan, start, "from against versus") &&
         !is_down_to(scan, figure)) ||
        (!cents && !figure_scan_about(scan, before->start, before->end, "basis bps _bp 基点 基點")))
        return false;
    figure->low = figure->high = points.low;
    return true;
}

/* 85 million euros plus 15 million; 8500万欧元，另付1500万: of the currency before, where nothing else
 * is counted. */
static bool is_added(const struct figure_scan *scan, const struct figure *before,
                     const struct figure *figure)
{
    static const char goes_on[] = "over in if on by for as after when at to depending upon once should "
                                  "each every more extra later and or but which that a is was";
    static const char goods[] = "的 由 来自 來自 用于 用於 归 歸 作为 作為 浮动 浮動 奖金 獎金 佣金 费 費 补偿 補償 定金 首付 尾款 贷款 貸款 现金 現金";
    static const char fees[] = "_in_costs _in_fees _in_cash _in_bonus _in_interest _in_expenses _in_damages "
                               "_in_tax _in_compensation";
    struct latinword word;
    size_t at = figure->start;
    if (before->kind != FIGURE_MONEY || figure->kind != FIGURE_COUNT || at < before->end ||
        at - before->end > 2 * FIGURE_UNIT_SIZE || before->per != NULL ||
        (decimal_precision(figure->low) < 3 && !figure_scan_is_in(scan, figure->end, fees)))
        return false;
    if (figure_scan_was_in(scan, figure->end, "万 亿 萬 億"))
        return figure_scan_was_in(scan, at, "其中 另付 另加 外加 加上 另有 再付 再加 另外支付 另支付 还有 並另付 额外支付") &&
               (!utf8_is_han((uint32_t)figure_scan_code(scan, figure->end)) ||
                figure_scan_is_in(scan, figure->end, goods));
    (void)figure_scan_back(scan, &at, "|up|to");
    return (figure_scan_word_before_in(scan, at, "plus") ||
            figure_scan_word_before_in(scan, at,
                                       "|plus and with a an|another further extra additional")) &&
           (!figure_scan_word(scan, figure->end, &word) || latinword_in(word.text, goes_on));
}

/* 112.35 yen, down from 113.10 are both yen; 5个百分点降至3个; grew 2.1 per cent, against inflation of 3.4. */
static bool is_as_before(const struct figure_scan *scan, const struct figure *before, const struct figure *figure)
{
    const size_t start = figure->start, gap = start > before->end ? start - before->end : 0;
    if (!is_bare(figure) || before->kind == FIGURE_COUNT || before->kind >= FIGURE_DURATION || gap == 0 ||
        !figure_is_alike(figure, before))
        return false;
    if (gap <= FIGURE_UNIT_SIZE &&
        (figure_scan_word_before_in(scan, start, "from against versus") ||
         (strcmp(before->unit, "pp") == 0 && is_down_to(scan, figure))))
        return true;
    return gap <= 2 * FIGURE_UNIT_SIZE && before->kind == FIGURE_PERCENT && figure->low.exponent < 0 &&
           figure_scan_word_before_in(scan, start, "|inflation growth rate target average forecast|of");
}

/* 40 people to 3: a bare number behind “to” counts what the one before it does, or that what it does. */
static bool is_counted_to(const struct figure_scan *scan, const struct figure *before, const struct figure *figure)
{
    size_t to = figure->start;
    return before->kind == FIGURE_COUNT && figure->kind == FIGURE_COUNT && (is_bare(figure) || is_bare(before)) &&
           figure_scan_back(scan, &to, "to") && to >= before->end && to - before->end <= FIGURE_UNIT_SIZE &&
           memchr(scan->text + before->end, '.', to - before->end) == NULL;
}

static void follow(const struct figure_scan *scan, struct figure *before, struct figure *figure)
{
    const bool counts = before->kind == FIGURE_COUNT, bare = is_bare(figure);
    if (is_as_before(scan, before, figure) || are_hundredths(scan, before, figure) || is_added(scan, before, figure))
        figure_set_kind(figure, before->kind, before->unit);
    else if (are_points(scan, before, figure))
        figure_set_kind(counts ? before : figure, FIGURE_PERCENT, "pp");
    else if (are_millions(scan, before, figure))
        figure_set_kind(figure, FIGURE_COUNT, before->unit);
    else if (is_risen_to(scan, before, figure))
        figure_set_kind(before, figure->kind, figure->unit);
    else if (is_counted_to(scan, before, figure))
        figure_set_unit(bare ? figure : before, bare ? before->unit : figure->unit);
}

void figure_follow_read(const struct figure_scan *scan, struct figures *figures, size_t from)
{
    share_noun(scan, figures, from);
    for (size_t i = from > 0 ? from : 1; i < figures->count; i++) {
        if (figures->items[i - 1].start >= scan->from)
            follow(scan, &figures->items[i - 1], &figures->items[i]);
    }
    if (from >= 2 && figures->count > from)
        follow_over_date(scan, &figures->items[from - 2], &figures->items[from]);
}
