/* figure_count: which numbers without a unit are counts and ordinals.
 *
 *   - A bare number in digits counts things, unless it is a name's or a label's: behind a
 *     capitalised word (Windows 10, IBS 3000) or page, chapter, No.; before a capitalised word
 *     (11 Main, 10 Downing Street); part of a version, a time of day or a word (1.2.3, 9:30, B2C,
 *     5G). In Chinese it needs a measure word, a noun or a scale behind it, or a verb before it.
 *   - English numbers below a hundred in words count only with a plural noun near (two Chinese
 *     companies; not “the two talked”). “One” and “a” count nothing, “half” no things.
 *   - Chinese numerals without a scale count with a measure word alone (两家; not 三角). 一 is an
 *     article, 二 with a measure word and set phrases (三番五次) are none, formal numerals neither.
 *   - Ordinals are 第三 and the third; first and 第一 only as ranks (ranked first, 世界第一), not
 *     “the first to”, 第一时间, 第三方; 第50条 and 第214页 are names. */
#ifndef DIPTYCH_FIGURE_FIGURE_COUNT_H
#define DIPTYCH_FIGURE_FIGURE_COUNT_H

#include "figure/figure_term.h"

/* Judges the number made of `low` to `high`, whose span and value are in `figure`; fills in kind,
 * noun and hedges, and takes the Chinese measure word into the span. `listed` tells that it stands
 * in a list whose last member has a noun. */
bool figure_count_judge(const struct figure_scan *scan, const struct figure_term *low,
                        const struct figure_term *high, bool listed, struct figure *figure);

/* Whether the digits go on in a way numbers do not: 1.2.3, 24/7, 9:30, 5G; *past is where. */
bool figure_count_goes_on(const struct figure_scan *scan, const struct figure_term *term,
                          size_t *past);

/* Whether what stands before `start` makes a number a label: Windows 10, page 5, No. 7. */
bool figure_count_is_label(const struct figure_scan *scan, size_t start);

/* Whether the number in words from `start` to `end` is a name's: the Forty Niners, the Seven Years'
 * War, the Group of Seven. */
bool figure_count_is_name(const struct figure_scan *scan, size_t start, size_t end);

/* threefold, a tenfold rise; draw followers by the million: at `at`, where the word stands. */
bool figure_count_word(const struct figure_scan *scan, size_t at, struct figure *figure);

#endif
