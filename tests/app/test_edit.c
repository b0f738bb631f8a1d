#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>

#include "app/room_of.h"
#include "base/file.h"
#include "session/open.h"

static int make(void **state)
{
    room_start();
    scratch_file("c/articles/mill.en.md",
                 "# The mill\n\nAda Winter grinds no more; see [[Old Bell]].\n");
    scratch_file("c/entities/bend.md", "---\nnames: { en: The Bend }\n---\nA place.\n");
    *state = room_open_with_editor();
    return 0;
}

/* The file that the editor is called with; "" when it is not called. */
static const char *edited(struct session *session)
{
    static char path[4096];
    struct request request = session_request(session);
    path[0] = '\0';
    if (request.kind == REQUEST_RUN) {
        assert_string_equal(request.argv[0], "edit");
        assert_null(request.argv[2]);
        snprintf(path, sizeof path, "%s", request.argv[1]);
    }
    return path;
}

static struct buffer contents(const char *path)
{
    struct buffer text = { 0 };
    assert_true(file_read(path, 0, &text, NULL));
    return text;
}

static void command(struct session *session, const char *line)
{
    command_run_line(session, line, 1, false);
}

static void test_the_text_is_read_again(void **state)
{
    struct session *session = *state;
    struct article_view *view = session_view(session);
    room_press(session, "}z e");
    const char *path = edited(session);
    assert_string_equal(path, view->text->path);
    room_write(path, "# The mill\n\nNews.\n\nAda Winter grinds no more; see The Bend.\n");
    session_ran(session, 0, NULL);
    assert_memory_equal(view->text->document->text + view->cursor, "Ada Winter", 10);
    assert_int_equal(view->text->mentions.count, 1);
}

static void test_unchanged_it_is_left_alone(void **state)
{
    struct session *session = *state;
    const struct document *before = session_view(session)->text->document;
    room_press(session, "z e");
    assert_string_not_equal(edited(session), "");
    session_ran(session, 1, NULL);
    assert_ptr_equal(session_view(session)->text->document, before);
    assert_string_equal(room_message(session), "the command ended with status 1");
}

static void test_a_new_note_is_there_once_saved(void **state)
{
    struct session *session = *state;
    room_press(session, "}");
    assert_int_equal(session_view(session)->text->mentions.count, 0);
    command(session, "entity new");
    const char *path = edited(session);
    assert_string_equal(file_base_name(path), "ada-winter.md");
    struct buffer draft = contents(path);
    assert_non_null(strstr(draft.data, "\n  en: Ada Winter\n"));
    assert_non_null(strstr(draft.data, "\nsource: mill.en\n"));
    assert_false(file_exists(scratch_path("c/entities/ada-winter.md")));
    buffer_add_text(&draft, "She grinds.\n");
    room_write(path, draft.data);
    session_ran(session, 0, NULL);
    struct buffer note = contents(scratch_path("c/entities/ada-winter.md"));
    assert_string_equal(note.data, draft.data);
    assert_false(file_exists(path));
    assert_non_null(strstr(room_message(session), "the note is in "));
    assert_int_equal(session_view(session)->text->mentions.count, 1);
    buffer_free(&note);
    buffer_free(&draft);
}

static void test_nothing_saved_nothing_made(void **state)
{
    struct session *session = *state;
    command(session, "entity new Nobody Else");
    char *path = xstrdup(edited(session));
    assert_true(file_exists(path));
    session_ran(session, 0, NULL);
    assert_string_equal(room_message(session), "entity new: nothing was saved, no note was made");
    assert_false(file_exists(path));
    assert_false(file_exists(scratch_path("c/entities/nobody-else.md")));
    free(path);
    command(session, "entity new Nobody Else");
    room_write(path = xstrdup(edited(session)), "\n\n");
    session_ran(session, 0, NULL);
    assert_false(file_exists(scratch_path("c/entities/nobody-else.md")));
    free(path);
    command(session, "entity new Nobody Else");
    path = xstrdup(edited(session));
    session_ran(session, -1, "edit: cannot run");
    assert_string_equal(room_message(session), "edit: cannot run");
    assert_false(file_exists(path));
    free(path);
}

static void test_a_note_that_exists_is_edited_itself(void **state)
{
    struct session *session = *state;
    command(session, "entity new the bend");
    assert_string_equal(edited(session), scratch_path("c/entities/bend.md"));
    scratch_file("c/entities/lamp.md", "Not a name of a note, but its file.\n");
    command(session, "entity new Lamp!");
    assert_string_equal(edited(session), scratch_path("c/entities/lamp.md"));
}

static void test_on_a_name_its_note_is_edited(void **state)
{
    struct session *session = *state;
    scratch_file("names.txt", "At The Bend.\n");
    assert_true(session_open(session, session_pane(session), scratch_path("names.txt")));
    room_press(session, "<Tab>");
    command(session, "entity new");
    assert_string_equal(edited(session), scratch_path("c/entities/bend.md"));
}

static void test_another_note_in_its_place_is_kept(void **state)
{
    struct session *session = *state;
    command(session, "entity new Lamp");
    char *path = xstrdup(edited(session));
    room_write(path, "Mine.\n");
    scratch_file("c/entities/lamp.md", "Theirs.\n");
    session_ran(session, 0, NULL);
    assert_non_null(strstr(room_message(session), "; the note is kept in "));
    struct buffer theirs = contents(scratch_path("c/entities/lamp.md"));
    struct buffer mine = contents(path);
    assert_string_equal(theirs.data, "Theirs.\n");
    assert_string_equal(mine.data, "Mine.\n");
    buffer_free(&theirs);
    buffer_free(&mine);
    free(path);
}

static void test_a_note_that_changes_changes_what_is_found(void **state)
{
    struct session *session = *state;
    struct article_view *view = session_view(session);
    assert_true(session_open(session, session_pane(session), scratch_path("c/entities/bend.md")));
    view = session_view(session);
    room_press(session, "z e");
    room_write(edited(session), "---\nnames: { en: The Bend }\naliases: [Ada Winter]\n---\nA place.\n");
    session_ran(session, 0, NULL);
    room_press(session, "<C-o>");
    view = session_view(session);
    assert_int_equal(view->text->mentions.count, 1);
}

static void test_a_link_without_a_note_offers_one(void **state)
{
    struct session *session = *state;
    struct article_view *view = session_view(session);
    assert_int_equal(view->text->missing.count, 1);
    room_press(session, "<Tab><Enter>");
    assert_string_equal(room_message(session),
                        "[[Old Bell]]: no note and no article of that name; y writes a note");
    room_press(session, "ny"); /* any other key takes the offer away */
    assert_string_equal(edited(session), "");
    room_press(session, "<Enter>y");
    const char *path = edited(session);
    assert_string_equal(file_base_name(path), "old-bell.md");
    room_write(path, "---\nnames: { en: Old Bell }\n---\n");
    session_ran(session, 0, NULL);
    assert_int_equal(view->text->missing.count, 0);
    room_press(session, "<Enter>");
    assert_non_null(strstr(session_view(session)->text->path, "entities/old-bell.md"));
}

static void test_in_a_mere_folder_notes_go_to_the_reader(void **state)
{
    struct session *session = *state;
    scratch_file("plain/one.md", "Text.\n");
    assert_true(session_open(session, session_pane(session), scratch_path("plain")));
    command(session, "entity new Lamp");
    room_write(edited(session), "Mine.\n");
    session_ran(session, 0, NULL);
    assert_true(file_exists(scratch_path("data/vault/lamp.md")));
}

static void test_what_is_wrong_is_said(void **state)
{
    struct session *session = *state;
    command(session, "entity");
    assert_string_equal(room_message(session), "entity: wants: new [NAME]");
    command(session, "entity new ???");
    assert_string_equal(room_message(session),
                        "entity new: ???: has no letter that a file could be named by");
    assert_int_equal(remove(session_view(session)->text->path), 0);
    room_press(session, "z e");
    assert_non_null(strstr(room_message(session),
                           ": is gone; what was read of it stays on screen"));
    assert_string_equal(edited(session), "");
    room_press(session, "H");
    room_press(session, "z e");
    assert_string_equal(room_message(session),
                        "edit: help: is made by the program, there is no file to edit");
    free(session->around.editor);
    session->around.editor = NULL;
    command(session, "entity new Lamp");
    assert_non_null(strstr(room_message(session),
                           "set VISUAL or EDITOR to the program that shall edit "));
    free(session->around.data_folder);
    session->around.data_folder = NULL;
    command(session, "entity new Lamp");
    assert_string_equal(room_message(session),
                        "entity new: there is no folder for a draft; set XDG_DATA_HOME or HOME");
    scratch_file("plain/one.md", "--\n");
    assert_true(session_open(session, session_pane(session), scratch_path("plain")));
    command(session, "entity new Lamp");
    assert_string_equal(room_message(session),
                        "entity new: there is no folder for notes; set XDG_DATA_HOME or HOME");
    assert_true(session_open(session, session_pane(session), scratch_path("plain/one.md")));
    command(session, "entity new");
    assert_string_equal(
        room_message(session),
        "entity new: no word is under the cursor; write the name behind it");
}

int main(void)
{
#define ROOM_TEST(test) cmocka_unit_test_setup_teardown(test, make, room_leave)
    const struct CMUnitTest tests[] = {
        ROOM_TEST(test_the_text_is_read_again),
        ROOM_TEST(test_unchanged_it_is_left_alone),
        ROOM_TEST(test_a_new_note_is_there_once_saved),
        ROOM_TEST(test_nothing_saved_nothing_made),
        ROOM_TEST(test_a_note_that_exists_is_edited_itself),
        ROOM_TEST(test_on_a_name_its_note_is_edited),
        ROOM_TEST(test_another_note_in_its_place_is_kept),
        ROOM_TEST(test_a_note_that_changes_changes_what_is_found),
        ROOM_TEST(test_a_link_without_a_note_offers_one),
        ROOM_TEST(test_in_a_mere_folder_notes_go_to_the_reader),
        ROOM_TEST(test_what_is_wrong_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
