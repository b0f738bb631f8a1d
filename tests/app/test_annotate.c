/* Annotating with an editor, with another room beside this one, and where the disk says no. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <sys/stat.h>

#include "app/room_of.h"
#include "base/clipboard.h"
#include "base/file.h"
#include "query/note_placement.h"
#include "session/note_marks.h"

static int make(void **state)
{
    room_start();
    *state = room_open_with_editor();
    return 0;
}

/* The file that the editor is called with; "" when it is not called. */
static const char *edited(struct session *session)
{
    static char path[4096];
    struct request request = session_request(session);
    path[0] = '\0';
    if (request.kind == REQUEST_RUN)
        snprintf(path, sizeof path, "%s", request.argv[1]);
    return path;
}

static struct annotation *found; /* by the visitor below */

static bool keep(void *context, const struct annotation *annotation)
{
    (void)context;
    annotation_copy(found, annotation);
    return false;
}

/* The only note there is. Caller frees. */
static struct annotation only_note(struct session *session)
{
    struct annotation note;
    struct error error = { "" };
    struct store *store = note_service_read(&session->notebook, &error);
    assert_non_null(store);
    assert_int_equal(store_count(store), 1);
    found = &note;
    assert_true(store_each(store, NULL, keep, NULL, NULL, &error));
    return note;
}

static void test_nothing_is_opened_before_it_is_needed(void **state)
{
    struct session *session = *state;
    assert_null(session->notebook.store);
    room_press(session, "}V)y");
    session_tick(session);
    assert_null(session->notebook.store);
    assert_false(file_exists(scratch_path("data/notes.db")));
    room_press(session, "a <Esc>");
    assert_false(file_exists(scratch_path("data/notes.db")));
}

static void test_a_comment_from_the_editor(void **state)
{
    struct session *session = *state;
    room_press(session, "}a begun <C-o>");
    const char *path = edited(session);
    struct buffer text = { 0 };
    assert_true(file_read(path, 0, &text, NULL));
    assert_string_equal(buffer_text(&text), "begun");
    buffer_free(&text);
    room_write(path, "Begun.\n\n- and *done*\n\n#mill\n");
    session_ran(session, 0, NULL);
    assert_non_null(strstr(room_message(session), "comment kept"));
    struct annotation note = only_note(session);
    assert_string_equal(note.comment, "Begun.\n\n- and *done*");
    assert_true(annotation_has_tag(&note, "mill"));
    assert_string_equal(note.targets[0].quote, "It grinds no more.");
    assert_string_equal(note.targets[0].article, "mill.en");
    assert_string_equal(note.targets[0].headings, "The mill");
    assert_false(file_exists(path));
    annotation_free(&note);
}

static void test_an_editor_that_saves_nothing(void **state)
{
    struct session *session = *state;
    room_press(session, "}a begun <C-o>");
    const char *path = edited(session);
    session_ran(session, 0, NULL);
    assert_string_equal(room_message(session), "annotate: nothing was saved, no note was made");
    assert_false(file_exists(path));
    assert_null(session->notebook.store);
}

static void test_e_in_the_list_edits_the_comment(void **state)
{
    struct session *session = *state;
    room_press(session, "}a one #x <Enter> A e");
    const char *path = edited(session);
    room_write(path, "two\nlines\n\n#x #y\n");
    session_ran(session, 0, NULL);
    assert_string_equal(room_message(session), "comment changed");
    struct annotation note = only_note(session);
    assert_string_equal(note.comment, "two\nlines");
    assert_true(annotation_has_tag(&note, "y"));
    annotation_free(&note);
    /* In the prompt its lines are one, and stay two unless that is changed. */
    room_press(session, "a");
    assert_string_equal(prompt_text(&session->prompt), "two lines  #x #y");
    room_press(session, "<Enter>");
    note = only_note(session);
    assert_string_equal(note.comment, "two\nlines");
    annotation_free(&note);
}

static void test_what_cannot_be_stored_is_kept_in_the_prompt(void **state)
{
    struct session *session = *state;
    assert_int_equal(mkdir(scratch_path("data/notes.db"), 0700), 0);
    room_press(session, "}a <C-o>");
    room_write(edited(session), "One\n\nTwo\n");
    session_ran(session, 0, NULL);
    assert_non_null(strstr(room_message(session), "not kept: notes.db: "));
    assert_string_equal(prompt_text(&session->prompt), "One  Two ");
    room_press(session, "<Enter>");
    assert_non_null(strstr(room_message(session), "not kept: "));
    assert_int_equal(rmdir(scratch_path("data/notes.db")), 0);
    room_press(session, "<Enter>");
    assert_non_null(strstr(room_message(session), "comment kept"));
    struct annotation note = only_note(session);
    assert_string_equal(note.comment, "One\n\nTwo");
    annotation_free(&note);
}

static void test_two_rooms_see_each_other(void **state)
{
    struct session *session = *state;
    struct session *other = room_open_it(true);
    while (session_timeout(other) == 0)
        session_tick(other);
    room_press(session, "}a mine <Enter>");
    session_tick(other);
    const struct placements *placements = session_view(other)->text->placements;
    assert_int_equal(placements->placed, 1);
    assert_string_equal(placements->items[0].words, "mine");
    room_press(other, "}D");
    assert_string_equal(room_message(other), "deleted: “mine” in mill.en; u brings it back");
    session_tick(session);
    assert_int_equal(session_view(session)->text->placements->placed, 0);
    session_free(other);
}

static void test_changes_that_fail_are_told(void **state)
{
    struct session *session = *state;
    room_press(session, "}a mine <Enter>");
    struct session *other = room_open_it(true);
    room_press(other, "}");
    session_tick(other);
    room_press(other, "A");
    struct error error = { "" };
    struct annotation note = only_note(session);
    assert_true(store_remove(session->notebook.store, note.id, &error));
    room_press(other, "dd");
    assert_non_null(strstr(room_message(other), "not deleted: "));
    annotation_free(&note);
    session_free(other);
}

static void test_a_renamed_article_keeps_its_notes(void **state)
{
    struct session *session = *state;
    scratch_file("c/articles/old.en.md", "---\nlang: en\nstory: tale\n---\n# A tale\n\nOnce there "
                                         "was a mill by the river that nobody owned.\n");
    command_run_line(session, "open old.en", 1, false);
    room_press(session, "}a mine <Enter>");
    assert_int_equal(remove(scratch_path("c/articles/old.en.md")), 0);
    scratch_file("c/articles/new.en.md", "---\nlang: en\nstory: tale\n---\n# A tale\n\nOnce there "
                                         "was a mill by the stream that nobody owned.\n");
    session_free(session);
    *state = session = room_open_it(true);
    command_run_line(session, "open new.en", 1, false);
    note_marks_find(session);
    const struct placements *placements = session_view(session)->text->placements;
    assert_int_equal(placements->placed, 1);
    assert_int_equal(placements->items[0].state, ANCHOR_MOVED);
    room_press(session, "A<Enter>");
    assert_string_equal(session_view(session)->text->name, "new.en");
    command_run_line(session, "notes review", 1, false);
    room_press(session, "j<Enter>");
    struct annotation note = only_note(session);
    assert_string_equal(note.targets[0].article, "new.en");
    assert_string_equal(note.targets[0].quote,
                        "Once there was a mill by the stream that nobody owned.");
    annotation_free(&note);
}

static void test_a_new_note_is_called_what_is_selected(void **state)
{
    struct session *session = *state;
    room_press(session, "}wvwlll");
    command_run_line(session, "entity new", 1, false);
    assert_string_equal(file_base_name(edited(session)), "grinds-no-m.md");
    session_ran(session, -1, "it does not run");
}

static void test_a_copy_that_the_terminal_refuses(void **state)
{
    struct session *session = *state;
    room_press(session, "}y");
    assert_int_equal(session_request(session).kind, REQUEST_COPY);
    session_not_copied(session, "it will not");
    assert_string_equal(room_message(session), "not copied: it will not");
}

static void test_a_copy_that_no_terminal_takes(void **state)
{
    struct session *session = *state;
    struct buffer text = { 0 };
    while (text.length <= CLIPBOARD_LIMIT)
        buffer_add_text(&text, "The stream runs past it. ");
    scratch_file("stream.md", buffer_text(&text));
    buffer_truncate(&text, 0);
    buffer_add_format(&text, "open %s", scratch_path("stream.md"));
    command_run_line(session, buffer_text(&text), 1, false);
    room_press(session, "Vgey");
    assert_int_equal(session_request(session).kind, REQUEST_COPY);
    room_press(session, "VGy");
    assert_string_equal(room_message(session), "not copied: terminals take no more than 100,000 bytes");
    assert_int_equal(session_request(session).kind, REQUEST_NONE);
    buffer_free(&text);
}

static void test_without_a_folder_there_are_no_notes(void **state)
{
    struct session *session = *state;
    note_service_free(&session->notebook);
    note_service_init(&session->notebook, NULL);
    room_press(session, "}a mine <Enter>");
    assert_string_equal(room_message(session), "not kept: there is no folder for notes; set "
                                               "XDG_DATA_HOME or HOME");
    room_press(session, "<Esc> A");
    assert_non_null(strstr(room_message(session), "no notes yet"));
    command_run_line(session, "notes settle", 1, false);
    assert_non_null(strstr(room_message(session), "not changed: "));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make, room_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_nothing_is_opened_before_it_is_needed),
        TEST(test_a_comment_from_the_editor),
        TEST(test_an_editor_that_saves_nothing),
        TEST(test_e_in_the_list_edits_the_comment),
        TEST(test_what_cannot_be_stored_is_kept_in_the_prompt),
        TEST(test_two_rooms_see_each_other),
        TEST(test_changes_that_fail_are_told),
        TEST(test_a_renamed_article_keeps_its_notes),
        TEST(test_a_new_note_is_called_what_is_selected),
        TEST(test_a_copy_that_the_terminal_refuses),
        TEST(test_a_copy_that_no_terminal_takes),
        TEST(test_without_a_folder_there_are_no_notes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
