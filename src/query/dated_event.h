/* dated_event: whether a date is told of something that happens then.
 *
 * It is not in titles and datelines, in habits (usually, 每年), where it says whose something is
 * (今年的), and where it tells how long something lasts. Bytes of the text. */
#ifndef DIPTYCH_QUERY_DATED_EVENT_H
#define DIPTYCH_QUERY_DATED_EVENT_H

#include <stdbool.h>

#include "base/span.h"
#include "doc/block.h"
#include "figure/figure.h"

/* `figure` is a date in the sentence. */
bool dated_event_is(const char *text, struct span sentence, const struct spans *datelines,
                    const struct figure *figure);

/* Whether it heads what a text names as its sources (References, 参考文献), whose days are those of books. */
bool dated_event_heads_sources(const char *text, struct span heading);

/* Whether it is the head of a table of three columns and more: years there stand above numbers. */
bool dated_event_heads_columns(const char *text, const struct block *block);

#endif
