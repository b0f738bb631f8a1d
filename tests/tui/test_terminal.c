/* The device, the signals and what the system refuses of them, on a terminal of the test's own. The
 * linker leads the calls below through wrappers (--wrap). */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sys/ioctl.h>

#include "pty/outbytes.h"
#include "tui/ncurses.h"
#include "tui/signals.h"
#include "tui/terminal.h"

/* ---- calls that fail as told ---- */

static struct {
    bool no_screen, echoed; /* what newterm answers, and found */
    bool no_pipe;
    int write_faults[4], poll_faults[4]; /* errno of the next calls, 0 none; -1: writes nothing */
    int stopped; /* signal that the group was sent */
    bool by_default; /* which would have been taken by default */
} calls;

SCREEN *__real_newterm(const char *name, FILE *out, FILE *in);
SCREEN *__wrap_newterm(const char *name, FILE *out, FILE *in);
SCREEN *__wrap_newterm(const char *name, FILE *out, FILE *in)
{
    struct termios modes;
    calls.echoed = tcgetattr(fileno(in), &modes) != 0 || (modes.c_lflag & (ECHO | ECHONL)) != 0;
    return calls.no_screen ? NULL : __real_newterm(name, out, in);
}

/* The next of the faults. */
static int next_fault(int faults[4])
{
    int fault = faults[0];
    memmove(faults, faults + 1, 3 * sizeof *faults);
    faults[3] = 0;
    if (fault > 0)
        errno = fault;
    return fault;
}

ssize_t __real_write(int file, const void *bytes, size_t size);
ssize_t __wrap_write(int file, const void *bytes, size_t size);
ssize_t __wrap_write(int file, const void *bytes, size_t size)
{
    int fault = next_fault(calls.write_faults);
    return fault == 0 ? __real_write(file, bytes, size) : fault > 0 ? -1 : 0;
}

int __real_poll(struct pollfd *files, nfds_t count, int milliseconds);
int __wrap_poll(struct pollfd *files, nfds_t count, int milliseconds);
int __wrap_poll(struct pollfd *files, nfds_t count, int milliseconds)
{
    return next_fault(calls.poll_faults) == 0 ? __real_poll(files, count, milliseconds) : -1;
}

int __real_pipe(int ends[2]);
int __wrap_pipe(int ends[2]);
int __wrap_pipe(int ends[2])
{
    errno = EMFILE;
    return calls.no_pipe ? -1 : __real_pipe(ends);
}

int __real_kill(pid_t process, int number);
int __wrap_kill(pid_t process, int number);
int __wrap_kill(pid_t process, int number)
{
    struct sigaction now;
    if (process != 0)
        return __real_kill(process, number);
    sigaction(number, NULL, &now);
    calls.stopped = number;
    calls.by_default = now.sa_handler == SIG_DFL;
    return 0;
}

/* ---- a terminal in the place of standard input and output ---- */

static struct {
    int master, own[2];
    struct termios modes;
    char bytes[4096]; /* what it was sent */
} desk;

static void set_size(int rows, int columns)
{
    struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns };
    assert_int_equal(ioctl(desk.master, TIOCSWINSZ, &size), 0);
}

static int desk_begin(void **unused)
{
    (void)unused;
    memset(&calls, 0, sizeof calls);
    desk.master = posix_openpt(O_RDWR | O_NOCTTY);
    if (desk.master < 0 || grantpt(desk.master) != 0 || unlockpt(desk.master) != 0)
        return -1;
    int slave = open(ptsname(desk.master), O_RDWR | O_NOCTTY);
    if (slave < 0 || tcgetattr(slave, &desk.modes) != 0)
        return -1;
    fcntl(desk.master, F_SETFL, O_NONBLOCK);
    fflush(NULL);
    for (int fd = 0; fd < 2; fd++) {
        desk.own[fd] = dup(fd);
        dup2(slave, fd);
    }
    close(slave);
    set_size(24, 80);
    return 0;
}

static int desk_end(void **unused)
{
    (void)unused;
    signals_end();
    fflush(NULL);
    for (int fd = 0; fd < 2; fd++) {
        dup2(desk.own[fd], fd);
        close(desk.own[fd]);
    }
    close(desk.master);
    return 0;
}

/* What has been sent since. */
static const char *sent(void)
{
    size_t length = 0;
    for (ssize_t got; (got = read(desk.master, desk.bytes + length,
                                  sizeof desk.bytes - 1 - length)) > 0;)
        length += (size_t)got;
    desk.bytes[length] = '\0';
    return desk.bytes;
}

static void assert_restored(void)
{
    struct termios modes;
    assert_int_equal(tcgetattr(desk.master, &modes), 0);
    assert_int_equal(modes.c_lflag, desk.modes.c_lflag);
    assert_int_equal(modes.c_iflag, desk.modes.c_iflag);
}

static struct terminal *open_terminal(const char *name)
{
    struct error error = { "" };
    struct terminal *terminal = terminal_open(name, &error);
    assert_string_equal(error.text, "");
    assert_non_null(terminal);
    return terminal;
}

/* ---- the device ---- */

/* Curses sends a screen as small as this in pieces that end anywhere. */
static void test_the_start_is_whole_on_any_size(void **unused)
{
    (void)unused;
    static const int sizes[][2] = { { 1, 1 }, { 1, 2 }, { 2, 1 }, { 2, 3 }, { 3, 4 }, { 24, 80 } };
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct outbytes watch = { 0 };
        set_size(sizes[i][0], sizes[i][1]);
        struct terminal *terminal = open_terminal("xterm-256color");
        assert_true(terminal_enter(terminal, NULL));
        assert_false(calls.echoed);
        const char *bytes = sent();
        assert_non_null(strstr(bytes, "\033[?2004h"));
        if (!outbytes_feed(&watch, bytes, strlen(bytes)))
            fail_msg("%d rows, %d columns: %s", sizes[i][0], sizes[i][1], watch.fault);
        assert_int_equal(watch.length, 0);
        terminal_close(terminal);
        assert_restored();
    }
}

/* Titles where that of before comes back: by curses' own switching of screens, or by ours; frames
 * where they are known to be whole. */
static void test_titles_and_frames(void **unused)
{
    (void)unused;
    static const struct {
        const char *name;
        bool titled, ours, frames;
    } cases[] = {
        { "xterm-256color", true, false, false }, { "tmux-256color", true, true, false },
        { "foot", true, true, true },             { "xterm-kitty", true, true, true },
        { "screen", false, false, false },        { "linux", false, false, false },
        { "vt100", false, false, false },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct error error = { "" };
        struct terminal *terminal = terminal_open(cases[i].name, &error);
        struct buffer title = { 0 };
        struct buffer out = { 0 };
        if (terminal == NULL) /* not in this machine's database */
            continue;
        assert_true(terminal_enter(terminal, NULL));
        assert_true(cases[i].ours == (strstr(sent(), "\033[22;2t") != NULL));
        buffer_add_text(&title, "The mill");
        terminal_title(terminal, &title, &out);
        assert_string_equal(buffer_text(&out), cases[i].titled ? "\033]2;The mill\a" : "");
        buffer_truncate(&out, 0);
        terminal_frame(terminal, true, &out);
        terminal_frame(terminal, false, &out);
        assert_string_equal(buffer_text(&out), cases[i].frames ? "\033[?2026h\033[?2026l" : "");
        buffer_free(&title);
        buffer_free(&out);
        terminal_close(terminal);
        assert_true(cases[i].ours == (strstr(sent(), "\033[23;2t") != NULL));
        assert_restored();
    }
}

static void test_a_start_that_fails_leaves_the_terminal_alone(void **unused)
{
    (void)unused;
    struct error error = { "" };
    struct terminal *terminal = open_terminal("xterm");
    calls.no_screen = true;
    assert_false(terminal_enter(terminal, &error));
    assert_string_equal(error.text,
                        "terminal: xterm: curses cannot start; print with diptych show");
    assert_restored();
    terminal_close(terminal);
    assert_restored();
    assert_string_equal(sent(), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_the_start_is_whole_on_any_size, desk_begin, desk_end),
        cmocka_unit_test_setup_teardown(test_titles_and_frames, desk_begin, desk_end),
        cmocka_unit_test_setup_teardown(test_a_start_that_fails_leaves_the_terminal_alone,
                                        desk_begin, desk_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
