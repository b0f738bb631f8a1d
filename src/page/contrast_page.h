/* contrast_page: contrasts (query/contrast.h) as a text to read: a heading for each section, a row
 * a line, A to the left and B to the right where both have something. Each is a LINK_CONTEXT link
 * to its place. */
#ifndef DIPTYCH_PAGE_CONTRAST_PAGE_H
#define DIPTYCH_PAGE_CONTRAST_PAGE_H

#include "query/contrast.h"

/* One behind the other, `count` of them; with more than one each begins with a heading. The document
 * is the caller's. */
struct document *contrast_page_compose(const struct contrast *contrasts, size_t count);

#endif
