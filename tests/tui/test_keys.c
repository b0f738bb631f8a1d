/* The key decoder: byte tables, fed whole and split at every position. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/clipboard.h"
#include "tui/keys.h"

#define DELAY 25

/* What the bytes mean, as names in a row; `^` stands for an expired wait. */
struct bytes_case {
    const char *bytes, *events;
};

static void tell(struct keys *keys, char *out, size_t size)
{
    struct key_event event;
    while (keys_next(keys, &event)) {
        size_t used = strlen(out);
        char name[KEY_NAME_SIZE];
        if (event.kind == KEY_EVENT_PASTE)
            snprintf(out + used, size - used, "paste(%.*s) ", (int)event.length, event.text);
        else if (event.kind == KEY_EVENT_BACKGROUND)
            snprintf(out + used, size - used, event.light ? "light " : "dark ");
        else if (event.key.code >= KEY_MOUSE_PRESS && event.key.code <= KEY_WHEEL_DOWN)
            snprintf(out + used, size - used, "%s:%d@%d,%d ", key_name(event.key, name),
                     event.key.button, event.key.row, event.key.column);
        else
            snprintf(out + used, size - used, "%s ", key_name(event.key, name));
    }
}

/* Feeds `bytes` in pieces cut at `first` and `second`. */
static void decode(struct keys *keys, const char *bytes, size_t length, size_t first, size_t second,
                   char *out, size_t size)
{
    out[0] = '\0';
    keys_feed(keys, bytes, first);
    tell(keys, out, size);
    keys_feed(keys, bytes + first, second - first);
    tell(keys, out, size);
    keys_feed(keys, bytes + second, length - second);
    tell(keys, out, size);
    if (keys_timeout(keys) >= 0) {
        keys_expire(keys);
        tell(keys, out, size);
    }
    assert_int_equal(keys_timeout(keys), -1);
}

static void check_cases(const struct bytes_case *cases, size_t count,
                        const struct key_sequence *own, size_t own_count)
{
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(cases[i].bytes);
        for (size_t first = 0; first <= length; first++) {
            for (size_t second = first; second <= length; second++) {
                char out[4096];
                char expected[256];
                struct keys *keys = keys_new(own, own_count, 0, DELAY);
                decode(keys, cases[i].bytes, length, first, second, out, sizeof out);
                keys_free(keys);
                snprintf(expected, sizeof expected, "%s%s", cases[i].events,
                         cases[i].events[0] != '\0' ? " " : "");
                if (strcmp(out, expected) != 0)
                    print_error("case %zu (ESC%s) cut at %zu, %zu\n", i, cases[i].bytes + 1, first,
                                second);
                assert_string_equal(out, expected);
            }
        }
    }
}

static const struct bytes_case PLAIN[] = {
    { "jkG0", "j k G 0" },
    { " ", "Space" },
    { "\t\r\n", "Tab Enter C-j" },
    { "\x01\x17\x1A\x1C\x1D\x1E\x1F", "C-a C-w C-z C-\\ C-] C-^ C-_" },
    { "\x7F\x08", "Backspace C-h" },
    { "\xE4\xBD\xA0\xE5\xA5\xBD", "\xE4\xBD\xA0 \xE5\xA5\xBD" },
    { "\xF0\x9F\x98\x80!", "\xF0\x9F\x98\x80 !" },
    { "\xC3\xA9", "\xC3\xA9" },
    { "\xFFj", "Unknown j" },
    { "\xE4j", "Unknown j" },
    { "\xC2\x9Bj", "Unknown j" },
    { "\xE4\xBD", "Unknown" },
    { "", "" },
};

static const struct bytes_case SEQUENCES[] = {
    { "\033", "Esc" },
    { "\033\033", "Esc Esc" },
    { "\033j", "M-j" },
    { "\033\r", "M-Enter" },
    { "\033\x7F", "M-Backspace" },
    { "\033\x17", "C-M-w" },
    { "\033\xE4\xBD\xA0", "M-\xE4\xBD\xA0" },
    { "\033[", "M-[" },
    { "\033O", "M-O" },
    { "\033]", "M-]" },
    { "\033P", "M-P" },
    { "\033[A\033[B\033[C\033[D", "Up Down Right Left" },
    { "\033OA\033OB\033OC\033OD", "Up Down Right Left" },
    { "\033[H\033[F\033OH\033OF", "Home End Home End" },
    { "\033[1~\033[4~\033[7~\033[8~", "Home End Home End" },
    { "\033[2~\033[3~\033[5~\033[6~", "Insert Delete PageUp PageDown" },
    { "\033[Z", "S-Tab" },
    { "\033[1;2A\033[1;3B\033[1;5C\033[1;6D\033[1;8H", "S-Up M-Down C-Right C-S-Left C-M-S-Home" },
    { "\033[5;5~\033[3;2~", "C-PageUp S-Delete" },
    { "\033OP\033OQ\033OR\033OS", "F1 F2 F3 F4" },
    { "\033[11~\033[15~\033[17~\033[21~\033[24~\033[34~", "F1 F5 F6 F10 F12 F20" },
    { "\033[1;2P\033[15;5~", "S-F1 C-F5" },
    { "\033[[A\033[[E", "F1 F5" },
    { "\033[a\033Oa\033[5$\033[5^\033[5@", "S-Up C-Up S-PageUp C-PageUp C-S-PageUp" },
    { "\033\033[A", "M-Up" },
    { "\033\033OA", "M-Up" },
    { "\033O5A", "C-Up" },
    { "\033OM\033Ok\033Op\033Oy", "Enter + 0 9" },
    { "\033[I\033[O", "FocusIn FocusOut" },
    { "\033[A\xE4\xBD\xA0j\033[B", "Up \xE4\xBD\xA0 j Down" },
};

static const struct bytes_case CODES[] = {
    { "\033[97u", "a" },
    { "\033[97;5u", "C-a" },
    { "\033[97;2u", "A" },
    { "\033[97:65;2u", "A" },
    { "\033[105;5u\033[109;5u\033[91;5u", "Tab Enter Esc" },
    { "\033[27u\033[13;2u\033[9;2u\033[127;5u", "Esc S-Enter S-Tab C-Backspace" },
    { "\033[20320;3u", "M-\xE4\xBD\xA0" },
    { "\033[97;1:3u", "Unknown" }, /* released */
    { "\033[97;1:2u", "a" },
    { "\033[57399u", "Unknown" },
    { "\033[27;5;119~", "C-w" },
    { "\033[27;6;13~", "C-S-Enter" },
};

static const struct bytes_case MOUSE[] = {
    { "\033[<0;1;1M\033[<0;1;1m", "MousePress:1@0,0 MouseRelease:1@0,0" },
    { "\033[<2;80;24M", "MousePress:3@23,79" },
    { "\033[<32;12;5M", "MouseDrag:1@4,11" },
    { "\033[<64;3;4M\033[<65;3;4M", "WheelUp:0@3,2 WheelDown:0@3,2" },
    { "\033[<16;1;1M", "C-MousePress:1@0,0" },
    { "\033[<35;1;1M\033[<66;1;1M\033[<0;1M", "Unknown Unknown Unknown" },
    { "\033[M !!j", "Unknown j" },
    { "\033[<0;99999999;99999999M", "MousePress:1@65535,65535" },
};

/* None of these may leave a tail that would be taken for commands. */
static const struct bytes_case SWALLOWED[] = {
    { "\033[99~j", "Unknown j" },
    { "\033[?1;2cj", "Unknown j" },
    { "\033[>41;330;0cj", "Unknown j" },
    { "\033[24;80Rj", "Unknown j" }, /* the cursor's place, which looks like F3 */
    { "\033[1;2;3;4;5;6;7;8;9;10;11zj", "Unknown j" },
    { "\033[?2026;2$yj", "Unknown j" },
    { "\033]0;title\aj", "Unknown j" },
    { "\033]52;c;aGVsbG8=\033\\j", "Unknown j" },
    { "\033P1$r0m\033\\j", "Unknown j" },
    { "\033_Gi=1;OK\033\\j", "Unknown j" },
    { "\033Ozj", "Unknown j" },
    { "\033[12\rj", "Unknown Enter j" },
    { "\033[12", "Unknown" },
};

static const struct bytes_case ANSWERS[] = {
    { "\033]11;rgb:ffff/ffff/ffff\033\\j", "light j" },
    { "\033]11;rgb:0000/0000/0000\aj", "dark j" },
    { "\033]11;rgb:1c/1c/1c\aj", "dark j" },
    { "\033]11;rgb:fd/f6/e3\aj", "light j" },
    { "\033]11;#000000\aj", "Unknown j" },
};

static const struct bytes_case PASTES[] = {
    { "\033[200~dd:q\r\033[201~j", "paste(dd:q\r) j" },
    { "\033[200~\033[201~", "paste()" },
    { "a\033[200~\033[A \033[20 \033\033[201~b", "a paste(\033[A \033[20 \033) b" },
    { "\033[200~\xE4\xBD\xA0\033[201~\033[200~2\033[201~", "paste(\xE4\xBD\xA0) paste(2)" },
    { "\033[201~j", "Unknown j" },
};

static const struct key_sequence ODD_TERMINAL[] = {
    { "\033A", { .code = KEY_UP } },
    { "\033AB", { .code = KEY_DOWN } },
    { "\033[I", { .code = KEY_PAGE_UP } },
    { "\033[224z", { .code = KEY_F1 } },
    { "\033[1;2P", { .code = KEY_F1 + 12 } },
    { "\x0B", { .code = KEY_UP } },
};

static const struct bytes_case ODD[] = {
    { "\033A", "Up" },
    { "\033AB", "Down" },
    { "\033Aj", "Up j" },
    { "\033[I", "PageUp" },
    { "\033[224z\033[225z", "F1 Unknown" },
    { "\033[1;2P", "S-F1" },
    { "\x0B", "C-k" },
    { "\033B", "M-B" },
};

#define CHECK(cases) check_cases(cases, sizeof cases / sizeof *(cases), NULL, 0)

static void test_plain_keys(void **unused)
{
    (void)unused;
    CHECK(PLAIN);
}

static void test_escape_sequences(void **unused)
{
    (void)unused;
    CHECK(SEQUENCES);
}

static void test_keys_told_by_code(void **unused)
{
    (void)unused;
    CHECK(CODES);
}

static void test_mouse_reports(void **unused)
{
    (void)unused;
    CHECK(MOUSE);
}

static void test_unknown_sequences_are_swallowed_whole(void **unused)
{
    (void)unused;
    CHECK(SWALLOWED);
}

static void test_background_answers(void **unused)
{
    (void)unused;
    CHECK(ANSWERS);
}

static void test_pasted_text_is_no_command(void **unused)
{
    (void)unused;
    CHECK(PASTES);
}

static void test_the_terminals_own_sequences(void **unused)
{
    (void)unused;
    check_cases(ODD, sizeof ODD / sizeof *ODD, ODD_TERMINAL,
                sizeof ODD_TERMINAL / sizeof *ODD_TERMINAL);
}

static void test_only_something_unfinished_waits(void **unused)
{
    (void)unused;
    struct keys *keys = keys_new(NULL, 0, 0, DELAY);
    struct key_event event;
    assert_int_equal(keys_timeout(keys), -1);
    keys_feed(keys, "j", 1);
    assert_true(keys_next(keys, &event));
    assert_int_equal(keys_timeout(keys), -1);
    keys_feed(keys, "\033", 1);
    assert_false(keys_next(keys, &event));
    assert_int_equal(keys_timeout(keys), DELAY);
    keys_feed(keys, "[A", 2);
    assert_true(keys_next(keys, &event));
    assert_int_equal(event.key.code, KEY_UP);
    assert_int_equal(keys_timeout(keys), -1);
    keys_free(keys);
}

static void test_nul_and_the_terminals_backspace(void **unused)
{
    (void)unused;
    struct keys *keys = keys_new(NULL, 0, 0x08, DELAY);
    struct key_event event;
    keys_feed(keys, "\0\x08", 2);
    assert_true(keys_next(keys, &event));
    assert_int_equal(event.key.code, ' ');
    assert_int_equal(event.key.modifiers, KEY_CTRL);
    assert_true(keys_next(keys, &event));
    assert_int_equal(event.key.code, KEY_BACKSPACE);
    keys_free(keys);
}

static void test_an_endless_paste_is_cut(void **unused)
{
    (void)unused;
    struct keys *keys = keys_new(NULL, 0, 0, DELAY);
    struct key_event event;
    static char chunk[1 << 16];
    memset(chunk, 'x', sizeof chunk);
    keys_feed(keys, "\033[200~", 6);
    for (size_t fed = 0; fed <= KEYS_PASTE_LIMIT; fed += sizeof chunk) {
        keys_feed(keys, chunk, sizeof chunk);
        assert_false(keys_next(keys, &event));
        assert_int_equal(keys_timeout(keys), -1);
    }
    keys_feed(keys, "\033[201~j", 7);
    assert_true(keys_next(keys, &event));
    assert_int_equal(event.kind, KEY_EVENT_PASTE);
    assert_int_equal(event.length, KEYS_PASTE_LIMIT);
    assert_true(keys_next(keys, &event));
    assert_int_equal(event.key.code, 'j');
    keys_free(keys);
}

/* Property: any bytes at all come to an end, with nothing left over and no wait. */
static void test_random_bytes_are_digested(void **unused)
{
    (void)unused;
    static const char alphabet[] =
        "\033\033[[]O<;:?0123456789~ABMuPmM$\a\\j\xE4\xBD\xA0\x80\xFF\r ";
    unsigned state = 42;
    for (int round = 0; round < 20000; round++) {
        char bytes[24];
        size_t length = 0;
        for (; length < sizeof bytes; length++) {
            state = state * 1664525u + 1013904223u;
            bytes[length] = alphabet[(state >> 8) % (sizeof alphabet - 1)];
        }
        struct keys *keys = keys_new(NULL, 0, 0, DELAY);
        struct key_event event;
        size_t events = 0;
        for (size_t at = 0; at < length; at += 3) {
            keys_feed(keys, bytes + at, 3);
            while (keys_next(keys, &event))
                events++;
        }
        keys_expire(keys);
        while (keys_next(keys, &event))
            events++;
        assert_in_range(events, 0, length);
        assert_int_equal(keys_timeout(keys), -1);
        keys_free(keys);
    }
}

static void test_the_clipboard_sequence(void **unused)
{
    (void)unused;
    static const struct {
        const char *text, *sequence;
    } cases[] = {
        { "", "\033]52;c;\a" },
        { "f", "\033]52;c;Zg==\a" },
        { "fo", "\033]52;c;Zm8=\a" },
        { "foo", "\033]52;c;Zm9v\a" },
        { "\xE4\xBD\xA0\033", "\033]52;c;5L2gGw==\a" },
    };
    struct buffer out = { 0 };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        buffer_truncate(&out, 0);
        assert_true(clipboard_put(&out, cases[i].text, strlen(cases[i].text)));
        assert_string_equal(buffer_text(&out), cases[i].sequence);
    }
    char *large = calloc(1, CLIPBOARD_LIMIT + 1);
    assert_non_null(large);
    buffer_truncate(&out, 0);
    assert_false(clipboard_put(&out, large, CLIPBOARD_LIMIT + 1));
    assert_int_equal(out.length, 0);
    free(large);
    buffer_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain_keys),
        cmocka_unit_test(test_escape_sequences),
        cmocka_unit_test(test_keys_told_by_code),
        cmocka_unit_test(test_mouse_reports),
        cmocka_unit_test(test_unknown_sequences_are_swallowed_whole),
        cmocka_unit_test(test_background_answers),
        cmocka_unit_test(test_pasted_text_is_no_command),
        cmocka_unit_test(test_the_terminals_own_sequences),
        cmocka_unit_test(test_only_something_unfinished_waits),
        cmocka_unit_test(test_nul_and_the_terminals_backspace),
        cmocka_unit_test(test_an_endless_paste_is_cut),
        cmocka_unit_test(test_random_bytes_are_digested),
        cmocka_unit_test(test_the_clipboard_sequence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
