#include "query/dated_words.h"

#include <string.h>

#include "query/dated_words_han.h"
#include "query/dated_year.h"
#include "text/ascii.h"
#include "text/latinword.h"
#include "text/wordlist.h"

#define SPRING 1
#define AUTUMN 3

/* Moves *end over one of the words that ends where a word does; its number, -1 where there is none. */
static int read_one(const char *text, size_t most, size_t *end, const char *list)
{
    size_t size;
    int number = wordlist_number(text, *end, most, list, &size);
    size_t past = *end + size;
    if (size == 0 || (past < most && text[past - 1] != ' ' &&
                      (latinword_is_letter(text[past]) || text[past] == '-')))
        return -1;
    *end = past;
    return number;
}

static const char seasons[] = "spring=1 summer=2 autumn=3 fall=3 winter=4 Spring=1 Summer=2 Autumn=3 Fall=3 Winter=4";

/* Spring and fall are verbs, too: things that spring up, this fall in prices. */
static bool is_season(const char *text, struct span sentence, size_t at, size_t end, int which,
                      int season)
{
    static const char before[] = "in_ In_ of_ early_ late_ mid_ during_ by_ since_ until_";
    static const char behind[] = "_in_ _of_ _from_ _back_";
    bool verb = season == SPRING || season == AUTUMN;
    if (verb && which == SEASON_SAME && ascii_is_small(text[at]) &&
        wordlist_before(text, sentence.start, at, before) == 0)
        return false;
    if (verb && wordlist_at(text, end, sentence.end, behind) > 0)
        return false;
    /* summer 2013, summer of 2013: figures tell these */
    size_t next = end + wordlist_at(text, end, sentence.end, "_of_");
    next += next < sentence.end && text[next] == ' ';
    return next >= sentence.end || !ascii_is_digit(text[next]);
}

/* last summer, the following spring */
static bool read_season(const char *text, struct span sentence, size_t at,
                        const struct dated_near *near, struct dated_words *words)
{
    static const char whiches[] =
        "last_=1 Last_=1 this_=2 This_=2 next_=3 Next_=3 coming_=3 following_=4 the_next_=4 The_next_=4 "
        "previous_=5 that_=6 That_=6 that_same_=6 That_same_=6 same_=6 past_=1";
    size_t end = at;
    int which = read_one(text, sentence.end, &end, whiches);
    int season = which > 0 ? read_one(text, sentence.end, &end, seasons) : -1;
    if (season < 0 || !is_season(text, sentence, at, end, which, season))
        return false;
    words->span.end = end;
    dated_near_season(near, (enum dated_season)which, season, words);
    return true;
}

/* the summer of that year, the winter of last year */
static bool read_season_of(const char *text, struct span sentence, size_t at,
                           const struct dated_near *near, struct dated_words *words)
{
    static const char years[] = "_of_that_year=0 _of_the_same_year=0 _of_the_following_year=1 _of_the_next_year=1 "
                                "_that_year=0 _the_same_year=0 _of_last_year=10 _last_year=10 _of_this_year=11 "
                                "_of_next_year=12 _next_year=12";
    size_t end = at;
    int season = read_one(text, sentence.end, &end, seasons);
    int year = season > 0 ? read_one(text, sentence.end, &end, years) : -1;
    if (year < 0 || (year == 0 && wordlist_at(text, end, sentence.end, "_when_ _in_which_") > 0))
        return false;
    words->span.end = end;
    dated_near_season(near, SEASON_SAME, season, words);
    if (year >= 10) {
        words->from.year = near->published.year > 0 ? near->published.year + year - 11 : 0;
        words->ordered = false;
    } else if (words->from.year != 0) {
        words->from.year += year;
    }
    words->until = words->from;
    return true;
}

/* by the end of the year, late in the month, at year-end */
static bool read_period(const char *text, struct span sentence, size_t at,
                        const struct dated_near *near, struct dated_words *words)
{
    /* 1 late in it, 2 of a month */
    static const char periods[] =
        "end_of_the_year=1 close_of_the_year=1 start_of_the_year=0 beginning_of_the_year=0 middle_of_the_year=0 "
        "late_in_the_year=1 later_in_the_year=1 early_in_the_year=0 earlier_in_the_year=0 "
        "Late_in_the_year=1 Later_in_the_year=1 Early_in_the_year=0 Earlier_in_the_year=0 "
        "end_of_the_month=3 start_of_the_month=2 beginning_of_the_month=2 middle_of_the_month=2 "
        "later_in_the_month=3 earlier_in_the_month=2 Later_in_the_month=3 Earlier_in_the_month=2 ";
    static const char ends[] = "year-end=1 year_end=1 year's_end=1 year’s_end=1 month-end=3 month_end=3";
    static const char before[] = "at_ At_ by_ By_ before_ Before_ until_ Until_ since_ Since_";
    size_t end = at;
    int kind = read_one(text, sentence.end, &end, periods);
    if (kind < 0 && wordlist_before(text, sentence.start, at, before) > 0)
        kind = read_one(text, sentence.end, &end, ends);
    if (kind < 0)
        return false;
    words->span.end = end;
    dated_near_period(near, kind >= 2, kind % 2 == 1, dated_near_coming(text, sentence, words->span), words);
    return true;
}

/* that year, later that month, that day; but not: that year after year */
static bool read_that(const char *text, struct span sentence, size_t at,
                      const struct dated_near *near, struct dated_words *words)
{
    static const char thats[] =
        "that_year=0 That_year=0 that_same_year=0 That_same_year=0 that_month=1 That_month=1 that_same_month=1 "
        "That_same_month=1 that_day=2 That_day=2 that_same_day=2 That_same_day=2 that_night=2 That_night=2 "
        "that_evening=2 That_evening=2 that_morning=2 That_morning=2 that_afternoon=2 That_afternoon=2 "
        "that_week=3 That_week=3 that_same_week=3 That_same_week=3";
    /* Later that day banks closed; said that day traders lost: of traders */
    static const char before[] = ",_ on_ On_ later_ Later_ earlier_ Earlier_ from_ since_ by_ By_ until_ before_ after_";
    struct latinword word;
    size_t end = at;
    int kind = read_one(text, sentence.end, &end, thats);
    if (kind < 0 || wordlist_at(text, end, sentence.end, "_after_ _by_ _when_ _in_which_ 's ’s") > 0 ||
        (kind == 2 && text[at] == 't' && wordlist_before(text, sentence.start, at, before) == 0 &&
         latinword_at(text, sentence.end, latinword_skip_blanks(text, sentence.end, end), &word) &&
         latinword_is_plural(&word)))
        return false;
    words->span.end = end;
    if (kind == 3) {
        dated_near_week(near, 0, false, true, words);
        return true;
    }
    dated_near_told_year(near, 0, words);
    if (kind == 1) {
        words->from.month = near->last.month;
        words->from.year = near->last.month > 0 ? words->from.year : 0;
        words->from.month = words->from.year != 0 ? words->from.month : 0;
    } else if (kind == 2) {
        words->from = near->day;
    }
    words->until = words->from;
    return true;
}

/* last week, the following week, the week before, over the weekend; not the last week of June, nor what
 * went on over the last week */
static bool read_week(const char *text, struct span sentence, size_t at,
                      const struct dated_near *near, struct dated_words *words)
{
    /* 10 of the day told last, 20 its end */
    static const char weeks[] =
        "last_week=-1 Last_week=-1 this_week=0 This_week=0 next_week=1 Next_week=1 the_following_week=11 "
        "The_following_week=11 the_next_week=11 The_next_week=11 the_week_after=11 The_week_after=11 "
        "the_week_before=9 The_week_before=9 the_previous_week=9 The_previous_week=9 last_weekend=19 "
        "Last_weekend=19 over_the_weekend=19 Over_the_weekend=19 at_the_weekend=19 At_the_weekend=19 "
        "this_weekend=20 This_weekend=20 next_weekend=21 Next_weekend=21";
    static const char days[] = "day_ days_ day_of_ day_afternoon_ day_morning_ day_evening_ day_night_";
    static const char others[] = "the_ The_ a_ A_ every_ Every_ early_ late_";
    size_t end = at, size;
    int number = wordlist_number(text, at, sentence.end, weeks, &size);
    (void)read_one(text, sentence.end, &end, weeks);
    if (end == at || wordlist_at(text, end, sentence.end, "_of_ _in_ _that_ _when_") > 0 ||
        wordlist_before(text, sentence.start, at, days) > 0 ||
        (number < 2 && wordlist_before(text, sentence.start, at, others) > 0))
        return false;
    words->span.end = end;
    int offset = number < 5 ? number : number < 15 ? number - 10 : number - 20;
    /* told at the weekend itself */
    bool now = number == 19 && near->published.day > 0 && figure_date_weekday(&near->published) > 4 &&
               wordlist_at(text, at, end, "last Last") == 0;
    if (number == 19 && dated_near_coming(text, sentence, words->span))
        now = true;
    dated_near_week(near, now ? 0 : offset, number >= 15, number > 5 && number < 15, words);
    return true;
}

static bool read_weekday(const char *text, struct span sentence, size_t at,
                         const struct dated_near *near, struct dated_words *words)
{
    static const char days[] = "following_Monday=0 following_Tuesday=1 following_Wednesday=2 following_Thursday=3 "
                               "following_Friday=4 following_Saturday=5 following_Sunday=6";
    size_t end = at;
    int day = read_one(text, sentence.end, &end, days);
    if (day < 0)
        return false;
    words->span.end = end;
    dated_near_weekday(near, day, words);
    return true;
}

static bool read_english(const char *text, struct span sentence, size_t at,
                         const struct dated_near *near, struct dated_words *words)
{
    return read_season(text, sentence, at, near, words) ||
           read_season_of(text, sentence, at, near, words) ||
           read_period(text, sentence, at, near, words) ||
           read_that(text, sentence, at, near, words) ||
           read_week(text, sentence, at, near, words) ||
           read_weekday(text, sentence, at, near, words);
}

/* Whether anything below can begin there: most words and characters begin none. */
static bool may_begin(const char *text, struct span sentence, size_t at)
{
    static const char han[] = "那 当 當 同 这 這 是 次 翌 第 去 今 明 来 來 年 岁 歲 月 上 本 下 大 公 西 纪 紀 前";
    static const char latin[] =
        "last Last this This next Next coming following previous same past that That the The spring summer "
        "autumn fall winter Spring Summer Autumn Fall Winter end close start beginning middle late Late early Early "
        "earlier Earlier later Later year month over Over at At by By until Until AD A.D.";
    if (ascii_is_digit(text[at]))
        return true;
    if ((unsigned char)text[at] >= 0xE4)
        return wordlist_at(text, at, sentence.end, han) > 0;
    return latinword_is_letter(text[at]) &&
           (at == sentence.start || !latinword_is_letter(text[at - 1])) &&
           wordlist_at(text, at, sentence.end, latin) > 0;
}

bool dated_words_read(const char *text, struct span sentence, size_t at,
                      const struct dated_near *near, struct dated_words *words)
{
    *words = (struct dated_words){ .span = { at, at } };
    if (!may_begin(text, sentence, at))
        return false;
    bool latin = latinword_is_letter(text[at]);
    return (latin && read_english(text, sentence, at, near, words)) ||
           (!latin && !ascii_is_digit(text[at]) && dated_words_han_read(text, sentence, at, near, words)) ||
           dated_year_read(text, sentence, at, words);
}
