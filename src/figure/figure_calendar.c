#include "figure/figure_calendar.h"

#include <string.h>

#include "figure/figure_calendar_han.h"
#include "text/numeral.h"

#define MONTHS 12

static const char *const months[] = { "january",  "february", "march",  "april",     "may",
                                      "june",     "july",     "august", "september", "october",
                                      "november", "december", NULL };

static const char *const short_months[] = { "jan", "feb", "mar", "apr", "may", "jun",  "jul",
                                            "aug", "sep", "oct", "nov", "dec", "sept", NULL };

static const char *const weekdays[] = { "monday", "tuesday",  "wednesday", "thursday",
                                        "friday", "saturday", "sunday",    NULL };

static const char *const seasons[] = { "spring", "summer", "autumn", "winter", "fall", NULL };

/* Before May or March: a preposition makes it a month. */
static const char *const month_before[] = { "in",      "of",      "since",  "until", "till",
                                            "by",      "from",    "to",     "last",  "next",
                                            "this",    "early",   "late",   "mid",   "during",
                                            "through", "between", "before", "after", NULL };

static const char *const year_before[] = { "in",      "since", "by",      "of",     "from",
                                           "until",   "till",  "during",  "before", "after",
                                           "early",   "late",  "mid",     "around", "between",
                                           "and",     "to",    "through", "year",   "circa",
                                           "founded", "back",  "fiscal",  NULL };

static const char *const articles[] = { "the", "a",   "this", "that",  "its",
                                        "our", "his", "her",  "their", NULL };

/* What stands before a month: "end of", "early", "mid". */
static const char *const parts[] = { "early",  "beginning", "start", "mid",
                                     "middle", "late",      "end",   NULL };
static const unsigned char part_of[] = { PART_EARLY,  PART_EARLY, PART_EARLY, PART_MIDDLE,
                                         PART_MIDDLE, PART_LATE,  PART_LATE };

static bool finish(const struct figure_scan *scan, struct figure *figure)
{
    figure->kind = FIGURE_DATE;
    figure->until = figure->from;
    const char *unit = figure_date_unit(&figure->from);
    figure_set_unit(figure, unit, strlen(unit));
    if (figure->from.year == 0 && figure->from.month > 0)
        figure_calendar_resolve(scan, figure);
    return figure_date_is_valid(&figure->from);
}

/* Digits at `at`, no more than `most`, not part of a longer number; 0 when there are none. */
static int read_digits(const struct figure_scan *scan, size_t at, unsigned most, size_t *end)
{
    int value = 0;
    unsigned count = 0;
    size_t size;
    int digit;
    *end = at;
    while ((digit = numeral_digit(scan->text, scan->to, *end, &size)) >= 0 && count++ < most) {
        value = value * 10 + digit;
        *end += size;
    }
    return digit >= 0 ? 0 : value;
}

static int read_year(const struct figure_scan *scan, size_t at, size_t *end)
{
    int year = read_digits(scan, at, 4, end);
    return year >= 1000 && year < 3000 ? year : 0;
}

/* ---- numbers alone ---- */

static int full_year(int year, size_t digits)
{
    if (digits == 2)
        return year < 70 ? 2000 + year : 1900 + year;
    return digits == 4 ? year : 0;
}

/* 06/3/13, 6/3/2013: month, day, year, unless the first cannot be a month. */
static bool read_slashes(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    size_t end, start;
    int month = read_digits(scan, at, 2, &end);
    if (month == 0 || !figure_scan_is(scan, end, "/"))
        return false;
    int day = read_digits(scan, end + 1, 2, &end);
    if (day == 0 || !figure_scan_is(scan, end, "/"))
        return false;
    start = end + 1;
    int year = read_digits(scan, start, 4, &end);
    if (end - start != 4 && end - start != 2)
        return false;
    if (figure_scan_is(scan, end, "/"))
        return false;
    bool swapped = month > MONTHS;
    figure->from.year = full_year(year, end - start);
    figure->from.month = (unsigned char)(swapped ? day : month);
    figure->from.day = (unsigned char)(swapped ? month : day);
    figure->end = end;
    return figure->from.year > 0 && finish(scan, figure);
}

/* 2013-06-03, 2013/6/3, 2013.06.03 */
static bool read_iso(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    size_t end;
    int year = read_year(scan, at, &end);
    char mark = year > 0 && end < scan->to ? scan->text[end] : '\0';
    if (mark != '-' && mark != '/' && mark != '.')
        return false;
    int month = read_digits(scan, end + 1, 2, &end);
    if (month == 0 || end >= scan->to || scan->text[end] != mark)
        return false;
    int day = read_digits(scan, end + 1, 2, &end);
    figure->from = (struct figure_date){ .year = year,
                                         .month = (unsigned char)month,
                                         .day = (unsigned char)day };
    figure->end = end;
    return month <= MONTHS && day > 0 && finish(scan, figure);
}

static bool is_plural_behind(const struct figure_scan *scan, size_t end)
{
    struct latinword word;
    if (!figure_scan_word(scan, end, &word) || word.start == end || word.capital)
        return false;
    return strcmp(word.text, "people") == 0 || latinword_is_plural(&word);
}

/* Digits behind a hyphen or slash that are no second year: 2014-13-45. */
static bool is_cut_date(const struct figure_scan *scan, size_t end)
{
    size_t behind;
    return figure_scan_is(scan, end, "-") && end + 1 < scan->to && scan->text[end + 1] >= '0' &&
           scan->text[end + 1] <= '9' && read_year(scan, end + 1, &behind) == 0;
}

static void read_part(const struct figure_scan *scan, struct figure *figure)
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

/* A year by itself: 1999, behind a preposition or at least before no plural; 1990s. */
static bool read_plain_year(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    struct latinword word;
    size_t end;
    int year = read_year(scan, at, &end);
    if (year < 1500 || year >= 2100 || is_cut_date(scan, end))
        return false;
    char mark = end < scan->to ? scan->text[end] : '\0';
    bool decade = mark == 's' && year % 10 == 0 &&
                  (end + 1 == scan->to || !latinword_is_letter(scan->text[end + 1]));
    size_t size;
    if (!decade && (latinword_is_letter(mark) || mark == '%' || mark == '/' || mark == ':' ||
                    (strchr(",.", mark) != NULL && mark != '\0' &&
                     numeral_digit(scan->text, scan->to, end + 1, &size) >= 0)))
        return false;
    bool told =
        figure_scan_word_before(scan, at, &word) && latinword_find(word.text, year_before) >= 0;
    bool label = figure_scan_word_before(scan, at, &word) && word.capital && !told &&
                 figure_scan_skip_back(scan, at) < at && latinword_find(word.text, seasons) < 0 &&
                 latinword_find(word.text, articles) < 0;
    if (label || (!told && !decade && is_plural_behind(scan, end)))
        return false;
    /* In Chinese text a year says 年; before Han a bare number is none. */
    unsigned long behind = figure_scan_code(scan, figure_scan_skip(scan, end));
    if (behind >= 0x3400 && behind < 0xA000)
        return false;
    figure->from = (struct figure_date){ .year = year };
    figure->from.part = decade ? PART_DECADE : PART_NONE;
    figure->end = end + decade;
    if (!decade)
        read_part(scan, figure);
    return finish(scan, figure);
}

/* ---- months ---- */

/* 1 to 12 for the month called `word`; *brief tells an abbreviation. */
static int find_month(const struct latinword *word, bool *brief)
{
    int month = latinword_find(word->text, months);
    *brief = month < 0;
    if (month < 0)
        month = latinword_find(word->text, short_months);
    return month == MONTHS ? 9 : month + 1;
}

/* ", 2013" or " 2013" behind a month or day. */
static void read_year_behind(const struct figure_scan *scan, struct figure *figure)
{
    struct latinword of;
    size_t end;
    size_t at = figure->end;
    if (figure_scan_is(scan, at, ","))
        at++;
    if (figure_scan_word(scan, at, &of) && strcmp(of.text, "of") == 0)
        at = of.end;
    at = figure_scan_skip(scan, at);
    int year = at > figure->end ? read_year(scan, at, &end) : 0;
    if (year >= 1500 && year < 2100) {
        figure->from.year = year;
        figure->end = end;
    }
}

/* A day of the month at `at`, with st nd rd th; 0 when there is none. */
static int read_day(const struct figure_scan *scan, size_t at, size_t *end)
{
    static const char *const endings[] = { "st", "nd", "rd", "th", NULL };
    struct latinword word;
    int day = read_digits(scan, at, 2, end);
    if (day < 1 || day > 31)
        return 0;
    if (latinword_at(scan->text, scan->to, *end, &word)) {
        if (latinword_find(word.text, endings) < 0)
            return 0;
        *end = word.end;
    }
    /* 3.5, 3:00, 3% and June 3-5 thousand */
    return *end < scan->to && strchr(":%$/", scan->text[*end]) != NULL ? 0 : day;
}

/* May, March and the abbreviations are months only in company. */
static bool is_month(const struct figure_scan *scan, const struct figure *figure, int month,
                     bool brief)
{
    struct latinword word;
    if (figure->from.day > 0 || figure->from.year > 0)
        return true;
    if (brief)
        return false;
    if (month != 3 && month != 5)
        return true;
    return figure_scan_word_before(scan, figure->start, &word) &&
           latinword_find(word.text, month_before) >= 0;
}

static bool read_month(const struct figure_scan *scan, const struct latinword *word,
                       struct figure *figure)
{
    bool brief;
    int month = find_month(word, &brief);
    if (month == 0 || !word->capital)
        return false;
    size_t end;
    figure->end = word->end;
    figure->from.month = (unsigned char)month;
    if (brief && figure_scan_is(scan, figure->end, "."))
        figure->end++;
    size_t at = figure_scan_skip(scan, figure->end);
    int day = at > figure->end ? read_day(scan, at, &end) : 0;
    if (day > 0) {
        figure->from.day = (unsigned char)day;
        figure->end = end;
    }
    read_year_behind(scan, figure);
    if (!is_month(scan, figure, month, brief))
        return false;
    if (figure->from.day == 0)
        read_part(scan, figure);
    figure_calendar_told_before(scan, figure);
    return finish(scan, figure);
}

/* 3 June 2013, 3rd of June */
static bool read_day_month(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    struct latinword word;
    bool brief;
    size_t end;
    int day = read_day(scan, at, &end);
    if (day == 0 || figure_scan_skip(scan, end) == end || !figure_scan_word(scan, end, &word))
        return false;
    if (strcmp(word.text, "of") == 0 && !figure_scan_word(scan, word.end, &word))
        return false;
    int month = find_month(&word, &brief);
    if (month == 0 || !word.capital)
        return false;
    figure->from.day = (unsigned char)day;
    figure->from.month = (unsigned char)month;
    figure->end = word.end;
    read_year_behind(scan, figure);
    return finish(scan, figure);
}

/* ---- quarters, seasons ---- */

static bool read_quarter(const struct figure_scan *scan, const struct latinword *word,
                         struct figure *figure)
{
    static const char *const ordinals[] = { "first", "second", "third", "fourth", NULL };
    struct latinword next;
    int number = latinword_find(word->text, ordinals) + 1;
    if (strcmp(word->text, "q") == 0 && word->capital && word->end < scan->to &&
        scan->text[word->end] >= '1' && scan->text[word->end] <= '4') {
        figure->from.number = (unsigned char)(scan->text[word->end] - '0');
        figure->from.part = PART_QUARTER;
        figure->end = word->end + 1;
        if (figure->end < scan->to && latinword_is_letter(scan->text[figure->end]))
            return false;
    } else {
        if (number == 0 || !figure_scan_word(scan, word->end, &next))
            return false;
        bool half = strcmp(next.text, "half") == 0 && number <= 2;
        if (!half && strcmp(next.text, "quarter") != 0)
            return false;
        figure->from.number = (unsigned char)number;
        figure->from.part = half ? PART_HALF : PART_QUARTER;
        figure->end = next.end;
    }
    read_year_behind(scan, figure);
    return (figure->from.part == PART_QUARTER || figure->from.year > 0) && finish(scan, figure);
}

static bool read_season(const struct figure_scan *scan, const struct latinword *word,
                        struct figure *figure)
{
    int season = latinword_find(word->text, seasons);
    if (season < 0)
        return false;
    figure->end = word->end;
    figure->from.part = PART_SEASON;
    figure->from.number = (unsigned char)(season == 4 ? 3 : season + 1);
    read_year_behind(scan, figure);
    return figure->from.year > 0 && finish(scan, figure);
}

/* ---- told from the publication date ---- */

static bool read_weekday(const struct figure_scan *scan, const struct latinword *word,
                         struct figure *figure)
{
    int weekday = latinword_find(word->text, weekdays);
    if (weekday < 0 || !word->capital || scan->published.day == 0)
        return false;
    figure->end = word->end;
    figure->from = figure_calendar_weekday(scan, weekday);
    return finish(scan, figure);
}

/* last month, this year, next week */
static bool read_told(const struct figure_scan *scan, const struct latinword *word,
                      struct figure *figure)
{
    static const char *const which[] = { "last", "this", "next", NULL };
    struct latinword unit;
    int index = latinword_find(word->text, which);
    if (index < 0 || scan->published.year == 0 || !figure_scan_word(scan, word->end, &unit))
        return false;
    figure->end = unit.end;
    figure->from = (struct figure_date){ .year = scan->published.year };
    if (strcmp(unit.text, "year") == 0) {
        figure->from.year += index - 1;
    } else if (strcmp(unit.text, "month") == 0 && scan->published.month > 0) {
        figure->from.month = scan->published.month;
        figure_date_add_months(&figure->from, index - 1);
        read_part(scan, figure);
    } else {
        return false;
    }
    return finish(scan, figure);
}

static bool read_words(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    static bool (*const readers[])(const struct figure_scan *, const struct latinword *,
                                   struct figure *) = { read_month, read_quarter, read_season,
                                                        read_weekday, read_told };
    struct latinword word;
    if (!latinword_at(scan->text, scan->to, at, &word))
        return false;
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        *figure = (struct figure){ .start = at };
        if (readers[i](scan, &word, figure))
            return true;
    }
    return false;
}

bool figure_calendar_read(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    static bool (*const readers[])(const struct figure_scan *, size_t,
                                   struct figure *) = { figure_calendar_han, read_slashes, read_iso,
                                                        read_day_month, read_plain_year };
    size_t size;
    if (latinword_is_letter(scan->text[at]))
        return read_words(scan, at, figure);
    bool digit = numeral_digit(scan->text, scan->to, at, &size) >= 0;
    for (size_t i = 0; i < (digit ? sizeof readers / sizeof *readers : 1); i++) {
        *figure = (struct figure){ .start = at };
        if (readers[i](scan, at, figure))
            return true;
    }
    return false;
}
