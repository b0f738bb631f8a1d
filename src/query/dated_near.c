#include "query/dated_near.h"

#include "query/dated_tense.h"

#define WEEK 7
#define SATURDAY 5
#define LATE_MONTH 10 /* from which on the end of its year is told of as past */
#define LATE_DAY 25
#define SEASON_MONTHS 3

bool dated_near_coming(const char *text, struct span sentence, struct span words)
{
    struct figure figure = { .start = words.start, .end = words.end, .kind = FIGURE_DATE };
    return dated_tense_is_coming(text, sentence, &figure);
}

/* The year of the last season that began up to the month. */
static int year_begun(int year, int month, int begins)
{
    return month >= begins ? year : year - 1;
}

static int season_of_published(const struct figure_date *published, enum dated_season which,
                               int begins)
{
    int year = published->year, month = published->month;
    if (year == 0)
        return 0;
    if (month == 0)
        return year + (which == SEASON_NEXT) - (which == SEASON_LAST);
    int begun = year_begun(year, month, begins);
    bool in_it = (year - begun) * 12 + month - begins < SEASON_MONTHS;
    if (which == SEASON_LAST)
        return in_it ? begun - 1 : begun;
    return which == SEASON_NEXT ? begun + 1 : in_it ? begun : year;
}

static int season_of_told(const struct figure_date *last, enum dated_season which, int begins)
{
    int month = last->part == PART_SEASON ? last->number * SEASON_MONTHS : last->month;
    if (last->year == 0 || which == SEASON_SAME)
        return last->year;
    if (which == SEASON_AFTER)
        return month == 0 ? last->year + 1 : year_begun(last->year, month, begins) + 1;
    return month == 0 ? last->year - 1 : year_begun(last->year, month - 1, begins);
}

void dated_near_season(const struct dated_near *near, enum dated_season which, int season,
                       struct dated_words *words)
{
    bool told = which >= SEASON_AFTER;
    int begins = season * SEASON_MONTHS;
    int year = told ? season_of_told(&near->last, which, begins)
                    : season_of_published(&near->published, which, begins);
    words->from = (struct figure_date){ .year = year,
                                        .part = PART_SEASON,
                                        .number = (unsigned char)season };
    words->until = words->from;
    words->ordered = told && year != 0;
}

void dated_near_told_year(const struct dated_near *near, int offset, struct dated_words *words)
{
    int year = near->last.year;
    bool centuries = near->last.part >= PART_DECADE;
    words->from = (struct figure_date){ .year = year != 0 && !centuries ? year + offset : 0 };
    words->until = words->from;
    words->ordered = true;
}

void dated_near_period(const struct dated_near *near, bool month, bool late, bool coming,
                       struct dated_words *words)
{
    const struct figure_date *last = &near->last, *published = &near->published;
    bool told = near->soon && last->year != 0 && last->part < PART_DECADE && !coming &&
                (published->year == 0 || last->year < published->year);
    const struct figure_date *near_one = told ? last : published;
    words->from = (struct figure_date){ .year = near_one->year };
    words->ordered = told;
    if (month) {
        words->from.month = near_one->month;
        if (words->from.month == 0)
            words->from.year = 0;
        else if (!told && late && !coming && published->day > 0 && published->day < LATE_DAY)
            figure_date_add_months(&words->from, -1);
    } else if (!told && late && !coming && words->from.year > 0 && published->month > 0 &&
               published->month < LATE_MONTH) {
        words->from.year--;
    }
    words->until = words->from;
}

void dated_near_week(const struct dated_near *near, int offset, bool end, bool told,
                     struct dated_words *words)
{
    struct figure_date day = told ? near->day : near->published;
    words->from = words->until = (struct figure_date){ 0 };
    words->ordered = told;
    if (day.day == 0 || day.year == 0)
        return;
    day.part = PART_NONE;
    figure_date_add_days(&day, WEEK * offset - figure_date_weekday(&day));
    words->from = words->until = day;
    figure_date_add_days(&words->until, WEEK - 1);
    if (end)
        figure_date_add_days(&words->from, SATURDAY);
}

void dated_near_weekday(const struct dated_near *near, int weekday, struct dated_words *words)
{
    struct figure_date day = near->day;
    words->from = words->until = (struct figure_date){ 0 };
    words->ordered = true;
    if (day.day == 0 || day.year == 0)
        return;
    day.part = PART_NONE;
    int ahead = (weekday - figure_date_weekday(&day) + WEEK) % WEEK;
    figure_date_add_days(&day, ahead == 0 ? WEEK : ahead);
    words->from = words->until = day;
}
