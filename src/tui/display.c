#include "tui/display.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

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
    bool blank;  /* a space in it shows the default background and nothing else */
    bool struck; /* which curses does not know */
};

/* The changed cells of a row, both included; none when last < first. */
struct run {
    int first, last;
};

struct display {
    struct cell *shown;
    struct run *runs;
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
    free(display->runs);
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
    static const struct {
        unsigned ours;
        attr_t curses;
    } attributes[] = {
        { ATTRIBUTE_BOLD, A_BOLD },           { ATTRIBUTE_DIM, A_DIM },
        { ATTRIBUTE_UNDERLINE, A_UNDERLINE }, { ATTRIBUTE_REVERSE, A_REVERSE },
        { ATTRIBUTE_ITALIC, A_ITALIC },
    };
    const unsigned visible = ATTRIBUTE_UNDERLINE | ATTRIBUTE_REVERSE | ATTRIBUTE_STRIKE;
    struct paint paint = style_resolve(style, display->theme, display->colors);
    struct pen pen = { .made = true };
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
        if ((paint.attributes & attributes[i].ours) != 0)
            pen.attributes |= attributes[i].curses;
    if (display->colors > 0 && (paint.foreground >= 0 || paint.background >= 0)) {
        int pair = alloc_pair(paint.foreground, paint.background);
        pen.pair = (short)(pair > 0 ? pair : 0);
    }
    pen.blank = paint.background < 0 && (paint.attributes & visible) == 0;
    pen.struck = display->strike != NULL && (paint.attributes & ATTRIBUTE_STRIKE) != 0;
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

static const struct cell *row_of(const struct grid *grid, int row)
{
    return grid->cells + (size_t)row * (size_t)grid->columns;
}

/* Whether curses cannot write the cell. Where it cannot stop the terminal from wrapping it shifts the
 * last cell of the screen in, which takes a wide character before it apart. */
static bool is_beyond_curses(struct display *display, const struct grid *grid, int row, int column)
{
    const struct cell *cell = row_of(grid, row) + column;
    bool struck = pen_of(display, cell)->struck && (display->utf8 || is_ascii(cell));
    bool apart = display->cornered && row == grid->rows - 1 && cell->width > 1 &&
                 column + cell->width >= grid->columns - 1;
    return struck || apart || is_disputed(display, grid, cell);
}

/* What curses is given for the cell's cluster, one entry a character; returns their number. */
static int make_entries(struct display *display, const struct grid *grid, int row, int column,
                        cchar_t *out)
{
    const struct cell *cell = row_of(grid, row) + column;
    const struct pen *pen = pen_of(display, cell);
    wchar_t text[2] = { (wchar_t)cell->glyph, L'\0' };
    int count = cell->width;
    if (is_beyond_curses(display, grid, row, column)) {
        text[0] = NO_BREAK_SPACE;
    } else if (!display->utf8 && !is_ascii(cell)) {
        char plain = cell->width == 1 ? sanitize_ascii(cell->glyph) : '\0';
        text[0] = plain != '\0' ? (wchar_t)plain : L'?';
    } else {
        count = 1;
    }
    bool blank = text[0] == L' ' && pen->blank; /* many styles, one look: nothing to send */
    for (int i = 0; i < count; i++)
        setcchar(&out[i], text, blank ? A_NORMAL : pen->attributes, blank ? 0 : pen->pair, NULL);
    return count;
}

/* ---- what changed ---- */

static struct run find_run(const struct cell *front, const struct cell *back, int columns)
{
    struct run run = { 0, columns - 1 };
    while (run.first < columns && memcmp(&front[run.first], &back[run.first], sizeof *back) == 0)
        run.first++;
    while (run.last > run.first && memcmp(&front[run.last], &back[run.last], sizeof *back) == 0)
        run.last--;
    while (run.first > 0 && run.first < columns && back[run.first].width == 0)
        run.first--;
    while (run.last + 1 < columns && back[run.last + 1].width == 0)
        run.last++;
    return run;
}

static int find_runs(struct display *display, const struct grid *grid)
{
    int changed = 0;
    for (int row = 0; row < grid->rows; row++) {
        size_t offset = (size_t)row * (size_t)grid->columns;
        display->runs[row] = find_run(display->shown + offset, row_of(grid, row), grid->columns);
        changed += display->runs[row].first < grid->columns;
    }
    return changed;
}

/* Whether curses may take one row for the other: what it cannot write looks alike to it. */
static bool may_look_alike(const struct cell *a, const struct cell *b, int columns)
{
    for (int i = 0; i < columns; i++) {
        bool hidden = !is_ascii(&a[i]) && !is_ascii(&b[i]);
        if (!hidden && a[i].glyph != b[i].glyph)
            return false;
    }
    return true;
}

/* Whether curses may scroll: a changed row's new text is that of another one before. Where many
 * rows changed the question costs more than what the answer saves. */
static bool may_scroll(const struct display *display, const struct grid *grid, int changed)
{
    int rows[FEW_ROWS];
    int count = 0;
    if (changed > FEW_ROWS)
        return true;
    for (int row = 0; row < grid->rows; row++)
        if (display->runs[row].first < grid->columns)
            rows[count++] = row;
    for (int i = 0; i < count; i++)
        for (int j = 0; j < count; j++)
            if (i != j && may_look_alike(display->shown + (size_t)rows[j] * (size_t)grid->columns,
                                         row_of(grid, rows[i]), grid->columns))
                return true;
    return false;
}

/* ---- writing over ---- */

/* vid_puts() gives its function no context. */
static struct buffer *target;

static int put_byte(int byte)
{
    buffer_add_byte(target, (char)byte);
    return byte;
}

static int drop_byte(int byte)
{
    return byte;
}

/* By way of the plain style: from one pair of colours to another vid_puts() may leave a background. */
static void put_style(struct display *display, const struct pen *pen, struct buffer *out)
{
    target = out;
    if (display->over != pen) {
        vid_puts(A_NORMAL, 0, NULL, put_byte);
        if (pen != NULL)
            vid_puts(pen->attributes, pen->pair, NULL, put_byte);
    }
    display->over = pen;
}

static void put_cluster(struct display *display, const struct grid *grid, int row, int column,
                        struct buffer *out)
{
    const struct cell *cell = row_of(grid, row) + column;
    const struct pen *pen = pen_of(display, cell);
    char text[GRAPHEME_LIMIT + 1];
    size_t length = grid_cell_text(grid, cell, text);
    bool edge = column + cell->width >= grid->columns; /* drawn wider it must not wrap */
    put_style(display, pen, out);
    if (pen->struck)
        terminfo_put(out, display->strike, 0, 0);
    if (edge)
        terminfo_put(out, display->confine, 0, 0);
    if (cell->width > 1 && is_disputed(display, grid, cell)) { /* drawn narrower, what was there */
        for (int i = 0; i < cell->width; i++)
            buffer_add_byte(out, ' ');
        terminfo_put(out, display->address, row, column);
    }
    buffer_add(out, text, length);
    if (edge)
        terminfo_put(out, display->no_confine, 0, 0);
    if (pen->struck)
        terminfo_put(out, display->no_strike, 0, 0);
}

/* Writes the cells of the run that curses cannot write, or, with `next`, those that follow one of
 * disputed width. One kind after the other, for each has mostly one style. */
static void write_over(struct display *display, const struct grid *grid, int row, bool next,
                       struct buffer *out)
{
    const struct cell *cells = row_of(grid, row);
    struct run run = display->runs[row];
    int cursor = -1;
    bool disputed = false; /* the cell before */
    for (int at = run.first; at < grid->columns && (at <= run.last || disputed); at++) {
        int end = at + cells[at].width;
        if (cells[at].width == 0)
            continue;
        bool beyond = is_beyond_curses(display, grid, row, at);
        bool corner = display->cornered && row == grid->rows - 1 && end >= grid->columns;
        bool wanted = next ? disputed && !beyond : beyond;
        disputed = beyond && is_disputed(display, grid, &cells[at]);
        if (!wanted || corner) /* what scrolls the screen stays away */
            continue;
        if (cursor != at)
            terminfo_put(out, display->address, row, at);
        put_cluster(display, grid, row, at, out);
        cursor = disputed ? -1 : end;
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
    display->runs = xreallocarray(display->runs, rows, sizeof *display->runs);
    display->line = xreallocarray(display->line, columns, sizeof *display->line);
    memset(display->shown, 0xFF, rows * columns * sizeof *display->shown);
    clearok(curscr, TRUE);
    vid_puts(A_REVERSE, 0, NULL, drop_byte); /* so that curses resets whatever style is on */
    display->known = true;
}

static void hand_over(struct display *display, const struct grid *grid, int row)
{
    const struct cell *cells = row_of(grid, row);
    struct run run = display->runs[row];
    int count = 0;
    for (int at = run.first; at <= run.last; at++)
        if (cells[at].width > 0 && at + cells[at].width <= grid->columns)
            count += make_entries(display, grid, row, at, display->line + count);
    mvadd_wchnstr(row, run.first, display->line, count);
}

static void place_cursor(struct display *display, const struct grid *grid)
{
    bool visible = grid->cursor_row >= 0 && grid->cursor_row < grid->rows &&
                   grid->cursor_column >= 0 && grid->cursor_column < grid->columns;
    move(visible ? grid->cursor_row : grid->rows - 1, visible ? grid->cursor_column : 0);
    if (display->cursor != visible)
        curs_set(visible);
    display->cursor = visible;
}

void display_draw(struct display *display, const struct grid *grid, struct buffer *out)
{
    if (!display->known || display->rows != grid->rows || display->columns != grid->columns)
        begin_afresh(display, grid);
    int changed = find_runs(display, grid);
    bool scrolls = may_scroll(display, grid, changed);
    for (int row = 0; row < grid->rows; row++) {
        if (display->runs[row].first < grid->columns)
            hand_over(display, grid, row);
        if (scrolls) /* then any row may have lost what was written over */
            display->runs[row] = (struct run){ 0, grid->columns - 1 };
    }
    memcpy(display->shown, grid->cells,
           (size_t)grid->rows * (size_t)grid->columns * sizeof *grid->cells);
    place_cursor(display, grid);
    refresh();
    size_t before = out->length;
    for (int pass = 0; pass < 2; pass++)
        for (int row = 0; row < grid->rows; row++)
            write_over(display, grid, row, pass > 0, out);
    if (out->length == before)
        return;
    put_style(display, NULL, out);
    terminfo_put(out, display->address, getcury(stdscr), getcurx(stdscr));
}
