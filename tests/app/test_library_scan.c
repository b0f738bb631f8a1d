/* The first look at a library of many articles: the room is there before they are read. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <locale.h>

#include "app/room_of.h"
#include "ui/list.h"

#define MANY 600

static int setup(void **state)
{
    (void)state;
    scratch_make();
    scratch_file("c/.keep", "");
    scratch_file("data/.keep", "");
    scratch_file("config/.keep", "");
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    scratch_remove();
    return 0;
}

static void write_articles(int count)
{
    char name[32];
    for (int i = 0; i < count; i++) {
        snprintf(name, sizeof name, "c/%d.txt", i);
        scratch_file(name, "A ferry.\n");
    }
}

static size_t rows_of(struct session *session)
{
    struct pane *pane = session_pane(session);
    return pane->list != NULL ? pane->list->count : 0;
}

/* Until nothing is left to do. Returns the number of slices that took. */
static int work_on(struct session *session)
{
    int slices = 0;
    for (; slices < MANY && session_timeout(session) == 0; slices++)
        (void)session_tick(session);
    return slices;
}

static void a_small_one_is_there_at_once(void **state)
{
    (void)state;
    write_articles(40);
    struct session *session = room_open_it(true);
    assert_int_equal(rows_of(session), 40);
    session_free(session);
}

static void the_room_opens_before_a_large_one_is_read(void **state)
{
    (void)state;
    write_articles(MANY);
    struct session *session = room_open_it(true);
    assert_int_equal(rows_of(session), 0);
    assert_int_equal(session_timeout(session), 0);
    assert_true(work_on(session) > 5); /* keys and signals are heard between them */
    assert_int_equal(rows_of(session), MANY);
    assert_int_equal(session->message.text.length, 0);
    session_free(session);
}

static void escape_stops_and_L_goes_on(void **state)
{
    (void)state;
    write_articles(MANY);
    struct session *session = room_open_it(true);
    (void)session_tick(session);
    room_press(session, "<Esc>");
    assert_string_equal(buffer_text(&session->message.text), "library: stopped; L goes on");
    (void)work_on(session);
    assert_int_equal(rows_of(session), 0);
    room_press(session, "L");
    (void)work_on(session);
    assert_int_equal(rows_of(session), MANY);
    session_free(session);
}

/* What needs all articles now reads the rest, and its list stays. */
static void a_search_does_not_wait(void **state)
{
    (void)state;
    write_articles(MANY);
    scratch_file("c/7.txt", "A lighthouse.\n");
    struct session *session = room_open_it(true);
    command_run_line(session, "search-library lighthouse", 1, false);
    (void)work_on(session);
    assert_int_equal(rows_of(session), 1);
    session_free(session);
}

static void while_a_command_is_typed_it_stays(void **state)
{
    (void)state;
    write_articles(MANY);
    struct session *session = room_open_it(true);
    room_press(session, ":");
    for (int i = 0; i < MANY; i++)
        (void)session_tick(session);
    assert_int_equal(rows_of(session), 0);
    assert_non_null(session->prompt.ops);
    room_press(session, "<Esc>");
    (void)work_on(session);
    assert_int_equal(rows_of(session), MANY);
    session_free(session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_small_one_is_there_at_once, setup, teardown),
        cmocka_unit_test_setup_teardown(the_room_opens_before_a_large_one_is_read, setup, teardown),
        cmocka_unit_test_setup_teardown(escape_stops_and_L_goes_on, setup, teardown),
        cmocka_unit_test_setup_teardown(a_search_does_not_wait, setup, teardown),
        cmocka_unit_test_setup_teardown(while_a_command_is_typed_it_stays, setup, teardown),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
