#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "ui/list.h"

static const struct list_source plain = { .name = "fruit" };

static struct list *fruit(void)
{
    struct list *list = list_new(&plain, "Fruit");
    list_add(list, "Pear", "winter", "pear.en", 0, 0);
    list_add(list, "Äpfel", "winter autumn", "apple.de", 7, 1);
    list_add(list, "Plum", NULL, NULL, 0, 0);
    list_add(list, "苹果", "autumn", "apple.zh", 0, 0);
    list_add(list, "Pear", "summer", "pear.zh", 0, 0);
    list_refresh(list);
    list_resize(list, 3);
    return list;
}

static void is_at(const struct list *list, const char *label, size_t top)
{
    assert_non_null(list_current(list));
    assert_string_equal(list_current(list)->label, label);
    assert_int_equal(list->top, top);
}

static void test_rows(void **unused)
{
    (void)unused;
    struct list *list = fruit();
    assert_int_equal(list->shown_count, 5);
    is_at(list, "Pear", 0);
    assert_string_equal(list->items[2].detail, "");
    assert_null(list->items[2].target);
    assert_int_equal(list->items[1].offset, 7);
    assert_int_equal(list->items[1].level, 1);
    list_free(list);
}

static void test_moving(void **unused)
{
    (void)unused;
    struct list *list = fruit();
    list_move(list, 2);
    is_at(list, "Plum", 0);
    list_move(list, 1);
    is_at(list, "苹果", 1);
    list_move(list, 100);
    assert_int_equal(list->current, 4);
    assert_int_equal(list->top, 2);
    list_move(list, -100);
    is_at(list, "Pear", 0);
    list_go(list, SIZE_MAX);
    assert_int_equal(list->current, 4);
    list_scroll(list, -2);
    is_at(list, "Plum", 0);
    list_scroll(list, 100);
    is_at(list, "Plum", 2);
    list_scroll(list, -100);
    is_at(list, "Plum", 0);
    list_resize(list, 0);
    is_at(list, "Plum", 2);
    list_resize(list, 50);
    is_at(list, "Plum", 0);
    list_free(list);
}

/* All words must occur, in the label, the detail or the target; case, width and marks fold. */
static void test_filter(void **unused)
{
    (void)unused;
    struct list *list = fruit();
    list_filter(list, "WINTER");
    assert_int_equal(list->shown_count, 2);
    list_filter(list, "autumn apf");
    assert_int_equal(list->shown_count, 1);
    is_at(list, "Äpfel", 0);
    list_filter(list, "ｐｅａｒ");
    assert_int_equal(list->shown_count, 2);
    list_filter(list, "果");
    is_at(list, "苹果", 0);
    list_filter(list, ".zh");
    assert_int_equal(list->shown_count, 2);
    list_filter(list, "  pear   summer ");
    assert_int_equal(list->shown_count, 1);
    list_filter(list, "nothing");
    assert_int_equal(list->shown_count, 0);
    assert_null(list_current(list));
    list_move(list, 3);
    list_scroll(list, 3);
    list_scroll(list, -3);
    list_go(list, 2);
    assert_false(list_search(list, "pear", true));
    list_filter(list, NULL);
    assert_int_equal(list->shown_count, 5);
    assert_string_equal(list->filter, "");
    list_free(list);
}

static void test_the_current_row_stays(void **unused)
{
    (void)unused;
    struct list *list = fruit();
    list_go(list, 3);
    list_filter(list, "autumn");
    is_at(list, "苹果", 0);
    list_filter(list, "");
    assert_int_equal(list->current, 3);
    list_sort(list);
    is_at(list, "苹果", 2);
    list_sort(list);
    assert_int_equal(list->current, 3);
    list_free(list);
}

static void test_sorting_is_stable(void **unused)
{
    (void)unused;
    struct list *list = fruit();
    list_sort(list);
    assert_string_equal(list->items[list->shown[0]].target, "pear.en");
    assert_string_equal(list->items[list->shown[1]].target, "pear.zh");
    assert_string_equal(list->items[list->shown[2]].label, "Plum");
    list_filter(list, "p");
    assert_string_equal(list->items[list->shown[0]].target, "pear.en");
    list_free(list);
}

static void test_search_goes_around(void **unused)
{
    (void)unused;
    struct list *list = fruit();
    assert_true(list_search(list, "pear", true));
    assert_int_equal(list->current, 4);
    assert_true(list_search(list, "pear", true));
    assert_int_equal(list->current, 0);
    assert_true(list_search(list, "autumn", false));
    assert_int_equal(list->current, 3);
    assert_true(list_search(list, "plum", false));
    assert_true(list_search(list, "plum", true));
    assert_int_equal(list->current, 2);
    assert_false(list_search(list, "fig", true));
    assert_int_equal(list->current, 2);
    list_free(list);
}

static void test_empty(void **unused)
{
    (void)unused;
    struct list *list = list_new(&plain, "");
    list_refresh(list);
    list_sort(list);
    list_move(list, 1);
    list_go(list, 5);
    assert_null(list_current(list));
    assert_false(list_search(list, "x", false));
    list_free(list);
    list_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows), cmocka_unit_test(test_moving), cmocka_unit_test(test_filter),
        cmocka_unit_test(test_the_current_row_stays), cmocka_unit_test(test_sorting_is_stable),
        cmocka_unit_test(test_search_goes_around), cmocka_unit_test(test_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
