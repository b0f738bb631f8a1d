#include "figure/figure_hedge.h"

#include <string.h>

#include "text/wordlist.h"

/* In all lists the numbers are those of enum figure_hedge. */

/* English, before the figure: by the last word what the one before it says; then those that say it
 * alone. */
static const struct {
    const char *last;
    const char *first;
} pairs[] = {
    { "than", "more=4 greater=4 larger=4 higher=4 bigger=4 less=8 fewer=8 smaller=8 lower=8" },
    { "of", "upwards=4 upward=4 excess=4 maximum=16 minimum=32" },
    { "to", "up=16 close=2" },
    { "as", "much=16 many=16 high=16" },
    { "most", "at=16" },
    { "least", "at=32" },
    { "under", "just=2" },
};
static const char single[] =
    "about=1 around=1 roughly=1 some=1 approximately=1 circa=1 nearly=2 almost=2 over=4 exceeding=4 "
    "above=4 under=8 below=8 within=16 inside=16";

/* The last ones only end like one. */
static const char han_before[] =
    "大约=1 约=1 大概=1 差不多=1 近=2 将近=2 接近=2 超过=4 逾=4 超=4 多于=4 高于=4 大于=4 突破=4 不到=8 不足=8 低于=8 少于=8 至多=16 "
    "最多=16 多达=16 最高=16 不超过=16 高达=16 最少=32 至少=32 起码=32 不低于=32 不少于=32 大于等于=32 大于或等于=32 不小于=32 小于=8 "
    "小于等于=16 小于或等于=16 不大于=16 不多于=16 不高于=16 最近=0 附近=0 新近=0 晚近=0 纽约=0 合约=0 条约=0 签约=0 节约=0 预约=0 违约=0 "
    "邀约=0";

static const char han_behind[] = "多=4 余=4 有余=4 出头=4 左右=1 上下=1 以上=32 之内=16 以内=16 以下=16 之多=16 多数=0 "
                                 "多少=0 余地=0 余下=0 余额=0 多个=0 多次=0 多名=0";

static unsigned read_han_before(const struct figure_scan *scan, size_t at)
{
    size_t size;
    int hedge = figure_scan_any_before(scan, at, han_before, &size);
    return hedge > 0 ? (unsigned)hedge : 0;
}

/* bought over 18 months: in the course of them; more only in “for over 18 months”, “is over 18 years
 * old” and the like */
static bool is_course(const struct figure_scan *scan, const struct figure *figure,
                      const struct latinword *over)
{
    static const char more[] = "for in after within with at of than and or is are was were be been "
                               "lasted lasts last took take takes spent spend spends served waited "
                               "just well now already a an by to worth aged";
    return figure->kind == FIGURE_DURATION && strcmp(over->text, "over") == 0 &&
           !figure_scan_word_before_in(scan, over->start, more) &&
           !figure_scan_word_in(scan, figure->end, "old ago later earlier before after");
}

static unsigned read_english_before(const struct figure_scan *scan, const struct figure *figure,
                                    size_t at)
{
    struct latinword last, first;
    bool words = latinword_is_letter(scan->text[figure->start]);
    int hedge = 0;
    /* under 30, but not “under five headings” */
    if (!figure_scan_word_before(scan, at, &last) || (words && strcmp(last.text, "under") == 0) ||
        is_course(scan, figure, &last))
        return 0;
    /* less than or equal to, bigger or equal than, no more than */
    bool equal = figure_scan_back(scan, &last.start, "|?than|or|equal");
    bool two = figure_scan_word_before(scan, last.start, &first);
    const char *tie = equal ? "than" : last.text;
    for (size_t i = 0; two && hedge == 0 && i < sizeof pairs / sizeof *pairs; i++)
        hedge = strcmp(pairs[i].last, tie) == 0 ? wordlist_find(first.text, pairs[i].first, 0) : 0;
    /* twice as many as a decade ago */
    if (hedge > 0 && strcmp(tie, "as") == 0 &&
        figure_scan_word_before_in(scan, first.start, "|twice thrice half double times|as"))
        return 0;
    if (hedge > 0 && strcmp(tie, "than") == 0) {
        bool no = figure_scan_word_before_in(scan, first.start, "no not");
        return no || equal ? ((hedge == HEDGE_OVER) != no ? HEDGE_AT_LEAST : HEDGE_AT_MOST)
                           : (unsigned)hedge;
    }
    return (unsigned)(hedge > 0 ? hedge : wordlist_find(tie, single, 0));
}

static void read_before(const struct figure_scan *scan, struct figure *figure)
{
    static const char verbs[] = "提高到 增加到 增至 升至 达到 达 到 为 有";
    size_t at = figure_scan_skip_back(scan, figure->start);
    size_t size;
    unsigned hedge;
    if (at == scan->from)
        return;
    if ((unsigned char)scan->text[at - 1] < 0x80) {
        hedge = read_english_before(scan, figure, at);
    } else {
        hedge = read_han_before(scan, at);
        /* 最多提高到 30% */
        if (hedge == 0 && figure_scan_any_before(scan, at, verbs, &size) >= 0)
            hedge = read_han_before(scan, at - size);
    }
    figure->hedges |= hedge;
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

void figure_hedge_read(const struct figure_scan *scan, struct figure *figure)
{
    read_before(scan, figure);
    if (figure->end < scan->to && (unsigned char)scan->text[figure->end] >= 0xE0)
        read_han_behind(scan, figure);
    else
        read_english_behind(scan, figure);
}

/* Whether from `start` to `end` stand only words that bound a number to the other side. */
static bool is_of_bounds(const struct figure_scan *scan, size_t start, size_t end)
{
    static const char words[] = "and but or equal to than less more fewer smaller larger greater "
                                "lower higher bigger below above under over at most least no not";
    static const char signs[] = "大 小 高 低 多 少 不 于 等 或 者 且 并 同 时 但 的 ， 、 最 至 超 过 以 下 上";
    struct latinword word;
    while (start < end) {
        if (latinword_at(scan->text, end, start, &word)) {
            if (!latinword_in(word.text, words))
                return false;
            start = word.end;
        } else if (strchr(" ,\n", scan->text[start]) != NULL) {
            start++;
        } else if ((unsigned char)scan->text[start] < 0xE0 || !figure_scan_is_in(scan, start, signs)) {
            return false;
        } else {
            start += strlen("大");
        }
    }
    return true;
}

bool figure_hedge_join(const struct figure_scan *scan, const struct figure *first,
                       struct figure *second)
{
    const unsigned least = HEDGE_OVER | HEDGE_AT_LEAST, most = HEDGE_UNDER | HEDGE_AT_MOST;
    bool rises = (first->hedges & least) != 0 && (second->hedges & most) != 0;
    bool falls = (first->hedges & most) != 0 && (second->hedges & least) != 0;
    if ((!rises && !falls) || first->kind != second->kind || first->range || second->range ||
        first->kind >= FIGURE_FRACTION || first->end > second->start ||
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
