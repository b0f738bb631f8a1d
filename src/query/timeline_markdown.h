/* timeline_markdown: a timeline as Markdown: the strip of the years, then a table with one row an event and
 * a column a report. Of more than four reports those that tell an event stand side by side, each with its
 * name; of one report, or where no event is told twice, it is a list. Dates that differ within one event
 * are marked. What has no year stands under a heading of its own. */
#ifndef DIPTYCH_QUERY_TIMELINE_MARKDOWN_H
#define DIPTYCH_QUERY_TIMELINE_MARKDOWN_H

#include "query/timeline.h"

/* Appends it; the strip is at most `width` cells wide. The timeline is finished. */
void timeline_markdown(const struct timeline *timeline, size_t width, struct buffer *out);

#endif
