#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <dirent.h>
#include <unistd.h>

#include "app/room_of.h"
#include "base/file.h"
#include "session/open.h"

static int make(void **unused)
{
    (void)unused;
    room_start();
    return 0;
}

static int clear(void **unused)
{
    (void)unused;
    scratch_remove();
    return 0;
}

/* The one file under data/visits. */
static const char *visit_file(void)
{
    static char path[4096];
    DIR *folder = opendir(scratch_path("data/visits"));
    size_t count = 0;
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%.200s", scratch_path("data/visits"), entry->d_name);
        count++;
    }
    closedir(folder);
    assert_int_equal(count, 1);
    return path;
}

static void saved(struct session *session)
{
    struct error error = { "" };
    assert_true(session_save(session, &error));
    session_free(session);
}

static void rewrite(const char *text)
{
    assert_true(file_write(visit_file(), text, strlen(text), NULL));
}

static struct buffer visit_text(void)
{
    struct buffer text = { 0 };
    assert_true(file_read(visit_file(), 0, &text, NULL));
    return text;
}

static void test_first_visit_has_a_hint(void **unused)
{
    (void)unused;
    struct session *session = room_open_it(false);
    assert_non_null(session->hint);
    room_press(session, "j");
    assert_null(session->hint);
    saved(session);
    session = room_open_it(false);
    assert_null(session->hint);
    session_free(session);
}

/* Places are code points: the Chinese article's cursor in bytes would be three times as far. */
static void test_the_file(void **unused)
{
    (void)unused;
    struct session *session = room_open_it(false);
    room_press(session, "C-w l j l l C-w h : f a c t s Enter Esc / m i l l Enter");
    saved(session);
    struct buffer text = visit_text();
    static const char head[] = "diptych-visit 1\npanes\t(v 500 (p 0) (p 1))\t0\n";
    assert_memory_equal(buffer_text(&text), head, sizeof head - 1);
    assert_non_null(strstr(buffer_text(&text), "pane\t1\tmill.zh\t"));
    assert_non_null(strstr(buffer_text(&text), "mill.zh.md\t5\t0\n"));
    assert_non_null(strstr(buffer_text(&text), "past\t1\tfacts\n"));
    assert_non_null(strstr(buffer_text(&text), "past\t2\tmill\n"));
    buffer_free(&text);
}

static void test_panes_and_places_come_back(void **unused)
{
    (void)unused;
    struct session *session = room_open_it(false);
    room_press(session, "C-w l C-w s : o p e n Space m i l l . e n Enter G");
    size_t cursor = session_view(session)->cursor;
    saved(session);
    session = room_open_it(false);
    assert_int_equal(panes_count(&session->panes), 3);
    assert_int_equal(panes_index(&session->panes, session->panes.focus), 2);
    assert_string_equal(session_view(session)->text->name, "mill.en");
    assert_int_equal(session_view(session)->cursor, cursor);
    session_free(session);
    session = room_open_it(true);
    assert_int_equal(panes_count(&session->panes), 2);
    session_free(session);
}

static void test_nothing_is_kept_without_a_folder(void **unused)
{
    (void)unused;
    struct session_setup setup = { .commands = &command_all, .utf8 = true, .rows = 24, .columns = 80 };
    struct error error = { "" };
    struct session *session = session_new(&setup, &error);
    assert_non_null(session);
    assert_true(session_save(session, &error));
    session_free(session);
}

static void test_what_cannot_be_written_is_told(void **unused)
{
    (void)unused;
    struct session *session = room_open_it(false);
    struct error error = { "" };
    scratch_file("data/visits", "in the way");
    assert_false(session_save(session, &error));
    assert_non_null(strstr(error.text, "visits"));
    session_free(session);
}

/* Whatever stands in the file, the room opens with what the collection opens. */
static void test_damaged_files(void **unused)
{
    (void)unused;
    static const char *const texts[] = {
        "", "diptych-visit 1", "diptych-visit 2\npanes\t(p 0)\t0\n", "\xFF\xFE\x00",
        "diptych-visit 1\n",
        "diptych-visit 1\npanes\t(v 500 (p 0)\t0\npane\t0\tx\ty\t1\t1\n",
        "diptych-visit 1\npanes\t(p 0)\npane\t0\n",
        "diptych-visit 1\npanes\t(p 0)\t0\npane\t7\tx\tnowhere.md\t1\t1\n",
        "diptych-visit 1\npanes\t(p 0)\t99999999999999999999999\npane\t0\tx\tnowhere.md\t-1\t-1\n",
        "diptych-visit 1\npast\t1\t\npast\t99\tx\npast\t-1\tx\npast\t\t\n",
        "diptych-visit 1\nplace\nplace\ta\tb\tc\td\te\tf\n",
        "diptych-visit 1\n\t\t\t\t\t\t\t\t\t\t\t\t\n\n\n",
    };
    struct session *session = room_open_it(false);
    saved(session);
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        rewrite(texts[i]);
        session = room_open_it(false);
        assert_int_equal(panes_count(&session->panes), 2);
        assert_string_equal(panes_nth(&session->panes, 0)->view->text->name, "mill.en");
        assert_int_equal(session_view(session)->cursor, 0);
        session_free(session);
    }
}

/* Every prefix of a good file, as after a crash of something else. */
static void test_cut_files(void **unused)
{
    (void)unused;
    struct session *session = room_open_it(false);
    room_press(session, "j C-w v C-w l G : f a c t s Enter");
    saved(session);
    struct buffer whole = visit_text();
    for (size_t length = 0; length < whole.length; length += 3) {
        assert_true(file_write(visit_file(), buffer_text(&whole), length, NULL));
        session = room_open_it(false);
        assert_non_null(panes_nth(&session->panes, 0)->view);
        session_free(session);
    }
    buffer_free(&whole);
}

/* The file shrank since: a place beyond its end is not gone to. */
static void test_changed_article(void **unused)
{
    (void)unused;
    struct session *session = room_open_it(false);
    room_press(session, "G");
    saved(session);
    scratch_file("c/articles/mill.en.md", "短。\n");
    session = room_open_it(false);
    const struct article_view *view = session_view(session);
    assert_string_equal(view->text->name, "mill.en");
    assert_in_range(view->cursor, 0, view->text->document->length);
    session_free(session);
}

/* Names with tabs, newlines and backslashes survive. */
static void test_odd_names(void **unused)
{
    (void)unused;
    scratch_file("c/articles/a\tb\\n\nc.md", "Odd.\n\nOdder.\n");
    struct session *session = room_open_it(false);
    char *path = xasprintf("%s", scratch_path("c/articles/a\tb\\n\nc.md"));
    assert_true(session_open_path(session, session_pane(session), path, "a\tb\\n\nc"));
    room_press(session, "G");
    size_t cursor = session_view(session)->cursor;
    saved(session);
    session = room_open_it(false);
    assert_string_equal(session_view(session)->text->name, "a\tb\\n\nc");
    assert_int_equal(session_view(session)->cursor, cursor);
    session_free(session);
    free(path);
}

/* A file that was opened by its name in one folder comes back in a room that is opened in another,
 * and does not stand in the way of one that is asked for. */
static void test_another_folder(void **unused)
{
    (void)unused;
    char before[4096];
    assert_non_null(getcwd(before, sizeof before));
    char *full = realpath(scratch_folder, NULL);
    assert_true(full != NULL && strlen(full) < sizeof scratch_folder);
    strcpy(scratch_folder, full);
    free(full);
    scratch_file("here/tide.txt", "The tide comes in.\n");
    scratch_file("there/ebb.txt", "The tide goes out.\n");
    assert_int_equal(chdir(scratch_path("here")), 0);
    struct session *session = room_open_it(false);
    assert_true(session_open_path(session, session_pane(session), "tide.txt", "tide.txt"));
    saved(session);
    assert_int_equal(chdir(scratch_path("there")), 0);
    session = room_open_it(false);
    assert_string_equal(session_view(session)->text->name, "tide.txt");
    assert_string_equal(room_message(session), "");
    saved(session);
    assert_int_equal(unlink(scratch_path("here/tide.txt")), 0);
    session = room_open_names(false, (const char *const[]){ "ebb.txt" }, 1);
    assert_string_equal(session_view(session)->text->name, "ebb.txt");
    assert_string_equal(room_message(session), "");
    session_free(session);
    assert_int_equal(chdir(before), 0);
}

/* --fresh begins at the beginning and leaves the visit before it as it was; places hold in Chinese
 * too, where bytes are not characters. */
static void test_places_without_panes(void **unused)
{
    (void)unused;
    struct session *session = room_open_it(false);
    room_press(session, "C-w l G");
    size_t cursor = session_view(session)->cursor;
    assert_true(cursor > 9);
    saved(session);
    session = room_open_it(true);
    room_press(session, "C-w l");
    assert_string_equal(session_view(session)->text->name, "mill.zh");
    assert_int_equal(session_view(session)->cursor, 0);
    room_press(session, "C-w o");
    saved(session);
    session = room_open_it(false);
    assert_int_equal(panes_count(&session->panes), 2);
    assert_string_equal(session_view(session)->text->name, "mill.zh");
    session_free(session);
}

static void test_latest_place_counts(void **unused)
{
    (void)unused;
    struct session *session = room_open_it(false);
    room_press(session, "G : o p e n Space m i l l . z h Enter "
                        ": o p e n Space m i l l . e n Enter");
    size_t cursor = session_view(session)->cursor;
    assert_true(cursor > 0);
    room_press(session, "k k k");
    cursor = session_view(session)->cursor;
    room_press(session, ": o p e n Space m i l l . z h Enter");
    saved(session);
    session = room_open_it(true);
    room_press(session, "C-w o : o p e n Space m i l l . e n Enter");
    assert_string_equal(session_view(session)->text->name, "mill.en");
    session_free(session);
    session = room_open_it(false);
    room_press(session, ": o p e n Space m i l l . e n Enter");
    assert_int_equal(session_view(session)->cursor, cursor);
    session_free(session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_first_visit_has_a_hint, make, clear),
        cmocka_unit_test_setup_teardown(test_the_file, make, clear),
        cmocka_unit_test_setup_teardown(test_panes_and_places_come_back, make, clear),
        cmocka_unit_test(test_nothing_is_kept_without_a_folder),
        cmocka_unit_test_setup_teardown(test_what_cannot_be_written_is_told, make, clear),
        cmocka_unit_test_setup_teardown(test_damaged_files, make, clear),
        cmocka_unit_test_setup_teardown(test_cut_files, make, clear),
        cmocka_unit_test_setup_teardown(test_changed_article, make, clear),
        cmocka_unit_test_setup_teardown(test_odd_names, make, clear),
        cmocka_unit_test_setup_teardown(test_another_folder, make, clear),
        cmocka_unit_test_setup_teardown(test_places_without_panes, make, clear),
        cmocka_unit_test_setup_teardown(test_latest_place_counts, make, clear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
