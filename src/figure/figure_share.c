#include "figure/figure_share.h"

#include <string.h>

#include "figure/figure_hedge.h"
#include "figure/figure_noun.h"
#include "figure/figure_rule.h"
#include "figure/figure_unit.h"
#include "text/ascii.h"
#include "text/numeral.h"
#include "text/numeral_part.h"
#include "text/utf8.h"

#define HAN strlen("分")
#define PART_MOST 10000
#define MANY_MOST 1000000000
#define COUNT(table) (sizeof(table) / sizeof *(table))

/* A fraction while it is read. */
struct share {
    long low;
    long high;
    size_t end;
    int places; /* of a decimal `low`: 4.5 out of 5 */
};

static bool read_whole(const struct figure_scan *scan, size_t at, long most, long *value,
                       struct numeral *numeral)
{
    if (!figure_scan_numeral(scan, at, numeral) || numeral->ordinal ||
        numeral->vague || numeral->more)
        return false;
    *value = decimal_whole(numeral->value, most);
    return *value > 0;
}

/* The denominator: half, third, quarter, fifths ... */
static long read_parts(const struct figure_scan *scan, size_t at, size_t *end)
{
    struct latinword word;
    struct numeral numeral;
    if (!figure_scan_word(scan, at, &word))
        return 0;
    *end = word.end;
    long parts = (long)numeral_words_part(word.text);
    size_t length = strlen(word.text);
    bool tens = length >= strlen("fifty") && word.text[length - 1] == 'y';
    if (parts > 0 || !tens || !numeral_words_read(scan->text, scan->to, word.start, &numeral) ||
        !numeral.ordinal)
        return parts;
    *end = numeral.end; /* one twenty-fifth */
    return decimal_whole(numeral.value, PART_MOST);
}

/* a half to two-thirds, between a third and a half */
static bool is_before_share(const struct figure_scan *scan, size_t at)
{
    size_t end;
    return figure_rule_over(scan, &at, "|to and or|a an one two three four five") && read_parts(scan, at, &end) > 0;
}

/* clang-format off */
#define OWNED "of the its their his her our all these those"

/* Half of what is a share: half a cup, half the votes; but the second half of, half the battle. */
static const struct figure_rule halves[] = {
    { .behind = "|a|cup teaspoon tablespoon glass bowl", .is = RULE_STAYS },
    { .before = "second first latter other better this last next final the top bottom in by and fourth third", .is = RULE_NONE },
    { .behind = "|the|battle fun story trouble problem truth reason joy", .is = RULE_NONE },
    { .behind = OWNED, .is = RULE_STAYS },
};

/* A fifth that is none of a row: by a fifth, up a third; a quarter more, one third (of all). */
static const struct figure_rule shares[] = {
    { .behind = OWNED " more less fewer higher lower larger smaller bigger cheaper faster slower longer shorter", .is = RULE_STAYS },
    /* from a fifth to a quarter */
    { .before = "|half third thirds quarter quarters fifth fifths sixth eighth tenth tenths|to and or", .is = RULE_STAYS },
    { .before = "!for with in on finish finished", .behind = "have are were live own do", .forms = FORM_ONE, .is = RULE_STAYS }, /* a third have none */
    { .before = "!by up down rose fell only just nearly almost about roughly than lost", .forms = FORM_ONE, .is = RULE_NONE },
    { .behind = "in on at to from since over during and or but while as after when last this compared because is are was were "
                "have has went go", .is = RULE_STAYS },
    { .behind = "!*", .is = RULE_STAYS },
};
/* clang-format on */

/* two-thirds, a third of, half of, three quarters of */
static bool read_english(const struct figure_scan *scan, size_t at, struct share *share)
{
    struct latinword word;
    struct numeral numeral;
    struct figure figure = { .start = at };
    if (!latinword_at(scan->text, scan->to, at, &word))
        return false;
    if (strcmp(word.text, "half") == 0) {
        *share = (struct share){ 1, 2, figure.end = word.end, 0 };
        return figure_rule_apply(scan, &figure, 0, halves, COUNT(halves)) == VERDICT_IS;
    }
    bool article = latinword_in(word.text, "a an");
    share->low = 1;
    /* a quarter of a million is none */
    if (article ? figure_scan_read(scan, at, &numeral)
                : !read_whole(scan, at, PART_MOST, &share->low, &numeral))
        return false;
    share->high = read_parts(scan, article ? word.end : numeral.end, &share->end);
    bool plural = share->high > 0 && scan->text[share->end - 1] == 's';
    /* nine fifths; but four quarters may be a year */
    if (share->high == 0 || (share->low >= share->high && (!plural || share->high < 5)))
        return false;
    figure.end = share->end;
    size_t unit_end; /* a three-quarter-inch bolt */
    return ((plural || (figure_scan_is(scan, share->end, "-") && figure_unit_behind(scan, share->end, &unit_end) != NULL)) &&
            !article) ||
           (share->low == 1 &&
            (figure_scan_is_all(scan, at, share->end) || is_before_share(scan, share->end) ||
             figure_rule_apply(scan, &figure, article ? FORM_ONE : 0, shares, COUNT(shares)) == VERDICT_IS ||
             (!article && figure_scan_is(scan, numeral.end, "-"))));
}

/* one in five, nine out of ten, 1 in 4 */
static bool read_in(const struct figure_scan *scan, size_t at, struct share *share)
{
    struct numeral low, high;
    share->places = figure_scan_read(scan, at, &low) && low.kind == NUMERAL_DIGITS && low.value.exponent == -1 &&
                    low.value.digits < 1000 && figure_scan_is_in(scan, low.end, "_out_of_");
    share->low = (long)low.value.digits;
    if (share->places == 0 && !read_whole(scan, at, PART_MOST, &share->low, &low))
        return false;
    size_t end = low.end;
    bool over = figure_scan_past(scan, &end, "over");
    if (!over && share->low == 1 && low.kind == NUMERAL_WORDS) /* one person in five */
        (void)figure_scan_past(scan, &end, "person man woman child adult pupil student voter worker household "
                                           "family patient case death job home company firm american briton");
    if (!over && !figure_scan_past(scan, &end, "in") && !figure_scan_past(scan, &end, "|out|of"))
        return false;
    (void)figure_scan_past(scan, &end, "every");
    end = figure_scan_skip(scan, end);
    if (!read_whole(scan, end, MANY_MOST, &share->high, &high) ||
        share->low >= (share->places > 0 ? 10 : 1) * share->high ||
        (low.kind != high.kind && share->low > 1 && !high.grouped && share->high != 10 && share->high != 100) ||
        (share->high > (low.kind == NUMERAL_DIGITS ? 100 : 1000) && !high.grouped && !high.scaled &&
         (share->low > 1 || !figure_scan_about(scan, at, high.end, "chance odds risk robabilit likel"))))
        return false;
    share->end = high.end;
    return over ? figure_scan_is_all(scan, at, high.end) : figure_unit_behind(scan, high.end, &end) == NULL;
}

/* 1/2 teaspoon, 3/4-inch, 2/3 majority; but 9/11 attacks */
static bool is_part_of_measure(const struct figure_scan *scan, const struct share *share)
{
    struct latinword word;
    return (share->high <= 4 || share->high == 8 || share->high == 16) &&
           figure_scan_word(scan, share->end, &word) && word.start > share->end && !word.capital;
}

/* 3/4 of them, 2/3的; 4 1/3 cups: thirteen thirds, for that is no decimal */
static bool read_slash(const struct figure_scan *scan, size_t start, size_t at, struct share *share)
{
    struct numeral low, high;
    long ones = 0;
    bool whole = read_whole(scan, at, 99, &share->low, &low);
    if (!whole && figure_scan_read(scan, at, &low) && low.huge && low.places < 4) {
        ones = decimal_whole(low.value, PART_MOST);
        whole = read_whole(scan, at + low.places + 1, 99, &share->low, &low);
    }
    if (ones < 0 || !whole || low.kind != NUMERAL_DIGITS ||
        !figure_scan_is(scan, low.end, "/") ||
        !read_whole(scan, low.end + 1, 100, &share->high, &high) || high.kind != NUMERAL_DIGITS ||
        share->low >= share->high || high.scaled)
        return false;
    share->end = high.end;
    share->low += ones * share->high;
    return figure_scan_word_in(scan, high.end, "of") || figure_scan_is_in(scan, high.end, "的 以上 到一半 至一半") ||
           is_part_of_measure(scan, share) || ones > 0 ||
           figure_scan_is_all(scan, start, high.end);
}

/* 每八名女性中就有一人 */
static bool read_every(const struct figure_scan *scan, size_t at, struct share *share)
{
    struct numeral low, high;
    if (!figure_scan_is(scan, at, "每") ||
        !read_whole(scan, at + HAN, 100, &share->high, &high))
        return false;
    size_t end = high.end + figure_noun_measure(scan, high.end);
    for (int i = 0; i < 8 && !figure_scan_is_in(scan, end, "中 里 就有"); i++)
        end += utf8_is_han((uint32_t)figure_scan_code(scan, end)) ? HAN : 0;
    if (!figure_scan_over(scan, &end, "中就有 中有 中便有 中约有 中，就有 中，有 里就有 里有 就有") ||
        !read_whole(scan, end, PART_MOST, &share->low, &low) || share->low >= share->high ||
        figure_noun_measure(scan, low.end) == 0)
        return false;
    share->end = low.end + figure_noun_measure(scan, low.end);
    return true;
}

/* 三分之二, 一半的, 半数 */
static bool read_han(const struct figure_scan *scan, size_t at, struct share *share)
{
    struct numeral low, high;
    size_t size;
    int half = figure_scan_any(scan, at, "一半=0 半数=1 半杯=2 半碗=2 半勺=2 半匙=2 半茶匙=2 半汤匙=2", &size);
    /* 过半家庭, 得票过半; but 通过半年 */
    if (half < 0 && figure_scan_is(scan, at, "半") && figure_scan_was_in(scan, at, "过") &&
        !figure_scan_was_in(scan, at - HAN, "通 经 超 走 熬 度 不 难 太") &&
        !figure_scan_is_in(scan, at + HAN, "年 天 个 小 月 日 百 晌 夜 辈 生 世 数 山 路 里 分 公 英 圈 场 程")) {
        *share = (struct share){ 1, 2, at + HAN, 0 };
        return true;
    }
    if (half >= 0) {
        *share = (struct share){ 1, 2, at + size, 0 };
        return !figure_scan_was_in(scan, at, half == 2 ? "个 大 小 多" : "另 后 前 下 上") &&
               (half > 0 || figure_scan_is_in(scan, share->end, "的 以上 是 为 来自 人 ， 。") ||
                figure_scan_is_in(scan, share->end, "选民 居民 员工 学生 股东 人口 收入 利润 家庭 企业 公司 用户 受访 乘客 患者 土地 面积 成本 产能 订单 门店") ||
                figure_scan_was_in(scan, at, "有 近 占 约 其中 超过 不到 接近 逾 至少 约有 仅"));
    }
    if (!read_whole(scan, at, MANY_MOST, &share->high, &high) ||
        !figure_scan_over(scan, &high.end, "分之 份之") ||
        !read_whole(scan, high.end, PART_MOST, &share->low, &low) || share->low >= share->high ||
        share->high == 10 * PART_MOST) /* 十万分之五, as 百分之五 */
        return false;
    share->end = low.end;
    return true;
}

/* A quarter of a percentage point: an exact part of a unit. */
static bool make_part(const struct figure_scan *scan, const struct share *share,
                      struct figure *figure)
{
    size_t end, from = share->end;
    struct decimal value = decimal_of((uint64_t)share->low * 10000, -4);
    bool han = (unsigned char)scan->text[from - 1] >= 0x80;
    bool slash = figure_scan_is(scan, figure->start + 1, "/"); /* 1/4 inch */
    const bool tied = share->low > 1 && figure_scan_is(scan, from, "-");
    if (!han && (!figure_scan_past(scan, &from, "of") || !figure_scan_past(scan, &from, "a an")) && !slash && !tied)
        return false;
    const struct figure_unit *unit = figure_unit_behind(scan, from, &end);
    if (unit == NULL || share->low * 10000 % share->high != 0 ||
        (han && unit->kind != FIGURE_PERCENT && (unit->kind < FIGURE_MASS || unit->kind > FIGURE_VOLUME)))
        return false;
    value.digits /= (uint64_t)share->high;
    if (!figure_unit_apply(unit, &value))
        return false;
    figure->low = figure->high = value;
    figure->end = end;
    figure_set_kind(figure, unit->kind, unit->name);
    return true;
}

/* a ratio of 3 to 1, 3:1 odds, 男女比例为3比1, 3比1的比例 */
static bool is_ratio_near(const struct figure_scan *scan, size_t start, size_t end)
{
    static const char words[] = "ratio odds outnumber outnumbers outnumbered margin dilution mixture mix "
                                "比例 比率 之比 配比 比为 比是 比约 比达";
    (void)figure_scan_over(scan, &end, "的");
    return figure_rule_near(scan, start, words) || figure_rule_behind(scan, end, words);
}

/* 245 for 6, 5 for 42: runs and wickets of cricket, where it is about. */
static bool is_wickets(const struct figure_scan *scan, const struct numeral *low,
                       const struct numeral *high, size_t start)
{
    static const char cricket[] =
        "wicket innings bowl Bowl batted batting batsm Batting stumps declared _overs cricket Cricket "
        "Ashes _balls all_out at_lunch at_tea by_lunch by_tea not_out slump collaps hasing century";
    struct decimal ten = decimal_of(1, 1);
    size_t end;
    return low->kind == NUMERAL_DIGITS && high->kind == NUMERAL_DIGITS && !low->grouped &&
           low->value.exponent == 0 && high->value.exponent == 0 &&
           (decimal_compare(low->value, ten) <= 0 || decimal_compare(high->value, ten) <= 0) &&
           figure_unit_behind(scan, high->end, &end) == NULL &&
           figure_scan_about(scan, start, high->end, cricket);
}

/* a ratio of 3 to 1, 3比1; *past is behind a score */
static bool read_ratio(const struct figure_scan *scan, size_t at, struct figure *figure,
                       size_t *past)
{
    struct numeral low, high;
    size_t size;
    if (!figure_scan_numeral(scan, at, &low) || low.ordinal || low.scaled)
        return false;
    int tie = figure_scan_any(scan, low.end, "_for_=2 比=1 -to-=0 _to_=0 :=0 ：=0 ∶=0 _:_=0 _比_=1", &size);
    if (tie < 0 || !figure_scan_numeral(scan, low.end + size, &high) ||
        high.ordinal || high.scaled || high.kind != low.kind)
        return false;
    size_t end;
    bool by = tie == 0 && high.kind == NUMERAL_WORDS && high.value.digits == 1 && high.value.exponent == 0 &&
              figure_scan_word_before_in(scan, at, "by than"); /* by more than two to one */
    if (tie == 2 || (!by && !is_ratio_near(scan, at, high.end))) {
        bool score = tie == 2 ? is_wickets(scan, &low, &high, at)
                              : tie == 1 && figure_unit_behind(scan, high.end, &end) == NULL;
        *past = score ? high.end : at;
        return false;
    }
    figure->kind = FIGURE_RATIO;
    figure->low = low.value;
    figure->high = high.value;
    figure->end = high.end;
    return true;
}

/* by half a point, a quarter-point rise: of a rate */
static bool read_rate(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    static const char points[] = "a_quarter_point=25 a_quarter-point=25 quarter-point=25 half_a_point=50 "
                                 "a_half_point=50 a_half-point=50 half-point=50 quarter_of_a_point=25 "
                                 "a_quarter_of_a_point=25";
    size_t size;
    int hundredths = figure_scan_any(scan, at, points, &size);
    if (hundredths <= 0 || (at + size < scan->to && latinword_is_letter(scan->text[at + size])) ||
        !figure_scan_about(scan, at, at + size, "_rate Rate Fed ECB Bank _bank _yield"))
        return false;
    figure->low = figure->high = decimal_of((unsigned)hundredths, -2);
    figure->end = at + size;
    figure_set_kind(figure, FIGURE_PERCENT, "pp");
    return true;
}

bool figure_share_read(const struct figure_scan *scan, size_t at, struct figure *figure,
                       size_t *past)
{
    struct share share = { 0 };
    *past = at;
    *figure = (struct figure){ .start = at, .kind = FIGURE_FRACTION };
    bool latin = latinword_is_letter(scan->text[at]), han = (unsigned char)scan->text[at] >= 0xE3;
    size_t minus = 0;
    if (!latin && !ascii_is_digit(scan->text[at]))
        (void)figure_scan_any(scan, at, "负 - −", &minus);
    if (!latin && !han && (at + minus >= scan->to || !ascii_is_digit(scan->text[at + minus])))
        return false;
    char second = at + 1 < scan->to ? scan->text[at + 1] : '\0', third = at + 2 < scan->to ? scan->text[at + 2] : '\0';
    bool rate = second == ' ' ? third == 'h' || third == 'q' : (second == 'a' && third == 'l') || second == 'u';
    if (latin && rate && read_rate(scan, at, figure))
        return true;
    bool read = (latin && read_english(scan, at, &share)) || (!han && minus == 0 && read_in(scan, at, &share)) ||
                (!latin && !han && read_slash(scan, at, at + minus, &share)) ||
                (!latin && (read_han(scan, at + minus, &share) || read_every(scan, at, &share)));
    if (!read)
        return read_ratio(scan, at, figure, past);
    figure->low = decimal_of((uint64_t)share.low, -share.places);
    figure->low.negative = minus > 0;
    figure->high = decimal_of((uint64_t)share.high, 0);
    figure->end = share.end;
    (void)make_part(scan, &share, figure);
    figure_hedge_read(scan, figure);
    return true;
}
