/* link_labels: labels to type on things that can be followed.
 *
 * A label is two letters. As few first letters are used as give every thing a label, the nine of
 * the home row at least, and neighbours begin with different ones: the first letter leaves a
 * handful, of which no two stand side by side. Both letters come from the home row as long as
 * there are at most 81 things. The alphabet has room for HINT_LIMIT; of more, those nearest to
 * the cursor get one.
 *
 * Pure: cells and keys, no text. Rows and columns are 0-based cells of the screen. `where` tells
 * the caller what a hint stands on. Ownership: link_labels_clear. */
#ifndef DIPTYCH_UI_LINK_LABELS_H
#define DIPTYCH_UI_LINK_LABELS_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/key.h"

#define HINT_LETTERS 2
#define HINT_LIMIT ((size_t)26 * 26)

struct hint {
    void *where;   /* the caller's, say a pane */
    size_t offset; /* the place that following begins from */
    int row, column; /* where the label is painted */
    int left, limit; /* columns that it may take: from `left` on, ending before `limit` */
    char label[HINT_LETTERS + 1];
};

/* Start with { 0 }: no labels are out. */
struct hints {
    struct hint *items; /* in reading order */
    size_t count;
    size_t capacity;
    char typed[HINT_LETTERS + 1];
    size_t typed_count;
};

enum hint_answer {
    HINT_GOES_ON,
    HINT_CHOSEN, /* link_labels_chosen tells which */
    HINT_NONE,   /* a letter that no label goes on with */
    HINT_LEFT    /* any other key */
};

void link_labels_clear(struct hints *hints);

/* Adds a thing, in reading order; its label comes with link_labels_label. */
void link_labels_add(struct hints *hints, const struct hint *hint);

/* Gives every hint its label, drops those too far from the cell for one, and moves apart on their
 * row those that would cover one another. */
void link_labels_label(struct hints *hints, int row, int column);

/* Types a key: a letter of either case, or Backspace, which takes one back and with none leaves. */
enum hint_answer link_labels_key(struct hints *hints, struct key key);

/* Whether what has been typed can become this label. */
bool link_labels_fits(const struct hints *hints, const struct hint *hint);

/* The hint whose label is typed, NULL when none is. */
const struct hint *link_labels_chosen(const struct hints *hints);

#endif
