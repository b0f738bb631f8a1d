/* Rows that are kept must look as rows that are painted, whatever the reader does between two frames. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>

#include "layout/grid_frame.h"
#include "layout/painted.h"
#include "text/grapheme.h"
#include "setting.h"

#define SPANS 12
#define ROWS 14
#define LEFT 3

/* What lies over the text, as two sets; what is set off in both looks as the second has it. */
struct marks {
    struct paint_span items[2][SPANS];
    struct paint_set sets[2];
};

static void place_marks(struct marks *marks, size_t length, struct setting_random *random)
{
    static const unsigned styles[] = { ROLE_HIT, ROLE_COMPANY | ATTRIBUTE_UNDERLINE, ROLE_SELECTION };
    for (size_t set = 0; set < 2; set++) {
        size_t at = 0, count = 0;
        while (count < SPANS) {
            size_t start = at + setting_below(random, (uint32_t)(length / 6 + 2));
            size_t end = start + 1 + setting_below(random, 30);
            if (end > length)
                break;
            marks->items[set][count++] = (struct paint_span){ start, end, styles[setting_below(random, 3)] };
            at = end;
        }
        marks->sets[set] = (struct paint_set){ marks->items[set], count };
    }
}

static void paint_plainly(struct grid *grid, const struct paint_job *job, struct place top)
{
    for (int row = 0; row < ROWS; row++) {
        paint_row(grid, row, LEFT, grid->columns, job, top);
        if (layout_move(job->layout, &top, 1) == 0)
            break;
    }
}

/* Each grid has numbers of its own for clusters. */
static void assert_same(const struct grid *a_grid, const struct cell *a, const struct grid *b_grid, const struct cell *b)
{
    char a_text[GRAPHEME_LIMIT + 1], b_text[GRAPHEME_LIMIT + 1];
    grid_cell_text(a_grid, a, a_text);
    grid_cell_text(b_grid, b, b_text);
    assert_string_equal(a_text, b_text);
    assert_int_equal(a->style, b->style);
    assert_int_equal(a->width, b->width);
    assert_int_equal(a->link, b->link);
}

/* The grid is the one of the frame before, unless the columns are others. */
static void check_frame(struct painted *painted, struct grid *kept, int columns, const struct paint_job *job,
                        struct place top)
{
    struct grid *plain = grid_new(ROWS, columns);
    if (kept->columns != columns)
        grid_resize(kept, ROWS, columns);
    paint_plainly(plain, job, top);
    grid_frame_begin(kept);
    painted_rows(painted, kept, 0, ROWS, LEFT, columns, job, top);
    grid_frame_end(kept);
    for (int row = 0; row < ROWS; row++)
        for (int x = 0; x < columns; x++)
            assert_same(kept, grid_row(kept, row) + x, plain, grid_row(plain, row) + x);
    grid_free(plain);
}

/* One document, read on and back, with other marks now and then, in columns of other widths. */
static void read_about(uint32_t seed)
{
    struct setting_random random = { seed };
    struct document *document = setting_random_document(&random);
    struct layout *layout = setting_layout(document, 30);
    struct painted *painted = painted_new();
    struct grid *grid = grid_new(ROWS, 30 + LEFT);
    struct marks marks;
    struct paint_job job = { layout, marks.sets, 2, false };
    struct place top = { 0, 0 };
    int columns = 30 + LEFT;
    place_marks(&marks, document->length, &random);
    for (int frame = 0; frame < 40; frame++) {
        uint32_t change = setting_below(&random, 12);
        if (change < 8)
            layout_move(layout, &top, (long)setting_below(&random, 7) - 3);
        if (change == 8 || change == 9)
            place_marks(&marks, document->length, &random);
        if (change == 10) {
            if (setting_below(&random, 2) == 0)
                columns = LEFT + 4 + (int)setting_below(&random, 40);
            struct layout_options options = { .tab = 8, .spacing = (int)setting_below(&random, 3) };
            layout_configure(layout, columns - LEFT, &options);
            layout_move(layout, &top, 0); /* the row may be no more */
        }
        job.ascii = change == 11 ? !job.ascii : job.ascii;
        check_frame(painted, grid, columns, &job, top);
    }
    grid_free(grid);
    painted_free(painted);
    layout_free(layout);
    document_free(document);
}

static void kept_rows_look_as_painted_ones(void **unused)
{
    (void)unused;
    for (uint32_t seed = 1; seed < 120; seed++)
        read_about(seed * 2654435761u | 1);
}

/* What is shown beside a row that was kept must not be lost: only the column of the text is copied. */
static void only_the_column_is_copied(void **unused)
{
    (void)unused;
    struct document *document = setting_plain("One line.\n\nAnother.\n");
    struct layout *layout = setting_layout(document, 10);
    struct painted *painted = painted_new();
    struct paint_job job = { .layout = layout };
    struct grid *grid = grid_new(2, 20);
    for (int frame = 0; frame < 3; frame++) {
        struct buffer rows = { 0 };
        grid_frame_begin(grid);
        grid_text(grid, 0, 0, 3, "12", 2, ROLE_NOTE_MARK);
        grid_text(grid, 0, 14, 20, "beside", 6, ROLE_NOTE_MARK);
        painted_rows(painted, grid, 0, 2, 3, 20, &job, (struct place){ 0, 0 });
        grid_frame_end(grid);
        grid_dump(grid, &rows);
        assert_string_equal(buffer_text(&rows), "12 One line.  beside\n\n");
        buffer_free(&rows);
    }
    grid_free(grid);
    painted_free(painted);
    layout_free(layout);
    document_free(document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kept_rows_look_as_painted_ones),
        cmocka_unit_test(only_the_column_is_copied),
    };
    return cmocka_run_group_tests(tests, setting_begin, NULL);
}
