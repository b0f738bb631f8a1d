/* What the message row tells of long work: the bar with its estimate, never over another message. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "app/room_of.h"
#include "base/clock.h"
#include "session/long_work.h"
#include "ui/progress_line.h"

static int enter(void **state)
{
    room_start();
    *state = room_open_it(true);
    session_say(*state, "%s", "");
    return 0;
}

static void a_bar_stands_in_the_row(void **state)
{
    struct session *session = *state;
    struct long_work work = { .since = clock_now() - 4000 };
    assert_true(long_work_tell(session, &work, "adding", 40, 80));
    assert_string_equal(room_message(session),
                        "adding [###################...................] 40 of 80 0:04 left · Esc stops");
    assert_true(long_work_tell(session, &work, "aligning", 30, PROGRESS_PERCENT));
    assert_non_null(strstr(room_message(session), "] 30% 0:09 left · Esc stops"));
    long_work_end(session, &work);
    assert_string_equal(room_message(session), "");
}

static void what_is_soon_done_is_not_told(void **state)
{
    struct session *session = *state;
    struct long_work work = { .told = NULL };
    assert_false(long_work_tell(session, &work, "adding", 1, 80));
    assert_string_equal(room_message(session), "");
    long_work_end(session, &work);
}

static void another_message_stays(void **state)
{
    struct session *session = *state;
    struct long_work work = { .since = clock_now() - 4000 };
    session_say(session, "no hit");
    assert_false(long_work_tell(session, &work, "adding", 40, 80));
    long_work_end(session, &work);
    assert_string_equal(room_message(session), "no hit");
}

static void a_small_room_has_the_words_alone(void **state)
{
    struct session *session = *state;
    struct long_work work = { .since = clock_now() - 4000 };
    session_resize(session, 10, 40);
    assert_true(long_work_tell(session, &work, "adding", 40, 80));
    assert_string_equal(room_message(session), "adding 40 of 80 0:04 left · Esc stops");
    long_work_end(session, &work);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_bar_stands_in_the_row, enter, room_leave),
        cmocka_unit_test_setup_teardown(what_is_soon_done_is_not_told, enter, room_leave),
        cmocka_unit_test_setup_teardown(another_message_stays, enter, room_leave),
        cmocka_unit_test_setup_teardown(a_small_room_has_the_words_alone, enter, room_leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
