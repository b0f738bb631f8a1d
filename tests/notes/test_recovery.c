#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/xalloc.h"
#include "notes/store_scene.h"

/* Two notes, both in a copy, whose name is what a clock said that day. */
static void make_a_copy(const char *day)
{
    struct store *store = open_store(STORE_WRITE);
    add(store, 1, "first");
    add(store, 2, "second");
    store_close(store);
    (void)mkdir(scratch_path("notes/backups"), 0700);
    char *name = xasprintf("notes/backups/notes-%s.db", day);
    struct sql *sql = sql_open(scratch_path("notes/notes.db"), SQL_READ, NULL);
    assert_true(sql_copy(sql, scratch_path(name), NULL));
    sql_close(sql);
    free(name);
}

static void is_recovered(const char *told, const char *wanted)
{
    struct store *store = open_store(STORE_WRITE);
    notices(store, told);
    assert_string_equal(ids(store, NULL), wanted);
    add(store, 7, "goes on");
    store_close(store);
}

static void a_store_that_is_gone_comes_back_from_its_copies(void **state)
{
    (void)state;
    make_a_copy("2015-01-04");
    scratch_file("notes/notes.db", "");
    is_recovered("was empty; 2 notes were saved", "1 2");
    remove(scratch_path("notes/notes.db"));
    is_recovered("had vanished; 2 notes were saved", "1 2");
    remove(scratch_path("notes/notes.db"));
    run_sql("notes/notes.db", "CREATE TABLE shopping (what TEXT); PRAGMA user_version = 5;");
    is_recovered("was a database of another program", "1 2");
    run_sql("notes/notes.db", "DROP TABLE target; DROP TABLE tag; DROP TABLE annotation;");
    is_recovered("lacked some of its tables", "1 2 7");
}

/* So does the bin. */
static void what_was_deleted_comes_back_into_the_bin(void **state)
{
    (void)state;
    struct store *store = open_store(STORE_WRITE);
    add(store, 3, "third");
    add(store, 4, "fourth");
    assert_true(store_remove(store, "0m0000000004", NULL));
    assert_true(store_remove(store, "0m0000000003", NULL));
    store_close(store);
    make_a_copy("2015-01-04");
    remove(scratch_path("notes/notes.db"));
    is_recovered("had vanished; 2 notes were saved", "1 2");
    store = open_store(STORE_READ);
    assert_string_equal(bin(store), "3 4");
    store_close(store);
}

static void comment_on_first(struct store *store, const char *comment)
{
    struct annotation read;
    assert_true(store_get(store, "0m0000000001", &read, NULL));
    annotation_set(&read.comment, comment);
    assert_true(store_update(store, &read, NULL));
    annotation_free(&read);
}

/* What happened after the copy was made the list of changes tells, and what was taken back. */
static void the_list_of_changes_is_newer_than_the_copies(void **state)
{
    (void)state;
    struct annotation first;
    make_a_copy("2015-01-04");
    struct store *store = open_store(STORE_WRITE);
    assert_true(store_remove(store, "0m0000000002", NULL));
    add(store, 3, "third");
    comment_on_first(store, "newer");
    comment_on_first(store, "taken back");
    comment_on_first(store, "taken back, too");
    add(store, 4, "fourth");
    for (int i = 0; i < 3; i++)
        assert_true(store_undo(store, NULL, NULL));
    store_close(store);
    run_sql("notes/notes.db", "DROP TABLE annotation;");
    is_recovered("lacked some of its tables", "1 3");
    store = open_store(STORE_READ);
    assert_true(store_get(store, "0m0000000001", &first, NULL));
    assert_string_equal(first.comment, "newer");
    annotation_free(&first);
    store_close(store);
}

/* Only looking brings them back, too; an instance that has the file open follows. */
static void a_reader_gets_them_back(void **state)
{
    (void)state;
    make_a_copy("2015-01-04");
    struct store *open = open_store(STORE_READ);
    remove(scratch_path("notes/notes.db"));
    assert_true(store_changed(open));
    assert_string_equal(ids(open, NULL), "1 2");
    notices(open, "had vanished");
    store_close(open);
}

/* The newest name is that of an emptied copy. */
static void the_copy_that_knows_most_is_taken(void **state)
{
    (void)state;
    make_a_copy("2015-01-04");
    scratch_file("notes/backups/notes-2037-01-01.db", "");
    remove(scratch_path("notes/notes.db"));
    run_sql("notes/backups/notes-2036-01-01.db", "CREATE TABLE annotation (sequence, record, id)");
    is_recovered("had vanished; 2 notes were saved", "1 2");
}

/* Copies of days that are yet to come do not push out today's. */
static void a_wrong_clock_blocks_no_copies(void **state)
{
    (void)state;
    char day[32];
    char name[64];
    make_a_copy("2015-01-04");
    for (int i = 1; i <= STORE_BACKUPS + 1; i++) {
        snprintf(name, sizeof name, "notes/backups/notes-2037-01-%02d.db", i);
        scratch_file(name, "no copy at all");
    }
    struct store *store = open_store(STORE_WRITE);
    add(store, 3, "third");
    store_close(store);
    today(day);
    char *path = file_join(scratch_path("notes/backups"), day);
    assert_true(file_exists(path));
    free(path);
    assert_true(file_exists(scratch_path("notes/backups/notes-2015-01-04.db")));
    assert_int_equal(count_files(scratch_path("notes/backups"), "notes-"), STORE_BACKUPS);
}

static void nothing_in_the_file_is_run(void **state)
{
    (void)state;
    struct store *store = open_store(STORE_WRITE);
    add(store, 1, "first");
    store_close(store);
    run_sql("notes/notes.db", "CREATE TRIGGER thief AFTER INSERT ON annotation BEGIN "
                              "DELETE FROM annotation WHERE id <> new.id; END;");
    store = open_store(STORE_WRITE);
    add(store, 2, "second");
    assert_string_equal(ids(store, NULL), "1 2");
    store_close(store);
    run_sql("notes/notes.db", "ALTER TABLE annotation RENAME TO hidden; "
                              "CREATE VIEW annotation AS SELECT * FROM hidden WHERE 0;");
    store = open_store(STORE_WRITE);
    assert_int_not_equal(store_count(store), 0);
    store_close(store);
}

static unsigned align_mode_of(const char *name)
{
    struct stat status;
    assert_int_equal(stat(scratch_path(name), &status), 0);
    return (unsigned)status.st_mode & 0777;
}

static void copies_are_private(void **state)
{
    (void)state;
    char day[32];
    mode_t old = umask(0);
    struct store *store = open_store(STORE_WRITE);
    add(store, 1, "first");
    store_close(store);
    store = open_store(STORE_WRITE);
    add(store, 9, "after the day's copy");
    store_close(store);
    umask(old);
    today(day);
    char *name = xasprintf("notes/backups/%s", day);
    assert_int_equal(align_mode_of("notes/notes.db"), 0600);
    assert_int_equal(align_mode_of(name), 0600);
    assert_int_equal(align_mode_of("notes/backups"), 0700);
    free(name);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(a_store_that_is_gone_comes_back_from_its_copies),
        TEST(what_was_deleted_comes_back_into_the_bin),
        TEST(the_list_of_changes_is_newer_than_the_copies),
        TEST(a_reader_gets_them_back),
        TEST(the_copy_that_knows_most_is_taken),
        TEST(a_wrong_clock_blocks_no_copies),
        TEST(nothing_in_the_file_is_run),
        TEST(copies_are_private),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
