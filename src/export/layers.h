/* layers: spans of several kinds over one text, as nested pieces.
 *
 * Marks, links and styles overlap as they like; elements of HTML may not. A sweep cuts a
 * stretch of text into segments within which the same layers hold, and gives the layers of each in
 * a fixed order, outermost first: marks, then links and styles, then code, each by start, the
 * longer ones first. Whoever closes
 * what the next segment does not share from the outside in, and opens what it has more, nests
 * rightly.
 *
 * Positions are bytes of the text. Ownership: layers_free, sweep_free. */
#ifndef DIPTYCH_EXPORT_LAYERS_H
#define DIPTYCH_EXPORT_LAYERS_H

#include <stdbool.h>
#include <stddef.h>

#include "doc/document.h"

enum layer_kind { LAYER_MARK, LAYER_LINK, LAYER_STRONG, LAYER_EMPHASIS, LAYER_STRIKE, LAYER_CODE };

struct layer {
    size_t start;
    size_t end;
    enum layer_kind kind;
    size_t index; /* of the mark or the document's link */
};

/* Sorted by layers_sort before a sweep. */
struct layers {
    struct layer *items;
    size_t count;
    size_t capacity;
};

/* Empty spans are left out. */
void layers_add(struct layers *layers, enum layer_kind kind, size_t start, size_t end,
                size_t index);

/* The document's styles and links. */
void layers_add_document(struct layers *layers, const struct document *document);
void layers_sort(struct layers *layers);
void layers_free(struct layers *layers);

struct sweep {
    const struct layers *layers;
    size_t next;                 /* first layer not yet begun */
    const struct layer **active; /* those that hold in the segment given last, in order */
    size_t count;
    size_t capacity;
};

void layers_begin(struct sweep *sweep, const struct layers *layers);

/* The segment that begins at `from` and ends at `limit` at the latest: its end. `from` never goes
 * back from one call to the next. */
size_t layers_segment(struct sweep *sweep, size_t from, size_t limit);
void sweep_free(struct sweep *sweep);

#endif
