#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "entity/dispersion.h"
#include "text/width.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void assert_strip(const size_t *offsets, size_t count, size_t length, size_t cells,
                         bool ascii, const char *expected)
{
    struct buffer out = { 0 };
    dispersion_strip(offsets, count, length, cells, ascii, &out);
    assert_string_equal(buffer_text(&out), expected);
    assert_int_equal(width_text(buffer_text(&out), out.length), cells);
    buffer_free(&out);
}

static void test_stands_where_it_occurs(void **state)
{
    (void)state;
    const size_t offsets[] = { 99, 0, 50, 55 };
    assert_strip(offsets, COUNT(offsets), 100, 10, false, "▁    ▂   ▁");
    assert_strip(offsets, COUNT(offsets), 100, 10, true, ".    :   .");
}

/* The borders of the parts: the first byte of a part is the part's. */
static void test_parts_are_equal(void **state)
{
    (void)state;
    const size_t offsets[] = { 24, 25, 74, 75 };
    assert_strip(offsets, COUNT(offsets), 100, 4, true, "....");
    const size_t inner[] = { 25, 74 };
    assert_strip(inner, COUNT(inner), 100, 4, true, " .. ");
}

static void test_one_step_an_occurrence(void **state)
{
    (void)state;
    size_t offsets[36];
    size_t count = 0;
    for (size_t part = 1; part <= 8; part++) {
        for (size_t i = 0; i < part; i++)
            offsets[count++] = part * 10;
    }
    assert_strip(offsets, count, 90, 9, false, " ▁▂▃▄▅▆▇█");
    assert_strip(offsets, count, 90, 9, true, " .:-=+*#@");
}

static void test_many_are_in_proportion(void **state)
{
    (void)state;
    size_t offsets[1000 + 500 + 1];
    for (size_t i = 0; i < COUNT(offsets); i++)
        offsets[i] = i < 1000 ? 0 : i < 1500 ? 10 : 20;
    assert_strip(offsets, COUNT(offsets), 40, 4, false, "█▄▁ ");
}

static void test_nothing_occurs(void **state)
{
    (void)state;
    assert_strip(NULL, 0, 100, 5, false, "     ");
    assert_strip(NULL, 0, 0, 2, false, "  ");
}

static void test_narrow_and_beyond(void **state)
{
    (void)state;
    const size_t offsets[] = { 0, 7, 100, SIZE_MAX };
    assert_strip(offsets, COUNT(offsets), 100, 0, false, "");
    assert_strip(offsets, COUNT(offsets), 100, 1, false, "▄");
    assert_strip(offsets, COUNT(offsets), 100, 2, false, "▂▂");
    assert_strip(offsets, COUNT(offsets), 0, 2, false, "  ");
}

/* More cells than bytes: every occurrence still has a cell. */
static void test_text_shorter_than_strip(void **state)
{
    (void)state;
    const size_t offsets[] = { 0, 1, 2 };
    assert_strip(offsets, COUNT(offsets), 3, 9, true, ".  .  .  ");
}

int main(void)
{
    width_begin();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stands_where_it_occurs),
        cmocka_unit_test(test_parts_are_equal),
        cmocka_unit_test(test_one_step_an_occurrence),
        cmocka_unit_test(test_many_are_in_proportion),
        cmocka_unit_test(test_nothing_occurs),
        cmocka_unit_test(test_narrow_and_beyond),
        cmocka_unit_test(test_text_shorter_than_strip),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
