/* figure_scan: the stretch of text in which figures are looked for.
 *
 * One block of a document, from `from` to `to`; nothing before or behind it is looked at. All the
 * readers of figures take it and a place in it. What they share is here: looking for words of
 * either language behind and before a place. Nothing is allocated; all look-ups are bounded. */
#ifndef DIPTYCH_FIGURE_FIGURE_SCAN_H
#define DIPTYCH_FIGURE_FIGURE_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include "figure/figure_date.h"
#include "text/latinword.h"
#include "text/numeral.h"

/* A numeral that was read, for the next reader who asks at the same place. */
#define FIGURE_MEMOS 8
struct figure_memo {
    size_t at;
    size_t to;
    bool found;
    struct numeral numeral;
};

struct figure_scan {
    const char *text;
    size_t from;
    size_t to;
    struct figure_date published; /* not set when it is not known */
    bool today;                   /* the day itself is a date (figures_options) */
    struct figure_memo *memo;     /* FIGURE_MEMOS of this text; NULL: nothing is kept */
};

/* Three bytes as a number, in the order of strcmp: a Han character, or how a word begins. */
static inline unsigned figure_scan_head(const char *bytes)
{
    return (unsigned)(unsigned char)bytes[0] << 16 | (unsigned)(unsigned char)bytes[1] << 8 |
           (unsigned char)bytes[2];
}

/* The size of `words` when its bytes stand at `at`, else 0. */
size_t figure_scan_size(const struct figure_scan *scan, size_t at, const char *words);

/* Whether the bytes of `words` stand at `at`, or end at `at`. */
bool figure_scan_is(const struct figure_scan *scan, size_t at, const char *words);
bool figure_scan_was(const struct figure_scan *scan, size_t at, const char *words);

/* The longest of `words` (wordlist.h) at `at`, or that ends there: its number and size; -1 and 0. */
int figure_scan_any(const struct figure_scan *scan, size_t at, const char *words, size_t *size);
int figure_scan_any_before(const struct figure_scan *scan, size_t at, const char *words,
                           size_t *size);

/* Past blanks, at most a few. */
size_t figure_scan_skip(const struct figure_scan *scan, size_t at);
size_t figure_scan_skip_back(const struct figure_scan *scan, size_t at);

/* Whether nothing but what stands from `start` to `end` is in the block, but for a full stop. */
bool figure_scan_is_all(const struct figure_scan *scan, size_t start, size_t end);

/* The English word behind `at`, past blanks or a single hyphen. */
bool figure_scan_word(const struct figure_scan *scan, size_t at, struct latinword *word);

/* The one before `at`, past blanks. */
bool figure_scan_word_before(const struct figure_scan *scan, size_t at, struct latinword *word);

/* Whether one of them does. */
bool figure_scan_is_in(const struct figure_scan *scan, size_t at, const char *words);
bool figure_scan_was_in(const struct figure_scan *scan, size_t at, const char *words);

/* Moves *at over one of `words` that stands there. */
bool figure_scan_over(const struct figure_scan *scan, size_t *at, const char *words);

/* Moves *at over the English words behind it, or before it, that are as `words` has them (latinword_past). */
bool figure_scan_past(const struct figure_scan *scan, size_t *at, const char *words);
bool figure_scan_back(const struct figure_scan *scan, size_t *at, const char *words);

/* Whether they stand there. */
bool figure_scan_word_in(const struct figure_scan *scan, size_t at, const char *words);
bool figure_scan_word_before_in(const struct figure_scan *scan, size_t at, const char *words);

/* What stands before a place and behind one: English words as latinword_past has them, or, where the list
 * begins with a Han character or with _, one of these just there; behind ! none of it. NULL: whatever. */
struct figure_context {
    const char *before, *behind;
};

/* Whether it is before `start` and behind `end` as one of the contexts has it. */
bool figure_scan_fits(const struct figure_scan *scan, size_t start, size_t end,
                      const struct figure_context *contexts, size_t count);
#define FIGURE_FITS(scan, start, end, contexts) \
    figure_scan_fits(scan, start, end, contexts, sizeof(contexts) / sizeof *(contexts))

/* Whether one of `words` stands no more than 200 bytes before `start` or behind `end`. */
bool figure_scan_about(const struct figure_scan *scan, size_t start, size_t end, const char *words);

/* Whether one of `words` begins in the `reach` bytes before `at`; is among the `count` English words. */
bool figure_scan_near_before(const struct figure_scan *scan, size_t at, size_t reach, const char *words);
bool figure_scan_few_before(const struct figure_scan *scan, size_t at, int count, const char *words);

/* Reads the number at `at`, as numeral_read; and false where it has no value. */
bool figure_scan_read(const struct figure_scan *scan, size_t at, struct numeral *numeral);
bool figure_scan_numeral(const struct figure_scan *scan, size_t at, struct numeral *numeral);

/* The bytes of the digit at `at`; 0 where there is none. */
size_t figure_scan_digit(const struct figure_scan *scan, size_t at);

/* The code point at `at`, or that ends there; 0 at the edge. */
unsigned long figure_scan_code(const struct figure_scan *scan, size_t at);
unsigned long figure_scan_code_before(const struct figure_scan *scan, size_t at);

#endif
