/* Reading a file of notes can be stopped at each of them; then nothing is there, and nothing is said. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "library/scratch.h"
#include "query/note_import.h"

static int set_up(void **state)
{
    *state = (void *)(uintptr_t)scratch_make();
    scratch_file("notes.csv", "Highlight,Book Title\nIt grinds.,The mill\nIt stands still.,The mill\n");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    scratch_remove();
    return 0;
}

struct patience {
    size_t calls;
    size_t least; /* of calls before it ends */
};

static bool wait_on(void *context, size_t done, size_t count)
{
    struct patience *patience = context;
    (void)done;
    (void)count;
    return ++patience->calls < patience->least;
}

static void stops_wherever_it_is(void **state)
{
    (void)state;
    bool read = false;
    for (size_t least = 1; !read; least++) {
        struct patience patience = { 0, least };
        struct error error = { "untouched" };
        struct note_import_wish wish = { .go_on = wait_on, .context = &patience };
        struct note_import *import = note_import_read(&wish, scratch_path("notes.csv"), &error);
        read = import != NULL;
        assert_true(least < 6);
        if (!read) {
            assert_int_equal(patience.calls, least);
            assert_string_equal(error.text, "");
        } else {
            assert_int_equal(least, 5); /* two that are read, two that are looked for */
        }
        note_import_free(import);
    }
}

static void says_what_is_wrong_with_a_file(void **state)
{
    (void)state;
    struct error error = { "" };
    struct note_import_wish wish = { .go_on = NULL };
    assert_null(note_import_read(&wish, scratch_path("none.csv"), &error));
    assert_string_not_equal(error.text, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(stops_wherever_it_is, set_up, tear_down),
        cmocka_unit_test_setup_teardown(says_what_is_wrong_with_a_file, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
