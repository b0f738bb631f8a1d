#include "align/clue_clock.h"

#include "base/vector.h"
#include "text/ascii.h"
#include "text/wordlist.h"

#define NOON 12
#define HOURS 24
#define MINUTES 60
#define AHEAD_MOST 3 /* blanks and the like between the hour and what half of the day it is of */

/* Where a sentence is being read. */
struct clock_scan {
    const char *text;
    size_t at;
    size_t end;
};

/* Reads the one of the words that stands at `at`; case is that of the text. */
static bool clock_read(struct clock_scan *scan, const char *words)
{
    size_t size = wordlist_at(scan->text, scan->at, scan->end, words);
    scan->at += size;
    return size > 0;
}

static bool is_digit(const struct clock_scan *scan, size_t at)
{
    return at < scan->end && ascii_is_digit(scan->text[at]);
}

/* One or two digits, and no more: a number below `most`, or -1 and nothing read. */
static int read_digits(struct clock_scan *scan, int most)
{
    size_t at = scan->at;
    int number = 0;
    while (is_digit(scan, at) && at < scan->at + 2)
        number = 10 * number + (scan->text[at++] - '0');
    if (at == scan->at || is_digit(scan, at) || number >= most)
        return -1;
    scan->at = at;
    return number;
}

/* 七, 十一; -1 when there is none. */
static int read_han_hour(struct clock_scan *scan)
{
    size_t size;
    int hour = wordlist_number(scan->text, scan->at, scan->end,
                               "一=1 二=2 两=2 三=3 四=4 五=5 六=6 七=7 八=8 九=9 十=10 十一=11 十二=12",
                               &size);
    scan->at += size;
    return hour;
}

static void put_clock(struct figures *figures, size_t start, size_t end, int hour, int minute)
{
    struct figure figure = { .start = start,
                             .end = end,
                             .kind = FIGURE_RATIO,
                             .low = decimal_of((uint64_t)(hour * MINUTES + minute) + 1, 0),
                             .high = decimal_of((uint64_t)HOURS * MINUTES + 1, 0) };
    VECTOR_PUSH(figures, figure);
}

static void put_race(struct figures *figures, size_t start, size_t end, int seconds)
{
    struct figure figure = { .start = start, .end = end };
    figure_set_kind(&figure, FIGURE_DURATION, "second");
    figure.low = figure.high = decimal_of((uint64_t)seconds, 0);
    VECTOR_PUSH(figures, figure);
}

/* 12 hours more, or less, by the half of the day that is said behind (or, in Chinese, ahead). */
static int hour_of(int hour, bool before_noon, bool after_noon)
{
    if (before_noon && hour == NOON)
        return 0;
    return after_noon && hour < NOON ? hour + NOON : hour;
}

/* "2:03:17", "14:07", "4:20 p.m.", "8 pm"; the scan stands at the first digit. */
static bool read_english(struct clock_scan *scan, struct figures *figures)
{
    static const char before[] = "a.m. a.m am A.M. AM";
    static const char after[] = "p.m. p.m pm P.M. PM";
    size_t start = scan->at;
    int hour = read_digits(scan, HOURS);
    if (hour < 0)
        return false;
    size_t end = scan->at;
    int minute = clock_read(scan, ":") ? read_digits(scan, MINUTES) : -1;
    end = minute >= 0 ? scan->at : end;
    if (minute >= 0 && clock_read(scan, ":")) {
        int second = read_digits(scan, MINUTES);
        if (second >= 0)
            put_race(figures, start, scan->at, (hour * MINUTES + minute) * MINUTES + second);
        return second >= 0;
    }
    scan->at = end;
    for (int i = 0; i < AHEAD_MOST && clock_read(scan, "_ \302\240"); i++)
        ;
    bool before_noon = clock_read(scan, before);
    bool after_noon = !before_noon && clock_read(scan, after);
    if (!before_noon && !after_noon)
        scan->at = end;
    bool told = before_noon || after_noon || (minute >= 0 && end - start > 4);
    if (told)
        put_clock(figures, start, scan->at, hour_of(hour, before_noon, after_noon),
                  minute < 0 ? 0 : minute);
    return told;
}

/* What stands before an hour: 晚, 下午. */
static void read_half(const struct clock_scan *scan, size_t first, size_t start, bool *before_noon,
                      bool *after_noon)
{
    static const char before[] = "凌晨 清晨 早上 早晨 上午 早";
    static const char after[] = "下午 傍晚 晚上 晚间 午后 夜间 晚";
    *before_noon |= wordlist_before(scan->text, first, start, before) > 0;
    *after_noon |= !*before_noon && wordlist_before(scan->text, first, start, after) > 0;
}

/* "16时20分", 下午1点半, 早上七点; not 2小时, nor 三点 of a list. */
static bool read_chinese(struct clock_scan *scan, size_t first, struct figures *figures)
{
    static const char hours[] = "时 点";
    size_t start = scan->at;
    bool before_noon = false, after_noon = false;
    int hour = read_digits(scan, HOURS + 1), minute = -1;
    hour = hour < 0 ? read_han_hour(scan) : hour;
    if (hour < 0 || !clock_read(scan, hours))
        return false;
    size_t end = scan->at;
    read_half(scan, first, start, &before_noon, &after_noon);
    if (clock_read(scan, "半"))
        minute = MINUTES / 2;
    else if ((minute = read_digits(scan, MINUTES)) >= 0 && !clock_read(scan, "分"))
        minute = -1;
    if (minute < 0)
        scan->at = end;
    bool told = before_noon || after_noon || minute >= 0;
    if (told)
        put_clock(figures, start, scan->at, hour_of(hour, before_noon, after_noon),
                  minute < 0 ? 0 : minute);
    return told;
}

void clue_clock_find(const char *text, struct span sentence, struct figures *figures)
{
    struct clock_scan scan = { text, sentence.start, sentence.end };
    while (scan.at < scan.end) {
        size_t start = scan.at;
        bool number = start > sentence.start && is_digit(&scan, start - 1);
        bool inside =
            start > sentence.start && (number || text[start - 1] == '.' || text[start - 1] == ',');
        if (is_digit(&scan, start) && !inside && read_english(&scan, figures))
            continue;
        scan.at = start;
        if (!inside && (is_digit(&scan, start) || (unsigned char)text[start] >= 0xE4) &&
            read_chinese(&scan, sentence.start, figures))
            continue;
        scan.at = start + 1;
    }
}
