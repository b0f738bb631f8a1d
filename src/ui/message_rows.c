#include "ui/message_rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "text/grapheme.h"
#include "text/linebreak.h"
#include "text/width.h"

#define MARGIN 1 /* cells on the left, and on the right of rows that are full, where some terminals leave one out */

#define WHAT_LEAST 4 /* cells of WHAT that tell something */
#define ELLIPSIS 1

/* The first of `rows` rows' lengths in bytes, the blank at its end included; the last row's is all that is left. */
static void measure_rows(const char *text, int columns, int rows, size_t *lengths)
{
    size_t length = strlen(text), at = 0;
    unsigned char *marks = xmalloc(length + 1);
    linebreak_mark(text, length, marks);
    for (int i = 0; i < rows; i++) {
        size_t used, most = columns > 2 * MARGIN ? (size_t)(columns - 2 * MARGIN) : 1;
        size_t end = at + width_fit(text + at, length - at, most, &used);
        while (end < length && text[end] == ' ')
            end++;
        size_t cut = end;
        while (cut > at && cut < length && (marks[cut] == LINEBREAK_NO || text[cut - 1] == '-')) /* names stay whole */
            cut--;
        end = i == rows - 1 ? length : cut > at ? cut : end;
        lengths[i] = end - at;
        at = end;
    }
    free(marks);
}

static bool is_one_row(const char *text, int columns)
{
    return (int)width_text(text, strlen(text)) < columns;
}

int message_rows_count(const char *text, int columns, int most)
{
    size_t lengths[MESSAGE_ROWS_MOST];
    if (is_one_row(text, columns) || most <= 1)
        return 1;
    measure_rows(text, columns, most, lengths);
    int rows = most;
    while (rows > 1 && lengths[rows - 1] == 0)
        rows--;
    return rows;
}

/* “WHAT: WHY” that is too wide for its one row, with the end of WHAT alone before WHY; NULL where that does not fit
 * either, or tells too little. Caller frees. */
static char *shorten_what(const char *text, int columns, const char *ellipsis)
{
    const char *why = strstr(text, ": ");
    size_t most = columns > 2 * MARGIN ? (size_t)(columns - 2 * MARGIN) : 1;
    size_t used = why != NULL ? width_text(why, strlen(why)) + ELLIPSIS : most;
    if (used + WHAT_LEAST > most)
        return NULL;
    const char *from = text;
    while (from < why && used + width_text(from, (size_t)(why - from)) > most)
        from += grapheme_next(from, (size_t)(why - from), 0);
    return xasprintf("%s%s", ellipsis, from);
}

void message_rows_paint(const struct canvas *canvas, int row, int rows, const char *text, unsigned style)
{
    size_t lengths[MESSAGE_ROWS_MOST];
    int columns = canvas->grid->columns;
    if (is_one_row(text, columns)) {
        canvas_put(canvas, row, MARGIN, columns, text, style);
        return;
    }
    char *shorter = rows == 1 ? shorten_what(text, columns, canvas->ascii ? "~" : "…") : NULL;
    text = shorter != NULL ? shorter : text;
    measure_rows(text, columns, rows, lengths);
    for (int i = 0; i < rows - 1; text += lengths[i++])
        canvas_bytes(canvas, row + i, MARGIN, columns, text, lengths[i], style);
    canvas_cut(canvas, row + rows - 1, MARGIN, columns - MARGIN, text, style);
    free(shorter);
}
