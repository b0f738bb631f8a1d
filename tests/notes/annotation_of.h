/* annotation_of: annotations for tests, with every field filled. */
#ifndef DIPTYCH_TESTS_NOTES_ANNOTATION_OF_H
#define DIPTYCH_TESTS_NOTES_ANNOTATION_OF_H

#include <stdio.h>
#include <string.h>

#include "notes/annotation.h"

/* A comment on `quote`, with an id that ends in `number` (below 10^8) and a counterpart. */
static inline struct annotation annotation_of(unsigned number, const char *quote)
{
    struct annotation made;
    annotation_begin(&made);
    snprintf(made.id, sizeof made.id, "0m%010u", number);
    snprintf(made.created, sizeof made.created, "2015-06-23T10:00:%02uZ", number % 60);
    snprintf(made.modified, sizeof made.modified, "2015-06-23T11:00:00Z");
    made.kind = ANNOTATION_COMMENT;
    annotation_set(&made.comment, "Why *now*?\n\nAsk.");
    annotation_set(&made.colour, "yellow");
    annotation_add_tag(&made, "Alibaba");
    annotation_add_tag(&made, "收购");
    struct annotation_target *target = annotation_add_target(&made, TARGET_SELECTION);
    annotation_set(&target->article, "sale.en");
    annotation_set(&target->story, "sale");
    annotation_set(&target->title, "The Sale");
    annotation_set(&target->lang, "en");
    annotation_set(&target->quote, quote);
    annotation_set(&target->prefix, "before ");
    annotation_set(&target->suffix, " after");
    annotation_set(&target->headings, "The Sale\nPrice");
    target->start = 7;
    target->end = 7 + strlen(quote);
    target->block = 2;
    target = annotation_add_target(&made, TARGET_COUNTERPART);
    annotation_set(&target->article, "sale.zh");
    annotation_set(&target->story, "sale");
    annotation_set(&target->quote, "出售");
    target->end = 2;
    return made;
}

#endif
