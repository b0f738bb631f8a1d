#include "ui/progress_line.h"

#include <stdio.h>
#include <string.h>

#include "base/message.h"
#include "text/width.h"

#define BAR_MOST 40 /* cells */
#define BAR_LEAST 4
#define EARLY 1000 /* milliseconds before an estimate */
#define LATE 360000 /* seconds: no estimate at all */

void progress_left(int64_t elapsed, size_t done, size_t count, char out[PROGRESS_LEFT])
{
    double part = count > 0 ? (double)done / (double)count : 0;
    double left = part > 0 ? (double)elapsed / 1000 * (1 - part) / part : 0;
    out[0] = '\0';
    if (elapsed >= EARLY && done > 0 && done < count && left < LATE)
        snprintf(out, PROGRESS_LEFT, _(" %d:%02d left"), (int)(left + 0.5) / 60, (int)(left + 0.5) % 60);
}

void progress_line_add(struct buffer *out, const char *what, size_t done, size_t count, int64_t elapsed,
                       int width)
{
    char left[PROGRESS_LEFT];
    struct buffer numbers = { 0 };
    progress_left(elapsed, done, count, left);
    if (count == PROGRESS_PERCENT)
        buffer_add_format(&numbers, "%zu%%%s", done, left);
    else
        buffer_add_format(&numbers, _("%zu of %zu%s"), done, count, left);
    int room = width - (int)width_text(what, strlen(what)) -
               (int)width_text(buffer_text(&numbers), numbers.length) - 4;
    size_t cells = room < BAR_LEAST ? 0 : room < BAR_MOST ? (size_t)room : BAR_MOST;
    size_t full = count > 0 ? cells * (done < count ? done : count) / count : 0;
    buffer_add_format(out, "%s ", what);
    for (size_t i = 0; i < cells; i++)
        buffer_add_text(out, i > 0 ? i < full ? "#" : "." : full > 0 ? "[#" : "[.");
    buffer_add_format(out, "%s%s", cells > 0 ? "] " : "", buffer_text(&numbers));
    buffer_free(&numbers);
}
