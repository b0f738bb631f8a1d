/* timeline_page: what happened when in the articles of a story, as a text to read: a strip of the
 * years, then a heading for each event with a row for each report that tells it, those whose date
 * is another one marked with it. Each sentence is a LINK_CONTEXT link to its place. */
#ifndef DIPTYCH_PAGE_TIMELINE_PAGE_H
#define DIPTYCH_PAGE_TIMELINE_PAGE_H

#include "doc/document.h"
#include "query/timeline.h"

/* The timeline is finished. NULL when it is empty. The document is the caller's. */
struct document *timeline_page_compose(const struct timeline *timeline);

#endif
