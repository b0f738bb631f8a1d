/* curses_harness: curses on a file in place of a terminal, its output read back by an emulator.
 *
 * Curses keeps one screen at a time; so does this. What is sent is checked against the grid cell by
 * cell; cells on whose width terminals disagree are not, but everything around them is. The
 * emulator can be one that draws each of those clusters in one cell, or in two, whatever it is.
 *
 * Ownership: stage_free releases everything. All failures are cmocka failures. */
#ifndef DIPTYCH_TESTS_TUI_CURSES_HARNESS_H
#define DIPTYCH_TESTS_TUI_CURSES_HARNESS_H

#include <stdbool.h>
#include <stdio.h>

#include "base/buffer.h"
#include "layout/grid.h"
#include "tui/display.h"
#include "tui/vterm_harness.h"

enum stage_emulator { DRAWS_AS_IT_LIKES, DRAWS_IN_ONE, DRAWS_IN_TWO };

struct stage {
    enum stage_emulator kind;
    struct emulator *emulator;
    struct display *display;
    struct grid *grid;
    struct screen *curses;
    FILE *file; /* what curses writes to */
    long taken; /* bytes of it the emulator has seen */
    struct buffer out; /* the last frame, as sent */
    struct buffer extra;
    int colors;
    bool links, leads; /* the display tells of links; and has begun one */
};

/* False, and nothing to free, when the terminfo database does not know the terminal. */
bool stage_begin(struct stage *stage, const char *terminal, int rows, int columns, bool utf8,
                 enum stage_emulator kind);
void stage_free(struct stage *stage);

/* Sends the frame; returns the bytes it took. */
size_t stage_show(struct stage *stage);

/* The emulator shows the grid, looks (as far as the terminal has them) and cursor included. */
void stage_check(struct stage *stage);

#endif
