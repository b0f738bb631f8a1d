/* A grid that is painted frame by frame looks as one that is blanked and painted anew each time. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "layout/grid_frame.h"
#include "layout/style.h"
#include "setting.h"

#define ROWS 9
#define COLUMNS 24
#define TEXTS 12
#define LONGEST 10 /* cells of a text that is placed */

/* Texts that are placed, as cells; some are alike. */
struct placed {
    struct cell cells[LONGEST];
    int count;
};

static void make_placed(struct placed placed[TEXTS])
{
    static const char *const texts[] = { "one", "two words", "词语", "a词b", "          ", "", "one" };
    struct grid *grid = grid_new(1, LONGEST);
    for (size_t i = 0; i < TEXTS; i++) {
        const char *text = texts[i % 7];
        grid_fill(grid, 0, 0, 1, LONGEST, ROLE_TEXT);
        int end = grid_text(grid, 0, 0, LONGEST, text, strlen(text), i < 7 ? ROLE_TEXT : ROLE_LINK);
        placed[i].count = end + (int)(i % 3) < LONGEST ? end + (int)(i % 3) : LONGEST;
        if (placed[i].count == 0)
            placed[i].count = 1;
        memcpy(placed[i].cells, grid_row(grid, 0), sizeof placed[i].cells);
    }
    grid_free(grid);
}

/* Puts cells where nothing may be known of what stood there. */
static void put_cells(struct grid *grid, int row, int column, const struct placed *text)
{
    grid_fill(grid, row, column, 1, text->count, ROLE_TEXT);
    memcpy(grid->lines[row].cells + column, text->cells, (size_t)text->count * sizeof *text->cells);
}

/* The same is painted into both; only the first is told of frames. */
static void paint_both(struct grid *framed, struct grid *plain, const struct placed *placed,
                       struct setting_random *random)
{
    int row = (int)setting_below(random, ROWS);
    int column = (int)setting_below(random, COLUMNS - LONGEST);
    const struct placed *text = &placed[setting_below(random, TEXTS)];
    struct grid *const both[] = { framed, plain };
    uint32_t kind = setting_below(random, 8);
    if (kind < 5) {
        if (!grid_frame_place(framed, row, column, text->cells, text->count,
                              grid_frame_stamp(text->cells, text->count)))
            put_cells(framed, row, column, text);
        put_cells(plain, row, column, text);
        return;
    }
    int rows = 1 + (int)setting_below(random, ROWS);
    bool whole = setting_below(random, 2) == 0; /* rows are blanked */
    const char *sign = setting_below(random, 3) == 0 ? "|" : "│";
    for (int i = 0; i < 2; i++) {
        if (kind == 5)
            grid_text(both[i], row, column, COLUMNS, "词 and", 7, ROLE_HEADING);
        if (kind == 6)
            grid_fill(both[i], row, whole ? 0 : column, rows, whole ? COLUMNS : 3, ROLE_STATUS);
        if (kind == 7)
            grid_text(both[i], row, column, COLUMNS, sign, strlen(sign), ROLE_BORDER);
        if (kind == 7)
            grid_repeat(both[i], row, column, rows);
    }
}

static void assert_same(const struct grid *framed, const struct grid *plain)
{
    for (int row = 0; row < ROWS; row++)
        assert_memory_equal(grid_row(framed, row), grid_row(plain, row), COLUMNS * sizeof(struct cell));
}

/* Frames whose paintings are those of another one, a few rows further, and some more. */
static void frames_look_as_painted_anew(void **unused)
{
    (void)unused;
    struct placed placed[TEXTS];
    struct grid *framed = grid_new(ROWS, COLUMNS);
    make_placed(placed);
    for (uint32_t seed = 1; seed < 2000; seed++) {
        struct grid *plain = grid_new(ROWS, COLUMNS);
        struct setting_random random = { seed / 3 * 2654435761u | 1 }; /* often the frame before once more */
        grid_frame_begin(framed);
        for (uint32_t i = 0, count = setting_below(&random, 30); i < count; i++)
            paint_both(framed, plain, placed, &random);
        for (uint32_t i = 0; i < seed % 3; i++)
            paint_both(framed, plain, placed, &random);
        grid_frame_end(framed);
        assert_same(framed, plain);
        grid_free(plain);
    }
    grid_free(framed);
}

/* Rows that moved take their cells along: nothing is copied, and their stamps tell that they are the same. */
static void rows_that_moved_are_told_by_their_stamps(void **unused)
{
    (void)unused;
    struct placed placed[TEXTS];
    struct grid *grid = grid_new(ROWS, COLUMNS);
    struct grid_line before[ROWS];
    make_placed(placed);
    for (int top = 0; top < 3; top++) {
        grid_frame_begin(grid);
        for (int row = 0; row < ROWS; row++) {
            const struct placed *text = &placed[(row + top) % 4];
            assert_true(grid_frame_place(grid, row, 2, text->cells, text->count,
                                         grid_frame_stamp(text->cells, text->count)));
        }
        grid_frame_end(grid);
        for (int row = 0; top > 0 && row + 1 < ROWS; row++) {
            assert_true(grid_line_is_same(&grid->lines[row], &before[row + 1], COLUMNS));
            assert_false(grid_line_is_same(&grid->lines[row], &before[row], COLUMNS));
            assert_ptr_equal(grid->lines[row].cells, before[row + 1].cells);
        }
        memcpy(before, grid->lines, sizeof before);
    }
    grid_free(grid);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(frames_look_as_painted_anew),
        cmocka_unit_test(rows_that_moved_are_told_by_their_stamps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
