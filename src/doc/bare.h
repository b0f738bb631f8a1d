/* bare: a document without the invisible characters in it, and the way back.
 *
 * Saved pages have soft hyphens in their words, zero-width spaces and joiners, word joiners and byte
 * order marks. They stay in the text, where every offset counts them; who looks for names or figures
 * looks at the bare document, and says where the spans are in the whole one.
 *
 * Left out: U+00AD 200B-200D 2060 FEFF. Positions are bytes. Ownership: bare_free; the document
 * must outlive the bare one. */
#ifndef DIPTYCH_DOC_BARE_H
#define DIPTYCH_DOC_BARE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"
#include "doc/document.h"

/* From `at` on of the bare text, `gone` bytes more are missing. */
struct bare_gap {
    size_t at;
    size_t gone; /* up to and with this one */
};

struct bare {
    struct document document; /* text, blocks, styles and links; no more */
    struct {
        struct bare_gap *items;
        size_t count;
        size_t capacity;
    } gaps;
};

/* False when nothing is to be left out: then there is nothing to free. */
bool bare_make(const struct document *document, struct bare *bare);
void bare_free(struct bare *bare);

/* Where the span of the bare text lies in the whole one: without what was left out around it. */
struct span bare_origin(const struct bare *bare, struct span span);

/* Where a span of the whole text lies in the bare one. */
struct span bare_of(const struct bare *bare, struct span span);

#endif
