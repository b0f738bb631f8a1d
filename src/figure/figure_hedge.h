/* figure_hedge: the words around a figure that say how exact it is.
 *
 * “nearly $50 million”, “up to 30%”, “more than 4.4 million”, “two or more”; 近4亿, 超过440万,
 * 至多, 一年之内, 5万左右. Tables of the usual ones; what stands further off than the word next
 * to the figure (but for 最多提高到 30%) is not seen. Nothing is allocated. */
#ifndef DIPTYCH_FIGURE_FIGURE_HEDGE_H
#define DIPTYCH_FIGURE_FIGURE_HEDGE_H

#include "figure/figure.h"
#include "figure/figure_scan.h"

/* Adds to figure->hedges what stands before its start and behind its end. The end moves over 多
 * 余 左右, which belong to the number. */
void figure_hedge_read(const struct figure_scan *scan, struct figure *figure);

/* More than 20 but less than 30: makes a range of the second of two figures where they bound one
 * number from either side. */
bool figure_hedge_join(const struct figure_scan *scan, const struct figure *first,
                       struct figure *second);

/* Appends the hedges in words, commas between: about, nearly, more than, less than, up to, at least,
 * vague, ago. */
void figure_hedge_print(unsigned hedges, struct buffer *out);

/* Appends what hedges a figure and what it is the price of: about, per share; head where a table's head told
 * its unit or scale. */
void figure_hedge_remark(const struct figure *figure, struct buffer *out);

#endif
