#include "figure/figure_calendar.h"

#include <string.h>

#include "text/digit.h"
#include "text/numeral.h"
#include "text/wordlist.h"

#define NEAR 5 /* months to either side of the publication */
#define MONTHS 12

static const char seasons[] = "spring summer autumn winter fall";

static const char year_before[] =
    "in since by of from until till during before after early late mid around between and to "
    "through year circa founded back fiscal on versus against";

/* Before a year that a noun follows: its 2014 sales. */
static const char articles[] = "the a this that its our his her their s whose";

/* ---- what the readers share ---- */

static void resolve(const struct figure_scan *scan, struct figure *figure)
{
    int ahead = (figure->from.month - scan->published.month + 18) % MONTHS - 6;
    int month = scan->published.month + ahead;
    if (scan->published.year == 0 || scan->published.month == 0 || ahead < -NEAR)
        return;
    figure->resolved = figure->from;
    figure->resolved.year = scan->published.year + (month > MONTHS) - (month < 1);
}

bool figure_calendar_set(struct figure *figure, enum date_part part, int number, size_t end)
{
    figure->from.part = (unsigned char)part;
    figure->from.number = (unsigned char)number;
    figure->end = end;
    return true;
}

bool figure_calendar_finish(const struct figure_scan *scan, struct figure *figure)
{
    if (!figure_date_is_valid(&figure->from))
        return false;
    figure_set_date(figure);
    if (figure->from.year == 0 && figure->from.month > 0)
        resolve(scan, figure);
    return true;
}

struct figure_date figure_calendar_day(const struct figure_scan *scan, int day)
{
    struct figure_date date = scan->published;
    if (day > date.day && date.year > 0)
        figure_date_add_months(&date, -1);
    else if (day > date.day)
        date.month = (unsigned char)(date.month > 1 ? date.month - 1 : MONTHS);
    date.day = (unsigned char)day;
    return date;
}

struct figure_date figure_calendar_weekday(const struct figure_scan *scan, int weekday)
{
    struct figure_date date = scan->published;
    figure_date_add_days(&date, -((figure_date_weekday(&date) - weekday + 7) % 7));
    return date;
}

bool figure_calendar_told(const struct figure_scan *scan, enum calendar_told kind, int offset,
                          struct figure *figure)
{
    struct figure_date date = scan->published;
    bool day = kind == TOLD_DAY;
    if (date.year == 0 || (kind != TOLD_YEAR && date.month == 0) || (day && date.day == 0))
        return false;
    if (day)
        figure_date_add_days(&date, offset);
    else if (kind == TOLD_YEAR)
        date.year += offset;
    else
        figure_date_add_months(&date, kind == TOLD_QUARTER ? 3 * offset : offset);
    figure->from = (struct figure_date){ .year = date.year };
    figure->from.month = day || kind == TOLD_MONTH ? date.month : 0;
    figure->from.day = day ? date.day : 0;
    return kind != TOLD_QUARTER ||
           figure_calendar_set(figure, PART_QUARTER, (date.month + 2) / 3, figure->end);
}

struct calendar_number figure_calendar_whole(const struct figure_scan *scan, size_t at)
{
    struct numeral numeral;
    struct calendar_number number = { -1, at, at, at, false, 0 };
    if (at >= scan->to || latinword_is_letter(scan->text[at]) ||
        !figure_scan_numeral(scan, at, &numeral) || numeral.ordinal ||
        numeral.vague || numeral.more || numeral.grouped ||
        decimal_compare(numeral.value, numeral.upper) != 0)
        return number;
    if (numeral.value.exponent >= 0)
        number.value = decimal_whole(numeral.value, 9999);
    number.past = numeral.end;
    number.end = figure_scan_skip(scan, numeral.end);
    number.spelled = numeral.kind == NUMERAL_DIGITS || numeral.spelled_digits;
    number.places = numeral.places;
    return number;
}

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

int figure_calendar_full(int year, size_t digits)
{
    if (digits == 2)
        return year < 40 ? 2000 + year : 1900 + year;
    return digits == 4 ? year : 0;
}

int figure_calendar_brief(const struct figure_scan *scan, size_t at, size_t *end)
{
    if (!figure_scan_over(scan, &at, "' ’ ‘"))
        return 0;
    int year = figure_calendar_number(scan, at, 2, end);
    bool tied = *end < scan->to && latinword_is_letter(scan->text[*end]);
    return *end - at == 2 && !tied ? figure_calendar_full(year, 2) : 0;
}

bool figure_calendar_quarter(const struct figure_scan *scan, size_t letter, size_t digit,
                             struct figure *figure)
{
    size_t end = (letter > digit ? letter : digit) + 1;
    if (end > scan->to)
        return false;
    bool half = scan->text[letter] == 'H';
    int number = scan->text[digit] - '0';
    return (half || scan->text[letter] == 'Q') && number >= 1 && number <= (half ? 2 : 4) &&
           (end == scan->to || !latinword_is_letter(scan->text[end])) &&
           figure_calendar_set(figure, half ? PART_HALF : PART_QUARTER, number, end);
}

void figure_calendar_part(const struct figure_scan *scan, struct figure *figure)
{
    struct latinword word;
    size_t at = figure->start - figure_scan_was(scan, figure->start, "-");
    (void)figure_scan_back(scan, &at, "of");
    if (!figure_scan_word_before(scan, at, &word))
        return;
    int part = wordlist_find(word.text, "early=1 beginning=1 start=1 mid=2 middle=2 late=3 end=3", 0);
    if (part > 0) {
        figure->from.part = (unsigned char)(PART_EARLY + part - 1);
        figure->start = word.start;
    }
}

/* ---- numbers alone ---- */

/* 2015-03 and 3/2015; ends 11/30. 2009-10 may be a season, and Form 2015-3 is a name. */
static bool read_pair(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    struct latinword word = { 0, 0, "", false };
    size_t end;
    int first = figure_calendar_number(scan, at, 4, &end);
    bool slash = figure_scan_is(scan, end, "/");
    if (first == 0 || (!slash && !figure_scan_is(scan, end, "-")))
        return false;
    int second = figure_calendar_number(scan, end + 1, 4, &figure->end);
    size_t size;
    /* 2001-10: the office opens, but the score is 2001-10:5 */
    bool line = at == scan->from || scan->text[at - 1] == '\n';
    size_t colon = figure->end;
    bool labels = figure_scan_over(scan, &colon, ": ：") &&
                  digit_at(scan->text, scan->to, colon, &size) < 0;
    bool year = first >= 1900 && first < 2100 && second < (line && labels ? MONTHS + 1 : 10);
    bool swapped = slash && first <= MONTHS && second >= 1900 && second < 2100;
    bool day = slash && first <= MONTHS && second > MONTHS && second <= 31 &&
               figure_scan_word_before_in(scan, at,
                                          "ends end by on until through starts begins since");
    bool on = (!labels && figure_scan_is_in(scan, figure->end, "- / % :")) ||
              (figure_scan_is(scan, figure->end, ".") &&
               digit_at(scan->text, scan->to, figure->end + 1, &size) >= 0);
    if (second == 0 || on || (!year && !swapped && !day) ||
        (figure_scan_word_before(scan, at, &word) && word.capital && !day))
        return false;
    figure->from.year = year ? first : swapped ? second : 0;
    figure->from.month = (unsigned char)(year ? second : first);
    figure->from.day = (unsigned char)(day ? second : 0);
    return true;
}

/* 06/3/13 and 6/3/2013: month, day, year, unless the first cannot be a month; 21.04.2016: day, month,
 * year; 2013-06-03, 2013/6/3, 2013.06.03 */
static bool read_marked(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    int values[3];
    size_t sizes[3];
    char mark = '\0';
    for (int i = 0; i < 3; i++) {
        values[i] = figure_calendar_number(scan, at, 4, &figure->end);
        sizes[i] = figure->end - at;
        at = figure->end + 1;
        if (i < 2 && (figure->end >= scan->to || (i > 0 && scan->text[figure->end] != mark) ||
                      memchr("-/.", mark = scan->text[figure->end], 3) == NULL))
            return false;
    }
    bool iso = sizes[0] == 4, slashes = mark == '/' && !iso;
    int year = iso ? values[0] : figure_calendar_full(values[2], sizes[2]);
    if (sizes[1] > 2 || sizes[iso ? 2 : 0] > 2 || (mark == '-' && !iso) ||
        (mark == '.' && !iso && sizes[2] != 4) ||
        (slashes ? year == 0 || figure_scan_is(scan, figure->end, "/")
                 : year < 1000 || year >= 3000))
        return false;
    bool swapped = iso || !slashes || values[0] > MONTHS;
    int month = values[swapped], day = values[iso ? 2 : !swapped];
    figure->from = (struct figure_date){ .year = year };
    figure->from.month = (unsigned char)month;
    figure->from.day = (unsigned char)day;
    return month > 0 && day > 0;
}

/* The 2009-10 season is no October. */
bool figure_calendar_season(const struct figure_scan *scan, size_t end, size_t *size)
{
    (void)figure_scan_any(scan, end, "财年 財年 财政年度 財政年度 赛季 賽季 学年 年度", size);
    return *size > 0 || figure_scan_word_in(scan, end, "fiscal financial season academic school "
                                                       "winter summer spring autumn");
}

int figure_calendar_second(const struct figure_scan *scan, int year, size_t at, size_t *end)
{
    int number = figure_calendar_number(scan, at, 2, end);
    int second = year / 100 * 100 + number;
    size_t size;
    bool on = *end < scan->to && (strchr("-/%:", scan->text[*end]) != NULL ||
                                  latinword_is_letter(scan->text[*end]));
    if (*end - at != 2 || on || second <= year ||
        (number <= MONTHS && !figure_calendar_season(scan, *end, &size)))
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
    if (!figure_scan_over(scan, &end, "- – — ~ ～ － 至 到") || end >= scan->to ||
        scan->text[end] < '0' || scan->text[end] > '9')
        return false;
    int next = figure_calendar_year(scan, end, &behind);
    return (next < 1500 || next >= 2100) && figure_calendar_second(scan, year, end, &behind) == 0;
}

/* The s or 's of 1990s; where it ends, else 0. */
static size_t read_decade(const struct figure_scan *scan, int year, size_t end)
{
    (void)figure_scan_over(scan, &end, "' ’");
    bool letter = end + 1 < scan->to && latinword_is_letter(scan->text[end + 1]);
    return year % 10 == 0 && figure_scan_is(scan, end, "s") && !letter ? end + 1 : 0;
}

/* '90s, the 90s; in '87 */
static bool read_short_decade(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    size_t end, digits = at;
    bool mark = figure_scan_over(scan, &digits, "' ’ ‘");
    int year = figure_calendar_number(scan, digits, 2, &end);
    size_t decade = end - digits == 2 ? read_decade(scan, year, end) : 0;
    /* the 1960s and 70s */
    bool tied = decade > 0 && figure_scan_was_in(scan, at, "0s_and_ 0s_or_ 0s,_ 0s_to_ 0s–");
    tied = tied && !figure_scan_near_before(scan, at, 24, "their_ his_ her_ our_ my_"); /* in their 60s and 70s */
    if (decade > 0 && (mark || tied || figure_scan_word_before_in(scan, at, "the"))) {
        figure->from.year = year < 20 ? 2000 + year : 1900 + year;
        return figure_calendar_set(figure, PART_DECADE, 0, decade);
    }
    figure->from.year =
        figure_scan_word_before_in(scan, at, year_before) ? figure_calendar_brief(scan, at, &end) : 0;
    figure->end = end;
    return figure->from.year > 0;
}

/* Q3 or H1 behind a year: 2016 Q3, 2016-Q3 */
static bool read_quarter_behind(const struct figure_scan *scan, int year, size_t end,
                                struct figure *figure)
{
    size_t at = figure_scan_skip(scan, end);
    at += at == end && figure_scan_is(scan, at, "-");
    figure->from.year = year;
    return figure_calendar_quarter(scan, at, at + 1, figure);
}

/* between 1405 and 1433, from 1154 to 1185: either of the two */
static bool is_between_years(const struct figure_scan *scan, size_t at, size_t end)
{
    static const char *const ties[][2] = { { "between", "and" }, { "from", "to" } };
    static const char past[] = "reign _rule king King queen Queen mperor dynast _war _War plague ishop abbot pope Pope duke empire";
    bool told = figure_scan_word_before_in(scan, at, "from to") && figure_scan_about(scan, at, end, past);
    for (size_t i = 0; i < 1U + told; i++) {
        size_t size, start = at, last = end;
        if (figure_scan_word_before_in(scan, at, ties[i][0]) && figure_scan_past(scan, &last, ties[i][1]))
            return figure_calendar_year(scan, figure_scan_skip(scan, last), &size) > 0 &&
                   (i == 0 || !is_plural_behind(scan, size));
        if (figure_scan_back(scan, &start, ties[i][1]) && start >= scan->from + 5 &&
            figure_calendar_year(scan, start - 5, &size) > 0 && size + 1 == start)
            return figure_scan_word_before_in(scan, start - 5, ties[i][0]) && (i == 0 || !is_plural_behind(scan, end));
    }
    return false;
}

/* founded in 1147, the siege of 1453, from 1147 until: nothing is counted behind it */
static bool is_old_year(const struct figure_scan *scan, size_t at, size_t end)
{
    static const char since[] = "in since founded until till";
    static const struct figure_context told[] = {
        { "from", "until till" },
        { "|battle siege treaty revolt plague fire earthquake death famine crusade conquest charter council "
          "peace statute|of", NULL },
        { since, "and the a an by with when after until to but or as it he she under on at for from that was "
                 "were is has had during" },
    };
    struct latinword word;
    return is_between_years(scan, at, end) || figure_scan_fits(scan, at, end, told, 3) ||
           (figure_scan_word_before_in(scan, at, "the") && figure_scan_is(scan, end, "s")) ||
           (figure_scan_word_before_in(scan, at, since) && !figure_scan_word(scan, end, &word));
}

/* 1600 Grant Avenue: the second to fourth of words that all have capitals */
static bool is_house(const struct figure_scan *scan, size_t end)
{
    static const char ways[] = "street st avenue ave road rd lane drive boulevard blvd square place court "
                               "terrace parkway highway way";
    struct latinword word;
    bool way = false;
    for (int i = 0; i < 4 && !way && figure_scan_word(scan, end, &word) && word.capital; i++) {
        way = i > 0 && latinword_in(word.text, ways);
        end = word.end;
    }
    return way;
}

/* A year by itself: 1999, behind a preposition or at least before no plural; 1990s. */
static bool read_plain_year(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    struct latinword word = { 0, 0, "", false };
    size_t end;
    int year = figure_calendar_year(scan, at, &end);
    size_t before = figure_scan_skip_back(scan, at);
    bool circa = figure_scan_was_in(scan, before, "_c. _ca. circa");
    if (year < 1000 || (year < 1500 && !circa && !is_old_year(scan, at, end)) || year >= 2100 ||
        is_cut_date(scan, year, end) ||
        figure_scan_is_in(scan, figure_scan_skip(scan, end), "BC B.C") || is_house(scan, end))
        return false;
    if (read_quarter_behind(scan, year, end, figure))
        return true;
    size_t decade_end = read_decade(scan, year, end);
    bool decade = decade_end > 0;
    char mark = end < scan->to ? scan->text[end] : '\0';
    size_t size;
    if (!decade && (latinword_is_letter(mark) || mark == '%' ||
                    (mark == ':' && !figure_scan_is(scan, end + 1, " ")) ||
                    (mark == '/' && figure_calendar_second(scan, year, end + 1, &size) == 0) ||
                    (strchr(",.", mark) != NULL && mark != '\0' &&
                     figure_scan_digit(scan, end + 1) > 0)))
        return false;
    bool told = circa || figure_scan_word_before_in(scan, at, year_before);
    bool label = figure_scan_word_before(scan, at, &word) && word.capital && !told &&
                 figure_scan_skip_back(scan, at) < at && !latinword_in(word.text, seasons) &&
                 !latinword_in(word.text, articles);
    bool owned = word.text[0] != '\0' && latinword_in(word.text, articles);
    bool bound = figure_scan_word_before_in(scan, at, "above below over under than exceeding") ||
                 figure_scan_is_in(scan, end, "× _×_ _x_");
    if (bound || label || (!told && !decade && !owned && is_plural_behind(scan, end)))
        return false;
    /* In Chinese text a year says 年; before Han a bare number is none. */
    unsigned long behind = figure_scan_code(scan, figure_scan_skip(scan, end));
    size_t next = end;
    bool listed = figure_scan_over(scan, &next, "和 与 與 及") &&
                  figure_calendar_year(scan, next, &size) > 0;
    if (behind >= 0x3400 && behind < 0xA000 && !listed)
        return false;
    figure->from = (struct figure_date){ .year = year };
    figure->from.part = decade ? PART_DECADE : PART_NONE;
    figure->end = decade ? decade_end : end;
    if (!decade)
        figure_calendar_part(scan, figure);
    return true;
}

/* 1Q 2015, 2H 2014, 1Q18; 25Q3 */
static bool read_numbered(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    size_t end;
    int brief = figure_calendar_number(scan, at, 2, &end);
    if (end == at + 2 && brief >= 10 && figure_calendar_quarter(scan, end, end + 1, figure)) {
        figure->from.year = figure_calendar_full(brief, 2);
        return figure_scan_digit(scan, figure->end) == 0;
    }
    if (!figure_calendar_quarter(scan, at + 1, at, figure))
        return false;
    int year = figure_calendar_number(scan, at + 2, 2, &end);
    year = end == at + 4 ? figure_calendar_full(year, 2)
                         : figure_calendar_year(scan, figure_scan_skip(scan, at + 2), &end);
    if (year >= 1900 && year < 2100) {
        figure->from.year = year;
        figure->end = end;
    }
    return true;
}

bool figure_calendar_digits(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    static bool (*const readers[])(const struct figure_scan *, size_t, struct figure *) = {
        read_marked, read_pair, read_numbered, read_short_decade, read_plain_year
    };
    bool mark = scan->text[at] < '0' || scan->text[at] > '9';
    for (size_t i = mark ? 3 : 0; i < (mark ? 4 : sizeof readers / sizeof *readers); i++) {
        *figure = (struct figure){ .start = at };
        if (readers[i](scan, at, figure) && figure_calendar_finish(scan, figure))
            return true;
    }
    return false;
}
