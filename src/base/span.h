/* span: a half-open range over a text.
 *
 * Everything the program knows about an article is a span: sentences, links, search
 * hits, selections. Inside the program spans count bytes of the document's text;
 * where they leave it (TSV, JSON, files) they count Unicode code points. A span never
 * cuts a code point in two.
 *
 * Ownership: a `struct spans` owns its items; spans_free releases them. */
#ifndef DIPTYCH_BASE_SPAN_H
#define DIPTYCH_BASE_SPAN_H

#include <stddef.h>

struct span {
    size_t start;
    size_t end;
};

struct spans {
    struct span *items;
    size_t count;
    size_t capacity;
};

void spans_add(struct spans *spans, size_t start, size_t end);
void spans_free(struct spans *spans);

/* By their starts, of one start by their ends. */
void spans_sort(struct spans *spans);

/* Index of the first span whose end lies beyond `offset`, in spans sorted by start
 * that do not overlap; `count` when there is none. O(log n). */
size_t spans_first_after(const struct span *items, size_t count, size_t offset);

#endif
