/* quote_marks: the pairs of quotation marks in a stretch of text.
 *
 * “ ” „ “ « » 「 」 『 』 and " in pairs; of nested ones the outermost. A mark that is not closed runs to
 * the end, as where a quotation goes on in the next paragraph. ‘ ’ are a pair only where a stop
 * stands before the second, which no apostrophe has. " after a digit without one open is a measure
 * of length. Linear. Bytes of the text. */
#ifndef DIPTYCH_QUOTE_QUOTE_MARKS_H
#define DIPTYCH_QUOTE_QUOTE_MARKS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

struct quote_mark {
    struct span outer; /* with its marks */
    struct span inner;
    bool closed;
};

/* Sorted, not overlapping. Start with { 0 }. */
struct quote_marks {
    struct quote_mark *items;
    size_t count;
    size_t capacity;
};

/* Appends the pairs in text[from, to). `inside`: the paragraph before ends within a quotation; then
 * what stands before a mark that only closes is quoted, too. */
void quote_marks_find(const char *text, size_t from, size_t to, bool inside,
                      struct quote_marks *marks);
void quote_marks_free(struct quote_marks *marks);

/* The pair that `offset` stands in, marks included; NULL. O(log n). */
const struct quote_mark *quote_marks_at(const struct quote_marks *marks, size_t offset);

/* The first pair that ends beyond `offset`; NULL. */
const struct quote_mark *quote_marks_after(const struct quote_marks *marks, size_t offset);

#endif
