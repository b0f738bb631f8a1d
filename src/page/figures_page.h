/* figures_page: all figures of two versions of a story beside one another, as a text to read.
 *
 * A heading for each status, the one worth looking at first: those that differ, are rounded, stand
 * in one version only, agree. Below it a table with a row a pair: the figure in its context in
 * this version, in the other one, then what it counts and the value. Each context is a LINK_CONTEXT
 * link whose target is the article's id and whose place is where the figure begins there. */
#ifndef DIPTYCH_PAGE_FIGURES_PAGE_H
#define DIPTYCH_PAGE_FIGURES_PAGE_H

#include "query/text_pair.h"

/* The pair must be ready. *place: where the row of the figure at `cursor` of that side is, else
 * the first row. NULL when neither text has a figure. The document is the caller's. */
struct document *figures_page_compose(const struct text_pair *text_pair, int side, size_t cursor,
                                      size_t *place);

#endif
