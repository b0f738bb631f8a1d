#include "query/dated_year.h"

#include "figure/figure_row.h"
#include "text/ascii.h"
#include "text/latinword.h"

#define YEAR_DIGITS 4
#define RECENT_LEAST 1000 /* years that the reader of figures knows by themselves */
#define RECENT_MOST 2099
#define HAN_RECENT_MOST 2999
#define BARE_LEAST 20 /* years before Christ that 前 alone tells: 前两年 is a time */
#define YEARS_OF_CENTURY 100

#define BEFORE_CHRIST "公元前 西元前 纪元前 紀元前"
#define AFTER_CHRIST "公元 西元"
#define BC "BCE B.C.E. BC B.C."
#define AD "CE C.E. AD A.D."
#define DASHES "- – — － ——"
#define YEAR "!'年代 年级 年級", "'年"

/* ---- what else must hold ---- */

static bool is_odd(struct row_reading *c)
{
    return c->from.year < RECENT_LEAST || c->from.year > RECENT_MOST;
}

static bool is_far(struct row_reading *c)
{
    return c->from.year > HAN_RECENT_MOST;
}

static bool is_to_come(struct row_reading *c)
{
    return c->from.year > RECENT_MOST && c->from.year <= HAN_RECENT_MOST;
}

/* 400 BC residents, 100 BC Hydro workers: so many, unless a word for a time leads to them. */
static bool is_told(struct row_reading *c)
{
    static const char times[] = "in by from since until before after about around circa c and the year";
    struct latinword word = { .end = c->end };
    while (figure_scan_word(c->scan, word.end, &word) && word.capital)
        continue;
    return figure_scan_word_before_in(c->scan, c->start, times) || !latinword_is_plural(&word);
}

/* 前551年: 前10年 is a time. */
static bool make_before(struct row_reading *c)
{
    bool bare = figure_scan_is(c->scan, c->start, "前") && c->from.year < BARE_LEAST;
    c->from.year = -c->from.year;
    return !bare && is_told(c);
}

/* Until the number read last, which is before Christ as well. */
static bool make_both_before(struct row_reading *c)
{
    c->until.year = -(int)c->value;
    c->end = c->at;
    return c->value > 0 && c->value < c->from.year && make_before(c);
}

static bool make_until_after(struct row_reading *c)
{
    c->until.year = (int)c->value;
    c->end = c->at;
    return c->value > 0 && make_before(c);
}

/* 公元前3世纪: 300 to 201 BC. */
static bool make_century_before(struct row_reading *c)
{
    c->from = (struct figure_date){ .year = -YEARS_OF_CENTURY * (int)c->value, .part = PART_CENTURY };
    return c->value < YEARS_OF_CENTURY;
}

/* W, 0 and H: begin with a word, with digits, in Chinese; B: before Christ; O: a month, and a day. */
/* clang-format off */
static const struct figure_row rows[] = {
    { '0', { "n", "'" BC, "|", "=ever" }, make_before },
    { '0', { "n", "=ever", "'" DASHES, "n", "'" BC, "|" }, make_both_before },
    { '0', { "n", "'" AD, "|", "=ever" }, is_told },
    { '0', { "n", "'" DASHES, "n", "'" AD, "|", ">ever" }, is_told },
    { '0', { "z", "=ever", "'-", "j", "=month", "'-", "j", "=day", "|" }, is_odd },
    { '0', { "z", "=ever", "'-", "j", "=month", "|", "!'-" }, is_odd },
    { '0', { "n4", "'年", "=ever", "O" }, is_far },
    /* the year 1066, not the year 3; by 2100, but the herd fell by 2500 */
    { '0', { "!n1", "n", "=ever", "|", "!'% / -", "<'the_year_ The_year_" }, NULL },
    { '0', { "n4", "=ever", "|", "!'% / -", "<~by until",
             "!~|!the a an and or but if as it he she they we in under from to for with at on due unless because "
             "compared|*",
             "!<~|up down rose fell grew shrank climbed dropped increased decreased declined dwindled jumped cut "
             "raised reduced lowered exceeded outnumbered rise fall grow shrink drop increase decrease decline risen "
             "fallen grown|by until" }, is_to_come },

    { 'B', { "'" BEFORE_CHRIST }, NULL },
    { 'B', { "'前", "<'（ ( — － – - 至 到" }, NULL },

    { 'H', { "'" BEFORE_CHRIST, "_", "n", "'世纪 世紀", "=ever" }, make_century_before },
    { 'H', { "B", "_", "n", YEAR, "=ever", "'至 到 " DASHES, "?'" BEFORE_CHRIST " 前", "n", YEAR }, make_both_before },
    { 'H', { "B", "_", "n", YEAR, "=ever", "'至 到 " DASHES, "'" AFTER_CHRIST, "n", YEAR }, make_until_after },
    { 'H', { "B", "_", "n", YEAR, "=ever" }, make_before },
    { 'H', { "'" AFTER_CHRIST, "_", "n", YEAR, "=ever", "?O" }, NULL },

    { 'O', { "n", "'月", "=month", "n", "'日 号", "=day" }, NULL },
    { 'O', { "n", "'月", "=month" }, NULL },

    { 'W', { "'AD_ A.D._", "n", "=ever", "|", "!'% / -" }, NULL },
    { '\0', { NULL }, NULL }
};
/* clang-format on */

static const struct row_table table = { rows, sizeof rows / sizeof *rows };

static struct figure_scan scan_of(const char *text, struct span sentence)
{
    return (struct figure_scan){ .text = text, .from = sentence.start, .to = sentence.end };
}

bool dated_year_read(const char *text, struct span sentence, size_t at, struct dated_words *words)
{
    const struct figure_scan scan = scan_of(text, sentence);
    const bool digit = ascii_is_digit(text[at]), latin = latinword_is_letter(text[at]);
    struct figure figure;
    *words = (struct dated_words){ .span = { at, at } };
    if ((digit || latin) && at > sentence.start &&
        (latinword_is_letter(text[at - 1]) || ascii_is_digit(text[at - 1]) ||
         (digit && figure_scan_was_in(&scan, at, "$ £ € ¥ . , : / #"))))
        return false;
    if (!figure_row_read(&table, &scan, at, digit ? "0" : latin ? "W" : "H", &figure))
        return false;
    words->span = (struct span){ figure.start, figure.end };
    words->from = figure.from;
    words->until = figure.until;
    return true;
}

void dated_year_settle_century(const char *text, struct span sentence, struct span words,
                               struct figure_date *date)
{
    const struct figure_scan scan = scan_of(text, sentence);
    if (date->part == PART_CENTURY && date->year > 0 &&
        (figure_scan_was_in(&scan, words.start, BEFORE_CHRIST) ||
         figure_scan_is_in(&scan, figure_scan_skip(&scan, words.end), BC)))
        date->year = -date->year - YEARS_OF_CENTURY;
}

int dated_year_behind(const char *text, struct span sentence, size_t *end)
{
    const struct figure_scan scan = scan_of(text, sentence);
    size_t at = *end + figure_scan_is(&scan, *end, ",");
    int year = 0;
    if (!figure_scan_is(&scan, at, " "))
        return -1;
    const size_t first = ++at;
    for (; at < sentence.end && ascii_is_digit(text[at]) && at - first <= YEAR_DIGITS; at++)
        year = year * 10 + (text[at] - '0');
    bool recent = year >= RECENT_LEAST && year <= RECENT_MOST;
    if (at - first != YEAR_DIGITS || recent || (at < sentence.end && latinword_is_letter(text[at])))
        return -1;
    *end = at;
    return year;
}
