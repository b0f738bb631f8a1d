#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "session/editor_command.h"

/* The call's words with a bar between them. */
static void assert_call(const char *editor, const char *path, unsigned line, const char *words)
{
    struct editor_arguments arguments;
    struct error error = { "" };
    char joined[512] = "";
    assert_true(editor_call(editor, path, line, &arguments, &error));
    for (size_t i = 0; arguments.items[i] != NULL; i++) {
        strcat(joined, i > 0 ? "|" : "");
        strcat(joined, arguments.items[i]);
    }
    assert_string_equal(joined, words);
    editor_arguments_free(&arguments);
    assert_null(arguments.items[0]);
}

static void assert_refused(const char *editor, const char *why)
{
    struct editor_arguments arguments;
    struct error error = { "" };
    assert_false(editor_call(editor, "a.md", 1, &arguments, &error));
    assert_non_null(strstr(error.text, why));
}

static void test_editors_that_go_to_a_line(void **state)
{
    (void)state;
    assert_call("vi", "a.md", 12, "vi|+12|a.md");
    assert_call("/usr/bin/nvim", "a b.md", 3, "/usr/bin/nvim|+3|a b.md");
    assert_call("emacsclient -t  -c", "a.md", 7, "emacsclient|-t|-c|+7|a.md");
    assert_call("hx", "a.md", 7, "hx|a.md:7");
}

static void test_others_are_given_the_file_alone(void **state)
{
    (void)state;
    assert_call("ed", "a.md", 12, "ed|a.md");
    assert_call("myvim", "a.md", 12, "myvim|a.md");
    assert_call("vim", "a.md", 0, "vim|a.md");
    assert_call("hx", "a.md", 0, "hx|a.md");
}

static void test_a_file_is_never_an_option(void **state)
{
    (void)state;
    assert_call("vi", "-R.md", 2, "vi|+2|./-R.md");
    assert_call("vi", "+q", 2, "vi|+2|./+q");
    assert_call("vi", "; rm x $(y).md", 2, "vi|+2|; rm x $(y).md");
}

static void test_what_is_wrong_is_said(void **state)
{
    (void)state;
    assert_refused(NULL, "set VISUAL or EDITOR to the program that shall edit a.md");
    assert_refused("", "set VISUAL or EDITOR");
    assert_refused("  ", "set VISUAL or EDITOR");
    assert_call("a b c d e", "f", 0, "a|b|c|d|e|f");
    assert_refused("a b c d e f", "a b c d e f: has too many words for a call of the editor");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_editors_that_go_to_a_line),
        cmocka_unit_test(test_others_are_given_the_file_alone),
        cmocka_unit_test(test_a_file_is_never_an_option),
        cmocka_unit_test(test_what_is_wrong_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
