#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "command/table.h"
#include "ui/keymap.h"

static size_t keys_of(const char *names, struct key keys[KEYMAP_LONGEST])
{
    size_t count = 0;
    while (*names != '\0') {
        assert_true(count < KEYMAP_LONGEST);
        size_t length = key_parse(names, &keys[count++]);
        assert_int_not_equal(length, 0);
        names += length;
    }
    return count;
}

static enum keymap_answer look(struct keymap *keymap, enum keymap_mode mode,
                               const char *names, const char **command)
{
    struct key keys[KEYMAP_LONGEST];
    *command = NULL;
    return keymap_look(keymap, mode, keys, keys_of(names, keys), command);
}

static void leads_to(struct keymap *keymap, enum keymap_mode mode, const char *names,
                     const char *wanted)
{
    const char *command;
    assert_int_equal(look(keymap, mode, names, &command), KEYMAP_FULL);
    assert_string_equal(command, wanted);
}

static void leads_nowhere(struct keymap *keymap, enum keymap_mode mode, const char *names)
{
    const char *command;
    assert_int_equal(look(keymap, mode, names, &command), KEYMAP_NONE);
}

static void test_standard_rows_name_commands(void **unused)
{
    (void)unused;
    size_t count;
    const struct keymap_row *rows = keymap_standard(&count);
    for (size_t i = 0; i < count; i++) {
        const struct command *command =
            command_find(&command_all, rows[i].command, strcspn(rows[i].command, " "));
        assert_non_null(command);
        bool argument = strchr(rows[i].command, ' ') != NULL;
        assert_true(!argument || command->synopsis[0] != '\0');
    }
}

/* Every row is reached: no row stands twice, and none is the beginning of another. */
static void test_standard_rows_are_reached(void **unused)
{
    (void)unused;
    struct keymap *keymap = keymap_new();
    size_t count;
    const struct keymap_row *rows = keymap_standard(&count);
    for (size_t i = 0; i < count; i++) {
        struct key keys[KEYMAP_LONGEST];
        size_t length = keys_of(rows[i].keys, keys);
        for (unsigned mode = KEYMAP_READ; mode <= KEYMAP_TABLE; mode *= 2) {
            if ((rows[i].mode & mode) == 0)
                continue;
            leads_to(keymap, mode, rows[i].keys, rows[i].command);
            const char *command;
            for (size_t part = 1; part < length; part++)
                assert_int_equal(keymap_look(keymap, mode, keys, part, &command), KEYMAP_PARTIAL);
        }
    }
    keymap_free(keymap);
}

static void test_modes(void **unused)
{
    (void)unused;
    struct keymap *keymap = keymap_new();
    leads_to(keymap, KEYMAP_READ, "l", "right");
    leads_to(keymap, KEYMAP_LIST, "l", "choose");
    leads_to(keymap, KEYMAP_READ, "Enter", "follow");
    leads_to(keymap, KEYMAP_LIST, "C-m", "choose");
    leads_nowhere(keymap, KEYMAP_LIST, "w");
    leads_nowhere(keymap, KEYMAP_READ, "d j");
    leads_nowhere(keymap, KEYMAP_READ, "g g g");
    keymap_free(keymap);
}

static void test_bind(void **unused)
{
    (void)unused;
    struct keymap *keymap = keymap_new();
    assert_true(keymap_bind(keymap, KEYMAP_READ, ", j", "paragraph", NULL));
    leads_to(keymap, KEYMAP_READ, ", j", "paragraph");
    leads_nowhere(keymap, KEYMAP_LIST, ", j");
    /* One mode of a key that had both: the other keeps its command. */
    assert_true(keymap_bind(keymap, KEYMAP_READ, "j", "sentence", NULL));
    leads_to(keymap, KEYMAP_READ, "j", "sentence");
    leads_to(keymap, KEYMAP_LIST, "j", "down");
    assert_true(keymap_bind(keymap, KEYMAP_ALL, "j", "up", NULL));
    leads_to(keymap, KEYMAP_READ, "j", "up");
    leads_to(keymap, KEYMAP_LIST, "j", "up");
    assert_true(keymap_bind(keymap, KEYMAP_ALL, "j", "", NULL));
    leads_nowhere(keymap, KEYMAP_READ, "j");
    leads_nowhere(keymap, KEYMAP_LIST, "j");
    assert_true(keymap_bind(keymap, KEYMAP_READ, "  C-x  F5 你  M-a ", "top", NULL));
    leads_to(keymap, KEYMAP_READ, "C-x F5 你 M-a", "top");
    keymap_free(keymap);
}

static void test_bind_refuses(void **unused)
{
    (void)unused;
    struct keymap *keymap = keymap_new();
    static const char *const wrong[] = { "", "   ", "a b c d e", "jj", "C-", "F21", "Hyper-x" };
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct error error = { "" };
        assert_false(keymap_bind(keymap, KEYMAP_READ, wrong[i], "down", &error));
        assert_memory_equal(error.text, "bind: “", strlen("bind: “"));
        assert_non_null(strstr(error.text, wrong[i]));
    }
    keymap_free(keymap);
}

static void test_walk(void **unused)
{
    (void)unused;
    struct keymap *keymap = keymap_new();
    size_t count;
    const struct keymap_row *rows = keymap_standard(&count);
    struct keymap_row row;
    for (size_t i = 0; i < count; i++) {
        assert_true(keymap_nth(keymap, i, &row));
        assert_string_equal(row.keys, rows[i].keys);
        assert_string_equal(row.command, rows[i].command);
        assert_int_equal(row.mode, rows[i].mode);
    }
    assert_false(keymap_nth(keymap, count, &row));
    assert_true(keymap_bind(keymap, KEYMAP_LIST, "X", "top", NULL));
    assert_true(keymap_nth(keymap, count, &row));
    assert_string_equal(row.keys, "X");
    keymap_free(keymap);
}

/* The status line asks at every frame: what is bound in between counts at once. */
static void test_keys_of_a_command(void **unused)
{
    (void)unused;
    static const char help[] = "help";
    struct keymap *keymap = keymap_new();
    for (int again = 0; again < 2; again++)
        assert_string_equal(keymap_keys(keymap, KEYMAP_READ, help), "H");
    assert_true(keymap_bind(keymap, KEYMAP_READ, "H", "top", NULL));
    assert_string_equal(keymap_keys(keymap, KEYMAP_READ, help), "F1");
    assert_string_equal(keymap_keys(keymap, KEYMAP_LIST, help), "H");
    assert_true(keymap_bind(keymap, KEYMAP_READ, "F1", "", NULL));
    assert_null(keymap_keys(keymap, KEYMAP_READ, help));
    assert_true(keymap_bind(keymap, KEYMAP_READ, "g h", help, NULL));
    assert_string_equal(keymap_keys(keymap, KEYMAP_READ, help), "g h");
    keymap_free(keymap);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_standard_rows_name_commands),
        cmocka_unit_test(test_standard_rows_are_reached), cmocka_unit_test(test_modes),
        cmocka_unit_test(test_bind), cmocka_unit_test(test_bind_refuses),
        cmocka_unit_test(test_walk), cmocka_unit_test(test_keys_of_a_command),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
