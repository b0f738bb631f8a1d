/* Which files of a folder are found, whatever its folders are called, and as what. */
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

/* So many that a second thread takes part: each file is told as what it is, and in its folder. */
static void test_many_files(void **unused)
{
    (void)unused;
    enum { FILES = 1500 };
    char name[64], bytes[FILES];
    memset(bytes, 'x', sizeof bytes);
    for (size_t i = 0; i < FILES; i++) {
        snprintf(name, sizeof name, "%s%zu.md", i % 3 == 0 ? "below/" : "", i);
        scratch_bytes(name, bytes, i);
    }
    scratch_file("folder.md/page.md", "a page");
    assert_int_equal(symlink("7.md", scratch_path("linked.md")), 0);
    assert_int_equal(symlink("nowhere.md", scratch_path("dangling.md")), 0);
    struct walk walk = { 0 };
    assert_true(walk_folder(scratch_folder, 3, &walk, NULL));
    assert_int_equal(walk.count, FILES + 2);
    bool seen[FILES] = { false };
    for (size_t i = 0; i < walk.count; i++) {
        struct file_stamp stamp = file_stamp(scratch_path(walk_name(&walk, i)));
        assert_int_equal(walk.items[i].size, stamp.size);
        assert_int_equal(walk.items[i].mtime, stamp.mtime);
        assert_int_equal(walk.items[i].inode, stamp.inode);
        const char *number = file_base_name(walk_name(&walk, i));
        if (*number >= '0' && *number <= '9') {
            assert_false(seen[stamp.size]);
            seen[stamp.size] = true;
            assert_int_equal(strtol(number, NULL, 10), stamp.size);
        }
    }
    assert_true(found(&walk, "folder.md/page.md"));
    assert_true(found(&walk, "linked.md"));
    walk_free(&walk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_folders_that_are_called_as_articles, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_many_files, scratch_setup, scratch_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
