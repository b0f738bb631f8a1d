#include "text/numeral_part.h"

#include <string.h>

#include "base/bisect.h"
#include "text/digit.h"
#include "text/latinword.h"
#include "text/numeral_sum.h"
#include "text/wordlist.h"

#define LARGE 4 /* 万 and what is larger: these close a section */
#define HAN 3   /* bytes of each character */
#define FEW "个 個 天 人 年 次 步 句 位 名" /* 三两个: two or three, while 三两 is a weight */

enum sign_role {
    ROLE_NONE = 0,
    ROLE_DIGIT = 'd',
    ROLE_TENS = 't', /* 廿 卅 */
    ROLE_UNIT = 'u',
    ROLE_POINT = 'p',
    ROLE_HALF = 'h',
    ROLE_MORE = 'm',
    ROLE_VAGUE = 'v',
    ROLE_OPENING = 'o' /* 成千上, 好几: nothing within a numeral */
};

/* Each sign with its role, in capitals as deeds and bills write it, and its value: the digit, or the power
 * of ten (C: 12). In the order of their bytes, for find(). */
static const char signs[] =
    "〇d0 一d1 七d7 万u4 三d3 上v0 两d2 九d9 二d2 五d5 亿u8 仟U3 仨d3 伍D5 余m0 佰U2 俩d2 倆d2 億u8 兆uC 兩d2 八d8 六d6 "
    "几v1 十u1 千u3 卅t3 半h0 叁D3 參D3 四d4 壹D1 多m0 好o0 幾v1 廿t2 成o0 拾U1 捌D8 数v0 數v0 来m1 柒D7 点p0 玖D9 百u2 "
    "肆D4 萬u4 貳D2 贰D2 陆D6 陸D6 零d0 餘m0 點p0 ";

#define STRIDE (HAN + strlen("d0 "))
#define SIGNS ((sizeof signs - 1) / STRIDE)

struct sign {
    char role;
    unsigned char value;
    bool formal;
};

static unsigned code_of(const char *bytes)
{
    return (unsigned)(unsigned char)bytes[0] << 16 | (unsigned)(unsigned char)bytes[1] << 8 | (unsigned char)bytes[2];
}

static struct sign find(const char *text, size_t length, size_t at)
{
    size_t index = 0;
    if (at >= length || length - at < HAN || (unsigned char)text[at] < 0xE3 || (unsigned char)text[at] > 0xE9)
        return (struct sign){ ROLE_NONE, 0, false };
    const unsigned code = code_of(text + at);
    BISECT(index, SIGNS, code_of(signs + index * STRIDE) >= code);
    const char *row = signs + index * STRIDE;
    if (index == SIGNS || code_of(row) != code)
        return (struct sign){ ROLE_NONE, 0, false };
    const char value = row[HAN + 1];
    return (struct sign){ (char)(row[HAN] | 0x20), (unsigned char)(value == 'C' ? 12 : value - '0'), row[HAN] < 'a' };
}

static bool begins(const char *text, size_t length, size_t at, const char *words)
{
    return wordlist_at(text, at, length, words) > 0;
}

struct han_reading {
    const char *text;
    size_t length;
    size_t at;
    int places; /* behind the point */
    struct numeral_sum sum;
    struct numeral *numeral;
};

static struct sign sign_at(const struct han_reading *reading, size_t at)
{
    return find(reading->text, reading->length, at);
}

static bool stands(const struct han_reading *reading, size_t at, const char *words)
{
    return begins(reading->text, reading->length, at, words);
}

static bool is_first(const struct han_reading *reading)
{
    return reading->sum.last == NUMERAL_NONE;
}

/* ---- the parts of a numeral ---- */

/* 3千克, 5千瓦, 500兆瓦, 2百分点: the beginning of a unit of measure; but 两万五千米 are metres. */
static bool is_unit_of_measure(const struct han_reading *reading, int power)
{
    const char *words = power == 3    ? "克 米 瓦 卡 赫 帕 伏 焦 字节 比特"
                        : power == 12 ? "瓦 赫 字节 位元 比特 帕 焦"
                        : power == 2  ? "分 帕"
                                      : "";
    if (power == 3 && reading->sum.digit_any && reading->sum.last_large != NUMERAL_NONE)
        return false;
    return (reading->sum.digit_any || reading->sum.section_any) && stands(reading, reading->at + HAN, words);
}

static bool take_unit(struct han_reading *reading, int power)
{
    if (is_unit_of_measure(reading, power) ||
        !(power < LARGE ? numeral_sum_small(&reading->sum, power) : numeral_sum_large(&reading->sum, power, true)))
        return false;
    reading->numeral->scaled = true;
    reading->at += HAN;
    return true;
}

/* What two digits next to one another are apart where they are a range: 三四百, 三五个, 三五百 (from three to five). */
static unsigned range_width(const struct han_reading *reading, bool first, unsigned last)
{
    const uint64_t both = reading->sum.digit.digits;
    if (both == 35 && first && stands(reading, reading->at, "个 個 天 年 人 名 家 次 十 百 千 万 萬"))
        return 2;
    if (both == 32 && first && stands(reading, reading->at, FEW))
        return 1;
    return last > 1 && both == (last - 1) * 10 + last;
}

/* Digits without a unit between them: 二〇一四; zeros before what a unit said are none of them. */
static bool take_digits(struct han_reading *reading)
{
    struct sign sign;
    struct numeral_sum *sum = &reading->sum;
    const size_t start = reading->at;
    const bool first = is_first(reading);
    unsigned count = 0, last = 0;
    for (; (sign = sign_at(reading, reading->at)).role == ROLE_DIGIT; reading->at += HAN) {
        /* 三斤二两: behind a digit it is the measure, but for 一两个 */
        if (sign.value == 2 && (count > 0 || !first) && (last != 1 || count > 1) &&
            !(first && last == 3 && count == 1 && stands(reading, reading->at + HAN, FEW)) &&
            stands(reading, reading->at, "两 兩") && sign_at(reading, reading->at + HAN).role != ROLE_UNIT)
            break;
        if (count == 0 && sign.value == 0 && (sum->section_any || !first)) {
            sum->zero = true;
            continue;
        }
        if (!decimal_push(&sum->digit, sign.value)) {
            reading->numeral->huge = true;
            sum->digit = decimal_of(0, 0);
        }
        last = sign.value;
        count++;
    }
    if (count == 0)
        return reading->at > start;
    sum->digit_any = true;
    unsigned width = count == 2 ? range_width(reading, first, last) : 0;
    if (width > 0) {
        sum->digit.digits = sum->digit.digits == 32 ? 2 : sum->digit.digits / 10;
        reading->numeral->upper = decimal_of(width, 0); /* in units of this place */
    } else if (count > 1) {
        reading->numeral->spelled_digits = true;
        reading->numeral->places = count;
    }
    return true;
}

/* 点 and digits: behind any scale, and a scale may follow (三十点六亿). */
static bool take_point(struct han_reading *reading)
{
    struct sign sign;
    struct numeral_sum *sum = &reading->sum;
    struct decimal part = decimal_of(0, 0), value = sum->section;
    size_t at = reading->at + HAN;
    int places = 0;
    if (reading->text[reading->at - 1] == ' ') /* 四百 点 五 */
        at = latinword_skip_blanks(reading->text, reading->length, at);
    for (; (sign = sign_at(reading, at)).role == ROLE_DIGIT; at += HAN, places++) {
        if (!decimal_push(&part, sign.value))
            return false;
    }
    /* 三点十分, 三点五十, 三点一刻, 三点零五分: the time of day */
    bool time = (sign.role == ROLE_UNIT && sign.value == 1) || stands(reading, at, "刻") ||
                (places == 2 && part.digits < 10 && stands(reading, at, "分") && !stands(reading, at, "分之"));
    if (places == 0 || time || !decimal_add(&value, sum->digit) || !numeral_add_places(&value, part, places))
        return false;
    sum->digit = value;
    sum->digit_any = true;
    sum->section = decimal_of(0, 0);
    sum->section_any = reading->numeral->spelled_digits = false;
    reading->places = places;
    reading->at = at;
    return true;
}

/* Arabic digits within the numeral: 3千5百; without a unit of their own, in full: 1万5000, 1万零5; alone where the
 * number ends in tenths of the unit: 2万3. But not 5万3人: there the 3 is another number, as in
 * 四亿五千万4G网民 it is a name's. */
static bool take_arabic(struct han_reading *reading)
{
    static const char ends[] = "， 。 ； 、 ！ ？ ） ： ” 元 块 左右 的 了 美 港 欧 英 日 至 到 ～ 多 一 买 買 卖 賣 租 就 成交 拿 以 还 還";
    const char *text = reading->text;
    const size_t length = reading->length;
    struct numeral_sum *sum = &reading->sum;
    struct decimal value = decimal_of(0, 0);
    size_t size, at = reading->at;
    int digit, count = 0;
    if (sum->digit_any || is_first(reading))
        return false;
    for (; (digit = digit_at(text, length, at, &size)) >= 0; count++) {
        if (!decimal_push(&value, (unsigned)digit))
            return false;
        at += size;
        at += count < 3 && at < length && text[at] == ',' && digit_is_group(text, length, at + 1, 3); /* 1兆9,346億 */
    }
    if (count == 0)
        return false;
    const bool tenths = count == 1 && value.digits > 0 && sum->last >= 3 && (at >= length || stands(reading, at, ends));
    const struct sign sign = sign_at(reading, latinword_skip_blanks(text, length, at));
    const bool unit = sign.role == ROLE_UNIT && sign.value < sum->last;
    const bool full = (count > 1 || sum->zero) && count <= sum->last && sign.role != ROLE_POINT &&
                      (at >= length || (strchr(".,-:/%", text[at]) == NULL && !latinword_is_letter(text[at])));
    if (!tenths && !unit && !full)
        return false;
    sum->digit = value;
    sum->digit_any = true;
    sum->zero = sum->zero || !tenths;
    reading->at = at;
    return true;
}

/* 多 余 几 behind a unit or whole digits, before another unit (三十多万) or at the end. What
 * follows 多 may be a word of its own (多少, 多数): then it is none. */
static bool take_more(struct han_reading *reading, struct sign sign)
{
    static const char others[] = "多少 多数 余额 余地 几何 几乎 几率 来自 来到";
    /* 十来; 一百来斤, but not 一百来电 */
    static const char counted[] = "斤 个 個 人 块 公 里 米 岁 歲 年 天 吨 名 位 家 户 戶 亩 畝 本 次 辆 万 萬 件 条 头 只";
    const struct numeral_sum *sum = &reading->sum;
    const bool some = sign.role == ROLE_VAGUE, come = sign.role == ROLE_MORE && sign.value == 1; /* 几, 来 */
    if (sum->digit_any ? some || reading->numeral->kind == NUMERAL_HAN : is_first(reading))
        return false;
    if ((some && sum->last > 1 && !sum->zero) || stands(reading, reading->at, others) ||
        (come && sum->last != 1 && (sum->last > 8 || !stands(reading, reading->at + HAN, counted))))
        return false;
    reading->numeral->more = true;
    reading->at += HAN;
    return true;
}

static bool take_part(struct han_reading *reading)
{
    const struct sign sign = sign_at(reading, reading->at);
    const struct numeral *numeral = reading->numeral;
    const bool any = reading->sum.digit_any;
    switch ((enum sign_role)sign.role) {
    case ROLE_DIGIT: return !any && !numeral->more && take_digits(reading);
    case ROLE_UNIT: return take_unit(reading, sign.value);
    case ROLE_POINT: return numeral->kind == NUMERAL_HAN && (any || !is_first(reading)) && take_point(reading);
    case ROLE_VAGUE: return sign.value == 1 && !numeral->more && take_more(reading, sign);
    case ROLE_MORE: return !numeral->more && take_more(reading, sign);
    case ROLE_NONE: return take_arabic(reading);
    default: return false;
    }
}

/* 三千 八百, 五百 余 万: blanks before what can only go on, as in texts cut into words. */
static bool skip_gap(struct han_reading *reading)
{
    const char *text = reading->text;
    const size_t length = reading->length, at = latinword_skip_blanks(text, length, reading->at);
    const bool any = reading->sum.digit_any;
    if (at >= length || text[reading->at] != ' ' || (is_first(reading) && !any))
        return false;
    const struct sign sign = find(text, length, at);
    const struct sign next = find(text, length, latinword_skip_blanks(text, length, at + HAN));
    const bool unit = next.role == ROLE_UNIT;
    bool goes_on = (sign.role == ROLE_UNIT && (any || reading->numeral->more || sign.value >= LARGE)) ||
                   (sign.role == ROLE_DIGIT && !any &&
                    ((unit && next.value < reading->sum.last) || at + HAN >= length)) ||
                   (sign.role == ROLE_POINT && next.role == ROLE_DIGIT) ||
                   ((sign.role == ROLE_MORE || sign.role == ROLE_VAGUE) && unit);
    reading->at = goes_on ? at : reading->at;
    return goes_on;
}

/* ---- all of it ---- */

/* The digit that no unit came for. 一亿一亿: with one of its own that does not fit it begins another number;
 * 一百二 is 120, 两万五 25,000: behind a unit it stands for tenths of it. */
static void finish_digit(struct han_reading *reading)
{
    struct numeral_sum *sum = &reading->sum;
    if (!sum->digit_any || is_first(reading) || sum->digit.exponent != 0 || sum->digit.digits >= 10)
        return;
    const struct sign next = sign_at(reading, reading->at);
    if (next.role == ROLE_UNIT && sign_at(reading, reading->at - HAN).role == ROLE_DIGIT &&
        !is_unit_of_measure(reading, next.value)) {
        sum->digit = decimal_of(0, 0);
        reading->at -= HAN;
    } else if (!sum->zero && sum->last >= 2 && !reading->numeral->spelled_digits) {
        (void)decimal_shift(&sum->digit, sum->last - 1);
    }
}

static void read_parts(struct han_reading *reading)
{
    struct numeral *numeral = reading->numeral;
    while (take_part(reading) || skip_gap(reading))
        ;
    finish_digit(reading);
    numeral->huge = !numeral_sum_close(&reading->sum) || numeral->huge;
    numeral->value = reading->sum.total;
    numeral->end = reading->at;
    numeral_set_scale(numeral, -reading->places);
    /* 三四百 got its upper end as a width in places of the digit: which place is known now */
    struct decimal width = numeral->upper;
    numeral->upper = numeral->value;
    if (width.digits > 0 && decimal_shift(&width, numeral->value.exponent))
        (void)decimal_add(&numeral->upper, width);
}

void numeral_han_scale(const char *text, size_t length, struct numeral *numeral)
{
    const size_t at = latinword_skip_blanks(text, length, numeral->end);
    const struct sign sign = find(text, length, at);
    if (numeral->huge || numeral->scaled ||
        (sign.role != ROLE_UNIT && (sign.role != ROLE_MORE || numeral->value.exponent < 0)))
        return;
    struct han_reading reading = {
        .text = text, .length = length, .at = at, .sum = numeral_sum_of(numeral->value, true), .numeral = numeral
    };
    read_parts(&reading);
    if (numeral->end == at)
        numeral->end = at > 0 ? latinword_skip_blanks_back(text, 0, at) : 0;
}

/* Ten to the units in a row: 百万, 千万, 亿, 万亿. */
static bool read_scale(const char *text, size_t length, size_t *at, int *power)
{
    struct sign sign;
    const size_t start = *at;
    int last = 0;
    *power = 0;
    while ((sign = find(text, length, *at)).role == ROLE_UNIT && sign.value > last && *power + sign.value < 20) {
        *power += last = sign.value;
        *at += HAN;
    }
    return *at > start;
}

static bool has_formal(const char *text, size_t at, size_t end)
{
    for (; at < end; at += HAN) {
        if (find(text, end, at).formal)
            return true;
    }
    return false;
}

/* Whether the scale from `start` to `end` says by its neighbours that it stands for one of its kind: 近千,
 * 逾百, 百分之百; 过万, 破亿元, but not 通过万达. */
static bool is_one_by_neighbours(const char *text, size_t length, size_t start, size_t end, int power)
{
    static const char counted[] = "元 人 名 次 家 户 戶 台 辆 吨 件 部 份 美元 港元 欧元 日元 ， 。 ； 、 的 ）";
    static const char many[] = "人口 用户 用戶 网民 網民 民众 民眾 市民 群众 观众 觀眾 粉丝 读者 居民 农民 会员 游客 考生 学子 军民 村民";
    if (power >= 6 && begins(text, length, end, many)) /* 百万人口 */
        return true;
    if (wordlist_before(text, 0, start, "每") > 0 && begins(text, length, end, "克 瓦 卡 赫 米"))
        return false; /* 每千瓦时 */
    return wordlist_before(text, 0, start, "近 逾 约 超 每 及 达 達 称 稱 不足 不到 百分之") > 0 ||
           (wordlist_before(text, 0, start, "破 过 過") > 0 &&
            (end - start > HAN || (power >= LARGE && (end >= length || begins(text, length, end, counted)))));
}

/* 数百万 几十 上千 成千上万 好几万 数以百万计; 百余, 千余万, 近千, 逾百: a scale without a digit. */
static bool read_lone_scale(const char *text, size_t length, size_t at, struct numeral *numeral)
{
    static const char openings[] = "数以=1 數以=1 成千上=0 成百上=0 好几=0 数=0 數=0 几=0 幾=0 上=0";
    size_t size;
    const int counted = wordlist_number(text, at, length, openings, &size);
    size_t end = at + size;
    int power, more_power = 0;
    if (!read_scale(text, length, &end, &power))
        return false;
    numeral->vague = counted >= 0;
    if (numeral->vague) {
        if (has_formal(text, at + size, end) || (counted > 0 && !begins(text, length, end, "计 計")))
            return false;
        end += counted > 0 ? HAN : 0;
    } else {
        numeral->more = find(text, length, end).role == ROLE_MORE && !begins(text, length, end, "来 多少");
        numeral->more = numeral->more || (power == 2 && begins(text, length, end, "来号 来個 来个 来人 来斤 来户 来名 来位"));
        if (power < 2 || begins(text, length, end, "分 度 货 姓 岁 一 富") ||
            (!numeral->more && !is_one_by_neighbours(text, length, at, end, power)))
            return false;
        end += numeral->more ? HAN : 0;
        if (numeral->more)
            (void)read_scale(text, length, &end, &more_power);
    }
    numeral->scaled = true;
    numeral->value = numeral->upper = decimal_of(1, power + more_power);
    numeral->end = end;
    return true;
}

bool numeral_han_read(const char *text, size_t length, size_t at, struct numeral *numeral)
{
    const struct sign sign = find(text, length, at);
    struct han_reading reading = { .text = text,
                                   .length = length,
                                   .at = at,
                                   .sum = numeral_sum_of(decimal_of(0, 0), false),
                                   .numeral = numeral };
    *numeral = (struct numeral){ .end = at, .kind = NUMERAL_HAN };
    switch ((enum sign_role)sign.role) {
    case ROLE_HALF:
        numeral->value = numeral->upper = decimal_of(5, -1);
        numeral->end = at + HAN;
        return true;
    case ROLE_OPENING:
    case ROLE_VAGUE: return read_lone_scale(text, length, at, numeral);
    case ROLE_UNIT:
        if (sign.value > 1)
            return read_lone_scale(text, length, at, numeral);
        break;
    case ROLE_TENS:
        reading.sum.digit = decimal_of(sign.value, 0);
        reading.sum.digit_any = numeral->scaled = true;
        (void)numeral_sum_small(&reading.sum, 1);
        reading.at += HAN;
        break;
    case ROLE_DIGIT: break;
    default: return false;
    }
    read_parts(&reading);
    numeral->formal = has_formal(text, at, numeral->end);
    return numeral->end > at;
}
