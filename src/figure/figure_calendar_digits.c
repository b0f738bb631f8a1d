#include "figure/figure_calendar_digits.h"

#include <string.h>

#include "figure/figure_calendar_han.h"
#include "text/digit.h"
#include "text/numeral.h"

#define MONTHS 12

static const char seasons[] = "spring summer autumn winter fall";

static const char year_before[] =
    "in since by of from until till during before after early late mid around between and to "
    "through year circa founded back fiscal on versus against";

/* Before a year that a noun follows: its 2014 sales. */
static const char articles[] = "the a this that its our his her their s whose";

/* What stands before a month: "end of", "early", "mid". */
static const char *const parts[] = { "early",  "beginning", "start", "mid",
                                     "middle", "late",      "end",   NULL };
static const unsigned char part_of[] = { PART_EARLY,  PART_EARLY, PART_EARLY, PART_MIDDLE,
                                         PART_MIDDLE, PART_LATE,  PART_LATE };

bool figure_calendar_finish(const struct figure_scan *scan, struct figure *figure)
{
    figure_set_date(figure);
    if (figure->from.year == 0 && figure->from.month > 0)
        figure_calendar_resolve(scan, figure);
    return figure_date_is_valid(&figure->from);
}

/* Digits at `at`, no more than `most`, not part of a longer number; 0 when there are none. */
int figure_calendar_number(const struct figure_scan *scan, size_t at, unsigned most, size_t *end)
{
    int value = 0;
    unsigned count = 0;
    size_t size;
    int digit;
    *end = at;
    while ((digit = digit_at(scan->text, scan->to, *end, &size)) >= 0 && count++ < most) {
        value = value * 10 + digit;
        *end += size;
    }
    return digit >= 0 ? 0 : value;
}

int figure_calendar_year(const struct figure_scan *scan, size_t at, size_t *end)
{
    int year = figure_calendar_number(scan, at, 4, end);
    return year >= 1000 && year < 3000 ? year : 0;
}

/* ---- numbers alone ---- */

int figure_calendar_full(int year, size_t digits)
{
    if (digits == 2)
        return year < 70 ? 2000 + year : 1900 + year;
    return digits == 4 ? year : 0;
}

/* 06/3/13, 6/3/2013: month, day, year, unless the first cannot be a month. */
static bool read_slashes(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    size_t end, start;
    int month = figure_calendar_number(scan, at, 2, &end);
    if (month == 0 || !figure_scan_is(scan, end, "/"))
        return false;
    int day = figure_calendar_number(scan, end + 1, 2, &end);
    if (day == 0 || !figure_scan_is(scan, end, "/"))
        return false;
    start = end + 1;
    int year = figure_calendar_number(scan, start, 4, &end);
    if (end - start != 4 && end - start != 2)
        return false;
    if (figure_scan_is(scan, end, "/"))
        return false;
    bool swapped = month > MONTHS;
    figure->from.year = figure_calendar_full(year, end - start);
    figure->from.month = (unsigned char)(swapped ? day : month);
    figure->from.day = (unsigned char)(swapped ? month : day);
    figure->end = end;
    return figure->from.year > 0 && figure_calendar_finish(scan, figure);
}

/* 21.04.2016: day, month, year. */
static bool read_dots(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    size_t end;
    int day = figure_calendar_number(scan, at, 2, &end);
    if (day == 0 || !figure_scan_is(scan, end, "."))
        return false;
    int month = figure_calendar_number(scan, end + 1, 2, &end);
    if (month == 0 || month > MONTHS || !figure_scan_is(scan, end, "."))
        return false;
    figure->from.year = figure_calendar_year(scan, end + 1, &figure->end);
    figure->from.month = (unsigned char)month;
    figure->from.day = (unsigned char)day;
    return figure->from.year > 0 && figure_calendar_finish(scan, figure);
}

/* 2013-06-03, 2013/6/3, 2013.06.03 */
static bool read_iso(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    size_t end;
    int year = figure_calendar_year(scan, at, &end);
    char mark = year > 0 && end < scan->to ? scan->text[end] : '\0';
    if (mark != '-' && mark != '/' && mark != '.')
        return false;
    int month = figure_calendar_number(scan, end + 1, 2, &end);
    if (month == 0 || end >= scan->to || scan->text[end] != mark)
        return false;
    int day = figure_calendar_number(scan, end + 1, 2, &end);
    figure->from = (struct figure_date){ .year = year,
                                         .month = (unsigned char)month,
                                         .day = (unsigned char)day };
    figure->end = end;
    return month <= MONTHS && day > 0 && figure_calendar_finish(scan, figure);
}

/* The 2009-10 season is no October. */
bool figure_calendar_season(const struct figure_scan *scan, size_t end, size_t *size)
{
    static const char han[] = "财年 財年 财政年度 財政年度 赛季 賽季 学年 年度";
    return figure_scan_any(scan, end, han, size) >= 0 ||
           figure_scan_word_in(scan, end, "fiscal financial season academic school");
}

int figure_calendar_second(const struct figure_scan *scan, int year, size_t at, size_t *end)
{
    int number = figure_calendar_number(scan, at, 2, end);
    int second = year / 100 * 100 + number;
    size_t size;
    bool on = *end < scan->to && (strchr("-/%:", scan->text[*end]) != NULL ||
                                  latinword_is_letter(scan->text[*end]));
    if (*end - at != 2 || on || second <= year || (number <= MONTHS && !figure_calendar_season(scan, *end, &size)))
        return 0;
    return second;
}

static bool is_plural_behind(const struct figure_scan *scan, size_t end)
{
    struct latinword word;
    if (!figure_scan_word(scan, end, &word) || word.start == end || word.capital)
        return false;
    return strcmp(word.text, "people") == 0 || latinword_is_plural(&word);
}

/* Digits behind a hyphen or slash that are no second year: 2014-13-45. */
static bool is_cut_date(const struct figure_scan *scan, int year, size_t end)
{
    size_t behind;
    static const char dashes[] = "- – — ~ ～ － 至 到";
    size_t size;
    if (figure_scan_any(scan, end, dashes, &size) < 0 || end + size >= scan->to ||
        scan->text[end + size] < '0' || scan->text[end + size] > '9')
        return false;
    int next = figure_calendar_year(scan, end + size, &behind);
    return (next < 1500 || next >= 2100) &&
           figure_calendar_second(scan, year, end + size, &behind) == 0;
}

void figure_calendar_part(const struct figure_scan *scan, struct figure *figure)
{
    struct latinword word;
    size_t at = figure->start;
    if (figure_scan_was(scan, at, "-"))
        at--;
    if (!figure_scan_word_before(scan, at, &word))
        return;
    if (strcmp(word.text, "of") == 0 && !figure_scan_word_before(scan, word.start, &word))
        return;
    int part = latinword_find(word.text, parts);
    if (part >= 0) {
        figure->from.part = part_of[part];
        figure->start = word.start;
    }
}

/* The s or 's of 1990s; where it ends, else 0. */
static size_t read_decade(const struct figure_scan *scan, int year, size_t end)
{
    if (figure_scan_is(scan, end, "'"))
        end++;
    else if (figure_scan_is(scan, end, "\xE2\x80\x99"))
        end += 3;
    bool letter = end + 1 < scan->to && latinword_is_letter(scan->text[end + 1]);
    return year % 10 == 0 && figure_scan_is(scan, end, "s") && !letter ? end + 1 : 0;
}

/* '90s, the 90s; in '87 */
static bool read_short_decade(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    struct latinword the;
    size_t end;
    bool mark = figure_scan_is(scan, at, "'") || figure_scan_is(scan, at, "\xE2\x80\x99") ||
                figure_scan_is(scan, at, "\xE2\x80\x98");
    size_t digits = !mark ? at : scan->text[at] == '\'' ? at + 1 : at + 3;
    int year = figure_calendar_number(scan, digits, 2, &end);
    if (end - digits != 2 ||
        (!mark && (!figure_scan_word_before(scan, at, &the) || strcmp(the.text, "the") != 0)))
        return false;
    figure->end = read_decade(scan, year, end);
    figure->from = (struct figure_date){ .year = year < 20 ? 2000 + year : 1900 + year };
    figure->from.part = PART_DECADE;
    bool told = mark && figure_scan_word_before_in(scan, at, year_before);
    if (figure->end == 0 && told && (end >= scan->to || !latinword_is_letter(scan->text[end]))) {
        figure->end = end;
        figure->from = (struct figure_date){ .year = figure_calendar_full(year, 2) };
    }
    return figure->end > 0 && figure_calendar_finish(scan, figure);
}

/* Q3 or H1 behind a year: 2016 Q3, 2016-Q3 */
static bool read_quarter_behind(const struct figure_scan *scan, int year, size_t end,
                                struct figure *figure)
{
    size_t at = figure_scan_skip(scan, end);
    if (at == end && figure_scan_is(scan, at, "-"))
        at++;
    if (at + 2 > scan->to || (scan->text[at] != 'Q' && scan->text[at] != 'H'))
        return false;
    int number = scan->text[at + 1] - '0';
    bool half = scan->text[at] == 'H';
    if (number < 1 || number > (half ? 2 : 4) ||
        (at + 2 < scan->to && latinword_is_letter(scan->text[at + 2])))
        return false;
    figure->from = (struct figure_date){ .year = year };
    figure->from.part = half ? PART_HALF : PART_QUARTER;
    figure->from.number = (unsigned char)number;
    figure->end = at + 2;
    return true;
}

bool figure_calendar_is_bc(const struct figure_scan *scan, size_t end)
{
    return figure_scan_is_in(scan, figure_scan_skip(scan, end), "BC B.C");
}

/* founded in 1147: nothing is counted behind it */
static bool is_old_year(const struct figure_scan *scan, size_t at, size_t end)
{
    struct latinword word;
    return figure_scan_word_before_in(scan, at, "in since founded") &&
           (!figure_scan_word(scan, end, &word) ||
            latinword_in(word.text, "and the by with when after until to but or as it he she under "
                                    "on at for from that was were is has had during"));
}

/* 1600 Grant Avenue */
static bool is_house(const struct figure_scan *scan, size_t end)
{
    struct latinword word;
    for (int i = 0; i < 4 && figure_scan_word(scan, end, &word) && word.capital; i++) {
        if (i > 0 && latinword_in(word.text, "street st avenue ave road rd lane drive boulevard "
                                             "blvd square place court terrace parkway highway way"))
            return true;
        end = word.end;
    }
    return false;
}

/* A year by itself: 1999, behind a preposition or at least before no plural; 1990s. */
static bool read_plain_year(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    struct latinword word = { 0, 0, "", false };
    size_t end;
    int year = figure_calendar_year(scan, at, &end);
    size_t before = figure_scan_skip_back(scan, at);
    bool circa = figure_scan_was(scan, before, " c.") || figure_scan_was(scan, before, " ca.") ||
                 figure_scan_was(scan, before, "circa");
    if (year < (circa || is_old_year(scan, at, end) ? 1000 : 1500) || year >= 2100 ||
        is_cut_date(scan, year, end) || figure_calendar_is_bc(scan, end) || is_house(scan, end))
        return false;
    if (read_quarter_behind(scan, year, end, figure))
        return figure_calendar_finish(scan, figure);
    size_t decade_end = read_decade(scan, year, end);
    bool decade = decade_end > 0;
    char mark = end < scan->to ? scan->text[end] : '\0';
    size_t size;
    if (!decade && (latinword_is_letter(mark) || mark == '%' ||
                    (mark == ':' && !figure_scan_is(scan, end + 1, " ")) ||
                    (mark == '/' && figure_calendar_second(scan, year, end + 1, &size) == 0) ||
                    (strchr(",.", mark) != NULL && mark != '\0' &&
                     digit_at(scan->text, scan->to, end + 1, &size) >= 0)))
        return false;
    bool told = circa || figure_scan_word_before_in(scan, at, year_before);
    bool label = figure_scan_word_before(scan, at, &word) && word.capital && !told &&
                 figure_scan_skip_back(scan, at) < at && !latinword_in(word.text, seasons) &&
                 !latinword_in(word.text, articles);
    bool owned = word.text[0] != '\0' && latinword_in(word.text, articles);
    bool bound = figure_scan_word_before_in(scan, at, "above below over under than exceeding");
    if (bound || label || (!told && !decade && !owned && is_plural_behind(scan, end)))
        return false;
    /* In Chinese text a year says 年; before Han a bare number is none. */
    static const char ands[] = "和 与 與 及";
    unsigned long behind = figure_scan_code(scan, figure_scan_skip(scan, end));
    bool listed = figure_scan_any(scan, end, ands, &size) >= 0 &&
                  figure_calendar_year(scan, end + size, &size) > 0;
    if (behind >= 0x3400 && behind < 0xA000 && !listed)
        return false;
    figure->from = (struct figure_date){ .year = year };
    figure->from.part = decade ? PART_DECADE : PART_NONE;
    figure->end = decade ? decade_end : end;
    if (!decade)
        figure_calendar_part(scan, figure);
    return figure_calendar_finish(scan, figure);
}

/* 1Q 2015, 2H 2014 */
static bool read_numbered(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    int number = scan->text[at] - '0';
    bool half = figure_scan_is(scan, at + 1, "H");
    if ((!half && !figure_scan_is(scan, at + 1, "Q")) || number < 1 || number > (half ? 2 : 4) ||
        (at + 2 < scan->to && latinword_is_letter(scan->text[at + 2])))
        return false;
    figure->from.part = half ? PART_HALF : PART_QUARTER;
    figure->from.number = (unsigned char)number;
    figure->end = at + 2;
    size_t end;
    int year, brief = figure_calendar_number(scan, at + 2, 2, &end);
    if (end == at + 4) /* 1Q18 */
        year = figure_calendar_full(brief, 2);
    else
        year = figure_calendar_year(scan, figure_scan_skip(scan, at + 2), &end);
    if (year >= 1900 && year < 2100) {
        figure->from.year = year;
        figure->end = end;
    }
    return figure_calendar_finish(scan, figure);
}

bool figure_calendar_digits(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    static bool (*const readers[])(const struct figure_scan *, size_t, struct figure *) = {
        read_slashes, read_iso, read_dots, read_numbered, read_short_decade, read_plain_year
    };
    bool mark = scan->text[at] < '0' || scan->text[at] > '9';
    for (size_t i = mark ? 4 : 0; i < (mark ? 5 : sizeof readers / sizeof *readers); i++) {
        *figure = (struct figure){ .start = at };
        if (readers[i](scan, at, figure))
            return true;
    }
    return false;
}
