#include "ui/popup.h"

#include <stdlib.h>
#include <string.h>

#include "layout/style.h"
#include "text/width.h"

/* What a line goes on with below is set in, past the names of facts. */
#define INDENT 16

void popup_show(struct popup *popup, char *text)
{
    popup_close(popup);
    popup->text = text;
}

void popup_close(struct popup *popup)
{
    free(popup->text);
    *popup = (struct popup){ 0 };
}

bool popup_key(struct popup *popup, struct key key, int page)
{
    int by = 0;
    if (popup->max == 0)
        return false;
    if (key.code == 'j' || key.code == KEY_DOWN)
        by = 1;
    else if (key.code == 'k' || key.code == KEY_UP)
        by = -1;
    else if (key.code == ' ' || key.code == KEY_PAGE_DOWN)
        by = page;
    else if (key.code == KEY_PAGE_UP)
        by = -page;
    popup->top += by;
    popup->top = popup->top < 0 ? 0 : popup->top;
    return by != 0 && key.modifiers == 0;
}

size_t popup_line_length(const char *text, size_t length, int width)
{
    size_t used;
    size_t fits = width_fit(text, length, (size_t)(width < 2 ? 2 : width), &used);
    if (fits == length)
        return length;
    size_t blank = fits;
    while (blank > fits / 2 && text[blank] != ' ')
        blank--;
    return blank > fits / 2 ? blank : fits > 0 ? fits : length;
}

size_t popup_next_line(const char *text, size_t at)
{
    while (text[at] == ' ')
        at++;
    return at;
}

/* Lines from `first` on, as many as `area` has rows, or, without a canvas, none; *widest grows to the
 * widest. Returns how many lines there are. */
static int paint_lines(const struct popup *popup, const struct canvas *canvas, int width,
                       const struct area *area, int *widest)
{
    const char *text = popup->text;
    int count = 0;
    for (size_t at = 0; text[at] != '\0'; count++) {
        int row = count - popup->top;
        bool goes_on = at > 0 && text[at - 1] != '\n';
        int indent = goes_on && width >= 2 * INDENT + 8 ? INDENT : 0;
        size_t length =
            popup_line_length(text + at, strcspn(text + at, "\n"), width - indent);
        int cells = indent + (int)width_text(text + at, length);
        *widest = cells > *widest ? cells : *widest;
        if (canvas != NULL && row >= 0 && row < area->rows)
            canvas_bytes(canvas, area->row + row, area->column + indent,
                         area->column + area->columns, text + at, length, ROLE_TEXT);
        at = popup_next_line(text, at + length);
        at += text[at] == '\n';
    }
    return count;
}

void popup_paint(struct popup *popup, const struct canvas *canvas, int bottom)
{
    int columns = canvas->grid->columns;
    int room = columns > 4 ? columns - 4 : columns;
    int widest = 0;
    int lines = paint_lines(popup, NULL, room, NULL, &widest);
    int width = widest + 4 < columns ? widest + 4 : columns;
    int height = lines + 2 < bottom ? lines + 2 : bottom;
    struct area box = { bottom - height, (columns - width) / 2, height, width };
    struct area inner = { box.row + 1, box.column + 2, height - 2, width - 4 };
    popup->max = lines > inner.rows ? lines - inner.rows : 0;
    if (popup->top > popup->max)
        popup->top = popup->max;
    canvas_frame(canvas, &box);
    paint_lines(popup, canvas, room, &inner, &widest);
    if (popup->top < popup->max && width > 8)
        canvas_put(canvas, bottom - 1, box.column + width - 7, box.column + width - 1, " j ↓ ",
                   ROLE_DIM);
}
