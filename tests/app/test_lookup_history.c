#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "library/scratch.h"
#include "session/lookup_history.h"

#define NOON 1700000000 /* 2023-11-14 */

static const char *path(void)
{
    return scratch_path("data/" LOOKUP_HISTORY_FILE);
}

/* What the room itself has just looked up was not looked up before; what it did long ago was. */
static void tells_what_was_looked_up_before(void **unused)
{
    (void)unused;
    char last[11] = "";
    struct lookup_history history = { 0 };
    lookup_history_add(&history, scratch_path("data"), "Stake", NOON);
    assert_int_equal(lookup_history_find(&history, "stake", NOON + 5, last), 0);
    assert_int_equal(lookup_history_find(&history, "stake", NOON + 3600, last), 1);
    assert_string_equal(last, "2023-11-14");
    lookup_history_free(&history);
    lookup_history_add(&history, scratch_path("data"), "ＳＴＡＫＥ", NOON + 86400);
    assert_int_equal(lookup_history_find(&history, "stake", NOON + 86401, last), 1);
    assert_int_equal(lookup_history_find(&history, "stakes", NOON + 86401, last), 0);
    lookup_history_free(&history);
    lookup_history_read(&history, scratch_path("data"));
    assert_int_equal(lookup_history_find(&history, "stake", NOON, last), 2);
    assert_string_equal(last, "2023-11-15");
    lookup_history_free(&history);
}

static void reads_over_what_is_no_line_of_its_own(void **unused)
{
    (void)unused;
    char last[11] = "";
    struct lookup_history history = { 0 };
    scratch_file("data/" LOOKUP_HISTORY_FILE,
                 "2023-11-14T10:00:00Z\tlamp\nnonsense\n2023-13\tlamp\n\n\t\n"
                 "2023-11-15 10:00:00Z\tlamp\n2023-11-16T10:00:00Z\t\n2023-11-17T10:00:00Z\tlamp");
    lookup_history_read(&history, scratch_path("data"));
    assert_int_equal(history.count, 2);
    assert_int_equal(lookup_history_find(&history, "lamp", NOON, last), 2);
    assert_string_equal(last, "2023-11-17");
    lookup_history_free(&history);
    lookup_history_add(&history, NULL, "lamp", NOON); /* no folder, nothing kept */
    lookup_history_free(&history);
}

static void keeps_the_newer_half_of_a_file_that_has_grown(void **unused)
{
    (void)unused;
    struct lookup_history history = { 0 };
    struct buffer lines = { 0 };
    char last[11] = "";
    for (int i = 0; lines.length <= LOOKUP_HISTORY_BYTES; i++)
        buffer_add_format(&lines, "2023-11-14T10:00:00Z\tword%d\n", i);
    buffer_add_text(&lines, "2023-11-14T10:00:00Z\tlast\n");
    scratch_file("data/" LOOKUP_HISTORY_FILE, buffer_text(&lines));
    buffer_free(&lines);
    lookup_history_read(&history, scratch_path("data"));
    assert_int_equal(lookup_history_find(&history, "last", NOON, last), 1);
    assert_int_equal(lookup_history_find(&history, "word0", NOON, last), 0);
    lookup_history_free(&history);
    assert_true(file_stamp(path()).size <= (int64_t)LOOKUP_HISTORY_BYTES / 2);
    assert_true(file_stamp(path()).size > (int64_t)LOOKUP_HISTORY_BYTES / 2 - 100);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(tells_what_was_looked_up_before),
        TEST(reads_over_what_is_no_line_of_its_own),
        TEST(keeps_the_newer_half_of_a_file_that_has_grown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
