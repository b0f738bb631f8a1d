#include "tui/curses_harness.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "layout/palette.h"
#include "layout/style.h"
#include "text/grapheme.h"
#include "text/width.h"
#include "tui/ncurses.h"
#include "tui/terminfo.h"

bool stage_begin(struct stage *stage, const char *terminal, int rows, int columns, bool utf8,
                 enum stage_emulator kind)
{
    *stage = (struct stage){ .kind = kind, .links = utf8 };
    struct error error;
    int colors = terminfo_check(terminal, &error);
    if (colors < 0)
        return false;
    stage->file = tmpfile();
    assert_non_null(stage->file);
    setenv("NCURSES_NO_PADDING", "1", 1);
    use_tioctl(TRUE);
    stage->curses = newterm(terminal, stage->file, stdin);
    assert_non_null(stage->curses);
    typeahead(-1);
    delay_output(0); /* what it begins with, as terminal_enter does */
    stage->colors = colors >= 256 ? 256 : colors >= 8 ? 8 : 0;
    stage->emulator = emulator_new(rows, columns);
    stage->grid = grid_new(rows, columns);
    stage->display = display_new(utf8, utf8);
    display_choose(stage->display, palette_of(THEME_DARK), stage->colors);
    return true;
}

void stage_free(struct stage *stage)
{
    display_free(stage->display);
    endwin();
    delscreen(stage->curses);
    fclose(stage->file);
    grid_free(stage->grid);
    emulator_free(stage->emulator);
    buffer_free(&stage->out);
    buffer_free(&stage->extra);
}

/* The end of the escape sequence at `at`. */
static size_t skip_sequence(const char *text, size_t length, size_t at)
{
    if (at + 1 < length && text[at + 1] == '[') {
        for (at += 2; at < length && (text[at] < '@' || text[at] > '~');)
            at++;
        return at < length ? at + 1 : at;
    }
    return at + 1 < length && text[at + 1] == '(' ? at + 3 : at + 2;
}

#define LEADS "\033[13m"

/* What an emulator of that kind draws: in place of a cluster of disputed width a Han character, which
 * takes two cells everywhere, or a letter. */
static void feed(struct stage *stage, const char *text, size_t length)
{
    if (stage->kind == DRAWS_AS_IT_LIKES) {
        emulator_feed(stage->emulator, text, length);
        return;
    }
    bool wraps = true; /* at the margin no terminal draws two where there is one */
    for (size_t at = 0, end; at < length; at = end) {
        const char *drawn = stage->kind == DRAWS_IN_TWO && wraps ? "\xE9\xBE\x98" : "x";
        if (length - at >= 5 && memcmp(text + at, "\033[?7", 4) == 0)
            wraps = text[at + 4] == 'h';
        end = text[at] == '\033' ? skip_sequence(text, length, at) : grapheme_next(text, length, at);
        bool disputed = (unsigned char)text[at] >= 0x80 && width_is_uncertain(text + at, end - at);
        emulator_feed(stage->emulator, disputed ? drawn : text + at,
                      disputed ? strlen(drawn) : end - at);
    }
}

/* The emulator knows no links: a cell that leads somewhere gets a font of its own, which nobody else
 * uses, anew after every change of looks. */
static void feed_with_links(struct stage *stage, const char *text, size_t length)
{
    struct buffer out = { 0 };
    for (size_t at = 0, end; at < length; at = end) {
        end = text[at] == '\033' ? skip_sequence(text, length, at) : at + 1;
        bool link = length - at > 4 && memcmp(text + at, "\033]8;", 4) == 0;
        if (link) {
            const char *stop = strstr(text + at, "\033\\");
            assert_non_null(stop);
            end = (size_t)(stop - text) + 2;
            stage->leads = text[at + 4] != ';';
            buffer_add_text(&out, stage->leads ? LEADS : "\033[10m");
            continue;
        }
        buffer_add(&out, text + at, end - at);
        if (stage->leads && text[at] == '\033' && text[end - 1] == 'm')
            buffer_add_text(&out, LEADS);
    }
    feed(stage, buffer_text(&out), out.length);
    buffer_free(&out);
}

/* Takes what curses has written since, then what was appended for the terminal. */
static void collect(struct stage *stage)
{
    char bytes[4096];
    for (ssize_t got; (got = pread(fileno(stage->file), bytes, sizeof bytes, stage->taken)) > 0;) {
        buffer_add(&stage->out, bytes, (size_t)got);
        stage->taken += got;
    }
    buffer_add(&stage->out, buffer_text(&stage->extra), stage->extra.length);
    buffer_truncate(&stage->extra, 0);
}

size_t stage_show(struct stage *stage)
{
    buffer_truncate(&stage->out, 0);
    display_show(stage->display, stage->grid, &stage->extra);
    collect(stage);
    feed_with_links(stage, buffer_text(&stage->out), stage->out.length);
    assert_false(stage->leads);
    return stage->out.length;
}

/* ---- checking ---- */

static void fail_at(struct stage *stage, int row, int column, const char *what,
                    const char *expected, const char *shown)
{
    print_error("row %d column %d: %s: expected \"%s\", shown \"%s\"\n", row, column, what,
                expected, shown);
    print_error("sent, without their ESC: ");
    for (size_t i = 0; i < stage->out.length; i++)
        if (stage->out.data[i] != '\033')
            print_error("%c", stage->out.data[i]);
    print_error("\nframe:\n");
    struct buffer dump = { 0 };
    grid_dump(stage->grid, &dump);
    print_error("%s", buffer_text(&dump));
    buffer_free(&dump);
    fail();
}

static const struct cell *cell_at(const struct stage *stage, int row, int column)
{
    return grid_row(stage->grid, row) + column;
}

/* Whether the cell is one that terminals may draw in their own way. */
static bool is_uncertain(const struct stage *stage, int row, int column)
{
    char text[GRAPHEME_LIMIT + 1];
    while (column > 0 && cell_at(stage, row, column)->width == 0)
        column--;
    const struct cell *cell = cell_at(stage, row, column);
    size_t length = grid_cell_text(stage->grid, cell, text);
    return cell->glyph >= 0x80 && width_is_uncertain(text, length);
}

#define VISIBLE (ATTRIBUTE_REVERSE | ATTRIBUTE_UNDERLINE | ATTRIBUTE_STRIKE)

static bool is_plain(const char *text, int background, unsigned attributes)
{
    return strcmp(text, " ") == 0 && background < 0 && (attributes & VISIBLE) == 0;
}

static void check_look(struct stage *stage, int row, int column,
                       const struct emulator_cell *shown)
{
    struct paint paint = style_resolve(cell_at(stage, row, column)->style, palette_of(THEME_DARK),
                                       stage->colors);
    paint.attributes &= ~(unsigned)ATTRIBUTE_DIM;
    if (terminfo_find("sitm") == NULL)
        paint.attributes &= ~(unsigned)ATTRIBUTE_ITALIC;
    if (terminfo_find("smxx") == NULL)
        paint.attributes &= ~(unsigned)ATTRIBUTE_STRIKE;
    if (is_plain(shown->text, shown->background, shown->attributes) &&
        is_plain(shown->text, paint.background, paint.attributes))
        return;
    char expected[64];
    char found[64];
    snprintf(expected, sizeof expected, "%d on %d, %x", paint.foreground, paint.background,
             paint.attributes);
    snprintf(found, sizeof found, "%d on %d, %x", shown->foreground, shown->background,
             shown->attributes);
    if (strcmp(expected, found) != 0)
        fail_at(stage, row, column, "look", expected, found);
}

static void check_cell(struct stage *stage, int row, int column)
{
    const struct cell *cell = cell_at(stage, row, column);
    struct emulator_cell shown = emulator_cell(stage->emulator, row, column);
    char text[GRAPHEME_LIMIT + 1] = "";
    if (is_uncertain(stage, row, column))
        return;
    if (cell->width > 0)
        grid_cell_text(stage->grid, cell, text);
    if (strcmp(text, shown.text) != 0)
        fail_at(stage, row, column, "text", text, shown.text);
    bool plain = is_plain(text, shown.background, shown.attributes) && cell->link == 0; /* may be cleared */
    if (stage->links && cell->width > 0 && !plain && shown.leads != (cell->link != 0))
        fail_at(stage, row, column, "link", cell->link != 0 ? "some" : "none", shown.leads ? "some" : "none");
    if (stage->colors == 256 && cell->width > 0)
        check_look(stage, row, column, &shown);
}

void stage_check(struct stage *stage)
{
    struct grid *grid = stage->grid;
    bool corner = terminfo_find("rmam") != NULL; /* else what may scroll the screen stays away */
    for (int row = 0; row < grid->rows; row++)
        for (int column = 0; column < grid->columns; column++)
            if (corner || row < grid->rows - 1 || column < grid->columns - 2)
                check_cell(stage, row, column);
    int row, column;
    bool visible;
    emulator_cursor(stage->emulator, &row, &column, &visible);
    if (terminfo_find("civis") != NULL)
        assert_int_equal(visible, grid->cursor_row >= 0);
    if (grid->cursor_row >= 0) {
        assert_int_equal(row, grid->cursor_row);
        assert_int_equal(column, grid->cursor_column);
    }
}
