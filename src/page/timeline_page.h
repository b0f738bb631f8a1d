/* timeline_page: what happened when in the articles of a story, as a text to read: a strip of the years,
 * then a row for each event: its date, and side by side the reports that tell it, those whose date is
 * another one marked with it, by ≠ where one of the two cannot be the other. Each sentence is a
 * LINK_CONTEXT link to its place. */
#ifndef DIPTYCH_PAGE_TIMELINE_PAGE_H
#define DIPTYCH_PAGE_TIMELINE_PAGE_H

#include "doc/document.h"
#include "query/timeline.h"

/* The timeline is finished; the page is to be set in lines `width` cells wide, which says how many reports
 * stand side by side and how long the strip is. NULL when it is empty. The document is the caller's. */
struct document *timeline_page_compose(const struct timeline *timeline, size_t width);

#endif
