#include "figure/figure_start.h"

#include <string.h>

#include "base/bisect.h"

#define HAN_SIZE 3 /* bytes of each */

/* The Han characters that numbers, units before them and told dates begin with, in order. */
static const char han[] = "〇一七万三上下两丹九二五人亿今仟令伍佰俩倆億光兩八六兰冬几前加十"
                          "千卅半南卢印去叁參台后周四墨壹夏大头好巴平幾康廿当後成拾挪捌数"
                          "數新日明星春昨本林柒欧歐每民泙泰港澳玖瑞百盧礼禮秋第紐纽美肆臺"
                          "英萬負貳负贰越这這週陆陸零雷韓韩首";

/* For each letter those that may be second: of months, days, number words and the like. One
 * letter alone is "a" or "Q2". */
static const char *const second[26] = {
    "pun", "i",  "o", "eo", "il",  "aeiory", "",       "au", "", "au", "", "a", "aio",
    "eio", "cn", "a", "u",  "msp", "aceipuf", "ehruwo", "",   "", "ei", "", "e", "e",
};

static bool may_begin_han(const char *bytes)
{
    size_t at = 0, count = sizeof han / HAN_SIZE;
    unsigned head = figure_scan_head(bytes);
    BISECT(at, count, figure_scan_head(han + at * HAN_SIZE) >= head);
    return at < count && figure_scan_head(han + at * HAN_SIZE) == head;
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
    struct latinword word;
    if (at < scan->from + 2 || strchr("-.,/_:#@&='+", scan->text[at - 1]) == NULL)
        return false;
    char before = scan->text[at - 2];
    if (scan->text[at - 1] == '-' && latinword_is_letter(before) &&
        latinword_before(scan->text, scan->from, at - 1, &word) &&
        (latinword_in(word.text, "mid early late pre post") ||
         (latinword_in(word.text, "under over sub plus") && has_unit(scan, at))))
        return false;
    return (before >= '0' && before <= '9') || latinword_is_letter(before) || before == '.';
}

static bool is_word_part(char c)
{
    return latinword_is_letter(c) || (c >= '0' && c <= '9') || c == '.';
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
        return scan->to - at >= HAN_SIZE && may_begin_han(scan->text + at) &&
               !(figure_scan_is(scan, at, "一") && /* 统一六国 */
                 figure_scan_was_in(scan, at + HAN_SIZE,
                                    "统一 統一 唯一 单一 單一 之一 同一 逐一 专一 專一"));
    /* £ ¥, € ₩, full-width digits and signs */
    return byte == 0xC2 || byte == 0xE2 || byte == 0xEF;
}

/* ---- addresses ---- */

/* What an address has: `domain` is a dot between letters, `path` a slash behind it. */
struct look {
    bool at_sign, scheme, domain, path;
    bool code; /* 14-cv-2231 */
};

/* Digits, a short word and digits again: 14-cv-2231, but not 3-to-5, 6-foot-9. */
static bool is_code(const struct figure_scan *scan, size_t at, size_t start)
{
    struct latinword word;
    return at > start && figure_scan_digit(scan, at - 1) > 0 &&
           latinword_at(scan->text, scan->to, at + 1, &word) &&
           !latinword_in(word.text, "to or and foot") && figure_scan_is(scan, word.end, "-") &&
           figure_scan_digit(scan, word.end + 1) > 0;
}

static void look_at(const struct figure_scan *scan, size_t at, size_t start, struct look *look)
{
    bool inner = at > start && at + 1 < scan->to && latinword_is_letter(scan->text[at + 1]);
    switch (scan->text[at]) {
    case '@': look->at_sign = inner; break;
    case ':': look->scheme |= figure_scan_is(scan, at, "://"); break;
    case '.': look->domain |= inner && !look->path; break;
    case '/': look->path |= look->domain; break;
    case '-': look->code |= is_code(scan, at, start); break;
    default: break;
    }
}

bool figure_start_address(const struct figure_scan *scan, size_t at, size_t *end)
{
    struct look look = { false, false, false, false, false };
    size_t start = at;
    while (at < scan->to && scan->text[at] > ' ' && scan->text[at] < 0x7F) {
        look_at(scan, at, start, &look);
        at++;
    }
    *end = at > start ? at : start + 1;
    return look.scheme || figure_scan_is(scan, start, "www.") || (look.at_sign && look.domain) ||
           (look.domain && look.path) || look.code;
}
