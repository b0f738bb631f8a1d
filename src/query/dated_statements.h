/* dated_statements: the sentences of an article that say when something happened.
 *
 * The dates are the reader's of figures (figure/figure_calendar.h); what is told from the day of
 * publication is resolved by it, and here by what stands around: "on Monday" with will or 将 is a
 * coming one, 25日 goes by the month last told, 当天 is the day last told. "A year later", 两天后
 * and 次日 are placed from the date told before. No dates are those of datelines and titles, habits
 * (usually), attributes (今年的) and times that something lasts.
 * A date without a year or a known publication stays as it was said.
 *
 * Spans are bytes of the document. Ownership: dated_statements_free. Linear in the text. */
#ifndef DIPTYCH_QUERY_DATED_STATEMENTS_H
#define DIPTYCH_QUERY_DATED_STATEMENTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/span.h"
#include "doc/document.h"
#include "entity/linker.h"
#include "figure/figure_date.h"
#include "figure/figures.h"

struct dated_statement {
    struct span sentence;
    struct span words; /* that tell the date */
    struct figure_date from;
    struct figure_date until; /* `from` where it is no range */
    bool ordered;             /* placed from another date: "a year later" */
};

/* By where they stand; a sentence has one for each date. Start with { 0 }. */
struct dated_statements {
    struct dated_statement *items;
    size_t count;
    size_t capacity;
    struct figures figures; /* all of the article, for those who compare */
};

/* Appends the document's. `published` NULL: as its front matter says. */
void dated_statements_find(const struct document *document, const struct mentions *mentions,
                           const struct figure_date *published,
                           struct dated_statements *statements);
void dated_statements_free(struct dated_statements *statements);

/* Appends where the document says who sent it from where and when (align/dateline.h). */
void dated_statements_find_datelines(const struct document *document, struct spans *datelines);


/* Appends 2014-06, 2010..2011. */
void dated_statement_print(const struct dated_statement *statement, struct buffer *out);

/* "day", "month", "year" ... */
const char *dated_statement_precision(const struct dated_statement *statement);

#endif
