#include "figure/figure_ordinal.h"

#include <string.h>

/* Words behind which a Chinese ordinal is something else. */
static const char han_others[] = "次世界 次大战 感 时间 時間 手 线 線 眼 夫人 反应 步 方 者 天 世界 人称 章 页 頁 期 条 條 款 节 節 号 號 频道 頻道 类 "
                                 "产业 產業 性 课 卷 集 段 回 局 盘 盤 轮 輪 国际 年 中学 中學 小学 小學 医院 醫院 人民 大道 大街 师范 附属 实验 "
                                 "层 楼 周起 周内 天起 监狱 研究 设计院 工程局 汽车 幕 集团军 航空 核电 高级中学 高中 初中 职业 机床 "
                                 "拖拉机 棉纺 制药 建筑 法院 书记 副总理 副总统 副总裁 副主席 副部长";
/* What ranks and takes turns, behind an ordinal in digits. */
static const char han_ranked[] = "位 次 名 大 届 屆 个 個 家 高 代 任 批 座 场 場 回 度 的 "
                                 "支 颗 张 块 只 部 首 富 长 長 多 低 快 强 款 艘 架 起 例 分钟 分鐘 粒 球 枚 金 冠 胜";

static const char ranked[] = "ranked ranks rank placed finished finish finishes finishing ranking came";
static const char ranking[] =
    "place largest biggest fastest highest lowest best most smallest richest generation edition "
    "placed ranked seeded consecutive straight longest tallest busiest busier anniversary season time";
static const char owners[] = "the its his her their our my your a s ranked ranks rank placed came "
                             "finished this world to from an in";
static const char none_behind[] =
    "century centuries party parties class hand fiddle hour person lady nature thoughts degree "
    "world avenue street floor storey half quarter thought round";

/* Behind “the second”: no name of a thing, or one that is none in its row. */
static const char second_others[] = "with from that this which when where will would could should have "
                                    "must than then week month year option wave one-time part hand stage "
                                    "said says being best most came";

/* Behind “a third”, a share of what is told before. */
static const char none_row[] = "more less fewer higher lower larger smaller bigger faster slower longer shorter from since "
                               "over during last next this that when while because than with after before they were have "
                               "said says being most came time";

static bool judge_han(const struct figure_scan *scan, const struct numeral *numeral,
                      const struct figure *figure)
{
    unsigned long behind = figure_scan_code(scan, figure->end);
    /* 第一，加强管理: a list */
    bool begins = figure->start == scan->from || figure_scan_was_in(scan, figure->start, "。 ， ； ： ; “");
    if (begins && figure_scan_is_in(scan, figure->end, "， 、 ： ,"))
        return false;
    bool later = decimal_compare(figure->low, decimal_of(1, 1)) > 0 && figure_scan_is(scan, figure->end, "天");
    return (!figure_scan_is_in(scan, figure->end, han_others) || later || /* 第九百天 */
            (figure_scan_is_in(scan, figure->end, "年轻 年輕 高 长寿") &&
             !figure_scan_is_in(scan, figure->end, "高级中学 高級中學 高中"))) &&
           (numeral->kind != NUMERAL_DIGITS || later || behind < 0x3400 || behind >= 0xA000 ||
            figure_scan_is_in(scan, figure->end, han_ranked));
}

/* Whether an ordinal stands there. */
static bool is_ordinal(const struct figure_scan *scan, const struct latinword *word)
{
    struct numeral numeral;
    return word->end > word->start && figure_scan_numeral(scan, word->start, &numeral) && numeral.ordinal;
}

/* The word before it, or before the first of “the sixth and seventh holes”. */
static void read_before(const struct figure_scan *scan, size_t at, struct latinword *before)
{
    struct latinword prior;
    for (int i = 0; i < 6; i++, at = prior.start) {
        size_t comma = figure_scan_skip_back(scan, at);
        bool tied = figure_scan_word_before(scan, at, before) && latinword_in(before->text, "and or");
        size_t end = tied ? before->start : figure_scan_was(scan, comma, ",") ? comma - 1 : at;
        if (end == at || !figure_scan_word_before(scan, end, &prior) || !is_ordinal(scan, &prior))
            return;
    }
}

/* The word behind it, or behind the second of “from the fifth to the ninth row”. */
static void read_behind(const struct figure_scan *scan, size_t at, struct latinword *behind)
{
    struct numeral next;
    size_t end = at;
    if (figure_scan_past(scan, &end, "|to through until till|the") &&
        figure_scan_numeral(scan, figure_scan_skip(scan, end), &next) && next.ordinal)
        at = next.end;
    (void)figure_scan_word(scan, at, behind);
}

/* on the 25th, from the 24th to the 26th: of a month that is not told */
static bool is_of_month(const struct figure_scan *scan, size_t start)
{
    size_t first = start;
    if (figure_scan_back(scan, &first, "|to through until till|the") && figure_scan_back(scan, &first, "st nd rd th")) {
        while (figure_scan_digit(scan, first - 1) == 1)
            first--;
    }
    return figure_scan_word_before_in(scan, first < start ? first : start, "|on by since until from|the");
}

static bool judge_english(const struct figure_scan *scan, const struct numeral *numeral,
                          const struct figure *figure)
{
    struct latinword before = { 0, 0, "", false }, behind = { 0, 0, "", false };
    read_before(scan, figure->start, &before);
    read_behind(scan, figure->end, &behind);
    const int order = decimal_compare(figure->low, decimal_of(2, 0));
    const size_t length = strlen(behind.text);
    bool digits = numeral->kind == NUMERAL_DIGITS, hyphen = figure_scan_is(scan, figure->end, "-");
    bool ranks = latinword_in(behind.text, ranking) || figure_scan_is(scan, figure->end, " in a row") ||
                 /* fourth-youngest */
                 (length > 5 && strcmp(behind.text + length - 3, "est") == 0);
    bool day = digits && decimal_whole(figure->low, 31) > 0 && is_of_month(scan, figure->start) &&
               (length == 0 ||
                latinword_in(behind.text, "and that it he she they we i when after before at in for to"));
    bool named = behind.capital && (digits ? !hyphen /* the Twenty-Fifth Amendment */
                                           : scan->text[figure->start] < 'a' &&
                                                 behind.start > figure->end && !ranks);
    if (figure_scan_is_all(scan, figure->start, figure->end))
        return true;
    /* second-largest, not second-hand, 20th-century; every fifth car; for the first time */
    if ((hyphen && !ranks) || day || named || strcmp(before.text, "every") == 0 ||
        (latinword_in(behind.text, none_behind) && (!digits || strcmp(behind.text, "person") != 0)) ||
        (strcmp(behind.text, "time") == 0 && decimal_compare(figure->low, decimal_of(1, 0)) == 0))
        return false;
    /* The Tigers are ninth, 14 points behind. */
    bool closed = figure->end >= scan->to || strchr(",.;)", scan->text[figure->end]) != NULL;
    if (ranks || latinword_in(before.text, ranked) || figure_scan_word_before_in(scan, figure->start, "|tied|for") ||
        (closed && latinword_in(before.text, "is are was were lie lies lay sit sits sat remain "
                                             "remains currently")))
        return true;
    /* "a third of" is a fraction, "the first to" and "a second" are no ranks. */
    if (order == 0 && !digits) { /* the second flood, her second and third novels */
        struct latinword next;
        bool listed = latinword_in(behind.text, "and or") && figure_scan_word(scan, behind.end, &next) && is_ordinal(scan, &next);
        return latinword_in(before.text, "the its his her their our my your") && (length > 3 || listed) && !behind.capital &&
               behind.start > figure->end && !latinword_in(behind.text, second_others);
    }
    /* a third bidder; but up a third more, a fifth of it */
    if (order > 0 && strcmp(before.text, "a") == 0 && length > 3 && !behind.capital && behind.start > figure->end &&
        !latinword_is_plural(&behind) && !latinword_in(behind.text, none_row))
        return true;
    /* the third of five */
    struct latinword whole = { 0, 0, "", false };
    struct numeral numeral_behind;
    if (order > 0 && strcmp(before.text, "the") == 0 && strcmp(behind.text, "of") == 0 &&
        figure_scan_word(scan, behind.end, &whole) && figure_scan_numeral(scan, whole.start, &numeral_behind) &&
        !numeral_behind.ordinal)
        return true;
    /* seventh in line, the eleventh and twelfth holes */
    if (order > 0 && !digits && latinword_in(before.text, "is was are were am remains finished") &&
        latinword_in(behind.text, "in on among behind with after at ahead"))
        return true;
    return (order > 0 || digits) && strcmp(behind.text, "of") != 0 &&
           (digits || (strcmp(before.text, "a") != 0 && latinword_in(before.text, owners)));
}

bool figure_ordinal_judge(const struct figure_scan *scan, const struct numeral *numeral,
                          struct figure *figure)
{
    figure->kind = FIGURE_ORDINAL;
    return numeral->kind == NUMERAL_HAN || figure_scan_is(scan, figure->start, "第")
               ? judge_han(scan, numeral, figure)
               : judge_english(scan, numeral, figure);
}
