/* figure_quantity: a number with what it measures or counts: every figure but dates.
 *
 * What counts, as a careful reader would take it:
 *   - A number with a unit, currency or percent sign counts, in digits or words; so do 百分之,
 *     成 (三成: 30 %) and 个百分点.
 *   - A bare number in digits counts things, unless it is a name's or a label's: behind a
 *     capitalised word (Windows 10, IBS 3000) or page, chapter, No.; before a capitalised word
 *     (11 Main); part of a version, a date, a time of day or a fraction (1.2.3, 9:30, 24/7), of
 *     letters (B2C, 5G), of a score (104-98).
 *   - English numbers below a hundred in words count only with a plural noun near (two Chinese
 *     companies; not “the two talked”). “One” and “a” count with a unit alone, and with a
 *     duration only where they measure (a year ago, in one day; not “one day”). “Half” counts
 *     with a unit (half a year), not of a thing (half of them).
 *   - Chinese numerals without a scale count with a measure word or unit alone (两家, 十分钟;
 *     not 十分, 三角). 一 counts as a duration that measures (一年之内, 过去一年), else it is
 *     an article. 二 with a measure word and set phrases (三番五次, 万一) are none.
 *   - Ordinals are 第三 and the third; first and 第一 only as ranks (ranked first, 世界第一),
 *     not “the first to”, 第一时间, 第三方.
 *   - A third and 三分之一 have no exact decimal and are none; nor are shares: one in five,
 *     nine out of ten.
 *   - Vague numbers are those that tell a magnitude (millions, 数百万, dozens), not several,
 *     几家. */
#ifndef DIPTYCH_FIGURE_FIGURE_QUANTITY_H
#define DIPTYCH_FIGURE_FIGURE_QUANTITY_H

#include "figure/figure.h"
#include "figure/figure_scan.h"

/* Reads the figure that begins at `at`, where a word, a number, a sign or a Han character begins.
 * False when there is none; *past is then where to go on, beyond a number that is no figure. */
bool figure_quantity_read(const struct figure_scan *scan, size_t at, struct figure *figure,
                          size_t *past);

#endif
