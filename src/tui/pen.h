/* pen: from style numbers to the sequences that switch the terminal to them.
 *
 * A pen is a resolved look (layout/style's `struct paint`) with the bytes that select it. Pens are
 * made once per style number and kept, so that a style switch while drawing is one table
 * lookup and one copy. Styles that look the same share nothing but compare equal in look.
 *
 * Ownership: the set owns its memory; capabilities are borrowed. */
#ifndef DIPTYCH_TUI_PEN_H
#define DIPTYCH_TUI_PEN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "layout/style.h"
#include "tui/capability.h"

struct pen {
    struct paint paint;
    bool plain; /* the terminal's default look */
    bool blank; /* a space in it shows the default background and nothing else */
    uint32_t set, set_length;     /* bytes that select it from the default look */
    uint32_t reset, reset_length; /* bytes that select it from any other look */
};

struct pens;

struct pens *pens_new(const struct capabilities *capabilities);
void pens_free(struct pens *pens);

/* Chooses theme and number of colours; true when that changed what styles look like. */
bool pens_choose(struct pens *pens, enum theme_name theme, int colors);

/* The pen of a style; valid until the next call for a style not seen before. */
const struct pen *pens_get(struct pens *pens, unsigned style);

/* Appends what switches from the look of style `from` to that of `to`. PEN_NONE is the default
 * look, PEN_UNKNOWN any. */
#define PEN_NONE 0xFFFFu
#define PEN_UNKNOWN 0xFFFEu
void pens_switch(struct pens *pens, unsigned from, unsigned to, struct buffer *out);

#endif
