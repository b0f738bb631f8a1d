/* Dates as far as they are known: their ISO form, and reckoning from one to another. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "figure/figure_date.h"

static void check_printed(struct figure_date date, const char *expected, const char *unit)
{
    struct buffer got = { 0 };
    figure_date_print(&date, &got);
    assert_string_equal(buffer_text(&got), expected);
    assert_string_equal(figure_date_unit(&date), unit);
    buffer_free(&got);
}

static void test_print(void **state)
{
    (void)state;
    check_printed((struct figure_date){ 2014, 0, 0, 0, 0 }, "2014", "year");
    check_printed((struct figure_date){ 2014, 6, 0, 0, 0 }, "2014-06", "month");
    check_printed((struct figure_date){ 2013, 6, 3, 0, 0 }, "2013-06-03", "day");
    check_printed((struct figure_date){ 0, 7, 0, PART_LATE, 0 }, "--07", "month");
    check_printed((struct figure_date){ 0, 7, 3, 0, 0 }, "--07-03", "day");
    check_printed((struct figure_date){ 2014, 0, 0, PART_QUARTER, 2 }, "2014-Q2", "quarter");
    check_printed((struct figure_date){ 0, 0, 0, PART_QUARTER, 2 }, "--Q2", "quarter");
    check_printed((struct figure_date){ 2014, 0, 0, PART_HALF, 1 }, "2014-H1", "half-year");
    check_printed((struct figure_date){ 2014, 0, 0, PART_SEASON, 2 }, "2014-22", "season");
    check_printed((struct figure_date){ 1990, 0, 0, PART_DECADE, 0 }, "199X", "decade");
}

static void test_parse(void **state)
{
    (void)state;
    struct figure_date date;
    assert_true(figure_date_parse("2015-06-22", &date));
    check_printed(date, "2015-06-22", "day");
    assert_true(figure_date_parse("2015-06-22T10:00", &date));
    assert_true(figure_date_parse("2015-06", &date));
    assert_true(figure_date_parse("2015", &date));
    static const char *const others[] = { "", "15", "2015-", "2015-13", "2015-02-30", "2015-6-1",
                                          "2015-06-22x", "June" };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(figure_date_parse(others[i], &date));
}

static void check_months(const char *from, long months, const char *expected)
{
    struct figure_date date;
    assert_true(figure_date_parse(from, &date));
    figure_date_add_months(&date, months);
    check_printed(date, expected, figure_date_unit(&date));
}

static void check_days(const char *from, long days, const char *expected, int weekday)
{
    struct figure_date date;
    assert_true(figure_date_parse(from, &date));
    figure_date_add_days(&date, days);
    check_printed(date, expected, "day");
    assert_int_equal(figure_date_weekday(&date), weekday);
}

static void test_reckoning(void **state)
{
    (void)state;
    check_months("2015-06-22", -12, "2014-06-22");
    check_months("2015-03-31", -1, "2015-02-28");
    check_months("2015-01", -1, "2014-12");
    check_months("2015", -24, "2013");
    check_months("0001-01-01", -99999, "0001-01-01");
    check_days("2015-06-22", 0, "2015-06-22", 0);
    check_days("2015-06-22", -6, "2015-06-16", 1);
    check_days("2016-03-01", -1, "2016-02-29", 0);
    check_days("2015-12-31", 1, "2016-01-01", 4);
    check_days("2000-01-01", -1, "1999-12-31", 4);
}

static void test_bounds(void **state)
{
    (void)state;
    long begin, end, other, last;
    const struct figure_date year = { 2014, 0, 0, 0, 0 };
    const struct figure_date half = { 2014, 0, 0, PART_HALF, 2 };
    const struct figure_date quarter = { 2014, 0, 0, PART_QUARTER, 4 };
    const struct figure_date winter = { 2014, 0, 0, PART_SEASON, 4 };
    const struct figure_date month = { 0, 7, 0, 0, 0 };
    assert_true(figure_date_bounds(&year, &begin, &end));
    assert_int_equal(end - begin, 365);
    assert_true(figure_date_bounds(&half, &other, &last));
    assert_true(other > begin && last == end);
    assert_true(figure_date_bounds(&quarter, &other, &last));
    assert_true(last == end && last - other == 92);
    assert_true(figure_date_bounds(&winter, &other, &last));
    assert_true(last > end && last - other == 90);
    assert_false(figure_date_bounds(&month, &begin, &end));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_print),
        cmocka_unit_test(test_parse),
        cmocka_unit_test(test_reckoning),
        cmocka_unit_test(test_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
