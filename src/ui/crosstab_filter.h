/* crosstab_filter: which rows of a crosstab its filter leaves.
 *
 * The filter's words, parted by spaces (quotes bind), must all occur, folded, in a
 * name of the row or in its type; but these say where the row is to be mentioned:
 *
 *     in:X     in X
 *     not:X    nowhere in X
 *     only:X   in X, and in no other column
 *
 * X stands for columns: the one with that id or number (1 the first), else those of that language,
 * else those whose id begins so, else those whose publisher has X in its name. */
#ifndef DIPTYCH_UI_CROSSTAB_FILTER_H
#define DIPTYCH_UI_CROSSTAB_FILTER_H

#include "ui/crosstab.h"

/* The X of the filter that stands for no column, NULL when each does. Caller frees. */
char *crosstab_filter_fault(const struct crosstab *crosstab);

/* The filter that comes next for the column by that cycle. Caller frees. */
char *crosstab_cycled_filter(const struct crosstab *crosstab, const struct crosstab_column *column);

/* The next word of *rest, which moves on behind it; what stands in quotes is one. NULL at the end.
 * Caller frees. */
char *crosstab_word(const char **rest);

/* Which rows (an element a row as they were added) the filter leaves. */
void crosstab_filter_rows(const struct crosstab *crosstab, unsigned char *kept);

#endif
