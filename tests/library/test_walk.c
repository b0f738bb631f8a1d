/* Which files of a folder are found, whatever its folders are called. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "library/walk.h"
#include "scratch.h"

static bool found(const struct walk *walk, const char *name)
{
    for (size_t i = 0; i < walk->count; i++)
        if (strcmp(walk_name(walk, i), name) == 0)
            return true;
    return false;
}

/* A saved page often lies in a folder that is called as the page is. */
static void test_folders_that_are_called_as_articles(void **unused)
{
    (void)unused;
    static const char *const names[] = { "a.md/one.md", "b.md/two.md", "b.md/c.txt/three.md", "four.md" };
    for (size_t i = 0; i < 4; i++)
        scratch_file(names[i], "x");
    struct walk walk = { 0 };
    struct error error = { "" };
    assert_true(walk_folder(scratch_folder, 3, &walk, &error));
    assert_int_equal(walk.count, 4);
    for (size_t i = 0; i < 4; i++)
        assert_true(found(&walk, names[i]));
    walk_free(&walk);
    walk = (struct walk){ 0 };
    assert_true(walk_folder(scratch_folder, 1, &walk, &error));
    assert_int_equal(walk.count, 3);
    assert_false(found(&walk, "b.md/c.txt/three.md"));
    assert_int_equal(walk.refused.length, 0);
    walk_free(&walk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_folders_that_are_called_as_articles, scratch_setup, scratch_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
