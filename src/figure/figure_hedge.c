#include "figure/figure_hedge.h"

#include <string.h>

#include "figure/figure_rule.h"
#include "text/wordlist.h"

#define HAN 3 /* bytes of a character */
#define BETWEEN_MOST 5 /* characters from 最少 to its number, with it */

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* clang-format off */
#define MORE "more greater larger higher bigger"
#define LESS "less fewer smaller lower"

/* What stands before a figure; the first that fits. */
static const struct { const char *words; unsigned hedge; } before[] = {
    { "最近 附近 新近 晚近 纽约 合约 条约 签约 节约 预约 违约 邀约", 0 }, /* that only end like one */
    { "不超过 不大于 不多于 不高于 小于等于 小于或等于 至多 最多 多达 最高 高达", HEDGE_AT_MOST },
    { "不低于 不少于 不小于 大于等于 大于或等于 最少 至少 起码", HEDGE_AT_LEAST },
    { "about around roughly some approximately circa 大约 约 大概 差不多", HEDGE_ABOUT },
    { "|just|under", HEDGE_NEARLY },
    { "nearly almost 近 将近 接近", HEDGE_NEARLY },
    { "over exceeding above 超过 逾 超 多于 高于 大于 突破", HEDGE_OVER },
    { "under below 不到 不足 低于 少于 小于", HEDGE_UNDER },
    { "within inside", HEDGE_AT_MOST },
    { "|no not|" MORE "|than", HEDGE_AT_MOST },
    { "|no not|" LESS "|than", HEDGE_AT_LEAST },
    { "|" MORE "|than", HEDGE_OVER },
    { "|" LESS "|than", HEDGE_UNDER },
    { "|" MORE "|?than|or|equal|to than", HEDGE_AT_LEAST },
    { "|" LESS "|?than|or|equal|to than", HEDGE_AT_MOST },
    { "|upwards upward excess|of", HEDGE_OVER },
    { "|maximum|of", HEDGE_AT_MOST },
    { "|minimum|of", HEDGE_AT_LEAST },
    { "|up|to", HEDGE_AT_MOST },
    { "|close|to", HEDGE_NEARLY },
    { "|twice thrice half double times|as|much many high|as", 0 }, /* twice as many as a decade ago */
    { "|much many high|as", HEDGE_AT_MOST },
    { "|at|most", HEDGE_AT_MOST },
    { "|at|least", HEDGE_AT_LEAST },
};

/* The numbers are those of enum figure_hedge. */
static const char han_behind[] =
    "多=4 余=4 有余=4 出头=4 左右=1 上下=1 以上=32 之内=16 以内=16 以下=16 之多=16 多数=0 多少=0 余地=0 余下=0 余额=0 余震=0 多个=0 多次=0 多名=0";
/* clang-format on */

/* bought over 18 months: in the course of them; more only in “for over 18 months”, “is over 18 years
 * old” and the like */
static bool is_course(const struct figure_scan *scan, const struct figure *figure)
{
    return figure->kind == FIGURE_DURATION && figure_rule_before(scan, figure->start, "over") &&
           !figure_rule_before(scan, figure->start,
                               "|for in after within with at of than and or is are was were be been lasted lasts last "
                               "took take takes spent spend spends served waited just well now already a an by to worth "
                               "aged|over") &&
           !figure_rule_behind(scan, figure->end, "old ago later earlier before after");
}

static unsigned read_before(const struct figure_scan *scan, const struct figure *figure, size_t at)
{
    /* how they end: most of what stands before a figure does not */
    static const char last[] = "than to of as most least about around roughly some approximately circa nearly almost over "
                               "exceeding above under below within inside 约 概 多 近 过 逾 超 于 破 到 足 高 达 少 起";
    if (at == scan->from || !figure_rule_before(scan, at, last))
        return 0;
    /* under 30, but not “under five headings” */
    if (is_course(scan, figure) ||
        (latinword_is_letter(scan->text[figure->start]) && figure_rule_before(scan, at, "under")))
        return 0;
    for (size_t i = 0; i < COUNT(before); i++) {
        if (figure_rule_before(scan, at, before[i].words))
            return before[i].hedge;
    }
    return 0;
}

static void read_han_behind(const struct figure_scan *scan, struct figure *figure)
{
    size_t size;
    int hedge = figure_scan_any(scan, figure->end, han_behind, &size);
    if (hedge <= 0)
        return;
    /* 三年以上十年以下 */
    if (!figure->range || !figure_scan_is(scan, figure->end, "以下"))
        figure->hedges |= (unsigned)hedge;
    figure->within = figure->within || hedge == HEDGE_OVER;
    figure->end += size;
}

/* two or more, 50-plus, 100+ */
static void read_english_behind(const struct figure_scan *scan, struct figure *figure)
{
    bool sign = figure_scan_is(scan, figure->end, "+");
    if (sign || figure_scan_word_in(scan, figure->end, "|or|more") ||
        (figure_scan_is(scan, figure->end, "-") && figure_scan_word_in(scan, figure->end, "plus")))
        figure->hedges |= HEDGE_AT_LEAST;
    figure->end += sign;
}

/* 最少停航十天, 至少造成三人 */
static unsigned read_far_before(const struct figure_scan *scan, size_t at)
{
    static const char words[] = "的=0 一=0 两=0 三=0 四=0 五=0 六=0 七=0 八=0 九=0 十=0 最少=32 至少=32 起码=32 最多=16 至多=16";
    size_t size;
    for (int i = 0, hedge = -1; i < BETWEEN_MOST && at >= scan->from + HAN && (unsigned char)scan->text[at - HAN] >= 0xE4 &&
                    (unsigned char)scan->text[at - HAN] <= 0xE9; i++) {
        at -= HAN;
        hedge = figure_scan_any(scan, at, words, &size);
        if (hedge >= 0)
            return (unsigned)hedge;
    }
    return 0;
}

void figure_hedge_read(const struct figure_scan *scan, struct figure *figure)
{
    size_t size, at = figure_scan_skip_back(scan, figure->start);
    unsigned hedge = read_before(scan, figure, at);
    /* 最多提高到 30% */
    if (hedge == 0 && figure_scan_any_before(scan, at, "提高到 增加到 增至 升至 达到 达 到 为 有", &size) >= 0)
        hedge = read_before(scan, figure, at - size);
    figure->hedges |= hedge == 0 ? read_far_before(scan, at) : hedge;
    if (figure->end < scan->to && (unsigned char)scan->text[figure->end] >= 0xE0)
        read_han_behind(scan, figure);
    else
        read_english_behind(scan, figure);
}

/* Whether from `start` to `end` stand only words that bound a number to the other side. */
static bool is_of_bounds(const struct figure_scan *scan, size_t start, size_t end)
{
    static const char words[] = ", and but or equal to than less more fewer smaller larger greater lower higher bigger below "
                                "above under over at most least no not 大 小 高 低 多 少 不 于 等 或 者 且 并 同 时 但 的 ， 、 最 至 超 过 以 "
                                "下 上";
    while (start < end && figure_rule_over(scan, &start, words))
        ;
    return figure_scan_skip(scan, start) >= end;
}

bool figure_hedge_join(const struct figure_scan *scan, const struct figure *first,
                       struct figure *second)
{
    const unsigned least = HEDGE_OVER | HEDGE_AT_LEAST, most = HEDGE_UNDER | HEDGE_AT_MOST;
    bool rises = (first->hedges & least) != 0 && (second->hedges & most) != 0;
    bool falls = (first->hedges & most) != 0 && (second->hedges & least) != 0;
    if ((!rises && !falls) || first->kind != second->kind || first->range || second->range ||
        first->kind >= FIGURE_FRACTION ||
        (strcmp(first->unit, second->unit) != 0 && first->kind != FIGURE_COUNT) ||
        decimal_compare(rises ? first->low : second->low, rises ? second->low : first->low) >= 0 ||
        !is_of_bounds(scan, first->end, second->start))
        return false;
    second->start = first->start;
    second->low = rises ? first->low : second->low;
    second->high = rises ? second->high : first->high;
    second->hedges = 0;
    second->range = true;
    return true;
}

void figure_hedge_print(unsigned hedges, struct buffer *out)
{
    static const char *const names[] = { "about", "nearly",   "more than", "less than",
                                         "up to", "at least", "vague",     "ago" };
    size_t start = out->length;
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
        if (hedges & 1u << i) {
            buffer_add_text(out, out->length > start ? ", " : "");
            buffer_add_text(out, names[i]);
        }
    }
}

void figure_hedge_remark(const struct figure *figure, struct buffer *out)
{
    size_t start = out->length;
    figure_hedge_print(figure->hedges, out);
    if (figure->per != NULL)
        buffer_add_format(out, "%sper %s", out->length > start ? ", " : "", figure->per);
    if (figure->headed)
        buffer_add_format(out, "%shead", out->length > start ? ", " : "");
}
