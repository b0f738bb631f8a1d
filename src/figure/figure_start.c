#include "figure/figure_start.h"

#include <string.h>

/* The Han characters that numbers, units before them and told dates begin with, in order. */
static const unsigned short han[] = {
    /* clang-format off */
    0x3007, /* 〇 */ 0x4E00, /* 一 */ 0x4E03, /* 七 */ 0x4E07, /* 万 */ 0x4E09, /* 三 */
    0x4E0A, /* 上 */ 0x4E0B, /* 下 */ 0x4E24, /* 两 */ 0x4E39, /* 丹 */ 0x4E5D, /* 九 */
    0x4E8C, /* 二 */ 0x4E94, /* 五 */ 0x4EBA, /* 人 */ 0x4EBF, /* 亿 */
    0x4ECA, /* 今 */ 0x4EDF, /* 仟 */ 0x4EE4, /* 令 */ 0x4F0D, /* 伍 */ 0x4F70, /* 佰 */
    0x5104, /* 億 */ 0x5149, /* 光 */ 0x5169, /* 兩 */ 0x516B, /* 八 */ 0x516D, /* 六 */
    0x5170, /* 兰 */ 0x51AC, /* 冬 */ 0x51E0, /* 几 */ 0x524D, /* 前 */ 0x52A0, /* 加 */
    0x5341, /* 十 */ 0x5343, /* 千 */ 0x5345, /* 卅 */ 0x534A, /* 半 */ 0x5357, /* 南 */
    0x5362, /* 卢 */ 0x5370, /* 印 */ 0x53BB, /* 去 */ 0x53C1, /* 叁 */ 0x53C3, /* 參 */
    0x53F0, /* 台 */ 0x540E, /* 后 */ 0x5468, /* 周 */ 0x56DB, /* 四 */ 0x58A8, /* 墨 */
    0x58F9, /* 壹 */ 0x590F, /* 夏 */ 0x5934, /* 头 */ 0x597D, /* 好 */ 0x5DF4, /* 巴 */
    0x5E73, /* 平 */ 0x5E7E, /* 幾 */ 0x5EB7, /* 康 */ 0x5EFF, /* 廿 */ 0x5F53, /* 当 */
    0x5F8C, /* 後 */
    0x6210, /* 成 */ 0x62FE, /* 拾 */ 0x632A, /* 挪 */ 0x634C, /* 捌 */ 0x6570, /* 数 */
    0x6578, /* 數 */ 0x65B0, /* 新 */ 0x65E5, /* 日 */ 0x660E, /* 明 */ 0x661F, /* 星 */
    0x6625, /* 春 */ 0x6628, /* 昨 */ 0x672C, /* 本 */ 0x6797, /* 林 */
    0x67D2, /* 柒 */ 0x6B27, /* 欧 */ 0x6B50, /* 歐 */ 0x6C11, /* 民 */ 0x6CD9, /* 泙 */
    0x6CF0, /* 泰 */ 0x6E2F, /* 港 */ 0x6FB3, /* 澳 */ 0x7396, /* 玖 */ 0x745E, /* 瑞 */
    0x767E, /* 百 */ 0x76E7, /* 盧 */ 0x793C, /* 礼 */ 0x79AE, /* 禮 */ 0x79CB, /* 秋 */
    0x7B2C, /* 第 */ 0x7D10, /* 紐 */ 0x7EBD, /* 纽 */ 0x7F8E, /* 美 */ 0x8086, /* 肆 */
    0x81FA, /* 臺 */ 0x82F1, /* 英 */ 0x842C, /* 萬 */ 0x8CA0, /* 負 */ 0x8CB3, /* 貳 */
    0x8D1F, /* 负 */ 0x8D30, /* 贰 */ 0x8D8A, /* 越 */ 0x8FD9, /* 这 */ 0x9019, /* 這 */
    0x9031, /* 週 */ 0x9646, /* 陆 */ 0x9678, /* 陸 */ 0x96F6, /* 零 */ 0x96F7, /* 雷 */
    0x97D3, /* 韓 */ 0x97E9, /* 韩 */ 0x9996, /* 首 */
    /* clang-format on */
};

/* For each letter those that may be second: of months, days, number words and the like. One
 * letter alone is "a" or "Q2". */
static const char *const second[26] = {
    "pun", "i",  "o", "eo", "il",  "aeiory", "",       "au", "", "au", "", "a", "aio",
    "eio", "cn", "a", "u",  "msp", "aceipuf", "ehruwo", "",   "", "ei", "", "e", "e",
};

static bool may_begin_han(unsigned long code)
{
    size_t low = 0, high = sizeof han / sizeof *han;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (han[middle] == code)
            return true;
        if (han[middle] > code)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool may_begin_word(const struct figure_scan *scan, size_t at)
{
    char first = scan->text[at];
    char next = at + 1 < scan->to ? scan->text[at + 1] : '\0';
    /* a, an, Q2; US$, A$, RMB: currencies are in capitals */
    if ((first | 0x20) == 'a' && (next == ' ' || next == 'n' || next == '\n'))
        return true;
    if (!latinword_is_letter(next))
        return next == '$' || first == 'Q' || first == 'H';
    if (is_capital(first) &&
        (is_capital(next) || figure_scan_is(scan, at, "Can$") || figure_scan_is(scan, at, "Mex$")))
        return true;
    return strchr(second[(first | 0x20) - 'a'], next | 0x20) != NULL;
}

/* under-58kg, but an under-21 team is called so */
static bool has_unit(const struct figure_scan *scan, size_t at)
{
    while (at < scan->to && scan->text[at] >= '0' && scan->text[at] <= '9')
        at++;
    return at < scan->to && scan->text[at] != 's' &&
           (scan->text[at] == '%' || latinword_is_letter(scan->text[at]));
}

/* A number may begin behind a mark that ties it to a word: not COVID-19, v1.2, a_2. */
static bool is_tied(const struct figure_scan *scan, size_t at)
{
    static const char *const parts[] = { "mid", "early", "late", "pre", "post", NULL };
    static const char *const bounds[] = { "under", "over", "sub", "plus", NULL };
    struct latinword word;
    if (at < scan->from + 2 || strchr("-.,/_:#@&='", scan->text[at - 1]) == NULL)
        return false;
    char before = scan->text[at - 2];
    if (scan->text[at - 1] == '-' && latinword_is_letter(before) &&
        latinword_before(scan->text, scan->from, at - 1, &word) &&
        (latinword_find(word.text, parts) >= 0 ||
         (latinword_find(word.text, bounds) >= 0 && has_unit(scan, at))))
        return false;
    return (before >= '0' && before <= '9') || latinword_is_letter(before) || before == '.';
}

static bool is_word_part(char c)
{
    return latinword_is_letter(c) || (c >= '0' && c <= '9') || c == '.';
}

/* The 一 of 统一六国 is no number. */
static bool ends_word(const struct figure_scan *scan, size_t at)
{
    static const char *const words[] = { "统一", "統一", "唯一", "单一", "單一", "之一",
                                         "同一", "逐一", "专一", "專一", NULL };
    size_t size;
    return figure_scan_is(scan, at, "一") &&
           figure_scan_any_before(scan, at + strlen("一"), words, &size) >= 0;
}

bool figure_start_may(const struct figure_scan *scan, size_t at)
{
    unsigned char byte = (unsigned char)scan->text[at];
    if (byte >= '0' && byte <= '9')
        return !is_tied(scan, at);
    if (byte == '.' || byte == '-' || byte == '+' || byte == '\'')
        return !is_tied(scan, at) && at + 1 < scan->to &&
               (scan->text[at + 1] == '$' || scan->text[at + 1] == '.' ||
                (unsigned char)scan->text[at + 1] >= 0xC2 ||
                (scan->text[at + 1] >= '0' && scan->text[at + 1] <= '9')) &&
               (at == scan->from || !is_word_part(scan->text[at - 1]));
    if (byte < 0x80)
        return byte == '$' || (latinword_is_letter((char)byte) && may_begin_word(scan, at));
    if (byte >= 0xE3 && byte <= 0xE9)
        return may_begin_han(figure_scan_code(scan, at)) && !ends_word(scan, at);
    /* £ ¥, € ₩, full-width digits and signs */
    return byte == 0xC2 || byte == 0xE2 || byte == 0xEF;
}
