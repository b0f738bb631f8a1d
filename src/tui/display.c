#include "tui/display.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "text/grapheme.h"
#include "text/sanitize.h"
#include "text/width.h"
#include "tui/ncurses.h"
#include "tui/terminfo.h"

#define STYLE_COUNT (1u << 14) /* role and attributes of layout/style.h */
#define NO_BREAK_SPACE 0xA0
#define FEW_ROWS 8

/* A style as curses has it. */
struct pen {
    attr_t attributes;
    short pair;
    bool made;
    bool struck;   /* which curses does not know */
    cchar_t space; /* in the plain style where it would look the same: nothing to send */
    cchar_t other; /* any character; ncurses lets one set its chars[0] */
};

struct row {
    struct cell_run run; /* what changed */
    bool beyond;         /* it may have cells that curses cannot write */
};

/* A cell to be written over. */
struct spot {
    int row, column;
};

struct spots {
    struct spot *items;
    size_t count, capacity;
};

struct display {
    struct cell *shown;
    struct row *state;
    struct spots spots; /* of this frame, row by row from left to right */
    cchar_t *line;
    struct pen *pens;
    int rows, columns;
    enum theme_name theme;
    int colors;
    const struct pen *over; /* what is being written over with; NULL the plain style */
    int cursor; /* 1 visible, 0 hidden, -1 not set yet */
    bool utf8, known;
    bool cornered; /* writing the last cell may scroll the screen */
    const char *address;              /* cup */
    const char *strike, *no_strike;   /* smxx, rmxx */
    const char *confine, *no_confine; /* rmam, smam: what is drawn too wide does not wrap */
};

struct display *display_new(bool utf8)
{
    struct display *display = xcalloc(1, sizeof *display);
    display->utf8 = utf8;
    display->pens = xcalloc(STYLE_COUNT, sizeof *display->pens);
    display->address = terminfo_find("cup");
    display->strike = terminfo_find("smxx");
    display->no_strike = terminfo_find("rmxx");
    display->no_confine = terminfo_find("smam");
    display->confine = display->no_confine != NULL ? terminfo_find("rmam") : NULL;
    display->cornered = display->confine == NULL && tigetflag("am") > 0;
    display->cursor = display->colors = -1;
    if (has_colors()) {
        start_color();
        use_default_colors();
    }
    idlok(stdscr, TRUE);
    idcok(stdscr, FALSE); /* it would shift what was written over */
    return display;
}

void display_free(struct display *display)
{
    if (display == NULL)
        return;
    free(display->shown);
    free(display->state);
    free(display->spots.items);
    free(display->line);
    free(display->pens);
    free(display);
}

void display_forget(struct display *display)
{
    display->known = false;
}

void display_choose(struct display *display, enum theme_name theme, int colors)
{
    if (display->theme == theme && display->colors == colors)
        return;
    display->theme = theme;
    display->colors = colors;
    memset(display->pens, 0, STYLE_COUNT * sizeof *display->pens);
    display_forget(display);
}

/* ---- cells ---- */

static struct pen make_pen(const struct display *display, unsigned style)
{
    struct paint paint = style_resolve(style, display->theme, display->colors);
    unsigned looks = paint.attributes;
    struct pen pen = { .made = true };
    pen.attributes = ((looks & ATTRIBUTE_BOLD) != 0 ? A_BOLD : A_NORMAL) |
                     ((looks & ATTRIBUTE_DIM) != 0 ? A_DIM : A_NORMAL) |
                     ((looks & ATTRIBUTE_UNDERLINE) != 0 ? A_UNDERLINE : A_NORMAL) |
                     ((looks & ATTRIBUTE_REVERSE) != 0 ? A_REVERSE : A_NORMAL) |
                     ((looks & ATTRIBUTE_ITALIC) != 0 ? A_ITALIC : A_NORMAL);
    if (display->colors > 0 && (paint.foreground >= 0 || paint.background >= 0)) {
        int pair = alloc_pair(paint.foreground, paint.background);
        pen.pair = (short)(pair > 0 ? pair : 0);
    }
    bool blank = paint.background < 0 &&
                 (looks & (ATTRIBUTE_UNDERLINE | ATTRIBUTE_REVERSE | ATTRIBUTE_STRIKE)) == 0;
    setcchar(&pen.space, L" ", blank ? A_NORMAL : pen.attributes, blank ? 0 : pen.pair, NULL);
    setcchar(&pen.other, L"x", pen.attributes, pen.pair, NULL);
    pen.struck = display->strike != NULL && (looks & ATTRIBUTE_STRIKE) != 0;
    return pen;
}

static const struct pen *pen_of(struct display *display, const struct cell *cell)
{
    struct pen *pen = &display->pens[cell->style % STYLE_COUNT];
    if (!pen->made)
        *pen = make_pen(display, cell->style % STYLE_COUNT);
    return pen;
}

static bool is_ascii(const struct cell *cell)
{
    return cell->glyph < 0x7F;
}

/* Whether terminals, or curses and the grid, disagree on the cell's width. */
static bool is_disputed(const struct display *display, const struct grid *grid,
                        const struct cell *cell)
{
    if (is_ascii(cell) || !display->utf8 || (cell->glyph >= 0x4E00 && cell->glyph <= 0x9FFF))
        return false;
    char text[GRAPHEME_LIMIT + 1];
    return (cell->glyph & CELL_POOLED) != 0 || wcwidth((wchar_t)cell->glyph) != cell->width ||
           width_is_uncertain(text, grid_cell_text(grid, cell, text));
}

/* Whether curses cannot write the cell. Where it cannot stop the terminal from wrapping it shifts the
 * last cell of the screen in, which takes a wide character before it apart. */
static bool is_beyond_curses(struct display *display, const struct grid *grid, int row, int column)
{
    const struct cell *cell = grid_row(grid, row) + column;
    bool struck = pen_of(display, cell)->struck && (display->utf8 || is_ascii(cell));
    bool apart = display->cornered && row == grid->rows - 1 && cell->width > 1 &&
                 column + cell->width >= grid->columns - 1;
    return struck || apart || is_disputed(display, grid, cell);
}

/* What curses is given for the cell's cluster, one entry a character; returns their number. */
static int make_entries(struct display *display, const struct grid *grid, int row, int column,
                        cchar_t *out)
{
    const struct cell *cell = grid_row(grid, row) + column;
    const struct pen *pen = pen_of(display, cell);
    bool beyond = is_beyond_curses(display, grid, row, column);
    wchar_t shown = (wchar_t)cell->glyph;
    int count = 1;
    if (beyond)
        VECTOR_PUSH(&display->spots, (struct spot){ row, column });
    if (beyond || (!display->utf8 && !is_ascii(cell))) {
        char plain = cell->width == 1 ? sanitize_ascii(cell->glyph) : '\0';
        shown = beyond ? NO_BREAK_SPACE : plain != '\0' ? (wchar_t)plain : L'?';
        count = cell->width;
    }
    for (int i = 0; i < count; i++) {
        out[i] = shown == L' ' ? pen->space : pen->other;
        out[i].chars[0] = shown;
    }
    return count;
}

/* ---- what changed ---- */

static const struct cell *shown_row(const struct display *display, int row)
{
    return display->shown + (size_t)row * (size_t)display->columns;
}

/* Whether curses may take one row for the other: what it cannot write looks alike to it. */
static bool may_look_alike(const struct cell *a, const struct cell *b, int columns)
{
    int at = 0;
    while (at < columns && (a[at].glyph == b[at].glyph || (!is_ascii(&a[at]) && !is_ascii(&b[at]))))
        at++;
    return at == columns;
}

/* Finds what changed. True if curses may scroll: a changed row's new text is that of another one
 * before. Where many rows changed the question costs more than what the answer saves. */
static bool find_changes(struct display *display, const struct grid *grid)
{
    int rows[FEW_ROWS];
    int count = 0;
    for (int row = 0; row < grid->rows; row++) {
        struct cell_run *run = &display->state[row].run;
        *run = cell_run_changed(shown_row(display, row), grid_row(grid, row), grid->columns);
        if (run->first < grid->columns && count++ < FEW_ROWS)
            rows[count - 1] = row;
    }
    bool scrolls = count > FEW_ROWS;
    for (int i = 0; i < count && !scrolls; i++)
        for (int j = 0; j < count && !scrolls; j++)
            scrolls = i != j && may_look_alike(shown_row(display, rows[j]), grid_row(grid, rows[i]),
                                               grid->columns);
    return scrolls;
}

/* ---- writing over ---- */

/* By way of the plain style: from one pair of colours to another vid_puts() may leave a background. */
static void put_style(struct display *display, const struct pen *pen, struct buffer *out)
{
    if (display->over != pen)
        terminfo_put_style(out, A_NORMAL, 0);
    if (display->over != pen && pen != NULL)
        terminfo_put_style(out, pen->attributes, pen->pair);
    display->over = pen;
}

/* Writes one cell, unless that could scroll the screen. */
static void put_cell(struct display *display, const struct grid *grid, int row, int column,
                     struct buffer *out)
{
    const struct cell *cell = grid_row(grid, row) + column;
    const struct pen *pen = pen_of(display, cell);
    char text[GRAPHEME_LIMIT + 1];
    size_t length = grid_cell_text(grid, cell, text);
    bool edge = column + cell->width >= grid->columns; /* drawn wider it must not wrap */
    if (edge && display->cornered && row == grid->rows - 1)
        return;
    terminfo_put(out, display->address, row, column);
    put_style(display, pen, out);
    terminfo_put(out, pen->struck ? display->strike : NULL, 0, 0);
    terminfo_put(out, edge ? display->confine : NULL, 0, 0);
    if (cell->width > 1 && is_disputed(display, grid, cell)) { /* drawn narrower, what was there */
        for (int i = 0; i < cell->width; i++)
            buffer_add_byte(out, ' ');
        terminfo_put(out, display->address, row, column);
    }
    buffer_add(out, text, length);
    terminfo_put(out, edge ? display->no_confine : NULL, 0, 0);
    terminfo_put(out, pen->struck ? display->no_strike : NULL, 0, 0);
}

/* Writes the cells that curses cannot write, then those after one of disputed width: one kind after
 * the other, for each has mostly one style. */
static void write_over(struct display *display, const struct grid *grid, struct buffer *out)
{
    const struct spots *spots = &display->spots;
    for (size_t i = 0; i < spots->count; i++)
        put_cell(display, grid, spots->items[i].row, spots->items[i].column, out);
    for (size_t i = 0; i < spots->count; i++) {
        int row = spots->items[i].row;
        int at = spots->items[i].column;
        while (is_disputed(display, grid, grid_row(grid, row) + at)) {
            at += grid_row(grid, row)[at].width;
            bool written = i + 1 < spots->count && spots->items[i + 1].row == row &&
                           spots->items[i + 1].column == at;
            if (written || at >= grid->columns)
                break;
            put_cell(display, grid, row, at, out);
        }
    }
}

/* ---- frames ---- */

static void begin_afresh(struct display *display, const struct grid *grid)
{
    size_t rows = (size_t)grid->rows;
    size_t columns = (size_t)grid->columns;
    if (LINES != grid->rows || COLS != grid->columns)
        resizeterm(grid->rows, grid->columns);
    display->rows = grid->rows;
    display->columns = grid->columns;
    display->shown = xreallocarray(display->shown, rows * columns, sizeof *display->shown);
    display->state = xreallocarray(display->state, rows, sizeof *display->state);
    display->line = xreallocarray(display->line, columns, sizeof *display->line);
    memset(display->state, 0, rows * sizeof *display->state);
    memset(display->shown, 0xFF, rows * columns * sizeof *display->shown);
    clearok(curscr, TRUE);
    struct buffer unsent = { 0 }; /* so that curses resets whatever style is on */
    terminfo_put_style(&unsent, A_REVERSE, 0);
    buffer_free(&unsent);
    display->known = true;
}

static void hand_over(struct display *display, const struct grid *grid, int row)
{
    const struct cell *cells = grid_row(grid, row);
    struct cell_run run = display->state[row].run;
    int count = 0;
    size_t spots = display->spots.count;
    for (int at = run.first; at <= run.last; at++) {
        const struct pen *pen = &display->pens[cells[at].style % STYLE_COUNT];
        cchar_t *entry = &display->line[count];
        if (is_ascii(&cells[at]) && cells[at].width == 1 && pen->made && !pen->struck) { /* nearly all there is */
            *entry = cells[at].glyph == ' ' ? pen->space : pen->other;
            entry->chars[0] = (wchar_t)cells[at].glyph;
            count++;
        } else if (cells[at].width > 0 && at + cells[at].width <= grid->columns) {
            count += make_entries(display, grid, row, at, entry);
        }
    }
    /* Straight to the screen that shall be: a window in between would be compared once more. */
    mvwadd_wchnstr(newscr, row, run.first, display->line, count);
    bool whole = run.first == 0 && run.last == grid->columns - 1;
    display->state[row].beyond = display->spots.count > spots ||
                                 (!whole && display->state[row].beyond);
}

static void place_cursor(struct display *display, const struct grid *grid)
{
    bool visible = grid->cursor_row >= 0 && grid->cursor_row < grid->rows &&
                   grid->cursor_column >= 0 && grid->cursor_column < grid->columns;
    wmove(newscr, visible ? grid->cursor_row : grid->rows - 1, visible ? grid->cursor_column : 0);
    if (display->cursor != visible)
        curs_set(visible);
    display->cursor = visible;
}

void display_draw(struct display *display, const struct grid *grid, struct buffer *out)
{
    if (!display->known || display->rows != grid->rows || display->columns != grid->columns)
        begin_afresh(display, grid);
    bool scrolls = find_changes(display, grid);
    display->spots.count = 0;
    for (int row = 0; row < grid->rows; row++) {
        struct cell_run *run = &display->state[row].run;
        if (scrolls && (display->state[row].beyond || run->first < grid->columns)) {
            run->first = 0; /* any row may have lost what was written over */
            run->last = grid->columns - 1;
        }
        if (run->first < grid->columns)
            hand_over(display, grid, row);
    }
    memcpy(display->shown, grid->cells,
           (size_t)grid->rows * (size_t)grid->columns * sizeof *grid->cells);
    place_cursor(display, grid);
    doupdate();
    if (display->spots.count == 0)
        return;
    write_over(display, grid, out);
    put_style(display, NULL, out);
    terminfo_put(out, display->address, getcury(newscr), getcurx(newscr));
}
