#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>

#include "app/room_of.h"
#include "session/reload.h"

static int make(void **state)
{
    room_start();
    *state = room_open_it(true);
    return 0;
}

static int clear(void **state)
{
    session_free(*state);
    scratch_remove();
    return 0;
}

static void reads(const struct article_view *view, const char *beginning)
{
    assert_memory_equal(view->text->document->text + view->cursor, beginning, strlen(beginning));
}

static void test_every_pane_stays_where_it_was(void **state)
{
    struct session *session = *state;
    room_press(session, "}}}"); /* the last paragraph */
    struct article_view *first = session_view(session);
    reads(first, "Nobody mends it.");
    room_press(session, "<C-w>s{");
    struct article_view *second = session_view(session);
    assert_ptr_equal(first->text, second->text);
    reads(second, "It grinds no more.");
    scratch_file("c/articles/mill.en.md",
                 "# The mill\n\nA new paragraph, and a long one.\n\nIt grinds no more. It stands "
                 "still.\n\nNobody mends it.\n\nAn end.\n");
    assert_true(session_reload_text(session, first->text));
    reads(first, "Nobody mends it.");
    reads(second, "It grinds no more.");
    assert_string_equal(room_message(session), "");
}

static void test_the_way_back_leads_to_the_same_words(void **state)
{
    struct session *session = *state;
    room_press(session, "}}}ma");
    room_press(session, "gg");
    scratch_file("c/articles/mill.en.md",
                 "---\ntitle: A better title\n---\n# The mill\n\nMuch is new. Nobody asked.\n\n"
                 "It grinds no more. It stands still.\n\nNobody mends it.\n\nAn end.\n");
    struct article_view *view = session_view(session);
    assert_true(session_reload_text(session, view->text));
    assert_string_equal(view->text->title, "A better title");
    reads(view, "The mill");
    room_press(session, "<C-o>");
    reads(view, "Nobody mends it.");
    room_press(session, "gg'a");
    reads(view, "Nobody mends it.");
}

static void test_a_file_that_is_gone_leaves_its_text(void **state)
{
    struct session *session = *state;
    struct article_view *view = session_view(session);
    const struct document *before = view->text->document;
    room_press(session, "}");
    assert_int_equal(remove(view->text->path), 0);
    assert_false(session_reload_text(session, view->text));
    assert_ptr_equal(view->text->document, before);
    reads(view, "It grinds");
    assert_non_null(strstr(room_message(session), "; the text stays as it was read before"));
}

static void test_an_emptied_file(void **state)
{
    struct session *session = *state;
    struct article_view *view = session_view(session);
    room_press(session, "}}");
    scratch_file("c/articles/mill.en.md", "");
    assert_true(session_reload_text(session, view->text));
    assert_int_equal(view->cursor, 0);
    room_press(session, "jGgg}}/mill");
    struct grid *grid = grid_new(24, 80);
    session_paint(session, grid);
    grid_free(grid);
}

static void test_help_has_no_file(void **state)
{
    struct session *session = *state;
    room_press(session, "H");
    assert_false(session_reload_text(session, session_view(session)->text));
    assert_non_null(strstr(room_message(session),
                           ": is made by the program, there is no file to read again"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_every_pane_stays_where_it_was, make, clear),
        cmocka_unit_test_setup_teardown(test_the_way_back_leads_to_the_same_words, make, clear),
        cmocka_unit_test_setup_teardown(test_a_file_that_is_gone_leaves_its_text, make, clear),
        cmocka_unit_test_setup_teardown(test_an_emptied_file, make, clear),
        cmocka_unit_test_setup_teardown(test_help_has_no_file, make, clear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
