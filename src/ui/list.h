/* list: rows to choose from, and what a kind of list does with them.
 *
 * A row has a label (left), a detail (right, dim) and a payload that its source understands. A
 * filter (all its words, folded, must occur in label or detail) hides rows; sorting orders them by
 * label or as they came, those with numbers also by these and by their group. Rows are counted over
 * what the filter leaves.
 *
 * What a list shows is a const struct list_source: the session that is handed to it is passed
 * through and never looked into here.
 * Ownership: the list owns its rows' strings; list_free. */
#ifndef DIPTYCH_UI_LIST_H
#define DIPTYCH_UI_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

struct list;
struct pane;
struct session;

/* Where what is chosen opens: in its pane, or in a new one beside or below it. */
enum view_target { VIEW_HERE, VIEW_BESIDE, VIEW_BELOW };

enum list_order { LIST_AS_ADDED, LIST_BY_LABEL, LIST_BY_NUMBER, LIST_BY_GROUP, LIST_ORDERS };

struct list_source {
    const char *name;
    const char *title;  /* of the list; NULL: every one has its own (list_new) */
    const char *none;   /* said instead of showing a list without rows; NULL: it is shown */
    const char *hint;   /* in the status line: what the keys do */
    const char *filters; /* ... what the filter takes besides words, while it is typed; NULL: nothing */
    const char *const *orders; /* what is said of each enum list_order; NULL: the usual words */
    const char *key_orders; /* more orders, one a key of the rows (list_set_keys): '<' rising, '>'
                             * falling; NULL: they have none */
    bool snippets;      /* a row is its detail; the label stands before it in a narrow column */
    bool searched;      /* rows come as they are found, and none from `fill` */
    bool notes;         /* rows are annotations, by their ids */
    bool types;         /* labels are in the colours of their types, which a row above them tells */

    /* Adds the rows; list_refresh is the caller's. False with an error. */
    bool (*fill)(struct session *session, struct pane *pane, struct list *list,
                 struct error *error);
    /* Opens what the current row stands for, which is there; opens it in the editor, deletes it,
     * where there is one (NULL: cannot be deleted). The list may be closed by it. */
    void (*choose)(struct session *session, struct list *list, enum view_target target);
    void (*edit)(struct session *session, struct list *list, bool in_editor);
    void (*delete)(struct session *session, struct list *list);
};

struct list_row {
    char *label;
    char *detail;
    char *brief;   /* stands for the detail where there is no room for it; NULL: nothing does */
    char *target;  /* article to open; NULL: the pane's own text */
    size_t offset; /* place in the text */
    int level;     /* indent of the label */
    int detail_width, brief_width; /* cells; the detail's where there is no brief; by list_refresh */
    char *words;   /* seen by the filter, not shown; NULL: none */
    char *id;      /* what the row stands for, where target does not say it; NULL */
    char *folded;  /* label, detail and words for the filter, made when it is first used */
    size_t mark, mark_length; /* bytes of the detail that are a hit; length 0: none are */
    size_t number; /* for LIST_BY_NUMBER, the greatest first */
    int group;     /* for LIST_BY_GROUP */
    char *keys;    /* for source->key_orders, parted by tabs; NULL none */
    unsigned role; /* of its label: enum style_role */
};

struct list {
    const struct list_source *source;
    char *title;
    struct list_row *items;
    size_t count;
    size_t capacity;
    size_t *shown; /* rows the filter leaves, in order */
    size_t shown_count;
    size_t current; /* index into `shown` */
    size_t top;     /* first row on screen, index into `shown` */
    size_t kept_top; /* the one that a resize comes back to */
    int height;     /* rows on screen, set by list_resize */
    int legend;     /* rows above them that tell the colours */
    char *filter;
    enum list_order order;
    unsigned long from; /* id of the pane that gets the focus back, 0: this one */
    bool ranked;  /* rows have numbers and groups */
    bool filling; /* more rows are being looked for */
};

struct list *list_new(const struct list_source *source, const char *title);
void list_free(struct list *list);
void list_clear(struct list *list); /* takes all rows away; filter and order stay */

/* Copies the strings. Call list_refresh after the last one. */
void list_add(struct list *list, const char *label, const char *detail, const char *target,
              size_t offset, int level);

/* The short form of the last row's detail, copied. */
void list_brief(struct list *list, const char *brief);

/* Other details for a row; words for the filter of the last row; what a row is ranked by. All are
 * copied. */
void list_set_detail(struct list *list, size_t row, const char *detail, const char *brief);
void list_words(struct list *list, const char *words);
void list_set_id(struct list *list, const char *id); /* of the last row, copied */
void list_set_keys(struct list *list, const char *keys); /* of the last row, copied */
void list_mark(struct list *list, size_t start, size_t length); /* a hit in its detail, lit in snippets */
void list_set_role(struct list *list, unsigned role); /* of the last row */
void list_set_rank(struct list *list, size_t row, size_t number, int group);

/* Filters and sorts anew; the current row stays current if it is still shown. */
void list_refresh(struct list *list);
void list_filter(struct list *list, const char *words); /* copied; NULL or "" shows all */
void list_sort(struct list *list);                      /* the next order, around */

void list_resize(struct list *list, int height);
void list_move(struct list *list, long rows);
void list_scroll(struct list *list, long rows);
void list_go(struct list *list, size_t index); /* of the shown rows; past the end: the last */

void list_go_middle(struct list *list); /* of those on screen */

/* To the row with that id, if it is shown; NULL: to none. */
void list_seek(struct list *list, const char *id);

/* The chosen row, NULL when none is shown. */
const struct list_row *list_current(const struct list *list);

/* Moves to the next shown row (or previous) that the words occur in, around the end. */
bool list_search(struct list *list, const char *words, bool forward);

/* The first of `height` shown rows, `top` till now, scrolled as little as shows row `current` and
 * leaves none empty; here and in other tables. */
size_t list_scrolled(size_t top, size_t current, size_t height, size_t count);

/* How filters compare, here and in other tables: the text folded (caller frees), and whether each of
 * the folded words, parted by blanks, occurs in it. since:2014 and until:2014-06 ask of its words
 * date:..., longer:500 and shorter:500 of words:..., where any one will do. */
char *list_fold(const char *text);
bool list_holds(const char *folded, const char *words);

#endif
