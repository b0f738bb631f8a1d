/* Terminal manners: however the program is left, stopped, resized or struck down, the terminal is
 * as it was, and nothing is typed that was pasted. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "pty/outbytes.h"
#include "pty/pty.h"

static char article[] = "/tmp/diptych-manners-XXXXXX";

static int write_article(void **unused)
{
    (void)unused;
    int fd = mkstemp(article);
    if (fd < 0)
        return -1;
    FILE *file = fdopen(fd, "w");
    fputs("Opening words of the article.\n\n", file);
    for (int i = 1; i < 400; i++)
        fprintf(file, "Paragraph %d says little.\n\n", i);
    fclose(file);
    return 0;
}

static int remove_article(void **unused)
{
    (void)unused;
    unlink(article);
    return 0;
}

static struct pty *start_with(const char *const *environment, int rows, int columns)
{
    const char *arguments[] = { article, NULL };
    return pty_start(&(struct pty_setup){ .rows = rows, .columns = columns,
                                          .arguments = arguments, .environment = environment });
}

static struct pty *start(void)
{
    struct pty *pty = start_with(NULL, 24, 80);
    pty_wait(pty, "Opening words");
    return pty;
}

/* A picture that only a program that is alive and knows the terminal's size can paint. */
static void assert_alive(struct pty *pty)
{
    pty_resize(pty, 70, 80);
    pty_wait(pty, "Paragraph 25 says");
    pty_resize(pty, 24, 80);
    pty_wait_gone(pty, "Paragraph 25 says");
    pty_wait(pty, "Opening words");
}

static bool shows_or_ended(struct pty *pty, void *data)
{
    (void)data;
    return pty_shows(pty, "Opening words") || pty_shows(pty, "is not in the");
}

static void quit(struct pty *pty)
{
    pty_send(pty, "ZZ");
    assert_int_equal(pty_wait_exit(pty), 0);
    pty_assert_restored(pty);
    pty_free(pty);
}

static void test_quitting_restores_the_terminal(void **unused)
{
    (void)unused;
    struct pty *pty = start();
    assert_true(emulator_alternate(pty_screen(pty)));
    quit(pty);
}

/* A good read is no failure because its places find no folder. */
static void test_a_home_that_takes_nothing(void **unused)
{
    (void)unused;
    const char *environment[] = { "HOME=/dev/null", NULL };
    struct pty *pty = start_with(environment, 24, 80);
    pty_wait(pty, "Opening words");
    pty_send(pty, "ZZ");
    pty_wait(pty, "diptych: the places of this visit are not remembered: ");
    assert_int_equal(pty_wait_exit(pty), 0);
    pty_assert_restored(pty);
    pty_free(pty);
}

static void test_signals_end_it_in_good_order(void **unused)
{
    (void)unused;
    static const int signals[] = { SIGTERM, SIGHUP, SIGINT };
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct pty *pty = start();
        pty_signal(pty, signals[i]);
        assert_int_equal(pty_wait_exit(pty), 128 + signals[i]);
        pty_assert_restored(pty);
        pty_free(pty);
    }
}

static void test_a_crash_restores_the_terminal(void **unused)
{
    (void)unused;
    static const int signals[] = { SIGABRT, SIGSEGV, SIGQUIT };
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct pty *pty = start();
        pty_watch(pty, false); /* a sanitizer may have its say */
        pty_signal(pty, signals[i]);
        assert_int_not_equal(pty_wait_exit(pty), 0);
        pty_assert_restored(pty);
        pty_free(pty);
    }
}

static void test_stopping_and_going_on(void **unused)
{
    (void)unused;
    struct pty *pty = start();
    pty_signal(pty, SIGTSTP);
    pty_wait_stopped(pty);
    pty_assert_restored(pty);
    pty_continue(pty);
    pty_wait(pty, "Opening words");
    for (int round = 0; round < 2; round++) {
        pty_send(pty, "\x1A");
        pty_wait_stopped(pty);
        pty_assert_restored(pty);
        pty_resize(pty, 20 + round, 70);
        pty_continue(pty);
        pty_wait(pty, "Opening words");
        assert_true(emulator_alternate(pty_screen(pty)));
    }
    assert_alive(pty);
    quit(pty);
}

static void test_a_storm_of_resizes_ends_in_the_last_size(void **unused)
{
    (void)unused;
    struct pty *pty = start();
    for (int i = 0; i < 60; i++)
        pty_resize(pty, 5 + i % 30, 20 + i * 2);
    pty_resize(pty, 70, 40);
    pty_wait(pty, "Opening words");
    pty_wait(pty, "Paragraph 25 says");
    quit(pty);
}

static void test_any_size_is_survived(void **unused)
{
    (void)unused;
    static const int sizes[][2] = { { 1, 1 }, { 1, 80 }, { 50, 1 },
                                    { 2, 2 }, { 3, 300 }, { 24, 80 } };
    struct pty *pty = start_with(NULL, 1, 1);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        pty_resize(pty, sizes[i][0], sizes[i][1]);
        pty_send(pty, "jk G g ");
    }
    pty_send(pty, "gg");
    assert_alive(pty);
    quit(pty);
}

static void test_a_closed_terminal_ends_it(void **unused)
{
    (void)unused;
    struct pty *pty = start();
    pty_hang_up(pty);
    int status = pty_wait_exit(pty);
    assert_true(status == 1 || status == 128 + SIGHUP);
    pty_free(pty);
}

/* As under nohup: the end of the input is all that tells. */
static void test_a_closed_terminal_ends_it_without_a_signal(void **unused)
{
    (void)unused;
    if (getenv("DIPTYCH") == NULL)
        skip();
    const char *arguments[] = { "-c", "trap '' HUP; exec \"$0\" \"$1\"", getenv("DIPTYCH"), article,
                                NULL };
    char folder[4096];
    struct pty *pty = pty_start(&(struct pty_setup){ .program = "/bin/sh", .arguments = arguments,
                                                     .folder = getcwd(folder, sizeof folder) });
    pty_wait(pty, "Opening words");
    pty_hang_up(pty);
    assert_int_equal(pty_wait_exit(pty), 1);
    pty_free(pty);
}

static void test_keys_come_from_the_terminal_when_input_is_no_terminal(void **unused)
{
    (void)unused;
    const char *arguments[] = { article, NULL };
    struct pty *pty = pty_start(&(struct pty_setup){ .arguments = arguments,
                                                     .input = "/dev/null" });
    pty_wait(pty, "Opening words");
    quit(pty);
}

static void test_closed_input_is_no_obstacle(void **unused)
{
    (void)unused;
    const char *arguments[] = { article, NULL };
    struct pty *pty = pty_start(&(struct pty_setup){ .arguments = arguments,
                                                     .input = "/nonexistent/closes-it" });
    pty_wait(pty, "Opening words");
    quit(pty);
}

/* The pipe is opened with the number of the closed input, where keys come from. */
static void test_a_pipe_in_place_of_a_closed_input(void **unused)
{
    (void)unused;
    if (getenv("DIPTYCH") == NULL)
        skip();
    char fifo[sizeof article + 5];
    snprintf(fifo, sizeof fifo, "%s.fifo", article);
    const char *arguments[] = { "-c", "mkfifo \"$1\"; exec 9<>\"$1\"; echo 'Words from a pipe.' >&9; "
                                "exec \"$0\" /dev/fd/9 <&-", getenv("DIPTYCH"), fifo, NULL };
    struct pty *pty = pty_start(&(struct pty_setup){ .program = "/bin/sh", .arguments = arguments });
    pty_wait(pty, "Words from a pipe");
    FILE *writer = fopen(fifo, "w");
    assert_non_null(writer);
    fputs("And more of them.\n", writer);
    fclose(writer);
    pty_wait(pty, "And more of them");
    quit(pty);
    unlink(fifo);
}

static void check_refusal(const char *variable, const char *sentence)
{
    const char *environment[] = { variable, NULL };
    struct pty *pty = start_with(environment, 24, 100);
    assert_int_equal(pty_wait_exit(pty), 1);
    pty_wait(pty, sentence);
    pty_assert_restored(pty);
    pty_free(pty);
}

static void test_terminals_that_cannot_do_it_get_a_sentence(void **unused)
{
    (void)unused;
    check_refusal("TERM=dumb", "diptych: terminal: dumb cannot place the cursor");
    check_refusal("TERM=no-such-terminal", "diptych: terminal: no-such-terminal is not in the");
    check_refusal("TERM=", "diptych: terminal: TERM is not set");
    check_refusal("TERM", "diptych: terminal: TERM is not set");
}

static void test_other_terminals_serve_as_well(void **unused)
{
    (void)unused;
    static const char *const names[] = { "TERM=xterm", "TERM=linux", "TERM=screen", "TERM=screen-256color",
                                         "TERM=tmux-256color", "TERM=vt100", "TERM=rxvt", "TERM=kitty",
                                         "TERM=xterm-kitty", "TERM=foot", "TERM=xterm-direct",
                                         "TERM=ms-terminal" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *environment[] = { names[i], NULL };
        const char *arguments[] = { article, NULL };
        struct pty *pty = pty_start(&(struct pty_setup){ .arguments = arguments,
                                                         .environment = environment,
                                                         .unwatched = true });
        pty_wait_for(pty, shows_or_ended, NULL, "the article, or a sentence why not");
        if (pty_shows(pty, "is not in the")) { /* a small terminfo database */
            assert_int_equal(pty_wait_exit(pty), 1);
            pty_free(pty);
            continue;
        }
        assert_alive(pty);
        quit(pty);
    }
}

static bool screen_has_color(struct pty *pty)
{
    int rows, columns;
    emulator_size(pty_screen(pty), &rows, &columns);
    for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
            struct emulator_cell cell = emulator_cell(pty_screen(pty), row, column);
            if (cell.foreground >= 0 || cell.background >= 0)
                return true;
        }
    }
    return false;
}

static void test_no_color_is_obeyed(void **unused)
{
    (void)unused;
    static const char *const without[] = { "NO_COLOR=1", NULL };
    static const char *const empty[] = { "NO_COLOR=", NULL };
    struct pty *pty = start_with(without, 24, 80);
    pty_wait(pty, "Opening words");
    assert_false(screen_has_color(pty));
    quit(pty);
    pty = start_with(empty, 24, 80);
    pty_wait(pty, "Opening words");
    assert_true(screen_has_color(pty));
    quit(pty);
}

static void test_pasted_text_is_not_typed(void **unused)
{
    (void)unused;
    struct pty *pty = start();
    pty_send(pty, "\033[200~ZZ\rZZQ\x1A\033[201~");
    pty_send(pty, "\033[<0;1;1M\033[99~\033]0;ZZ\a"); /* nor are reports nobody asked for */
    assert_alive(pty);
    quit(pty);
}

static bool lent_to_clipboard(struct pty *pty, void *text)
{
    size_t length;
    return strstr(pty_output(pty, &length), text) != NULL;
}

static void test_copying_goes_through_the_terminal(void **unused)
{
    (void)unused;
    static char copied[] = "\033]52;c;T3BlbmluZyB3b3JkcyBvZiB0aGUgYXJ0aWNsZS4=\a";
    size_t length;
    struct pty *pty = start();
    pty_send(pty, "y");
    pty_wait(pty, "copied 29 characters");
    pty_wait_for(pty, lent_to_clipboard, copied, "the words in the clipboard");
    quit(pty);
    const char *arguments[] = { article, NULL };
    const char *environment[] = { "TERM=linux", NULL };
    pty = pty_start(&(struct pty_setup){ .arguments = arguments, .environment = environment,
                                         .unwatched = true });
    pty_wait(pty, "Opening words");
    pty_send(pty, "y");
    pty_wait(pty, "not copied: this terminal has no clipboard that it lends");
    assert_null(strstr(pty_output(pty, &length), "\033]52"));
    quit(pty);
}

/* What was lent third: short words as they are and wrapped, then a long text. */
static bool lent_wrapped_alone(struct pty *pty, void *unused)
{
    (void)unused;
    size_t length, count = 0;
    const char *output = pty_output(pty, &length), *last = NULL;
    for (const char *at = output; (at = strstr(at, "\033]52;c;")) != NULL; at++, count++)
        last = at;
    return count == 3 && last[-2] == '\033' && last[-1] == 'P';
}

/* screen swallows what is for the clipboard unless it is wrapped. */
static void test_copying_goes_through_screen(void **unused)
{
    (void)unused;
    static char copied[] = "\033P\033]52;c;T3BlbmluZyB3b3JkcyBvZiB0aGUgYXJ0aWNsZS4=\a\033\\";
    const char *arguments[] = { article, NULL };
    const char *environment[] = { "TERM=screen", "STY=1.pts-0.host", NULL };
    struct pty *pty = pty_start(&(struct pty_setup){ .arguments = arguments, .environment = environment,
                                                     .unwatched = true });
    pty_wait(pty, "Opening words");
    pty_send(pty, "y");
    pty_wait(pty, "copied 29 characters");
    pty_wait_for(pty, lent_to_clipboard, copied, "the words in the clipboard");
    pty_send(pty, "ggVGy"); /* of more bytes than screen reads at once it would show the rest */
    pty_wait_for(pty, lent_wrapped_alone, NULL, "the whole text, wrapped only");
    quit(pty);
}

/* What was said to be kept is there, however the program ends. */
static void test_a_note_outlives_the_program(void **unused)
{
    (void)unused;
    char folder[] = "/tmp/diptych-notes-XXXXXX";
    char data[64];
    char command[64];
    assert_non_null(mkdtemp(folder));
    snprintf(data, sizeof data, "XDG_DATA_HOME=%s", folder);
    snprintf(command, sizeof command, "rm -rf %s", folder);
    const char *environment[] = { data, NULL };
    struct pty *pty = start_with(environment, 24, 80);
    pty_wait(pty, "Opening words");
    pty_send(pty, "aremember this\r");
    pty_wait(pty, "comment kept");
    pty_signal(pty, SIGKILL);
    pty_wait_exit(pty);
    pty_free(pty);
    pty = start_with(environment, 24, 80);
    pty_wait(pty, "Opening words");
    pty_send(pty, "k");
    pty_wait(pty, "comment: remember this");
    quit(pty);
    assert_int_equal(system(command), 0);
}

/* How often the program has sent it. */
struct sending {
    const char *bytes;
    int times;
};

static bool was_sent(struct pty *pty, void *data)
{
    const struct sending *sending = data;
    size_t length;
    int count = 0;
    for (const char *at = pty_output(pty, &length); (at = strstr(at, sending->bytes)) != NULL; at++)
        count++;
    return count >= sending->times;
}

static void test_it_paints_anew_when_told(void **unused)
{
    (void)unused;
    static const char foreign[] = "\033[Hwhat a neighbour wrote";
    struct pty *pty = start();
    assert_alive(pty);
    emulator_feed(pty_screen(pty), foreign, sizeof foreign - 1);
    assert_true(pty_shows(pty, "a neighbour wrote"));
    pty_send(pty, "\014");
    pty_wait_gone(pty, "a neighbour wrote");
    pty_wait(pty, "Opening words");
    /* Stopped and continued unasked, it knows not what became of the terminal. */
    pty_signal(pty, SIGCONT);
    pty_wait_for(pty, was_sent, &(struct sending){ "\033[?2004h", 2 }, "the modes again");
    assert_alive(pty);
    quit(pty);
}

static void test_a_command_is_lent_the_terminal(void **unused)
{
    (void)unused;
    struct pty *pty = start();
    pty_watch(pty, false);
    pty_send(pty, ":!echo lent $((40 + 2))\r");
    pty_wait(pty, "lent 42");
    pty_wait(pty, "press Enter");
    assert_false(emulator_alternate(pty_screen(pty)));
    pty_send(pty, "\r");
    pty_wait_gone(pty, "lent 42");
    pty_wait(pty, "Opening words");
    assert_true(emulator_alternate(pty_screen(pty)));
    pty_send(pty, ":!exit 3\r");
    pty_wait_for(pty, was_sent, &(struct sending){ "press Enter", 2 }, "the terminal lent");
    pty_send(pty, "\r");
    pty_wait(pty, "the command ended with status 3");
    quit(pty);
}

static bool mouse_is_asked_for(struct pty *pty, void *data)
{
    return (emulator_mouse(pty_screen(pty)) != 0) == *(bool *)data;
}

static void test_the_mouse_is_asked_for_while_it_is_wanted(void **unused)
{
    (void)unused;
    bool on = true, off = false;
    struct pty *pty = start();
    pty_wait_for(pty, mouse_is_asked_for, &on, "the mouse");
    for (int i = 0; i < 4; i++)
        pty_send(pty, "\033[<65;10;10M");
    pty_wait_gone(pty, "Opening words");
    pty_send(pty, "\033[<64;10;10M\033[<64;10;10M\033[<64;10;10M\033[<64;10;10M");
    pty_wait(pty, "Opening words");
    pty_send(pty, ":set nomouse\r");
    pty_wait_for(pty, mouse_is_asked_for, &off, "no mouse");
    pty_send(pty, ":set mouse\r");
    pty_wait_for(pty, mouse_is_asked_for, &on, "the mouse");
    quit(pty);
}

/* In time or late, it is no key. */
static void test_the_background_is_no_key(void **unused)
{
    (void)unused;
    struct pty *pty = start_with(NULL, 24, 80);
    pty_send(pty, "\033]11;rgb:ffff/ffff/ffff\a");
    pty_wait(pty, "Opening words");
    pty_send(pty, "\033]11;rgb:0000/0000/0000\033\\");
    assert_alive(pty);
    quit(pty);
}

/* The frames that were sent. */
static int count_frames(struct pty *pty)
{
    static const char mark[] = "\033[?2026h";
    size_t length;
    const char *bytes = pty_output(pty, &length);
    int count = 0;
    for (size_t at = 0; at + sizeof mark - 1 <= length; at++)
        count += memcmp(bytes + at, mark, sizeof mark - 1) == 0;
    return count;
}

static void test_a_key_held_down_queues_up_no_frames(void **unused)
{
    (void)unused;
    struct pty *pty = pty_start(&(struct pty_setup){ .arguments = (const char *const[]){ article, NULL },
                                                     .environment = (const char *const[]){ "WT_SESSION=1", NULL },
                                                     .unwatched = true }); /* it knows of no frames */
    pty_wait(pty, "Opening words");
    char keys[301] = "";
    memset(keys, 'j', sizeof keys - 1);
    int before = count_frames(pty);
    pty_send(pty, keys);
    pty_wait(pty, "Paragraph 300 says");
    assert_in_range(count_frames(pty) - before, 1, 60);
    quit(pty);
}

static void test_it_sleeps_when_there_is_nothing_to_do(void **unused)
{
    (void)unused;
    struct pty *pty = start();
    assert_alive(pty);
    /* A spinning process uses up ticks while this one counts 3 of its own. */
    clock_t begin = clock();
    long before = pty_cpu_ticks(pty);
    while (clock() - begin < CLOCKS_PER_SEC / 5)
        pty_take(pty);
    long after = pty_cpu_ticks(pty);
    assert_in_range(after - before, 0, 3);
    quit(pty);
}

static void test_the_watch_knows_right_from_wrong(void **unused)
{
    (void)unused;
    static const char *const right[] = {
        "plain text\r\n\a", "\033[12;3H\033[K\033[38;5;12m\xE4\xBD\xA0\033[m",
        "\033[?2004h\033=\033(B",
        "\033]2;\xE7\xA3\xA8 mill\a\033[m",
        "\033]52;c;aGVsbG8=\a", "\033[1;49r\033[2S\033[r",
    };
    static const char *const wrong[] = {
        "\033[5n", "\033]0;title\a", "\033[2K\033c", "\x9B" "31m", "\xC2\x9B" "31m", "\xE2\x80\xAE",
        "a\x01", "\033]2;a\033[31m\a", "\033]2;a\nb\a", "\033]2;\xE2\x80\xAE\a",
        "\x7F", "\xC0\xAF", "\xED\xA0\x80", "\t", "\033]52;c;?\a", "\033[3J", "\033P",
        "\xF3\xA0\x81\x81",
    };
    for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
        struct outbytes watch = { 0 };
        for (const char *at = right[i]; *at != '\0'; at++)
            assert_true(outbytes_feed(&watch, at, 1));
    }
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct outbytes watch = { 0 };
        assert_false(outbytes_feed(&watch, wrong[i], strlen(wrong[i])));
        assert_true(watch.fault[0] != '\0');
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_watch_knows_right_from_wrong),
        cmocka_unit_test(test_quitting_restores_the_terminal),
        cmocka_unit_test(test_a_home_that_takes_nothing),
        cmocka_unit_test(test_signals_end_it_in_good_order),
        cmocka_unit_test(test_a_crash_restores_the_terminal),
        cmocka_unit_test(test_stopping_and_going_on),
        cmocka_unit_test(test_a_storm_of_resizes_ends_in_the_last_size),
        cmocka_unit_test(test_any_size_is_survived),
        cmocka_unit_test(test_a_closed_terminal_ends_it),
        cmocka_unit_test(test_a_closed_terminal_ends_it_without_a_signal),
        cmocka_unit_test(test_keys_come_from_the_terminal_when_input_is_no_terminal),
        cmocka_unit_test(test_closed_input_is_no_obstacle),
        cmocka_unit_test(test_a_pipe_in_place_of_a_closed_input),
        cmocka_unit_test(test_terminals_that_cannot_do_it_get_a_sentence),
        cmocka_unit_test(test_other_terminals_serve_as_well),
        cmocka_unit_test(test_no_color_is_obeyed),
        cmocka_unit_test(test_pasted_text_is_not_typed),
        cmocka_unit_test(test_copying_goes_through_the_terminal),
        cmocka_unit_test(test_copying_goes_through_screen),
        cmocka_unit_test(test_a_note_outlives_the_program),
        cmocka_unit_test(test_it_paints_anew_when_told),
        cmocka_unit_test(test_a_command_is_lent_the_terminal),
        cmocka_unit_test(test_the_mouse_is_asked_for_while_it_is_wanted),
        cmocka_unit_test(test_the_background_is_no_key),
        cmocka_unit_test(test_a_key_held_down_queues_up_no_frames),
        cmocka_unit_test(test_it_sleeps_when_there_is_nothing_to_do),
    };
    return cmocka_run_group_tests(tests, write_article, remove_article);
}
