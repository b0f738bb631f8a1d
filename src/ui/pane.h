/* pane: the room's windows: a tree of splits with a pane at each leaf.
 *
 * Coordinates are grid cells. A pane's rectangle includes its header row; a split side by
 * side has one column of border between its halves, a split one above the other has none
 * (the lower pane's header parts them). Shares are per mille of the first half. Each pane has its own
 * text, place, and jump list. Ownership: panes_free frees the tree, the views, lists and tables in it. */
#ifndef DIPTYCH_UI_PANE_H
#define DIPTYCH_UI_PANE_H

#include "ui/article_view.h"
#include "ui/canvas.h"
#include "ui/crosstab.h"
#include "ui/list.h"
#include "ui/selection.h"

#define PANE_JUMPS 100
#define PANE_LIMIT 16

/* Where the reader has been: a place in a text, or a cell of the pane's table. */
struct jump {
    char *name; /* text->name; of a cell, the row's id */
    char *path; /* of a cell, the column's id, NULL on the name */
    size_t cursor, anchor;
    unsigned long from; /* id of the pane that the reader came from, 0: this one */
    const struct text *from_text; /* what that one showed, to be compared alone */
    size_t from_cursor, from_anchor;
    bool is_cell;
};

struct jumps {
    struct jump items[PANE_JUMPS];
    size_t count;
    size_t at; /* == count: at the present */
};

struct pane {
    unsigned long id; /* 0 until panes_id is asked for it */
    int row, column, rows, columns;
    struct article_view *view; /* NULL in an empty pane */
    struct list *list; /* over the view, NULL when none is open */
    struct crosstab
        *crosstab;       /* the last table opened here, NULL none; kept for the way back to it */
    bool crosstab_shown; /* it lies over the view, and under the list */
    struct jumps jumps;
    struct span mark; /* the passage that the hinge marks, empty: none */
    bool rests;       /* the hinge: nothing here stands for the passage in the focused pane, */
    struct span near; /* and what is told in both next to it; empty: nothing */
    size_t shared_number, shared_count; /* the hinge: which of the passages both tell is marked, 0 none */
    struct selection selection; /* in the view's text */
    size_t before_jump; /* for '' */
    bool has_before_jump;
};

struct node {
    struct node *parent;
    struct node *first, *second; /* NULL in a leaf */
    struct pane *pane;           /* in a leaf */
    bool side_by_side;
    int share; /* of `first`, per mille */
    int row, column, rows, columns;
};

struct panes {
    unsigned long ids; /* given so far */
    struct node *root;
    struct pane *focus;
    struct pane *previous; /* focused before, NULL when closed */
    bool zoomed;           /* the focused pane has the whole room */
    struct node *dragged;  /* the split whose border the mouse holds, NULL none */
    bool cramped;          /* so it has, because the room is too small for all */
};

enum direction { TO_LEFT, TO_DOWN, TO_UP, TO_RIGHT };

void panes_init(struct panes *panes); /* one empty pane */
void panes_free(struct panes *panes);
/* Gives every pane its rectangle. */
void panes_arrange(struct panes *panes, int row, int column, int rows, int columns);

size_t panes_count(const struct panes *panes);
struct pane *panes_nth(const struct panes *panes, size_t index); /* reading order; NULL past it */

/* A number that no other pane of the room ever has, and the pane of that number: NULL when it is
 * closed. */
unsigned long panes_id(struct panes *panes, struct pane *pane);
struct pane *panes_by_id(const struct panes *panes, unsigned long id);
size_t panes_index(const struct panes *panes, const struct pane *pane);

/* A new empty pane after the focused one; NULL when there are PANE_LIMIT or no room (less
 * than 2 rows or 3 columns would be left). The focus stays. */
struct pane *panes_split(struct panes *panes, bool side_by_side);

/* Closes a pane; the focus goes to its neighbour, and those that stay are equal. False when it is the
 * last one. */
bool panes_close(struct panes *panes, struct pane *pane);
void panes_only(struct panes *panes);

void panes_focus(struct panes *panes, struct pane *pane);
struct pane *panes_towards(const struct panes *panes, enum direction direction);

struct node *panes_leaf(const struct panes *panes, const struct pane *pane); /* it is in there */

/* Brings the focused pane to that edge of the room, from end to end. False when it is alone. */
bool panes_move(struct panes *panes, enum direction direction);

/* Each pane goes to the place of the next one, or the one before. False when there is one only. */
bool panes_rotate(struct panes *panes, bool forward);

/* The focused pane gets all rows, or columns, but the few that the others need. */
void panes_maximize(struct panes *panes, bool wider);

/* Takes hold of the border at a cell, moves it to one; false when none is there, or held. */
bool panes_grip(struct panes *panes, int row, int column);
bool panes_drag(struct panes *panes, int row, int column);

/* Exchanges the focused pane's contents with the next one's. */
bool panes_swap(struct panes *panes);
void panes_equalize(struct panes *panes);

/* Moves the border nearest to the focused pane by cells (negative: smaller). */
void panes_grow(struct panes *panes, bool wider, int cells);

/* The tree as text and back: "(v 500 (p 0) (p 1))". Leaves are numbered in reading order. */
void panes_describe(const struct panes *panes, struct buffer *out);
bool panes_rebuild(struct panes *panes, const char *description);

/* Cells of a pane that are text: without header, gutter and margin. */
struct area pane_area(const struct pane *pane);
struct area pane_text_area(const struct pane *pane); /* ... without numbers of lines */

/* Cells that the header has for the title, where `right` stands at its other end. */
int pane_header_room(const struct pane *pane, const char *right);

/* What the keys go to: the table or the view when nothing lies over it, else NULL. */
struct crosstab *pane_crosstab(const struct pane *pane);
struct article_view *pane_view(const struct pane *pane);

/* Jump list: remembers the place the pane is at now. */
void pane_remember(struct pane *pane);

/* The place that `pane` remembered last was left for by way of another pane: back leads there. */
void panes_came_from(struct panes *panes, struct pane *pane, struct pane *from);

/* Remembers a cell of the table (struct jump) and, unless the reader came back to the table by
 * the jump list, the place under it. */
void pane_remember_cell(struct pane *pane, const char *row, const char *column);
bool pane_is_at_cell(const struct pane *pane); /* it came back to the table by the jump list */

#endif
