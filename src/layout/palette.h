/* palette: how every role looks, as data.
 *
 * Colours are given for true colour (0xRRGGBB), for a palette of 256 (of which 16 to 255 are the same
 * everywhere), and for 8. Where a row has no true colour its palette colour is meant. -1 is the
 * palette's ink or paper, and where that is -1 too, the terminal's default. */
#ifndef DIPTYCH_LAYOUT_PALETTE_H
#define DIPTYCH_LAYOUT_PALETTE_H

#include "base/error.h"
#include "layout/style.h"

struct look {
    short fine_foreground, fine_background;
    short plain_foreground, plain_background;
    unsigned attributes;       /* that are always on */
    unsigned without_colours;  /* that stand in for the colours where there are none */
    int true_foreground, true_background; /* 0: as the fine one */
};

struct shade {
    short fine; /* -1: the terminal's default */
    int rgb;
};

struct palette {
    struct shade ink, paper;
    struct look looks[ROLE_COUNT];
};

/* The palette of a theme; that of `none` has the looks of `dark`. */
const struct palette *palette_of(enum theme_name theme);
const char *palette_name(enum theme_name theme);

/* Changes one role: "person #ffaf87", "hit black on yellow bold". False with an error. */
bool palette_change(struct palette *palette, const char *line, struct error *error);

#endif
