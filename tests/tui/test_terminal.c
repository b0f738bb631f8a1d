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

#include "base/descriptor.h"
#include "pty/outbytes.h"
#include "tui/keys.h"
#include "tui/ncurses.h"
#include "tui/signals.h"
#include "tui/terminal.h"

/* ---- calls that fail as told ---- */

static struct {
    bool no_screen, echoed; /* what newterm answers, and found */
    bool no_pipe;
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
    /* A shell's background job begins with some of them ignored. */
    static const int usual[] = { SIGHUP, SIGINT, SIGTERM, SIGTSTP };
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        signal(usual[i], SIG_DFL);
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
    struct terminal *terminal = terminal_open(name, true, &error);
    assert_string_equal(error.text, "");
    assert_non_null(terminal);
    return terminal;
}

/* As the loop begins: what curses has, then what was appended. */
static bool enter(struct terminal *terminal)
{
    struct buffer out = { 0 };
    bool entered = terminal_enter(terminal, &out, NULL);
    struct keys *keys = keys_new(0, 0);
    entered = descriptor_write(1, buffer_text(&out), out.length, NULL) && entered;
    keys_free(keys);
    buffer_free(&out);
    return entered;
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
        assert_true(enter(terminal));
        assert_false(calls.echoed);
        const char *bytes = sent();
        assert_non_null(strstr(bytes, "\033[?2004h\033[?1004h"));
        if (!outbytes_feed(&watch, bytes, strlen(bytes)))
            fail_msg("%d rows, %d columns: %s", sizes[i][0], sizes[i][1], watch.fault);
        assert_int_equal(watch.length, 0);
        terminal_close(terminal);
        assert_restored();
    }
}

/* Curses' own screens may be smaller; programs that run from the room go by the window. */
static void test_the_size_others_go_by_is_left(void **unused)
{
    (void)unused;
    setenv("LINES", "31", 1);
    unsetenv("COLUMNS");
    struct terminal *terminal = open_terminal("xterm-256color");
    assert_true(enter(terminal));
    assert_string_equal(getenv("LINES"), "31");
    assert_null(getenv("COLUMNS"));
    assert_null(getenv("NCURSES_NO_PADDING"));
    terminal_close(terminal);
    unsetenv("LINES");
}

static int count_of(const char *text, const char *what)
{
    int count = 0;
    for (const char *at = text; (at = strstr(at, what)) != NULL; at++)
        count++;
    return count;
}

/* Titles where that of before comes back: by curses' own switching of screens, or by ours, as the machine's
 * database has it, never by both; frames where they are known to be whole. */
static void test_titles_and_frames(void **unused)
{
    (void)unused;
    static const struct {
        const char *name;
        bool titled, frames, told;
    } cases[] = {
        { "xterm-256color", true, false, false }, { "xterm-256color", true, true, true },
        { "tmux-256color", true, false, false },  { "foot", true, true, false },
        { "xterm-kitty", true, true, false },     { "screen", false, false, false },
        { "linux", false, false, false },         { "vt100", false, false, false },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct error error = { "" };
        struct terminal *terminal = terminal_open(cases[i].name, true, &error);
        struct buffer title = { 0 };
        struct buffer out = { 0 };
        if (terminal == NULL) /* not in this machine's database */
            continue;
        terminal->frames = terminal->frames || cases[i].told;
        assert_true(enter(terminal));
        assert_int_equal(count_of(sent(), "\033[22;"), cases[i].titled);
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
        assert_int_equal(count_of(sent(), "\033[23;"), cases[i].titled);
        assert_restored();
    }
}

static void test_a_terminal_with_one_screen_is_left_empty(void **unused)
{
    (void)unused;
    static const char *const names[] = { "vt100", "xterm" };
    for (size_t i = 0; i < 2; i++) {
        struct terminal *terminal = open_terminal(names[i]);
        assert_true(enter(terminal));
        sent();
        terminal_close(terminal);
        assert_int_equal(strstr(sent(), "\033[H\033[J") != NULL, i == 0);
    }
}

static void test_a_start_that_fails_leaves_the_terminal_alone(void **unused)
{
    (void)unused;
    struct error error = { "" };
    struct buffer out = { 0 };
    struct terminal *terminal = open_terminal("xterm");
    calls.no_screen = true;
    assert_false(terminal_enter(terminal, &out, &error));
    assert_string_equal(error.text,
                        "terminal: xterm: curses cannot start; print with diptych show");
    assert_restored();
    terminal_close(terminal);
    assert_restored();
    assert_string_equal(sent(), "");
}

/* However the program then ends. */
static void test_what_is_typed_ahead_is_not_echoed(void **unused)
{
    (void)unused;
    struct termios modes;
    struct terminal *terminal = open_terminal("xterm");
    terminal_hush(terminal);
    assert_int_equal(tcgetattr(desk.master, &modes), 0);
    assert_true((modes.c_lflag & ECHO) == 0 && (modes.c_lflag & ISIG) != 0);
    terminal_close(terminal);
    assert_restored();
    assert_string_equal(sent(), "");
}

static void test_a_size_that_nobody_knows(void **unused)
{
    (void)unused;
    static const int sizes[][2] = { { 0, 0 }, { 0, 80 }, { 24, 0 } };
    int rows, columns;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        set_size(sizes[i][0], sizes[i][1]);
        assert_false(descriptor_size(1, &rows, &columns));
        assert_int_equal(rows, 24);
        assert_int_equal(columns, 80);
    }
    set_size(7, 31);
    assert_true(descriptor_size(1, &rows, &columns));
    assert_int_equal(rows, 7);
    assert_int_equal(columns, 31);
}

/* ---- signals ---- */

static int begin_signals(void)
{
    struct error error = { "" };
    int news = signals_begin(&error);
    assert_true(news >= 0);
    return news;
}

static int is_readable(int fd)
{
    struct pollfd file = { .fd = fd, .events = POLLIN };
    return poll(&file, 1, 0) == 1;
}

static void test_news_wake_the_loop_once(void **unused)
{
    (void)unused;
    int news_file = begin_signals();
    assert_false(is_readable(news_file));
    for (int i = 0; i < 600; i++) /* more than is read at once */
        raise(SIGWINCH);
    assert_true(is_readable(news_file));
    struct signals_news news = signals_take();
    assert_true(news.resized && !news.stopped && !news.continued);
    assert_false(is_readable(news_file));
    raise(SIGTSTP);
    raise(SIGCONT);
    raise(SIGPIPE); /* nothing comes of it */
    news = signals_take();
    assert_true(!news.resized && news.stopped && news.continued);
    news = signals_take();
    assert_true(!news.resized && !news.stopped && !news.continued);
    assert_int_equal(signals_ending(), 0);
    raise(SIGTERM);
    assert_true(is_readable(news_file));
    assert_int_equal(signals_ending(), SIGTERM);
    assert_int_not_equal(alarm(0), 0); /* the second that a stuck terminal has */
}

static void test_what_nohup_ignores_stays_ignored(void **unused)
{
    (void)unused;
    struct sigaction before, now;
    struct sigaction ignore = { .sa_handler = SIG_IGN };
    sigaction(SIGHUP, &ignore, &before);
    begin_signals();
    raise(SIGHUP);
    assert_int_equal(signals_ending(), 0);
    signals_lend_terminal();
    sigaction(SIGINT, NULL, &now);
    assert_true(now.sa_handler == SIG_IGN);
    sigaction(SIGTSTP, NULL, &now);
    assert_true(now.sa_handler == SIG_DFL);
    signals_take_terminal();
    raise(SIGHUP);
    assert_int_equal(signals_ending(), 0);
    raise(SIGINT);
    assert_int_equal(signals_ending(), SIGINT);
    signals_end();
    sigaction(SIGHUP, &before, NULL);
}

static void test_the_whole_job_is_stopped(void **unused)
{
    (void)unused;
    struct sigaction now;
    begin_signals();
    raise(SIGCONT);
    signals_stop_job();
    assert_int_equal(calls.stopped, SIGTSTP);
    assert_true(calls.by_default);
    sigaction(SIGTSTP, NULL, &now);
    assert_true(now.sa_handler != SIG_DFL);
    struct signals_news news = signals_take();
    assert_true(!news.stopped && !news.continued); /* the caller knows */
}

static void test_no_descriptors_no_signals(void **unused)
{
    (void)unused;
    struct error error = { "" };
    calls.no_pipe = true;
    assert_int_equal(signals_begin(&error), -1);
    assert_string_equal(error.text, "terminal: cannot make a pipe: Too many open files");
}

static volatile sig_atomic_t struck;

static void take_blow(int number)
{
    struck = number;
}

/* What was there before the program takes the signal in the end. */
static void test_a_crash_gives_the_terminal_back(void **unused)
{
    (void)unused;
    static const int numbers[] = { SIGQUIT, SIGABRT, SIGSEGV, SIGBUS };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct sigaction before;
        struct sigaction mine = { .sa_handler = take_blow };
        struct sigaction now;
        sigaction(numbers[i], &mine, &before);
        sigaction(numbers[i], NULL, &now);
        if (now.sa_handler != take_blow)
            continue; /* a sanitizer keeps it for itself */
        begin_signals();
        struct terminal *terminal = open_terminal("xterm");
        assert_true(enter(terminal));
        sent();
        raise(numbers[i]);
        assert_int_equal(struck, numbers[i]);
        assert_restored();
        const char *bytes = sent();
        assert_non_null(strstr(bytes, "\033[?1004l\033[?2004l"));
        assert_non_null(strstr(bytes, "\033[?1049l"));
        signals_end();
        begin_signals();
        raise(numbers[i]); /* once only */
        assert_string_equal(sent(), "");
        terminal_close(terminal);
        signals_end();
        sigaction(numbers[i], &before, NULL);
    }
}

/* Nothing asks for news while the first text is read. */
static void test_an_end_before_there_is_a_screen(void **unused)
{
    (void)unused;
    static const int numbers[] = { SIGTERM, SIGINT, SIGHUP };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct sigaction before, mine = { .sa_handler = take_blow };
        struck = 0;
        sigaction(numbers[i], &mine, &before);
        begin_signals();
        struct terminal *terminal = open_terminal("xterm");
        terminal_hush(terminal);
        raise(numbers[i]);
        assert_int_equal(struck, numbers[i]);
        assert_restored();
        assert_string_equal(sent(), "");
        terminal_close(terminal);
        signals_end();
        sigaction(numbers[i], &before, NULL);
    }
}

/* A second after the program was asked to end. */
static void test_a_terminal_that_takes_nothing_is_let_go(void **unused)
{
    (void)unused;
    char bytes[4096] = "";
    int ends[2];
    begin_signals();
    assert_int_equal(__real_pipe(ends), 0);
    fcntl(ends[1], F_SETFL, O_NONBLOCK);
    assert_int_equal(dup2(ends[1], 1), 1);
    raise(SIGALRM);
    assert_int_not_equal(alarm(0), 0); /* looks again */
    while (write(1, bytes, sizeof bytes) > 0) {
    }
    assert_int_equal(errno, EAGAIN);
    raise(SIGALRM);
    assert_int_equal(alarm(0), 0);
    assert_int_equal(write(1, bytes, sizeof bytes), -1); /* at once, as no longer a terminal's */
    assert_int_equal(errno, EBADF);
    close(ends[0]);
    close(ends[1]);
}

#define ON_A_DESK(test) cmocka_unit_test_setup_teardown(test, desk_begin, desk_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_A_DESK(test_the_start_is_whole_on_any_size),
        ON_A_DESK(test_the_size_others_go_by_is_left),
        ON_A_DESK(test_titles_and_frames),
        ON_A_DESK(test_a_terminal_with_one_screen_is_left_empty),
        ON_A_DESK(test_a_start_that_fails_leaves_the_terminal_alone),
        ON_A_DESK(test_what_is_typed_ahead_is_not_echoed),
        ON_A_DESK(test_a_size_that_nobody_knows),
        ON_A_DESK(test_news_wake_the_loop_once),
        ON_A_DESK(test_what_nohup_ignores_stays_ignored),
        ON_A_DESK(test_the_whole_job_is_stopped),
        ON_A_DESK(test_no_descriptors_no_signals),
        ON_A_DESK(test_a_crash_gives_the_terminal_back),
        ON_A_DESK(test_an_end_before_there_is_a_screen),
        ON_A_DESK(test_a_terminal_that_takes_nothing_is_let_go),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
