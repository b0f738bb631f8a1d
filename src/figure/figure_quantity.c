#include "figure/figure_quantity.h"

#include <string.h>

#include "figure/figure_count.h"
#include "figure/figure_hedge.h"
#include "figure/figure_noun.h"
#include "figure/figure_ordinal.h"
#include "figure/figure_unit.h"
#include "text/numeral.h"

/* A number and what it may be made of, while it is being judged. */
struct quantity {
    const struct figure_scan *scan;
    struct numeral numeral;
    const struct figure_unit *unit; /* NULL for counts */
    size_t number;                  /* where the numeral begins */
    struct figure *figure;
};

/* Set phrases that begin with a numeral. */
static const char *const phrases[] = {
    "三番五次", "三番两次", "四面八方", "五花八门", "七嘴八舌", "千方百计",     "千家万户",
    "千千万万", "三三两两", "一举两得", "两全其美", "两头",     "两口子",       "三层交换",
    "半天",     "半路",     "半导体",   "百分百",   "十足",     "数十年如一日", NULL
};

static const char *const measuring_before[] = { "in",    "within", "inside", "than",    "over",
                                                "about", "around", "nearly", "almost",  "under",
                                                "least", "only",   "just",   "roughly", "single",
                                                "past",  "every",  "for",    "took",    "takes",
                                                "take",  "lasted", "after",  NULL };

static const char *const measuring_behind[] = { "ago", "later", "earlier", NULL };

static const char *const han_measuring_before[] = { "过去", "近",   "超过", "不到", "约",
                                                    "将近", "仅",   "短短", "为期", "历时",
                                                    "每隔", "至少", "未来", "今后", "接近",
                                                    "仅用", "只用", "用了", "花了", NULL };

static const char *const han_measuring_behind[] = { "之内", "内",   "以内", "里", "之后",
                                                    "后",   "之前", "前",   "多", "半",
                                                    "间",   "有余", "余",   NULL };

static bool is_han(const struct quantity *quantity)
{
    return quantity->numeral.kind == NUMERAL_HAN;
}

/* "a year" measures in “a year ago” and “inside a year”, not in “twice a year”. */
static bool measures_english(const struct figure_scan *scan, size_t start, size_t end)
{
    struct latinword word;
    if (figure_scan_word_before(scan, start, &word) &&
        latinword_find(word.text, measuring_before) >= 0)
        return true;
    return figure_scan_word(scan, end, &word) && latinword_find(word.text, measuring_behind) >= 0;
}

static bool measures_han(const struct figure_scan *scan, size_t start, size_t end)
{
    size_t size;
    size_t before = figure_scan_skip_back(scan, start);
    return figure_scan_any_before(scan, before, han_measuring_before, &size) >= 0 ||
           (figure_scan_any(scan, end, han_measuring_behind, &size) >= 0 &&
            !figure_scan_was(scan, before, "前") && !figure_scan_was(scan, before, "同") &&
            !figure_scan_was(scan, before, "那") && !figure_scan_was(scan, before, "这"));
}

static bool add_half(struct figure *figure, const struct figure_unit *unit)
{
    struct decimal half = decimal_of(5, -1);
    return figure_unit_apply(unit, &half) && decimal_add(&figure->low, half) &&
           decimal_add(&figure->high, half);
}

/* 一个半小时: the half stands before the unit. */
static bool read_inner_half(struct quantity *quantity)
{
    const struct figure_scan *scan = quantity->scan;
    size_t at = figure_scan_skip(scan, quantity->numeral.end);
    size_t end;
    if (!figure_scan_is(scan, at, "个半"))
        return false;
    const char *month = "月";
    static const struct figure_unit months = { "月", FIGURE_DURATION, "month", 1, 0 };
    at += strlen("个半");
    quantity->unit = figure_unit_behind(scan, at, &end);
    if (figure_scan_is(scan, at, month)) {
        quantity->unit = &months;
        end = at + strlen(month);
    }
    if (quantity->unit == NULL || quantity->unit->kind != FIGURE_DURATION)
        return false;
    quantity->figure->end = end;
    return add_half(quantity->figure, quantity->unit);
}

static bool apply_unit(struct quantity *quantity)
{
    struct figure *figure = quantity->figure;
    figure->kind = quantity->unit->kind;
    figure_set_unit(figure, quantity->unit->name, strlen(quantity->unit->name));
    return figure_unit_apply(quantity->unit, &figure->low) &&
           figure_unit_apply(quantity->unit, &figure->high);
}

/* Whether a duration of one or a half is meant as one. */
static bool is_measure(const struct quantity *quantity)
{
    const struct figure *figure = quantity->figure;
    const struct figure_scan *scan = quantity->scan;
    unsigned long before = figure_scan_code_before(scan, figure->start);
    if (figure_count_is_half(&quantity->numeral))
        return before != 0x4E0A && before != 0x4E0B && before != 0x524D && before != 0x540E &&
               before != 0x5927; /* 上 下 前 后 大 */
    bool one = figure_count_is_one(&quantity->numeral) &&
               decimal_compare(figure->low, decimal_of(1, 0)) == 0;
    if (!one || figure->kind != FIGURE_DURATION)
        return true;
    return is_han(quantity) ? measures_han(scan, figure->start, figure->end)
                            : measures_english(scan, figure->start, figure->end);
}

/* 三成 is 30 %; 成立, 成为 and others are verbs. */
static const struct figure_unit tenths = { "成", FIGURE_PERCENT, "%", 1, 1 };

static const struct figure_unit *read_tenths(const struct quantity *quantity, size_t *end)
{
    static const char *const verbs[] = { "成立", "成为", "成本", "成功", "成员", "成果",
                                         "成绩", "成长", "成交", "成就", "成年", "成熟",
                                         "成品", "成分", "成都", "成了", "成一", NULL };
    size_t size;
    size_t at = figure_scan_skip(quantity->scan, quantity->numeral.end);
    if (!figure_scan_is(quantity->scan, at, tenths.written) ||
        figure_scan_any(quantity->scan, at, verbs, &size) >= 0 || quantity->numeral.scaled)
        return NULL;
    *end = at + strlen(tenths.written);
    return &tenths;
}

/* Units are not where what looks like one goes on as another word. */
static bool is_other_word(const struct quantity *quantity, size_t end)
{
    static const char *const words[] = { "元旦", "元素", "元件",   "年代", "年级", "年龄", "天使",
                                         "天津", "天地", "米兰",   "克隆", "周末", "周边", "周刊",
                                         "米粉", "斤两", "小时候", "年报", "年期", "克朗", "克拉",
                                         NULL };
    size_t size;
    for (size_t back = 3; back <= 6 && end >= back; back += 3) {
        if (figure_scan_any(quantity->scan, end - back, words, &size) >= 0 && size > back)
            return true;
    }
    return false;
}

/* hundreds of millions of dollars */
static size_t skip_of(const struct quantity *quantity)
{
    struct latinword word;
    size_t end = quantity->figure->end;
    if (quantity->numeral.kind == NUMERAL_WORDS && quantity->numeral.vague &&
        figure_scan_word(quantity->scan, end, &word) && strcmp(word.text, "of") == 0)
        return word.end;
    return end;
}

static const struct figure_unit *find_unit(struct quantity *quantity)
{
    struct figure *figure = quantity->figure;
    size_t end;
    const struct figure_unit *unit = figure_unit_behind(quantity->scan, skip_of(quantity), &end);
    if (unit == NULL)
        unit = read_tenths(quantity, &end);
    if (unit == NULL || is_other_word(quantity, end))
        return NULL;
    /* "m" and "t" are units only behind digits, and 5 m is no 5m users. */
    bool letter = latinword_is_letter(quantity->scan->text[end - 1]);
    if (strlen(unit->written) == 1 && letter &&
        (quantity->numeral.kind != NUMERAL_DIGITS || quantity->scan->text[end - 1] < 'a'))
        return NULL;
    figure->end = end;
    return unit;
}

/* half a year, half an hour */
static void skip_article(struct quantity *quantity)
{
    struct latinword word;
    if (figure_count_is_half(&quantity->numeral) && !is_han(quantity) &&
        figure_scan_word(quantity->scan, quantity->figure->end, &word) &&
        (strcmp(word.text, "a") == 0 || strcmp(word.text, "an") == 0))
        quantity->figure->end = word.end;
}

static void read_ago(const struct figure_scan *scan, struct figure *figure)
{
    struct latinword word;
    if (figure_scan_word(scan, figure->end, &word) && strcmp(word.text, "ago") == 0)
        figure->hedges |= HEDGE_AGO;
    else if (figure_scan_is(scan, figure->end, "前") || figure_scan_is(scan, figure->end, "之前") ||
             figure_scan_is(scan, figure->end, "以前"))
        figure->hedges |= HEDGE_AGO;
}

/* The publication date gives “15 years ago” a date. */
static void resolve_ago(const struct figure_scan *scan, struct figure *figure)
{
    long count = decimal_whole(figure->low, 9999);
    struct figure_date date = scan->published;
    if (!(figure->hedges & HEDGE_AGO) || date.year == 0 || count < 0 || figure->range)
        return;
    bool years = strcmp(figure->unit, "year") == 0;
    if (years || strcmp(figure->unit, "month") == 0) {
        figure_date_add_months(&date, -count * (years ? 12 : 1));
        date.day = 0;
        if (years && count >= 5)
            date.month = 0;
    } else if (date.day > 0 && strcmp(figure->unit, "day") == 0) {
        figure_date_add_days(&date, -count);
    } else if (date.day > 0 && strcmp(figure->unit, "week") == 0) {
        figure_date_add_days(&date, -7 * count);
        date.day = 0;
    } else {
        return;
    }
    figure->resolved = date;
}

/* 两年半, a year and a half */
static void read_outer_half(struct quantity *quantity)
{
    static const char *const halves[] = { "半", " and a half", NULL };
    struct figure *figure = quantity->figure;
    size_t size;
    if (figure->kind == FIGURE_DURATION && !figure_count_is_half(&quantity->numeral) &&
        figure_scan_any(quantity->scan, figure->end, halves, &size) >= 0 &&
        add_half(figure, quantity->unit))
        figure->end += size;
}

static bool finish_measure(struct quantity *quantity)
{
    struct figure *figure = quantity->figure;
    const struct figure_scan *scan = quantity->scan;
    if (!apply_unit(quantity))
        return false;
    read_outer_half(quantity);
    if (!is_measure(quantity))
        return false;
    figure_hedge_read(scan, figure);
    if (figure->kind == FIGURE_DURATION) {
        read_ago(scan, figure);
        resolve_ago(scan, figure);
    }
    return true;
}

/* ---- the number itself ---- */

/* 555-1234, 2014-13-45: hyphens that join no range. */
static size_t skip_hyphens(const struct figure_scan *scan, size_t start, size_t end)
{
    size_t size;
    size_t at = end;
    unsigned groups = 0;
    size_t last = 0;
    while (figure_scan_is(scan, at, "-") &&
           numeral_digit(scan->text, scan->to, at + 1, &size) >= 0) {
        for (last = ++at; numeral_digit(scan->text, scan->to, at, &size) >= 0;)
            at += size;
        groups++;
    }
    /* 2009-10, 104-98: the second is not larger */
    bool falls = groups == 1 && (at - last < end - start ||
                                 (at - last == end - start &&
                                  memcmp(scan->text + last, scan->text + start, at - last) <= 0));
    return groups > 1 || (groups == 1 && end - start == 3 && at - last == 4) || falls ? at : end;
}

/* Digits that go on in a way numbers do not: 1.2.3, 1,2,3, 24/7, 9:30, 5G. */
static bool goes_on(const struct figure_scan *scan, size_t start, size_t end, size_t *past)
{
    size_t size;
    size_t at = skip_hyphens(scan, start, end);
    while (at < scan->to) {
        bool digit = numeral_digit(scan->text, scan->to, at, &size) >= 0;
        bool letter = latinword_is_letter(scan->text[at]);
        bool mark = strchr(".,/:_", scan->text[at]) != NULL &&
                    numeral_digit(scan->text, scan->to, at + 1, &size) >= 0;
        if (!digit && !letter && !mark)
            break;
        at += digit ? size : 1;
    }
    *past = at;
    return at > end;
}

/* $586m, 4.4bn; 5m alone only before a plural. */
static void read_suffix(struct quantity *quantity)
{
    struct numeral *numeral = &quantity->numeral;
    const struct figure_scan *scan = quantity->scan;
    struct figure noun = { 0 };
    int power;
    size_t at = numeral->end;
    if (numeral->kind != NUMERAL_DIGITS || numeral->scaled)
        return;
    if (quantity->unit != NULL && figure_scan_is(scan, at, " "))
        at++;
    size_t size = numeral_suffix(scan->text, scan->to, at, &power);
    if (size == 0)
        return;
    if (size == 1 && quantity->unit == NULL && !figure_noun_english(scan, at + size, &noun))
        return;
    if (!decimal_shift(&numeral->value, power))
        return;
    numeral->upper = numeral->value;
    numeral->scaled = true;
    numeral->end = at + size;
}

static void begin(struct quantity *quantity, size_t at)
{
    struct figure *figure = quantity->figure;
    const struct numeral *numeral = &quantity->numeral;
    *figure = (struct figure){ .start = at, .end = numeral->end };
    figure->low = numeral->value;
    figure->high = numeral->upper;
    figure->range = decimal_compare(figure->low, figure->high) != 0;
    figure->hedges =
        (numeral->more ? (unsigned)HEDGE_OVER : 0u) | (numeral->vague ? (unsigned)HEDGE_VAGUE : 0u);
}

/* 百分之三十七点六, 千分之五 */
static bool read_fraction_percent(struct quantity *quantity, size_t at)
{
    static const struct figure_unit percent = { "百分之", FIGURE_PERCENT, "%", 1, 0 };
    static const struct figure_unit mille = { "千分之", FIGURE_PERCENT, "%", 1, -1 };
    const struct figure_scan *scan = quantity->scan;
    quantity->unit = figure_scan_is(scan, at, percent.written) ? &percent
                     : figure_scan_is(scan, at, mille.written) ? &mille
                                                               : NULL;
    if (quantity->unit == NULL)
        return false;
    size_t number = figure_scan_skip(scan, at + strlen(percent.written));
    if (!numeral_read(scan->text, scan->to, number, &quantity->numeral) || quantity->numeral.huge ||
        quantity->numeral.ordinal)
        return false;
    begin(quantity, at);
    if (!apply_unit(quantity))
        return false;
    figure_hedge_read(scan, quantity->figure);
    return true;
}

/* A year, an hour, a single day; the past year. */
static bool read_article_duration(struct quantity *quantity, size_t at)
{
    struct latinword word, next, before;
    const struct figure_scan *scan = quantity->scan;
    if (!latinword_at(scan->text, scan->to, at, &word) ||
        !figure_scan_word(scan, word.end, &next) || next.start == word.end)
        return false;
    bool article = strcmp(word.text, "a") == 0 || strcmp(word.text, "an") == 0;
    bool past = strcmp(word.text, "past") == 0 || strcmp(word.text, "coming") == 0;
    if (past && (!figure_scan_word_before(scan, at, &before) || strcmp(before.text, "the") != 0))
        return false;
    if (article && strcmp(next.text, "single") == 0 && !figure_scan_word(scan, next.end, &next))
        return false;
    quantity->unit = article || past ? figure_unit_duration(next.text) : NULL;
    if (quantity->unit == NULL || next.text[strlen(next.text) - 1] == 's' ||
        (article && !measures_english(scan, at, next.end) &&
         !figure_scan_is(scan, next.end, " and a half")) ||
        figure_scan_is(scan, next.end, "-"))
        return false;
    quantity->numeral = (struct numeral){ .end = next.end, .kind = NUMERAL_DIGITS };
    quantity->numeral.value = decimal_of(1, 0);
    quantity->numeral.upper = quantity->numeral.value;
    begin(quantity, at);
    return finish_measure(quantity);
}

/* draw followers by the million */
static bool read_by_the(struct quantity *quantity, size_t at)
{
    static const char *const scales[] = {
        "dozen", "hundred", "thousand", "million", "billion", NULL
    };
    static const unsigned char powers[] = { 1, 2, 3, 6, 9 };
    struct latinword word, the, by;
    const struct figure_scan *scan = quantity->scan;
    int scale;
    if (!latinword_at(scan->text, scan->to, at, &word) ||
        (scale = latinword_find(word.text, scales)) < 0 ||
        !figure_scan_word_before(scan, at, &the) || strcmp(the.text, "the") != 0 ||
        !figure_scan_word_before(scan, the.start, &by) || strcmp(by.text, "by") != 0)
        return false;
    quantity->numeral = (struct numeral){ .end = word.end, .kind = NUMERAL_WORDS, .vague = true };
    quantity->numeral.value = decimal_of(1, powers[scale]);
    quantity->numeral.upper = quantity->numeral.value;
    begin(quantity, at);
    quantity->figure->kind = FIGURE_COUNT;
    (void)figure_noun_english_before(scan, by.start, quantity->figure);
    return true;
}

/* 数 and 上 after these are parts of other words: 人数百万, 以上百分之五, 网上百货. */
static bool is_vague_by_chance(const struct quantity *quantity)
{
    static const char *const before_number[] = { "人", "总", "次", "倍", "指", "岁",
                                                 "分", "读", "多", "少", NULL };
    static const char *const before_upon[] = { "以", "网", "线", "路", "市", "海",
                                               "身", "早", "晚", "马", NULL };
    static const char *const behind[] = { "货", "度", "姓", "分", NULL };
    const struct figure_scan *scan = quantity->scan;
    size_t size;
    if (!is_han(quantity) || !quantity->numeral.vague)
        return false;
    bool upon = figure_scan_is(scan, quantity->number, "上");
    return figure_scan_any_before(scan, quantity->number, upon ? before_upon : before_number,
                                  &size) >= 0 ||
           figure_scan_any(scan, quantity->numeral.end, behind, &size) >= 0;
}

static bool read_number(struct quantity *quantity, size_t at, size_t *past)
{
    const struct figure_scan *scan = quantity->scan;
    size_t size;
    quantity->unit = figure_unit_sign(scan, at, &size);
    quantity->number = quantity->unit != NULL ? figure_scan_skip(scan, at + size) : at;
    if (!numeral_read(scan->text, scan->to, quantity->number, &quantity->numeral))
        return false;
    *past = quantity->numeral.end;
    if (quantity->numeral.huge || is_vague_by_chance(quantity))
        return false;
    read_suffix(quantity);
    return quantity->unit == NULL || quantity->numeral.kind != NUMERAL_WORDS;
}

bool figure_quantity_read(const struct figure_scan *scan, size_t at, struct figure *figure,
                          size_t *past)
{
    struct quantity quantity = { .scan = scan, .figure = figure };
    size_t size;
    *past = at;
    bool han = (unsigned char)scan->text[at] >= 0x80;
    if (han && figure_scan_any(scan, at, phrases, &size) >= 0) {
        *past = at + size;
        return false;
    }
    if (read_fraction_percent(&quantity, at) || read_article_duration(&quantity, at) ||
        read_by_the(&quantity, at))
        return true;
    if (!read_number(&quantity, at, past))
        return false;
    begin(&quantity, at);
    if (quantity.numeral.ordinal)
        return figure_ordinal_judge(scan, &quantity.numeral, figure);
    if (read_inner_half(&quantity))
        return finish_measure(&quantity);
    skip_article(&quantity);
    if (quantity.unit == NULL)
        quantity.unit = find_unit(&quantity);
    if (quantity.unit == NULL && quantity.numeral.kind == NUMERAL_DIGITS &&
        goes_on(scan, at, figure->end, past))
        return false;
    return quantity.unit != NULL ? finish_measure(&quantity)
                                 : figure_count_judge(scan, &quantity.numeral, figure);
}
