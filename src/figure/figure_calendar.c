#include "figure/figure_calendar.h"

#include <string.h>

#include "figure/figure_calendar_digits.h"
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
static const char month_before[] =
    "in of since until till by from to last next this early late mid during through between "
    "before after";

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
    if (at > figure->end && figure_scan_word(scan, at, &of) &&
        (strcmp(of.text, "fiscal") == 0 || strcmp(of.text, "fy") == 0))
        at = of.end;
    at = at > figure->end && at == of.end && strcmp(of.text, "fy") == 0
             ? at
             : figure_scan_skip(scan, at);
    int year = at > figure->end ? figure_calendar_year(scan, at, &end) : 0;
    if (year >= 1500 && year < 2100) {
        figure->from.year = year;
        figure->end = end;
    }
}

/* A day of the month at `at`, with st nd rd th; 0 when there is none. */
static int read_day(const struct figure_scan *scan, size_t at, size_t *end)
{
    struct latinword word;
    int day = figure_calendar_number(scan, at, 2, end);
    if (day < 1 || day > 31)
        return 0;
    if (latinword_at(scan->text, scan->to, *end, &word)) {
        if (!latinword_in(word.text, "st nd rd th"))
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
    if (figure->from.day > 0 || figure->from.year > 0)
        return true;
    if (brief)
        return false;
    if (month != 3 && month != 5)
        return true;
    return figure_scan_word_before_in(scan, figure->start, month_before);
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
        figure_calendar_part(scan, figure);
    figure_calendar_told_before(scan, figure);
    return figure_calendar_finish(scan, figure);
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
    return figure_calendar_finish(scan, figure);
}

/* the fourth of July */
static bool read_ordinal_month(const struct figure_scan *scan, const struct latinword *word,
                               struct figure *figure)
{
    struct numeral numeral;
    struct latinword of, name;
    bool brief;
    if (!numeral_read(scan->text, scan->to, word->start, &numeral) || !numeral.ordinal ||
        !figure_scan_word(scan, numeral.end, &of) || strcmp(of.text, "of") != 0 ||
        !figure_scan_word(scan, of.end, &name) || !name.capital)
        return false;
    int month = find_month(&name, &brief);
    long day = decimal_whole(numeral.value, 31);
    if (month == 0 || brief || day < 1)
        return false;
    figure->from.day = (unsigned char)day;
    figure->from.month = (unsigned char)month;
    figure->end = name.end;
    read_year_behind(scan, figure);
    return figure_calendar_finish(scan, figure);
}

/* ---- decades, centuries, financial years ---- */

/* Where “century” ends behind `end`, or behind another ordinal: the 12th and 13th centuries. */
static size_t century_end(const struct figure_scan *scan, size_t end, bool again)
{
    static const char ties[] = "-to- – -";
    struct latinword word = { 0 };
    struct numeral next;
    size_t size, at = end;
    if (!figure_scan_word(scan, end, &word) && figure_scan_any(scan, end, ties, &size) < 0)
        return 0;
    if (latinword_in(word.text, "century centuries"))
        return word.end;
    if (latinword_in(word.text, "and or to through"))
        at = word.end;
    else if (figure_scan_any(scan, end, ties, &size) >= 0)
        at += size;
    return again && at > end &&
                   numeral_read(scan->text, scan->to, figure_scan_skip(scan, at), &next) &&
                   next.ordinal && century_end(scan, next.end, false) > 0
               ? end
               : 0;
}

static bool finish_century(const struct figure_scan *scan, long number, size_t end,
                           struct figure *figure)
{
    size_t behind = century_end(scan, end, true);
    if (number < 10 || number > 22 || behind == 0)
        return false;
    figure->from = (struct figure_date){ .year = (int)(number - 1) * 100, .part = PART_CENTURY };
    figure->end = behind;
    return figure_calendar_finish(scan, figure);
}

/* 19th century */
static bool read_century(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    struct numeral numeral;
    return numeral_read(scan->text, scan->to, at, &numeral) && numeral.ordinal &&
           finish_century(scan, decimal_whole(numeral.value, 99), numeral.end, figure);
}

/* nineteenth century, the nineteen twenties, the seventies */
static bool read_old_times(const struct figure_scan *scan, const struct latinword *word,
                           struct figure *figure)
{
    static const char *const tens[] = { "tens",    "twenties",  "thirties", "forties",  "fifties",
                                        "sixties", "seventies", "eighties", "nineties", NULL };
    struct latinword decade = *word;
    bool nineteen = strcmp(word->text, "nineteen") == 0;
    if (read_century(scan, word->start, figure))
        return true;
    bool bare = latinword_find(word->text, tens) > 0 &&
                figure_scan_word_before_in(scan, word->start, "the early late mid");
    if (!bare && ((!nineteen && strcmp(word->text, "eighteen") != 0) ||
                  !figure_scan_word(scan, word->end, &decade)))
        return false;
    int ten = latinword_find(decade.text, tens);
    if (ten < 0)
        return false;
    figure->from = (struct figure_date){ .year = (nineteen || bare ? 1910 : 1810) + ten * 10 };
    figure->from.part = PART_DECADE;
    figure->end = decade.end;
    return figure_calendar_finish(scan, figure);
}

/* FY2015, fiscal 2015, financial year 2015 */
static bool read_fiscal(const struct figure_scan *scan, const struct latinword *word,
                        struct figure *figure)
{
    struct latinword next;
    size_t end;
    if (!latinword_in(word->text, "fiscal financial fy"))
        return false;
    size_t at = word->end;
    if (figure_scan_word(scan, at, &next) && strcmp(next.text, "year") == 0)
        at = next.end;
    at = figure_scan_skip(scan, at);
    int year = figure_calendar_number(scan, at, 4, &end);
    bool brief = end - at == 2 && strcmp(word->text, "fy") == 0;
    if (!brief && (end - at != 4 || year < 1900 || year >= 2100))
        return false;
    figure->from.year = figure_calendar_full(year, end - at);
    figure->end = end;
    return figure_calendar_finish(scan, figure);
}

/* ---- quarters, seasons ---- */

static bool read_quarter(const struct figure_scan *scan, const struct latinword *word,
                         struct figure *figure)
{
    static const char *const ordinals[] = { "first", "second", "third", "fourth", NULL };
    struct latinword next;
    int number = latinword_find(word->text, ordinals) + 1;
    bool short_half = strcmp(word->text, "h") == 0;
    if ((strcmp(word->text, "q") == 0 || short_half) && word->capital && word->end < scan->to &&
        scan->text[word->end] >= '1' && scan->text[word->end] <= (short_half ? '2' : '4')) {
        figure->from.number = (unsigned char)(scan->text[word->end] - '0');
        figure->from.part = short_half ? PART_HALF : PART_QUARTER;
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
    return (figure->from.part == PART_QUARTER || figure->from.year > 0) &&
           figure_calendar_finish(scan, figure);
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
    return figure->from.year > 0 && figure_calendar_finish(scan, figure);
}

/* ---- told from the publication date ---- */

static bool is_day_behind(const struct figure_scan *scan, size_t at, struct figure *date)
{
    struct latinword word;
    *date = (struct figure){ .start = at };
    if (!latinword_at(scan->text, scan->to, at, &word))
        return read_day_month(scan, at, date);
    return read_month(scan, &word, date) && date->from.day > 0;
}

/* Monday, next Monday; not where the date itself follows. */
static bool read_weekday(const struct figure_scan *scan, const struct latinword *word,
                         struct figure *figure)
{
    struct latinword which;
    struct figure date;
    int weekday = latinword_find(word->text, weekdays);
    if (weekday < 0 || !word->capital || scan->published.year == 0 || scan->published.day == 0)
        return false;
    size_t behind =
        figure_scan_skip(scan, word->end + (figure_scan_is(scan, word->end, ",") ? 1 : 0));
    if (behind < scan->to && is_day_behind(scan, behind, &date))
        return false;
    figure->end = word->end;
    figure->from = figure_calendar_weekday(scan, weekday);
    if (figure_scan_word_before(scan, figure->start, &which) &&
        (strcmp(which.text, "next") == 0 || strcmp(which.text, "coming") == 0)) {
        figure->start = which.start;
        figure_date_add_days(&figure->from, 7);
    } else if (strcmp(which.text, "last") == 0) {
        figure->start = which.start;
        if (figure_date_weekday(&scan->published) == weekday)
            figure_date_add_days(&figure->from, -7);
    }
    return figure_calendar_finish(scan, figure);
}

static bool read_tomorrow(const struct figure_scan *scan, const struct latinword *word,
                          struct figure *figure)
{
    static const char *const days[] = { "yesterday", "today", "tomorrow", NULL };
    struct latinword last;
    int day = latinword_find(word->text, days);
    bool night = strcmp(word->text, "night") == 0 &&
                 figure_scan_word_before(scan, word->start, &last) &&
                 strcmp(last.text, "last") == 0;
    day = night ? 0 : day;
    if (day < 0 || (day == 1 && !scan->today) || scan->published.year == 0 ||
        scan->published.day == 0)
        return false;
    figure->from = scan->published;
    figure_date_add_days(&figure->from, day - 1);
    figure->start = night ? last.start : figure->start;
    figure->end = word->end;
    return figure_calendar_finish(scan, figure);
}

/* on the 12th: of the last such day up to the publication; not the 12th floor */
static bool read_told_day(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    static const char behind[] = "that and at in to when with by after before it he she they for";
    struct latinword word, the;
    size_t end;
    int day = read_day(scan, at, &end);
    if (day == 0 || scan->published.day == 0 || !latinword_is_letter(scan->text[end - 1]) ||
        !figure_scan_word_before(scan, at, &the) || strcmp(the.text, "the") != 0 ||
        !figure_scan_word_before_in(scan, the.start, "on by since until from before after") ||
        (figure_scan_word(scan, end, &word) && !figure_scan_word_in(scan, end, behind)))
        return false;
    figure->from = figure_calendar_day(scan, day);
    figure->end = end;
    return figure_calendar_finish(scan, figure);
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
        figure_calendar_part(scan, figure);
    } else if (strcmp(unit.text, "quarter") == 0 && scan->published.month > 0) {
        figure_calendar_quarter(scan, index - 1, figure);
    } else {
        return false;
    }
    return figure_calendar_finish(scan, figure);
}

static bool read_words(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    static bool (*const readers[])(const struct figure_scan *, const struct latinword *,
                                   struct figure *) = {
        read_month,  read_quarter, read_season,   read_ordinal_month, read_old_times,
        read_fiscal, read_weekday, read_tomorrow, read_told
    };
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
    static bool (*const readers[])(const struct figure_scan *, size_t, struct figure *) = {
        figure_calendar_han, read_day_month, read_century, read_told_day, figure_calendar_digits
    };
    char byte = scan->text[at];
    if (latinword_is_letter(byte))
        return read_words(scan, at, figure);
    bool digit = byte >= '0' && byte <= '9';
    if (byte == '\'' || byte == '\xE2')
        return figure_calendar_digits(scan, at, figure);
    for (size_t i = 0; i < (digit ? sizeof readers / sizeof *readers : 1); i++) {
        *figure = (struct figure){ .start = at };
        if (readers[i](scan, at, figure))
            return true;
    }
    return false;
}
