#include "tui/screen.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "text/grapheme.h"
#include "text/utf8.h"
#include "text/sanitize.h"
#include "text/width.h"
#include "tui/pen.h"
#include "tui/scroll.h"

#define STYLE_ERASED 0xFFFFu /* a front cell that the terminal cleared itself */
#define UNKNOWN (-1)
#define ERASE_RUN 10 /* blanks from which one erase is shorter than writing them */
#define HASH_SAMPLES 20
#define GAP_LIMIT 4  /* unchanged cells from which moving is shorter than rewriting */

struct screen {
    const struct capabilities *capabilities;
    struct pens *pens;
    struct cell *cells;  /* the front grid's memory */
    struct cell **front; /* its rows from top to bottom; scrolling turns this round */
    uint64_t *front_hashes, *back_hashes; /* 0: not computed */
    int rows, columns;
    int row, column; /* the cursor; UNKNOWN */
    unsigned style;  /* what the terminal writes in, or PEN_NONE, PEN_UNKNOWN */
    int shown;       /* cursor: 1 visible, 0 hidden, UNKNOWN */
    unsigned blank;  /* the style last found to make blanks, to ask but once a run */
    bool utf8, known, safe_margin;
    bool hashed; /* back_hashes holds this frame's changed rows */
};

struct screen *screen_new(const struct capabilities *capabilities, bool utf8)
{
    struct screen *screen = xcalloc(1, sizeof *screen);
    screen->capabilities = capabilities;
    screen->pens = pens_new(capabilities);
    screen->utf8 = utf8;
    screen->safe_margin = capability_margin_is_safe(capabilities);
    screen->blank = STYLE_ERASED;
    screen_forget(screen);
    return screen;
}

void screen_free(struct screen *screen)
{
    if (screen == NULL)
        return;
    pens_free(screen->pens);
    free(screen->cells);
    free(screen->front);
    free(screen->front_hashes);
    free(screen->back_hashes);
    free(screen);
}

void screen_forget(struct screen *screen)
{
    screen->known = false;
    screen->row = screen->column = screen->shown = UNKNOWN;
    screen->style = PEN_UNKNOWN;
}

void screen_choose(struct screen *screen, enum theme_name theme, int colors)
{
    if (!pens_choose(screen->pens, theme, colors))
        return;
    screen->blank = STYLE_ERASED;
    screen_forget(screen);
}

/* ---- cells ---- */

static bool same_bytes(const struct cell *a, const struct cell *b)
{
    return memcmp(a, b, sizeof *a) == 0;
}

/* A cell that shows nothing but the terminal's default background. */
static inline bool is_blank(struct screen *screen, const struct cell *cell)
{
    if (cell->glyph != ' ' || cell->width != 1)
        return false;
    if (cell->style == screen->blank || cell->style == STYLE_ERASED)
        return true;
    if (!pens_get(screen->pens, cell->style)->blank)
        return false;
    screen->blank = cell->style;
    return true;
}

static bool looks_same(struct screen *screen, const struct cell *front, const struct cell *back)
{
    return same_bytes(front, back) || (is_blank(screen, front) && is_blank(screen, back));
}

/* The terminal has cleared these rows. Where plain text looks like that (in every theme so far)
 * they are noted as text, so that blank rows compare equal as a whole. */
static void erase_front(struct screen *screen, int row, int rows)
{
    bool plain = pens_get(screen->pens, ROLE_TEXT)->blank;
    const struct cell erased = {
        .glyph = ' ', .style = plain ? ROLE_TEXT : STYLE_ERASED, .width = 1
    };
    for (int end = row + rows; row < end; row++) {
        screen->front_hashes[row] = 0;
        for (int column = 0; column < screen->columns; column++)
            screen->front[row][column] = erased;
    }
}

/* A hash of some 20 cells spread over the row: enough to recognise a row that moved. What it
 * overlooks is found when the rows are compared in full, so only speed depends on it. Never 0,
 * which means "not computed". */
static uint64_t hash_cells(const struct cell *cells, int count)
{
    const uint64_t odd = 0x9E3779B97F4A7C15u;
    int stride = count / HASH_SAMPLES + 1;
    uint64_t hash = 1;
    for (int at = 0; at < count; at += stride) {
        uint64_t word;
        memcpy(&word, cells + at, sizeof word);
        hash = (hash ^ word) * odd;
        hash ^= hash >> 29;
    }
    return hash | 1;
}

/* ---- cursor and pen ---- */

static void put(struct screen *screen, struct buffer *out, enum capability which, int a, int b)
{
    capability_put(screen->capabilities, out, which, a, b);
}

static void choose_style(struct screen *screen, unsigned style, struct buffer *out)
{
    pens_switch(screen->pens, screen->style, style, out);
    screen->style = style;
}

/* Rewrites the unchanged cells between the cursor and `column` where that is shorter than moving:
 * few, ASCII, and in the style at hand. */
static bool cross_gap(struct screen *screen, const struct cell *cells, int column,
                      struct buffer *out)
{
    int gap = column - screen->column;
    if (screen->column < 0 || gap <= 0 || gap > GAP_LIMIT)
        return false;
    for (int at = screen->column; at < column; at++)
        if (cells[at].glyph >= 0x80 || cells[at].width != 1 || cells[at].style != screen->style)
            return false;
    for (int at = screen->column; at < column; at++)
        buffer_add_byte(out, (char)cells[at].glyph);
    screen->column = column;
    return true;
}

/* `cells` is the row that is being written, NULL when gaps must not be written over. */
static void move_to(struct screen *screen, const struct cell *cells, int row, int column,
                    struct buffer *out)
{
    if (screen->row == row && screen->column == column)
        return;
    bool same_row = screen->row == row;
    if (same_row && cells != NULL && cross_gap(screen, cells, column, out))
        return;
    int down = row - screen->row;
    if (column == 0 && screen->row != UNKNOWN && down >= 0 && down <= 3) {
        buffer_add(out, "\r\n\n\n", 1 + (size_t)down);
    } else if (same_row && capability_has(screen->capabilities, CAPABILITY_COLUMN_ADDRESS)) {
        put(screen, out, CAPABILITY_COLUMN_ADDRESS, column, 0);
    } else {
        put(screen, out, CAPABILITY_CURSOR_ADDRESS, row, column);
    }
    screen->row = row;
    screen->column = column;
}

/* The cursor after writing `width` cells. At the margin the column is anybody's guess, and on
 * terminals that wrap at once so is the row. */
static void advance(struct screen *screen, int width)
{
    screen->column += width;
    if (screen->column < screen->columns)
        return;
    screen->column = UNKNOWN;
    if (!screen->safe_margin)
        screen->row = UNKNOWN;
}

/* ---- writing cells ---- */

static void add_spaces(struct buffer *out, int count)
{
    for (; count > 0; count--)
        buffer_add_byte(out, ' ');
}

/* A cluster on whose width terminals disagree: its cells are blanked first when it is wide (a
 * terminal that draws it narrow would leave old text beside it), and afterwards the cursor's
 * column counts as unknown. */
static void put_uncertain(struct screen *screen, const struct cell *cells, int column,
                          const char *text, size_t length, struct buffer *out)
{
    int row = screen->row;
    int width = cells[column].width;
    if (width > 1) {
        add_spaces(out, width);
        advance(screen, width);
        move_to(screen, NULL, row, column, out);
    }
    buffer_add(out, text, length);
    screen->column = UNKNOWN;
    if (column + width >= screen->columns && !screen->safe_margin)
        screen->row = UNKNOWN;
}

static bool is_common_han(uint32_t glyph)
{
    return glyph >= 0x4E00 && glyph <= 0x9FFF;
}

/* Writes the cluster at `column`; returns true when what follows must be written afresh. */
static bool put_cluster(struct screen *screen, const struct grid *grid, const struct cell *cells,
                        int column, struct buffer *out)
{
    const struct cell *cell = &cells[column];
    char text[GRAPHEME_LIMIT + 1];
    if (!screen->utf8) {
        char plain = cell->width == 1 ? sanitize_ascii(cell->glyph) : 0;
        for (int i = 0; i < cell->width; i++)
            buffer_add_byte(out, plain != 0 ? plain : '?');
        advance(screen, cell->width);
        return false;
    }
    size_t length = grid_cell_text(grid, cell, text);
    if (!is_common_han(cell->glyph) && width_is_uncertain(text, length)) {
        put_uncertain(screen, cells, column, text, length, out);
        return true;
    }
    buffer_add(out, text, length);
    advance(screen, cell->width);
    return false;
}

/* The first cell of the cluster that covers `column`. */
static int cluster_start(const struct cell *cells, int column)
{
    int start = column;
    while (start > 0 && cells[start].width == 0)
        start--;
    return start + cells[start].width > column ? start : column;
}

static int blank_run(struct screen *screen, const struct cell *cells, int from, int to)
{
    int at = from;
    while (at < to && is_blank(screen, &cells[at]))
        at++;
    return at - from;
}

/* Erases a run of blanks without moving the cursor; false when the terminal cannot. */
static bool erase_run(struct screen *screen, int run, struct buffer *out)
{
    if (run < ERASE_RUN || !capability_has(screen->capabilities, CAPABILITY_ERASE_CHARACTERS))
        return false;
    choose_style(screen, PEN_NONE, out);
    put(screen, out, CAPABILITY_ERASE_CHARACTERS, run, 0);
    return true;
}

/* Writes from `column` at least one cell; returns the column after what was written, and sets
 * *fresh when the cell there must be written whatever the front says. */
static int put_cells(struct screen *screen, const struct grid *grid, const struct cell *cells,
                     int row, int column, int limit, bool *fresh, struct buffer *out)
{
    *fresh = false;
    const struct cell *cell = &cells[column];
    move_to(screen, cells, row, column, out);
    int run = cell->glyph == ' ' ? blank_run(screen, cells, column, limit) : 0;
    if (erase_run(screen, run, out))
        return column + run;
    choose_style(screen, cell->style, out);
    if (cell->glyph >= 0x80 && cell->width > 0 && column + cell->width <= screen->columns) {
        int next = column + cell->width;
        *fresh = put_cluster(screen, grid, cells, column, out);
        return next;
    }
    buffer_add_byte(out, cell->width == 1 && cell->glyph >= ' ' && cell->glyph < 0x7F
                             ? (char)cell->glyph
                             : ' ');
    advance(screen, 1);
    return column + 1;
}

/* ---- rows ---- */

/* Where the row's blank tail begins, if clearing to the end of the line is worth it. */
static int find_tail(struct screen *screen, const struct cell *front, const struct cell *back)
{
    int columns = screen->columns;
    if (!capability_has(screen->capabilities, CAPABILITY_CLEAR_TO_END_OF_LINE))
        return columns;
    int tail = columns;
    while (tail > 0 && is_blank(screen, &back[tail - 1]))
        tail--;
    int changed = 0;
    for (int at = tail; at < columns && changed <= 3; at++)
        changed += !is_blank(screen, &front[at]);
    return changed > 3 ? tail : columns;
}

static void draw_row(struct screen *screen, const struct grid *grid, int row, struct buffer *out)
{
    size_t offset = (size_t)row * (size_t)screen->columns;
    struct cell *front = screen->front[row];
    const struct cell *back = grid->cells + offset;
    int tail = find_tail(screen, front, back);
    int limit = tail;
    if (!screen->safe_margin && row == screen->rows - 1 && limit == screen->columns)
        limit--;
    bool fresh = false;
    for (int at = 0, written = 0; at < limit;) {
        if (!fresh && looks_same(screen, &front[at], &back[at])) {
            at++;
            continue;
        }
        int start = cluster_start(back, at);
        written = put_cells(screen, grid, back, row, start < written ? at : start, limit, &fresh,
                            out);
        at = written;
    }
    if (tail < screen->columns) {
        move_to(screen, back, row, tail, out);
        choose_style(screen, PEN_NONE, out);
        put(screen, out, CAPABILITY_CLEAR_TO_END_OF_LINE, 0, 0);
    }
    memcpy(front, back, (size_t)screen->columns * sizeof *front);
    screen->front_hashes[row] = screen->hashed ? screen->back_hashes[row] : 0;
}

static bool row_differs(const struct screen *screen, const struct grid *grid, int row)
{
    size_t offset = (size_t)row * (size_t)screen->columns;
    return memcmp(screen->front[row], grid->cells + offset,
                  (size_t)screen->columns * sizeof *grid->cells) != 0;
}

/* ---- scrolling ---- */

static bool can_scroll(const struct screen *screen)
{
    const struct capabilities *capabilities = screen->capabilities;
    return capability_has(capabilities, CAPABILITY_SCROLL_REGION) &&
           (capability_has(capabilities, CAPABILITY_SCROLL_UP) ||
            capability_has(capabilities, CAPABILITY_SCROLL_UP_BY)) &&
           (capability_has(capabilities, CAPABILITY_SCROLL_DOWN) ||
            capability_has(capabilities, CAPABILITY_SCROLL_DOWN_BY));
}

static void put_shift(struct screen *screen, int shift, struct buffer *out)
{
    bool up = shift > 0;
    int count = abs(shift);
    enum capability once = up ? CAPABILITY_SCROLL_UP : CAPABILITY_SCROLL_DOWN;
    enum capability many = up ? CAPABILITY_SCROLL_UP_BY : CAPABILITY_SCROLL_DOWN_BY;
    bool has_once = capability_has(screen->capabilities, once);
    if (!has_once || (count > 2 && capability_has(screen->capabilities, many))) {
        put(screen, out, many, count, 0);
        return;
    }
    for (; count > 0; count--)
        put(screen, out, once, 0, 0);
}

static void reverse_rows(struct screen *screen, int first, int last)
{
    for (; first < last; first++, last--) {
        struct cell *row = screen->front[first];
        screen->front[first] = screen->front[last];
        screen->front[last] = row;
        uint64_t hash = screen->front_hashes[first];
        screen->front_hashes[first] = screen->front_hashes[last];
        screen->front_hashes[last] = hash;
    }
}

/* Rotates the band by three reversals and erases what came round. */
static void shift_front(struct screen *screen, const struct scroll *scroll)
{
    int count = abs(scroll->shift);
    int split = scroll->shift > 0 ? scroll->top + count : scroll->bottom + 1 - count;
    reverse_rows(screen, scroll->top, split - 1);
    reverse_rows(screen, split, scroll->bottom);
    reverse_rows(screen, scroll->top, scroll->bottom);
    erase_front(screen, scroll->shift > 0 ? scroll->bottom + 1 - count : scroll->top, count);
}

static void apply_scroll(struct screen *screen, const struct scroll *scroll, struct buffer *out)
{
    bool whole = scroll->top == 0 && scroll->bottom == screen->rows - 1;
    choose_style(screen, PEN_NONE, out); /* the new lines take the background at hand */
    if (!whole) {
        put(screen, out, CAPABILITY_SCROLL_REGION, scroll->top, scroll->bottom);
        screen->row = screen->column = UNKNOWN;
    }
    move_to(screen, NULL, scroll->shift > 0 ? scroll->bottom : scroll->top, 0, out);
    put_shift(screen, scroll->shift, out);
    if (!whole) {
        put(screen, out, CAPABILITY_SCROLL_REGION, 0, screen->rows - 1);
        screen->row = screen->column = UNKNOWN;
    }
    shift_front(screen, scroll);
}

/* Scrolls a band if that saves work. Only rows between the first and the last changed one are
 * hashed; the others count as equal to themselves. */
static void try_scroll(struct screen *screen, const struct grid *grid, int first, int last,
                       struct buffer *out)
{
    size_t columns = (size_t)screen->columns;
    for (int row = first; row <= last; row++) {
        size_t offset = (size_t)row * columns;
        if (screen->front_hashes[row] == 0)
            screen->front_hashes[row] = hash_cells(screen->front[row], screen->columns);
        screen->back_hashes[row] = hash_cells(grid->cells + offset, screen->columns);
    }
    struct scroll scroll;
    if (!scroll_find(screen->front_hashes + first, screen->back_hashes + first, last - first + 1,
                     &scroll))
        return;
    scroll.top += first;
    scroll.bottom += first;
    apply_scroll(screen, &scroll, out);
}

/* ---- frames ---- */

static void begin_afresh(struct screen *screen, const struct grid *grid, struct buffer *out)
{
    if (screen->rows != grid->rows || screen->columns != grid->columns) {
        screen->rows = grid->rows;
        screen->columns = grid->columns;
        size_t rows = (size_t)grid->rows;
        screen->cells = xreallocarray(screen->cells, rows * (size_t)grid->columns,
                                      sizeof *screen->cells);
        screen->front = xreallocarray(screen->front, rows, sizeof *screen->front);
        for (size_t row = 0; row < rows; row++)
            screen->front[row] = screen->cells + row * (size_t)grid->columns;
        screen->front_hashes = xreallocarray(screen->front_hashes, rows, sizeof(uint64_t));
        screen->back_hashes = xreallocarray(screen->back_hashes, rows, sizeof(uint64_t));
    }
    screen_forget(screen);
    choose_style(screen, PEN_NONE, out);
    put(screen, out, CAPABILITY_CLEAR_SCREEN, 0, 0);
    screen->row = screen->column = 0;
    erase_front(screen, 0, screen->rows);
    screen->known = true;
}

static void draw_cursor(struct screen *screen, const struct grid *grid, struct buffer *out)
{
    bool shown = grid->cursor_row >= 0 && grid->cursor_row < grid->rows &&
                 grid->cursor_column >= 0 && grid->cursor_column < grid->columns;
    if (shown)
        move_to(screen, NULL, grid->cursor_row, grid->cursor_column, out);
    if (screen->shown != shown)
        put(screen, out, shown ? CAPABILITY_CURSOR_SHOW : CAPABILITY_CURSOR_HIDE, 0, 0);
    screen->shown = shown;
}

void screen_draw(struct screen *screen, const struct grid *grid, struct buffer *out)
{
    if (!screen->known || screen->rows != grid->rows || screen->columns != grid->columns)
        begin_afresh(screen, grid, out);
    int first = 0;
    int last = screen->rows - 1;
    while (first <= last && !row_differs(screen, grid, first))
        first++;
    while (last > first && !row_differs(screen, grid, last))
        last--;
    screen->hashed = last - first >= 3 && can_scroll(screen);
    if (screen->hashed)
        try_scroll(screen, grid, first, last, out);
    for (int row = first; row <= last; row++)
        if (row_differs(screen, grid, row))
            draw_row(screen, grid, row, out);
    draw_cursor(screen, grid, out);
}
