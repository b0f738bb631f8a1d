#include "figure/figure_date.h"

#define MONTHS 12
#define YEAR_MOST 9999
#define YEARS_OF_CENTURY 100

bool figure_date_is_set(const struct figure_date *date)
{
    return date->year != 0 || date->month != 0 || date->day != 0 || date->part != PART_NONE;
}

static int month_days(int year, int month)
{
    static const unsigned char days[MONTHS] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

bool figure_date_is_valid(const struct figure_date *date)
{
    if (date->month > MONTHS || (date->day > 0 && date->month == 0))
        return false;
    return date->day == 0 || date->day <= month_days(date->year, date->month);
}

static bool read_number(const char **text, int digits, int *number)
{
    *number = 0;
    for (; digits > 0; digits--, (*text)++) {
        if (**text < '0' || **text > '9')
            return false;
        *number = *number * 10 + (**text - '0');
    }
    return true;
}

bool figure_date_parse(const char *text, struct figure_date *date)
{
    int parts[3] = { 0, 0, 0 };
    *date = (struct figure_date){ 0 };
    for (int i = 0; i < 3; i++) {
        if (!read_number(&text, i == 0 ? 4 : 2, &parts[i]) || parts[i] == 0)
            return false;
        if (*text != '-')
            break;
        text++;
    }
    date->year = parts[0];
    date->month = (unsigned char)parts[1];
    date->day = (unsigned char)parts[2];
    /* What follows is a time of day at most. */
    return (*text == '\0' || *text == 'T' || *text == ' ') && figure_date_is_valid(date);
}

void figure_date_print(const struct figure_date *date, struct buffer *out)
{
    if (date->part == PART_DECADE) {
        buffer_add_format(out, "%03dX", date->year / 10);
        return;
    }
    if (date->part == PART_CENTURY) {
        int year = date->year < 0 ? date->year + YEARS_OF_CENTURY : date->year;
        buffer_add_format(out, "%s%02dXX", date->year < 0 ? "-" : "", (year < 0 ? -year : year) / 100);
        return;
    }
    if (date->year > 0)
        buffer_add_format(out, "%04d-", date->year);
    else if (date->year < 0) /* 1 BC is the year 0 */
        buffer_add_format(out, "%s%04d-", date->year < -1 ? "-" : "", -date->year - 1);
    else
        buffer_add_text(out, "--");
    if (date->part == PART_QUARTER || date->part == PART_HALF)
        buffer_add_format(out, "%c%d", date->part == PART_QUARTER ? 'Q' : 'H', date->number);
    else if (date->part == PART_SEASON)
        buffer_add_format(out, "%d", 20 + date->number);
    else if (date->month > 0)
        buffer_add_format(out, "%02d", date->month);
    else
        buffer_truncate(out, out->length - 1);
    if (date->day > 0)
        buffer_add_format(out, "-%02d", date->day);
}

const char *figure_date_unit(const struct figure_date *date)
{
    switch (date->part) {
    case PART_QUARTER: return "quarter";
    case PART_HALF: return "half-year";
    case PART_SEASON: return "season";
    case PART_DECADE: return "decade";
    case PART_CENTURY: return "century";
    default: return date->day > 0 ? "day" : date->month > 0 ? "month" : "year";
    }
}

/* Days from the beginning of year 1 to that day. */
static long day_number(int year, int month, int day)
{
    long before = year - 1;
    long number = before * 365 + before / 4 - before / 100 + before / 400;
    for (int i = 1; i < month; i++)
        number += month_days(year, i);
    return number + day - 1;
}

static int clamp_year(long year)
{
    return year < 1 ? 1 : year > YEAR_MOST ? YEAR_MOST : (int)year;
}

void figure_date_add_months(struct figure_date *date, long months)
{
    if (date->month == 0) {
        date->year = clamp_year(date->year + months / MONTHS);
        return;
    }
    long total = (long)date->year * MONTHS + date->month - 1 + months;
    date->year = clamp_year(total / MONTHS);
    date->month = (unsigned char)(total < MONTHS ? 1 : total % MONTHS + 1);
    if (date->day > month_days(date->year, date->month))
        date->day = (unsigned char)month_days(date->year, date->month);
}

void figure_date_add_days(struct figure_date *date, long days)
{
    long number = day_number(date->year, date->month, date->day) + days;
    int year = clamp_year(number / 366 + 1);
    while (year < YEAR_MOST && day_number(year + 1, 1, 1) <= number)
        year++;
    int month = 1;
    while (month < MONTHS && day_number(year, month + 1, 1) <= number)
        month++;
    long day = number - day_number(year, month, 1) + 1;
    date->year = year;
    date->month = (unsigned char)month;
    date->day = (unsigned char)(day < 1 ? 1 : day > 31 ? 31 : day);
}

int figure_date_weekday(const struct figure_date *date)
{
    /* The first day of year 1 was a Monday. */
    return (int)(day_number(date->year, date->month, date->day) % 7);
}

bool figure_date_bounds(const struct figure_date *date, long *begin, long *end)
{
    int years = date->part == PART_DECADE ? 10 : date->part == PART_CENTURY ? 100 : 0;
    int first = date->month > 0 ? date->month : 1, count = date->month > 0 ? 1 : MONTHS;
    int year = date->year < 0 ? date->year + 1 : date->year; /* 1 BC is the year 0 */
    if (date->year == 0)
        return false;
    if (date->part >= PART_QUARTER && date->part <= PART_SEASON) {
        count = date->part == PART_HALF ? 6 : 3;
        first = date->number * count - (date->part == PART_SEASON ? 0 : count - 1);
    }
    *begin = day_number(year, first, 1);
    first += count;
    *end = years > 0        ? day_number(year + years, 1, 1)
           : first > MONTHS ? day_number(year + 1, first - MONTHS, 1)
                            : day_number(year, first, 1);
    if (date->day > 0 && date->part < PART_QUARTER) {
        *begin += date->day - 1;
        *end = *begin + 1;
    }
    return true;
}
