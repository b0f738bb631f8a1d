/* progress_line: how far something long is, in one line: what it is, a bar, numbers, and what time the rest
 * may take at the pace so far.
 *
 *     adding [########............] 40 of 100 1:05 left
 *
 * The same in the room and, by batch commands, on standard error. Pure: time is given. */
#ifndef DIPTYCH_UI_PROGRESS_LINE_H
#define DIPTYCH_UI_PROGRESS_LINE_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

#define PROGRESS_PERCENT ((size_t)100) /* as `count`: shown as 40% */

/* How long the rest may take at the pace of what is done after `elapsed` milliseconds, as " 1:05 left";
 * "" while that is too early to be told. */
#define PROGRESS_LEFT 32
void progress_left(int64_t elapsed, size_t done, size_t count, char out[PROGRESS_LEFT]);

/* Appends the line, of at most `width` cells where that is enough for its words. */
void progress_line_add(struct buffer *out, const char *what, size_t done, size_t count, int64_t elapsed,
                       int width);

#endif
