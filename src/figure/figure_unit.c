#include "figure/figure_unit.h"

#include <string.h>

/* Before a number. */
static const struct figure_unit signs[] = {
    { "US$", FIGURE_MONEY, "USD", 1, 0 },    { "HK$", FIGURE_MONEY, "HKD", 1, 0 },
    { "NT$", FIGURE_MONEY, "TWD", 1, 0 },    { "A$", FIGURE_MONEY, "AUD", 1, 0 },
    { "C$", FIGURE_MONEY, "CAD", 1, 0 },     { "S$", FIGURE_MONEY, "SGD", 1, 0 },
    { "$", FIGURE_MONEY, "USD", 1, 0 },      { "＄", FIGURE_MONEY, "USD", 1, 0 },
    { "€", FIGURE_MONEY, "EUR", 1, 0 },      { "£", FIGURE_MONEY, "GBP", 1, 0 },
    { "¥", FIGURE_MONEY, "CNY", 1, 0 },      { "￥", FIGURE_MONEY, "CNY", 1, 0 },
    { "₩", FIGURE_MONEY, "KRW", 1, 0 },      { "₹", FIGURE_MONEY, "INR", 1, 0 },
    { "RMB", FIGURE_MONEY, "CNY", 1, 0 },    { "Rmb", FIGURE_MONEY, "CNY", 1, 0 },
    { "CNY", FIGURE_MONEY, "CNY", 1, 0 },    { "USD", FIGURE_MONEY, "USD", 1, 0 },
    { "HKD", FIGURE_MONEY, "HKD", 1, 0 },    { "EUR", FIGURE_MONEY, "EUR", 1, 0 },
    { "GBP", FIGURE_MONEY, "GBP", 1, 0 },    { "JPY", FIGURE_MONEY, "JPY", 1, 0 },
    { "人民币", FIGURE_MONEY, "CNY", 1, 0 },
};

/* Behind a number: English words, in small letters. */
static const struct figure_unit words[] = {
    { "percent", FIGURE_PERCENT, "%", 1, 0 },
    { "pct", FIGURE_PERCENT, "%", 1, 0 },
    { "dollar", FIGURE_MONEY, "USD", 1, 0 },
    { "dollars", FIGURE_MONEY, "USD", 1, 0 },
    { "usd", FIGURE_MONEY, "USD", 1, 0 },
    { "yuan", FIGURE_MONEY, "CNY", 1, 0 },
    { "renminbi", FIGURE_MONEY, "CNY", 1, 0 },
    { "rmb", FIGURE_MONEY, "CNY", 1, 0 },
    { "cny", FIGURE_MONEY, "CNY", 1, 0 },
    { "hkd", FIGURE_MONEY, "HKD", 1, 0 },
    { "cent", FIGURE_MONEY, "USD", 1, -2 },
    { "cents", FIGURE_MONEY, "USD", 1, -2 },
    { "hectares", FIGURE_COUNT, "ha", 1, 0 },
    { "acres", FIGURE_COUNT, "acres", 1, 0 },
    { "euro", FIGURE_MONEY, "EUR", 1, 0 },
    { "euros", FIGURE_MONEY, "EUR", 1, 0 },
    { "yen", FIGURE_MONEY, "JPY", 1, 0 },
    { "rupees", FIGURE_MONEY, "INR", 1, 0 },
    { "rubles", FIGURE_MONEY, "RUB", 1, 0 },
    { "roubles", FIGURE_MONEY, "RUB", 1, 0 },
    { "t", FIGURE_MASS, "t", 1, 0 },
    { "ton", FIGURE_MASS, "t", 1, 0 },
    { "tons", FIGURE_MASS, "t", 1, 0 },
    { "tonne", FIGURE_MASS, "t", 1, 0 },
    { "tonnes", FIGURE_MASS, "t", 1, 0 },
    { "kg", FIGURE_MASS, "kg", 1, 0 },
    { "kilogram", FIGURE_MASS, "kg", 1, 0 },
    { "kilograms", FIGURE_MASS, "kg", 1, 0 },
    { "kilo", FIGURE_MASS, "kg", 1, 0 },
    { "kilos", FIGURE_MASS, "kg", 1, 0 },
    { "gram", FIGURE_MASS, "g", 1, 0 },
    { "grams", FIGURE_MASS, "g", 1, 0 },
    { "lb", FIGURE_MASS, "lb", 1, 0 },
    { "lbs", FIGURE_MASS, "lb", 1, 0 },
    { "pound", FIGURE_MASS, "lb", 1, 0 },
    { "pounds", FIGURE_MASS, "lb", 1, 0 },
    { "ounce", FIGURE_MASS, "oz", 1, 0 },
    { "ounces", FIGURE_MASS, "oz", 1, 0 },
    { "oz", FIGURE_MASS, "oz", 1, 0 },
    { "km", FIGURE_LENGTH, "km", 1, 0 },
    { "kilometer", FIGURE_LENGTH, "km", 1, 0 },
    { "kilometers", FIGURE_LENGTH, "km", 1, 0 },
    { "kilometre", FIGURE_LENGTH, "km", 1, 0 },
    { "kilometres", FIGURE_LENGTH, "km", 1, 0 },
    { "m", FIGURE_LENGTH, "m", 1, 0 },
    { "meter", FIGURE_LENGTH, "m", 1, 0 },
    { "meters", FIGURE_LENGTH, "m", 1, 0 },
    { "metre", FIGURE_LENGTH, "m", 1, 0 },
    { "metres", FIGURE_LENGTH, "m", 1, 0 },
    { "cm", FIGURE_LENGTH, "cm", 1, 0 },
    { "centimeters", FIGURE_LENGTH, "cm", 1, 0 },
    { "centimetres", FIGURE_LENGTH, "cm", 1, 0 },
    { "mm", FIGURE_LENGTH, "mm", 1, 0 },
    { "mile", FIGURE_LENGTH, "mi", 1, 0 },
    { "miles", FIGURE_LENGTH, "mi", 1, 0 },
    { "foot", FIGURE_LENGTH, "ft", 1, 0 },
    { "feet", FIGURE_LENGTH, "ft", 1, 0 },
    { "ft", FIGURE_LENGTH, "ft", 1, 0 },
    { "inch", FIGURE_LENGTH, "in", 1, 0 },
    { "inches", FIGURE_LENGTH, "in", 1, 0 },
    { "year", FIGURE_DURATION, "year", 1, 0 },
    { "years", FIGURE_DURATION, "year", 1, 0 },
    { "yr", FIGURE_DURATION, "year", 1, 0 },
    { "yrs", FIGURE_DURATION, "year", 1, 0 },
    { "decade", FIGURE_DURATION, "year", 1, 1 },
    { "decades", FIGURE_DURATION, "year", 1, 1 },
    { "century", FIGURE_DURATION, "year", 1, 2 },
    { "centuries", FIGURE_DURATION, "year", 1, 2 },
    { "month", FIGURE_DURATION, "month", 1, 0 },
    { "months", FIGURE_DURATION, "month", 1, 0 },
    { "week", FIGURE_DURATION, "week", 1, 0 },
    { "weeks", FIGURE_DURATION, "week", 1, 0 },
    { "day", FIGURE_DURATION, "day", 1, 0 },
    { "days", FIGURE_DURATION, "day", 1, 0 },
    { "hour", FIGURE_DURATION, "hour", 1, 0 },
    { "hours", FIGURE_DURATION, "hour", 1, 0 },
    { "minute", FIGURE_DURATION, "minute", 1, 0 },
    { "minutes", FIGURE_DURATION, "minute", 1, 0 },
    { "second", FIGURE_DURATION, "second", 1, 0 },
    { "seconds", FIGURE_DURATION, "second", 1, 0 },
};

/* Two words, of which the first is no unit by itself. */
static const struct figure_unit phrases[] = {
    { "per cent", FIGURE_PERCENT, "%", 1, 0 },
    { "percentage point", FIGURE_PERCENT, "pp", 1, 0 },
    { "percentage points", FIGURE_PERCENT, "pp", 1, 0 },
    { "U.S. dollar", FIGURE_MONEY, "USD", 1, 0 },
    { "U.S. dollars", FIGURE_MONEY, "USD", 1, 0 },
    { "US dollars", FIGURE_MONEY, "USD", 1, 0 },
    { "Hong Kong dollars", FIGURE_MONEY, "HKD", 1, 0 },
    { "HK dollars", FIGURE_MONEY, "HKD", 1, 0 },
    { "pounds sterling", FIGURE_MONEY, "GBP", 1, 0 },
    { "British pounds", FIGURE_MONEY, "GBP", 1, 0 },
    { "square meter", FIGURE_COUNT, "m2", 1, 0 },
    { "square meters", FIGURE_COUNT, "m2", 1, 0 },
    { "square metre", FIGURE_COUNT, "m2", 1, 0 },
    { "square metres", FIGURE_COUNT, "m2", 1, 0 },
    { "square kilometers", FIGURE_COUNT, "km2", 1, 0 },
    { "square kilometres", FIGURE_COUNT, "km2", 1, 0 },
    { "square feet", FIGURE_COUNT, "ft2", 1, 0 },
    { "square miles", FIGURE_COUNT, "mi2", 1, 0 },
    { "cubic meters", FIGURE_COUNT, "m3", 1, 0 },
    { "metric ton", FIGURE_MASS, "t", 1, 0 },
    { "metric tons", FIGURE_MASS, "t", 1, 0 },
};

/* Behind a number: signs and Chinese. The longest that fits is taken. */
static const struct figure_unit han[] = {
    { "%", FIGURE_PERCENT, "%", 1, 0 },
    { "％", FIGURE_PERCENT, "%", 1, 0 },
    { "‰", FIGURE_PERCENT, "%", 1, -1 },
    { "个百分点", FIGURE_PERCENT, "pp", 1, 0 },
    { "個百分點", FIGURE_PERCENT, "pp", 1, 0 },
    { "美元", FIGURE_MONEY, "USD", 1, 0 },
    { "美金", FIGURE_MONEY, "USD", 1, 0 },
    { "港元", FIGURE_MONEY, "HKD", 1, 0 },
    { "港币", FIGURE_MONEY, "HKD", 1, 0 },
    { "港幣", FIGURE_MONEY, "HKD", 1, 0 },
    { "元人民币", FIGURE_MONEY, "CNY", 1, 0 },
    { "人民币", FIGURE_MONEY, "CNY", 1, 0 },
    { "人民幣", FIGURE_MONEY, "CNY", 1, 0 },
    { "元", FIGURE_MONEY, "CNY", 1, 0 },
    { "块钱", FIGURE_MONEY, "CNY", 1, 0 },
    { "欧元", FIGURE_MONEY, "EUR", 1, 0 },
    { "歐元", FIGURE_MONEY, "EUR", 1, 0 },
    { "英镑", FIGURE_MONEY, "GBP", 1, 0 },
    { "英鎊", FIGURE_MONEY, "GBP", 1, 0 },
    { "日元", FIGURE_MONEY, "JPY", 1, 0 },
    { "日圆", FIGURE_MONEY, "JPY", 1, 0 },
    { "韩元", FIGURE_MONEY, "KRW", 1, 0 },
    { "新台币", FIGURE_MONEY, "TWD", 1, 0 },
    { "新臺幣", FIGURE_MONEY, "TWD", 1, 0 },
    { "新元", FIGURE_MONEY, "SGD", 1, 0 },
    { "澳元", FIGURE_MONEY, "AUD", 1, 0 },
    { "加元", FIGURE_MONEY, "CAD", 1, 0 },
    { "卢布", FIGURE_MONEY, "RUB", 1, 0 },
    { "卢比", FIGURE_MONEY, "INR", 1, 0 },
    { "吨", FIGURE_MASS, "t", 1, 0 },
    { "噸", FIGURE_MASS, "t", 1, 0 },
    { "公吨", FIGURE_MASS, "t", 1, 0 },
    { "公斤", FIGURE_MASS, "kg", 1, 0 },
    { "千克", FIGURE_MASS, "kg", 1, 0 },
    { "斤", FIGURE_MASS, "kg", 5, -1 },
    { "克", FIGURE_MASS, "g", 1, 0 },
    { "磅", FIGURE_MASS, "lb", 1, 0 },
    { "盎司", FIGURE_MASS, "oz", 1, 0 },
    { "公里", FIGURE_LENGTH, "km", 1, 0 },
    { "千米", FIGURE_LENGTH, "km", 1, 0 },
    { "平方米", FIGURE_COUNT, "m2", 1, 0 },
    { "平方公里", FIGURE_COUNT, "km2", 1, 0 },
    { "平方英尺", FIGURE_COUNT, "ft2", 1, 0 },
    { "立方米", FIGURE_COUNT, "m3", 1, 0 },
    { "公顷", FIGURE_COUNT, "ha", 1, 0 },
    { "亩", FIGURE_COUNT, "mu", 1, 0 },
    { "米", FIGURE_LENGTH, "m", 1, 0 },
    { "厘米", FIGURE_LENGTH, "cm", 1, 0 },
    { "毫米", FIGURE_LENGTH, "mm", 1, 0 },
    { "英里", FIGURE_LENGTH, "mi", 1, 0 },
    { "英尺", FIGURE_LENGTH, "ft", 1, 0 },
    { "英寸", FIGURE_LENGTH, "in", 1, 0 },
    { "年", FIGURE_DURATION, "year", 1, 0 },
    { "周年", FIGURE_DURATION, "year", 1, 0 },
    { "岁", FIGURE_DURATION, "year", 1, 0 },
    { "歲", FIGURE_DURATION, "year", 1, 0 },
    { "个世纪", FIGURE_DURATION, "year", 1, 2 },
    { "个月", FIGURE_DURATION, "month", 1, 0 },
    { "個月", FIGURE_DURATION, "month", 1, 0 },
    { "周", FIGURE_DURATION, "week", 1, 0 },
    { "週", FIGURE_DURATION, "week", 1, 0 },
    { "个星期", FIGURE_DURATION, "week", 1, 0 },
    { "星期", FIGURE_DURATION, "week", 1, 0 },
    { "天", FIGURE_DURATION, "day", 1, 0 },
    { "小时", FIGURE_DURATION, "hour", 1, 0 },
    { "小時", FIGURE_DURATION, "hour", 1, 0 },
    { "个小时", FIGURE_DURATION, "hour", 1, 0 },
    { "个钟头", FIGURE_DURATION, "hour", 1, 0 },
    { "分钟", FIGURE_DURATION, "minute", 1, 0 },
    { "分鐘", FIGURE_DURATION, "minute", 1, 0 },
    { "秒", FIGURE_DURATION, "second", 1, 0 },
    { "秒钟", FIGURE_DURATION, "second", 1, 0 },
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const struct figure_unit *longest(const struct figure_unit *table, size_t count,
                                         const struct figure_scan *scan, size_t at, size_t *size)
{
    const struct figure_unit *found = NULL;
    *size = 0;
    char first = at < scan->to ? scan->text[at] : '\0';
    for (size_t i = 0; i < count; i++) {
        if (table[i].written[0] != first)
            continue;
        size_t length = strlen(table[i].written);
        if (length > *size && figure_scan_is(scan, at, table[i].written)) {
            found = &table[i];
            *size = length;
        }
    }
    return found;
}

const struct figure_unit *figure_unit_sign(const struct figure_scan *scan, size_t at, size_t *size)
{
    return longest(signs, COUNT(signs), scan, at, size);
}

static const struct figure_unit *find_word(const char *word)
{
    for (size_t i = 0; i < COUNT(words); i++) {
        if (words[i].written[0] == word[0] && strcmp(words[i].written, word) == 0)
            return &words[i];
    }
    return NULL;
}

const struct figure_unit *figure_unit_duration(const char *word)
{
    const struct figure_unit *unit = find_word(word);
    return unit != NULL && unit->kind == FIGURE_DURATION ? unit : NULL;
}

const struct figure_unit *figure_unit_behind(const struct figure_scan *scan, size_t at, size_t *end)
{
    size_t size;
    struct latinword word;
    size_t start = figure_scan_skip(scan, at);
    if (start < scan->to && !latinword_is_letter(scan->text[start]) && scan->text[start] != '-') {
        const struct figure_unit *unit = longest(han, COUNT(han), scan, start, &size);
        *end = start + size;
        return unit;
    }
    if (!figure_scan_word(scan, at, &word))
        return NULL;
    const struct figure_unit *unit = longest(phrases, COUNT(phrases), scan, word.start, &size);
    *end = word.start + size;
    if (unit != NULL && (*end == scan->to || !latinword_is_letter(scan->text[*end])))
        return unit;
    *end = word.end;
    return find_word(word.text);
}

bool figure_unit_apply(const struct figure_unit *unit, struct decimal *value)
{
    return (unit->factor <= 1 || decimal_multiply(value, unit->factor)) &&
           decimal_shift(value, unit->power);
}
