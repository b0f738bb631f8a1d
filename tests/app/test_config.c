#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "app/room_of.h"
#include "layout/palette.h"
#include "session/rcfile.h"

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

static bool bound(struct session *session, enum keymap_mode mode, const char *names,
                  const char *wanted)
{
    struct key keys[KEYMAP_LONGEST];
    size_t count = 0;
    const char *command = NULL;
    while (*names != '\0')
        names += key_parse(names, &keys[count++]);
    return keymap_look(session->keymap, mode, keys, count, &command) == KEYMAP_FULL &&
           strcmp(command, wanted) == 0;
}

static void test_lines(void **unused)
{
    (void)unused;
    struct session *session = room_open_it(true);
    struct error error = { "" };
    assert_true(rcfile_line(session, "", &error));
    assert_true(rcfile_line(session, "   # a remark", &error));
    assert_true(rcfile_line(session, "  set   measure   61", &error));
    assert_int_equal(session->options.measure, 61);
    assert_true(rcfile_line(session, "set\tregex", &error));
    assert_true(session->options.regex);
    assert_true(rcfile_line(session, "bind , paragraph", &error));
    assert_true(bound(session, KEYMAP_READ, ",", "paragraph"));
    assert_false(bound(session, KEYMAP_LIST, ",", "paragraph"));
    assert_true(rcfile_line(session, "bind-list , choose", &error));
    assert_true(bound(session, KEYMAP_LIST, ",", "choose"));
    assert_true(rcfile_line(session, "bind g C-w vsplit mill.zh", &error));
    assert_true(bound(session, KEYMAP_READ, "g C-w", "vsplit mill.zh"));
    assert_true(rcfile_line(session, "bind j \"\"", &error));
    assert_false(bound(session, KEYMAP_READ, "j", "down"));
    assert_true(bound(session, KEYMAP_LIST, "j", "down"));
    session_free(session);
}

static void test_colours(void **unused)
{
    (void)unused;
    struct session *session = room_open_it(true);
    struct error error = { "" };
    const struct palette *before = session_palette(session);
    assert_true(rcfile_line(session, "color person #010203 bold", &error));
    assert_ptr_not_equal(session_palette(session), before);
    assert_int_equal(style_resolve(ROLE_PERSON, session_palette(session), 256).true_foreground, 0x010203);
    before = session_palette(session);
    assert_true(rcfile_line(session, "color light person red", &error));
    assert_ptr_equal(session_palette(session), before);
    assert_true(rcfile_line(session, "set theme light", &error));
    assert_int_equal(style_resolve(ROLE_PERSON, session_palette(session), 8).foreground, 1);
    assert_false(rcfile_line(session, "color light person redder", &error));
    assert_string_equal(error.text, "color: wants #rrggbb, 0 to 255, a name or default, not “redder”");
    assert_false(rcfile_line(session, "color persons red", &error));
    assert_true(rcfile_line(session, "palette own light", &error));
    assert_true(rcfile_line(session, "color own place #040506", &error));
    assert_true(rcfile_line(session, "set theme own", &error));
    assert_int_equal(style_resolve(ROLE_PLACE, session_palette(session), 256).true_foreground, 0x040506);
    assert_int_equal(style_resolve(ROLE_PERSON, session_palette(session), 8).foreground, 1);
    assert_false(rcfile_line(session, "set theme owned", &error));
    assert_int_equal(style_resolve(ROLE_PLACE, session_palette(session), 256).true_foreground, 0x040506);
    assert_true(rcfile_line(session, "set theme auto", &error));
    session_set_background(session, true);
    assert_int_equal(session_theme(session), THEME_LIGHT);
    session_set_background(session, false);
    assert_int_equal(session_theme(session), THEME_DARK);
    session_free(session);
}

static void test_wrong_lines(void **unused)
{
    (void)unused;
    static const struct {
        const char *line;
        const char *reason;
    } cases[] = {
        { "measure 60",
          "“measure”: wants set, color, palette, bind, bind-list, unbind, unbind-list or source" },
        { "set", "set: there is no option “”; :help options lists them" },
        { "set measure", "set measure: wants a number from 0 to 1000, not “”" },
        { "bind", "bind: wants keys and a command, as in bind C-w n vsplit" },
        { "bind x", "bind: “x” names no command after the keys; :help lists them" },
        { "bind x nosuch", "bind: “x nosuch” names no command after the keys; :help lists them" },
        { "bind down", "bind: “down” names no command after the keys; :help lists them" },
        { "bind x down ; nosuch", "bind: “nosuch” is no command; :help lists them" },
        { "bind x mark ; down", "bind: mark waits for a key; among others it wants that behind it" },
        { "unbind", "unbind: wants keys, as in unbind C-w n" },
    };
    struct session *session = room_open_it(true);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct error error = { "" };
        assert_false(rcfile_line(session, cases[i].line, &error));
        assert_string_equal(error.text, cases[i].reason);
    }
    session_free(session);
}

static void test_the_file(void **unused)
{
    (void)unused;
    scratch_file("config/diptychrc", "\xEF\xBB\xBF# mine\r\nset measure 50  \r\n\r\nset tab 4\r\n"
                                     "bind , paragraph");
    struct session *session = room_open_it(true);
    assert_string_equal(room_message(session), "");
    assert_int_equal(session->options.measure, 50);
    assert_int_equal(session->options.tab, 4);
    assert_true(bound(session, KEYMAP_READ, ",", "paragraph"));
    session_free(session);
}

static void test_faults_name_their_line(void **unused)
{
    (void)unused;
    scratch_file("config/diptychrc", "\n# two\nset tab 4\nset nothing\nset measure 50\n");
    struct session *session = room_open_it(true);
    assert_non_null(strstr(room_message(session), "diptychrc:4: set: there is no option"));
    assert_int_equal(session->options.tab, 4);
    assert_int_equal(session->options.measure, 50);
    session_free(session);
}

/* All are told, the message says how many. */
static void test_several_faults(void **unused)
{
    (void)unused;
    scratch_file("config/diptychrc", "sett a\nset tab 4\nbind\nset nothing\n");
    struct session *session = room_open_it(true);
    assert_string_equal(room_message(session), "3 lines of the settings make no sense; "
                                               "diptych --check-config lists them, too");
    session_free(session);
}

/* A # is a remark where it cannot be a key, a colour or part of a quoted text. */
static void test_remarks(void **unused)
{
    (void)unused;
    struct session *session = room_open_it(true);
    struct error error = { "" };
    assert_true(rcfile_line(session, "set measure 61 # narrow", &error));
    assert_int_equal(session->options.measure, 61);
    assert_true(rcfile_line(session, "set lookup-command d \"# no\" # yes", &error));
    assert_string_equal(session->options.lookup_command, "d \"# no\"");
    assert_true(rcfile_line(session, "color person #010203 # like ink", &error));
    assert_true(rcfile_line(session, "bind # search-word-back # as it was", &error));
    assert_true(bound(session, KEYMAP_READ, "#", "search-word-back"));
    assert_true(rcfile_line(session, "bind g # top", &error));
    assert_true(bound(session, KEYMAP_READ, "g#", "top"));
    assert_true(rcfile_line(session, "unbind g #", &error));
    assert_false(bound(session, KEYMAP_READ, "g#", "top"));
    assert_true(rcfile_line(session, "unbind # # a remark", &error));
    assert_false(bound(session, KEYMAP_READ, "#", "search-word-back"));
    assert_true(rcfile_line(session, "unbind-list j # not even there", &error));
    assert_false(bound(session, KEYMAP_LIST, "j", "down"));
    assert_true(bound(session, KEYMAP_READ, "j", "down"));
    session_free(session);
}

/* Relative to the file that says so, from any folder; one that comes round is a fault. */
static void test_files_taken_in(void **unused)
{
    (void)unused;
    scratch_file("config/diptychrc", "source more/first # and on\nset tab 5\n");
    scratch_file("config/more/first", "set measure 44\nsource \"second file\"\n");
    scratch_file("config/more/second file", "set scrolloff 7\n");
    struct session *session = room_open_it(true);
    assert_string_equal(room_message(session), "");
    assert_int_equal(session->options.measure, 44);
    assert_int_equal(session->options.scrolloff, 7);
    assert_int_equal(session->options.tab, 5);
    session_free(session);
    scratch_file("config/more/second file", "source # nothing\n");
    session = room_open_it(true);
    assert_string_equal(room_message(session), "second file:1: source: wants a file");
    session_free(session);
    scratch_file("config/more/second file", "source ../more/../diptychrc\n");
    session = room_open_it(true);
    assert_non_null(strstr(room_message(session), "second file:1: source: "));
    assert_non_null(strstr(room_message(session), "is being read already"));
    assert_int_equal(session->options.tab, 5);
    session_free(session);
}

/* What is no text file costs a sentence; the room opens. */
static void test_no_file_to_read(void **unused)
{
    (void)unused;
    scratch_file("config/diptychrc/inside", "");
    struct session *session = room_open_it(true);
    assert_non_null(strstr(room_message(session), "diptychrc"));
    session_free(session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_lines, make, clear),
        cmocka_unit_test_setup_teardown(test_wrong_lines, make, clear),
        cmocka_unit_test_setup_teardown(test_the_file, make, clear),
        cmocka_unit_test_setup_teardown(test_faults_name_their_line, make, clear),
        cmocka_unit_test_setup_teardown(test_colours, make, clear),
        cmocka_unit_test_setup_teardown(test_remarks, make, clear),
        cmocka_unit_test_setup_teardown(test_files_taken_in, make, clear),
        cmocka_unit_test_setup_teardown(test_several_faults, make, clear),
        cmocka_unit_test_setup_teardown(test_no_file_to_read, make, clear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
