#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "app/room_of.h"
#include "session/open.h"

static struct session *session;

static int open_room(void **unused)
{
    (void)unused;
    room_start();
    session = room_open_it(true);
    return 0;
}

static int close_room(void **unused)
{
    (void)unused;
    session_free(session);
    scratch_remove();
    return 0;
}

static void run(const char *line)
{
    buffer_truncate(&session->message.text, 0);
    session->message.is_error = false;
    command_run_line(session, line, 1, false);
}

static void test_the_table(void **unused)
{
    (void)unused;
    const struct command *command;
    bool groups[GROUP_COUNT] = { false };
    for (size_t i = 0; (command = command_at(&command_all, i)) != NULL; i++) {
        assert_ptr_equal(command_find(&command_all, command->name, strlen(command->name)), command);
        assert_true(strspn(command->name, "abcdefghijklmnopqrstuvwxyz-") == strlen(command->name));
        assert_true(strlen(command->help) > 3);
        assert_int_not_equal(command->help[strlen(command->help) - 1], '.');
        assert_false(command->help[0] >= 'A' && command->help[0] <= 'Z');
        assert_non_null(command->run);
        groups[command->group] = true;
    }
    for (int i = 0; i < GROUP_COUNT; i++) {
        assert_true(groups[i]);
        assert_int_not_equal(command_group_title((enum command_group)i)[0], '\0');
    }
    assert_null(command_find(&command_all, "dow", 3));
    assert_null(command_find(&command_all, "downs", 5));
    assert_null(command_find(&command_all, "", 0));
}

/* A reader can reach every command: by a key, or because it wants an argument typed. */
static void test_every_command_has_a_key_or_an_argument(void **unused)
{
    (void)unused;
    size_t rows;
    const struct command *command;
    const struct keymap_row *keys = keymap_standard(&rows);
    for (size_t i = 0; (command = command_at(&command_all, i)) != NULL; i++) {
        bool bound = command->synopsis[0] != '\0';
        for (size_t k = 0; k < rows && !bound; k++)
            bound = strncmp(keys[k].command, command->name, strlen(command->name)) == 0;
        if (!bound)
            fail_msg("%s has no key", command->name);
    }
}

static void test_spellings(void **unused)
{
    (void)unused;
    run("  : vsplit   mill.zh");
    assert_int_equal(panes_count(&session->panes), 3);
    run("on");
    assert_int_equal(panes_count(&session->panes), 1);
    run("sp");
    run("vs");
    assert_int_equal(panes_count(&session->panes), 3);
    run("q");
    assert_int_equal(panes_count(&session->panes), 2);
    run("e mill.en");
    assert_string_equal(session_view(session)->text->name, "mill.en");
    run("100%");
    assert_true(session_view(session)->cursor > 0);
    run("0%");
    assert_int_equal(session_view(session)->cursor, 0);
    run("h");
    assert_string_equal(session_view(session)->text->name, "help");
    run("ls");
    assert_non_null(session_pane(session)->list);
    run("");
    run(" : ");
    assert_string_equal(room_message(session), "");
    run("qa");
    assert_int_equal(session_request(session).kind, REQUEST_QUIT);
}

static void test_what_is_no_command(void **unused)
{
    (void)unused;
    static const char *const lines[] = { "nosuch", "nosuch with words", "DOWN", "5x", "x%",
                                         "50%%" };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        run(lines[i]);
        assert_non_null(strstr(room_message(session), ": no such command; :help lists them"));
        assert_true(session->message.is_error);
    }
    run("no\x1b[31msuch");
    assert_null(strchr(room_message(session), '\x1b'));
}

/* With a list over the article, or none at all, commands for texts say so. */
static void test_commands_that_need_a_text(void **unused)
{
    (void)unused;
    const struct command *command;
    run("library");
    for (size_t i = 0; (command = command_at(&command_all, i)) != NULL; i++) {
        if ((command->flags & COMMAND_TEXT) == 0)
            continue;
        char *wanted = xasprintf("%s: needs an article; :open NAME or L opens one", command->name);
        run(command->name);
        assert_string_equal(room_message(session), wanted);
        free(wanted);
    }
}

static void test_jumps_are_remembered(void **unused)
{
    (void)unused;
    const struct jumps *jumps = &session_pane(session)->jumps;
    assert_int_equal(jumps->count, 0);
    run("down");
    run("sentence");
    assert_int_equal(jumps->count, 0);
    run("bottom");
    assert_int_equal(jumps->count, 1);
    for (int i = 0; i < 2 * PANE_JUMPS; i++)
        run(i % 2 == 0 ? "top" : "bottom");
    assert_int_equal(jumps->count, PANE_JUMPS);
    command_run_line(session, "back", 5 * PANE_JUMPS, true);
    assert_string_equal(room_message(session), "back: nothing before this");
    command_run_line(session, "forward", 5 * PANE_JUMPS, true);
    assert_string_equal(room_message(session), "forward: nothing after this");
}

/* A made-up text that is gone: going back to it says so and stays. */
static void test_a_text_that_is_gone(void **unused)
{
    (void)unused;
    const struct text *text = session_view(session)->text;
    assert_false(session_go(session, session_pane(session), "help", NULL, 0, 0));
    assert_string_equal(room_message(session), "help: is no longer open");
    assert_ptr_equal(session_view(session)->text, text);
}

/* Counts of any size do no harm. */
static void test_large_counts(void **unused)
{
    (void)unused;
    const struct command *command;
    for (size_t i = 0; (command = command_at(&command_all, i)) != NULL; i++) {
        if (strncmp(command->name, "quit", 4) == 0)
            continue;
        command_run_line(session, command->name, 2000000000L, true);
        if (session->prompt.ops != NULL)
            room_press(session, "Esc");
        while (session_timeout(session) == 0)
            session_tick(session);
    }
    struct grid *grid = grid_new(24, 80);
    session_paint(session, grid);
    grid_free(grid);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_table),
        cmocka_unit_test(test_every_command_has_a_key_or_an_argument),
        cmocka_unit_test_setup_teardown(test_spellings, open_room, close_room),
        cmocka_unit_test_setup_teardown(test_what_is_no_command, open_room, close_room),
        cmocka_unit_test_setup_teardown(test_commands_that_need_a_text, open_room, close_room),
        cmocka_unit_test_setup_teardown(test_jumps_are_remembered, open_room, close_room),
        cmocka_unit_test_setup_teardown(test_a_text_that_is_gone, open_room, close_room),
        cmocka_unit_test_setup_teardown(test_large_counts, open_room, close_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
