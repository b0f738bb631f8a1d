#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "ui/pane.h"
#include "base/buffer.h"

static struct pane *split(struct panes *panes, bool side_by_side)
{
    struct pane *pane = panes_split(panes, side_by_side);
    if (pane != NULL) {
        panes_focus(panes, pane);
        panes_arrange(panes, 0, 0, 20, 61);
    }
    return pane;
}

static void start(struct panes *panes)
{
    panes_init(panes);
    panes_arrange(panes, 0, 0, 20, 61);
}

static void lies(const struct pane *pane, int row, int column, int rows, int columns)
{
    assert_int_equal(pane->row, row);
    assert_int_equal(pane->column, column);
    assert_int_equal(pane->rows, rows);
    assert_int_equal(pane->columns, columns);
}

static void described(const struct panes *panes, const char *wanted)
{
    struct buffer out = { 0 };
    panes_describe(panes, &out);
    assert_string_equal(buffer_text(&out), wanted);
    buffer_free(&out);
}

/* Every cell belongs to exactly one pane or is a border column. */
static void covers(const struct panes *panes, int rows, int columns)
{
    for (int row = 0; row < rows; row++) {
        int cells = 0;
        struct pane *pane;
        for (size_t i = 0; (pane = panes_nth(panes, i)) != NULL; i++)
            if (row >= pane->row && row < pane->row + pane->rows)
                cells += pane->columns;
        assert_true(cells <= columns);
        assert_true(cells > columns - PANE_LIMIT);
    }
}

static void test_rectangles(void **unused)
{
    (void)unused;
    struct panes panes;
    start(&panes);
    struct pane *first = panes.focus;
    lies(first, 0, 0, 20, 61);
    struct pane *right = split(&panes, true);
    lies(first, 0, 0, 20, 30);
    lies(right, 0, 31, 20, 30);
    struct pane *below = split(&panes, false);
    lies(right, 0, 31, 10, 30);
    lies(below, 10, 31, 10, 30);
    covers(&panes, 20, 61);
    panes.zoomed = true;
    panes_arrange(&panes, 0, 0, 20, 61);
    lies(below, 0, 0, 20, 61);
    panes_free(&panes);
}

static void test_order_and_focus(void **unused)
{
    (void)unused;
    struct panes panes;
    start(&panes);
    struct pane *a = panes.focus;
    struct pane *b = split(&panes, true);
    panes_focus(&panes, a);
    struct pane *c = split(&panes, false);
    assert_ptr_equal(panes_nth(&panes, 0), a);
    assert_ptr_equal(panes_nth(&panes, 1), c);
    assert_ptr_equal(panes_nth(&panes, 2), b);
    assert_null(panes_nth(&panes, 3));
    assert_int_equal(panes_count(&panes), 3);
    assert_int_equal(panes_index(&panes, b), 2);
    assert_ptr_equal(panes.previous, a);
    panes_focus(&panes, c);
    assert_ptr_equal(panes.previous, a);
    panes_free(&panes);
}

static void test_towards(void **unused)
{
    (void)unused;
    struct panes panes;
    start(&panes);
    struct pane *left = panes.focus;
    struct pane *right = split(&panes, true);
    struct pane *below = split(&panes, false);
    assert_null(panes_towards(&panes, TO_DOWN));
    assert_null(panes_towards(&panes, TO_RIGHT));
    assert_ptr_equal(panes_towards(&panes, TO_UP), right);
    assert_ptr_equal(panes_towards(&panes, TO_LEFT), left);
    panes_focus(&panes, left);
    assert_ptr_equal(panes_towards(&panes, TO_RIGHT), right);
    assert_null(panes_towards(&panes, TO_UP));
    panes_focus(&panes, right);
    assert_ptr_equal(panes_towards(&panes, TO_DOWN), below);
    panes_free(&panes);
}

static void test_closing(void **unused)
{
    (void)unused;
    struct panes panes;
    start(&panes);
    struct pane *a = panes.focus;
    assert_false(panes_close(&panes, a));
    struct pane *b = split(&panes, true);
    struct pane *c = split(&panes, false);
    panes_focus(&panes, a);
    panes.zoomed = true;
    assert_true(panes_close(&panes, a));
    assert_false(panes.zoomed);
    assert_ptr_equal(panes.focus, c);
    assert_null(panes.previous);
    described(&panes, "(s 500 (p 0) (p 1))");
    panes_focus(&panes, b);
    assert_true(panes_close(&panes, c));
    assert_ptr_equal(panes.focus, b);
    assert_null(panes.previous);
    panes_arrange(&panes, 0, 0, 20, 61);
    lies(b, 0, 0, 20, 61);
    panes_free(&panes);
}

static void test_only(void **unused)
{
    (void)unused;
    struct panes panes;
    start(&panes);
    split(&panes, true);
    struct pane *kept = split(&panes, false);
    split(&panes, true);
    panes_focus(&panes, kept);
    panes_only(&panes);
    assert_int_equal(panes_count(&panes), 1);
    assert_ptr_equal(panes.focus, kept);
    panes_free(&panes);
}

static void test_no_room(void **unused)
{
    (void)unused;
    struct panes panes;
    panes_init(&panes);
    panes_arrange(&panes, 0, 0, 3, 10);
    assert_null(panes_split(&panes, true));
    assert_null(panes_split(&panes, false));
    panes_arrange(&panes, 0, 0, 4, 11);
    struct pane *right = panes_split(&panes, true);
    assert_non_null(right);
    panes_arrange(&panes, 0, 0, 4, 11);
    lies(right, 0, 6, 4, 5);
    panes_free(&panes);
    panes_init(&panes);
    for (int i = 1; i < PANE_LIMIT; i++) {
        panes_arrange(&panes, 0, 0, 5000, 5000);
        assert_non_null(panes_split(&panes, i % 2 == 0));
    }
    panes_arrange(&panes, 0, 0, 5000, 5000);
    assert_null(panes_split(&panes, true));
    panes_free(&panes);
}

/* No pane leaves the screen, whatever its size. */
static void test_tiny(void **unused)
{
    (void)unused;
    struct panes panes;
    start(&panes);
    split(&panes, true);
    split(&panes, false);
    split(&panes, true);
    for (int rows = 1; rows < 8; rows++) {
        for (int columns = 1; columns < 12; columns++) {
            panes_arrange(&panes, 0, 0, rows, columns);
            struct pane *pane;
            for (size_t i = 0; (pane = panes_nth(&panes, i)) != NULL; i++)
                assert_true(pane->rows >= 0 && pane->columns >= 0);
        }
    }
    panes_free(&panes);
}

static void test_sizes(void **unused)
{
    (void)unused;
    struct panes panes;
    start(&panes);
    struct pane *left = panes.focus;
    struct pane *right = split(&panes, true);
    for (int cells = 1; cells <= 27; cells++) {
        panes_equalize(&panes);
        panes_arrange(&panes, 0, 0, 20, 61);
        panes_grow(&panes, true, cells);
        panes_arrange(&panes, 0, 0, 20, 61);
        assert_int_equal(right->columns, 30 + cells);
        assert_int_equal(left->columns, 30 - cells);
    }
    panes_grow(&panes, true, 1); /* the other would get less than 3 columns */
    panes_arrange(&panes, 0, 0, 20, 61);
    assert_int_equal(left->columns, 3);
    panes_grow(&panes, false, 5); /* nothing lies above or below */
    panes_focus(&panes, left);
    panes_grow(&panes, true, 10);
    panes_arrange(&panes, 0, 0, 20, 61);
    assert_int_equal(left->columns, 13);
    panes_free(&panes);
}

/* Three abreast get a third each, though their tree is lopsided. */
static void test_equal_thirds(void **unused)
{
    (void)unused;
    struct panes panes;
    start(&panes);
    split(&panes, true);
    split(&panes, true);
    panes_equalize(&panes);
    panes_arrange(&panes, 0, 0, 20, 62);
    for (size_t i = 0; i < 3; i++)
        assert_in_range(panes_nth(&panes, i)->columns, 19, 21);
    panes_free(&panes);
}

static void test_swap(void **unused)
{
    (void)unused;
    struct panes panes;
    start(&panes);
    struct pane *a = panes.focus;
    assert_false(panes_swap(&panes));
    struct pane *b = split(&panes, true);
    assert_true(panes_swap(&panes));
    assert_ptr_equal(panes_nth(&panes, 0), b);
    assert_ptr_equal(panes_nth(&panes, 1), a);
    assert_ptr_equal(panes.focus, b);
    panes_free(&panes);
}

static void test_description_comes_back(void **unused)
{
    (void)unused;
    static const char *const trees[] = {
        "(p 0)",
        "(v 500 (p 0) (p 1))",
        "(s 1 (v 999 (p 0) (p 1)) (s 250 (p 2) (v 333 (p 3) (p 4))))",
    };
    for (size_t i = 0; i < sizeof trees / sizeof trees[0]; i++) {
        struct panes panes;
        panes_init(&panes);
        assert_true(panes_rebuild(&panes, trees[i]));
        described(&panes, trees[i]);
        assert_ptr_equal(panes.focus, panes_nth(&panes, 0));
        panes_free(&panes);
    }
}

static void test_description_refused(void **unused)
{
    (void)unused;
    static const char *const trees[] = {
        "", "(", "p 0", "(p)", "(p 0", "(x 500 (p 0) (p 1))", "(v 500 (p 0))", "(v 500)",
        "(v 500 (p 0) (p 1) (p 2))", "(v (p 0) (p 1))",
        "((((((((((((((((((((((((((((((((((((((((((",
        "(v 1(v 1(v 1(v 1(v 1(v 1(v 1(v 1(v 1(v 1(v 1(v 1(v 1(v 1(v 1(v 1(v 1(v 1(v 1(v 1",
    };
    for (size_t i = 0; i < sizeof trees / sizeof trees[0]; i++) {
        struct panes panes;
        panes_init(&panes);
        struct pane *before = panes.focus;
        assert_false(panes_rebuild(&panes, trees[i]));
        assert_ptr_equal(panes.focus, before);
        panes_free(&panes);
    }
    struct panes panes; /* a share that makes no sense: half and half */
    panes_init(&panes);
    assert_true(panes_rebuild(&panes, "(v 5000 (p 0) (p 1))"));
    described(&panes, "(v 500 (p 0) (p 1))");
    panes_free(&panes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rectangles), cmocka_unit_test(test_order_and_focus),
        cmocka_unit_test(test_towards), cmocka_unit_test(test_closing),
        cmocka_unit_test(test_only), cmocka_unit_test(test_no_room),
        cmocka_unit_test(test_tiny), cmocka_unit_test(test_sizes),
        cmocka_unit_test(test_equal_thirds), cmocka_unit_test(test_swap),
        cmocka_unit_test(test_description_comes_back), cmocka_unit_test(test_description_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
