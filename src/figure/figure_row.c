#include "figure/figure_row.h"

#include <limits.h>
#include <string.h>

#include "base/bisect.h"
#include "text/ascii.h"
#include "text/digit.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define NEAR 5 /* months to either side of the publication */
#define MONTHS 12
#define ERA_MOST 200
#define ROC_BEFORE 1911 /* the year before those that Taiwan counts */

/* ---- numbers ---- */

struct row_number figure_row_whole(const struct figure_scan *scan, size_t at)
{
    struct numeral numeral;
    struct row_number number = { -1, at, at, at, 0 };
    if (at >= scan->to || latinword_is_letter(scan->text[at]) ||
        !figure_scan_numeral(scan, at, &numeral) || numeral.ordinal || numeral.vague ||
        numeral.more || numeral.grouped || decimal_compare(numeral.value, numeral.upper) != 0)
        return number;
    if (numeral.value.exponent >= 0)
        number.value = decimal_whole(numeral.value, 9999);
    number.past = numeral.end;
    number.end = figure_scan_skip(scan, numeral.end);
    if (numeral.kind == NUMERAL_DIGITS || numeral.spelled_digits)
        number.places = numeral.places;
    return number;
}

/* Digits at `at`, no more than `most`, not part of a longer number; -1 when there are none. */
static int find_digits(const struct figure_scan *scan, size_t at, unsigned most, size_t *end)
{
    int value = 0, digit;
    unsigned count = 0;
    size_t size;
    *end = at;
    while ((digit = digit_at(scan->text, scan->to, *end, &size)) >= 0 && count++ < most) {
        value = value * 10 + digit;
        *end += size;
    }
    return digit >= 0 || *end == at ? -1 : value;
}

/* Takes it as the number read last; -1 is none. */
static bool take(struct row_reading *c, long value, size_t past)
{
    c->before = c->value;
    c->value = value;
    c->at = c->past = c->blank = past;
    return value >= 0;
}

static bool read_whole(struct row_reading *c, char places)
{
    struct row_number *number = c->whole;
    if (number->start != c->at)
        *number = figure_row_whole(c->scan, c->at);
    if (number->value < 0 || (places == '4' && number->value < 1000) ||
        (places != '\0' && number->places != (unsigned)(places - '0')))
        return false;
    (void)take(c, number->value, number->past);
    c->at = c->blank = number->end;
    return true;
}

/* Digits, from `least` to `most` of them. */
static bool read_digits(struct row_reading *c, unsigned least, unsigned most)
{
    size_t end;
    int value = find_digits(c->scan, c->at, most, &end);
    return end - c->at >= least && take(c, value, end);
}

/* 3, 3rd; but not of 3.5, 3:00, 3% and June 3-5 thousand */
static bool read_day(struct row_reading *c)
{
    const struct figure_scan *scan = c->scan;
    if (!read_digits(c, 1, 2))
        return false;
    bool letter = c->at < scan->to && latinword_is_letter(scan->text[c->at]);
    return (!letter || figure_scan_past(scan, &c->at, "st nd rd th")) &&
           !figure_scan_is_in(scan, c->at, ": % $ /");
}

/* Of words: `o` an ordinal, `w` ten to ninety-nine, `f` counted from the first on, `t` two in one. */
static bool read_numeral(struct row_reading *c, char sign)
{
    struct numeral numeral;
    size_t at = sign == 'f' || sign == 'w' ? figure_scan_skip(c->scan, c->at) : c->at;
    at += sign == 'w' && at == c->at && figure_scan_is(c->scan, at, "-");
    if (!figure_scan_numeral(c->scan, at, &numeral) || numeral.ordinal != (sign == 'o') || numeral.vague ||
        numeral.more)
        return false;
    long value = decimal_whole(numeral.value, 99), upper = decimal_whole(numeral.upper, 99);
    (void)take(c, value, numeral.end);
    switch (sign) {
    case 'o': return numeral.kind != NUMERAL_HAN && value > 0;
    case 'w': return numeral.kind == NUMERAL_WORDS && value >= 10 && !figure_scan_is(c->scan, c->at, "-");
    case 'f': c->before = 1; return value > 1;
    default:
        c->before = value;
        c->value = upper;
        return numeral.kind == NUMERAL_HAN && value > 0 && upper > value &&
               (numeral.scaled || upper == value + 1);
    }
}

/* ---- what the number tells ---- */

static bool put_part(struct row_reading *c, enum date_part part, long number, long most)
{
    c->from.part = (unsigned char)part;
    c->from.number = (unsigned char)number;
    return number >= 1 && number <= most;
}

/* 1990年代, the nineteen nineties, 90年代 */
static bool put_decade(struct row_reading *c, long year)
{
    bool century = c->from.part == PART_CENTURY, alone = !century && c->from.year == 0 && year < 100;
    c->from.year += (int)(alone ? (year < 20 ? 2000 : 1900) + year : year);
    c->from.part = PART_DECADE;
    c->from.number = 0;
    return year % 10 == 0 && year >= 10 && (year < 100 || (year >= 1000 && !century));
}

/* The last such day of a month up to the publication, or the next from it on. */
static bool put_told_day(struct row_reading *c, long day, bool next)
{
    struct figure_date date = c->scan->published;
    if (date.day == 0 || day < 1 || day > 31)
        return false;
    int months = next ? day < date.day : -(day > date.day);
    if (date.year > 0)
        figure_date_add_months(&date, months);
    else
        date.month = (unsigned char)((date.month + months + MONTHS - 1) % MONTHS + 1);
    date.day = (unsigned char)day;
    c->from = date;
    return true;
}

/* 0 Monday: of the week that is told, else the last such day up to the publication. */
static bool put_weekday(struct row_reading *c, long weekday)
{
    bool week = c->from.day > 0;
    c->from = week ? c->from : c->scan->published;
    if (c->from.day == 0 || c->from.year == 0)
        return false;
    figure_date_add_days(&c->from, week ? weekday : -((figure_date_weekday(&c->from) - weekday + 7) % 7));
    return true;
}

/* Puts the number where `name` says: =year. */
static bool put(struct row_reading *c, const char *name, long value)
{
    struct figure_date *from = &c->from;
    switch (name[0]) {
    case 'y': from->year = (int)value; return value > 0 && value < 3000;
    case 'e': from->year = (int)value; return value > 0; /* ever */
    case 'o': from->year = (int)value; return value >= 1000 && value < 1500; /* old */
    case 'b': from->year = (int)(value < 40 ? 2000 + value : 1900 + value); return value < 100; /* brief */
    case 'r': from->year = (int)value + ROC_BEFORE; return value >= 90 && value < 150; /* republic */
    case 'a': /* added */
        from->year += (int)value;
        c->until.year += c->until.year > 0 ? (int)value : 0;
        return value < 100 || (from->year <= value + ERA_MOST && c->until.year <= value + ERA_MOST);
    case 'm': from->month = (unsigned char)value; return value > 0 && value <= MONTHS;
    case 'd': from->day = (unsigned char)value; return value > 0 && value <= 31;
    case 'q': return put_part(c, PART_QUARTER, value, 4);
    case 'h': return put_part(c, PART_HALF, value, 2);
    case 's': return put_part(c, PART_SEASON, value, 4);
    case 'p': from->part = (unsigned char)(PART_EARLY + value - 1); return value > 0 && value <= 3;
    case 'c': from->year = (int)(value - 1) * 100; from->part = PART_CENTURY; return value > 1 && value <= 30;
    case 't': return put_decade(c, value);
    case 'l':
    case 'n': return put_told_day(c, value, name[0] == 'n');
    default: return put_weekday(c, value);
    }
}

/* Makes it the year and so on so many after that of the publication. */
static bool tell(struct row_reading *c, const char *name, long offset)
{
    struct figure_date date = c->scan->published;
    const char kind = name[0];
    if (date.year == 0 || (kind != 'y' && date.month == 0) || (strchr("dw", kind) != NULL && date.day == 0) ||
        (kind == 'd' && offset == 0 && !c->scan->today))
        return false;
    switch (kind) {
    case 'y': c->from.year = date.year + (int)offset; return true;
    case 't': /* told before a month: last November */
        offset = offset * (c->from.month - date.month) > 0 ? 0 : offset;
        return c->from.year == 0 && (c->from.year = date.year + (int)offset) > 0;
    case 'd': figure_date_add_days(&date, offset); break;
    case 'w': figure_date_add_days(&date, 7 * offset - figure_date_weekday(&date)); break;
    default: figure_date_add_months(&date, kind == 'q' ? 3 * offset : offset); date.day = 0;
    }
    c->from = date;
    c->from.month = kind == 'q' ? 0 : date.month;
    return kind != 'q' || put_part(c, PART_QUARTER, (date.month + 2) / 3, 4);
}

/* The two numbers read last are where a range begins and ends. */
static bool put_range(struct row_reading *c, const char *name)
{
    const struct figure_date from = c->from;
    long last = c->value;
    bool fits = (last > c->before || name[0] == 'm') && put(c, name, last);
    c->until = c->from;
    c->from = from;
    fits = fits && put(c, name, c->before);
    if (name[0] == 'l') {
        c->until = c->from;
        c->until.day = (unsigned char)last;
    }
    return fits;
}

/* Q3, 1H: a letter and a digit, either before the other. */
static bool read_quarter(struct row_reading *c)
{
    const struct figure_scan *scan = c->scan;
    const char *text = scan->text + c->at;
    if (scan->to - c->at < 2)
        return false;
    bool swapped = ascii_is_digit(text[0]), half = text[swapped] == 'H';
    c->at = c->end = c->at + 2;
    return (half || text[swapped] == 'Q') && (c->at == scan->to || !latinword_is_letter(text[2])) &&
           put_part(c, half ? PART_HALF : PART_QUARTER, text[!swapped] - '0', half ? 2 : 4);
}

/* ---- rows ---- */

static bool read_row(struct row_reading *c, const struct figure_row *row);

/* The first row of that name; the others follow it. */
static const struct figure_row *find_rows(const struct row_reading *c, char name)
{
    size_t first = 0;
    BISECT(first, c->table->count - 1, c->table->rows[first].name >= name);
    return &c->table->rows[first];
}

static bool read_part(struct row_reading *c, char name)
{
    for (const struct figure_row *row = find_rows(c, name); row->name == name; row++) {
        struct row_reading told = *c;
        if (read_row(&told, row)) {
            *c = told;
            return true;
        }
    }
    return false;
}

/* Takes the number of a word from `start` to `end`; INT_MIN is none. */
static bool take_word(struct row_reading *c, int number, size_t end)
{
    if (number != INT_MIN) {
        c->before = c->value;
        c->value = number;
        c->at = end;
    }
    return number != INT_MIN;
}

static bool read_word(struct row_reading *c, const char *words, bool capital)
{
    struct row_word *last = c->word;
    if (last->at != c->at) {
        last->at = c->at;
        last->found = figure_scan_word(c->scan, c->at, &last->word);
    }
    return last->found && last->word.capital >= capital &&
           take_word(c, words[0] == '*' ? 0 : wordlist_find(last->word.text, words, INT_MIN), last->word.end);
}

static bool read_sign(struct row_reading *c, const char *words)
{
    size_t size;
    int number = figure_scan_any(c->scan, c->at, words, &size);
    return take_word(c, size > 0 ? number : INT_MIN, c->at + size);
}

/* What stands before this place; `#`, of which the number is taken, and `<` before the date, which then
 * begins there. */
static bool read_before(struct row_reading *c, const char *atom)
{
    struct latinword word;
    const struct figure_scan *scan = c->scan;
    size_t size, row = c->row - figure_scan_was(scan, c->row, "-");
    switch (atom[0]) {
    case '\'': return figure_scan_was_in(scan, c->row, atom + 1);
    case '~': return figure_scan_word_before_in(scan, row, atom + 1);
    case '^': return figure_scan_word_before(scan, row, &word) && word.capital && word.end < c->row;
    case '<': return figure_scan_back(scan, &c->start, atom + 2);
    case '@':
        c->start -= figure_scan_was(scan, c->start, "-");
        if (!figure_scan_word_before(scan, c->start, &word) ||
            !take_word(c, wordlist_find(word.text, atom + 1, INT_MIN), c->at))
            return false;
        c->start = word.start;
        return true;
    default:
        c->start = figure_scan_skip_back(scan, c->start);
        c->value = figure_scan_any_before(scan, c->start, atom + 1, &size);
        c->start -= size;
        return size > 0;
    }
}

/* Whether what follows may be counted: people, 2015 models. */
static bool is_plural(const struct row_reading *c)
{
    struct latinword word;
    return figure_scan_word(c->scan, c->at, &word) && word.start > c->at && !word.capital &&
           (strcmp(word.text, "people") == 0 || latinword_is_plural(&word));
}

static bool is_of_word(char byte)
{
    return ascii_is_letter(byte) || ascii_is_digit(byte);
}

/* No letter or digit on both sides. */
static bool is_edge(const struct row_reading *c)
{
    const struct figure_scan *scan = c->scan;
    size_t at = c->at;
    return at == scan->from || at >= scan->to || !is_of_word(scan->text[at]) ||
           !is_of_word(scan->text[at - 1]);
}

static bool read_atom(struct row_reading *c, const char *atom)
{
    const struct figure_scan *scan = c->scan;
    size_t at = c->at;
    switch (atom[0]) {
    case '\'': return figure_scan_over(scan, &c->at, atom + 1);
    case '#': return read_sign(c, atom + 1);
    case '~': return figure_scan_past(scan, &c->at, atom + 1);
    case '@':
    case '^': return read_word(c, atom + 1, atom[0] == '^');
    case '<': return read_before(c, atom + 1);
    case '_':
    case '.': c->at = figure_scan_skip(scan, at); return c->at > at || atom[0] == '_';
    case '|': return is_edge(c);
    case 'n': return read_whole(c, atom[1]);
    case 'i': return read_digits(c, 1, 2);
    case 'j': return read_digits(c, 2, 2);
    case 'y': return read_digits(c, 4, 4) && c->value >= 1000 && c->value < 3000;
    case 'd': return read_day(c);
    case 'q': return read_quarter(c);
    case 's': return read_digits(c, 2, 2) && (c->value += c->before / 100 * 100) > 0;
    case 'z': return read_digits(c, 4, 4);
    case 'g': return figure_scan_digit(scan, at) > 0;
    case 'h': return utf8_is_han((uint32_t)figure_scan_code(scan, at));
    case 'p': return is_plural(c);
    case '$': return at == scan->from || scan->text[at - 1] == '\n';
    case ';': c->first = true; return true;
    default: return atom[0] < 'a' ? read_part(c, atom[0]) : read_numeral(c, atom[0]);
    }
}

static bool read_step(struct row_reading *c, const char *atom);

/* What may stand there, must not or must, and is read only of the first. */
static bool read_if(struct row_reading *c, const char *atom)
{
    const struct row_reading told = *c;
    bool found = read_step(c, atom + 1);
    if (!found || atom[0] != '?')
        *c = told;
    return atom[0] == '?' || found == (atom[0] == '&');
}

static bool read_step(struct row_reading *c, const char *atom)
{
    switch (atom[0]) {
    case '?':
    case '!':
    case '&': return read_if(c, atom);
    case '=':
    case '+':
    case '>':
        if (!c->first)
            c->end = c->at == c->blank ? c->past : c->at;
        return atom[0] == '=' ? put(c, atom + 1, c->value)
               : atom[0] == '+' ? tell(c, atom + 1, c->value) : put_range(c, atom + 1);
    default: return read_atom(c, atom);
    }
}

static bool read_row(struct row_reading *c, const struct figure_row *row)
{
    const size_t outer = c->row;
    c->row = c->at;
    for (const char *const *atom = row->atoms; *atom != NULL; atom++) {
        if (!read_step(c, *atom))
            return false;
    }
    c->row = outer;
    return row->fits == NULL || row->fits(c);
}

/* ---- what is read ---- */

/* The year that puts a month near the publication. */
static void resolve(const struct figure_scan *scan, struct figure *figure)
{
    int ahead = (figure->from.month - scan->published.month + 18) % MONTHS - 6;
    int month = scan->published.month + ahead;
    if (scan->published.year == 0 || scan->published.month == 0 || ahead < -NEAR)
        return;
    figure->resolved = figure->from;
    figure->resolved.year = scan->published.year + (month > MONTHS) - (month < 1);
}

bool figure_row_finish(const struct figure_scan *scan, struct figure *figure)
{
    if (!figure_date_is_valid(&figure->from))
        return false;
    figure_set_date(figure);
    if (figure->from.year == 0 && figure->from.month > 0)
        resolve(scan, figure);
    return true;
}

bool figure_row_join(struct figure *figure, struct figure_date until, size_t end)
{
    struct figure_date from = figure->from;
    long begin, stop, later, last;
    if (from.year == 0)
        from.year = until.year;
    if (until.year == 0 && from.year > 0)
        until.year = from.year + (until.month > 0 && until.month < from.month);
    if (until.day > 0 && until.month == 0)
        until.month = from.month;
    /* ends of one kind: not 2014 to the 3rd of May */
    if (strcmp(figure_date_unit(&from), figure_date_unit(&until)) != 0 ||
        !figure_date_is_valid(&from) || !figure_date_is_valid(&until))
        return false;
    if (figure_date_bounds(&from, &begin, &stop) && figure_date_bounds(&until, &later, &last) &&
        later <= begin)
        return false;
    figure->from = from;
    figure->until = until;
    figure->range = true;
    figure->end = end;
    figure->resolved = (struct figure_date){ 0 };
    figure_set_kind(figure, FIGURE_DATE, figure_date_unit(&until));
    return true;
}

static bool read_rows(const struct row_reading *start, char name, struct figure *figure)
{
    for (const struct figure_row *row = find_rows(start, name); row->name == name; row++) {
        struct row_reading c = *start;
        if (!read_row(&c, row))
            continue;
        *figure = (struct figure){ .start = c.start, .end = c.end, .from = c.from };
        if (figure_date_is_set(&c.until) ? figure_row_join(figure, c.until, c.end)
                                         : figure_row_finish(c.scan, figure))
            return true;
    }
    return false;
}

bool figure_row_read(const struct row_table *table, const struct figure_scan *scan, size_t at,
                     const char *names, struct figure *figure)
{
    struct row_number whole = { .start = scan->to };
    struct row_word word = { .at = scan->to };
    const struct row_reading start = { .scan = scan, .table = table, .whole = &whole, .word = &word,
                                       .start = at, .end = at, .at = at };
    while (*names != '\0' && !read_rows(&start, *names, figure))
        names++;
    return *names != '\0';
}

bool figure_row_past(const struct row_table *table, const struct figure_scan *scan, size_t *at, char name)
{
    struct row_number whole = { .start = scan->to };
    struct row_word word = { .at = scan->to };
    struct row_reading c = { .scan = scan, .table = table, .whole = &whole, .word = &word, .start = *at, .at = *at };
    bool found = read_part(&c, name);
    *at = c.at;
    return found && c.at < scan->to;
}
