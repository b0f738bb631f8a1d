/* footnotes: makes Markdown footnotes known to a parser that has none.
 *
 * A definition ("[^id]: text" at the left edge, outside code fences) becomes an item of a
 * "+" list whose text begins with a sentinel; a reference "[^id]" that has a definition
 * becomes a sentinel. Sentinels are control characters, which clean text never has:
 *     FOOTNOTE_OPEN, the note's index in decimal, FOOTNOTE_DEFINITION or FOOTNOTE_REFERENCE
 * Lines stay lines, so line numbers survive; byte offsets do not. Sentinels that end up where
 * no note can be (in code, in an address) are turned back by footnotes_restore. */
#ifndef DIPTYCH_DOC_FOOTNOTES_H
#define DIPTYCH_DOC_FOOTNOTES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

#define FOOTNOTE_OPEN '\x01'
#define FOOTNOTE_DEFINITION '\x02'
#define FOOTNOTE_REFERENCE '\x03'

struct footnote {
    const char *label; /* in the source text, without [^ ] */
    size_t label_length;
    unsigned number; /* shown: in the order of the first references */
    size_t order;    /* position among the definitions */
    size_t place;    /* for the reader: where the text of the note is */
    bool placed;
};

/* Sorted by label. The labels point into the source text, which must live as long. */
struct footnotes {
    struct footnote *items;
    size_t count;
    size_t capacity;
};

/* Appends the changed source to `out`, which ends with a NUL; fills `notes`. */
void footnotes_prepare(const char *text, size_t length, struct footnotes *notes,
                       struct buffer *out);

/* Reads the sentinel at text[0]. Bytes it takes; 0 when there is none. *kind gets
 * FOOTNOTE_DEFINITION or FOOTNOTE_REFERENCE. */
size_t footnotes_sentinel(const struct footnotes *notes, const char *text, size_t length,
                          size_t *index, char *kind);

/* Appends `text` with its sentinels as they were in the source. */
void footnotes_restore(const struct footnotes *notes, const char *text, size_t length,
                       struct buffer *out);

void footnotes_free(struct footnotes *notes);

#endif
