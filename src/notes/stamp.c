#include "notes/stamp.h"

#include <ctype.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/sha256.h"

static const char digits[] = "0123456789abcdefghjkmnpqrstvwxyz";

#define ID_LENGTH (ANNOTATION_ID_SIZE - 1)
#define ID_TIME 9 /* characters of time: 35 bits of seconds, 10 of their parts */

/* Chance for an id. Where the system gives none, clock and process do: the store refuses an id
 * that is taken, so that chance saves a second try and no more. */
static uint32_t draw(void)
{
    uint32_t bits = 0;
    int file = open("/dev/urandom", O_RDONLY | O_CLOEXEC);
    bool drawn = file >= 0 && read(file, &bits, sizeof bits) == (ssize_t)sizeof bits;
    if (file >= 0)
        close(file);
    if (!drawn) {
        struct timespec now;
        unsigned char digest[SHA256_SIZE];
        char seed[64];
        clock_gettime(CLOCK_REALTIME, &now);
        snprintf(seed, sizeof seed, "%ld %ld", (long)now.tv_nsec, (long)getpid());
        sha256(seed, strlen(seed), digest);
        memcpy(&bits, digest, sizeof bits);
    }
    return bits;
}

void stamp_id(const struct timespec *time, char out[ANNOTATION_ID_SIZE])
{
    uint64_t early = time->tv_sec > 0 ? (uint64_t)time->tv_sec << 10 : 0;
    early += (uint64_t)time->tv_nsec * 1024 / 1000000000;
    uint32_t chance = draw();
    for (int i = 0; i < ID_TIME; i++)
        out[i] = digits[early >> (5 * (ID_TIME - 1 - i)) & 31];
    for (int i = ID_TIME; i < ID_LENGTH; i++)
        out[i] = digits[chance >> (5 * (i - ID_TIME)) & 31];
    out[ID_LENGTH] = '\0';
}

void stamp_next_id(char id[ANNOTATION_ID_SIZE])
{
    for (int i = ID_LENGTH - 1; i >= 0; i--) {
        const char *digit = strchr(digits, id[i]);
        if (digit != NULL && digit[1] != '\0') {
            id[i] = digit[1];
            return;
        }
        id[i] = digits[0];
    }
}

bool stamp_is_id(const char *text)
{
    return strlen(text) == ID_LENGTH && strspn(text, digits) == ID_LENGTH;
}

void stamp_time(int64_t seconds, char out[ANNOTATION_TIME_SIZE])
{
    time_t time = (time_t)seconds;
    struct tm tm;
    if (seconds < 0 || gmtime_r(&time, &tm) == NULL || tm.tm_year > 9999 - 1900)
        snprintf(out, ANNOTATION_TIME_SIZE, "1970-01-01T00:00:00Z");
    else if (strftime(out, ANNOTATION_TIME_SIZE, "%Y-%m-%dT%H:%M:%SZ", &tm) == 0)
        out[0] = '\0';
}

/* `count` digits at *at as a number from `least` to `most`. */
static bool take_number(const char **at, int count, int least, int most, int *value)
{
    *value = 0;
    for (int i = 0; i < count; i++) {
        if (!isdigit((unsigned char)(*at)[i]))
            return false;
        *value = *value * 10 + ((*at)[i] - '0');
    }
    *at += count;
    return *value >= least && *value <= most;
}

static bool take(const char **at, char wanted)
{
    if (**at != wanted)
        return false;
    ++*at;
    return true;
}

/* Days since 1970-01-01 in the proleptic Gregorian calendar. */
static int64_t days_since_1970(int year, int month, int day)
{
    int64_t y = month <= 2 ? year - 1 : year;
    int64_t era = (y >= 0 ? y : y - 399) / 400;
    int64_t of_era = y - era * 400;
    int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static bool take_clock(const char **at, int64_t *seconds)
{
    int hour, minute, second = 0;
    if (!take_number(at, 2, 0, 24, &hour) || !take(at, ':') || !take_number(at, 2, 0, 59, &minute))
        return false;
    if (take(at, ':') && !take_number(at, 2, 0, 60, &second))
        return false;
    if (**at == '.' || **at == ',') {
        ++*at;
        *at += strspn(*at, "0123456789");
    }
    *seconds += hour * 3600 + minute * 60 + second;
    return true;
}

static bool take_zone(const char **at, int64_t *seconds)
{
    int hour, minute = 0;
    if (**at == '\0' || take(at, 'Z') || take(at, 'z'))
        return true;
    int sign = **at == '+' ? 1 : **at == '-' ? -1 : 0;
    if (sign == 0)
        return false;
    ++*at;
    if (!take_number(at, 2, 0, 14, &hour))
        return false;
    (void)take(at, ':');
    if (**at != '\0' && !take_number(at, 2, 0, 59, &minute))
        return false;
    *seconds -= sign * (hour * 3600 + minute * 60);
    return true;
}

bool stamp_parse(const char *text, char out[ANNOTATION_TIME_SIZE])
{
    const char *at = text;
    int year, month, day;
    if (!take_number(&at, 4, 1970, 9999, &year) || !take(&at, '-') ||
        !take_number(&at, 2, 1, 12, &month) || !take(&at, '-') || !take_number(&at, 2, 1, 31, &day))
        return false;
    int64_t seconds = days_since_1970(year, month, day) * 86400;
    if (*at == 'T' || *at == 't' || *at == ' ') {
        at++;
        if (!take_clock(&at, &seconds))
            return false;
        if (*at == ' ')
            at++;
        if (!take_zone(&at, &seconds))
            return false;
    }
    stamp_time(seconds, out);
    return *at == '\0';
}
