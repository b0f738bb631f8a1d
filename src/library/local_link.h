/* local_link: where a Markdown link without a scheme leads: [x](other.md), [y](#heading),
 * [z](other.md#heading).
 *
 * Files are looked for beside the document; "%20" and the like stand for their bytes, unless
 * a file bears that very name. A heading's anchor is its text in lower case with a "-" for each
 * space and without punctuation; Han characters stay. The second heading of the same anchor has
 * "-1" after it, the third "-2". A link may also name the heading as it is written, or a
 * place that the source itself names: {#id}, ^id, an id of HTML. "#" and "#top" are the
 * beginning.
 *
 * Ownership: local_target_free releases what was filled in. */
#ifndef DIPTYCH_LIBRARY_LOCAL_LINK_H
#define DIPTYCH_LIBRARY_LOCAL_LINK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"
#include "doc/document.h"

struct local_target {
    char *path;    /* a file or folder that there is; NULL: in the document itself */
    char *heading; /* what follows "#", decoded; NULL: none is named */
    size_t offset; /* of that heading when `path` is NULL, else 0 */
};

/* Whether `target`, a LINK_URL's, names something on this machine: no http:, mailto:, //host. */
bool local_link_is_local(const char *target);

/* Resolves such a target in `document`, which was read from `document_path`. The heading of
 * another file is left to local_link_heading once that file is read; so are all headings where
 * `document` is NULL. False with a sentence ("nope.md: no such file", "#zip: no such heading");
 * nothing is to be freed then. */
bool local_link_resolve(const struct document *document, const char *document_path,
                        const char *target, struct local_target *out, struct error *error);

/* The file beside the document that [[name]] means, with or without its ending and a "#heading". */
bool local_link_note(const char *document_path, const char *name, struct local_target *out);

void local_target_free(struct local_target *target); /* frees the contents, not the struct */

/* Where the heading named `heading` (a local_target's) begins; false when there is none. */
bool local_link_heading(const struct document *document, const char *heading, size_t *offset);

/* The same for one who asks often: all headings, sorted by their anchors. */
struct local_heading {
    char *anchor;
    size_t offset;
};

struct local_headings {
    struct local_heading *items;
    size_t count;
    size_t capacity;
};

void local_headings_read(const struct document *document, struct local_headings *headings);
bool local_headings_find(const struct local_headings *headings, const char *heading,
                         size_t *offset);
void local_headings_free(struct local_headings *headings); /* frees the contents */

/* Appends the anchor of a heading's text, without a number. Letter case is folded, not lowered. */
void local_link_anchor(const char *text, size_t length, struct buffer *out);

#endif
