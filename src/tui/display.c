#include "tui/display.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/xalloc.h"
#include "layout/shift.h"
#include "text/grapheme.h"
#include "text/sanitize.h"
#include "text/utf8.h"
#include "text/width.h"
#include "tui/ncurses.h"
#include "tui/terminfo.h"

#define STYLE_COUNT (1u << 14) /* role and attributes of layout/style.h */
#define STYLES_TOGETHER 64u
#define WORTH_SCROLLING 3 /* rows */

/* A style as curses has it. */
struct pen {
    attr_t attributes;
    short pair;
    unsigned made; /* the display's `looks` then */
    bool struck;   /* which curses does not know */
    bool blank;    /* a space looks as in the plain style */
    char on[128];  /* switches from the plain style to this one */
};

struct display {
    struct cell *cells;          /* room for what is shown and, last, for a row that is clear */
    struct cell **rows, **shown; /* each row's room; what it shows, in its room or clear */
    chtype *line; /* a row as curses gets it */
    struct pen **pens[STYLE_COUNT / STYLES_TOGETHER]; /* a style's, or NULL; NULL while none of these was needed */
    int row_count, columns;
    const struct palette *palette;
    int colors;
    unsigned looks; /* how often they were chosen */
    const struct pen *on; /* what the terminal writes with; NULL the plain style */
    int cursor; /* 1 visible, 0 hidden, -1 not known */
    int row, column; /* where it is; row -1 not known */
    bool utf8, known;
    bool links;       /* are told to the terminal */
    uint8_t link;     /* that which what is written leads to, 0 none */
    bool cornered; /* writing the last cell may scroll the screen */
    const char *address, *clear, *show, *hide; /* cup, clear, cnorm, civis */
    const char *margins;              /* csr */
    const char *up, *down;            /* ind, ri; NULL where the new rows may not be blank */
    bool ansi, margined;              /* cup, csr are those that nearly all have */
    char off[64], no_color[64];       /* sgr0, op without padding */
    const char *strike, *no_strike;   /* smxx, rmxx */
    const char *confine, *no_confine; /* rmam, smam: what is drawn too wide does not wrap */
};

/* What a capability without parameters sends; nothing when it does not fit. */
static void make_text(const char *capability, char *text, size_t size)
{
    struct buffer sent = { 0 };
    terminfo_put(&sent, terminfo_find(capability), 0, 0);
    if (sent.length < size)
        memcpy(text, buffer_text(&sent), sent.length + 1);
    buffer_free(&sent);
}

static void find_scrolling(struct display *display)
{
    display->margins = terminfo_find("csr");
    display->margined = display->margins != NULL &&
                        strcmp(display->margins, "\033[%i%p1%d;%p2%dr") == 0;
    bool blank = tigetflag("ndscr") <= 0 && tigetflag("da") <= 0 && tigetflag("db") <= 0;
    if (blank && display->margins != NULL) {
        display->up = terminfo_find("ind");
        display->down = terminfo_find("ri");
    }
}

struct display *display_new(bool utf8, bool links)
{
    struct display *display = xcalloc(1, sizeof *display);
    display->utf8 = utf8;
    display->links = links;
    display->address = terminfo_find("cup");
    display->ansi = display->address != NULL &&
                    strcmp(display->address, "\033[%i%p1%d;%p2%dH") == 0;
    display->clear = terminfo_find("clear");
    display->hide = terminfo_find("civis");
    display->show = terminfo_find("cnorm");
    make_text("sgr0", display->off, sizeof display->off);
    make_text("op", display->no_color, sizeof display->no_color);
    display->strike = terminfo_find("smxx");
    display->no_strike = terminfo_find("rmxx");
    display->no_confine = terminfo_find("smam");
    display->confine = display->no_confine != NULL ? terminfo_find("rmam") : NULL;
    display->cornered = display->confine == NULL && tigetflag("am") > 0;
    find_scrolling(display);
    display->cursor = display->colors = -1;
    if (has_colors()) {
        start_color();
        use_default_colors();
    }
    idlok(stdscr, TRUE);
    return display;
}

void display_free(struct display *display)
{
    if (display == NULL)
        return;
    free(display->cells);
    free(display->rows);
    free(display->shown);
    free(display->line);
    for (size_t i = 0; i < STYLE_COUNT; i++)
        if (display->pens[i / STYLES_TOGETHER] != NULL)
            free(display->pens[i / STYLES_TOGETHER][i % STYLES_TOGETHER]);
    for (size_t i = 0; i < STYLE_COUNT / STYLES_TOGETHER; i++)
        free(display->pens[i]);
    free(display);
}

void display_forget(struct display *display)
{
    display->known = false;
}

void display_choose(struct display *display, const struct palette *palette, int colors)
{
    if (display->palette == palette && display->colors == colors)
        return;
    display->palette = palette;
    display->colors = colors;
    display->looks++;
    display_forget(display);
}

/* ---- cells ---- */

/* Curses knows no colours beyond those of the terminal's description. */
static bool is_rich(const struct display *display)
{
    return display->colors > 256 && display->utf8;
}

static struct pen make_pen(const struct display *display, unsigned style)
{
    struct paint paint = style_resolve(style, display->palette, display->colors);
    unsigned looks = paint.attributes;
    struct pen pen = { .made = display->looks };
    pen.attributes = ((looks & ATTRIBUTE_BOLD) != 0 ? A_BOLD : A_NORMAL) |
                     ((looks & ATTRIBUTE_DIM) != 0 ? A_DIM : A_NORMAL) |
                     ((looks & ATTRIBUTE_UNDERLINE) != 0 ? A_UNDERLINE : A_NORMAL) |
                     ((looks & ATTRIBUTE_REVERSE) != 0 ? A_REVERSE : A_NORMAL) |
                     ((looks & ATTRIBUTE_ITALIC) != 0 ? A_ITALIC : A_NORMAL);
    if (display->colors > 0 && (paint.foreground >= 0 || paint.background >= 0)) {
        int pair = alloc_pair(paint.foreground, paint.background);
        pen.pair = (short)(pair > 0 ? pair : 0);
    }
    pen.blank = paint.background < 0 &&
                (looks & (ATTRIBUTE_UNDERLINE | ATTRIBUTE_REVERSE | ATTRIBUTE_STRIKE)) == 0;
    pen.struck = display->strike != NULL && (looks & ATTRIBUTE_STRIKE) != 0;
    struct buffer on = { 0 };
    if (pen.attributes != A_NORMAL || (pen.pair != 0 && !is_rich(display)))
        terminfo_put_style(&on, pen.attributes, is_rich(display) ? 0 : pen.pair);
    if (is_rich(display))
        style_put_true_colours(&paint, &on);
    if (on.length < sizeof pen.on)
        memcpy(pen.on, buffer_text(&on), on.length);
    terminfo_put_style(&on, A_NORMAL, 0);
    buffer_free(&on);
    return pen;
}

static const struct pen *pen_of(struct display *display, const struct cell *cell)
{
    unsigned style = cell->style % STYLE_COUNT;
    struct pen ***pens = &display->pens[style / STYLES_TOGETHER];
    if (*pens == NULL)
        *pens = xcalloc(STYLES_TOGETHER, sizeof **pens);
    struct pen **pen = &(*pens)[style % STYLES_TOGETHER];
    if (*pen == NULL)
        *pen = xcalloc(1, sizeof **pen);
    if ((*pen)->made != display->looks)
        **pen = make_pen(display, style);
    return *pen;
}

static bool is_ascii(const struct cell *cell)
{
    return cell->glyph < 0x7F;
}

/* Whether terminals, or the terminal and the grid, disagree on the cell's width. */
static bool is_disputed(const struct grid *grid, const struct cell *cell)
{
    if (is_ascii(cell) || width_is_plainly_two(cell->glyph))
        return false;
    char text[GRAPHEME_LIMIT + 1];
    return (cell->glyph & CELL_POOLED) != 0 || wcwidth((wchar_t)cell->glyph) != cell->width ||
           width_is_uncertain(text, grid_cell_text(grid, cell, text));
}

/* ---- places ---- */

/* Two numbers from 0 on, as cup and csr have them: computing that takes curses longer than a row of text. */
static void put_numbers(bool ansi, const char *capability, int first, int second, char last,
                        struct buffer *out)
{
    if (!ansi) {
        terminfo_put(out, capability, first, second);
        return;
    }
    buffer_add(out, "\033[", 2);
    buffer_add_number(out, (unsigned long)first + 1);
    buffer_add_byte(out, ';');
    buffer_add_number(out, (unsigned long)second + 1);
    buffer_add_byte(out, last);
}

static void put_address(const struct display *display, int row, int column, struct buffer *out)
{
    put_numbers(display->ansi, display->address, row, column, 'H', out);
}

/* The rows that scroll. */
static void put_margins(const struct display *display, int top, int bottom, struct buffer *out)
{
    put_numbers(display->margined, display->margins, top, bottom, 'r', out);
}

/* ---- rows that moved ---- */

/* What a clear row shows. */
static struct cell *blank_row(const struct display *display)
{
    return display->cells + (size_t)display->row_count * (size_t)display->columns;
}

static void make_blank_row(struct display *display)
{
    struct cell space = { ' ', ROLE_TEXT, 1, 0 };
    if (!pen_of(display, &space)->blank)
        space.glyph = UINT32_MAX; /* unlike any */
    for (int at = 0; at < display->columns; at++)
        blank_row(display)[at] = space;
}

static void turn_rows(struct cell **rows, struct shift shift)
{
    for (int i = 0; i <= shift.last - shift.first; i++) {
        int row = shift.by > 0 ? shift.first + i : shift.last - i;
        struct cell *blank = rows[row];
        rows[row] = rows[row + shift.by];
        rows[row + shift.by] = blank;
    }
}

/* Lets the terminal scroll. */
static void carry_out(struct display *display, struct shift shift, struct buffer *out)
{
    int top = shift.by > 0 ? shift.first : shift.first + shift.by;
    int bottom = shift.by > 0 ? shift.last + shift.by : shift.last;
    put_margins(display, top, bottom, out);
    put_address(display, shift.by > 0 ? bottom : top, 0, out);
    for (int i = abs(shift.by); i > 0; i--)
        terminfo_put(out, shift.by > 0 ? display->up : display->down, 0, 0);
    put_margins(display, 0, display->row_count - 1, out);
    turn_rows(display->rows, shift);
    turn_rows(display->shown, shift);
    for (int i = 1; i <= abs(shift.by); i++)
        display->shown[shift.by > 0 ? shift.last + i : shift.first - i] = blank_row(display);
    display->row = -1;
}

/* Returns the rows that are right then. */
static struct shift scroll_rows(struct display *display, const struct grid *grid, struct buffer *out)
{
    int rows = grid->rows - display->cornered; /* of its last row a cell may be missing */
    struct shift shift = shift_find(display->shown, grid, rows, WORTH_SCROLLING);
    if (shift.gain < WORTH_SCROLLING)
        return (struct shift){ .last = -1 };
    carry_out(display, shift, out);
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
        buffer_add_text(out, display->no_color);
    if (display->on != NULL)
        buffer_add_text(out, display->off);
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
    terminfo_put(out, pen->struck ? display->strike : NULL, 0, 0);
    terminfo_put(out, edge ? display->confine : NULL, 0, 0);
    if (cell->width > 1 && is_disputed(grid, cell)) { /* drawn narrower, what was there */
        for (int i = 0; i < cell->width; i++)
            buffer_add_byte(out, ' ');
        put_address(display, row, column, out);
    }
    buffer_add(out, text, length);
    terminfo_put(out, edge ? display->no_confine : NULL, 0, 0);
    terminfo_put(out, pen->struck ? display->no_strike : NULL, 0, 0);
}

/* Writes the cells from `at` to before `end` that look as the first does, lead to the same and have the
 * width that all terminals give them, only blanks if so told. Returns the cell after them. */
static int put_run(const struct cell *cells, int at, int end, bool blanks, struct buffer *out)
{
    const struct cell *first = &cells[at];
    buffer_reserve(out, (size_t)(end - at) * 2);
    char *to = out->data + out->length;
    for (const struct cell *cell = first; at < end && cell->style == first->style && cell->link == first->link;
         cell = &cells[at]) {
        uint32_t glyph = cell->glyph;
        if (blanks ? glyph != ' ' : glyph >= 0x7F && !width_is_plainly_two(glyph))
            break;
        if (cell->width != (glyph < 0x7F ? 1 : 2) || at + cell->width > end)
            break;
        if (glyph < 0x80)
            *to++ = (char)glyph;
        else
            to += utf8_encode(glyph, to);
        at += cell->width;
    }
    out->length = (size_t)(to - out->data);
    *to = '\0';
    return at;
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
        again = pen->struck || is_disputed(grid, &cells[at]);
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
        cursor = put_run(cells, at, next > end ? next : end, !is_on(display, pen), out);
        if (cursor == at)
            buffer_add(out, text, grid_cell_text(grid, &cells[at], text));
        cursor = next = cursor == at ? next : cursor;
    }
    display->row = -1;
}

/* Ends a frame: the plain style, no link, and the cursor where it belongs. */
static void put_cursor(struct display *display, const struct grid *grid, int row, int column,
                       bool visible, struct buffer *out)
{
    put_link(display, grid, 0, out);
    put_style(display, NULL, out);
    if (display->cursor != visible)
        terminfo_put(out, visible ? display->show : display->hide, 0, 0);
    if (display->row != row || display->column != column)
        put_address(display, row, column, out);
}

/* ---- elsewhere ---- */

/* Gives curses what changed of a row, straight to what the screen shall be: a window in between would be
 * compared once more. */
static void draw_row(struct display *display, const struct grid *grid, int row, struct cell_run run)
{
    const struct cell *cells = grid_row(grid, row);
    for (int at = run.first; at <= run.last; at++) {
        const struct pen *pen = pen_of(display, &cells[at]);
        char plain = cells[at].width != 1      ? '\0'
                     : is_ascii(&cells[at]) ? (char)cells[at].glyph
                                            : sanitize_ascii(cells[at].glyph);
        bool blank = plain == ' ' && pen->blank;
        display->line[at] = (chtype)(plain != '\0' ? plain : '?') |
                            (blank ? 0 : pen->attributes | (chtype)COLOR_PAIR(pen->pair));
    }
    mvwaddchnstr(newscr, row, run.first, &display->line[run.first], run.last - run.first + 1);
}

static void draw_cursor(struct display *display, int row, int column, bool visible)
{
    if (display->cursor != visible)
        curs_set(visible);
    wmove(newscr, row, column);
    doupdate();
}

/* ---- frames ---- */

static void make_room(struct display *display, const struct grid *grid)
{
    size_t rows = (size_t)grid->rows;
    size_t columns = (size_t)grid->columns;
    display->row_count = grid->rows;
    display->columns = grid->columns;
    display->cells = xreallocarray(display->cells, (rows + 1) * columns, sizeof *display->cells);
    display->rows = xreallocarray(display->rows, rows, sizeof *display->rows);
    display->shown = xreallocarray(display->shown, rows, sizeof *display->shown);
    display->line = xreallocarray(display->line, columns, sizeof *display->line);
    for (size_t row = 0; row < rows; row++) {
        display->rows[row] = display->cells + row * columns;
        display->shown[row] = blank_row(display);
    }
    make_blank_row(display);
}

static void begin_afresh(struct display *display, const struct grid *grid, struct buffer *out)
{
    make_room(display, grid);
    display->known = true;
    if (display->utf8) {
        buffer_add_text(out, display->no_color);
        buffer_add_text(out, display->off);
        put_margins(display, 0, display->row_count - 1, out);
        terminfo_put(out, display->clear, 0, 0);
        display->row = -1;
        return;
    }
    if (LINES != grid->rows || COLS != grid->columns)
        resizeterm(grid->rows, grid->columns);
    struct buffer unsent = { 0 }; /* so that curses resets whatever style is on */
    terminfo_put_style(&unsent, A_REVERSE, 0);
    buffer_free(&unsent);
    clearok(curscr, TRUE);
    werase(newscr);
    doupdate();
}

/* Curses compares and measures each cell several times, at ten times the cost of writing it. */
void display_show(struct display *display, const struct grid *grid, struct buffer *out)
{
    struct shift right = { .last = -1 };
    if (!display->known || display->row_count != grid->rows || display->columns != grid->columns)
        begin_afresh(display, grid, out);
    else if (display->utf8 && display->up != NULL && display->down != NULL)
        right = scroll_rows(display, grid, out);
    for (int row = 0; row < grid->rows; row++) {
        if (row >= right.first && row <= right.last)
            continue;
        struct cell_run run = cell_run_changed(display->shown[row], grid_row(grid, row), grid->columns);
        if (run.first >= grid->columns)
            continue;
        if (display->utf8)
            write_row(display, grid, row, run, out);
        else
            draw_row(display, grid, row, run);
        display->shown[row] = display->rows[row];
        memcpy(display->shown[row], grid_row(grid, row), (size_t)grid->columns * sizeof **display->shown);
    }
    bool visible = grid->cursor_row >= 0 && grid->cursor_row < grid->rows &&
                   grid->cursor_column >= 0 && grid->cursor_column < grid->columns;
    int row = visible ? grid->cursor_row : grid->rows - 1;
    int column = visible ? grid->cursor_column : 0;
    if (display->utf8)
        put_cursor(display, grid, row, column, visible, out);
    else
        draw_cursor(display, row, column, visible);
    display->cursor = visible;
    display->row = row;
    display->column = column;
}
