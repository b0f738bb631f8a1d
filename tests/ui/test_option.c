#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "ui/option.h"

static void shows(const struct options *options, const char *name, const char *value)
{
    struct buffer out = { 0 };
    options_show(options, option_find(name), &out);
    assert_string_equal(buffer_text(&out), value);
    buffer_free(&out);
}

static void test_standard_values(void **unused)
{
    (void)unused;
    struct options options;
    options_default(&options);
    assert_int_equal(options.measure, 80);
    assert_int_equal(options.scrolloff, 2);
    assert_int_equal(options.tab, 8);
    assert_string_equal(options.theme, OPTION_THEME_AUTO);
    assert_true(options.wrapscan);
    assert_true(options.remember);
    assert_false(options.regex);
    assert_true(options.mouse);
}

/* What options_show says, options_set takes, for every option and each of its choices. */
static void test_shown_is_settable(void **unused)
{
    (void)unused;
    size_t count;
    const struct option *table = option_table(&count);
    for (size_t i = 0; i < count; i++) {
        struct options options;
        struct options copy;
        options_default(&options);
        options_default(&copy);
        int most = table[i].kind == OPTION_CHOICE ? 2 : table[i].most;
        for (int value = table[i].least; value <= most; value++) {
            struct buffer line = { 0 };
            if (table[i].kind == OPTION_NAME)
                strcpy((char *)&options + table[i].offset, "own-1");
            else
                memcpy((char *)&options + table[i].offset, &value, sizeof value);
            buffer_add_format(&line, "%s ", table[i].name);
            options_show(&options, &table[i], &line);
            struct error error = { "" };
            assert_true(options_set(&copy, buffer_text(&line), &error));
            assert_memory_equal(&options, &copy, sizeof copy);
            buffer_free(&line);
        }
    }
}

static void test_table_is_in_order(void **unused)
{
    (void)unused;
    size_t count;
    const struct option *table = option_table(&count);
    for (size_t i = 0; i < count; i++) {
        assert_true(i == 0 || strcmp(table[i - 1].name, table[i].name) < 0);
        assert_ptr_equal(option_find(table[i].name), &table[i]);
        assert_int_not_equal(table[i].help[0], '\0');
        assert_int_not_equal(table[i].help[strlen(table[i].help) - 1], '.');
        assert_true(table[i].standard >= table[i].least);
    }
    assert_null(option_find("nothing"));
    assert_null(option_find(""));
}

static void test_spellings(void **unused)
{
    (void)unused;
    struct options options;
    options_default(&options);
    assert_true(options_set(&options, "measure 72", NULL));
    shows(&options, "measure", "72");
    assert_true(options_set(&options, "  measure=60", NULL));
    shows(&options, "measure", "60");
    assert_true(options_set(&options, "measure = 50", NULL));
    shows(&options, "measure", "50");
    assert_true(options_set(&options, "regex", NULL));
    shows(&options, "regex", "on");
    assert_true(options_set(&options, "noregex", NULL));
    shows(&options, "regex", "off");
    assert_true(options_set(&options, "regex on", NULL));
    shows(&options, "regex", "on");
    assert_true(options_set(&options, "theme light", NULL));
    shows(&options, "theme", "light");
}

static void test_texts(void **unused)
{
    (void)unused;
    struct options options;
    struct options standard;
    options_default(&options);
    options_default(&standard);
    shows(&options, "vault", "\"\"");
    assert_true(options_set(&options, "vault ~/my own notes", NULL));
    assert_string_equal(options.vault, "~/my own notes");
    shows(&options, "vault", "~/my own notes");
    assert_true(options_set(&options, "vault /n", NULL));
    assert_true(options_set(&options, "novault", NULL));
    assert_memory_equal(&options, &standard, sizeof options);
    assert_true(options_set(&options, "vault = /n", NULL));
    assert_true(options_set(&options, "lookup-command sdcv -n", NULL));
    shows(&options, "lookup-command", "sdcv -n");
    assert_true(options_set(&options, "nolookup-command", NULL));
    assert_true(options_set(&options, "vault \"\"", NULL));
    assert_memory_equal(&options, &standard, sizeof options);
}

/* Rules add to one another; the last one of a pattern counts. */
static void test_readers(void **unused)
{
    (void)unused;
    struct options options;
    struct error error = { "" };
    options_default(&options);
    assert_true(options_set(&options, "reader *.pdf \"a %(file)\"", NULL));
    assert_true(options_set(&options, "reader *.tex \"b\"", NULL));
    shows(&options, "reader", "*.pdf \"a %(file)\" *.tex \"b\"");
    assert_true(options_set(&options, "reader *.pdf \"c -x %(file) -\"", NULL));
    shows(&options, "reader", "*.tex \"b\" *.pdf \"c -x %(file) -\"");
    static const char *const wrong[] = { "reader *.pdf", "reader *.pdf a", "reader *.pdf \"a",
                                         "reader *.pdf \"\"", "reader *.pdf \"a\" b" };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_false(options_set(&options, wrong[i], &error));
        assert_non_null(strstr(error.text, "set reader: wants a pattern and a command in quotes"));
        shows(&options, "reader", "*.tex \"b\" *.pdf \"c -x %(file) -\"");
    }
    char line[OPTION_TEXT_SIZE + 32] = "reader *.long \"";
    memset(line + strlen(line), 'x', OPTION_TEXT_SIZE - 20);
    strcat(line, "\"");
    assert_false(options_set(&options, line, &error));
    assert_string_equal(error.text, "set reader: wants no more than 1023 bytes in all");
    assert_true(options_set(&options, "noreader", NULL));
    shows(&options, "reader", "\"\"");
}

/* One byte too many is refused, what was there stays. */
static void test_text_too_long(void **unused)
{
    (void)unused;
    struct options options;
    struct error error = { "" };
    char line[sizeof "vault " + OPTION_TEXT_SIZE] = "vault ";
    options_default(&options);
    memset(line + strlen("vault "), 'x', OPTION_TEXT_SIZE - 1);
    assert_true(options_set(&options, line, &error));
    assert_int_equal(strlen(options.vault), OPTION_TEXT_SIZE - 1);
    line[strlen("vault ")] = 'y';
    line[strlen(line)] = 'y';
    assert_false(options_set(&options, line, &error));
    assert_string_equal(error.text, "set vault: wants no more than 1023 bytes");
    assert_int_equal(options.vault[0], 'x');
}

static void test_refused(void **unused)
{
    (void)unused;
    static const struct {
        const char *line;
        const char *reason;
    } cases[] = {
        { "measure 1001", "set measure: wants a number from 0 to 1000, not “1001”" },
        { "measure -1", "set measure: wants a number from 0 to 1000, not “-1”" },
        { "measure 7x", "set measure: wants a number from 0 to 1000, not “7x”" },
        { "measure 99999999999999999999", "set measure: wants a number from 0 to 1000, not "
                                          "“99999999999999999999”" },
        { "measure", "set measure: wants a number from 0 to 1000, not “”" },
        { "tab 0", "set tab: wants a number from 1 to 64, not “0”" },
        { "theme pale pink", "set theme: wants one of: auto dark light none sepia contrast; not “pale pink”" },
        { "theme", "set theme: wants one of: auto dark light none sepia contrast; not “”" },
        { "theme a-name-of-too-many-signs", "set theme: wants one of: auto dark light none sepia contrast; "
                                            "not “a-name-of-too-many-signs”" },
        { "regex maybe", "set regex: wants one of: off on; not “maybe”" },
        { "nomeasure", "set: there is no option “nomeasure”; did you mean measure?" },
        { "noregex on", "set: there is no option “noregex”; did you mean regex?" },
        { "no", "set: there is no option “no”; :help options lists them" },
        { "", "set: there is no option “”; :help options lists them" },
        { "measuring 5", "set: there is no option “measuring”; did you mean measure?" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct options options;
        struct options before;
        struct error error = { "" };
        options_default(&options);
        options_default(&before);
        assert_false(options_set(&options, cases[i].line, &error));
        assert_string_equal(error.text, cases[i].reason);
        assert_memory_equal(&options, &before, sizeof before);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_standard_values), cmocka_unit_test(test_shown_is_settable),
        cmocka_unit_test(test_table_is_in_order), cmocka_unit_test(test_spellings),
        cmocka_unit_test(test_texts), cmocka_unit_test(test_readers),
        cmocka_unit_test(test_text_too_long),
        cmocka_unit_test(test_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
