/* The reader's own library in the room: what cannot be added, and what cannot be put into a story. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <locale.h>
#include <unistd.h>

#include "app/room_of.h"
#include "query/story_file.h"

static const char *said(const struct session *session)
{
    return buffer_text(&session->message.text);
}

static void without_a_home_there_is_no_library(void **state)
{
    (void)state;
    room_start();
    struct session *session = room_open_it(true);
    free(session->around.data_folder);
    session->around.data_folder = NULL;
    command_run_line(session, "add", 1, false);
    assert_string_equal(said(session), "add: there is no home folder to keep a library in");
    command_run_line(session, "story tale", 1, false);
    assert_string_equal(said(session), "story: this text is no article");
    session_free(session);
    scratch_remove();
}

static void nothing_shown_is_nothing_to_add(void **state)
{
    (void)state;
    room_start();
    struct session *session = room_open_it(true);
    command_run_line(session, "help", 1, false);
    command_run_line(session, "add", 1, false);
    assert_string_equal(said(session), "add: which file or folder?");
    session_free(session);
    scratch_remove();
}

static void open_and_tell(struct session *session, const char *name)
{
    char *line = xasprintf("open %s", scratch_path(name));
    command_run_line(session, line, 1, false);
    free(line);
    command_run_line(session, "story tale", 1, false);
}

static void only_copies_go_into_stories(void **state)
{
    (void)state;
    room_start();
    scratch_file("data/library/articles/page.html", "<p>Some words of a page.</p>");
    scratch_file("data/library/articles/own.md", "+++\ntitle = \"Own\"\n+++\n\nText.\n");
    scratch_file("mine/real.txt", "Words.\n");
    assert_int_equal(symlink("../../../mine/real.txt",
                             scratch_path("data/library/articles/linked.txt")), 0);
    struct session *session = room_open_it(true);
    open_and_tell(session, "data/library/articles/own.md");
    assert_string_equal(said(session), "story: own.md: its front matter is not YAML");
    open_and_tell(session, "data/library/articles/linked.txt");
    assert_string_equal(said(session), "story: linked.txt: is a link to a file elsewhere, which stays as it is");
    struct error error;
    assert_false(story_file_set(scratch_path("data/library"),
                                scratch_path("data/library/articles/page.html"), "tale", &error));
    assert_non_null(strstr(error.text, ": is no text in UTF-8, and has no front matter to write to"));
    session_free(session);
    scratch_remove();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_home_there_is_no_library),
        cmocka_unit_test(nothing_shown_is_nothing_to_add),
        cmocka_unit_test(only_copies_go_into_stories),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
