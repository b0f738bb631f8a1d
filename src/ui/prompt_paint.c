#include "ui/prompt_paint.h"

#include "layout/style.h"
#include "text/grapheme.h"
#include "text/width.h"

/* Where what fits into `room` cells before the cursor begins: of a text of a megabyte only that
 * much is looked at. */
static size_t find_start(const struct prompt *prompt, int room)
{
    const char *text = prompt_text(prompt);
    size_t start = prompt->cursor;
    int cells = 0;
    while (start > 0) {
        size_t before = grapheme_previous(text, start);
        cells += (int)width_text(text + before, start - before);
        if (cells > room)
            break;
        start = before;
    }
    return start;
}

void prompt_paint(const struct prompt *prompt, const struct canvas *canvas, int row,
                  const char *label)
{
    const char *text = prompt_text(prompt);
    int columns = canvas->grid->columns;
    int x = canvas_put(canvas, row, 0, columns, label, ROLE_PROMPT);
    int room = columns - x - 1;
    size_t start = room > 0 ? find_start(prompt, room) : 0;
    grid_text(canvas->grid, row, x, columns, text + start, prompt->text.length - start,
              ROLE_PROMPT);
    int cursor = x + (int)width_text(text + start, prompt->cursor - start);
    canvas->grid->cursor_row = row;
    canvas->grid->cursor_column = cursor < columns ? cursor : columns - 1;
}

void prompt_paint_candidates(const struct prompt *prompt, const struct canvas *canvas, int row)
{
    int columns = canvas->grid->columns;
    int x = 1;
    for (size_t i = 0; i < prompt->candidate_count && x < columns; i++) {
        bool current = i == prompt->candidate;
        x = 2 + canvas_cut(canvas, row, x, columns, prompt->candidates[i],
                           current ? ROLE_CURRENT : ROLE_STATUS);
    }
}
