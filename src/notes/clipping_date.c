#include "notes/clipping_date.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "notes/stamp.h"

struct reading {
    unsigned long year;
    unsigned long month;
    unsigned long day;
    unsigned long hour;
    unsigned long minute;
    unsigned long second;
    bool after_noon;
    bool half_day; /* the hour counts to 12 */
};

/* How the months' names begin, as far as no day of the week does. */
static const char *const months[12][8] = {
    { "jan", "enero", "genn", "янв" },
    { "feb", "fév", "fev", "фев" },
    { "march", "mars", "marz", "mär", "maart", "março", "март" },
    { "apr", "avr", "abr", "апр" },
    { "may", "mai", "mag", "mei", "мая" },
    { "jun", "juin", "giu", "июн" },
    { "jul", "juil", "lug", "июл" },
    { "aug", "ago", "aoû", "авг" },
    { "sep", "set", "сен" },
    { "oct", "okt", "ott", "out", "окт" },
    { "nov", "ноя" },
    { "dec", "dez", "déc", "dic", "дек" },
};

static unsigned long month_of(const char *word)
{
    for (unsigned long i = 0; i < 12; i++)
        for (size_t k = 0; k < 8 && months[i][k] != NULL; k++)
            if (strncasecmp(word, months[i][k], strlen(months[i][k])) == 0)
                return i + 1;
    return 0;
}

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

/* Hours, minutes and seconds, from the hour on; returns what stands behind. */
static const char *read_clock(const char *text, struct reading *reading)
{
    char *end;
    reading->hour = strtoul(text, &end, 10);
    reading->minute = strtoul(end + 1, &end, 10);
    if (*end == ':')
        reading->second = strtoul(end + 1, &end, 10);
    const char *at = end + strspn(end, " ");
    if (strncasecmp(at, "am", 2) == 0 || strncasecmp(at, "pm", 2) == 0) {
        reading->half_day = true;
        reading->after_noon = at[0] == 'p' || at[0] == 'P';
    }
    return end;
}

static const char *read_number(const char *text, struct reading *reading)
{
    char *end;
    unsigned long value = strtoul(text, &end, 10);
    if (*end == ':')
        return read_clock(text, reading);
    if (begins(end, "年") || (end - text == 4 && value > 1900))
        reading->year = value;
    else if (begins(end, "月"))
        reading->month = value;
    else if (begins(end, "日") || (end - text <= 2 && reading->day == 0))
        reading->day = value;
    return end;
}

/* A word, and what it tells; returns what stands behind. */
static const char *read_word(const char *text, struct reading *reading)
{
    static const char *const noons[] = { "上午", "下午", "午前", "午後" };
    for (size_t i = 0; i < sizeof noons / sizeof *noons; i++) {
        if (!begins(text, noons[i]))
            continue;
        reading->half_day = true;
        reading->after_noon = i % 2 == 1;
        return text + strlen(noons[i]);
    }
    if (reading->month == 0)
        reading->month = month_of(text);
    /* One character of Chinese at a time: there are no blanks. */
    if (begins(text, "年") || begins(text, "月") || begins(text, "日") || begins(text, "星期"))
        return text + strlen("年");
    while (*text != '\0' && strchr(" ,.|()0123456789", *text) == NULL &&
           !begins(text, noons[0]) && !begins(text, noons[1]))
        text++;
    return text;
}

bool clipping_date_read(const char *text, char out[ANNOTATION_TIME_SIZE])
{
    struct reading reading = { .year = 0 };
    char made[64], time[ANNOTATION_TIME_SIZE];
    while (*text != '\0') {
        if (*text >= '0' && *text <= '9')
            text = read_number(text, &reading);
        else if (strchr(" ,.|()", *text) != NULL)
            text++;
        else
            text = read_word(text, &reading);
    }
    if (reading.half_day)
        reading.hour = reading.hour % 12 + (reading.after_noon ? 12 : 0);
    if (reading.year == 0 || reading.year > 9999 || reading.month == 0 || reading.month > 12 ||
        reading.day == 0 || reading.day > 31 || reading.hour > 23 || reading.minute > 59 ||
        reading.second > 60)
        return false;
    snprintf(made, sizeof made, "%04lu-%02lu-%02luT%02lu:%02lu:%02luZ", reading.year, reading.month,
             reading.day, reading.hour, reading.minute, reading.second);
    if (!stamp_parse(made, time))
        return false;
    memcpy(out, time, sizeof time);
    return true;
}
