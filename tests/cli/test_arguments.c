/* The command line taken apart; the folders the environment names. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <locale.h>

#include <stdlib.h>
#include <string.h>

#include "cli/arguments.h"
#include "cli/environment.h"
#include "cli/subcommand.h"

static bool parse(struct arguments *arguments, struct error *error, const char *line)
{
    static char copy[512];
    char *words[20] = { "diptych" };
    int count = 1;
    strcpy(copy, line);
    for (char *word = strtok(copy, " "); word != NULL; word = strtok(NULL, " "))
        words[count++] = word;
    return arguments_parse(count, words, arguments, error);
}

static void test_options_anywhere(void **state)
{
    (void)state;
    struct arguments arguments;
    struct error error;
    assert_true(parse(&arguments, &error,
                      "--collection D show a --width=20 b --format json --beside c --fresh"));
    assert_string_equal(arguments.collection, "D");
    assert_string_equal(arguments.beside, "c");
    assert_int_equal(arguments.width, 20);
    assert_int_equal(arguments.format, OUTPUT_JSON);
    assert_int_equal(arguments.count, 3);
    assert_string_equal(arguments.names[0], "show");
    assert_string_equal(arguments.names[2], "b");
    assert_int_equal(arguments.given, FLAG_COLLECTION | FLAG_WIDTH | FLAG_FORMAT | FLAG_BESIDE |
                                          FLAG_FRESH);
    arguments_free(&arguments);
}

static void test_options_given_several_times(void **state)
{
    (void)state;
    struct arguments arguments;
    struct error error;
    assert_true(parse(&arguments, &error,
                      "coverage --in a --not-in=b --in c d --vault v --vault w"));
    assert_int_equal(arguments.in_count, 2);
    assert_string_equal(arguments.in[0], "a");
    assert_string_equal(arguments.in[1], "c");
    assert_int_equal(arguments.not_in_count, 1);
    assert_string_equal(arguments.not_in[0], "b");
    assert_string_equal(arguments.vault, "w");
    assert_int_equal(arguments.count, 2);
    arguments_free(&arguments);
    assert_false(parse(&arguments, &error, "coverage --not-in"));
    assert_string_equal(error.text, "--not-in: wants ARTICLE after it");
    arguments_free(&arguments);
}

static void test_literal_names(void **state)
{
    (void)state;
    struct arguments arguments;
    struct error error;
    assert_true(parse(&arguments, &error, "a -- --width -- list -"));
    assert_int_equal(arguments.count, 5);
    assert_int_equal(arguments.literal, 1);
    assert_string_equal(arguments.names[1], "--width");
    assert_string_equal(arguments.names[2], "--");
    arguments_free(&arguments);
    assert_true(parse(&arguments, &error, "-h -- -"));
    assert_string_equal(arguments.names[0], "-");
    assert_int_equal(arguments.given, FLAG_HELP);
    assert_int_equal(arguments.literal, 0);
    arguments_free(&arguments);
}

static void test_wrong_usage(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        const char *reason;
    } cases[] = {
        { "--foo", "--foo: unknown option; see diptych help" },
        { "--widht 3", "--widht: unknown option; did you mean --width?" },
        { "--widht=3", "--widht: unknown option; did you mean --width?" },
        { "-x", "-x: unknown option; see diptych help" },
        { "--width", "--width: wants N after it" },
        { "--width 0", "--width: wants a number from 2 to 1000, not \"0\"" },
        { "--width 1", "--width: wants a number from 2 to 1000, not \"1\"" },
        { "--width 1001", "--width: wants a number from 2 to 1000, not \"1001\"" },
        { "--width 99999999999999999999",
          "--width: wants a number from 2 to 1000, not \"99999999999999999999\"" },
        { "--width +3", "--width: wants a number from 2 to 1000, not \"+3\"" },
        { "--width 3x", "--width: wants a number from 2 to 1000, not \"3x\"" },
        { "--theme red", "--theme: wants dark, light, none, sepia or contrast, not \"red\"" },
        { "--fresh=yes", "--fresh: takes no value" },
        { "--collection", "--collection: wants DIR after it" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arguments arguments;
        struct error error;
        assert_false(parse(&arguments, &error, cases[i].line));
        assert_string_equal(error.text, cases[i].reason);
        arguments_free(&arguments);
    }
}

/* Usage and manual are made of the table: no record may lack what they print. */
static void test_table_of_commands(void **state)
{
    (void)state;
    for (const struct subcommand *command = subcommand_table(); command->name != NULL; command++) {
        if (command->run == NULL)
            continue;
        assert_non_null(command->arguments);
        assert_true(strlen(command->help) > 10);
        assert_true(command->least <= command->most);
    }
}

/* A set of options is a set of bits: two with one bit could not be told apart. */
static void test_bits(void **state)
{
    (void)state;
    uint64_t taken = FLAG_MARKDOWN | FLAG_REPORT | FLAG_PRINTER | FLAG_LADDER;
    for (size_t i = 0; arguments_option(i) != NULL; i++) {
        const struct cli_option *option = arguments_option(i);
        assert_int_equal(taken & option->bit, 0);
        assert_true(option->bit != 0 && (option->bit & (option->bit - 1)) == 0);
        taken |= option->bit;
    }
}

static void test_folders(void **state)
{
    (void)state;
    struct environment environment;
    setenv("HOME", "/h", 1);
    setenv("XDG_CONFIG_HOME", "/x/config", 1);
    setenv("XDG_DATA_HOME", "relative", 1);
    unsetenv("XDG_CACHE_HOME");
    setenv("DIPTYCH_COLLECTION", "shelf", 1);
    setenv("COLUMNS", "100", 1);
    setenv("VISUAL", "", 1);
    setenv("EDITOR", "ed", 1);
    setenv("NO_COLOR", "", 1);
    environment_read(&environment, true, "diptych");
    assert_string_equal(environment.home, "/h");
    assert_string_equal(environment.config_folder, "/x/config/diptych");
    assert_string_equal(environment.data_folder, "/h/.local/share/diptych");
    assert_string_equal(environment.cache_folder, "/h/.cache/diptych");
    assert_string_equal(environment.collection, "shelf");
    assert_string_equal(environment.editor, "ed");
    assert_int_equal(environment.columns, 100);
    assert_false(environment.no_color);
    environment_free(&environment);
    static const char *const no_widths[] = { "0", "-3", "10x", "99999999" };
    for (size_t i = 0; i < sizeof no_widths / sizeof *no_widths; i++) {
        setenv("COLUMNS", no_widths[i], 1);
        environment_read(&environment, true, NULL);
        assert_int_equal(environment.columns, 0);
        environment_free(&environment);
    }
}

/* A terminal that takes UTF-8 in a locale that is none of it, by what the environment says. */
static void test_terminals_of_utf8(void **state)
{
    (void)state;
    static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG", "TERM", "TERM_PROGRAM",
                                         "WT_SESSION", "VTE_VERSION", "KONSOLE_VERSION" };
    static const struct {
        const char *values[8];
        bool utf8;
    } cases[] = {
        { { "", "", "", "xterm-256color" }, false },
        { { "", "", "", "linux" }, false },
        { { "", "", "", "vt100" }, false },
        { { "", "", "", "screen" }, false },
        { { "", "", "", "foot" }, true },
        { { "", "", "C", "xterm-kitty" }, true },
        { { "", "", "", "tmux-256color" }, true },
        { { "", "", "POSIX", "xterm-256color", "", "1b2" }, true },
        { { "", "", "C", "xterm", "", "", "7600" }, true },
        { { "", "", "zh_CN.UTF-8", "xterm" }, true },
        { { "", "", "en_GB.utf8", "linux" }, true },
        { { "", "", "zh_CN.GBK", "xterm-kitty" }, false },
        { { "C", "", "", "xterm-kitty" }, false },
        { { "", "C", "zh_CN.UTF-8", "foot" }, false },
        { { "C", "zh_CN.UTF-8", "zh_CN.UTF-8", "foot" }, false },
    };
    if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
        skip();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct environment environment;
        for (size_t name = 0; name < 8; name++)
            setenv(names[name], cases[i].values[name] != NULL ? cases[i].values[name] : "", 1);
        environment_read(&environment, false, NULL);
        assert_int_equal(environment.utf8, cases[i].utf8);
        assert_int_equal(environment.guessed_utf8, cases[i].utf8);
        environment_free(&environment);
        environment_read(&environment, true, NULL);
        assert_true(environment.utf8 && !environment.guessed_utf8);
        environment_free(&environment);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_options_anywhere),
        cmocka_unit_test(test_options_given_several_times),
        cmocka_unit_test(test_literal_names),
        cmocka_unit_test(test_wrong_usage),      cmocka_unit_test(test_table_of_commands),
        cmocka_unit_test(test_bits),
        cmocka_unit_test(test_folders),
        cmocka_unit_test(test_terminals_of_utf8),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
