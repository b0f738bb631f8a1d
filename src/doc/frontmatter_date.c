#include "doc/frontmatter_date.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "text/ascii.h"

struct date {
    unsigned year;
    unsigned month; /* 0: not told, as is the day */
    unsigned day;
};

static unsigned days_of(unsigned year, unsigned month)
{
    static const unsigned char days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap ? 1u : 0u);
}

static bool is_real(const struct date *date)
{
    if (date->year < 1000 || date->year > 2999 || date->month > 12)
        return false;
    if (date->day > 0 && date->month == 0)
        return false;
    return date->month == 0 || date->day <= days_of(date->year, date->month);
}

/* A number of at most `most` digits; returns how many there were, 0 when there are more. */
static size_t take_number(const char **at, size_t most, unsigned *number)
{
    size_t count = 0;
    *number = 0;
    for (; count <= most && ascii_is_digit((*at)[count]); count++)
        *number = *number * 10 + (unsigned)((*at)[count] - '0');
    if (count > most)
        return 0;
    *at += count;
    return count;
}

/* Nothing follows, or a time does. */
static bool ends_date(const char *at)
{
    if (*at == 'T' || *at == 't')
        return ascii_is_digit(at[1]);
    if (*at == ' ' || *at == ',')
        at += strspn(at, " ,");
    return *at == '\0' || ascii_is_digit(*at) || strncasecmp(at, "at ", 3) == 0;
}

/* 2014-06-05, 2014/6, 2014.06.05, 20140605, 13/6/2014. */
static bool read_numbers(const char *at, struct date *date)
{
    unsigned parts[3] = { 0 };
    size_t digits[3] = { 0 };
    size_t count = 0;
    char mark = '\0';
    while (count < 3 && (digits[count] = take_number(&at, 8, &parts[count])) > 0) {
        count++;
        if (count == 3 || *at == '\0' || strchr("-/.", *at) == NULL || !ascii_is_digit(at[1]) ||
            (mark != '\0' && *at != mark))
            break;
        mark = *at++;
    }
    if (count == 0 || !ends_date(at))
        return false;
    if (count == 1 && digits[0] == 8)
        *date = (struct date){ parts[0] / 10000, parts[0] / 100 % 100, parts[0] % 100 };
    else if (count == 3 && digits[2] == 4 && parts[0] > 12)
        *date = (struct date){ parts[2], parts[1], parts[0] };
    else if (count == 3 && digits[2] == 4 && parts[1] > 12)
        *date = (struct date){ parts[2], parts[0], parts[1] };
    else
        *date = (struct date){ parts[0], parts[1], parts[2] };
    bool told = count == 1 || date->month > 0;
    return (digits[0] == 8 || digits[0] == 4 || digits[2] == 4) && told &&
           (count < 3 || date->day > 0);
}

/* The month that begins at `at`, in full or cut to three letters or more; 0 when none does. */
static unsigned take_month(const char **at)
{
    static const char *const months[] = { "january",   "february", "march",    "april",
                                          "may",       "june",     "july",     "august",
                                          "september", "october",  "november", "december" };
    size_t length = 0;
    while (((*at)[length] | 0x20) >= 'a' && ((*at)[length] | 0x20) <= 'z')
        length++;
    for (unsigned i = 0; i < 12 && length >= 3; i++) {
        if (length <= strlen(months[i]) && strncasecmp(*at, months[i], length) == 0) {
            *at += length + ((*at)[length] == '.');
            return i + 1;
        }
    }
    return 0;
}

/* A word that says nothing of the date: the weekday. */
static const char *skip_weekday(const char *at)
{
    static const char *const days[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        if (strncasecmp(at, days[i], 3) == 0) {
            at += strcspn(at, " ,.");
            return at + strspn(at, " ,.");
        }
    }
    return at;
}

static void take_day(const char **at, unsigned *day)
{
    size_t digits = take_number(at, 2, day);
    bool ordinal = digits > 0 && (strncasecmp(*at, "st", 2) == 0 || strncasecmp(*at, "nd", 2) == 0 ||
                                  strncasecmp(*at, "rd", 2) == 0 || strncasecmp(*at, "th", 2) == 0);
    if (ordinal)
        *at += 2;
    *at += strspn(*at, " ,");
    if (digits > 0 && strncasecmp(*at, "of ", 3) == 0)
        *at += 3;
}

/* June 5, 2014; 5 June 2014; June 2014. */
static bool read_words(const char *at, struct date *date)
{
    at = skip_weekday(at);
    bool day_first = ascii_is_digit(*at);
    if (day_first)
        take_day(&at, &date->day);
    if (*at == '-')
        at++;
    date->month = take_month(&at);
    if (date->month == 0)
        return false;
    at += strspn(at, " ,-");
    const char *day = at;
    unsigned number = 0;
    if (!day_first && take_number(&day, 2, &number) > 0) {
        take_day(&at, &date->day);
        if (date->day == 0)
            return false;
    }
    return take_number(&at, 4, &date->year) == 4 && ends_date(at);
}

/* A Han digit's value, 10 for 十, -1 for none. */
static int han_digit(const char *at)
{
    static const char *const digits[] = { "〇", "一", "二", "三", "四", "五",
                                          "六", "七", "八", "九", "十" };
    for (int i = 0; i <= 10; i++) {
        if (strncmp(at, digits[i], 3) == 0)
            return i;
    }
    return strncmp(at, "零", 3) == 0 ? 0 : -1;
}

/* Arabic digits, or Han ones: one by one (二〇一四) or around 十 (二十五). */
static bool take_han_number(const char **at, unsigned *number)
{
    *at += strspn(*at, " ");
    if (ascii_is_digit(**at)) {
        bool taken = take_number(at, 4, number) > 0;
        *at += strspn(*at, " ");
        return taken;
    }
    unsigned count = 0;
    bool ten = false;
    int digit;
    *number = 0;
    for (; count < 4 && (digit = han_digit(*at)) >= 0; count++, *at += 3) {
        if (digit == 10)
            *number = (*number > 0 ? *number : 1) * 10;
        else
            *number = *number * (ten ? 1 : 10) + (unsigned)digit;
        ten = digit == 10;
    }
    return count > 0;
}

/* 2014年6月5日 and its beginnings. */
static bool read_han(const char *at, struct date *date)
{
    if (!take_han_number(&at, &date->year) || strncmp(at, "年", 3) != 0)
        return false;
    at += 3;
    if (!take_han_number(&at, &date->month))
        return *at == '\0';
    if (strncmp(at, "月", 3) != 0 || date->month == 0)
        return false;
    at += 3;
    if (!take_han_number(&at, &date->day))
        return *at == '\0';
    return (strncmp(at, "日", 3) == 0 || strncmp(at, "号", 3) == 0) && date->day > 0;
}

bool frontmatter_date(const char *text, char iso[FRONTMATTER_DATE_SIZE])
{
    struct date numbers = { 0 };
    struct date words = { 0 };
    struct date han = { 0 };
    text += strspn(text, " \t");
    struct date *date = read_numbers(text, &numbers) ? &numbers
                        : read_words(text, &words)   ? &words
                        : read_han(text, &han)       ? &han
                                                     : NULL;
    if (date == NULL || !is_real(date))
        return false;
    if (date->month == 0)
        snprintf(iso, FRONTMATTER_DATE_SIZE, "%04u", date->year % 10000);
    else if (date->day == 0)
        snprintf(iso, FRONTMATTER_DATE_SIZE, "%04u-%02u", date->year % 10000, date->month % 100);
    else
        snprintf(iso, FRONTMATTER_DATE_SIZE, "%04u-%02u-%02u", date->year % 10000,
                 date->month % 100, date->day % 100);
    return true;
}
