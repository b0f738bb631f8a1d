#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "page/coverage_table.h"
#include "app/room_of.h"
#include "query/entity_index.h"
#include "query/mention_index.h"
#include "session/known_names.h"
#include "session/watch.h"
#include "text/width.h"

/* Two versions of a story and an article of none; Bolt stands in one version alone. */
static int begin(void **state)
{
    (void)state;
    room_start();
    scratch_file("c/collection.yaml", "title: Mills\nopen: [mill.en]\n");
    scratch_file("c/articles/mill.en.md",
                 "---\nstory: mill\nlang: en\n---\nAcme and Bolt. Acme! Dyne.\n");
    scratch_file("c/articles/mill.zh.md", "---\nstory: mill\nlang: zh\n---\n埃克米。\n");
    scratch_file("c/articles/other.en.md", "Coil, and Acme.\n");
    scratch_file("c/entities/acme.md",
                 "---\nnames: { en: Acme, zh: 埃克米 }\naliases: [Old Acme]\ntype: company\n---\n");
    scratch_file("c/entities/bolt.md", "---\nnames: { en: Bolt }\ntype: person\n---\n");
    scratch_file("c/entities/coil.md", "---\nnames: { zh: 线圈 }\naliases: [Coil]\n---\n");
    scratch_file("c/entities/dust.md", "---\nnames: { en: Dust }\n---\n");
    return 0;
}

static int end(void **state)
{
    (void)state;
    scratch_remove();
    return 0;
}

struct books {
    struct collection *collection;
    struct gazetteer *gazetteer;
    struct census *census;
};

static struct books open_books(void)
{
    struct books books;
    books.collection = collection_open(scratch_path("c"), NULL, NULL);
    books.gazetteer =
        gazetteer_new(&(struct gazetteer_sources){ .collection = books.collection });
    books.census = census_new(books.collection, books.gazetteer);
    census_finish(books.census);
    return books;
}

static void close_books(struct books *books)
{
    census_free(books->census);
    gazetteer_free(books->gazetteer);
    collection_free(books->collection);
}

/* What a reader who waits a while sees. */
static void settle(struct session *session)
{
    known_names_find(session);
    (void)watch_files(session);
    for (int i = 0; i < 50; i++)
        (void)session_tick(session);
}

static void test_a_story_is_its_versions(void **unused)
{
    (void)unused;
    struct books books = open_books();
    struct coverage_scope scope = { 0 };
    coverage_story(books.census, census_by_id(books.census, "mill.zh"), &scope);
    assert_int_equal(scope.count, 2);
    scope.count = 0;
    coverage_story(books.census, census_by_id(books.census, "other.en"), &scope);
    coverage_story(books.census, SIZE_MAX, &scope);
    assert_int_equal(scope.count, 0);
    coverage_all(books.census, &scope);
    assert_int_equal(scope.count, 3);
    free(scope.items);
    close_books(&books);
}

static void test_rows_are_what_the_articles_mention(void **unused)
{
    (void)unused;
    struct books books = open_books();
    struct coverage_scope scope = { 0 };
    coverage_story(books.census, census_by_id(books.census, "mill.en"), &scope);
    struct matrix *matrix = coverage_table(books.census, books.gazetteer, &scope, "Mill");
    assert_int_equal(matrix->columns.count, 2);
    assert_int_equal(matrix->shown_count, 2);
    const struct matrix_row *row = matrix_current(matrix);
    assert_string_equal(row->name, "Acme");
    assert_string_equal(row->second, "埃克米");
    assert_string_equal(row->kind, "company");
    assert_int_equal(row->total, 3);
    assert_int_equal(matrix_count(matrix, &matrix->columns.items[0], 0), 2);
    assert_int_equal(matrix_count(matrix, &matrix->columns.items[1], 0), 1);
    matrix_filter(matrix, "old"); /* aliases are found, too */
    assert_int_equal(matrix->shown_count, 1);
    free(scope.items);
    matrix_free(matrix);
    close_books(&books);
}

/* A name in Chinese alone stands in the name's place, not beside itself. */
static void test_a_name_in_one_language(void **unused)
{
    (void)unused;
    struct books books = open_books();
    struct coverage_scope scope = { 0 };
    coverage_all(books.census, &scope);
    struct matrix *matrix = coverage_table(books.census, books.gazetteer, &scope, "All");
    matrix_filter(matrix, "coil");
    assert_string_equal(matrix_current(matrix)->name, "线圈");
    assert_string_equal(matrix_current(matrix)->second, "");
    free(scope.items);
    matrix_free(matrix);
    close_books(&books);
}

/* What is counted anew stands in the open table; the reader's cell stays. */
static void test_the_open_table_follows_the_census(void **unused)
{
    (void)unused;
    struct session *session = room_open_it(true);
    room_press(session, "g c j");
    struct matrix *matrix = session_matrix(session);
    assert_string_equal(matrix_current(matrix)->name, "Bolt");
    assert_int_equal(matrix_current(matrix)->total, 1);
    settle(session);
    assert_int_equal(matrix_current(session_matrix(session))->total, 1);
    scratch_file("c/articles/mill.zh.md",
                 "---\nstory: mill\nlang: zh\n---\nBolt, Bolt, Bolt and Bolt.\n");
    settle(session);
    matrix = session_matrix(session);
    assert_string_equal(matrix_current(matrix)->name, "Bolt");
    assert_int_equal(matrix->current, 0);
    assert_int_equal(matrix_current(matrix)->total, 5);
    assert_int_equal(matrix->columns.count, 2);
    session_free(session);
}

/* A new note changes the numbers of all behind it; the cell is still the same, and so is the one
 * that the jump list leads back to. */
static void test_the_open_table_follows_the_notes(void **unused)
{
    (void)unused;
    struct session *session = room_open_it(true);
    settle(session);
    room_press(session, "g c j");
    assert_string_equal(matrix_current(session_matrix(session))->name, "Bolt");
    scratch_file("c/entities/aaa.md", "---\nnames: { en: Dyne }\n---\n");
    settle(session);
    struct matrix *matrix = session_matrix(session);
    assert_false(matrix->stale);
    assert_int_equal(matrix->shown_count, 3);
    assert_string_equal(matrix_current(matrix)->name, "Bolt");
    assert_string_equal(gazetteer_name(known_names_gazetteer(session), matrix_current(matrix)->entity), "Bolt");
    room_press(session, "Enter");
    assert_null(session_matrix(session));
    assert_int_equal(remove(scratch_path("c/entities/aaa.md")), 0);
    settle(session);
    room_press(session, "C-o");
    assert_string_equal(matrix_current(session_matrix(session))->name, "Bolt");
    assert_int_equal(session_matrix(session)->shown_count, 2);
    session_free(session);
}

/* Between the change and the count, the table shows what it did and leads nowhere. */
static void test_a_stale_table_leads_nowhere(void **unused)
{
    (void)unused;
    struct session *session = room_open_it(true);
    room_press(session, "g c");
    struct grid *grid = grid_new(24, 80);
    known_names_reread(session);
    session_paint(session, grid);
    room_press(session, "Enter");
    assert_string_equal(room_message(session), "the notes have changed and are being read again");
    settle(session);
    session_paint(session, grid);
    room_press(session, "Enter");
    assert_null(session_matrix(session));
    grid_free(grid);
    session_free(session);
}

/* When the last note goes, so does the table. */
static void test_no_notes_no_table(void **unused)
{
    (void)unused;
    struct session *session = room_open_it(true);
    room_press(session, "g c");
    static const char *const notes[] = { "acme", "bolt", "coil", "dust" };
    for (size_t i = 0; i < 4; i++) {
        char path[64];
        snprintf(path, sizeof path, "c/entities/%s.md", notes[i]);
        assert_int_equal(remove(scratch_path(path)), 0);
    }
    settle(session);
    assert_null(session_matrix(session));
    session_free(session);
}

int main(void)
{
    width_begin();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_a_story_is_its_versions, begin, end),
        cmocka_unit_test_setup_teardown(test_rows_are_what_the_articles_mention, begin, end),
        cmocka_unit_test_setup_teardown(test_a_name_in_one_language, begin, end),
        cmocka_unit_test_setup_teardown(test_the_open_table_follows_the_census, begin, end),
        cmocka_unit_test_setup_teardown(test_the_open_table_follows_the_notes, begin, end),
        cmocka_unit_test_setup_teardown(test_a_stale_table_leads_nowhere, begin, end),
        cmocka_unit_test_setup_teardown(test_no_notes_no_table, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
