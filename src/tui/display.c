#include "tui/display.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "layout/shift.h"
#include "text/grapheme.h"
#include "text/sanitize.h"
#include "tui/ncurses.h"
#include "tui/terminfo.h"

#define STYLE_COUNT (64u << 6) /* role and attributes of layout/style.h */
#define WORTH_SCROLLING 3 /* rows */

/* What the terminal is sent, by their names in its description. */
enum sequence { ADDRESS, CLEAR, MARGINS, UP, DOWN, OFF, NO_COLOR, STRIKE, NO_STRIKE, CONFINE, NO_CONFINE,
                SEQUENCE_COUNT };
static const char *const sequence_names[SEQUENCE_COUNT] = { "cup", "clear", "csr", "ind", "ri", "sgr0",
    "op", "smxx", "rmxx", "rmam", "smam" };

/* A style as curses has it. */
struct pen {
    attr_t attributes;
    short pair;
    bool struck;   /* which curses does not know */
    bool blank;    /* a space looks as in the plain style */
    char on[128];  /* switches from the plain style to this one; "" none is needed */
};

struct display {
    struct cell *cells; /* of all rows */
    struct grid_line *rows; /* what is shown */
    struct cell blank; /* what clearing leaves; unlike any where a space looks otherwise */
    chtype *line; /* a row as curses gets it */
    struct pen *pens[STYLE_COUNT]; /* a style's, NULL while none was needed */
    int row_count, columns; /* no rows: it is not known what is shown */
    const struct palette *palette;
    int colors;
    const struct pen *on; /* what the terminal writes with; NULL the plain style */
    int row, column; /* of the cursor */
    bool utf8;
    bool links;    /* are told to the terminal */
    uint8_t link;  /* that which what is written leads to, 0 none */
    bool cornered; /* writing the last cell may scroll the screen */
    bool scrolls;  /* rows within margins, and blank ones come */
    const char *sequences[SEQUENCE_COUNT]; /* NULL: it has none */
};

struct display *display_new(bool utf8, bool links)
{
    struct display *display = xcalloc(1, sizeof *display);
    const char **sequences = display->sequences;
    display->utf8 = utf8;
    display->links = links;
    for (int i = 0; i < SEQUENCE_COUNT; i++)
        sequences[i] = terminfo_find(sequence_names[i]);
    if (sequences[NO_CONFINE] == NULL)
        sequences[CONFINE] = NULL;
    display->cornered = sequences[CONFINE] == NULL && tigetflag("am") > 0;
    display->scrolls = utf8 && sequences[MARGINS] != NULL && sequences[UP] != NULL && sequences[DOWN] != NULL &&
                       tigetflag("ndscr") <= 0 && tigetflag("da") <= 0 && tigetflag("db") <= 0;
    display->colors = -1;
    start_color();
    use_default_colors();
    idlok(stdscr, TRUE);
    return display;
}

static void free_pens(struct display *display)
{
    for (struct pen **pen = display->pens; pen < display->pens + STYLE_COUNT; pen++)
        if (*pen != NULL) {
            free(*pen);
            *pen = NULL;
        }
}

void display_free(struct display *display)
{
    if (display == NULL)
        return;
    free_pens(display);
    free(display->cells);
    free(display->rows);
    free(display->line);
    free(display);
}

void display_forget(struct display *display)
{
    display->row_count = 0;
}

void display_choose(struct display *display, const struct palette *palette, int colors)
{
    if (display->palette == palette && display->colors == colors)
        return;
    display->palette = palette;
    display->colors = colors;
    free_pens(display);
    display_forget(display);
}

/* ---- cells ---- */

static struct pen *make_pen(const struct display *display, unsigned style)
{
    struct paint paint = style_resolve(style, display->palette, display->colors);
    unsigned looks = paint.attributes;
    bool rich = display->colors > 256 && display->utf8; /* of such colours curses knows nothing */
    struct pen *pen = xcalloc(1, sizeof *pen);
    pen->attributes = ((looks & ATTRIBUTE_BOLD) != 0 ? A_BOLD : A_NORMAL) |
                      ((looks & ATTRIBUTE_DIM) != 0 ? A_DIM : A_NORMAL) |
                      ((looks & ATTRIBUTE_UNDERLINE) != 0 ? A_UNDERLINE : A_NORMAL) |
                      ((looks & ATTRIBUTE_REVERSE) != 0 ? A_REVERSE : A_NORMAL) |
                      ((looks & ATTRIBUTE_ITALIC) != 0 ? A_ITALIC : A_NORMAL);
    int pair = paint.foreground >= 0 || paint.background >= 0 ? alloc_pair(paint.foreground, paint.background) : 0;
    pen->pair = (short)(pair > 0 ? pair : 0);
    pen->blank = paint.background < 0 &&
                 (looks & (ATTRIBUTE_UNDERLINE | ATTRIBUTE_REVERSE | ATTRIBUTE_STRIKE)) == 0;
    pen->struck = display->sequences[STRIKE] != NULL && (looks & ATTRIBUTE_STRIKE) != 0;
    struct buffer on = { 0 };
    if (pen->attributes != A_NORMAL || (pen->pair != 0 && !rich)) /* curses would reset what is plain */
        terminfo_put_style(&on, pen->attributes, rich ? 0 : pen->pair);
    if (rich)
        style_put_true_colours(&paint, &on);
    if (on.length < sizeof pen->on)
        memcpy(pen->on, buffer_text(&on), on.length);
    terminfo_put_style(&on, A_NORMAL, 0);
    buffer_free(&on);
    return pen;
}

static const struct pen *pen_of(struct display *display, const struct cell *cell)
{
    _Static_assert(ROLE_COUNT <= 64, "a role has six bits");
    struct pen **pen = &display->pens[(STYLE_ROLE(cell->style) | STYLE_ATTRIBUTES(cell->style) >> 2) % STYLE_COUNT];
    if (*pen == NULL)
        *pen = make_pen(display, cell->style);
    return *pen;
}

/* ---- places ---- */

static void put(const struct display *display, enum sequence sequence, struct buffer *out)
{
    terminfo_put(out, display->sequences[sequence], 0, 0);
}

static void put_address(const struct display *display, int row, int column, struct buffer *out)
{
    terminfo_put(out, display->sequences[ADDRESS], row, column);
}

/* The rows that scroll. */
static void put_margins(const struct display *display, int top, int bottom, struct buffer *out)
{
    terminfo_put(out, display->sequences[MARGINS], top, bottom);
}

/* ---- rows that moved ---- */

static void clear_row(struct display *display, int row)
{
    for (int at = 0; at < display->columns; at++)
        display->rows[row].cells[at] = display->blank;
    display->rows[row].stamp = 0;
}

/* Has the terminal scroll what moved. Returns the rows that are right then. */
static struct shift scroll_rows(struct display *display, const struct grid *grid, struct buffer *out)
{
    int rows = grid->rows - display->cornered; /* of its last row a cell may be missing */
    struct shift shift = shift_find(display->rows, grid, rows, WORTH_SCROLLING);
    if (shift.gain < WORTH_SCROLLING)
        return (struct shift){ .last = -1 };
    int top = shift.by > 0 ? shift.first : shift.first + shift.by;
    int bottom = shift.by > 0 ? shift.last + shift.by : shift.last;
    put_margins(display, top, bottom, out);
    put_address(display, shift.by > 0 ? bottom : top, 0, out);
    for (int i = abs(shift.by); i > 0; i--)
        put(display, shift.by > 0 ? UP : DOWN, out);
    put_margins(display, 0, display->row_count - 1, out);
    shift_turn(display->rows, shift);
    for (int i = 1; i <= abs(shift.by); i++)
        clear_row(display, shift.by > 0 ? shift.last + i : shift.first - i);
    return shift;
}

/* ---- where the terminal takes UTF-8 ---- */

/* Whether the terminal writes with it; NULL is plain. */
static bool is_on(const struct display *display, const struct pen *pen)
{
    return display->on == pen || (display->on == NULL && pen->on[0] == '\0');
}

/* By way of the plain style. Not by vid_puts(), which puts the end of colours into curses' own output. */
static void put_style(struct display *display, const struct pen *pen, struct buffer *out)
{
    if (is_on(display, pen))
        return;
    if (display->on != NULL && display->on->pair != 0)
        put(display, NO_COLOR, out);
    if (display->on != NULL)
        put(display, OFF, out);
    if (pen != NULL)
        buffer_add_text(out, pen->on);
    display->on = pen != NULL && pen->on[0] != '\0' ? pen : NULL;
}

static void put_link(struct display *display, const struct grid *grid, uint8_t link, struct buffer *out)
{
    if (display->links && display->link != link)
        hyperlinks_put(grid->links, link, out);
    display->link = link;
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
    put_address(display, row, column, out);
    put_style(display, pen, out);
    put_link(display, grid, cell->link, out);
    if (pen->struck)
        put(display, STRIKE, out);
    if (edge)
        put(display, CONFINE, out);
    if (cell->width > 1 && grid_cell_is_disputed(grid, cell)) { /* drawn narrower, what was there */
        for (int i = 0; i < cell->width; i++)
            buffer_add_byte(out, ' ');
        put_address(display, row, column, out);
    }
    buffer_add(out, text, length);
    if (edge)
        put(display, NO_CONFINE, out);
    if (pen->struck)
        put(display, NO_STRIKE, out);
}

/* Writes what changed of a row, and always the cell after one that the terminal may draw wider. */
static void write_row(struct display *display, const struct grid *grid, int row,
                      struct cell_run run, struct buffer *out)
{
    const struct cell *cells = grid_row(grid, row);
    char text[GRAPHEME_LIMIT + 1];
    int cursor = -1; /* -1 unknown */
    int end = row == grid->rows - 1 && run.last == grid->columns - 1 ? run.last : run.last + 1;
    bool again = false;
    for (int at = run.first, next; at < grid->columns && (at <= run.last || again); at = next) {
        const struct pen *pen = pen_of(display, &cells[at]);
        next = at + (cells[at].width > 0 ? cells[at].width : 1);
        bool corner = row == grid->rows - 1 && next >= grid->columns;
        again = pen->struck || grid_cell_is_disputed(grid, &cells[at]);
        if (again || corner) {
            put_cell(display, grid, row, at, out);
            cursor = -1;
            continue;
        }
        if (cursor != at)
            put_address(display, row, at, out);
        bool blank = cells[at].glyph == ' ' && pen->blank;
        if (!blank || (display->on != NULL && !display->on->blank))
            put_style(display, blank ? NULL : pen, out);
        put_link(display, grid, cells[at].link, out);
        cursor = cell_run_put(cells, at, next > end ? next : end, !is_on(display, pen), out);
        if (cursor == at)
            buffer_add(out, text, grid_cell_text(grid, &cells[at], text));
        cursor = next = cursor == at ? next : cursor;
    }
}

/* ---- elsewhere ---- */

/* Gives curses what changed of a row, straight to what the screen shall be: a window in between would be
 * compared once more. */
static void draw_row(struct display *display, const struct grid *grid, int row, struct cell_run run)
{
    const struct cell *cells = grid_row(grid, row);
    for (int at = run.first; at <= run.last; at++) {
        const struct pen *pen = pen_of(display, &cells[at]);
        char plain = cells[at].width == 1 ? sanitize_ascii(cells[at].glyph) : '\0';
        bool blank = plain == ' ' && pen->blank;
        display->line[at] = (chtype)(plain != '\0' ? plain : '?') |
                            (blank ? 0 : pen->attributes | (chtype)COLOR_PAIR(pen->pair));
    }
    mvwaddchnstr(newscr, row, run.first, &display->line[run.first], run.last - run.first + 1);
}

/* ---- frames ---- */

static void begin_afresh(struct display *display, const struct grid *grid, struct buffer *out)
{
    size_t rows = (size_t)grid->rows;
    size_t columns = (size_t)grid->columns;
    display->row_count = grid->rows;
    display->columns = grid->columns;
    display->blank = (struct cell){ ' ', ROLE_TEXT, 1, 0 };
    if (!pen_of(display, &display->blank)->blank)
        display->blank.glyph = UINT32_MAX;
    display->cells = xreallocarray(display->cells, rows * columns, sizeof *display->cells);
    display->rows = xreallocarray(display->rows, rows, sizeof *display->rows);
    display->line = xreallocarray(display->line, columns, sizeof *display->line);
    for (int row = 0; row < grid->rows; row++) {
        display->rows[row].cells = display->cells + (size_t)row * columns;
        clear_row(display, row);
    }
    if (display->utf8) {
        put(display, NO_COLOR, out);
        put(display, OFF, out);
        put_margins(display, 0, display->row_count - 1, out);
        put(display, CLEAR, out);
        return;
    }
    resizeterm(grid->rows, grid->columns);
    struct buffer unsent = { 0 }; /* so that curses resets whatever style is on */
    terminfo_put_style(&unsent, A_REVERSE, 0);
    buffer_free(&unsent);
    clearok(curscr, TRUE);
    werase(newscr);
    doupdate();
}

/* Ends a frame: the plain style, no link, and the cursor where it belongs. */
static void put_cursor(struct display *display, const struct grid *grid, bool unchanged, struct buffer *out)
{
    bool visible = grid->cursor_row >= 0 && grid->cursor_row < grid->rows &&
                   grid->cursor_column >= 0 && grid->cursor_column < grid->columns;
    int row = visible ? grid->cursor_row : grid->rows - 1;
    int column = visible ? grid->cursor_column : 0;
    curs_set(visible);
    if (display->utf8) {
        put_link(display, grid, 0, out);
        put_style(display, NULL, out);
        if (!unchanged || display->row != row || display->column != column)
            put_address(display, row, column, out);
    } else {
        wmove(newscr, row, column);
        doupdate();
    }
    display->row = row;
    display->column = column;
}

void display_show(struct display *display, const struct grid *grid, struct buffer *out)
{
    struct shift right = { .last = -1 };
    size_t before = out->length;
    if (display->row_count != grid->rows || display->columns != grid->columns)
        begin_afresh(display, grid, out);
    else if (display->scrolls)
        right = scroll_rows(display, grid, out);
    for (int row = 0; row < grid->rows; row++) {
        struct grid_line *shown = &display->rows[row];
        const struct grid_line *line = &grid->lines[row];
        bool is_right = (row >= right.first && row <= right.last) || (line->stamp != 0 && shown->stamp == line->stamp);
        shown->stamp = line->stamp;
        struct cell_run run = { grid->columns, 0 };
        if (!is_right)
            run = cell_run_changed(shown->cells, line->cells, grid->columns);
        if (run.first >= grid->columns)
            continue;
        if (display->utf8)
            write_row(display, grid, row, run, out);
        else
            draw_row(display, grid, row, run);
        memcpy(shown->cells, line->cells, (size_t)grid->columns * sizeof *shown->cells);
    }
    put_cursor(display, grid, out->length == before, out);
}
