/* lookup_box: what the look-up popup says, and how it stands on the screen.
 *
 * A frame with the term in its upper edge; in it rows, each a word in bold, what is known of it,
 * and the source, dim; below them, always in sight, where the other version has it. It stands below
 * the cursor's row or above it, never over it, and where there is little room it has no frame but
 * the upper edge. What is longer is scrolled. All text in it is clean.
 *
 * Ownership: lookup_popup_free frees the contents, not the struct; start with { 0 }. */
#ifndef DIPTYCH_UI_LOOKUP_BOX_H
#define DIPTYCH_UI_LOOKUP_BOX_H

#include <stdbool.h>
#include <stddef.h>

#include "query/lookup.h"
#include "ui/canvas.h"

struct lookup_row {
    char *text;
    size_t strong; /* bytes at the beginning that are bold */
    size_t dim;    /* bytes at the end that are dim */
    int indent;    /* cells */
};

struct lookup_rows {
    struct lookup_row *items;
    size_t count;
    size_t capacity;
};

struct lookup_popup {
    char *title;
    struct lookup_rows rows;
    struct lookup_rows foot; /* what the other version has */
    int top;                 /* lines scrolled out above */
    int most;                /* and how many can be; known when it was painted */
};

void lookup_popup_free(struct lookup_popup *popup);

/* Empties it; the title is made clean. */
void lookup_popup_begin(struct lookup_popup *popup, const char *title, size_t length);

/* A row of three parts, any of which may be "". Parts are made clean. */
void lookup_popup_add(struct lookup_rows *rows, const char *strong, const char *text,
                      const char *dim, int indent);

/* One row an item, and one that says so when there is none; where these tell nothing and no dictionary is
 * installed (`bare`), how to get one. */
void lookup_popup_items(struct lookup_popup *popup, const struct lookup_items *items, bool bare);

/* Paints it beside the cell, above row `bottom`. */
void lookup_popup_paint(const struct canvas *canvas, struct lookup_popup *popup, int row, int column,
                        int bottom);

#endif
