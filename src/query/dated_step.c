#include "query/dated_step.h"

#include <string.h>

#include "text/latinword.h"

/* English ones begin with a small or a capital letter. */
/* clang-format off */
const struct dated_step dated_steps[DATED_STEPS] = {
    { "次日", 'd', 1 }, { "翌日", 'd', 1 }, { "第二天", 'd', 1 }, { "前一天", 'd', -1 },
    { "the next day", 'd', 1 }, { "the following day", 'd', 1 }, { "the day after", 'd', 1 },
    { "the day before", 'd', -1 }, { "the same day", 'd', 0 }, { "次月", 'm', 1 }, { "同月", 'm', 0 },
    { "the next month", 'm', 1 }, { "the following month", 'm', 1 }, { "次年", 'y', 1 },
    { "翌年", 'y', 1 }, { "第二年", 'y', 1 }, { "前一年", 'y', -1 }, { "同年", 'y', 0 },
    { "the next year", 'y', 1 }, { "the following year", 'y', 1 }, { "the year before", 'y', -1 },
    { "the previous year", 'y', -1 }, { "the previous day", 'd', -1 },
    { "the previous month", 'm', -1 }, { "the same year", 'y', 0 },
};
/* clang-format on */

bool dated_steps_find(const char *text, struct span sentence, size_t ends[DATED_STEPS])
{
    bool any = false;
    for (size_t at = sentence.start; at < sentence.end; at++) {
        bool latin = (text[at] | 0x20) == 't' && text[at + 1] == 'h';
        if ((!latin && (unsigned char)text[at] < 0xE5) ||
            (at > sentence.start && latin && latinword_is_letter(text[at - 1])))
            continue;
        for (size_t i = 0; i < DATED_STEPS; i++) {
            const char *word = dated_steps[i].word;
            size_t size = word[0] == (latin ? 't' : text[at]) ? strlen(word) : 0;
            if (size > 0 && sentence.end - at >= size &&
                memcmp(text + at + 1, word + 1, size - 1) == 0 &&
                !(latin && at + size < sentence.end && latinword_is_letter(text[at + size]))) {
                ends[i] = at + size;
                any = true;
            }
        }
    }
    return any;
}

#define MONTH_DAYS 30
#define NEAR_DAYS 60 /* a step that seldom leaves the year */

static int year_moved(int year, long by)
{
    long moved = year + by;
    return (int)(year < 0 && moved >= 0 ? moved + 1 : moved);
}

/* Months from a year alone: it may be either of two. */
static void step_months(struct figure_date *from, struct figure_date *until, long count)
{
    long whole = count / 12, part = count % 12;
    from->year = year_moved(from->year, whole - (part < 0));
    until->year = year_moved(until->year, whole + (part > 0));
}

/* Days from a month or a year: it stays the same where they are few. */
static void step_days(struct figure_date *from, struct figure_date *until, long days)
{
    if (from->part != PART_NONE)
        return;
    if (from->month == 0 && days < NEAR_DAYS && days > -NEAR_DAYS)
        return;
    if (from->month == 0) {
        step_months(from, until, days / MONTH_DAYS);
        return;
    }
    long months = days / MONTH_DAYS, rest = days % MONTH_DAYS;
    figure_date_add_months(from, months - (rest < -3));
    figure_date_add_months(until, months + (rest > 3));
}

bool dated_step_from(const struct figure_date *told, char unit, long count, struct figure_date *from,
                     struct figure_date *until)
{
    *from = *told;
    if (told->year == 0 || told->part >= PART_DECADE)
        return false;
    if (unit == 'w') {
        count *= 7;
        unit = 'd';
    }
    if (unit != 'd' || told->part < PART_QUARTER)
        from->part = from->number = 0;
    if (unit != 'd')
        from->day = 0;
    if (unit == 'y') {
        from->month = 0;
        from->year = year_moved(from->year, count);
    } else if (unit == 'm' && from->month > 0) {
        figure_date_add_months(from, count);
    } else if (unit == 'd' && from->day > 0) {
        figure_date_add_days(from, count);
    }
    *until = *from;
    if (unit == 'm' && from->month == 0)
        step_months(from, until, count);
    else if (unit == 'd' && from->day == 0)
        step_days(from, until, count);
    return from->year != 0;
}
