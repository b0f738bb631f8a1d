#include "ui/canvas.h"

#include <string.h>

#include "text/grapheme.h"
#include "text/sanitize.h"
#include "text/utf8.h"
#include "text/width.h"

int stage_bytes(const struct stage *stage, int row, int column, int limit, const char *text,
                size_t length, unsigned style)
{
    if (!stage->ascii)
        return grid_text(stage->grid, row, column, limit, text, length, style);
    for (size_t at = 0; at < length;) {
        uint32_t code_point;
        size_t step = utf8_decode(text + at, length - at, &code_point);
        char plain = sanitize_ascii(code_point);
        column = grid_text(stage->grid, row, column, limit, plain != 0 ? &plain : text + at,
                           plain != 0 ? 1 : step, style);
        at += step;
    }
    return column;
}

int stage_put(const struct stage *stage, int row, int column, int limit, const char *text,
              unsigned style)
{
    return stage_bytes(stage, row, column, limit, text, strlen(text), style);
}

int stage_cut(const struct stage *stage, int row, int column, int limit, const char *text,
              unsigned style)
{
    size_t length = strlen(text);
    int room = limit - column;
    if (room < 1)
        return column;
    size_t used;
    size_t fits = width_fit(text, length, (size_t)room, &used);
    if (fits == length)
        return stage_bytes(stage, row, column, limit, text, length, style);
    fits = width_fit(text, length, (size_t)room - 1, &used);
    while (fits > 0 && text[fits - 1] == ' ')
        fits--;
    column = stage_bytes(stage, row, column, limit, text, fits, style);
    return stage_put(stage, row, column, limit, stage->ascii ? "~" : "…", style);
}

void stage_shorten(const struct stage *stage, int row, int column, int limit, const char *text,
                   unsigned style)
{
    size_t length = strlen(text);
    int room = limit - column;
    if (room < 4 || (int)width_text(text, length) <= room) {
        stage_cut(stage, row, column, limit, text, style);
        return;
    }
    size_t used;
    size_t head = width_fit(text, length, (size_t)(room - 1) / 2, &used);
    size_t tail = head;
    while ((int)width_text(text + tail, length - tail) > room - 1 - (int)used)
        tail = grapheme_next(text, length, tail);
    column = stage_bytes(stage, row, column, limit, text, head, style);
    column = stage_put(stage, row, column, limit, stage->ascii ? "~" : "…", style);
    stage_bytes(stage, row, column, limit, text + tail, length - tail, style);
}
