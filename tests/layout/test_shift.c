/* Rows that moved between two frames: where a terminal may scroll instead of being sent them anew. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "layout/shift.h"
#include "layout/style.h"

#define ROWS 10

/* Each frame is a string, a row a letter: rows of the same letter are alike. */
static struct shift find(const char *before, const char *after, int worth)
{
    struct grid *old = grid_new(ROWS, 8);
    struct grid *new = grid_new(ROWS, 8);
    struct grid_line shown[ROWS];
    for (int row = 0; row < ROWS; row++) {
        shown[row] = old->lines[row];
        grid_text(old, row, 0, 8, before + row, 1, ROLE_TEXT);
        grid_text(new, row, 0, 8, after + row, 1, ROLE_TEXT);
    }
    struct shift shift = shift_find(shown, new, ROWS, worth);
    grid_free(old);
    grid_free(new);
    return shift;
}

static void assert_shift(const char *before, const char *after, int first, int last, int by)
{
    struct shift shift = find(before, after, 3);
    assert_true(shift.gain >= 3);
    assert_int_equal(shift.first, first);
    assert_int_equal(shift.last, last);
    assert_int_equal(shift.by, by);
}

static void test_rows_that_moved_up_are_found(void **unused)
{
    (void)unused;
    assert_shift("HabcdefghS", "HbcdefghiS", 1, 7, 1);
    assert_shift("HabcdefghS", "HdefghijkS", 1, 5, 3);
}

static void test_rows_that_moved_down_are_found(void **unused)
{
    (void)unused;
    assert_shift("HabcdefghS", "HxabcdefgS", 2, 8, -1);
    assert_shift("HabcdefghS", "HxyzabcdeS", 4, 8, -3);
}

static void test_a_status_row_that_changes_as_well_is_no_hindrance(void **unused)
{
    (void)unused;
    assert_shift("GabcdefghS", "HbcdefghiT", 1, 7, 1);
}

/* Blank rows between paragraphs look alike; the text around them decides. */
static void test_blank_rows_do_not_mislead(void **unused)
{
    (void)unused;
    assert_shift("Hab  cd  S", "Hb  cd  eS", 1, 7, 1);
}

static void test_a_new_page_is_no_shift(void **unused)
{
    (void)unused;
    assert_int_equal(find("HabcdefghS", "HijklmnopS", 1).gain, 0);
    assert_int_equal(find("HabcdefghS", "HabcdefghS", 1).gain, 0);
}

/* Rows that stand right already and would be blanked count against it. */
static void test_what_costs_more_than_it_saves_is_not_worth_it(void **unused)
{
    (void)unused;
    assert_true(find("HabcdefghS", "HfgcdefghS", 1).gain < 1);
    assert_true(find("HabcdefghS", "HbcadefghS", 3).gain < 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_that_moved_up_are_found),
        cmocka_unit_test(test_rows_that_moved_down_are_found),
        cmocka_unit_test(test_a_status_row_that_changes_as_well_is_no_hindrance),
        cmocka_unit_test(test_blank_rows_do_not_mislead),
        cmocka_unit_test(test_a_new_page_is_no_shift),
        cmocka_unit_test(test_what_costs_more_than_it_saves_is_not_worth_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
