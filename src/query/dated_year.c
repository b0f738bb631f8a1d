#include "query/dated_year.h"

#include <string.h>

#include "text/ascii.h"
#include "text/latinword.h"
#include "text/numeral.h"
#include "text/wordlist.h"

#define DIGITS_MOST 4
#define YEAR_MOST 9999
#define RECENT_LEAST 1000 /* years that the reader of figures knows by themselves */
#define RECENT_MOST 2099
#define HAN_RECENT_MOST 2999
#define BARE_LEAST 20 /* years before Christ that 前 alone tells: 前两年 is a time */

static const char before_christ[] = "公元前 西元前 纪元前 紀元前";
static const char after_christ[] = "公元 西元";
static const char dashes[] = "- – — －";

/* A whole number of digits, or Han digits, and where it ends; -1 for none. */
static int read_whole(const char *text, size_t end, size_t at, size_t *past)
{
    struct numeral numeral;
    if (at >= end || !numeral_read(text, end, at, &numeral) || numeral.kind == NUMERAL_WORDS ||
        numeral.ordinal || numeral.grouped || numeral.huge || numeral.vague || numeral.more ||
        (numeral.kind == NUMERAL_DIGITS && numeral.places > DIGITS_MOST))
        return -1;
    *past = numeral.end;
    return (int)decimal_whole(numeral.value, YEAR_MOST);
}

/* Digits alone, of one to four; -1 for none. */
static int read_digits(const char *text, size_t end, size_t at, size_t *past)
{
    int number = 0;
    size_t from = at;
    for (; at < end && ascii_is_digit(text[at]) && at - from <= DIGITS_MOST; at++)
        number = number * 10 + (text[at] - '0');
    *past = at;
    return at == from || at - from > DIGITS_MOST ? -1 : number;
}

static bool ends_word(const char *text, size_t end, size_t at)
{
    return at >= end || (!latinword_is_letter(text[at]) && !ascii_is_digit(text[at]));
}

/* -1 where the years before `at` are those before Christ, 1 where after; *past is behind the sign. */
static int era_behind(const char *text, size_t end, size_t at, size_t *past)
{
    size_t size;
    static const char signs[] = "_BCE=0 BCE=0 _B.C.E.=0 _BC=0 BC=0 _B.C.=0 _CE=2 CE=2 _C.E.=2 _AD=2 _A.D.=2";
    int era = wordlist_number(text, at, end, signs, &size);
    *past = at + size;
    return size == 0 || !ends_word(text, end, *past) ? 0 : era - 1;
}

static struct figure_date make(int year, int month, int day)
{
    return (struct figure_date){ .year = year, .month = (unsigned char)month, .day = (unsigned char)day };
}

/* 0001-01-01, 9999-12: those of our times are figures. */
static bool read_iso(const char *text, size_t end, size_t at, int year, struct dated_words *words)
{
    size_t past;
    int numbers[2] = { 0, 0 };
    for (int i = 0; i < 2 && at < end && text[at] == '-'; i++) {
        int number = read_digits(text, end, at + 1, &past);
        if (number < 0 || past != at + 3)
            return false;
        numbers[i] = number;
        at = past;
    }
    struct figure_date date = make(year, numbers[0], numbers[1]);
    bool recent = year >= RECENT_LEAST && year <= RECENT_MOST;
    if (numbers[0] == 0 || recent || !ends_word(text, end, at) || !figure_date_is_valid(&date))
        return false;
    words->span.end = at;
    words->from = words->until = year > 0 ? date : make(0, 0, 0);
    return true;
}

/* 月日 behind a year; what is told of it goes into *date and *end. */
static void read_month_day(const char *text, size_t end, struct figure_date *date, size_t *past)
{
    static const char months[] = "月", days[] = "日 号";
    size_t at;
    int month = read_whole(text, end, *past, &at);
    size_t sign = month >= 1 && month <= 12 ? wordlist_at(text, at, end, months) : 0;
    if (sign == 0)
        return;
    date->month = (unsigned char)month;
    *past = at + sign;
    int day = read_whole(text, end, *past, &at);
    sign = day >= 1 && day <= 31 ? wordlist_at(text, at, end, days) : 0;
    struct figure_date full = make(date->year, month, day);
    if (sign == 0 || !figure_date_is_valid(&full))
        return;
    *date = full;
    *past = at + sign;
}

/* The year of 年 at `at`; 0 where none is told. */
static int read_han_year(const char *text, size_t end, size_t at, size_t *past)
{
    int year = read_whole(text, end, at, past);
    size_t sign = year >= 0 ? wordlist_at(text, *past, end, "年") : 0;
    if (sign == 0 || wordlist_at(text, *past, end, "年代 年级 年級") > 0)
        return 0;
    *past += sign;
    return year;
}

/* 公元前3世纪: 300 to 201 BC; the reader of figures knows those after Christ. */
static bool read_han_century(const char *text, size_t end, size_t at, struct dated_words *words)
{
    size_t past = at, sign;
    int number = read_whole(text, end, at, &past);
    sign = number > 0 && number < 100 ? wordlist_at(text, past, end, "世纪 世紀") : 0;
    words->from = words->until = (struct figure_date){ .year = -100 * number, .part = PART_CENTURY };
    words->span.end = past + sign;
    return sign > 0;
}

/* 公元前221年至前206年, 公元780年; （前551年: behind a bracket or dash alone, for 前10年 is a time. */
static bool read_han(const char *text, struct span sentence, size_t at, struct dated_words *words)
{
    static const char openings[] = "（ ( — － – - 至 到";
    static const char ties[] = "至 到 — － – - ——";
    size_t size = wordlist_at(text, at, sentence.end, before_christ), past;
    bool before = size > 0, bare = false;
    if (!before)
        size = wordlist_at(text, at, sentence.end, after_christ);
    if (size == 0 && wordlist_before(text, sentence.start, at, openings) > 0) {
        size = wordlist_at(text, at, sentence.end, "前");
        before = bare = size > 0;
    }
    at = latinword_skip_blanks(text, sentence.end, at + size);
    if (before && !bare && read_han_century(text, sentence.end, at, words))
        return true;
    int year = size > 0 ? read_han_year(text, sentence.end, at, &past) : 0;
    if (year == 0 || (bare && year < BARE_LEAST))
        return false;
    words->from = make(before ? -year : year, 0, 0);
    if (!before)
        read_month_day(text, sentence.end, &words->from, &past);
    words->until = words->from;
    words->span.end = past;
    size_t tie = wordlist_at(text, past, sentence.end, ties);
    if (!before || tie == 0)
        return true;
    at = past + tie;
    size_t again = wordlist_at(text, at, sentence.end, before_christ);
    again = again > 0 ? again : wordlist_at(text, at, sentence.end, "前");
    size_t after = again > 0 ? 0 : wordlist_at(text, at, sentence.end, after_christ);
    int until = read_han_year(text, sentence.end, at + again + after, &past);
    if (until > 0 && (after > 0 || until < year)) {
        words->until = make(after > 0 ? until : -until, 0, 0);
        words->span.end = past;
    }
    return true;
}

/* 400 BC residents, 100 BC Hydro workers: so many, unless a word for a time leads to them. */
static bool is_counting(const char *text, struct span sentence, size_t at, size_t end)
{
    static const char times[] = "in_ In_ by_ By_ from_ From_ since_ Since_ until_ Until_ before_ Before_ after_ "
                                "After_ about_ About_ around_ Around_ circa_ c._ and_ the_ The_ year_";
    struct latinword word = { .end = end };
    while (latinword_at(text, sentence.end, latinword_skip_blanks(text, sentence.end, word.end), &word) &&
           word.capital)
        continue;
    return wordlist_before(text, sentence.start, at, times) == 0 && latinword_is_plural(&word);
}

/* 551–479 BC, 476 AD, 9999-12-31, 9999年12月31日 */
static bool read_number(const char *text, struct span sentence, size_t at,
                        struct dated_words *words)
{
    static const char odd[] = "$ £ € ¥ . , : / #";
    size_t past, end = sentence.end, sign;
    int year = read_digits(text, end, at, &past);
    if (year < 0 || wordlist_before(text, sentence.start, at, odd) > 0)
        return false;
    if (past - at == DIGITS_MOST && read_iso(text, end, past, year, words))
        return true;
    if (year > HAN_RECENT_MOST && wordlist_at(text, past, end, "年") > 0) {
        sign = past;
        words->from = make(read_han_year(text, end, at, &sign), 0, 0);
        read_month_day(text, end, &words->from, &sign);
        words->span.end = sign;
        words->until = words->from;
        return words->from.year > 0 && words->from.month > 0;
    }
    int until = year, era = era_behind(text, end, past, &sign);
    size_t tie = era == 0 ? wordlist_at(text, past, end, dashes) : 0;
    if (tie > 0) {
        until = read_digits(text, end, past + tie, &past);
        era = until >= 0 ? era_behind(text, end, past, &sign) : 0;
    }
    if (era == 0 || year == 0 || until == 0 || is_counting(text, sentence, at, sign))
        return false;
    words->from = make(era * year, 0, 0);
    words->until = make(era * until, 0, 0);
    words->span.end = sign;
    return words->from.year <= words->until.year;
}

/* AD 79, the year 1066, by 2100 */
static bool read_words(const char *text, struct span sentence, size_t at, struct dated_words *words)
{
    static const char signs[] = "AD_=0 A.D._=0 the_year_=1 The_year_=1 by_=2 By_=2 until_=2 Until_=2";
    /* the herd fell by 2500 */
    static const char changes[] = "up_ down_ rose_ fell_ grew_ shrank_ climbed_ dropped_ increased_ decreased_ "
                                  "declined_ dwindled_ jumped_ cut_ raised_ reduced_ lowered_ exceeded_ outnumbered_ "
                                  "rise_ fall_ grow_ shrink_ drop_ increase_ decrease_ decline_ risen_ fallen_ grown_";
    static const char behind[] = "_the_ _a_ _an_ _and_ _or_ _but_ _if_ _as_ _it_ _he_ _she_ _they_ _we_ _in_ "
                                 "_under_ _from_ _to_ _for_ _with_ _at_ _on_ _due_ _unless_ _because_ _compared_";
    size_t size, past, end = sentence.end;
    int sign = wordlist_number(text, at, end, signs, &size);
    int year = size > 0 ? read_digits(text, end, at + size, &past) : -1;
    if (year < 1 || (sign == 1 && year < 10))
        return false;
    bool closes = past >= end || (strchr(".,;:)", text[past]) != NULL &&
                                  (past + 1 >= end || !ascii_is_digit(text[past + 1])));
    if (sign == 2 && (year <= RECENT_MOST || year > HAN_RECENT_MOST ||
                      !(closes || wordlist_at(text, past, end, behind) > 0)))
        return false;
    if (sign == 2 && wordlist_before(text, sentence.start, at, changes) > 0)
        return false;
    if (!closes && text[past] != ' ' && (unsigned char)text[past] < 0x80)
        return false;
    words->span = (struct span){ at + (sign == 0 ? 0 : size), past };
    words->from = words->until = make(year, 0, 0);
    return true;
}

bool dated_year_read(const char *text, struct span sentence, size_t at, struct dated_words *words)
{
    bool begins = at == sentence.start ||
                  (!latinword_is_letter(text[at - 1]) && !ascii_is_digit(text[at - 1]));
    *words = (struct dated_words){ .span = { at, at } };
    if (ascii_is_digit(text[at]))
        return begins && read_number(text, sentence, at, words);
    return latinword_is_letter(text[at]) ? begins && read_words(text, sentence, at, words)
                                         : read_han(text, sentence, at, words);
}

void dated_year_settle_century(const char *text, struct span sentence, struct span words,
                               struct figure_date *date)
{
    size_t past;
    if (date->part == PART_CENTURY && date->year > 0 &&
        (wordlist_before(text, sentence.start, words.start, before_christ) > 0 ||
         era_behind(text, sentence.end, words.end, &past) < 0))
        date->year = -date->year - 100;
}

int dated_year_behind(const char *text, struct span sentence, size_t *end)
{
    size_t at = *end, past;
    at += at < sentence.end && text[at] == ',';
    if (at >= sentence.end || text[at] != ' ')
        return -1;
    int year = read_digits(text, sentence.end, at + 1, &past);
    bool recent = year >= RECENT_LEAST && year <= RECENT_MOST;
    if (year < 0 || past - at - 1 != DIGITS_MOST || recent || !ends_word(text, sentence.end, past))
        return -1;
    *end = past;
    return year;
}
