/* The keys as curses and ui/key_sequence read them: tables of bytes, sent through a terminal. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <sys/ioctl.h>
#include <sys/wait.h>

#include "text/width.h"
#include "tui/keys.h"
#include "tui/ncurses.h"

#define DELAY 4 /* milliseconds: what is unfinished when they have passed stands as it is */

/* What the bytes mean, as names in a row. */
struct bytes_case {
    const char *bytes, *events;
};

struct typist {
    FILE *in, *out;
    int writer; /* the terminal's other side */
    SCREEN *screen;
    struct keys *keys;
};

static struct typist typist_new(const char *terminal, int delay)
{
    struct typist typist = { .writer = posix_openpt(O_RDWR | O_NOCTTY) };
    struct termios modes;
    assert_true(typist.writer >= 0 && grantpt(typist.writer) == 0 && unlockpt(typist.writer) == 0);
    int own = open(ptsname(typist.writer), O_RDWR | O_NOCTTY);
    typist.in = fdopen(own, "r");
    typist.out = fdopen(dup(own), "w");
    assert_non_null(typist.in);
    assert_non_null(typist.out);
    typist.screen = newterm(terminal, typist.out, typist.in);
    assert_non_null(typist.screen);
    raw();
    noecho();
    nonl();
    assert_int_equal(tcgetattr(own, &modes), 0);
    modes.c_cc[VMIN] = modes.c_cc[VTIME] = 0;
    assert_int_equal(tcsetattr(own, TCSANOW, &modes), 0);
    typist.keys = keys_new(own, delay);
    return typist;
}

static void typist_free(struct typist *typist)
{
    keys_free(typist->keys);
    endwin();
    delscreen(typist->screen);
    fclose(typist->in);
    fclose(typist->out);
    close(typist->writer);
}

/* Returns when all can be read, which a terminal lets happen a little later. */
static void type(struct typist *typist, const char *bytes, size_t length)
{
    assert_int_equal(write(typist->writer, bytes, length), (ssize_t)length);
    for (int there = 0; there < (int)length;)
        assert_int_equal(ioctl(fileno(typist->in), FIONREAD, &there), 0);
}

static void tell(struct keys *keys, char *out, size_t size)
{
    struct key_event event;
    while (keys_next(keys, &event)) {
        size_t used = strlen(out);
        char name[KEY_NAME_SIZE];
        if (event.paste != NULL)
            snprintf(out + used, size - used, "paste(%s) ", buffer_text(event.paste));
        else if (event.key.button != 0 || strstr(key_name(event.key, name), "Wheel") != NULL)
            snprintf(out + used, size - used, "%s:%d@%d,%d ", key_name(event.key, name),
                     event.key.button, event.key.row, event.key.column);
        else
            snprintf(out + used, size - used, "%s ", key_name(event.key, name));
    }
}

static void check_on(const char *terminal, const struct bytes_case *cases, size_t count)
{
    struct typist typist = typist_new(terminal, DELAY);
    for (size_t i = 0; i < count; i++) {
        char out[4096] = "";
        char expected[256];
        type(&typist, cases[i].bytes, strlen(cases[i].bytes));
        tell(typist.keys, out, sizeof out);
        snprintf(expected, sizeof expected, "%s%s", cases[i].events,
                 cases[i].events[0] != '\0' ? " " : "");
        if (strcmp(out, expected) != 0)
            print_error("%s, case %zu (ESC%s)\n", terminal, i, cases[i].bytes + 1);
        assert_string_equal(out, expected);
        tell(typist.keys, out, sizeof out);
        assert_string_equal(out, expected);
    }
    typist_free(&typist);
}

static const struct bytes_case PLAIN[] = {
    { "jkG0", "j k G 0" },
    { " ", "Space" },
    { "\t\r\n", "Tab Enter C-j" },
    { "\x01\x17\x1A\x1C\x1D\x1E\x1F", "C-a C-w C-z C-\\ C-] C-^ C-_" },
    { "\x7F\x08", "Backspace C-h" },
    { "\xE4\xBD\xA0\xE5\xA5\xBD", "\xE4\xBD\xA0 \xE5\xA5\xBD" },
    { "\xF0\x9F\x98\x80!", "\xF0\x9F\x98\x80 !" },
    { "\xC3\xA9\xE1\x87\xBF", "\xC3\xA9 \xE1\x87\xBF" }, /* the second has the number of a paste */
    { "\xC2\x9Bj", "j" },
    { "\xE4\xBD", "" },
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
    { "\033]11;rgb:0000/0000/0000\033\\j", "DarkBackground j" },
    { "\033]11;rgb:ff/fd/e3\a", "LightBackground" },
    { "\033]11;rgb:1/2/\a\033]11;#ffffff\a\033]10;rgb:f/f/f\aq", "q" },
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
    { "\033[97;1:3u", "" }, /* released */
    { "\033[97;1:2u", "a" },
    { "\033[57399u", "" },
    { "\033[27;5;119~", "C-w" },
    { "\033[27;6;13~", "C-S-Enter" },
};

static const struct bytes_case MOUSE[] = {
    { "\033[<0;1;1M\033[<0;1;1m", "MousePress:1@0,0 MouseRelease:1@0,0" },
    { "\033[<2;80;24M", "MousePress:3@23,79" },
    { "\033[<32;12;5M", "MouseDrag:1@4,11" },
    { "\033[<64;3;4M\033[<65;3;4M", "WheelUp:0@3,2 WheelDown:0@3,2" },
    { "\033[<16;1;1M", "C-MousePress:1@0,0" },
    { "\033[<35;1;1M\033[<66;1;1M\033[<0;1M", "" },
    { "\033[M !!j", "j" },
    { "\033[<0;99999999;99999999M", "MousePress:1@65535,65535" },
};

/* None of these may leave a tail that would be taken for commands. */
static const struct bytes_case SWALLOWED[] = {
    { "\033[99~j", "j" },
    { "\033[?1;2cj", "j" },
    { "\033[>41;330;0cj", "j" },
    { "\033[24;80Rj", "j" }, /* the cursor's place, which looks like F3 */
    { "\033[1;2;3;4;5;6;7;8;9;10;11zj", "j" },
    { "\033[?2026;2$yj", "j" },
    { "\033]0;title\aj", "j" },
    { "\033]52;c;aGVsbG8=\033\\j", "j" },
    { "\033P1$r0m\033\\j", "j" },
    { "\033_Gi=1;OK\033\\j", "j" },
    { "\033Ozj", "j" },
    { "\033[12\rj", "Enter j" },
    { "\033[12", "" },
};

static const struct bytes_case PASTES[] = {
    { "\033[200~dd:q\r\033[201~j", "paste(dd:q\r) j" },
    { "\033[200~\033[201~", "paste()" },
    { "a\033[200~\033[A \033[20 \033\033[201~b", "a paste(\033[A \033[20 \033) b" },
    { "\033[200~\xE4\xBD\xA0\033[201~\033[200~2\033[201~", "paste(\xE4\xBD\xA0) paste(2)" },
    { "\033[201~j", "j" },
};

/* Where the description says otherwise, it is believed. */
static const struct bytes_case ON_RXVT[] = {
    { "\033[A\033[B\033[7~\033[8~", "Up Down Home End" },
    { "\033[a\033Oa\033[5$\033[5^\033[5@", "S-Up C-Up S-PageUp C-PageUp C-S-PageUp" },
    { "\033[11~\033[24~\033\033[A\033[Z\x7F", "F1 F12 M-Up S-Tab Backspace" },
};

static const struct bytes_case ON_LINUX[] = {
    { "\033[[A\033[[E\033[17~\033[1~\033[4~", "F1 F5 F6 Home End" },
    { "\033[A\033[3~\x7F\033[25~", "Up Delete Backspace S-F1" },
};

static const struct bytes_case ON_TMUX[] = {
    { "\033OA\033[A\033[1;5A\033[1;3C\033[Z", "Up Up C-Up M-Right S-Tab" },
    { "\033[<0;3;2M\033[<32;4;2M\033[<0;4;2m", "MousePress:1@1,2 MouseDrag:1@1,3 MouseRelease:1@1,3" },
    { "\033[<64;3;4Mj\033[M !!k", "WheelUp:0@3,2 j k" },
    { "\033[200~q\033[201~\033[I", "paste(q) FocusIn" },
};

#define CHECK_ON(terminal, cases) check_on(terminal, cases, sizeof cases / sizeof *(cases))
#define CHECK(cases) CHECK_ON("xterm-256color", cases)

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

static void test_pasted_text_is_no_command(void **unused)
{
    (void)unused;
    CHECK(PASTES);
}

static void test_other_terminals(void **unused)
{
    (void)unused;
    CHECK_ON("rxvt", ON_RXVT);
    CHECK_ON("linux", ON_LINUX);
    CHECK_ON("screen-256color", ON_TMUX);
    CHECK_ON("tmux-256color", ON_TMUX);
}

static void test_nul_is_a_key(void **unused)
{
    (void)unused;
    struct typist typist = typist_new("xterm-256color", DELAY);
    char out[64] = "";
    type(&typist, "\0j", 2);
    tell(typist.keys, out, sizeof out);
    assert_string_equal(out, "C-Space j ");
    typist_free(&typist);
}

/* Bytes that are no text are lost, with what comes in the same breath; the next keys are not. */
static void test_bytes_that_are_no_text(void **unused)
{
    (void)unused;
    struct typist typist = typist_new("xterm-256color", DELAY);
    char out[64] = "";
    type(&typist, "\xFF\xFE", 2);
    tell(typist.keys, out, sizeof out);
    type(&typist, "\xE4", 1);
    tell(typist.keys, out, sizeof out);
    assert_string_equal(out, "");
    type(&typist, "j", 1);
    tell(typist.keys, out, sizeof out);
    assert_string_equal(out, "j ");
    typist_free(&typist);
}

/* However slowly the bytes of a key come, one is made of them. */
static void test_keys_arrive_byte_by_byte(void **unused)
{
    (void)unused;
    static const char bytes[] = "\033[A\xE4\xBD\xA0\033[1;5B\033OP\033[97;5u\033[<0;2;1M\033[99~"
                                "\033]0;title\a\033[200~a\033[A\xE5\xA5\xBD\033[201~j";
    struct typist typist = typist_new("xterm-256color", 5000);
    char out[512] = "";
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        for (size_t i = 0; i < sizeof bytes - 1; i++)
            if (write(typist.writer, bytes + i, 1) != 1)
                _exit(1);
        _exit(0);
    }
    struct pollfd fds = { .fd = fileno(typist.in), .events = POLLIN };
    while (strstr(out, " j ") == NULL && poll(&fds, 1, 20000) > 0)
        tell(typist.keys, out, sizeof out);
    assert_string_equal(out, "Up \xE4\xBD\xA0 C-Down F1 C-a MousePress:1@0,1 paste(a\033[A\xE5\xA5\xBD) j ");
    assert_int_equal(waitpid(child, NULL, 0), child);
    typist_free(&typist);
}

/* The mark may be held up on its way for longer than a key waits. */
static void test_a_paste_ends_whenever_its_mark_comes(void **unused)
{
    (void)unused;
    static const char bytes[] = "\033[200~words\033[201~";
    struct typist typist = typist_new("xterm-256color", DELAY);
    for (size_t cut = 6; cut < sizeof bytes - 1; cut++) {
        char out[64] = "";
        type(&typist, bytes, cut);
        tell(typist.keys, out, sizeof out);
        assert_string_equal(out, "");
        type(&typist, bytes + cut, sizeof bytes - 1 - cut);
        tell(typist.keys, out, sizeof out);
        assert_string_equal(out, "paste(words) ");
    }
    typist_free(&typist);
}

static void test_an_endless_paste_is_cut(void **unused)
{
    (void)unused;
    struct typist typist = typist_new("xterm-256color", DELAY);
    struct key_event event;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        static char chunk[1 << 16];
        memset(chunk, 'x', sizeof chunk);
        bool sent = write(typist.writer, "\033[200~", 6) == 6;
        for (size_t left = KEYS_PASTE_LIMIT + 1000; sent && left > 0;) {
            size_t piece = left < sizeof chunk ? left : sizeof chunk;
            sent = write(typist.writer, chunk, piece) == (ssize_t)piece;
            left -= piece;
        }
        _exit(!sent || write(typist.writer, "\033[201~j", 7) != 7);
    }
    struct pollfd fds = { .fd = fileno(typist.in), .events = POLLIN };
    bool taken = false;
    while (!taken && poll(&fds, 1, 20000) > 0)
        taken = keys_next(typist.keys, &event);
    assert_true(taken);
    assert_non_null(event.paste);
    assert_int_equal(event.paste->length, KEYS_PASTE_LIMIT);
    char out[64] = "";
    assert_true(poll(&fds, 1, 20000) > 0);
    tell(typist.keys, out, sizeof out);
    assert_string_equal(out, "j ");
    assert_int_equal(waitpid(child, NULL, 0), child);
    typist_free(&typist);
}

/* What begins is read to its end all the same, and nothing is lost. */
static void test_no_look_for_more_unless_told(void **unused)
{
    (void)unused;
    struct typist typist = typist_new("xterm-256color", DELAY);
    char out[64] = "";
    type(&typist, "\033[Ajk\xE4\xBD\xA0l", 9);
    keys_arrived(typist.keys, false);
    tell(typist.keys, out, sizeof out); /* curses may have read on */
    keys_arrived(typist.keys, false);
    tell(typist.keys, out, sizeof out);
    assert_null(strstr(out, "l"));
    keys_arrived(typist.keys, true);
    tell(typist.keys, out, sizeof out);
    assert_string_equal(out, "Up j k \xE4\xBD\xA0 l ");
    typist_free(&typist);
}

/* Property: any bytes at all come to an end, with nothing left over. */
static void test_random_bytes_are_digested(void **unused)
{
    (void)unused;
    static const char alphabet[] =
        "\033\033[[]O<;:?0123456789~ABMuPmM$\a\\j\xE4\xBD\xA0\x80\xFF\r ";
    struct typist typist = typist_new("xterm-256color", 1);
    unsigned state = 42;
    for (int round = 0; round < 300; round++) {
        char bytes[25] = "";
        struct key_event event;
        for (size_t at = 0; at < sizeof bytes - 1; at++) {
            state = state * 1664525u + 1013904223u;
            bytes[at] = alphabet[(state >> 8) % (sizeof alphabet - 1)];
        }
        size_t events = 0;
        type(&typist, bytes, sizeof bytes - 1);
        while (keys_next(typist.keys, &event))
            events++;
        while (keys_next(typist.keys, &event))
            events++;
        assert_in_range(events, 0, sizeof bytes);
        type(&typist, "\033[201~", 6); /* of a paste, if one was begun */
        while (keys_next(typist.keys, &event))
            events++;
        char out[64] = "";
        type(&typist, "j", 1);
        tell(typist.keys, out, sizeof out);
        assert_string_equal(out, "j ");
    }
    typist_free(&typist);
}

static int begin(void **unused)
{
    (void)unused;
    width_begin();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain_keys),
        cmocka_unit_test(test_escape_sequences),
        cmocka_unit_test(test_keys_told_by_code),
        cmocka_unit_test(test_mouse_reports),
        cmocka_unit_test(test_unknown_sequences_are_swallowed_whole),
        cmocka_unit_test(test_pasted_text_is_no_command),
        cmocka_unit_test(test_other_terminals),
        cmocka_unit_test(test_nul_is_a_key),
        cmocka_unit_test(test_bytes_that_are_no_text),
        cmocka_unit_test(test_keys_arrive_byte_by_byte),
        cmocka_unit_test(test_a_paste_ends_whenever_its_mark_comes),
        cmocka_unit_test(test_an_endless_paste_is_cut),
        cmocka_unit_test(test_no_look_for_more_unless_told),
        cmocka_unit_test(test_random_bytes_are_digested),
    };
    return cmocka_run_group_tests(tests, begin, NULL);
}
