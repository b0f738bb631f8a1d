/* picture: what an emulator shows, as an SVG file: the pictures of README.
 *
 * A row is a line of text in runs of one look, each set to the width of its cells, so that columns stand
 * where they do on a terminal, whatever font the reader of the picture has. The same screen gives the
 * same bytes: the ink of blanks, which nobody sees, does not count. */
#ifndef DIPTYCH_TESTS_PTY_PICTURE_H
#define DIPTYCH_TESTS_PTY_PICTURE_H

#include <stdbool.h>

#include "base/buffer.h"
#include "tui/vterm_harness.h"

/* Appends the picture; `light`: of a terminal with a light background. `title` says what it shows. */
void picture_write(const struct emulator *emulator, bool light, const char *title, struct buffer *out);

#endif
