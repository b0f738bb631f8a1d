/* overlays: what is laid over the text of a pane when it is painted.
 *
 * Each producer of spans (mentions, notes, figures, hits ...) is one row of the const array in
 * overlays.c; a later one is painted over an earlier one. Offsets are bytes of the document. */
#ifndef DIPTYCH_SESSION_OVERLAYS_H
#define DIPTYCH_SESSION_OVERLAYS_H

#include <stddef.h>

#include "layout/paint.h"
#include "ui/canvas.h"
#include "ui/pane.h"

struct session;

/* Spans to paint, sorted by start, not overlapping. */
struct overlay_spans {
    struct paint_span *items;
    size_t count;
    size_t capacity;
};

/* A producer: adds the spans of [visible.start, visible.end) of the pane's text. */
struct overlay {
    void (*collect)(struct session *session, struct pane *pane, struct span visible,
                    struct overlay_spans *out);
};

/* Paints the pane's text, the overlays over it and the marks beside it. */
void overlays_paint(struct session *session, struct pane *pane, const struct canvas *canvas);

#endif
