/* parallel_page: two versions of a story as rows, passage beside passage, as in a parallel edition.
 *
 * A document of one table with two columns, the passages of the text one comes from on the left. Where
 * a version has nothing, its cell is empty. Every passage is a LINK_CONTEXT link whose target is
 * the article's id and whose place is where the passage begins there. */
#ifndef DIPTYCH_PAGE_PARALLEL_PAGE_H
#define DIPTYCH_PAGE_PARALLEL_PAGE_H

#include "query/text_pair.h"

/* The pair must be ready. *place: where the passage is that holds `cursor` of that side. The
 * document is the caller's. */
struct document *parallel_page_compose(const struct text_pair *text_pair, int side, size_t cursor,
                                       size_t *place);

#endif
