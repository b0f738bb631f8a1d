#include "text/numeral_part.h"

#include <string.h>

#include "base/bisect.h"
#include "text/digit.h"
#include "text/latinword.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define BIG 4 /* 万 and what is larger: these close a section */

enum sign_role {
    ROLE_NONE,
    ROLE_DIGIT,
    ROLE_UNIT,
    ROLE_POINT,
    ROLE_HALF,
    ROLE_MORE,
    ROLE_VAGUE,
    ROLE_OPENING /* 成千上, 好几, 廿: nothing within a numeral */
};

struct sign {
    uint32_t code;
    unsigned char role;
    unsigned char value; /* the digit, or the power of ten */
    bool formal;         /* as deeds and bills write it */
};

/* In order, for find(). */
/* clang-format off */
#define S(code, role, value) { code, ROLE_##role, value, false },
#define F(code, role, value) { code, ROLE_##role, value, true },
static const struct sign signs[] = {
    S(0x3007, DIGIT, 0) /* 〇 */ S(0x4E00, DIGIT, 1) /* 一 */ S(0x4E03, DIGIT, 7) /* 七 */
    S(0x4E07, UNIT, 4) /* 万 */ S(0x4E09, DIGIT, 3) /* 三 */ S(0x4E0A, VAGUE, 0) /* 上 */
    S(0x4E24, DIGIT, 2) /* 两 */ S(0x4E5D, DIGIT, 9) /* 九 */ S(0x4E8C, DIGIT, 2) /* 二 */
    S(0x4E94, DIGIT, 5) /* 五 */ S(0x4EBF, UNIT, 8) /* 亿 */ F(0x4EDF, UNIT, 3) /* 仟 */
    S(0x4EE8, DIGIT, 3) /* 仨 */
    F(0x4F0D, DIGIT, 5) /* 伍 */ S(0x4F59, MORE, 0) /* 余 */ F(0x4F70, UNIT, 2) /* 佰 */
    S(0x4FE9, DIGIT, 2) /* 俩 */ S(0x5006, DIGIT, 2) /* 倆 */ S(0x5104, UNIT, 8) /* 億 */
    S(0x5146, UNIT, 12) /* 兆 */ S(0x5169, DIGIT, 2) /* 兩 */ S(0x516B, DIGIT, 8) /* 八 */
    S(0x516D, DIGIT, 6) /* 六 */ S(0x51E0, VAGUE, 1) /* 几 */ S(0x5341, UNIT, 1) /* 十 */
    S(0x5343, UNIT, 3) /* 千 */ S(0x5345, OPENING, 0) /* 卅 */ S(0x534A, HALF, 0) /* 半 */
    F(0x53C1, DIGIT, 3) /* 叁 */ F(0x53C3, DIGIT, 3) /* 參 */ S(0x56DB, DIGIT, 4) /* 四 */
    F(0x58F9, DIGIT, 1) /* 壹 */ S(0x591A, MORE, 0) /* 多 */ S(0x597D, OPENING, 0) /* 好 */
    S(0x5E7E, VAGUE, 1) /* 幾 */ S(0x5EFF, OPENING, 0) /* 廿 */ S(0x6210, OPENING, 0) /* 成 */
    F(0x62FE, UNIT, 1) /* 拾 */ F(0x634C, DIGIT, 8) /* 捌 */ S(0x6570, VAGUE, 0) /* 数 */
    S(0x6578, VAGUE, 0) /* 數 */ S(0x6765, MORE, 1) /* 来 */ F(0x67D2, DIGIT, 7) /* 柒 */
    S(0x70B9, POINT, 0) /* 点 */ F(0x7396, DIGIT, 9) /* 玖 */ S(0x767E, UNIT, 2) /* 百 */
    F(0x8086, DIGIT, 4) /* 肆 */ S(0x842C, UNIT, 4) /* 萬 */ F(0x8CB3, DIGIT, 2) /* 貳 */
    F(0x8D30, DIGIT, 2) /* 贰 */ F(0x9646, DIGIT, 6) /* 陆 */ F(0x9678, DIGIT, 6) /* 陸 */
    S(0x96F6, DIGIT, 0) /* 零 */ S(0x9918, MORE, 0) /* 餘 */ S(0x9EDE, POINT, 0) /* 點 */
};
#undef S
#undef F
/* clang-format on */

#define SIGNS (sizeof signs / sizeof *signs)
#define HAN_SIZE 3 /* bytes of each */

static bool begins(const char *text, size_t length, size_t at, const char *words)
{
    return wordlist_at(text, at, length, words) > 0;
}

static const struct sign none = { 0, ROLE_NONE, 0, false };

static const struct sign *find(const char *text, size_t length, size_t at)
{
    uint32_t code;
    if (at >= length || (unsigned char)text[at] < 0xE3 || (unsigned char)text[at] > 0xE9 ||
        utf8_decode(text + at, length - at, &code) != HAN_SIZE)
        return &none;
    size_t index = 0;
    BISECT(index, SIGNS, signs[index].code >= code);
    return index < SIGNS && signs[index].code == code ? &signs[index] : &none;
}

/* A numeral being put together. In 三亿二千五百万: `total` holds what stands before the last large
 * unit, `section` what stands behind it, `digit` the digits that wait for their unit. */
struct han_reading {
    const char *text;
    size_t length;
    size_t at;
    struct decimal total;
    struct decimal section;
    struct decimal digit;
    bool digit_any;
    bool section_any;
    bool zero;    /* 零 stands before the digit */
    int last;     /* power of the last unit, 99 before there is one */
    int last_big; /* of the last large unit */
    struct numeral *numeral;
};

static const struct sign *sign_at(const struct han_reading *reading, size_t at)
{
    return find(reading->text, reading->length, at);
}

static bool stands(const struct han_reading *reading, size_t at, const char *words)
{
    return begins(reading->text, reading->length, at, words);
}

static void clear_digit(struct han_reading *reading)
{
    reading->digit = decimal_of(0, 0);
    reading->digit_any = false;
}

static bool add_section(struct han_reading *reading)
{
    bool fits = decimal_add(&reading->section, reading->digit) &&
                decimal_add(&reading->total, reading->section);
    reading->section = decimal_of(0, 0);
    reading->section_any = false;
    clear_digit(reading);
    return fits;
}

/* 万 亿 兆: of all that stands before it if it is larger than the last one (万亿, 三千万亿), else
 * of the section. */
static bool take_big(struct han_reading *reading, int power)
{
    bool any = reading->digit_any || reading->section_any;
    bool first = reading->last_big == 99, again = power == reading->last_big;
    if (first || power > reading->last_big) {
        if ((first && !any) || !add_section(reading) || !decimal_shift(&reading->total, power))
            return false;
    } else if (again && power == BIG && !any &&
               decimal_compare(reading->total, decimal_of(1, 2 * BIG)) < 0) {
        power += BIG; /* 四万万 */
        if (!decimal_shift(&reading->total, BIG))
            return false;
    } else {
        if (again || !any || !decimal_add(&reading->section, reading->digit) ||
            !decimal_shift(&reading->section, power))
            return false;
        clear_digit(reading);
        if (!add_section(reading))
            return false;
    }
    reading->last_big = reading->last = power;
    return true;
}

/* 十 百 千: each smaller than the one before it in its section. 十 alone is ten. */
static bool take_small(struct han_reading *reading, int power)
{
    struct decimal part = reading->digit_any ? reading->digit : decimal_of(1, 0);
    bool ten = power == 1 && (!reading->section_any || reading->zero);
    if ((reading->section_any && power >= reading->last) || (!reading->digit_any && !ten) ||
        !decimal_shift(&part, power) || !decimal_add(&reading->section, part))
        return false;
    clear_digit(reading);
    reading->section_any = true;
    reading->last = power;
    return true;
}

/* 3千克, 5千瓦, 500兆瓦, 2百分点: the beginning of a unit of measure. */
static bool is_unit_of_measure(const struct han_reading *reading, int power)
{
    const char *words = power == 3    ? "克 米 瓦 卡 赫 帕 伏 焦"
                        : power == 12 ? "瓦 赫 字节 位元 比特 帕 焦"
                        : power == 2  ? "分 帕"
                                      : "";
    return (reading->digit_any || reading->section_any) &&
           stands(reading, reading->at + HAN_SIZE, words);
}

static bool take_unit(struct han_reading *reading, int power)
{
    if (is_unit_of_measure(reading, power))
        return false;
    bool taken = power >= BIG ? take_big(reading, power) : take_small(reading, power);
    if (taken) {
        reading->zero = false;
        reading->numeral->scaled = true;
        reading->at += HAN_SIZE;
    }
    return taken;
}

/* Digits without a unit between them: 二〇一四; 三四 next to one another is a range (三四百). */
static bool take_digits(struct han_reading *reading)
{
    const struct sign *sign;
    unsigned count = 0;
    unsigned last = 0;
    size_t start = reading->at;
    while ((sign = sign_at(reading, reading->at))->role == ROLE_DIGIT) {
        /* 三斤二两: behind a digit it is the measure, but for 一两个 */
        bool liang = sign->code == 0x4E24 || sign->code == 0x5169;
        bool first = count == 0 && reading->last == 99;
        if (liang && !first && (last != 1 || count > 1) &&
            sign_at(reading, reading->at + HAN_SIZE)->role != ROLE_UNIT)
            break;
        if (count == 0 && sign->value == 0 && (reading->section_any || reading->last != 99)) {
            reading->zero = true;
            reading->at += HAN_SIZE;
            continue;
        }
        if (!decimal_push(&reading->digit, sign->value)) {
            reading->numeral->huge = true;
            reading->digit = decimal_of(0, 0);
        }
        last = sign->value;
        count++;
        reading->at += HAN_SIZE;
    }
    if (count == 0)
        return reading->at > start;
    reading->digit_any = true;
    /* 三五个 are from three to five */
    if (count == 2 && reading->digit.digits == 35 && reading->last == 99 &&
        stands(reading, reading->at, "个 個 天 年 人 名 家 次")) {
        reading->digit = decimal_of(3, 0);
        reading->numeral->upper = decimal_of(2, 0);
    } else if (count == 2 && reading->digit.digits == last * 10 - 10 + last && last > 1) {
        reading->digit = decimal_of(last - 1, 0);
        reading->numeral->upper = decimal_of(1, 0); /* the range is one unit of this place wide */
    } else if (count > 1) {
        reading->numeral->spelled_digits = true;
        reading->numeral->places = count;
    }
    return true;
}

/* 点 and digits: behind any scale, and a scale may follow (三十点六亿). */
static bool take_point(struct han_reading *reading)
{
    size_t at = reading->at + HAN_SIZE;
    if (reading->text[reading->at - 1] == ' ') /* 四百 点 五 */
        at = latinword_skip_blanks(reading->text, reading->length, at);
    const struct sign *sign;
    struct decimal part = decimal_of(0, 0);
    struct decimal value = reading->section;
    int count = 0;
    while ((sign = sign_at(reading, at))->role == ROLE_DIGIT) {
        if (!decimal_push(&part, sign->value))
            return false;
        count++;
        at += HAN_SIZE;
    }
    /* 三点十分, 三点五十, 三点一刻, 三点零五分: the time of day */
    if (count == 0 || (sign->role == ROLE_UNIT && sign->value == 1) || stands(reading, at, "刻") ||
        (count == 2 && part.digits < 10 && stands(reading, at, "分") && !stands(reading, at, "分之")) ||
        !decimal_add(&value, reading->digit) || !decimal_shift(&part, -count))
        return false;
    if (part.digits == 0 ? !decimal_shift(&value, 0) : !decimal_add(&value, part))
        return false;
    reading->digit = value;
    reading->digit_any = true;
    reading->section = decimal_of(0, 0);
    reading->section_any = false;
    reading->numeral->spelled_digits = false;
    reading->at = at;
    return true;
}

/* Arabic digits within the numeral: 3千5百; without a unit of their own, in full: 1万5000. */
static bool take_arabic(struct han_reading *reading)
{
    size_t size;
    size_t at = reading->at;
    struct decimal value = { 0 };
    int digit, count = 0;
    if (reading->digit_any || reading->last == 99)
        return false;
    for (; (digit = digit_at(reading->text, reading->length, at, &size)) >= 0; count++) {
        if (!decimal_push(&value, (unsigned)digit))
            return false;
        at += size;
        /* 1兆9,346億 */
        at += count < 3 && at < reading->length && reading->text[at] == ',' &&
              digit_is_group(reading->text, reading->length, at + 1, 3);
    }
    /* 2万3 where the number ends: its digit is in thousands, as in 两万三 */
    bool ends = at >= reading->length ||
                stands(reading, at, "， 。 ； 、 ！ ？ ） ： ” 元 块 左右 的 了 美 港 欧 英 日 至 到 ～ 多 一 买 買 卖 賣 租 就 成交 拿 以 还 還");
    if (count == 1 && value.digits > 0 && reading->last >= 3 && ends) {
        reading->digit = value;
        reading->digit_any = true;
        reading->at = at;
        return true;
    }
    /* 5万3千, but not 5万3人: there the 3 is another number, as in 四亿五千万4G网民 it is a name's. */
    const struct sign *sign = sign_at(reading, latinword_skip_blanks(reading->text, reading->length, at));
    bool unit = sign->role == ROLE_UNIT && sign->value < reading->last;
    bool full = count > 1 && count <= reading->last && sign->role != ROLE_POINT &&
                (at >= reading->length || strchr(".,-:/%", reading->text[at]) == NULL) &&
                (at >= reading->length || !latinword_is_letter(reading->text[at]));
    if (!unit && !full)
        return false;
    reading->digit = value;
    reading->digit_any = true;
    reading->zero = true;
    reading->at = at;
    return true;
}

/* 多 余 几 behind a unit or whole digits, before another unit (三十多万) or at the end. What
 * follows 多 may be a word of its own (多少, 多数): then it is none. */
static bool take_more(struct han_reading *reading, const struct sign *sign)
{
    static const char others[] = "多少 多数 余额 余地 几何 几乎 几率 来自 来到";
    /* 十来; 一百来斤, but not 一百来电 */
    static const char counted[] = "斤 个 個 人 块 公 里 米 岁 歲 年 天 吨 名 位 家 户 戶 亩 畝 本 次 辆 万 萬 件 条 头 只";
    if (stands(reading, reading->at, others) ||
        (sign->role == ROLE_MORE && sign->value == 1 && reading->last != 1 &&
         (reading->last > 3 ||
          !stands(reading, reading->at + HAN_SIZE, counted))))
        return false;
    bool some = sign->role == ROLE_VAGUE; /* 几 */
    if (reading->digit_any ? some || reading->numeral->kind == NUMERAL_HAN : reading->last == 99)
        return false;
    if (some && reading->last > 1 && !reading->zero)
        return false;
    reading->numeral->more = true;
    reading->at += HAN_SIZE;
    return true;
}

static bool take_part(struct han_reading *reading)
{
    const struct sign *sign = sign_at(reading, reading->at);
    struct numeral *numeral = reading->numeral;
    switch ((enum sign_role)sign->role) {
    case ROLE_DIGIT: return !reading->digit_any && !numeral->more && take_digits(reading);
    case ROLE_UNIT: return take_unit(reading, sign->value);
    case ROLE_POINT:
        return numeral->kind == NUMERAL_HAN && (reading->digit_any || reading->last != 99) &&
               take_point(reading);
    case ROLE_MORE: return !numeral->more && take_more(reading, sign);
    case ROLE_VAGUE: return sign->value == 1 && !numeral->more && take_more(reading, sign);
    case ROLE_NONE: return take_arabic(reading);
    default: return false;
    }
}

/* 一亿一亿: a digit with a unit of its own that does not fit begins another number. */
static void leave_next(struct han_reading *reading)
{
    if (reading->digit_any && reading->last != 99 && reading->digit.digits < 10 &&
        reading->digit.exponent == 0 && reading->at > HAN_SIZE &&
        sign_at(reading, reading->at)->role == ROLE_UNIT &&
        sign_at(reading, reading->at - HAN_SIZE)->role == ROLE_DIGIT &&
        !is_unit_of_measure(reading, sign_at(reading, reading->at)->value)) {
        clear_digit(reading);
        reading->at -= HAN_SIZE;
    }
}

/* 一百二 is 120, 两万五 is 25,000: the digit behind a unit stands for tenths of it. */
static void finish_short(struct han_reading *reading)
{
    if (reading->digit_any && !reading->zero && reading->last >= 2 && reading->last != 99 &&
        !reading->numeral->spelled_digits && reading->digit.exponent == 0 &&
        reading->digit.digits < 10)
        (void)decimal_shift(&reading->digit, reading->last - 1);
}

/* 三四百 got its upper end as a width in places of the digit: which place is known now. */
static void finish_range(struct numeral *numeral)
{
    struct decimal width = numeral->upper;
    numeral->upper = numeral->value;
    if (width.digits > 0 && decimal_shift(&width, numeral->value.exponent))
        (void)decimal_add(&numeral->upper, width);
}

/* 三千 八百, 五百 余 万: blanks before what can only go on, as in texts cut into words. */
static bool skip_gap(struct han_reading *reading)
{
    const char *text = reading->text;
    size_t length = reading->length;
    size_t at = latinword_skip_blanks(text, length, reading->at);
    if (at >= length || text[reading->at] != ' ' || reading->last + reading->digit_any == 99)
        return false;
    const struct sign *sign = find(text, length, at);
    const struct sign *next = find(text, length, latinword_skip_blanks(text, length, at + HAN_SIZE));
    bool goes_on = false;
    switch ((enum sign_role)sign->role) {
    case ROLE_UNIT: goes_on = reading->digit_any || reading->numeral->more || sign->value >= BIG; break;
    case ROLE_DIGIT:
        goes_on = !reading->digit_any && ((next->role == ROLE_UNIT && next->value < reading->last) ||
                                          at + HAN_SIZE >= length);
        break;
    case ROLE_POINT: goes_on = next->role == ROLE_DIGIT; break;
    case ROLE_MORE:
    case ROLE_VAGUE: goes_on = next->role == ROLE_UNIT; break;
    default: break;
    }
    reading->at = goes_on ? at : reading->at;
    return goes_on;
}

static void read_parts(struct han_reading *reading)
{
    while (take_part(reading) || skip_gap(reading))
        ;
    leave_next(reading);
    finish_short(reading);
    if (!add_section(reading))
        reading->numeral->huge = true;
    reading->numeral->value = reading->total;
    reading->numeral->end = reading->at;
    finish_range(reading->numeral);
}

void numeral_han_scale(const char *text, size_t length, struct numeral *numeral)
{
    size_t at = latinword_skip_blanks(text, length, numeral->end);
    const struct sign *sign = find(text, length, at);
    if (numeral->huge || numeral->scaled || (sign->role != ROLE_UNIT && (sign->role != ROLE_MORE)))
        return;
    struct han_reading reading = {
        .text = text, .length = length, .at = at, .last = 99, .last_big = 99, .numeral = numeral
    };
    reading.digit = numeral->value;
    reading.digit_any = true;
    bool fraction = numeral->value.exponent < 0;
    if (sign->role == ROLE_MORE && fraction)
        return;
    read_parts(&reading);
    if (numeral->end == at)
        numeral->end = at > 0 ? latinword_skip_blanks_back(text, 0, at) : 0;
}

/* Ten to the units in a row: 百万, 千万, 亿, 万亿. */
static bool read_scale(const char *text, size_t length, size_t *at, int *power)
{
    const struct sign *sign;
    size_t start = *at;
    int last = 0;
    *power = 0;
    while ((sign = find(text, length, *at))->role == ROLE_UNIT && sign->value > last &&
           *power + sign->value < 20) {
        *power += sign->value;
        last = sign->value;
        *at += HAN_SIZE;
    }
    return *at > start;
}

static bool has_formal(const char *text, size_t at, size_t end)
{
    for (; at < end; at += HAN_SIZE) {
        if (find(text, end, at)->formal)
            return true;
    }
    return false;
}

/* 数百万 几十 上千 成千上万 好几万 数以百万计. */
static bool read_vague(const char *text, size_t length, size_t at, struct numeral *numeral)
{
    size_t size;
    int power;
    int counted = wordlist_number(text, at, length, "数以=1 數以=1 成千上=0 成百上=0 好几=0 数=0 數=0 几=0 幾=0 上=0",
                                  &size);
    size_t end = at + size;
    if (size == 0 || !read_scale(text, length, &end, &power) || has_formal(text, at + size, end) ||
        (counted > 0 && !begins(text, length, end, "计 計")))
        return false;
    end += counted > 0 ? HAN_SIZE : 0;
    numeral->vague = numeral->scaled = true;
    numeral->value = numeral->upper = decimal_of(1, power);
    numeral->end = end;
    return true;
}

/* 廿 卅: twenty and thirty, with a digit behind or not. */
static bool read_twenty(const char *text, size_t length, size_t at, struct numeral *numeral)
{
    size_t size;
    int tens = wordlist_number(text, at, length, "廿=20 卅=30", &size);
    if (size == 0)
        return false;
    numeral->end = at + size;
    const struct sign *sign = find(text, length, numeral->end);
    unsigned ones = sign->role == ROLE_DIGIT ? sign->value : 0;
    if (ones > 0)
        numeral->end += HAN_SIZE;
    numeral->scaled = true;
    numeral->value = numeral->upper = decimal_of((unsigned)tens + ones, 0);
    return true;
}

/* 百余, 千余万, 近千, 逾百: a scale that stands for one of its kind. */
static bool read_lone_scale(const char *text, size_t length, size_t at, struct numeral *numeral)
{
    /* 过万, 破亿元; but not 通过万达 */
    static const char counted[] = "元 人 名 次 家 户 戶 台 辆 吨 件 部 份 美元 港元 欧元 日元 ， 。 ； 、 的 ）";
    size_t end = at;
    int power;
    if (!read_scale(text, length, &end, &power) || power < 2)
        return false;
    bool more = find(text, length, end)->role == ROLE_MORE && !begins(text, length, end, "来") &&
                !begins(text, length, end, "多少");
    bool near = at >= HAN_SIZE &&
                (begins(text, length, at - HAN_SIZE, "近 逾 约 超 每 及 达 達 称 稱") ||
                 ((end - at > HAN_SIZE ||
                   (power >= BIG && (end >= length || begins(text, length, end, counted)))) &&
                  begins(text, length, at - HAN_SIZE, "破 过 過")));
    bool each = at >= HAN_SIZE && begins(text, length, at - HAN_SIZE, "每") &&
                begins(text, length, end, "克 瓦 卡 赫 米"); /* 每千瓦时 */
    if ((!more && !near) || each || begins(text, length, end, "分 度 货 姓 岁 一 富"))
        return false;
    numeral->value = decimal_of(1, power);
    numeral->scaled = true;
    numeral->more = more;
    numeral->end = end + (more ? HAN_SIZE : 0);
    if (more && read_scale(text, length, &numeral->end, &power) &&
        !decimal_shift(&numeral->value, power))
        numeral->huge = true;
    numeral->upper = numeral->value;
    return true;
}

bool numeral_han_read(const char *text, size_t length, size_t at, struct numeral *numeral)
{
    *numeral = (struct numeral){ .end = at, .kind = NUMERAL_HAN };
    unsigned char byte = at < length ? (unsigned char)text[at] : 0;
    if (byte < 0xE3 || byte > 0xE9)
        return false;
    const struct sign *sign = find(text, length, at);
    if (sign->role == ROLE_OPENING || sign->role == ROLE_VAGUE) {
        if (read_vague(text, length, at, numeral) || read_twenty(text, length, at, numeral))
            return true;
    } else if (sign->role == ROLE_UNIT && read_lone_scale(text, length, at, numeral)) {
        return true;
    }
    if (sign->role == ROLE_HALF) {
        numeral->value = numeral->upper = decimal_of(5, -1);
        numeral->end = at + HAN_SIZE;
        return true;
    }
    if (sign->role != ROLE_DIGIT && !(sign->role == ROLE_UNIT && sign->value == 1))
        return false;
    struct han_reading reading = {
        .text = text, .length = length, .at = at, .last = 99, .last_big = 99, .numeral = numeral
    };
    read_parts(&reading);
    numeral->formal = has_formal(text, at, numeral->end);
    return numeral->end > at;
}
