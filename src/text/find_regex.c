#include "text/find_regex.h"

#include <regex.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/xalloc.h"
#include "text/find_literal.h"
#include "text/utf8.h"

#define PATTERN_MAX 4096
#define REPEATS_MAX 100000 /* states that {m,n} may multiply to before memory is at stake */

struct find_regex {
    regex_t compiled;
    bool whole_word;
    struct buffer part; /* NUL-terminated copy of what is being matched */
};

/* A stretch of the text that is matched at once: hits start in [start, end), and may end
 * anywhere before `limit`. */
struct part {
    size_t start;
    size_t end;
    size_t limit;
};

/* The product of the pattern's {m,n} bounds: what regcomp would copy. */
static unsigned long repeats(const char *pattern)
{
    unsigned long product = 1;
    for (const char *p = pattern; *p != '\0' && product <= REPEATS_MAX; p++) {
        unsigned long bound = 1;
        if (*p == '\\' && p[1] != '\0') {
            p++;
            continue;
        }
        if (*p != '{')
            continue;
        for (p++; *p != '\0' && *p != '}'; p++) {
            char *end;
            unsigned long value = *p >= '0' && *p <= '9' ? strtoul(p, &end, 10) : 0;
            if (value > bound)
                bound = value;
            if (value > 0 || *p == '0')
                p = end - 1;
        }
        product = bound > REPEATS_MAX ? REPEATS_MAX + 1 : product * bound;
        if (*p == '\0')
            break;
    }
    return product;
}

struct find_regex *find_regex_new(const char *pattern, bool fold_case, bool whole_word,
                                  struct error *error)
{
    if (strlen(pattern) > PATTERN_MAX || repeats(pattern) > REPEATS_MAX) {
        error_set(error, "regular expression: too long or too many repetitions");
        return NULL;
    }
    struct find_regex *regex = xcalloc(1, sizeof *regex);
    int status = regcomp(&regex->compiled, pattern,
                         REG_EXTENDED | REG_NEWLINE | (fold_case ? REG_ICASE : 0));
    if (status != 0) {
        char reason[256];
        regerror(status, &regex->compiled, reason, sizeof reason);
        error_set(error, "regular expression %s: %s", pattern, reason);
        free(regex);
        return NULL;
    }
    regex->whole_word = whole_word;
    return regex;
}

void find_regex_free(struct find_regex *regex)
{
    if (regex == NULL)
        return;
    regfree(&regex->compiled);
    buffer_free(&regex->part);
    free(regex);
}

/* ---- paragraphs and parts ---- */

static size_t code_point_start(const char *text, size_t length, size_t at)
{
    while (at > 0 && at < length && ((unsigned char)text[at] & 0xC0) == 0x80)
        at--;
    return at;
}

/* Offset after the empty line that text[at] == '\n' begins; 0 when it begins none. */
static size_t empty_line_end(const char *text, size_t length, size_t at)
{
    for (size_t i = at + 1; i < length; i++) {
        if (text[i] == '\n')
            return i + 1;
        if (text[i] != ' ' && text[i] != '\t')
            return 0;
    }
    return 0;
}

/* Cuts [start, limit) at its first empty line; `next` is where the following part begins. */
static size_t paragraph_end(const char *text, size_t length, size_t start, size_t limit,
                            size_t *next)
{
    const char *newline;
    for (size_t at = start; at < limit; at = (size_t)(newline - text) + 1) {
        newline = memchr(text + at, '\n', limit - at);
        if (newline == NULL)
            break;
        *next = empty_line_end(text, length, (size_t)(newline - text));
        if (*next > 0)
            return (size_t)(newline - text);
    }
    *next = limit;
    return limit;
}

static void take_part(struct find_regex *regex, const char *text, struct part part)
{
    buffer_truncate(&regex->part, 0);
    buffer_add(&regex->part, text + part.start, part.limit - part.start);
    for (char *nul; (nul = memchr(regex->part.data, '\0', regex->part.length)) != NULL;)
        *nul = ' ';
}

/* ---- matching ---- */

/* First non-empty match that starts at or after `from` in the part that was taken. */
static bool next_match(struct find_regex *regex, const char *text, size_t length,
                       struct part part, size_t from, struct span *hit)
{
    regmatch_t match;
    while (from < part.end) {
        const char *base = regex->part.data + (from - part.start);
        bool inside = from > 0 && text[from - 1] != '\n';
        if (regexec(&regex->compiled, base, 1, &match, inside ? REG_NOTBOL : 0) != 0)
            return false;
        hit->start = code_point_start(text, length, from + (size_t)match.rm_so);
        hit->end = from + (size_t)match.rm_eo;
        while (hit->end < length && ((unsigned char)text[hit->end] & 0xC0) == 0x80)
            hit->end++;
        if (hit->start >= part.end)
            return false;
        if (match.rm_eo > match.rm_so &&
            (!regex->whole_word || find_literal_is_whole(text, length, *hit)))
            return true;
        uint32_t code_point;
        from = hit->start;
        from += utf8_decode(text + from, length - from, &code_point);
    }
    return false;
}

/* The part that begins at `start` and does not reach `end`. */
static struct part part_from(const char *text, size_t length, size_t start, size_t *next)
{
    struct part part = { .start = start };
    size_t reach = length - start > FIND_REGEX_PART ? start + FIND_REGEX_PART : length;
    reach = code_point_start(text, length, reach);
    part.end = paragraph_end(text, length, start, reach, next);
    part.limit = part.end;
    if (*next == reach && reach < length) {
        size_t beyond;
        size_t far = length - reach > FIND_REGEX_BEYOND ? reach + FIND_REGEX_BEYOND : length;
        far = code_point_start(text, length, far);
        part.limit = paragraph_end(text, length, reach, far, &beyond);
    }
    return part;
}

bool find_regex_forward(struct find_regex *regex, const char *text, size_t length, size_t from,
                        struct span *hit)
{
    for (size_t next; from < length; from = next) {
        struct part part = part_from(text, length, from, &next);
        if (part.limit == part.start)
            continue;
        take_part(regex, text, part);
        if (next_match(regex, text, length, part, from, hit))
            return true;
    }
    return false;
}

/* All parts of [start, to) in order; the last hit before `to` wins. */
static bool last_between(struct find_regex *regex, const char *text, size_t length, size_t start,
                         size_t to, struct span *hit)
{
    bool found = false;
    struct span span;
    for (size_t next; start < to; start = next) {
        struct part part = part_from(text, length, start, &next);
        if (part.limit == part.start)
            continue;
        if (part.end > to)
            part.end = to;
        take_part(regex, text, part);
        for (size_t at = start; next_match(regex, text, length, part, at, &span); at = span.end) {
            *hit = span;
            found = true;
        }
    }
    return found;
}

/* Start of the last line that begins at or before `at`, but not further back than a part. */
static size_t line_start(const char *text, size_t length, size_t at)
{
    size_t floor = at > FIND_REGEX_PART ? at - FIND_REGEX_PART : 0;
    size_t i = at;
    while (i > floor && text[i - 1] != '\n')
        i--;
    return i > floor || floor == 0 ? i : code_point_start(text, length, at);
}

bool find_regex_backward(struct find_regex *regex, const char *text, size_t length, size_t before,
                         struct span *hit)
{
    size_t to = before < length ? before : length;
    while (to > 0) {
        size_t start = line_start(text, length, to > FIND_REGEX_PART ? to - FIND_REGEX_PART : 0);
        if (last_between(regex, text, length, start, to, hit))
            return true;
        to = start;
    }
    return false;
}
