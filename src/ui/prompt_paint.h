/* prompt_paint: the prompt in its row, and the completions it offers in the row above. */
#ifndef DIPTYCH_UI_PROMPT_PAINT_H
#define DIPTYCH_UI_PROMPT_PAINT_H

#include "ui/canvas.h"
#include "ui/prompt.h"

/* A text longer than the row shows the part around the cursor. */
void prompt_paint(const struct prompt *prompt, const struct canvas *canvas, int row,
                  const char *label);
void prompt_paint_candidates(const struct prompt *prompt, const struct canvas *canvas, int row);

#endif
