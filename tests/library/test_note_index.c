#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "library/collection.h"
#include "library/note.h"
#include "library/scratch.h"

static int begin(void **state)
{
    scratch_make();
    scratch_file("collection.yaml", "title: Mills\n");
    scratch_file("entities/a-lamp.md", "---\nnames: { en: lamp }\nshort: [L]\n---\n");
    scratch_file("entities/bell.md", "---\nnames: { en: Old  Bell, zh: 老钟 }\n---\n");
    scratch_file("entities/lamp.md", "---\nnames: { en: Lamp }\naliases: [The Lamp]\n---\n");
    scratch_file("entities/odd.md", "---\naliases: ['']\n---\n");
    *state = collection_open(scratch_path("."), NULL, NULL, NULL);
    return *state == NULL;
}

static int end(void **state)
{
    collection_free(*state);
    scratch_remove();
    return 0;
}

static void assert_found(struct collection *collection, const char *name, const char *id)
{
    const struct note *note = collection_note_by_name(collection, name);
    if (id == NULL) {
        assert_null(note);
    } else {
        assert_non_null(note);
        assert_string_equal(note->id, id);
    }
}

static void the_exact_name_goes_first(void **state)
{
    assert_found(*state, "Lamp", "lamp");
    assert_found(*state, "lamp", "a-lamp");
    assert_found(*state, "LAMP", "a-lamp"); /* of two alike the first */
}

static void case_width_and_blanks_are_nothing(void **state)
{
    assert_found(*state, "old bell", "bell");
    assert_found(*state, "ＯＬＤ Bell", "bell");
    assert_found(*state, "老钟", "bell");
    assert_found(*state, "the lamp", "lamp");
    assert_found(*state, "ODD", "odd"); /* a note without names has its file's */
}

static void what_is_no_name_is_not_found(void **state)
{
    assert_found(*state, "L", NULL);
    assert_found(*state, "", NULL);
    assert_found(*state, "Lam", NULL);
    assert_found(*state, "Lamps", NULL);
}

static void a_name_that_came_is_found(void **state)
{
    assert_found(*state, "Mill", NULL);
    scratch_file("entities/mill.md", "---\nnames: { en: Mill }\n---\n");
    collection_forget_notes(*state);
    assert_found(*state, "Mill", "mill");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_exact_name_goes_first, begin, end),
        cmocka_unit_test_setup_teardown(case_width_and_blanks_are_nothing, begin, end),
        cmocka_unit_test_setup_teardown(what_is_no_name_is_not_found, begin, end),
        cmocka_unit_test_setup_teardown(a_name_that_came_is_found, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
