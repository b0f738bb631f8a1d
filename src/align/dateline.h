/* dateline: where a report says who sent it from where and when: "BEIJING, July 26 (Xinhua) --",
 * 新华社突尼斯7月26日电(记者…), "- China News" behind a headline, "Source: … Editor: …" at the end, a line that
 * is a day and no more, "By NAME".
 *
 * It tells nothing of what happened, and any two reports may share it. Datelines proper are sought
 * in the first DATELINE_SENTENCES sentences, lines of credits and names of agencies in all. Spans
 * are bytes of the side's text. Linear. */
#ifndef DIPTYCH_ALIGN_DATELINE_H
#define DIPTYCH_ALIGN_DATELINE_H

#include <stdbool.h>

#include "align/side.h"
#include "base/span.h"
#include "doc/frontmatter_date.h"

#define DATELINE_SENTENCES 5

/* Start with { 0 }; free(items). */
struct datelines {
    struct span *items;
    size_t count;
    size_t capacity;
};

/* Appends the spans, in order. */
void dateline_find(const struct side *side, struct datelines *found);

/* Whether the line is a day and no more, and which: "March 19, 2018", 发布时间：2021-03-30 08:57. */
bool dateline_day(const char *text, struct span line, char iso[FRONTMATTER_DATE_SIZE]);

#endif
