#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "ui/key.h"

/* Name as written by key_name, and the key. */
static const struct {
    const char *name;
    struct key key;
} NAMES[] = {
    { "j", { .code = 'j' } },
    { "G", { .code = 'G' } },
    { "0", { .code = '0' } },
    { "<", { .code = '<' } },
    { ">", { .code = '>' } },
    { "-", { .code = '-' } },
    { "|", { .code = '|' } },
    { "\xE4\xBD\xA0", { .code = 0x4F60 } },
    { "Space", { .code = ' ' } },
    { "C-Space", { .code = ' ', .modifiers = KEY_CTRL } },
    { "Tab", { .code = KEY_TAB } },
    { "S-Tab", { .code = KEY_TAB, .modifiers = KEY_SHIFT } },
    { "Enter", { .code = KEY_ENTER } },
    { "M-Enter", { .code = KEY_ENTER, .modifiers = KEY_META } },
    { "Esc", { .code = KEY_ESCAPE } },
    { "Backspace", { .code = KEY_BACKSPACE } },
    { "Delete", { .code = KEY_DELETE } },
    { "Insert", { .code = KEY_INSERT } },
    { "Up", { .code = KEY_UP } },
    { "Down", { .code = KEY_DOWN } },
    { "Left", { .code = KEY_LEFT } },
    { "Right", { .code = KEY_RIGHT } },
    { "Home", { .code = KEY_HOME } },
    { "End", { .code = KEY_END } },
    { "PageUp", { .code = KEY_PAGE_UP } },
    { "PageDown", { .code = KEY_PAGE_DOWN } },
    { "F1", { .code = KEY_F1 } },
    { "F12", { .code = KEY_F1 + 11 } },
    { "F20", { .code = KEY_F20 } },
    { "C-w", { .code = 'w', .modifiers = KEY_CTRL } },
    { "C-]", { .code = ']', .modifiers = KEY_CTRL } },
    { "C--", { .code = '-', .modifiers = KEY_CTRL } },
    { "M-x", { .code = 'x', .modifiers = KEY_META } },
    { "M-X", { .code = 'X', .modifiers = KEY_META } },
    { "C-Left", { .code = KEY_LEFT, .modifiers = KEY_CTRL } },
    { "C-M-S-F5", { .code = KEY_F1 + 4, .modifiers = KEY_CTRL | KEY_META | KEY_SHIFT } },
    { "WheelUp", { .code = KEY_WHEEL_UP } },
    { "MousePress", { .code = KEY_MOUSE_PRESS } },
};

static void test_names_both_ways(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        char name[KEY_NAME_SIZE];
        struct key key = { 0 };
        assert_string_equal(key_name(NAMES[i].key, name), NAMES[i].name);
        assert_int_equal(key_parse(NAMES[i].name, &key), strlen(NAMES[i].name));
        assert_true(key_equal(key, NAMES[i].key));
    }
}

/* Other spellings of a key, and the name it goes by. */
static const struct {
    const char *spelling, *name;
} SPELLINGS[] = {
    { "C-i", "Tab" },          { "C-m", "Enter" },      { "C-[", "Esc" },
    { "C-W", "C-w" },          { "S-a", "A" },          { "A-x", "M-x" },
    { "space", "Space" },      { "PGUP", "PageUp" },    { "Return", "Enter" },
    { "Escape", "Esc" },       { "f3", "F3" },          { "BS", "Backspace" },
    { "C-@", "C-Space" },      { "C-?", "Backspace" },  { "<C-w>", "C-w" },
    { "<Tab>", "Tab" },        { "<a>", "a" },          { "<C-M-Up>", "C-M-Up" },
    { "<>>", ">" },            { "<C->>", "C->" },      { "M-C-a", "C-M-a" },
};

static void test_other_spellings(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < sizeof SPELLINGS / sizeof *SPELLINGS; i++) {
        char name[KEY_NAME_SIZE];
        struct key key = { 0 };
        assert_int_equal(key_parse(SPELLINGS[i].spelling, &key), strlen(SPELLINGS[i].spelling));
        assert_string_equal(key_name(key, name), SPELLINGS[i].name);
    }
}

/* A row of names, and the same row told apart. */
static const struct {
    const char *row, *parts;
} ROWS[] = {
    { "gg", "g,g," },
    { "g g", "g,g," },
    { "C-w s", "C-w,s," },
    { "<C-w>s", "C-w,s," },
    { "<C-w><C-s>", "C-w,C-s," },
    { "C-w<C-s>", "C-w,C-s," },
    { "]e", "],e," },
    { "g/", "g,/," },
    { "Z Z", "Z,Z," },
    { "'a", "',a," },
    { "z<Enter>", "z,Enter," },
    { "<<", "<,<," },
    { "< >", "<,>," },
    { "  j  ", "j," },
    { "Space Space", "Space,Space," },
    { "\xE4\xBD\xA0\xE5\xA5\xBD", "\xE4\xBD\xA0,\xE5\xA5\xBD," },
    { "<nonsense>", "<,n,o,n,s,e,n,s,e,>," },
    { "", "" },
};

static void test_rows_of_names(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        char parts[256] = "";
        const char *at = ROWS[i].row;
        struct key key;
        for (size_t length; (length = key_parse(at, &key)) > 0; at += length) {
            char name[KEY_NAME_SIZE];
            strcat(parts, key_name(key, name));
            strcat(parts, ",");
        }
        assert_string_equal(parts, ROWS[i].parts);
    }
}

static void test_what_is_no_name(void **unused)
{
    (void)unused;
    static const char *const none[] = { "", " ", "\t", "\x01", "\x7F", "\xFF", "\xC2\x80" };
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        struct key key = { .code = 'x' };
        assert_int_equal(key_parse(none[i], &key), 0);
        assert_int_equal(key.code, 'x');
    }
    struct key key;
    assert_int_equal(key_parse("F21", &key), 1); /* the letter F */
    assert_int_equal(key.code, 'F');
    assert_int_equal(key_parse("F0", &key), 1);
    assert_int_equal(key_parse("X-a", &key), 1);
}

static void test_unprintable_keys_have_printable_names(void **unused)
{
    (void)unused;
    char name[KEY_NAME_SIZE];
    assert_string_equal(key_name((struct key){ .code = 7 }, name), "U+0007");
    assert_string_equal(key_name((struct key){ .code = 0x9B }, name), "U+009B");
    assert_string_equal(key_name((struct key){ .code = KEY_UNKNOWN }, name), "Unknown");
}

static void test_equality_ignores_the_place_of_the_mouse(void **unused)
{
    (void)unused;
    struct key a = { .code = KEY_WHEEL_UP, .row = 3 };
    struct key b = { .code = KEY_WHEEL_UP, .row = 9, .column = 2 };
    assert_true(key_equal(a, b));
    b.modifiers = KEY_CTRL;
    assert_false(key_equal(a, b));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_both_ways),
        cmocka_unit_test(test_other_spellings),
        cmocka_unit_test(test_rows_of_names),
        cmocka_unit_test(test_what_is_no_name),
        cmocka_unit_test(test_unprintable_keys_have_printable_names),
        cmocka_unit_test(test_equality_ignores_the_place_of_the_mouse),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
