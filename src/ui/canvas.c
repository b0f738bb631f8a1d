#include "ui/canvas.h"

#include <string.h>

#include "layout/style.h"
#include "text/grapheme.h"
#include "text/sanitize.h"
#include "text/utf8.h"
#include "text/width.h"

int canvas_bytes(const struct canvas *canvas, int row, int column, int limit, const char *text,
                size_t length, unsigned style)
{
    if (!canvas->ascii)
        return grid_text(canvas->grid, row, column, limit, text, length, style);
    for (size_t at = 0; at < length;) {
        uint32_t code_point;
        size_t step = utf8_decode(text + at, length - at, &code_point);
        char plain = sanitize_ascii(code_point);
        column = grid_text(canvas->grid, row, column, limit, plain != 0 ? &plain : text + at,
                           plain != 0 ? 1 : step, style);
        at += step;
    }
    return column;
}

int canvas_put(const struct canvas *canvas, int row, int column, int limit, const char *text,
              unsigned style)
{
    return canvas_bytes(canvas, row, column, limit, text, strlen(text), style);
}

int canvas_cut(const struct canvas *canvas, int row, int column, int limit, const char *text,
              unsigned style)
{
    size_t length = strlen(text);
    int room = limit - column;
    if (room < 1)
        return column;
    size_t used;
    size_t fits = width_fit(text, length, (size_t)room, &used);
    if (fits == length)
        return canvas_bytes(canvas, row, column, limit, text, length, style);
    fits = width_fit(text, length, (size_t)room - 1, &used);
    while (fits > 0 && text[fits - 1] == ' ')
        fits--;
    column = canvas_bytes(canvas, row, column, limit, text, fits, style);
    return canvas_put(canvas, row, column, limit, canvas->ascii ? "~" : "…", style);
}

void canvas_shorten(const struct canvas *canvas, int row, int column, int limit, const char *text,
                   unsigned style)
{
    size_t length = strlen(text);
    int room = limit - column;
    if (room < 4 || (int)width_text(text, length) <= room) {
        canvas_cut(canvas, row, column, limit, text, style);
        return;
    }
    size_t used;
    size_t head = width_fit(text, length, (size_t)(room - 1) / 2, &used);
    size_t tail = head;
    while ((int)width_text(text + tail, length - tail) > room - 1 - (int)used)
        tail = grapheme_next(text, length, tail);
    column = canvas_bytes(canvas, row, column, limit, text, head, style);
    column = canvas_put(canvas, row, column, limit, canvas->ascii ? "~" : "…", style);
    canvas_bytes(canvas, row, column, limit, text + tail, length - tail, style);
}

void canvas_frame(const struct canvas *canvas, const struct area *area)
{
    static const char *const corners[] = { "┌", "┐", "└", "┘" };
    bool ascii = canvas->ascii;
    int right = area->column + area->columns - 1;
    int bottom = area->row + area->rows - 1;
    grid_fill(canvas->grid, area->row, area->column, area->rows, area->columns, ROLE_TEXT);
    for (int x = area->column; x <= right; x++) {
        canvas_put(canvas, area->row, x, x + 1, ascii ? "-" : "─", ROLE_BORDER);
        canvas_put(canvas, bottom, x, x + 1, ascii ? "-" : "─", ROLE_BORDER);
    }
    for (int y = area->row + 1; y < bottom; y++) {
        canvas_put(canvas, y, area->column, area->column + 1, ascii ? "|" : "│", ROLE_BORDER);
        canvas_put(canvas, y, right, right + 1, ascii ? "|" : "│", ROLE_BORDER);
    }
    for (int i = 0; i < 4; i++) {
        int x = i % 2 == 0 ? area->column : right;
        canvas_put(canvas, i < 2 ? area->row : bottom, x, x + 1, ascii ? "+" : corners[i],
                   ROLE_BORDER);
    }
}
