#include "query/contrast_weekdays.h"

#include "base/vector.h"
#include "query/article_figures.h"
#include "query/dated_tense.h"
#include "query/told_place.h"
#include "text/ascii.h"
#include "text/wordlist.h"

#define DAY_NAMES 10 /* of weekday_named */

static void add_one(struct contrast *contrast, int side, struct span span)
{
    const struct span none = { 0, 0 };
    VECTOR_PUSH(contrast, (struct contrast_row){
                              .kind = CONTRAST_DATE,
                              .status = side == 0 ? CONTRAST_ONLY_A : CONTRAST_ONLY_B,
                              .spans = { side == 0 ? span : none, side == 0 ? none : span } });
}

/* The row of the one full date that the passage alone tells, its date in *date; NULL. */
static struct contrast_row *find_day(struct contrast *contrast, int side, struct span passage,
                                     const struct figures *figures, struct figure_date *date)
{
    struct contrast_row *found = NULL;
    for (size_t i = 0; i < contrast->count; i++) {
        struct contrast_row *row = &contrast->items[i];
        struct span span = row->spans[side];
        if (row->kind != CONTRAST_DATE ||
            row->status != (side == 0 ? CONTRAST_ONLY_A : CONTRAST_ONLY_B) ||
            span.start < passage.start || span.start >= passage.end)
            continue;
        size_t at = figures_first_after(figures, span.start);
        if (at == figures->count || figures->items[at].from.day == 0 ||
            figures->items[at].from.year == 0)
            continue;
        if (found != NULL)
            return NULL;
        *date = figures->items[at].from;
        found = row;
    }
    return found;
}

/* Whether the day that the words name by the week, or by its number alone, is the date's. False in
 * *known when they name it from the day of publication (yesterday, 昨天), which is not told. */
static bool is_day_of(const char *text, const struct figure *words, const struct figure_date *date,
                      bool *known)
{
    const struct figure_date *day =
        figure_date_is_set(&words->resolved) ? &words->resolved : &words->from;
    *known = true;
    if (ascii_is_digit(text[words->start]))
        return day->day == date->day;
    *known = dated_tense_is_weekday(text, words);
    return *known && figure_date_weekday(day) == figure_date_weekday(date);
}

/* 0 Monday to 6 Sunday of Tuesday, 周二, 本周二; 7 and more for today and the like; -1 for what is
 * none.
 */
static int weekday_named(const char *text, struct span words)
{
    static const char weeks[] = "周 週 星期 礼拜 禮拜";
    size_t size;
    words.start += wordlist_at(text, words.start, words.end, "last_ Last_ this_ This_ on_ On_");
    int day = wordlist_number(text, words.start, words.end, "Mon Tue Wed Thu Fri Sat Sun", &size);
    if (day < 0)
        day = wordlist_number(text, words.start, words.end,
                              "today=7 Today=7 今天=7 今日=7 yesterday=8 Yesterday=8 昨天=8 昨日=8 "
                              "tomorrow=9 Tomorrow=9 明天=9 明日=9",
                              &size);
    if (day >= 0)
        return day;
    day = wordlist_number_before(text, words.start, words.end, "一 二 三 四 五 六 日", &size);
    /* but 25日 is a day of the month */
    return wordlist_before(text, words.start, words.end - size, weeks) > 0 ? day : -1;
}

/* A weekday of which the passage opposite tells the date is that date, told less exactly, or
 * another; so is a day without its month. False when none is told there. */
static bool pair_weekday(struct contrast *contrast, int side, const struct figure *weekday,
                         struct span passage, const struct figures *across)
{
    struct figure_date date;
    bool known;
    struct contrast_row *row = find_day(contrast, 1 - side, passage, across, &date);
    if (row == NULL)
        return false;
    bool same = is_day_of(contrast->sides[side].document->text, weekday, &date, &known);
    if (!known)
        return false;
    row->spans[side] = (struct span){ weekday->start, weekday->end };
    /* the other may name it by the week, too, and know its date */
    int day = weekday_named(contrast->sides[1 - side].document->text, row->spans[1 - side]);
    bool named = day >= 0 && weekday_named(contrast->sides[side].document->text, row->spans[side]) == day;
    row->status = !same ? CONTRAST_DIFFER : named ? CONTRAST_AGREE : CONTRAST_ROUNDED;
    return true;
}

/* Two that do not say when they were published, and tell the same weekday of the same. */
static bool pair_weekdays(struct contrast *contrast, int side, struct span day, struct span passage)
{
    int weekday = weekday_named(contrast->sides[side].document->text, day);
    for (size_t i = 0; side == 1 && weekday >= 0 && i < contrast->count; i++) {
        struct contrast_row *row = &contrast->items[i];
        if (row->kind != CONTRAST_DATE || row->status != CONTRAST_ONLY_A ||
            row->spans[0].start < passage.start || row->spans[0].start >= passage.end ||
            weekday_named(contrast->sides[0].document->text, row->spans[0]) != weekday)
            continue;
        row->spans[1] = day;
        row->status = CONTRAST_AGREE;
        return true;
    }
    return false;
}

/* Whether only a comma, a bracket or “a” stands between the two. */
static bool is_beside(const char *text, const struct figure *one, const struct figure *next)
{
    static const char between[] = ", ( ) ， （ ） ; a a_ on_ the_ 、";
    size_t at = one->end;
    while (at < next->start) {
        size_t size = text[at] == ' ' ? 1 : wordlist_at(text, at, next->start, between);
        if (size == 0)
            return false;
        at += size;
    }
    return true;
}

/* Yesterday, 3 March 2026; 2026年3月3日（星期二）: a day by a name beside the one by numbers is that. */
static bool is_named_beside(const char *text, const struct figures *figures, size_t number)
{
    const struct figure *figure = &figures->items[number];
    if (weekday_named(text, (struct span){ figure->start, figure->end }) < 0)
        return false;
    for (size_t i = number > 0 ? number - 1 : 1; i < figures->count && i <= number + 1; i += 2) {
        const struct figure *other = &figures->items[i];
        bool numbered = other->kind == FIGURE_DATE && other->from.day != 0 &&
                        weekday_named(text, (struct span){ other->start, other->end }) < 0;
        if (numbered && (i < number ? is_beside(text, other, figure) : is_beside(text, figure, other)))
            return true;
    }
    return false;
}

/* A weekday counts as a date where the day of publication is not told: which one is not known. */
void contrast_weekdays_add(struct contrast *contrast, int side, const struct alignment *alignment)
{
    const struct document *document = contrast->sides[side].document;
    /* any day will do: which one is meant is not asked */
    static const struct figure_date any = { 2000, 1, 5, 0, 0 };
    struct figure_date published;
    struct figures figures = { 0 }, without = { 0 }, across = { 0 };
    if (article_figures_published(document, &published))
        return;
    article_figures_find(document, &contrast->sides[side].mentions, &without);
    article_figures_find_dates(document, &contrast->sides[side].mentions, &any, &figures);
    article_figures_find(contrast->sides[1 - side].document, &contrast->sides[1 - side].mentions,
                         &across);
    for (size_t i = 0; i < figures.count; i++) {
        const struct figure *figure = &figures.items[i];
        size_t other = figures_first_after(&without, figure->start);
        bool known = other < without.count && without.items[other].start <= figure->start;
        if (figure->kind != FIGURE_DATE || known || figure->from.day == 0 ||
            is_named_beside(document->text, &figures, i))
            continue;
        if (contrast->sides[side].weekday.end == 0)
            contrast->sides[side].weekday = (struct span){ figure->start, figure->end };
        struct span passage = told_place_across(alignment, side, figure->start);
        struct span day = { figure->start, figure->end };
        if (!pair_weekday(contrast, side, figure, passage, &across) &&
            !pair_weekdays(contrast, side, day, passage))
            add_one(contrast, side, (struct span){ figure->start, figure->end });
    }
    figures_free(&across);
    figures_free(&figures);
    figures_free(&without);
}

/* Saturday and 周六, told of different things, are no dates of one alone, and one is told but once.
 */
void contrast_weekdays_drop_told(struct contrast *contrast)
{
    bool told[2][DAY_NAMES] = { { false } }, before[2][DAY_NAMES] = { { false } };
    size_t kept = 0;
    for (size_t i = 0; i < contrast->count; i++) {
        for (int side = 0; side < 2 && contrast->items[i].kind == CONTRAST_DATE; side++) {
            int day =
                weekday_named(contrast->sides[side].document->text, contrast->items[i].spans[side]);
            if (day >= 0)
                told[side][day] = true;
        }
    }
    for (size_t i = 0; i < contrast->count; i++) {
        const struct contrast_row *row = &contrast->items[i];
        int side = row->status == CONTRAST_ONLY_B;
        bool one = row->kind == CONTRAST_DATE && (side == 1 || row->status == CONTRAST_ONLY_A);
        int day = one ? weekday_named(contrast->sides[side].document->text, row->spans[side]) : -1;
        if (day < 0 || (!told[1 - side][day] && !before[side][day]))
            contrast->items[kept++] = *row;
        if (day >= 0)
            before[side][day] = true;
    }
    contrast->count = kept;
}
