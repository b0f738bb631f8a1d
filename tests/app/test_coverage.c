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
    struct entity_index *entity_index;
    struct mention_index *mention_index;
};

static struct books open_books(void)
{
    struct books books;
    books.collection = collection_open(scratch_path("c"), NULL, NULL, NULL);
    books.entity_index =
        entity_index_new(&(struct entity_index_sources){ .collection = books.collection });
    books.mention_index = mention_index_new(books.collection, books.entity_index, NULL);
    while (mention_index_step(books.mention_index))
        continue;
    return books;
}

static void close_books(struct books *books)
{
    mention_index_free(books->mention_index);
    entity_index_free(books->entity_index);
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
    coverage_story(books.mention_index, mention_index_by_id(books.mention_index, "mill.zh"),
                   &scope);
    assert_int_equal(scope.count, 2);
    scope.count = 0;
    coverage_story(books.mention_index, mention_index_by_id(books.mention_index, "other.en"),
                   &scope);
    coverage_story(books.mention_index, SIZE_MAX, &scope);
    assert_int_equal(scope.count, 0);
    coverage_all(books.mention_index, &scope);
    assert_int_equal(scope.count, 3);
    free(scope.items);
    close_books(&books);
}

static void test_rows_are_what_the_articles_mention(void **unused)
{
    (void)unused;
    struct books books = open_books();
    struct coverage_scope scope = { 0 };
    coverage_story(books.mention_index, mention_index_by_id(books.mention_index, "mill.en"),
                   &scope);
    struct crosstab *crosstab =
        coverage_table(books.mention_index, books.entity_index, &scope, "Mill");
    assert_int_equal(crosstab->columns.count, 2);
    assert_int_equal(crosstab->shown_count, 2);
    const struct crosstab_row *row = crosstab_current(crosstab);
    assert_string_equal(row->name, "Acme");
    assert_string_equal(row->second, "埃克米");
    assert_string_equal(row->kind, "company");
    assert_int_equal(row->total, 3);
    assert_int_equal(crosstab_count(crosstab, &crosstab->columns.items[0], 0), 2);
    assert_int_equal(crosstab_count(crosstab, &crosstab->columns.items[1], 0), 1);
    crosstab_filter(crosstab, "old"); /* aliases are found, too */
    assert_int_equal(crosstab->shown_count, 1);
    free(scope.items);
    crosstab_free(crosstab);
    close_books(&books);
}

/* A name in Chinese alone stands in the name's place, not beside itself. */
static void test_a_name_in_one_language(void **unused)
{
    (void)unused;
    struct books books = open_books();
    struct coverage_scope scope = { 0 };
    coverage_all(books.mention_index, &scope);
    struct crosstab *crosstab =
        coverage_table(books.mention_index, books.entity_index, &scope, "All");
    crosstab_filter(crosstab, "coil");
    assert_string_equal(crosstab_current(crosstab)->name, "线圈");
    assert_string_equal(crosstab_current(crosstab)->second, "");
    free(scope.items);
    crosstab_free(crosstab);
    close_books(&books);
}

/* What is counted anew stands in the open table; the reader's cell stays. */
static void test_the_open_table_follows_the_mention_index(void **unused)
{
    (void)unused;
    struct session *session = room_open_it(true);
    room_press(session, "g c j");
    struct crosstab *crosstab = session_crosstab(session);
    assert_string_equal(crosstab_current(crosstab)->name, "Bolt");
    assert_int_equal(crosstab_current(crosstab)->total, 1);
    settle(session);
    assert_int_equal(crosstab_current(session_crosstab(session))->total, 1);
    scratch_file("c/articles/mill.zh.md",
                 "---\nstory: mill\nlang: zh\n---\nBolt, Bolt, Bolt and Bolt.\n");
    settle(session);
    crosstab = session_crosstab(session);
    assert_string_equal(crosstab_current(crosstab)->name, "Bolt");
    assert_int_equal(crosstab->current, 0);
    assert_int_equal(crosstab_current(crosstab)->total, 5);
    assert_int_equal(crosstab->columns.count, 2);
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
    assert_string_equal(crosstab_current(session_crosstab(session))->name, "Bolt");
    scratch_file("c/entities/aaa.md", "---\nnames: { en: Dyne }\n---\n");
    settle(session);
    struct crosstab *crosstab = session_crosstab(session);
    assert_false(crosstab->stale);
    assert_int_equal(crosstab->shown_count, 3);
    assert_string_equal(crosstab_current(crosstab)->name, "Bolt");
    assert_string_equal(
        entity_index_name(known_names_entity_index(session), crosstab_current(crosstab)->entity),
        "Bolt");
    room_press(session, "Enter");
    assert_null(session_crosstab(session));
    assert_int_equal(remove(scratch_path("c/entities/aaa.md")), 0);
    settle(session);
    room_press(session, "C-o");
    assert_string_equal(crosstab_current(session_crosstab(session))->name, "Bolt");
    assert_int_equal(session_crosstab(session)->shown_count, 2);
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
    assert_null(session_crosstab(session));
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
    assert_null(session_crosstab(session));
    session_free(session);
}

int main(void)
{
    width_begin();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_a_story_is_its_versions, begin, end),
        cmocka_unit_test_setup_teardown(test_rows_are_what_the_articles_mention, begin, end),
        cmocka_unit_test_setup_teardown(test_a_name_in_one_language, begin, end),
        cmocka_unit_test_setup_teardown(test_the_open_table_follows_the_mention_index, begin, end),
        cmocka_unit_test_setup_teardown(test_the_open_table_follows_the_notes, begin, end),
        cmocka_unit_test_setup_teardown(test_a_stale_table_leads_nowhere, begin, end),
        cmocka_unit_test_setup_teardown(test_no_notes_no_table, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
