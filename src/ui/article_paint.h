/* article_paint: the rows of a text that a pane shows, with spans laid over them. */
#ifndef DIPTYCH_UI_ARTICLE_PAINT_H
#define DIPTYCH_UI_ARTICLE_PAINT_H

#include "layout/paint.h"
#include "ui/article_view.h"
#include "ui/canvas.h"

/* A mark beside a row, whose bytes are `row`: NULL none; may set its own style. */
struct article_margin {
    const char *(*mark)(const void *context, struct span row, unsigned *style);
    const void *context;
    unsigned style;
};

/* Paints as much of the view as the area has rows for; `sets` as in layout/paint.h. */
void article_paint(struct article_view *view, const struct canvas *canvas, const struct area *area,
                   const struct paint_set *sets, size_t set_count);

/* Paints marks into column `column`. */
void article_paint_margin(struct article_view *view, const struct canvas *canvas,
                          const struct area *area, int column, const struct article_margin *margin);

/* Paints, right before `column`, the lines of the file that the blocks shown begin at, where the view
 * has a gutter for them. */
void article_paint_numbers(struct article_view *view, const struct canvas *canvas,
                           const struct area *area, int column);

/* Puts the grid's cursor where the view's is. */
void article_paint_cursor(struct article_view *view, const struct canvas *canvas,
                          const struct area *area);

#endif
