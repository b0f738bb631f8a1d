#include "ui/lookup_box.h"

#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "language/han.h"
#include "layout/style.h"
#include "text/sanitize.h"
#include "text/width.h"
#include "ui/popup.h"

#define WIDTH_MOST 72
#define HANG 2        /* cells that a row goes on further in */
#define FOOT_MOST 3   /* lines */
#define SMALL 6       /* rows; with less there is no frame */
#define ROWS_MOST 40  /* items shown */
#define PARTS 5       /* it takes three fifths of the height at most */
#define BOLD (ROLE_TEXT | ATTRIBUTE_BOLD)

/* ---- what it says ---- */

static void rows_clear(struct lookup_rows *rows)
{
    for (size_t i = 0; i < rows->count; i++)
        free(rows->items[i].text);
    rows->count = 0;
}

void lookup_popup_free(struct lookup_popup *popup)
{
    rows_clear(&popup->rows);
    rows_clear(&popup->foot);
    free(popup->rows.items);
    free(popup->foot.items);
    free(popup->title);
    *popup = (struct lookup_popup){ 0 };
}

void lookup_popup_begin(struct lookup_popup *popup, const char *title, size_t length)
{
    struct buffer clean = { 0 };
    rows_clear(&popup->rows);
    rows_clear(&popup->foot);
    free(popup->title);
    sanitize_line(&clean, title, length);
    popup->title = xstrdup(buffer_text(&clean));
    popup->top = popup->most = 0;
    buffer_free(&clean);
}

static size_t add_part(struct buffer *line, const char *part)
{
    if (*part == '\0')
        return 0;
    if (line->length > 0)
        buffer_add_text(line, "  ");
    size_t before = line->length;
    sanitize_line(line, part, strlen(part));
    return line->length - before;
}

void lookup_popup_add(struct lookup_rows *rows, const char *strong, const char *text,
                      const char *dim, int indent)
{
    struct buffer line = { 0 };
    struct lookup_row row = { .indent = indent };
    row.strong = add_part(&line, strong);
    add_part(&line, text);
    row.dim = add_part(&line, dim);
    row.text = buffer_take(&line);
    VECTOR_PUSH(rows, row);
}

/* "股权 gǔquán  equity / stock right  cedict", whichever way it was asked. */
static void add_item(struct lookup_popup *popup, const struct lookup_item *item)
{
    bool own = item->kind == LOOKUP_SHORTER || item->kind == LOOKUP_COMPONENT ||
               item->kind == LOOKUP_READING || han_any(popup->title);
    const char *word = own ? item->term : item->translation;
    const char *says = own ? item->translation : item->term;
    bool apart = *item->reading != '\0' && *says != '\0';
    char *text = xasprintf("%s%s%s", item->reading, apart ? "  " : "", says);
    lookup_popup_add(&popup->rows, word, text, item->source,
                     item->kind == LOOKUP_COMPONENT ? HANG : 0);
    free(text);
}

void lookup_popup_items(struct lookup_popup *popup, const struct lookup_items *items, bool bare)
{
    for (size_t i = 0; i < items->count && i < ROWS_MOST; i++)
        add_item(popup, &items->items[i]);
    if (items->count > ROWS_MOST) {
        char *rest = xasprintf(_("and %zu more"), items->count - ROWS_MOST);
        lookup_popup_add(&popup->rows, "", "", rest, 0);
        free(rest);
    }
    bool tell = bare && !lookup_items_tell(items);
    if (items->count == 0 && !tell) /* without a dictionary that goes without saying */
        lookup_popup_add(&popup->rows, "", "", _("nothing is known of this word"), 0);
    if (tell)
        lookup_popup_add(&popup->rows, "", "", _("no dictionary: diptych dictionary add FILE"), 0);
}

/* ---- lines ---- */

/* The line of a row that begins at `at`: how many bytes; *indent its cells. */
static size_t line_at(const struct lookup_row *row, size_t at, int width, int *indent)
{
    const char *text = row->text + at;
    *indent = row->indent + (at > 0 ? HANG : 0);
    if (*indent > width / 2)
        *indent = 0;
    return popup_line_length(text, strlen(text), width - *indent);
}

/* Paints lines `first` to `last` of the rows from screen row `row` on, or, without a canvas, only
 * counts them; *widest grows to the widest. Returns how many lines there are. */
static int lines(const struct canvas *canvas, const struct lookup_rows *rows, int width, int row,
                 int column, int first, int last, int *widest)
{
    int count = 0;
    for (size_t i = 0; i < rows->count; i++) {
        const struct lookup_row *item = &rows->items[i];
        size_t end = strlen(item->text);
        size_t length;
        for (size_t at = 0; at < end; at = popup_next_line(item->text, at + length), count++) {
            int indent;
            length = line_at(item, at, width, &indent);
            int cells = indent + (int)width_text(item->text + at, length);
            *widest = cells > *widest ? cells : *widest;
            if (canvas == NULL || count < first || count >= last)
                continue;
            int x = column + indent;
            for (size_t part = at; part < at + length;) {
                bool strong = part < item->strong;
                bool dim = part >= end - item->dim;
                size_t stop = strong ? item->strong : dim ? end : end - item->dim;
                stop = stop < at + length ? stop : at + length;
                unsigned style = dim ? ROLE_DIM : strong ? BOLD : ROLE_TEXT;
                x = canvas_bytes(canvas, row + count - first, x, column + width, item->text + part,
                                stop - part, style);
                part = stop;
            }
        }
    }
    return count;
}

/* ---- on the screen ---- */

struct box {
    int row, column, rows, columns; /* edges included */
    bool framed;
    int inner_row, inner_column, inner_rows, inner_columns;
};

static struct box place_box(const struct lookup_popup *popup, int row, int column, int bottom,
                            int columns)
{
    struct box box = { 0 };
    int below = bottom - row - 1;
    int above = row;
    int larger = below > above ? below : above;
    box.framed = larger >= SMALL && columns >= 12;
    int sides = box.framed ? 4 : 0;
    int edges = box.framed ? 2 : 1;
    int most = columns < WIDTH_MOST ? columns : WIDTH_MOST;
    int widest = (int)width_text(popup->title, strlen(popup->title)) + 2;
    int count = lines(NULL, &popup->rows, most - sides, 0, 0, 0, 0, &widest);
    int foot = lines(NULL, &popup->foot, most - sides, 0, 0, 0, 0, &widest);
    foot = foot < FOOT_MOST ? foot : FOOT_MOST;
    widest = widest < most - sides ? widest : most - sides;
    box.columns = box.framed ? widest + sides : most;
    box.rows = count + foot + edges;
    int share = bottom * 3 / PARTS;
    bool under = box.rows <= below || below >= share || (box.rows > above && below >= above);
    int room = under ? below : above;
    if (box.framed && room > share && share >= SMALL)
        room = share;
    box.rows = box.rows < room ? box.rows : room;
    box.row = under ? row + 1 : row - box.rows;
    box.column = column + box.columns > columns ? columns - box.columns : column;
    box.inner_row = box.row + 1;
    box.inner_column = box.column + sides / 2;
    box.inner_rows = box.rows - edges;
    box.inner_columns = box.columns - sides;
    return box;
}

/* All the frame that there is room for in a small room. */
static void paint_upper_edge(const struct canvas *canvas, const struct area *box)
{
    grid_fill(canvas->grid, box->row, box->column, box->rows, box->columns, ROLE_TEXT);
    for (int x = box->column; x < box->column + box->columns; x++)
        canvas_put(canvas, box->row, x, x + 1, canvas->ascii ? "-" : "─", ROLE_BORDER);
}

static void paint_edges(const struct canvas *canvas, const struct box *box, const char *title)
{
    struct area edges = { box->row, box->column, box->rows, box->columns };
    int right = box->column + box->columns;
    if (box->framed)
        canvas_frame(canvas, &edges);
    else
        paint_upper_edge(canvas, &edges);
    if (*title == '\0') /* between words there is none */
        return;
    canvas_put(canvas, box->row, box->column + 1, box->column + 2, " ", ROLE_BORDER);
    int x = canvas_cut(canvas, box->row, box->column + 2, right - 3, title,
                      ROLE_HEADING | ATTRIBUTE_BOLD);
    canvas_put(canvas, box->row, x, right - 1, " ", ROLE_BORDER);
}

/* What stands beyond an end is told in the upper edge. */
static void paint_more(const struct canvas *canvas, const struct lookup_popup *popup,
                       const struct box *box)
{
    const char *more = popup->top < popup->most ? canvas->ascii ? " C-e v " : " C-e ↓ "
                       : popup->most > 0 ? canvas->ascii ? " C-y ^ " : " C-y ↑ " : "";
    int right = box->column + box->columns;
    int title = (int)width_text(popup->title, strlen(popup->title));
    if (box->columns > title + 14)
        canvas_put(canvas, box->row, right - 9, right - 1, more, ROLE_DIM);
}

void lookup_popup_paint(const struct canvas *canvas, struct lookup_popup *popup, int row, int column,
                        int bottom)
{
    struct box box = place_box(popup, row, column, bottom, canvas->grid->columns);
    int widest = 0;
    int width = box.inner_columns;
    if (box.inner_rows < 1)
        return;
    int foot = lines(NULL, &popup->foot, width, 0, 0, 0, 0, &widest);
    int foot_most = box.inner_rows - 1 < FOOT_MOST ? box.inner_rows - 1 : FOOT_MOST;
    foot = foot < foot_most ? foot : foot_most;
    int body = box.inner_rows - foot;
    int count = lines(NULL, &popup->rows, width, 0, 0, 0, 0, &widest);
    popup->most = count > body ? count - body : 0;
    if (popup->top > popup->most)
        popup->top = popup->most;
    paint_edges(canvas, &box, popup->title);
    paint_more(canvas, popup, &box);
    lines(canvas, &popup->rows, width, box.inner_row, box.inner_column, popup->top,
          popup->top + body, &widest);
    lines(canvas, &popup->foot, width, box.inner_row + body, box.inner_column, 0, foot, &widest);
}
