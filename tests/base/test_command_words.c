/* Commands of the reader's own: cut into arguments, given values, started and left alone. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "base/buffer.h"
#include "base/command_words.h"
#include "base/hook.h"
#include "base/program.h"
#include "base/xalloc.h"
#include "library/scratch.h"

static struct command_values values;

static int make(void **unused)
{
    (void)unused;
    scratch_make();
    command_values_add(&values, "file", "/tmp/a file; rm -rf $HOME.md");
    command_values_add(&values, "quote", "%(file) \"half");
    command_values_add(&values, "counterpart", NULL);
    return 0;
}

static int clear(void **unused)
{
    (void)unused;
    scratch_remove();
    command_values_free(&values);
    return 0;
}

/* The words with | between them, or the sentence. */
static const char *cut(const char *command)
{
    static char said[1024];
    struct command_words words;
    struct error error = { "" };
    struct buffer out = { 0 };
    if (!command_words_cut(command, &values, &words, &error))
        return snprintf(said, sizeof said, "%s", error.text) >= 0 ? said : "";
    for (size_t i = 0; i < words.count; i++)
        buffer_add_format(&out, "%s%s", i > 0 ? "|" : "", words.items[i]);
    assert_null(words.items[words.count]);
    snprintf(said, sizeof said, "%s", buffer_text(&out));
    buffer_free(&out);
    command_words_free(&words);
    return said;
}

static void a_value_stays_one_argument(void **unused)
{
    (void)unused;
    assert_string_equal(cut(" wc  -w %(file) "), "wc|-w|/tmp/a file; rm -rf $HOME.md");
    assert_string_equal(cut("a --q=%(quote)! b"), "a|--q=%(file) \"half!|b");
    assert_string_equal(cut("a %(counterpart) ''"), "a||");
    assert_string_equal(cut("a 'x  y' \"it's %(quote)\"z"), "a|x  y|it's %(file) \"halfz");
    assert_string_equal(cut("a 100% %d %() %(File) %("), "a|100%|%d|%()|%(File)|%(");
}

static void says_what_is_wrong_with_a_command(void **unused)
{
    (void)unused;
    assert_string_equal(cut("a %(title)"),
                        "%(title): there is no such value; there are: file quote counterpart");
    assert_string_equal(cut("a 'b"), "': has no other behind it in the command");
    assert_string_equal(cut("  "), "the command names no program");
    assert_string_equal(cut("%(counterpart) x"), "the command names no program");
    char *large = xcalloc(COMMAND_VALUE_MOST + 2, 1);
    memset(large, 'x', COMMAND_VALUE_MOST + 1);
    command_values_add(&values, "large", large);
    free(large);
    assert_string_equal(cut("a %(large)"), "%(large): is too long for an argument");
}

static void tells_whether_a_place_is_in_it(void **unused)
{
    (void)unused;
    assert_true(command_has_place("a '%(file)'"));
    assert_false(command_has_place("date +%(x"));
    assert_false(command_has_place("a %() %( file) %"));
}

static void puts_values_into_the_environment(void **unused)
{
    (void)unused;
    struct command_words entries;
    command_words_environment(&values, &entries);
    assert_int_equal(entries.count, 2); /* an empty one is none */
    assert_string_equal(entries.items[0], "DIPTYCH_FILE=/tmp/a file; rm -rf $HOME.md");
    command_words_free(&entries);
}

static void start(struct hooks *hooks, const char *script, struct error *error)
{
    const char *const argv[] = { "sh", "-c", script, "sh", scratch_path("said"), NULL };
    static const char *const environment[] = { "DIPTYCH_ID=17", "HOME=elsewhere", NULL };
    if (!hook_start(hooks, (char *const *)(uintptr_t)argv, environment, error))
        assert_string_not_equal(error->text, "");
}

static void a_hook_gets_its_environment_and_is_left_alone(void **unused)
{
    (void)unused;
    struct hooks hooks = { 0 };
    struct error error = { "" };
    struct buffer said = { 0 };
    start(&hooks, "echo \"$DIPTYCH_ID $HOME\" >\"$1\"; env | grep -c ^HOME= >>\"$1\"; read x", &error);
    assert_false(hooks_poll(&hooks, true, &error)); /* nothing to read */
    assert_string_equal(error.text, "sh: ended with status 1");
    assert_true(file_read(scratch_path("said"), 0, &said, NULL));
    assert_string_equal(buffer_text(&said), "17 elsewhere\n1\n");
    buffer_free(&said);
    start(&hooks, "kill -9 $$", &error);
    assert_false(hooks_poll(&hooks, true, &error));
    assert_string_equal(error.text, "sh: was ended by signal 9");
    assert_true(hooks_poll(&hooks, true, &error));
    hooks_free(&hooks);
}

static void a_hook_that_cannot_be_run_is_told(void **unused)
{
    (void)unused;
    struct hooks hooks = { 0 };
    struct error error = { "" };
    char *argv[] = { (char[]){ "no-such-program" }, NULL };
    assert_false(hook_start(&hooks, argv, NULL, &error));
    assert_string_equal(error.text, "no-such-program: cannot be run: No such file or directory");
    assert_int_equal(hooks.count, 0);
    assert_true(program_is_there("sh"));
    assert_false(program_is_there("no-such-program"));
    assert_false(program_is_there("/dev/null/x"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make, clear)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_value_stays_one_argument),
        TEST(says_what_is_wrong_with_a_command),
        TEST(tells_whether_a_place_is_in_it),
        TEST(puts_values_into_the_environment),
        TEST(a_hook_gets_its_environment_and_is_left_alone),
        TEST(a_hook_that_cannot_be_run_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
