/* view: what a pane shows and what its keys do, behind one const record for each kind of view.
 *
 * A pane holds a stack of views: its text, over that a table, over that a list. The record of the
 * uppermost one answers everything that is not of one kind alone; an empty pane has a record too, so that
 * nobody asks what there is. The session is passed through and never looked into here. Rows and columns
 * are cells. */
#ifndef DIPTYCH_UI_VIEW_H
#define DIPTYCH_UI_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "ui/canvas.h"
#include "ui/keymap.h"
#include "ui/list.h"

struct pane;
struct session;

enum view_motion {
    VIEW_ROWS,   /* the cursor, by rows */
    VIEW_TURN,   /* the cursor and the window, by rows */
    VIEW_SCROLL, /* the window, by rows */
    VIEW_ACROSS, /* the cursor within its row */
    VIEW_EDGE,   /* to the beginning (below 0) or end of the row */
    VIEW_MIDDLE  /* to the middle of the rows that are shown */
};

/* The header row: title and remark on the left, a word on the right. */
struct view_heading {
    struct buffer title;
    struct buffer remark; /* follows the title where there is room for all of it */
    char right[64];
    bool absent; /* the other version's passage has no counterpart here */
};

/* Those that are not said to be needed may be NULL. */
struct view_ops {
    const char *name;
    enum keymap_mode mode;
    bool (*is_open)(const struct pane *pane); /* needed: the pane holds it, and it is to be seen */

    /* Brings what the pane holds of this kind, seen or not, to the pane's size. */
    void (*resize)(struct session *session, struct pane *pane);
    int (*height)(const struct pane *pane); /* rows that a page has; NULL: 1 */
    void (*heading)(const struct pane *pane, struct view_heading *heading); /* needed */
    void (*paint)(struct session *session, struct pane *pane, const struct canvas *canvas);
    void (*status)(struct session *session, const struct pane *pane, struct buffer *left,
                   struct buffer *middle, struct buffer *right); /* needed */

    /* False when nothing could move. */
    bool (*move)(struct pane *pane, enum view_motion motion, long count);
    /* To row or paragraph `number`, 1 the first; of 0 to the beginning or the end. */
    void (*go)(struct session *session, struct pane *pane, long number, bool end);

    /* Of rows alone: a text is searched and filtered by other commands. */
    bool (*search)(struct pane *pane, const char *words, bool forward);
    const char *(*filter_words)(const struct pane *pane);
    void (*filter)(struct session *session, struct pane *pane, const char *words);
    void (*sort)(struct session *session, struct pane *pane);

    /* At a cell of the pane's area, counted from its upper left. */
    void (*click)(struct pane *pane, int row, int column);
    void (*choose)(struct session *session, struct pane *pane, enum view_target target);
    void (*edit)(struct session *session, struct pane *pane); /* in the reader's editor */
    /* What lies below appears. False when nothing would be left. */
    bool (*close)(struct session *session, struct pane *pane);
};

#endif
