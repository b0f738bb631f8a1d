#include "figure/figure_calendar.h"

#include <string.h>

#include "text/numeral.h"
#include "text/wordlist.h"

/* The first words of dates in words, but for ordinals. */
#define MONTHS \
    "january=1 february=2 march=3 april=4 may=5 june=6 july=7 august=8 september=9 october=10 " \
    "november=11 december=12 jan=21 feb=22 mar=23 apr=24 jun=26 jul=27 aug=28 sep=29 sept=29 " \
    "oct=30 nov=31 dec=32"
#define SEASONS "spring=1 summer=2 autumn=3 winter=4 fall=3"
#define HUNDREDS "eighteen=1800 nineteen=1900 twenty=2000"
#define TENS \
    "tens=10 twenties=20 thirties=30 forties=40 fifties=50 sixties=60 seventies=70 eighties=80 " \
    "nineties=90"
#define FISCAL "fiscal financial fy"
#define WEEKDAYS "monday tuesday wednesday thursday friday saturday sunday"
#define TOLD_DAYS "yesterday=-1 today=0 tomorrow=1"
#define TOLD "last=-1 this=0 next=1"
#define BUSINESS \
    "profit Profit sales Sales sold revenue Revenue earnings Earnings results Results income " \
    "operating economy growth Growth orders Orders demand output xport mport roduction margin " \
    "onstruction nvestment shipments budget"
#define MATCHES \
    "_match _game _goal _scor _striker _coach _team _kick _minute _penalty _season _league " \
    "_pitch _touchdown _innings _play"

/* ---- months ---- */

/* 1 to 12 for the month called `word`, with its capital; *brief tells an abbreviation. */
static int find_month(const struct latinword *word, bool *brief)
{
    int month = word->capital ? wordlist_find(word->text, MONTHS, 0) : 0;
    *brief = month > 20;
    return month % 20;
}

/* of this year, last year: of the publication's */
static bool read_told_year(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    struct latinword word;
    int told = scan->published.year > 0 && figure_scan_word(scan, at, &word)
                   ? wordlist_find(word.text, TOLD, 2)
                   : 2;
    if (told == 2 || !figure_scan_past(scan, &word.end, "year"))
        return false;
    figure->from.year = scan->published.year + told;
    figure->end = word.end;
    return true;
}

/* ", 2013", "of 2013", "FY2013", " 2013", " '13" or " last year" behind a month, day or quarter. */
static void read_year_behind(const struct figure_scan *scan, struct figure *figure)
{
    size_t end;
    size_t at = figure->end + figure_scan_is(scan, figure->end, ",");
    (void)figure_scan_past(scan, &at, "of");
    if (!figure_scan_past(scan, &at, "fiscal fy") && at == figure->end &&
        figure->from.part == PART_QUARTER) /* Q2-2017 */
        (void)figure_scan_over(scan, &at, "- /");
    if (read_told_year(scan, at, figure))
        return;
    at = figure_scan_skip(scan, at);
    int year = at > figure->end ? figure_calendar_year(scan, at, &end) : 0;
    if (year == 0 && at > figure->end)
        year = figure_calendar_brief(scan, at, &end);
    /* 11 July 1405; of 1405 a month alone may be no year */
    if (year >= (figure->from.day > 0 ? 1000 : 1500) && year < 2100) {
        figure->from.year = year;
        figure->end = end;
    }
}

/* A day of the month at `at`, with st nd rd th; 0 when there is none. */
static int read_day(const struct figure_scan *scan, size_t at, size_t *end)
{
    int day = figure_calendar_number(scan, at, 2, end);
    if (day < 1 || day > 31)
        return 0;
    if (*end < scan->to && latinword_is_letter(scan->text[*end]) &&
        !figure_scan_past(scan, end, "st nd rd th"))
        return 0;
    /* 3.5, 3:00, 3% and June 3-5 thousand */
    return *end < scan->to && strchr(":%$/", scan->text[*end]) != NULL ? 0 : day;
}

/* "last", "this" or "next" before a month tells its year. */
static void read_told_before(const struct figure_scan *scan, struct figure *figure)
{
    struct latinword word;
    int month = scan->published.month;
    if (figure->from.year > 0 || month == 0 || scan->published.year == 0 ||
        !figure_scan_word_before(scan, figure->start, &word))
        return;
    int told = wordlist_find(word.text, TOLD, 2);
    if (told == 2)
        return;
    bool same = told * (figure->from.month - month) > 0;
    figure->from.year = scan->published.year + (same ? 0 : told);
    figure->start = word.start;
}

/* January-March */
static bool is_tied_to_month(const struct figure_scan *scan, size_t at)
{
    struct latinword word;
    bool brief;
    size_t size;
    return figure_scan_any_before(scan, at, "- –", &size) >= 0 &&
           latinword_before(scan->text, scan->from, at - size, &word) &&
           find_month(&word, &brief) > 0;
}

/* May, March and the abbreviations are months only in company. */
static bool is_month(const struct figure_scan *scan, const struct figure *figure, bool brief)
{
    static const struct figure_context company[] = {
        { "in of since until till by from to last next this early late mid during through between before after",
          NULL },
        { "coldest hottest warmest coolest wettest driest busiest worst", "|!day days weekend week" },
    };
    return figure->from.day > 0 || figure->from.year > 0 || is_tied_to_month(scan, figure->start) ||
           (!brief && ((figure->from.month != 3 && figure->from.month != 5) ||
                       figure_scan_fits(scan, figure->start, figure->end, company, 2)));
}

static bool read_month(const struct figure_scan *scan, const struct latinword *word,
                       struct figure *figure)
{
    bool brief;
    size_t end;
    figure->from.month = (unsigned char)find_month(word, &brief);
    if (figure->from.month == 0)
        return false;
    figure->end = word->end + (brief && figure_scan_is(scan, word->end, "."));
    size_t at = figure_scan_skip(scan, figure->end);
    int day = at > figure->end ? read_day(scan, at, &end) : 0;
    if (day > 0) {
        figure->from.day = (unsigned char)day;
        figure->end = end;
    }
    read_year_behind(scan, figure);
    if (!is_month(scan, figure, brief))
        return false;
    if (figure->from.day == 0)
        figure_calendar_part(scan, figure);
    read_told_before(scan, figure);
    return true;
}

/* The month behind a day that ends at `end`: June, of June. */
static bool read_month_behind(const struct figure_scan *scan, long day, size_t end, bool brief_too,
                              struct figure *figure)
{
    struct latinword word;
    bool brief;
    if (day < 1 || figure_scan_skip(scan, end) == end)
        return false;
    (void)figure_scan_past(scan, &end, "|?day|?of");
    int month = figure_scan_word(scan, end, &word) ? find_month(&word, &brief) : 0;
    if (month == 0 || (brief && !brief_too))
        return false;
    figure->from.day = (unsigned char)day;
    figure->from.month = (unsigned char)month;
    figure->end = word.end;
    read_year_behind(scan, figure);
    return true;
}

/* 3 June 2013, 3rd of June */
static bool read_day_month(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    size_t end;
    int day = read_day(scan, at, &end);
    return read_month_behind(scan, day, end, true, figure);
}

/* the fourth of July */
static bool read_ordinal_month(const struct figure_scan *scan, const struct latinword *word,
                               struct figure *figure)
{
    struct numeral numeral;
    return figure_scan_read(scan, word->start, &numeral) && numeral.ordinal &&
           figure_scan_word_in(scan, numeral.end, "of") &&
           read_month_behind(scan, decimal_whole(numeral.value, 31), numeral.end, false, figure);
}

/* ---- decades, centuries, financial years ---- */

/* Where “century” ends behind `end`, or behind another ordinal: the 12th and 13th centuries. */
static size_t century_end(const struct figure_scan *scan, size_t end, bool again)
{
    struct numeral next;
    size_t at = end;
    if (figure_scan_past(scan, &at, "century centuries"))
        return at;
    bool tied = figure_scan_past(scan, &at, "and or to through") ||
                figure_scan_over(scan, &at, "-to- – -");
    return again && tied &&
                   figure_scan_read(scan, figure_scan_skip(scan, at), &next) &&
                   next.ordinal && century_end(scan, next.end, false) > 0
               ? end
               : 0;
}

/* 19th century, nineteenth century */
static bool read_century(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    struct numeral numeral;
    long number = figure_scan_read(scan, at, &numeral) && numeral.ordinal
                      ? decimal_whole(numeral.value, 22)
                      : 0;
    /* a batsman's third century is none */
    bool early = number > 1 && (numeral.kind == NUMERAL_DIGITS ||
                                figure_scan_word_before_in(scan, at, "the early late mid"));
    size_t end = number >= 10 || early ? century_end(scan, numeral.end, true) : 0;
    figure->from.year = (int)(number - 1) * 100;
    return end > 0 && figure_calendar_set(figure, PART_CENTURY, 0, end);
}

/* nineteen eighty-four, twenty fifteen */
static bool read_spoken_year(const struct figure_scan *scan, int hundreds,
                             const struct latinword *rest, struct figure *figure)
{
    struct numeral numeral;
    if (hundreds == 0 || !figure_scan_numeral(scan, rest->start, &numeral) || numeral.ordinal ||
        decimal_compare(numeral.value, decimal_of(10, 0)) < 0 ||
        decimal_whole(numeral.value, 99) < 0 || figure_scan_is(scan, numeral.end, "-"))
        return false;
    figure->from.year = hundreds + (int)decimal_whole(numeral.value, 99);
    figure->end = numeral.end;
    return true;
}

/* nineteenth century, the nineteen twenties, the seventies */
static bool read_old_times(const struct figure_scan *scan, const struct latinword *word,
                           struct figure *figure)
{
    struct latinword decade = *word;
    int hundreds = wordlist_find(word->text, HUNDREDS, 0);
    if (read_century(scan, word->start, figure))
        return true;
    if (hundreds > 0 && !figure_scan_word(scan, word->end, &decade))
        return false;
    int ten = wordlist_find(decade.text, TENS, 0);
    size_t before = word->start - figure_scan_was(scan, word->start, "-");
    if (ten == 0)
        return read_spoken_year(scan, hundreds, &decade, figure);
    if (hundreds == 0 &&
        (ten == 10 || !figure_scan_word_before_in(scan, before, "the early late mid")))
        return false;
    figure->from.year = (hundreds > 0 ? hundreds : 1900) + ten;
    return figure_calendar_set(figure, PART_DECADE, 0, decade.end);
}

/* FY2015, fiscal 2015, financial year 2015 */
static bool read_fiscal(const struct figure_scan *scan, const struct latinword *word,
                        struct figure *figure)
{
    size_t at = word->end;
    if (!latinword_in(word->text, FISCAL))
        return false;
    (void)figure_scan_past(scan, &at, "year");
    at = figure_scan_skip(scan, at);
    int year = figure_calendar_number(scan, at, 4, &figure->end);
    bool brief = figure->end - at == 2 && strcmp(word->text, "fy") == 0;
    if (!brief && (figure->end - at != 4 || year < 1900 || year >= 2100))
        return false;
    figure->from.year = figure_calendar_full(year, figure->end - at);
    return true;
}

/* ---- quarters, seasons ---- */

/* The second half of a year where business is told, none of a match. */
static bool is_of_business(const struct figure_scan *scan, size_t start, size_t end, bool tied)
{
    return figure_scan_about(scan, start, end, BUSINESS) &&
           (tied || !figure_scan_about(scan, start, end, MATCHES)) &&
           !figure_scan_word_in(scan, end, "of");
}

static bool read_quarter(const struct figure_scan *scan, const struct latinword *word,
                         struct figure *figure)
{
    size_t end = word->end;
    bool told = false; /* first-half profit, but no first half of a match */
    int number = wordlist_find(word->text, "first=1 second=2 third=3 fourth=4", 0);
    if (number > 0) {
        bool half = number <= 2 && figure_scan_past(scan, &end, "half");
        if (!half && !figure_scan_past(scan, &end, "quarter quarters"))
            return false;
        told = half && is_of_business(scan, word->start, end, figure_scan_is(scan, word->end, "-"));
        (void)figure_calendar_set(figure, half ? PART_HALF : PART_QUARTER, number, end);
    } else if (end - word->start != 1 ||
               !figure_calendar_quarter(scan, word->start, word->start + 1, figure)) {
        return false;
    } else { /* H1 revenue, but no H1 visa */
        told = is_of_business(scan, word->start, figure->end, false);
    }
    read_year_behind(scan, figure);
    return told || figure->from.part == PART_QUARTER || figure->from.year > 0;
}

static bool read_season(const struct figure_scan *scan, const struct latinword *word,
                        struct figure *figure)
{
    int season = wordlist_find(word->text, SEASONS, 0);
    (void)figure_calendar_set(figure, PART_SEASON, season, word->end);
    read_year_behind(scan, figure);
    return season > 0 && figure->from.year > 0;
}

/* ---- told from the publication date ---- */

/* Monday, next Monday; not where the date itself follows. */
static bool read_weekday(const struct figure_scan *scan, const struct latinword *word,
                         struct figure *figure)
{
    struct latinword which;
    int weekday = !word->capital || scan->published.year == 0 || scan->published.day == 0
                      ? -1
                      : wordlist_find(word->text, WEEKDAYS, -1);
    if (weekday < 0)
        return false;
    size_t behind = figure_scan_skip(scan, word->end + figure_scan_is(scan, word->end, ","));
    struct figure date = { .start = behind };
    bool dated = latinword_at(scan->text, scan->to, behind, &which)
                     ? read_month(scan, &which, &date) && date.from.day > 0
                     : behind < scan->to && read_day_month(scan, behind, &date);
    if (dated && figure_date_is_valid(&date.from))
        return false;
    figure->end = word->end;
    figure->from = figure_calendar_weekday(scan, weekday);
    int week = figure_scan_word_before(scan, figure->start, &which)
                   ? wordlist_find(which.text, "next=1 coming=1 last=-1", 0)
                   : 0;
    figure->start = week != 0 ? which.start : figure->start;
    if (week > 0 || (week < 0 && figure_date_weekday(&scan->published) == weekday))
        figure_date_add_days(&figure->from, 7 * week);
    return true;
}

/* tomorrow, last night, the day before yesterday */
static bool read_tomorrow(const struct figure_scan *scan, const struct latinword *word,
                          struct figure *figure)
{
    bool night = strcmp(word->text, "night") == 0 && figure_scan_back(scan, &figure->start, "last");
    int day = night ? -1 : wordlist_find(word->text, TOLD_DAYS, 2);
    if (day == 2 || (day == 0 && !scan->today))
        return false;
    if (day != 0 && !night && figure_scan_back(scan, &figure->start, day < 0 ? "|day|before" : "|day|after"))
        day *= 2;
    figure->end = word->end;
    return figure_calendar_told(scan, TOLD_DAY, day, figure);
}

/* on the 12th: of the last such day up to the publication; not the 12th floor */
static bool read_told_day(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    static const char behind[] = "that and at in to when with by after before it he she they for";
    struct latinword word;
    int day = read_day(scan, at, &figure->end);
    if (day == 0 || scan->published.day == 0 || !latinword_is_letter(scan->text[figure->end - 1]) ||
        !figure_scan_word_before_in(scan, at, "|on by since until from before after|the") ||
        (figure_scan_word(scan, figure->end, &word) && !latinword_in(word.text, behind)))
        return false;
    figure->from = figure_calendar_day(scan, day);
    return true;
}

/* last month, this year, next week */
static bool read_told(const struct figure_scan *scan, const struct latinword *word,
                      struct figure *figure)
{
    struct latinword unit;
    int told = wordlist_find(word->text, TOLD, 2);
    if (told == 2 || !figure_scan_word(scan, word->end, &unit))
        return false;
    figure->end = unit.end;
    int kind = wordlist_find(unit.text, "year month quarter", -1); /* as in calendar_told */
    if (kind < 0 || !figure_calendar_told(scan, (enum calendar_told)kind, told, figure))
        return false;
    if (kind == TOLD_MONTH)
        figure_calendar_part(scan, figure);
    return true;
}

static bool read_words(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    static bool (*const readers[])(const struct figure_scan *, const struct latinword *,
                                   struct figure *) = {
        read_month,  read_quarter, read_season,   read_ordinal_month, read_old_times,
        read_fiscal, read_weekday, read_tomorrow, read_told
    };
    static const char firsts[] = MONTHS " " SEASONS " " HUNDREDS " " TENS " " FISCAL " " WEEKDAYS
                                        " " TOLD_DAYS " night " TOLD " q h";
    struct latinword word;
    struct numeral numeral;
    (void)latinword_at(scan->text, scan->to, at, &word);
    /* most words are none, which nine readers would find out anew */
    if (wordlist_find(word.text, firsts, -2) == -2 &&
        !(figure_scan_read(scan, at, &numeral) && numeral.ordinal))
        return false;
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        *figure = (struct figure){ .start = at };
        if (readers[i](scan, &word, figure) && figure_calendar_finish(scan, figure))
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
        if (readers[i](scan, at, figure) && figure_calendar_finish(scan, figure))
            return true;
    }
    return false;
}
