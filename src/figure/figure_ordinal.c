#include "figure/figure_ordinal.h"

#include <string.h>

/* Words behind which a Chinese ordinal is something else. */
static const char *const han_others[] = { "时间", "手", "线", "眼", "夫人", "反应",
                                          "次",   "步", "方", "者", "天",   "世界",
                                          "人称", "章", "页", "期", NULL };

static const char *const owners[] = { "the",    "its",      "his",   "her",    "their", "our",
                                      "a",      "s",        "every", "ranked", "ranks", "rank",
                                      "placed", "finished", "came",  NULL };
static const char *const ranked[] = { "ranked", "ranks", "rank", "placed", "finished", NULL };
static const char *const ranking[] = { "place",      "largest", "biggest", "fastest",
                                       "highest",    "lowest",  "best",    "most",
                                       "smallest",   "richest", "round",   "phase",
                                       "generation", "edition", "floor",   "consecutive",
                                       "straight",   NULL };

static bool judge_han(const struct figure_scan *scan, const struct figure *figure)
{
    size_t size;
    bool other = figure_scan_any(scan, figure->end, han_others, &size) >= 0;
    if (decimal_compare(figure->low, decimal_of(1, 0)) == 0)
        return !other;
    /* 第三次 and 第五页 are ordinals, 第三方 and 第二天 are words. */
    return !other || figure_scan_is(scan, figure->end, "次");
}

static bool judge_english(const struct figure_scan *scan, const struct figure *figure)
{
    struct latinword before = { 0, 0, "", false }, behind = { 0, 0, "", false };
    (void)figure_scan_word_before(scan, figure->start, &before);
    (void)figure_scan_word(scan, figure->end, &behind);
    /* second-largest, not second-hand */
    if (figure_scan_is(scan, figure->end, "-") && latinword_find(behind.text, ranking) < 0)
        return false;
    if (strcmp(behind.text, "century") == 0 || strcmp(behind.text, "party") == 0 ||
        strcmp(behind.text, "parties") == 0)
        return false;
    if (latinword_find(behind.text, ranking) >= 0 || latinword_find(before.text, ranked) >= 0)
        return true;
    bool low = decimal_compare(figure->low, decimal_of(2, 0)) <= 0;
    /* "a third of" is a fraction, "the first to" and "a second" are no ranks. */
    return !low && strcmp(behind.text, "of") != 0 && strcmp(before.text, "a") != 0 &&
           latinword_find(before.text, owners) >= 0;
}

bool figure_ordinal_judge(const struct figure_scan *scan, const struct numeral *numeral,
                          struct figure *figure)
{
    figure->kind = FIGURE_ORDINAL;
    return numeral->kind == NUMERAL_HAN || figure_scan_is(scan, figure->start, "第")
               ? judge_han(scan, figure)
               : judge_english(scan, figure);
}
