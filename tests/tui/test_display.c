/* The display against a reference terminal: whatever two frames follow each other, the emulator must
 * show the second one. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "layout/grid.h"
#include "layout/palette.h"
#include "layout/style.h"
#include "text/width.h"
#include "tui/curses_harness.h"
#include "tui/terminfo.h"

static void paint(struct stage *stage, int row, int column, const char *text, unsigned style)
{
    grid_text(stage->grid, row, column, stage->grid->columns, text, strlen(text), style);
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
    "\xE2\x80\x9C", "\xE2\x80\xA6", "\xF0\x9F\x87\xA8\xF0\x9F\x87\xB3",
    "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7", /* a joined family */
    "\xE0\xBD\x80\xE0\xBE\xB5\xE0\xBD\xB2", "\xE0\xA4\x95\xE0\xA5\x8D\xE0\xA4\xB7", /* Tibetan, Hindi */
    "37.6%", "x", "한", "\xF0\x9F\x98\x80", "~", "-", "0123456789",
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
        if (next_random(state) % 8 == 0)
            grid_link(grid, row, column, after, next_random(state) % 2 == 0 ? "https://a.example/" : "http://b.example/");
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
    size_t size = (size_t)grid->columns * sizeof *grid_row(grid, 0);
    struct cell *old = malloc((size_t)rows * size);
    assert_non_null(old);
    for (int row = 0; row < rows; row++)
        memcpy(old + row * grid->columns, grid_row(grid, top + row), size);
    for (int row = 0; row < rows; row++) {
        int source = row + shift;
        if (source >= 0 && source < rows)
            memcpy(grid->lines[top + row].cells,
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

/* At the margin the emulator wraps what it draws in two cells, whatever it was told, and mostly the
 * accent of a letter. */
static void clear_margin(struct grid *grid, enum stage_emulator kind)
{
    grid_fill(grid, 0, grid->columns - 1, grid->rows - (kind != DRAWS_IN_TWO), 1, ROLE_TEXT);
}

static void run_random_frames(const char *terminal, enum stage_emulator kind, int rows, int columns,
                              int frames, unsigned seed)
{
    struct stage stage;
    unsigned state = seed;
    if (!stage_begin(&stage, terminal, rows, columns, true, kind)) {
        print_message("%s is not in the terminfo database\n", terminal);
        return;
    }
    for (int frame = 0; frame < frames; frame++) {
        for (unsigned changes = next_random(&state) % 3; changes > 0; changes--)
            random_change(stage.grid, &state);
        random_change(stage.grid, &state);
        if (kind == DRAWS_IN_TWO || terminfo_find("rmam") == NULL)
            clear_margin(stage.grid, kind);
        stage_show(&stage);
        stage_check(&stage);
    }
    stage_free(&stage);
}

/* Property: whatever frames follow each other, the terminal shows the last one. */
static void test_random_frames_arrive(void **unused)
{
    (void)unused;
    run_random_frames("xterm-256color", DRAWS_AS_IT_LIKES, 24, 80, 800, 1);
    run_random_frames("xterm-256color", DRAWS_AS_IT_LIKES, 12, 37, 800, 2);
    for (unsigned seed = 100; seed < 110; seed++) /* three of which showed cells that were not there */
        run_random_frames("screen", DRAWS_AS_IT_LIKES, 12, 37, 300, seed);
    run_random_frames("xterm-256color", DRAWS_AS_IT_LIKES, 50, 160, 60, 3);
    run_random_frames("xterm-256color", DRAWS_AS_IT_LIKES, 3, 5, 600, 4);
    run_random_frames("xterm-256color", DRAWS_AS_IT_LIKES, 1, 1, 50, 5);
    run_random_frames("xterm-256color", DRAWS_AS_IT_LIKES, 2, 2, 200, 6);
}

static void test_random_frames_arrive_on_other_terminals(void **unused)
{
    (void)unused;
    static const char *const names[] = { "vt100", "linux", "screen", "screen-256color",
                                         "tmux-256color", "xterm", "xterm-mono", "ansi" };
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
        run_random_frames(names[i], DRAWS_AS_IT_LIKES, 12, 40, 200, 7 + i);
}

/* An address goes to the terminal as printable ASCII; no other kind of address does. */
static void test_links_are_sent(void **unused)
{
    (void)unused;
    struct stage stage;
    assert_true(stage_begin(&stage, "xterm-256color", 3, 40, true, DRAWS_AS_IT_LIKES));
    paint(&stage, 0, 0, "a page, a file, 一页", ROLE_LINK);
    grid_link(stage.grid, 0, 0, 6, "https://a.example/x;y?z=1\033]0;no\a");
    grid_link(stage.grid, 0, 8, 14, "file:///etc/passwd");
    grid_link(stage.grid, 0, 16, 20, "https://a.example/一");
    stage_show(&stage);
    stage_check(&stage);
    const char *sent = buffer_text(&stage.out);
    assert_non_null(strstr(sent, "\033]8;id=d1;https://a.example/x;y?z=1%1B]0;no%07\033\\"));
    assert_non_null(strstr(sent, "\033]8;id=d2;https://a.example/%E4%B8%80\033\\"));
    assert_null(strstr(sent, "file:"));
    paint(&stage, 0, 0, "a leaf", ROLE_TEXT); /* what stands there now leads nowhere */
    stage_show(&stage);
    stage_check(&stage);
    paint(&stage, 1, 0, "one", ROLE_TEXT);
    grid_link(stage.grid, 1, 1, 2, "https://b.example/");
    stage_show(&stage);
    stage_check(&stage);
    stage_free(&stage);
}

/* A border stands in its column behind whatever the terminal draws in its own way. */
static void test_random_frames_arrive_however_wide_clusters_are(void **unused)
{
    (void)unused;
    run_random_frames("xterm-256color", DRAWS_IN_ONE, 12, 40, 600, 21);
    run_random_frames("xterm-256color", DRAWS_IN_TWO, 12, 40, 600, 22);
    run_random_frames("screen", DRAWS_IN_ONE, 12, 40, 200, 23);
    run_random_frames("screen", DRAWS_IN_TWO, 12, 40, 200, 24);
}

/* ---- what a user would notice ---- */

static void fill_lines(struct stage *stage, int first)
{
    char line[200];
    for (int row = 0; row < stage->grid->rows - 1; row++) {
        int length = snprintf(line, sizeof line, "line %d ", first + row);
        for (; length < 150; length++)
            line[length] = (char)('a' + (length * 7 + first + row) % 26);
        line[length] = '\0';
        grid_fill(stage->grid, row, 0, 1, stage->grid->columns, ROLE_TEXT);
        paint(stage, row, 0, line, ROLE_TEXT);
    }
    grid_fill(stage->grid, stage->grid->rows - 1, 0, 1, stage->grid->columns, ROLE_STATUS);
    snprintf(line, sizeof line, " %d%%", first);
    paint(stage, stage->grid->rows - 1, 0, line, ROLE_STATUS);
}

static void test_a_line_scroll_is_cheap(void **unused)
{
    (void)unused;
    struct stage stage;
    assert_true(stage_begin(&stage, "xterm-256color", 50, 160, true, DRAWS_AS_IT_LIKES));
    fill_lines(&stage, 100);
    stage_show(&stage);
    for (int first = 101; first < 110; first++) {
        fill_lines(&stage, first);
        assert_in_range(stage_show(&stage), 1, 399);
        stage_check(&stage);
    }
    for (int first = 108; first > 100; first--) {
        fill_lines(&stage, first);
        assert_in_range(stage_show(&stage), 1, 399);
        stage_check(&stage);
    }
    stage_free(&stage);
}

/* Curses believes in 24 rows, and begins with letting so many scroll. */
static void test_the_whole_screen_is_left_to_scroll(void **unused)
{
    (void)unused;
    struct stage stage;
    assert_true(stage_begin(&stage, "xterm-256color", 50, 40, true, DRAWS_AS_IT_LIKES));
    fill_lines(&stage, 1);
    paint(&stage, 40, 0, "low", ROLE_TEXT);
    stage_show(&stage);
    emulator_feed(stage.emulator, "\033[50;1H\n", 8);
    assert_true(emulator_row_has(stage.emulator, 39, "low"));
    stage_free(&stage);
}

static void test_an_unchanged_frame_sends_nothing(void **unused)
{
    (void)unused;
    struct stage stage;
    assert_true(stage_begin(&stage, "xterm-256color", 20, 60, true, DRAWS_AS_IT_LIKES));
    fill_lines(&stage, 1);
    stage.grid->cursor_row = 3;
    stage.grid->cursor_column = 4;
    assert_true(stage_show(&stage) > 0);
    assert_int_equal(stage_show(&stage), 0);
    stage_free(&stage);
}

static void test_one_changed_character_sends_little(void **unused)
{
    (void)unused;
    struct stage stage;
    assert_true(stage_begin(&stage, "xterm-256color", 20, 60, true, DRAWS_AS_IT_LIKES));
    fill_lines(&stage, 1);
    stage_show(&stage);
    paint(&stage, 7, 30, "#", ROLE_TEXT);
    assert_in_range(stage_show(&stage), 1, 20); /* no style is switched to or off */
    stage_check(&stage);
    stage_free(&stage);
}

static void test_forgetting_draws_everything_again(void **unused)
{
    (void)unused;
    struct stage stage;
    assert_true(stage_begin(&stage, "xterm-256color", 10, 40, true, DRAWS_AS_IT_LIKES));
    fill_lines(&stage, 1);
    stage_show(&stage);
    emulator_feed(stage.emulator, "\033[31mnoise\033[2Jmore", 18);
    display_forget(stage.display);
    stage_show(&stage);
    stage_check(&stage);
    stage_free(&stage);
}

static void test_a_new_size_draws_everything_again(void **unused)
{
    (void)unused;
    struct stage stage;
    assert_true(stage_begin(&stage, "xterm-256color", 10, 40, true, DRAWS_AS_IT_LIKES));
    fill_lines(&stage, 1);
    stage_show(&stage);
    static const int sizes[][2] = { { 30, 100 }, { 1, 1 }, { 5, 200 }, { 24, 80 } };
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        grid_resize(stage.grid, sizes[i][0], sizes[i][1]);
        emulator_resize(stage.emulator, sizes[i][0], sizes[i][1]);
        if (sizes[i][0] > 1)
            fill_lines(&stage, 7);
        stage_show(&stage);
        stage_check(&stage);
    }
    stage_free(&stage);
}

static void test_a_new_theme_repaints(void **unused)
{
    (void)unused;
    struct stage stage;
    assert_true(stage_begin(&stage, "xterm-256color", 5, 30, true, DRAWS_AS_IT_LIKES));
    paint(&stage, 1, 0, "heading", ROLE_HEADING);
    stage_show(&stage);
    display_choose(stage.display, palette_of(THEME_NONE), 0);
    stage_show(&stage);
    struct emulator_cell cell = emulator_cell(stage.emulator, 1, 0);
    assert_int_equal(cell.foreground, -1);
    assert_string_equal(cell.text, "h");
    display_choose(stage.display, palette_of(THEME_NONE), 0);
    assert_int_equal(stage_show(&stage), 0);
    stage_free(&stage);
}

/* Curses knows none of these colours: rows are written past it, few or many. */
static void test_any_colour_where_the_terminal_takes_it(void **unused)
{
    (void)unused;
    struct stage stage;
    assert_true(stage_begin(&stage, "xterm-256color", 12, 30, true, DRAWS_AS_IT_LIKES));
    display_choose(stage.display, palette_of(THEME_SEPIA), COLORS_TRUE);
    for (int row = 0; row < 12; row++)
        paint(&stage, row, 0, "annotated", ROLE_ANNOTATION);
    stage_show(&stage);
    assert_non_null(strstr(buffer_text(&stage.out), "48;2;217;240;238m"));
    for (int row = 0; row < 12; row++)
        assert_string_equal(emulator_cell(stage.emulator, row, 8).text, "d");
    paint(&stage, 3, 2, "heading", ROLE_HEADING);
    stage_show(&stage);
    assert_non_null(strstr(buffer_text(&stage.out), "48;2;244;236;216m"));
    assert_null(strstr(buffer_text(&stage.out), "38;5;"));
    assert_string_equal(emulator_cell(stage.emulator, 3, 8).text, "g");
    assert_string_equal(emulator_cell(stage.emulator, 3, 1).text, "n");
    assert_int_equal(stage_show(&stage), 0);
    stage_free(&stage);
}

static void test_borders_stand_behind_clusters_of_disputed_width(void **unused)
{
    (void)unused;
    static const char *const clusters[] = {
        "\xF0\x9F\x98\x80", "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7",
        "\xF0\x9F\x87\xA8\xF0\x9F\x87\xB3", "\xE0\xBD\x80\xE0\xBE\xB5\xE0\xBD\xB2",
        "\xE0\xA4\x95\xE0\xA5\x8D\xE0\xA4\xB7\xE0\xA4\xBF", "\xE2\x80\x9C", "\xC2\xB1", "e\xCC\x81",
    };
    for (int kind = DRAWS_IN_ONE; kind <= DRAWS_IN_TWO; kind++) {
        struct stage stage;
        assert_true(stage_begin(&stage, "xterm-256color", 8, 30, true, (enum stage_emulator)kind));
        for (int row = 0; row < 8; row++) {
            paint(&stage, row, 2, clusters[row], ROLE_TEXT);
            paint(&stage, row, 12, "|right", ROLE_BORDER);
        }
        stage_show(&stage);
        stage_check(&stage);
        for (int row = 0; row < 8; row++) { /* one cluster for another, and text for a cluster */
            grid_fill(stage.grid, row, 0, 1, 12, ROLE_TEXT);
            paint(&stage, row, row % 3, clusters[7 - row], ROLE_TEXT);
            stage_show(&stage);
            stage_check(&stage);
        }
        for (int row = 0; row < 8; row++)
            assert_string_equal(emulator_cell(stage.emulator, row, 12).text, "|");
        stage_free(&stage);
    }
}

/* The row that stays is taken for the one that moved: curses writes it again, and it is right. */
static void test_a_row_that_curses_draws_again_keeps_its_clusters(void **unused)
{
    (void)unused;
    struct stage stage;
    assert_true(stage_begin(&stage, "xterm-256color", 12, 40, true, DRAWS_AS_IT_LIKES));
    char line[40];
    for (int row = 0; row < 12; row++) {
        snprintf(line, sizeof line, "\xE2\x80\x9C" "alike, but for %d", row < 2 ? 0 : row);
        paint(&stage, row, 0, line, ROLE_TEXT);
    }
    stage_show(&stage);
    for (int row = 11; row > 1; row--) {
        snprintf(line, sizeof line, "\xE2\x80\x9C" "alike, but for %d ", row == 2 ? 0 : row - 1);
        paint(&stage, row, 0, line, ROLE_TEXT);
    }
    stage_show(&stage);
    stage_check(&stage);
    for (int row = 0; row < 12; row++)
        assert_string_equal(emulator_cell(stage.emulator, row, 0).text, "\xE2\x80\x9C");
    stage_free(&stage);
}

/* Curses knows no such look. */
static void test_struck_text_is_struck(void **unused)
{
    (void)unused;
    struct stage stage;
    assert_true(stage_begin(&stage, "xterm-256color", 3, 30, true, DRAWS_AS_IT_LIKES));
    paint(&stage, 1, 4, "gone", ROLE_TEXT | ATTRIBUTE_STRIKE);
    paint(&stage, 1, 8, " here", ROLE_TEXT);
    stage_show(&stage);
    stage_check(&stage);
    assert_true((emulator_cell(stage.emulator, 1, 7).attributes & ATTRIBUTE_STRIKE) != 0);
    assert_false((emulator_cell(stage.emulator, 1, 9).attributes & ATTRIBUTE_STRIKE) != 0);
    stage_free(&stage);
}

static void test_without_utf8_only_ascii_is_sent(void **unused)
{
    (void)unused;
    struct stage stage;
    assert_true(stage_begin(&stage, "xterm-256color", 3, 30, false, DRAWS_AS_IT_LIKES));
    paint(&stage, 0, 0, "\xE9\x98\xBF" "b \xE2\x80\x9Cx e\xCC\x81", ROLE_TEXT);
    stage_show(&stage);
    for (size_t i = 0; i < stage.out.length; i++)
        assert_true((unsigned char)stage.out.data[i] < 0x80);
    assert_true(emulator_row_has(stage.emulator, 0, "??b \"x ?"));
    stage_free(&stage);
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
        cmocka_unit_test(test_random_frames_arrive_on_other_terminals),
        cmocka_unit_test(test_random_frames_arrive_however_wide_clusters_are),
        cmocka_unit_test(test_links_are_sent),
        cmocka_unit_test(test_a_line_scroll_is_cheap),
        cmocka_unit_test(test_the_whole_screen_is_left_to_scroll),
        cmocka_unit_test(test_an_unchanged_frame_sends_nothing),
        cmocka_unit_test(test_one_changed_character_sends_little),
        cmocka_unit_test(test_forgetting_draws_everything_again),
        cmocka_unit_test(test_a_new_size_draws_everything_again),
        cmocka_unit_test(test_a_new_theme_repaints),
        cmocka_unit_test(test_any_colour_where_the_terminal_takes_it),
        cmocka_unit_test(test_borders_stand_behind_clusters_of_disputed_width),
        cmocka_unit_test(test_a_row_that_curses_draws_again_keeps_its_clusters),
        cmocka_unit_test(test_struck_text_is_struck),
        cmocka_unit_test(test_without_utf8_only_ascii_is_sent),
    };
    return cmocka_run_group_tests(tests, begin, NULL);
}
