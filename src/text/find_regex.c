#define PCRE2_CODE_UNIT_WIDTH 8

#include "text/find_regex.h"

#include <pcre2.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buffer.h"
#include "base/xalloc.h"
#include "text/find_literal.h"
#include "text/utf8.h"

#define PATTERN_LIMIT 4096
#define NESTING_LIMIT 100
#define MATCH_LIMIT 400000       /* steps in one part: some 20 ms */
#define PATIENCE 0.4             /* seconds of processor time that an expression has ... */
#define PATIENCE_A_BYTE 3e-8     /* ... and more for each byte of text that it has got through */
#define HEAP_LIMIT ((uint32_t)16 << 10) /* KiB that backtracking may take */

struct find_regex {
    pcre2_code *code;
    pcre2_match_data *match;
    pcre2_match_context *limits;
    size_t lookbehind; /* code points before a hit that the expression may look at */
    unsigned strikes;  /* parts whose matching ran into a limit */
    clock_t spent;     /* processor time in matching */
    size_t searched;   /* bytes that were got through */
    bool whole_word;
};

/* A stretch of the text that is matched at once: hits start in [start, end), and may end
 * anywhere before `limit`. */
struct part {
    size_t start;
    size_t end;
    size_t limit;
};

/* The pattern with the edges of a word as vi and grep write them, \< and \>, in Perl's words. */
static char *translate_word_edges(const char *pattern)
{
    struct buffer out = { 0 };
    bool in_class = false;
    for (const char *p = pattern; *p != '\0'; p++) {
        if (*p == '\\' && p[1] != '\0') {
            p++;
            if (!in_class && *p == '<')
                buffer_add_text(&out, "\\b(?=\\w)");
            else if (!in_class && *p == '>')
                buffer_add_text(&out, "\\b(?<=\\w)");
            else
                buffer_add(&out, p - 1, 2);
            continue;
        }
        if (*p == '[')
            in_class = true;
        else if (*p == ']')
            in_class = false;
        buffer_add_byte(&out, *p);
    }
    return buffer_take(&out);
}

static pcre2_code *compile_pattern(const char *pattern, bool fold_case, struct error *error)
{
    int status;
    PCRE2_SIZE at;
    pcre2_compile_context *context = pcre2_compile_context_create(NULL);
    if (context == NULL) {
        error_set(error, "regular expression %s: out of memory", pattern);
        return NULL;
    }
    pcre2_set_max_pattern_length(context, PATTERN_LIMIT);
    pcre2_set_parens_nest_limit(context, NESTING_LIMIT);
    pcre2_set_newline(context, PCRE2_NEWLINE_LF);
    char *perl = translate_word_edges(pattern);
    uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C;
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)perl, PCRE2_ZERO_TERMINATED,
                                     options | (fold_case ? PCRE2_CASELESS : 0), &status, &at,
                                     context);
    if (code == NULL) {
        PCRE2_UCHAR reason[256];
        pcre2_get_error_message(status, reason, sizeof reason);
        error_set(error, "regular expression %s: %s", pattern, (const char *)reason);
    }
    free(perl);
    pcre2_compile_context_free(context);
    return code;
}

struct find_regex *find_regex_new(const char *pattern, bool fold_case, bool whole_word,
                                  struct error *error)
{
    pcre2_code *code = compile_pattern(pattern, fold_case, error);
    if (code == NULL)
        return NULL;
    struct find_regex *regex = xcalloc(1, sizeof *regex);
    uint32_t lookbehind = 0;
    pcre2_pattern_info(code, PCRE2_INFO_MAXLOOKBEHIND, &lookbehind);
    regex->lookbehind = lookbehind > 0 ? lookbehind : 1;
    regex->whole_word = whole_word;
    regex->match = pcre2_match_data_create(1, NULL);
    regex->limits = pcre2_match_context_create(NULL);
    regex->code = code;
    if (regex->match == NULL || regex->limits == NULL) {
        error_set(error, "regular expression %s: out of memory", pattern);
        find_regex_free(regex);
        return NULL;
    }
    pcre2_set_match_limit(regex->limits, MATCH_LIMIT);
    pcre2_set_depth_limit(regex->limits, MATCH_LIMIT);
    pcre2_set_heap_limit(regex->limits, HEAP_LIMIT);
    return regex;
}

void find_regex_free(struct find_regex *regex)
{
    if (regex == NULL)
        return;
    pcre2_match_data_free(regex->match);
    pcre2_match_context_free(regex->limits);
    pcre2_code_free(regex->code);
    free(regex);
}

bool find_regex_gave_up(const struct find_regex *regex)
{
    double seconds = (double)regex->spent / CLOCKS_PER_SEC;
    return regex->strikes >= FIND_REGEX_STRIKES ||
           seconds > PATIENCE + PATIENCE_A_BYTE * (double)regex->searched;
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

/* ---- matching ---- */

/* Start of what the expression may look back at from `at`: never the first byte matched, so that
 * ^ and \b see the character before it. */
static size_t context_start(const struct find_regex *regex, const char *text, size_t at)
{
    for (size_t i = 0; i < regex->lookbehind && at > 0; i++)
        at = utf8_previous(text, at);
    return at;
}

static int match_once(struct find_regex *regex, const char *text, size_t base, size_t limit,
                      size_t from)
{
    clock_t start = clock();
    int status = pcre2_match(regex->code, (PCRE2_SPTR)text + base, limit - base, from - base,
                             PCRE2_NOTEMPTY | PCRE2_NO_UTF_CHECK, regex->match, regex->limits);
    regex->spent += clock() - start;
    return status;
}

/* First non-empty match that starts at or after `from` in the part. A part in which matching runs
 * into a limit has none, and counts as a strike. */
static bool next_match(struct find_regex *regex, const char *text, size_t length,
                       struct part part, size_t from, struct span *hit)
{
    while (from < part.end && !find_regex_gave_up(regex)) {
        size_t base = context_start(regex, text, from);
        int status = match_once(regex, text, base, part.limit, from);
        if (status < 0) {
            regex->strikes += status != PCRE2_ERROR_NOMATCH;
            regex->searched += part.end - from;
            return false;
        }
        const PCRE2_SIZE *found = pcre2_get_ovector_pointer(regex->match);
        *hit = (struct span){ base + found[0], base + found[1] };
        regex->searched += hit->start > from ? hit->start - from : 0;
        if (hit->start >= part.end)
            return false;
        /* \K may put the start of a hit behind its end, or before where it was sought. */
        if (hit->end > hit->start && hit->start >= from &&
            (!regex->whole_word || find_literal_is_whole(text, length, *hit)))
            return true;
        uint32_t code_point;
        from = hit->start > from ? hit->start : from;
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
