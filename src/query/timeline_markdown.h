/* timeline_markdown: a timeline as Markdown: the strip of the years, then each event with who tells
 * it, dates that differ within one event marked. What has no year stands under a heading of its
 * own. */
#ifndef DIPTYCH_QUERY_TIMELINE_MARKDOWN_H
#define DIPTYCH_QUERY_TIMELINE_MARKDOWN_H

#include "query/timeline.h"

/* Appends it; the strip is at most `width` cells wide. The timeline is finished. */
void timeline_markdown(const struct timeline *timeline, size_t width, struct buffer *out);

#endif
