#include "align/dateline.h"

#include <limits.h>
#include <stdbool.h>
#include <string.h>

#include "base/vector.h"
#include "text/ascii.h"
#include "text/wordlist.h"

#define REACH 150       /* bytes of a sentence within which a dateline ends */
#define AGENCY_REACH 60 /* and within which its agency begins */
#define DATE_REACH 40   /* bytes behind the agency, of its date */
#define PLACE_REACH 48  /* bytes of a place and a date without any agency, */
#define PLACE_LETTERS 3 /* in capitals */
#define CREDITS_MOST 200
#define CREDITS_SHORT 40
#define DAY_LEAST 8 /* bytes of a line that is a day */
#define DAY_MOST 60
#define BYLINE_MOST 120
#define NOWHERE SIZE_MAX

static const char *const agencies[] = {
    "Xinhua News Agency",
    "Xinhuanet",
    "Xinhua Net",
    "Xinhua",
    "China News",
    "Chinanews.com",
    "chinanews.com",
    "ChinaNews.com",
    "CNS",
    "Ecns.cn",
    "ecns.cn",
    "cctv.com",
    "CCTV News",
    "people.com.cn",
    "People's Daily Online",
    "Reuters",
    "(UPI)",
    "(AP)",
    "(AFP)",
    "(dpa)",
    "Kyodo News",
    "TASS",
    "Yahoo!News",
    "新华社",
    "新华网",
    "中新网",
    "中新社",
    "人民网",
    "央视网",
    "央视新闻",
    "路透社",
    "法新社",
    "美联社",
    "德新社",
    "共同社",
    "塔斯社",
    "中央社",
    "澎湃新闻",
};

static size_t find(const char *text, size_t at, size_t end, const char *what)
{
    size_t size = strlen(what);
    for (; at + size <= end; at++) {
        const char *next = memchr(text + at, what[0], end - at - size + 1);
        if (next == NULL)
            return NOWHERE;
        at = (size_t)(next - text);
        if (memcmp(next, what, size) == 0)
            return at;
    }
    return NOWHERE;
}

static size_t within(size_t start, size_t end, size_t reach)
{
    return end - start > reach ? start + reach : end;
}

static void put(struct datelines *found, size_t start, size_t end)
{
    if (end > start)
        VECTOR_PUSH(found, (struct span){ start, end });
}

/* The end of a bracket that opens at `at` or behind blanks; `at` when none does or it is long. */
static size_t skip_bracket(const char *text, size_t at, size_t end)
{
    size_t open = at;
    while (open < end && text[open] == ' ')
        open++;
    bool narrow = open < end && text[open] == '(';
    if (!narrow && !(open + 3 <= end && memcmp(text + open, "（", 3) == 0))
        return at;
    end = within(at, end, REACH);
    size_t one = find(text, open, end, ")"), other = find(text, open, end, "）");
    if (one == NOWHERE && other == NOWHERE)
        return at;
    return one < other ? one + 1 : other + 3;
}

/* 新华社重庆7月26日电(记者柯高阳、李松), 湖北日报讯(记者林晶): the end, or the start. */
static size_t skip_chinese(const char *text, struct span sentence)
{
    static const char *const ends[] = { "日电", "日讯", "日报讯", "晚报讯", "晨报讯" };
    size_t limit = within(sentence.start, sentence.end, REACH), end = NOWHERE;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t at = find(text, sentence.start, limit, ends[i]);
        if (at != NOWHERE && (end == NOWHERE || at + strlen(ends[i]) < end))
            end = at + strlen(ends[i]);
    }
    return end == NOWHERE ? sentence.start : skip_bracket(text, end, sentence.end);
}

static bool is_month(const char *text, size_t at, size_t end)
{
    static const char *const months[] = { "Jan",  "Feb", "March", "April", "May", "June",
                                          "July", "Aug", "Sep",   "Oct",   "Nov", "Dec" };
    for (size_t i = 0; i < sizeof months / sizeof *months; i++) {
        size_t size = strlen(months[i]);
        if (at + size <= end && memcmp(text + at, months[i], size) == 0)
            return true;
    }
    return false;
}

/* "July 26th" at `at`, or a little behind. */
static size_t skip_day(const char *text, size_t at, size_t end)
{
    size_t last = within(at, end, DATE_REACH);
    for (size_t month = at; month < last; month++) {
        if (!is_month(text, month, end))
            continue;
        while (month < end && !ascii_is_digit(text[month]))
            month++;
        while (month < end && (ascii_is_digit(text[month]) ||
                               ascii_is_small(text[month])))
            month++;
        return month;
    }
    return at;
}

/* Bytes of a dash between blanks, or a long one behind which there is one; 0 for none. */
static size_t dash_at(const char *text, size_t at, size_t end)
{
    static const char *const dashes[] = { " - ", " \342\200\223 ", " \342\200\224 ",
                                          "\342\200\224 " };
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        size_t size = strlen(dashes[i]);
        if (at + size <= end && memcmp(text + at, dashes[i], size) == 0)
            return size;
    }
    return 0;
}

/* "COLOMBO — ", "BEIJING, Oct 30 - ", without any agency: a place in capitals, and behind the dash
 * a sentence, which is no headline in capitals. The end, or the start. */
static size_t skip_place(const char *text, struct span sentence)
{
    size_t limit = within(sentence.start, sentence.end, PLACE_REACH), at = sentence.start;
    while (at < limit && ascii_is_capital(text[at]))
        at++;
    if (at - sentence.start < PLACE_LETTERS)
        return sentence.start;
    for (; at < limit; at++) {
        size_t dash = dash_at(text, at, sentence.end);
        size_t next = at + dash;
        if (dash > 0)
            return next + 1 < sentence.end && ascii_is_capital(text[next]) && ascii_is_capital(text[next + 1])
                       ? sentence.start
                       : next;
        if (strchr(";:?!\"", text[at]) != NULL)
            break;
    }
    return sentence.start;
}

/* BEIJING, July 26 (Xinhua, Hu Lu); Chinanews.com, July 26; Xinhua News Agency, Chongqing, reported
 * July 26th (...): the end, or the start. */
static size_t skip_english(const char *text, struct span sentence)
{
    size_t limit = within(sentence.start, sentence.end, REACH);
    size_t first = within(sentence.start, sentence.end, AGENCY_REACH), end = sentence.start;
    for (size_t i = 0; i < sizeof agencies / sizeof *agencies; i++) {
        size_t at = find(text, sentence.start, first, agencies[i]);
        if (at != NOWHERE && at + strlen(agencies[i]) > end)
            end = at + strlen(agencies[i]);
    }
    if (end == sentence.start)
        return skip_place(text, sentence);
    size_t close = find(text, end, limit, ")"), open = find(text, sentence.start, end, "(");
    if (open != NOWHERE && close != NOWHERE && find(text, end, close, "(") == NOWHERE)
        end = close + 1; /* the rest of the bracket that the agency stands in */
    return skip_bracket(text, skip_day(text, end, limit), sentence.end);
}

/* "2020-07-26 15:18:27 Source: cctv.com Author: Zhu Yanjing", 【编辑:陈海峰】 */
static bool is_credits(const char *text, struct span sentence)
{
    static const char *const marks[] = { "Source:", "Author:", "Editor:", "Editor in charge",
                                         "[Editor", "来源：",  "作者：",  "责任编辑",
                                         "来源:",   "作者:",   "【编辑" };
    size_t count = 0, length = sentence.end - sentence.start;
    for (size_t i = 0; i < sizeof marks / sizeof *marks && length < CREDITS_MOST; i++)
        count += find(text, sentence.start, sentence.end, marks[i]) != NOWHERE;
    return count > 1 || (count == 1 && length < CREDITS_SHORT);
}

/* Flags by byte: those that the name of an agency begins with. */
static void read_starts(bool starts[UCHAR_MAX + 1])
{
    memset(starts, 0, UCHAR_MAX + 1);
    for (size_t i = 0; i < sizeof agencies / sizeof *agencies; i++)
        starts[(unsigned char)agencies[i][0]] = true;
}

bool dateline_day(const char *text, struct span line, char iso[FRONTMATTER_DATE_SIZE])
{
    static const char labels[] = "Published: Published_on_ Published_ published_ Posted_on_ Posted: Posted_ Updated: "
                                 "Updated_ Date: 发布时间： 发布时间: 时间： 日期： 日期: 发布于 发表于 更新时间： 更新于";
    char words[DAY_MOST + 1];
    line.start += wordlist_at(text, line.start, line.end, labels);
    while (line.start < line.end && text[line.start] == ' ')
        line.start++;
    while (line.end > line.start && strchr(" \n.|", text[line.end - 1]) != NULL)
        line.end--;
    size_t length = line.end - line.start;
    if (length > DAY_MOST || length < DAY_LEAST)
        return false;
    memcpy(words, text + line.start, length);
    words[length] = '\0';
    return frontmatter_date(words, iso) && strlen(iso) == FRONTMATTER_DATE_SIZE - 1;
}

/* By Jordan Frias, BY JORDAN FRIAS — jordan@herald.example: each word of the name has a capital. */
static bool is_byline(const char *text, struct span line)
{
    static const char joins[] = "and_ for_ of_ the_ in_ de_ van_ von_";
    static const char ends[] = "— – | @ , · - /";
    size_t by = wordlist_at(text, line.start, line.end, "By_ BY_"), words = 0;
    if (by == 0 || line.end - line.start > BYLINE_MOST || strchr(".!?:;", text[line.end - 1]) != NULL)
        return false;
    for (size_t at = line.start + by; at < line.end;) {
        if (wordlist_at(text, at, line.end, ends) > 0)
            break;
        if (wordlist_at(text, at, line.end, joins) == 0 && !ascii_is_capital(text[at]) &&
            (unsigned char)text[at] < 0x80)
            return false;
        words++;
        while (at < line.end && text[at] != ' ' && text[at] != ',')
            at++;
        while (at < line.end && text[at] == ' ')
            at++;
    }
    return words >= 2;
}

/* Bytes of an agency that is named at `at`, 0 for none. */
static size_t agency_at(const char *text, size_t at, size_t end)
{
    for (size_t i = 0; i < sizeof agencies / sizeof *agencies; i++) {
        if (text[at] != agencies[i][0])
            continue;
        size_t size = strlen(agencies[i]);
        if (at + size <= end && memcmp(text + at, agencies[i], size) == 0)
            return size;
    }
    return 0;
}

void dateline_find(const struct side *side, struct datelines *found)
{
    bool starts[UCHAR_MAX + 1];
    read_starts(starts);
    char iso[FRONTMATTER_DATE_SIZE];
    for (size_t i = 0; i < side->count; i++) {
        struct span sentence = side->sentences[i].span;
        size_t at = sentence.start;
        if (is_credits(side->text, sentence)) {
            put(found, sentence.start, sentence.end);
            continue;
        }
        if (i < DATELINE_SENTENCES &&
            (dateline_day(side->text, sentence, iso) || is_byline(side->text, sentence))) {
            put(found, sentence.start, sentence.end);
            continue;
        }
        if (i < DATELINE_SENTENCES) {
            at = skip_chinese(side->text, sentence);
            at = at == sentence.start ? skip_english(side->text, sentence) : at;
            put(found, sentence.start, at);
        }
        while (at < sentence.end) {
            size_t size = starts[(unsigned char)side->text[at]]
                              ? agency_at(side->text, at, sentence.end)
                              : 0;
            put(found, at, at + size);
            at += size > 0 ? size : 1;
        }
    }
}
