/* The difference writer against a reference terminal: whatever two frames follow each other, the
 * emulator must show the second one. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "layout/grid.h"
#include "layout/style.h"
#include "text/grapheme.h"
#include "text/width.h"
#include "tui/screen.h"
#include "tui/scroll.h"
#include "tui/vterm_harness.h"

static const struct capabilities XTERM = {
    .text = {
        [CAPABILITY_CURSOR_ADDRESS] = "\033[%i%p1%d;%p2%dH",
        [CAPABILITY_COLUMN_ADDRESS] = "\033[%i%p1%dG",
        [CAPABILITY_CLEAR_SCREEN] = "\033[H\033[2J",
        [CAPABILITY_CLEAR_TO_END_OF_LINE] = "\033[K",
        [CAPABILITY_ERASE_CHARACTERS] = "\033[%p1%dX",
        [CAPABILITY_SCROLL_REGION] = "\033[%i%p1%d;%p2%dr",
        [CAPABILITY_SCROLL_UP] = "\n",
        [CAPABILITY_SCROLL_UP_BY] = "\033[%p1%dS",
        [CAPABILITY_SCROLL_DOWN] = "\033M",
        [CAPABILITY_SCROLL_DOWN_BY] = "\033[%p1%dT",
        [CAPABILITY_CURSOR_HIDE] = "\033[?25l",
        [CAPABILITY_CURSOR_SHOW] = "\033[?25h",
        [CAPABILITY_ENTER_WRAP] = "\033[?7h",
        [CAPABILITY_LEAVE_WRAP] = "\033[?7l",
        [CAPABILITY_RESET] = "\033(B\033[m",
        [CAPABILITY_BOLD] = "\033[1m",
        [CAPABILITY_DIM] = "\033[2m",
        [CAPABILITY_UNDERLINE] = "\033[4m",
        [CAPABILITY_REVERSE] = "\033[7m",
        [CAPABILITY_ITALIC] = "\033[3m",
        [CAPABILITY_STRIKE] = "\033[9m",
        [CAPABILITY_FOREGROUND] = "\033[38;5;%p1%dm",
        [CAPABILITY_BACKGROUND] = "\033[48;5;%p1%dm",
    },
    .colors = 256,
    .auto_margin = true,
    .eats_newline = true,
};

/* Nothing but cup, clear and sgr0. */
static const struct capabilities POOR = {
    .text = {
        [CAPABILITY_CURSOR_ADDRESS] = "\033[%i%p1%d;%p2%dH",
        [CAPABILITY_CLEAR_SCREEN] = "\033[H\033[2J",
        [CAPABILITY_RESET] = "\033[m",
        [CAPABILITY_REVERSE] = "\033[7m",
    },
    .colors = 0,
    .auto_margin = true,
};

struct bench {
    struct capabilities capabilities;
    struct emulator *emulator;
    struct screen *screen;
    struct grid *grid;
    struct buffer out;
    int colors;
};

static struct bench bench_new(const struct capabilities *capabilities, int rows, int columns,
                              bool utf8)
{
    struct bench bench = { .capabilities = *capabilities, .colors = capabilities->colors };
    bench.emulator = emulator_new(rows, columns);
    bench.grid = grid_new(rows, columns);
    if (capability_has(capabilities, CAPABILITY_LEAVE_WRAP)) /* as terminal_enter does */
        emulator_feed(bench.emulator, "\033[?7l", 5);
    bench.screen = screen_new(capabilities, utf8);
    screen_choose(bench.screen, THEME_DARK, capabilities->colors);
    return bench;
}

static void bench_free(struct bench *bench)
{
    screen_free(bench->screen);
    grid_free(bench->grid);
    emulator_free(bench->emulator);
    buffer_free(&bench->out);
}

/* Sends the frame; returns the bytes it took. */
static size_t show(struct bench *bench)
{
    buffer_truncate(&bench->out, 0);
    screen_draw(bench->screen, bench->grid, &bench->out);
    emulator_feed(bench->emulator, buffer_text(&bench->out), bench->out.length);
    return bench->out.length;
}

static void paint(struct bench *bench, int row, int column, const char *text, unsigned style)
{
    grid_text(bench->grid, row, column, bench->grid->columns, text, strlen(text), style);
}

static void fail_at(struct bench *bench, int row, int column, const char *what,
                    const char *expected, const char *shown)
{
    print_error("row %d column %d: %s: expected \"%s\", shown \"%s\"\n", row, column, what,
                expected, shown);
    print_error("sent, without their ESC: ");
    for (size_t i = 0; i < bench->out.length; i++)
        if (bench->out.data[i] != '\033')
            print_error("%c", bench->out.data[i]);
    print_error("\nframe:\n");
    struct buffer dump = { 0 };
    grid_dump(bench->grid, &dump);
    print_error("%s", buffer_text(&dump));
    buffer_free(&dump);
    fail();
}

static bool is_blank(const struct emulator_cell *cell)
{
    return strcmp(cell->text, " ") == 0 && cell->background < 0 &&
           (cell->attributes & (ATTRIBUTE_REVERSE | ATTRIBUTE_UNDERLINE | ATTRIBUTE_STRIKE)) == 0;
}

/* Whether the cell is one that terminals may draw in their own way. */
static bool is_uncertain(const struct bench *bench, int row, int column)
{
    const struct cell *cells = bench->grid->cells + (size_t)row * (size_t)bench->grid->columns;
    char text[GRAPHEME_LIMIT + 1];
    while (column > 0 && cells[column].width == 0)
        column--;
    size_t length = grid_cell_text(bench->grid, &cells[column], text);
    return cells[column].glyph >= 0x80 && width_is_uncertain(text, length);
}

static void check_look(struct bench *bench, int row, int column, unsigned style,
                       const struct emulator_cell *shown)
{
    struct paint paint = style_resolve(style, THEME_DARK, bench->colors);
    paint.attributes &= ~(unsigned)ATTRIBUTE_DIM;
    char expected[64];
    char found[64];
    snprintf(expected, sizeof expected, "%d on %d, %x", paint.foreground, paint.background,
             paint.attributes);
    snprintf(found, sizeof found, "%d on %d, %x", shown->foreground, shown->background,
             shown->attributes);
    if (strcmp(expected, found) != 0)
        fail_at(bench, row, column, "look", expected, found);
}

static void check_cell(struct bench *bench, int row, int column, bool looks)
{
    const struct cell *cell =
        &bench->grid->cells[(size_t)row * (size_t)bench->grid->columns + (size_t)column];
    struct emulator_cell shown = emulator_cell(bench->emulator, row, column);
    char text[GRAPHEME_LIMIT + 1] = "";
    if (is_uncertain(bench, row, column))
        return;
    if (cell->width > 0)
        grid_cell_text(bench->grid, cell, text);
    if (strcmp(text, shown.text) != 0)
        fail_at(bench, row, column, "text", text, shown.text);
    struct paint paint = style_resolve(cell->style, THEME_DARK, bench->colors);
    bool plain = strcmp(text, " ") == 0 && paint.background < 0 && is_blank(&shown) &&
                 (paint.attributes &
                  (ATTRIBUTE_REVERSE | ATTRIBUTE_UNDERLINE | ATTRIBUTE_STRIKE)) == 0;
    if (looks && cell->width > 0 && !plain)
        check_look(bench, row, column, cell->style, &shown);
}

/* The emulator shows the grid, cell by cell. */
static void check(struct bench *bench, bool looks)
{
    struct grid *grid = bench->grid;
    bool margin = capability_margin_is_safe(&bench->capabilities);
    for (int row = 0; row < grid->rows; row++)
        for (int column = 0; column < grid->columns; column++)
            if (margin || row < grid->rows - 1 || column < grid->columns - 1)
                check_cell(bench, row, column, looks);
    int row, column;
    bool visible;
    emulator_cursor(bench->emulator, &row, &column, &visible);
    if (capability_has(&bench->capabilities, CAPABILITY_CURSOR_HIDE))
        assert_int_equal(visible, grid->cursor_row >= 0);
    if (grid->cursor_row >= 0) {
        assert_int_equal(row, grid->cursor_row);
        assert_int_equal(column, grid->cursor_column);
    }
}

/* ---- random frames ---- */

static unsigned next_random(unsigned *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static const char *const PIECES[] = {
    "a", "word ", "   ", "              ", "OpenSky", "阿里巴巴", "，", "「", "│",
    "e\xCC\x81", "n\xCC\x83",
    "\xE2\x80\x9C", "\xE2\x80\xA6", "37.6%", "x", "한", "\xF0\x9F\x98\x80", "~", "-", "0123456789",
};

static unsigned random_style(unsigned *state)
{
    static const unsigned styles[] = {
        ROLE_TEXT, ROLE_TEXT, ROLE_TEXT, ROLE_HEADING, ROLE_STATUS, ROLE_HIT, ROLE_COMPANY,
        ROLE_TEXT | ATTRIBUTE_BOLD, ROLE_TEXT | ATTRIBUTE_ITALIC | ATTRIBUTE_STRIKE,
        ROLE_DIM, ROLE_SELECTION | ATTRIBUTE_UNDERLINE, ROLE_TEXT | ATTRIBUTE_REVERSE,
    };
    return styles[next_random(state) % (sizeof styles / sizeof *styles)];
}

static void random_row(struct grid *grid, int row, unsigned *state)
{
    grid_fill(grid, row, 0, 1, grid->columns, random_style(state));
    int column = (int)(next_random(state) % 4);
    int limit = (int)(next_random(state) % (unsigned)(grid->columns + 8));
    while (column < limit && column < grid->columns) {
        const char *piece = PIECES[next_random(state) % (sizeof PIECES / sizeof *PIECES)];
        int after = grid_text(grid, row, column, grid->columns, piece, strlen(piece),
                              random_style(state));
        column = after > column ? after : column + 1;
    }
}

/* Moves the rows of a band up or down, as scrolling does, and fills in new ones. */
static void random_scroll(struct grid *grid, unsigned *state)
{
    int top = (int)(next_random(state) % (unsigned)grid->rows);
    int bottom = top + (int)(next_random(state) % (unsigned)(grid->rows - top));
    int rows = bottom - top + 1;
    int shift = (int)(next_random(state) % (unsigned)(2 * rows + 1)) - rows;
    size_t size = (size_t)grid->columns * sizeof *grid->cells;
    struct cell *old = malloc((size_t)rows * size);
    assert_non_null(old);
    memcpy(old, grid->cells + (size_t)top * (size_t)grid->columns, (size_t)rows * size);
    for (int row = 0; row < rows; row++) {
        int source = row + shift;
        if (source >= 0 && source < rows)
            memcpy(grid->cells + (size_t)(top + row) * (size_t)grid->columns,
                   old + (size_t)source * (size_t)grid->columns, size);
        else
            random_row(grid, top + row, state);
    }
    free(old);
}

static void random_change(struct grid *grid, unsigned *state)
{
    unsigned kind = next_random(state) % 8;
    int row = (int)(next_random(state) % (unsigned)grid->rows);
    int column = (int)(next_random(state) % (unsigned)grid->columns);
    if (kind == 0) {
        for (row = 0; row < grid->rows; row++)
            random_row(grid, row, state);
    } else if (kind <= 3) {
        random_scroll(grid, state);
    } else if (kind == 4) {
        grid_fill(grid, row, column, (int)(next_random(state) % 5),
                  (int)(next_random(state) % 30), random_style(state));
    } else if (kind <= 6) {
        const char *piece = PIECES[next_random(state) % (sizeof PIECES / sizeof *PIECES)];
        grid_text(grid, row, column, grid->columns, piece, strlen(piece), random_style(state));
    } else {
        random_row(grid, row, state);
    }
    bool shown = next_random(state) % 3 != 0;
    grid->cursor_row = shown ? (int)(next_random(state) % (unsigned)grid->rows) : -1;
    grid->cursor_column = (int)(next_random(state) % (unsigned)grid->columns);
}

static void run_random_frames(const struct capabilities *capabilities, int rows, int columns,
                              int frames, unsigned seed)
{
    struct bench bench = bench_new(capabilities, rows, columns, true);
    unsigned state = seed;
    for (int frame = 0; frame < frames; frame++) {
        for (unsigned changes = next_random(&state) % 3; changes > 0; changes--)
            random_change(bench.grid, &state);
        random_change(bench.grid, &state);
        show(&bench);
        check(&bench, capabilities->colors > 0);
    }
    bench_free(&bench);
}

/* Property: whatever frames follow each other, the terminal shows the last one. */
static void test_random_frames_arrive(void **unused)
{
    (void)unused;
    run_random_frames(&XTERM, 24, 80, 1500, 1);
    run_random_frames(&XTERM, 12, 37, 1500, 2);
    run_random_frames(&XTERM, 50, 160, 100, 3);
    run_random_frames(&XTERM, 3, 5, 1000, 4);
    run_random_frames(&XTERM, 1, 1, 50, 5);
    run_random_frames(&XTERM, 2, 2, 200, 6);
}

static void test_random_frames_arrive_on_lesser_terminals(void **unused)
{
    (void)unused;
    run_random_frames(&POOR, 12, 40, 600, 7);
    struct capabilities some = XTERM;
    some.text[CAPABILITY_SCROLL_UP_BY] = NULL;
    some.text[CAPABILITY_SCROLL_DOWN_BY] = NULL;
    some.text[CAPABILITY_COLUMN_ADDRESS] = NULL;
    run_random_frames(&some, 12, 40, 600, 8);
    some = XTERM;
    some.text[CAPABILITY_SCROLL_UP] = NULL;
    some.text[CAPABILITY_SCROLL_DOWN] = NULL;
    some.text[CAPABILITY_ERASE_CHARACTERS] = NULL;
    run_random_frames(&some, 12, 40, 600, 9);
    some = XTERM;
    some.text[CAPABILITY_LEAVE_WRAP] = NULL;
    run_random_frames(&some, 12, 40, 600, 11);
    some = XTERM;
    some.text[CAPABILITY_SCROLL_REGION] = NULL;
    some.eats_newline = false;
    some.text[CAPABILITY_LEAVE_WRAP] = NULL;
    run_random_frames(&some, 12, 40, 600, 10);
}

/* ---- what a user would notice ---- */

static void fill_lines(struct bench *bench, int first)
{
    char line[200];
    for (int row = 0; row < bench->grid->rows - 1; row++) {
        int length = snprintf(line, sizeof line, "line %d ", first + row);
        for (; length < 150; length++)
            line[length] = (char)('a' + (length * 7 + first + row) % 26);
        line[length] = '\0';
        grid_fill(bench->grid, row, 0, 1, bench->grid->columns, ROLE_TEXT);
        paint(bench, row, 0, line, ROLE_TEXT);
    }
    grid_fill(bench->grid, bench->grid->rows - 1, 0, 1, bench->grid->columns, ROLE_STATUS);
    snprintf(line, sizeof line, " %d%%", first);
    paint(bench, bench->grid->rows - 1, 0, line, ROLE_STATUS);
}

static void test_a_line_scroll_is_cheap(void **unused)
{
    (void)unused;
    struct bench bench = bench_new(&XTERM, 50, 160, true);
    fill_lines(&bench, 100);
    show(&bench);
    for (int first = 101; first < 110; first++) {
        fill_lines(&bench, first);
        assert_in_range(show(&bench), 1, 399);
        check(&bench, true);
    }
    for (int first = 108; first > 100; first--) {
        fill_lines(&bench, first);
        assert_in_range(show(&bench), 1, 399);
        check(&bench, true);
    }
    bench_free(&bench);
}

static void test_an_unchanged_frame_sends_nothing(void **unused)
{
    (void)unused;
    struct bench bench = bench_new(&XTERM, 20, 60, true);
    fill_lines(&bench, 1);
    bench.grid->cursor_row = 3;
    bench.grid->cursor_column = 4;
    assert_true(show(&bench) > 0);
    assert_int_equal(show(&bench), 0);
    bench_free(&bench);
}

static void test_one_changed_character_sends_little(void **unused)
{
    (void)unused;
    struct bench bench = bench_new(&XTERM, 20, 60, true);
    fill_lines(&bench, 1);
    show(&bench);
    paint(&bench, 7, 30, "#", ROLE_TEXT);
    assert_in_range(show(&bench), 1, 12);
    check(&bench, true);
    bench_free(&bench);
}

static void test_forgetting_draws_everything_again(void **unused)
{
    (void)unused;
    struct bench bench = bench_new(&XTERM, 10, 40, true);
    fill_lines(&bench, 1);
    show(&bench);
    emulator_feed(bench.emulator, "\033[31mnoise\033[2Jmore", 18);
    screen_forget(bench.screen);
    show(&bench);
    check(&bench, true);
    bench_free(&bench);
}

static void test_a_new_size_draws_everything_again(void **unused)
{
    (void)unused;
    struct bench bench = bench_new(&XTERM, 10, 40, true);
    fill_lines(&bench, 1);
    show(&bench);
    static const int sizes[][2] = { { 30, 100 }, { 1, 1 }, { 5, 200 }, { 24, 80 } };
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        grid_resize(bench.grid, sizes[i][0], sizes[i][1]);
        emulator_resize(bench.emulator, sizes[i][0], sizes[i][1]);
        if (sizes[i][0] > 1)
            fill_lines(&bench, 7);
        show(&bench);
        check(&bench, true);
    }
    bench_free(&bench);
}

static void test_a_new_theme_repaints(void **unused)
{
    (void)unused;
    struct bench bench = bench_new(&XTERM, 5, 30, true);
    paint(&bench, 1, 0, "heading", ROLE_HEADING);
    show(&bench);
    screen_choose(bench.screen, THEME_NONE, 0);
    show(&bench);
    struct emulator_cell cell = emulator_cell(bench.emulator, 1, 0);
    assert_int_equal(cell.foreground, -1);
    assert_string_equal(cell.text, "h");
    screen_choose(bench.screen, THEME_NONE, 0);
    assert_int_equal(show(&bench), 0);
    bench_free(&bench);
}

/* A terminal that takes an emoji or a curly quote for one cell more or less than we do must still
 * find the border in its column: every uncertain character is followed by an absolute address. */
static void test_borders_stand_after_uncertain_characters(void **unused)
{
    (void)unused;
    struct bench bench = bench_new(&XTERM, 3, 30, true);
    paint(&bench, 1, 0, "a\xF0\x9F\x98\x80" "b", ROLE_TEXT);
    paint(&bench, 1, 10, "|", ROLE_TEXT);
    show(&bench);
    const char *emoji = strstr(buffer_text(&bench.out), "\xF0\x9F\x98\x80");
    assert_non_null(emoji);
    assert_memory_equal(emoji + 4, "\033[4G", 4);
    /* The next cell is sent again even where it did not change. */
    paint(&bench, 1, 1, "\xF0\x9F\x98\x81", ROLE_TEXT);
    show(&bench);
    assert_non_null(strstr(buffer_text(&bench.out), "\xF0\x9F\x98\x81\033[4Gb"));
    bench_free(&bench);
}

static void test_without_utf8_only_ascii_is_sent(void **unused)
{
    (void)unused;
    struct bench bench = bench_new(&XTERM, 3, 30, false);
    paint(&bench, 0, 0, "\xE9\x98\xBF" "b \xE2\x80\x9Cx e\xCC\x81", ROLE_TEXT);
    show(&bench);
    for (size_t i = 0; i < bench.out.length; i++)
        assert_true((unsigned char)bench.out.data[i] < 0x80);
    assert_true(emulator_row_has(bench.emulator, 0, "??b \"x ?"));
    bench_free(&bench);
}

/* A terminal that wraps as soon as the last column is written must not be scrolled by its own
 * last cell, nor be trusted about the cursor's place after a full row. */
static void test_terminals_that_wrap_at_once(void **unused)
{
    (void)unused;
    struct bench bench = bench_new(&POOR, 3, 5, true);
    for (int row = 0; row < 3; row++)
        paint(&bench, row, 0, "xxxxx", ROLE_TEXT);
    show(&bench);
    assert_non_null(strstr(buffer_text(&bench.out), "xxxxx\033[2;1Hxxxxx\033[3;1Hxxxx"));
    assert_string_equal(emulator_cell(bench.emulator, 2, 3).text, "x");
    assert_string_equal(emulator_cell(bench.emulator, 2, 4).text, " ");
    bench_free(&bench);
}

static void test_lines_above_and_below_the_band_stay(void **unused)
{
    (void)unused;
    struct scroll scroll;
    const uint64_t front[] = { 1, 2, 3, 4, 5, 6, 7, 9 };
    const uint64_t up[] = { 1, 3, 4, 5, 6, 7, 8, 9 };
    const uint64_t down[] = { 1, 8, 2, 3, 4, 5, 6, 9 };
    const uint64_t other[] = { 1, 12, 13, 14, 15, 16, 17, 9 };
    assert_true(scroll_find(front, up, 8, &scroll));
    assert_int_equal(scroll.shift, 1);
    assert_int_equal(scroll.top, 1);
    assert_int_equal(scroll.bottom, 6);
    assert_true(scroll_find(front, down, 8, &scroll));
    assert_int_equal(scroll.shift, -1);
    assert_int_equal(scroll.top, 1);
    assert_int_equal(scroll.bottom, 6);
    assert_false(scroll_find(front, other, 8, &scroll));
    assert_false(scroll_find(front, front, 8, &scroll));
}

static int begin(void **unused)
{
    (void)unused;
    width_begin();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_frames_arrive),
        cmocka_unit_test(test_random_frames_arrive_on_lesser_terminals),
        cmocka_unit_test(test_a_line_scroll_is_cheap),
        cmocka_unit_test(test_an_unchanged_frame_sends_nothing),
        cmocka_unit_test(test_one_changed_character_sends_little),
        cmocka_unit_test(test_forgetting_draws_everything_again),
        cmocka_unit_test(test_a_new_size_draws_everything_again),
        cmocka_unit_test(test_a_new_theme_repaints),
        cmocka_unit_test(test_borders_stand_after_uncertain_characters),
        cmocka_unit_test(test_without_utf8_only_ascii_is_sent),
        cmocka_unit_test(test_terminals_that_wrap_at_once),
        cmocka_unit_test(test_lines_above_and_below_the_band_stay),
    };
    return cmocka_run_group_tests(tests, begin, NULL);
}
