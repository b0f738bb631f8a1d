/* substitute: markup that the parser of Markdown does not know, taken out of the source before it
 * is parsed, and put back where the parser finds it to be code or an address.
 *
 * A piece of the source becomes SUBSTITUTE_OPEN, its index in decimal, SUBSTITUTE_CLOSE: control
 * characters, which clean text never has and the parser takes for letters. SUBSTITUTE_HINT stands
 * beside a run of asterisks and is nothing to the reader.
 * Ownership: pieces point into the source, which must live as long; substitutes_free. */
#ifndef DIPTYCH_DOC_SUBSTITUTE_H
#define DIPTYCH_DOC_SUBSTITUTE_H

#include <stddef.h>

#include "base/buffer.h"

#define SUBSTITUTE_OPEN '\x04'
#define SUBSTITUTE_CLOSE '\x05'
#define SUBSTITUTE_HINT '\x06'
#define SUBSTITUTE_LABEL '\x07' /* begins the label of a note that the source has inline */

enum substitute_kind {
    SUBSTITUTE_NOTHING,    /* a comment, a shortcode */
    SUBSTITUTE_WIKILINK,   /* [[target|label]] or ![[target]] */
    SUBSTITUTE_MARK,       /* == */
    SUBSTITUTE_MARK_END,
    SUBSTITUTE_ANCHOR,     /* {#id} or ^id */
    SUBSTITUTE_TITLE,      /* of a box; `shown` is its kind, "" where a title of its own follows */
    SUBSTITUTE_TITLE_END,
    SUBSTITUTE_DEFINITION /* what a definition list says of its term */
};

struct substitute {
    enum substitute_kind kind;
    const char *text; /* as in the source */
    size_t length;
    const char *shown; /* the part of it that matters: target and label, id, kind of box */
    size_t shown_length;
};

struct substitutes {
    struct substitute *items;
    size_t count;
    size_t capacity;
};

/* Keeps the piece and appends its sentinel to `out`. */
void substitutes_add(struct substitutes *pieces, struct substitute piece, struct buffer *out);

/* Reads the sentinel at text[0]. Bytes it takes; 0 when there is none. */
size_t substitutes_at(const struct substitutes *pieces, const char *text, size_t length,
                      size_t *index);

/* Appends `text` with its pieces as they were in the source. */
void substitutes_restore(const struct substitutes *pieces, const char *text, size_t length,
                         struct buffer *out);

void substitutes_free(struct substitutes *pieces); /* frees the contents, not the struct */

#endif
