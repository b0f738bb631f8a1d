/* crosstab: who is mentioned where: a table of entities (rows) by articles (columns).
 *
 * A cell is the number of mentions. Most are empty: each column keeps only the rows that it
 * mentions, so that thousands of articles cost what they mention and no more. The reader stands in
 * one cell, or on a row's name.
 *
 * A filter hides rows (crosstab_filter.h); crosstab_layout.h lays the table out and moves in it.
 * Rows are counted over what the filter leaves, in the order of the sort. Sizes are cells of the
 * terminal. Nothing here knows of a room: texts, places and entities are the caller's numbers.
 *
 * Fill it: crosstab_row and crosstab_column with crosstab_put after it; then crosstab_complete,
 * once. Ownership: the crosstab owns its strings; crosstab_free. */
#ifndef DIPTYCH_UI_CROSSTAB_H
#define DIPTYCH_UI_CROSSTAB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct crosstab_row {
    uint32_t entity; /* the caller's number */
    char *id;        /* and what it goes by when numbers change */
    char *name;
    char *second;     /* its name in the other language, "" none */
    int type;         /* rows are sorted by this number */
    const char *kind; /* the type's name, static */
    char *folded;     /* all that a filter's words are looked for in */
    size_t total;
};

struct crosstab_cell {
    size_t row; /* index into the rows as they were added */
    size_t count;
};

struct crosstab_column {
    size_t article; /* the caller's number */
    char *id;
    char *title;
    char *lang;
    char *publisher;
    struct crosstab_cell *items; /* sorted by row, no zeros */
    size_t count;
    size_t capacity;
};

enum crosstab_order { CROSSTAB_BY_TOTAL, CROSSTAB_BY_NAME, CROSSTAB_BY_TYPE };

/* How the table is laid out in its pane: one row of heads, the rows, a rule and under it the
 * strips, one line an article. Widths are 0 for what has no room. */
struct crosstab_shape {
    int name, second, type, total; /* widths of the left columns, a blank included */
    int cell;    /* of an article's column */
    int columns; /* articles shown */
    bool ids;    /* heads are ids; else numbers */
    int heads;   /* 1, 0 where there is no room */
    int rows;    /* entities shown */
    int strips;  /* lines under the rule */
};

struct crosstab {
    char *title; /* the story or the name that it is of; "" where it is of all */
    struct {
        struct crosstab_row *items;
        size_t count, capacity;
    } rows;
    struct {
        struct crosstab_column *items;
        size_t count, capacity;
    } columns;
    size_t *shown; /* rows the filter leaves, in order */
    size_t shown_count;
    size_t current; /* index into `shown` */
    size_t column;  /* 0 the name, else 1 + index of the column */
    size_t top;     /* first row on screen, index into `shown` */
    size_t left;    /* first column on screen */
    size_t kept_top, kept_left; /* those that a resize comes back to */
    enum crosstab_order order;
    char *filter;
    bool whole;        /* this and what follows is the caller's: its columns are all there are */
    bool counting;     /* not all of them have been looked at */
    bool stale;        /* the numbers of its entities and articles mean nothing any more */
    unsigned long age; /* of what it was made of */
    int area_rows, area_columns;
    int widest_name, widest_second, widest_kind, widest_id, widest_cell, widest_total;
    struct crosstab_shape shape;
};

/* What a row and a column are made of; the strings are copied but for `kind`. */
struct crosstab_entity {
    uint32_t entity;
    const char *id, *name, *second;
    const char *names; /* what else a filter finds it by */
    int type;
    const char *kind;
};

struct crosstab_article {
    size_t article;
    const char *id, *title, *lang, *publisher;
};

struct crosstab *crosstab_new(const char *title);
void crosstab_free(struct crosstab *crosstab);

size_t crosstab_row(struct crosstab *crosstab,
                    const struct crosstab_entity *entity); /* its index */
void crosstab_column(struct crosstab *crosstab, const struct crosstab_article *article);

/* Mentions of a row in the last column: once a row. */
void crosstab_put(struct crosstab *crosstab, size_t row, size_t count);

void crosstab_complete(struct crosstab *crosstab);

/* Takes over filter, order, size and, as far as they are still there, the cell and what was on
 * screen. */
void crosstab_follow(struct crosstab *crosstab, const struct crosstab *old);

void crosstab_sort(struct crosstab *crosstab, enum crosstab_order order);
void crosstab_filter(struct crosstab *crosstab,
                     const char *words); /* copied; NULL or "" shows all */

/* only:, not: and nothing for the column of the cell in turn, the other words stay. False on a
 * name. */
bool crosstab_cycle_only(struct crosstab *crosstab);

/* The row the reader is on, and the column: NULL when no row is left, on a name. */
const struct crosstab_row *crosstab_current(const struct crosstab *crosstab);
const struct crosstab_column *crosstab_current_column(const struct crosstab *crosstab);

/* Mentions in a cell: of the row shown as `shown`. */
size_t crosstab_count(const struct crosstab *crosstab, const struct crosstab_column *column,
                      size_t shown);

/* Columns that mention the row. */
size_t crosstab_spread(const struct crosstab *crosstab, size_t shown);

#endif
