#include "pty/pty.h"

#include <stdarg.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "base/buffer.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "pty/outbytes.h"
#include "pty/supervisor.h"

struct strings {
    char **items;
    size_t count, capacity;
};

struct pty {
    struct emulator *emulator;
    struct outbytes watch;
    bool watched;
    struct buffer output;
    int master; /* -1 after a hang-up */
    int status, control;
    pid_t supervisor, process;
    bool stopped, exited;
    int exit_status;
    struct termios modes; /* before the program touched them */
    char home[64];
};

/* Programs not yet freed: a test that fails leaves by longjmp. */
static struct pty *live[32];

static void free_live(void)
{
    for (size_t i = 0; i < sizeof live / sizeof *live; i++)
        pty_free(live[i]);
}

static void replace_live(struct pty *from, struct pty *to)
{
    static bool registered;
    if (!registered)
        registered = atexit(free_live) == 0;
    for (size_t i = 0; i < sizeof live / sizeof *live; i++) {
        if (live[i] == from) {
            live[i] = to;
            return;
        }
    }
}

/* ---- starting ---- */

static void set_variable(struct strings *environment, const char *text)
{
    size_t name = strcspn(text, "=");
    for (size_t i = 0; i < environment->count; i++) {
        char *old = environment->items[i];
        if (strncmp(old, text, name) == 0 && old[name] == '=') {
            free(old);
            environment->items[i] = environment->items[--environment->count];
            break;
        }
    }
    if (text[name] == '=')
        VECTOR_PUSH(environment, xstrdup(text));
}

static void pass_variable(struct strings *environment, const char *name)
{
    const char *value = getenv(name);
    if (value == NULL)
        return;
    char *text = xasprintf("%s=%s", name, value);
    set_variable(environment, text);
    free(text);
}

static char **make_environment(const struct pty *pty, const struct pty_setup *setup)
{
    static const char *const fixed[] = { "TERM=xterm-256color", "LC_ALL=C.UTF-8", "ESCDELAY=25" };
    static const char *const passed[] = { "PATH", "COLLECTION", "ASAN_OPTIONS", "UBSAN_OPTIONS",
                                          "LSAN_OPTIONS", "LLVM_PROFILE_FILE", "GCOV_PREFIX" };
    struct strings environment = { 0 };
    for (size_t i = 0; i < sizeof passed / sizeof *passed; i++)
        pass_variable(&environment, passed[i]);
    for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
        set_variable(&environment, fixed[i]);
    char *home = xasprintf("HOME=%s", pty->home);
    set_variable(&environment, home);
    free(home);
    for (size_t i = 0; setup->environment != NULL && setup->environment[i] != NULL; i++)
        set_variable(&environment, setup->environment[i]);
    VECTOR_PUSH(&environment, NULL);
    return environment.items;
}

static char **make_arguments(const char *program, const struct pty_setup *setup)
{
    struct strings arguments = { 0 };
    VECTOR_PUSH(&arguments, xstrdup(program));
    for (size_t i = 0; setup->arguments != NULL && setup->arguments[i] != NULL; i++)
        VECTOR_PUSH(&arguments, xstrdup(setup->arguments[i]));
    VECTOR_PUSH(&arguments, NULL);
    return arguments.items;
}

static void free_strings(char **strings)
{
    for (size_t i = 0; strings[i] != NULL; i++)
        free(strings[i]);
    free(strings);
}

static void set_size(struct pty *pty, int rows, int columns)
{
    struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns };
    assert_int_equal(ioctl(pty->master, TIOCSWINSZ, &size), 0);
}

static void close_on_exec(int fd)
{
    fcntl(fd, F_SETFD, FD_CLOEXEC);
}

static void open_master(struct pty *pty)
{
    pty->master = posix_openpt(O_RDWR | O_NOCTTY);
    assert_true(pty->master >= 0);
    close_on_exec(pty->master);
    assert_int_equal(grantpt(pty->master), 0);
    assert_int_equal(unlockpt(pty->master), 0);
}

static void fork_supervisor(struct pty *pty, const struct pty_setup *setup, const char *program)
{
    int status[2];
    int control[2];
    char *real = realpath(program, NULL);
    if (real == NULL)
        fail_msg("%s: no such program", program);
    assert_int_equal(pipe(status), 0);
    assert_int_equal(pipe(control), 0);
    for (int i = 0; i < 2; i++) {
        close_on_exec(status[i]);
        close_on_exec(control[i]);
    }
    struct supervision supervision = {
        .terminal = ptsname(pty->master),
        .program = real,
        .arguments = make_arguments(real, setup),
        .environment = make_environment(pty, setup),
        .folder = setup->folder != NULL ? setup->folder : pty->home,
        .input = setup->input,
        .status = status[1],
        .control = control[0],
    };
    fflush(NULL);
    pty->supervisor = fork();
    assert_true(pty->supervisor >= 0);
    if (pty->supervisor == 0) {
        close(pty->master);
        close(status[0]);
        close(control[1]);
        supervise(&supervision);
    }
    close(status[1]);
    close(control[0]);
    pty->status = status[0];
    pty->control = control[1];
    free_strings((char **)(uintptr_t)supervision.arguments);
    free_strings((char **)(uintptr_t)supervision.environment);
    free(real);
}

static void take_status(struct pty *pty)
{
    char kind = 0;
    ssize_t got = read(pty->status, &kind, 1);
    if (got <= 0)
        fail_msg("the supervisor ended early");
    if (kind == 'P') {
        assert_int_equal(read(pty->status, &pty->process, sizeof pty->process),
                         sizeof pty->process);
    } else if (kind == 'S') {
        pty->stopped = true;
    } else {
        assert_int_equal(read(pty->status, &pty->exit_status, sizeof pty->exit_status),
                         sizeof pty->exit_status);
        pty->exited = true;
    }
}

struct pty *pty_start(const struct pty_setup *setup)
{
    const char *program = setup->program != NULL ? setup->program : getenv("DIPTYCH");
    if (program == NULL) {
        print_message("DIPTYCH does not name the program: skipped\n");
        skip();
    }
    int rows = setup->rows > 0 ? setup->rows : 24;
    int columns = setup->columns > 0 ? setup->columns : 80;
    struct pty *pty = xcalloc(1, sizeof *pty);
    pty->master = -1;
    signal(SIGPIPE, SIG_IGN);
    snprintf(pty->home, sizeof pty->home, "/tmp/diptych-test-XXXXXX");
    assert_non_null(mkdtemp(pty->home));
    replace_live(NULL, pty);
    pty->watched = !setup->unwatched;
    pty->emulator = emulator_new(rows, columns);
    open_master(pty);
    set_size(pty, rows, columns);
    assert_int_equal(tcgetattr(pty->master, &pty->modes), 0);
    fork_supervisor(pty, setup, program);
    take_status(pty);
    return pty;
}

/* ---- ending ---- */

static void remove_folder(const char *path)
{
    DIR *folder = opendir(path);
    for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        char *name = xasprintf("%s/%s", path, entry->d_name);
        struct stat info;
        if (lstat(name, &info) == 0 && S_ISDIR(info.st_mode))
            remove_folder(name);
        else
            unlink(name);
        free(name);
    }
    if (folder != NULL)
        closedir(folder);
    rmdir(path);
}

void pty_free(struct pty *pty)
{
    if (pty == NULL)
        return;
    replace_live(pty, NULL);
    if (!pty->exited && pty->process > 0)
        kill(pty->process, SIGKILL);
    if (pty->supervisor > 0) {
        close(pty->control);
        close(pty->status);
    }
    if (pty->master >= 0)
        close(pty->master);
    if (pty->supervisor > 0)
        waitpid(pty->supervisor, NULL, 0);
    remove_folder(pty->home);
    emulator_free(pty->emulator);
    buffer_free(&pty->output);
    free(pty);
}

/* ---- taking output in ---- */

void pty_print(struct pty *pty)
{
    int rows, columns, row, column;
    emulator_size(pty->emulator, &rows, &columns);
    emulator_cursor(pty->emulator, &row, &column, NULL);
    print_error("screen %dx%d, cursor at %d, %d%s\n", rows, columns, row, column,
                pty->exited ? ", program has ended" : "");
    for (int i = 0; i < rows; i++) {
        char *text = emulator_row(pty->emulator, i);
        print_error("%3d|%s\n", i, text);
        free(text);
    }
}

/* Reads once; false when there is nothing to come (any more). */
static bool read_output(struct pty *pty)
{
    char bytes[65536];
    ssize_t got = read(pty->master, bytes, sizeof bytes);
    if (got <= 0)
        return got < 0 && errno == EINTR;
    buffer_add(&pty->output, bytes, (size_t)got);
    emulator_feed(pty->emulator, bytes, (size_t)got);
    if (pty->watched && !outbytes_feed(&pty->watch, bytes, (size_t)got)) {
        pty_print(pty);
        fail_msg("the program sent what no text and no sequence of its own explains: %s",
                 pty->watch.fault);
    }
    return true;
}

/* Waits up to `timeout` milliseconds for output or news of the program; false when none came. */
static bool take_some(struct pty *pty, int timeout)
{
    struct pollfd fds[2] = { { .fd = pty->master, .events = POLLIN },
                             { .fd = pty->exited ? -1 : pty->status, .events = POLLIN } };
    int ready = poll(fds, 2, timeout);
    if (ready <= 0)
        return ready < 0 && errno == EINTR;
    if ((fds[1].revents & (POLLIN | POLLHUP)) != 0)
        take_status(pty);
    if ((fds[0].revents & POLLIN) != 0)
        return read_output(pty);
    return fds[1].revents != 0;
}

void pty_take(struct pty *pty)
{
    while (take_some(pty, 0)) {
    }
}

void pty_take_all(struct pty *pty)
{
    while (take_some(pty, PTY_QUIET)) {
    }
}

static long long now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (long long)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

void pty_wait_for(struct pty *pty, bool (*holds)(struct pty *pty, void *data), void *data,
                  const char *what)
{
    long long deadline = now() + PTY_DEADLINE * 1000;
    for (;;) {
        pty_take(pty);
        if (holds(pty, data))
            return;
        long long left = deadline - now();
        bool more = left > 0 && take_some(pty, (int)left);
        if (!more && (left <= 0 || pty->exited)) {
            if (holds(pty, data))
                return;
            pty_print(pty);
            fail_msg("waited in vain: %s", what);
        }
    }
}

/* ---- conditions ---- */

static bool shows(struct pty *pty, void *data)
{
    return pty_shows(pty, data);
}

static bool shows_not(struct pty *pty, void *data)
{
    return !pty_shows(pty, data);
}

struct place {
    int row, column;
    const char *text;
};

static bool row_shows(struct pty *pty, void *data)
{
    const struct place *place = data;
    return emulator_row_has(pty->emulator, place->row, place->text);
}

static bool cursor_is(struct pty *pty, void *data)
{
    const struct place *place = data;
    int row, column;
    bool visible;
    emulator_cursor(pty->emulator, &row, &column, &visible);
    return visible && row == place->row && column == place->column;
}

static bool has_stopped(struct pty *pty, void *data)
{
    (void)data;
    return pty->stopped;
}

static bool has_exited(struct pty *pty, void *data)
{
    (void)data;
    return pty->exited;
}

static void wait_named(struct pty *pty, bool (*holds)(struct pty *, void *), void *data,
                       const char *format, const char *text, int row, int column)
{
    char what[512];
    snprintf(what, sizeof what, "%s%s (row %d, column %d)", format, text, row, column);
    pty_wait_for(pty, holds, data, what);
}

void pty_wait(struct pty *pty, const char *text)
{
    wait_named(pty, shows, (void *)(uintptr_t)text, "on screen: ", text, -1, -1);
}

void pty_wait_gone(struct pty *pty, const char *text)
{
    wait_named(pty, shows_not, (void *)(uintptr_t)text, "no longer on screen: ", text, -1, -1);
}

void pty_wait_row(struct pty *pty, int row, const char *text)
{
    struct place place = { .row = row, .text = text };
    wait_named(pty, row_shows, &place, "on this row: ", text, row, -1);
}

void pty_wait_cursor(struct pty *pty, int row, int column)
{
    struct place place = { .row = row, .column = column };
    wait_named(pty, cursor_is, &place, "the cursor", "", row, column);
}

void pty_wait_stopped(struct pty *pty)
{
    pty_wait_for(pty, has_stopped, NULL, "the program stops");
}

int pty_wait_exit(struct pty *pty)
{
    if (pty->master < 0) { /* hung up: only the supervisor has news */
        struct pollfd news = { .fd = pty->status, .events = POLLIN };
        while (!pty->exited) {
            if (poll(&news, 1, PTY_DEADLINE * 1000) <= 0)
                fail_msg("waited in vain: the program ends after a hang-up");
            take_status(pty);
        }
        return pty->exit_status;
    }
    pty_wait_for(pty, has_exited, NULL, "the program ends");
    pty_take(pty);
    return pty->exit_status;
}

/* ---- doing ---- */

void pty_send_bytes(struct pty *pty, const char *bytes, size_t length)
{
    size_t at = 0;
    long long deadline = now() + PTY_DEADLINE * 1000;
    while (at < length) {
        struct pollfd room = { .fd = pty->master, .events = POLLOUT | POLLIN };
        if (poll(&room, 1, 100) < 0 && errno != EINTR)
            fail_msg("poll: %s", strerror(errno));
        if ((room.revents & POLLIN) != 0)
            read_output(pty); /* neither side may wait for the other */
        if ((room.revents & POLLOUT) != 0) {
            size_t piece = length - at < 512 ? length - at : 512;
            ssize_t written = write(pty->master, bytes + at, piece);
            if (written > 0)
                at += (size_t)written;
        }
        if (now() > deadline)
            fail_msg("the program does not read its keys");
    }
}

void pty_send(struct pty *pty, const char *keys)
{
    pty_send_bytes(pty, keys, strlen(keys));
}

void pty_resize(struct pty *pty, int rows, int columns)
{
    pty_take(pty);
    emulator_resize(pty->emulator, rows, columns);
    set_size(pty, rows, columns);
}

void pty_signal(struct pty *pty, int number)
{
    assert_int_equal(kill(pty->process, number), 0);
}

void pty_continue(struct pty *pty)
{
    pty->stopped = false;
    assert_int_equal(write(pty->control, "c", 1), 1);
}

void pty_hang_up(struct pty *pty)
{
    pty_take(pty);
    close(pty->master);
    pty->master = -1;
}

void pty_watch(struct pty *pty, bool watch)
{
    pty_take(pty);
    pty->watched = watch;
}

/* ---- looking ---- */

struct emulator *pty_screen(struct pty *pty)
{
    return pty->emulator;
}

bool pty_shows(struct pty *pty, const char *text)
{
    return emulator_find(pty->emulator, text) >= 0;
}

const char *pty_home(const struct pty *pty)
{
    return pty->home;
}

pid_t pty_process(const struct pty *pty)
{
    return pty->process;
}

const char *pty_output(const struct pty *pty, size_t *length)
{
    *length = pty->output.length;
    return buffer_text(&pty->output);
}

long pty_cpu_ticks(const struct pty *pty)
{
    char path[64];
    char line[1024] = "";
    snprintf(path, sizeof path, "/proc/%ld/stat", (long)pty->process);
    FILE *file = fopen(path, "r");
    if (file == NULL)
        return -1;
    bool read = fgets(line, sizeof line, file) != NULL;
    fclose(file);
    const char *name_end = strrchr(line, ')');
    long user = 0;
    long system = 0;
    if (!read || name_end == NULL ||
        sscanf(name_end + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %ld %ld", &user,
               &system) != 2)
        return -1;
    return user + system;
}

/* The last switch of a mode that the program sent, 'h', 'l', or 0 when it sent none. */
static char last_switch(const struct pty *pty, const char *mode)
{
    char last = 0;
    size_t length = strlen(mode);
    const char *at = buffer_text(&pty->output);
    const char *end = at + pty->output.length;
    for (; at + length < end; at++)
        if (memcmp(at, mode, length) == 0 && (at[length] == 'h' || at[length] == 'l'))
            last = at[length];
    return last;
}

static size_t count_sent(const struct pty *pty, const char *sequence)
{
    size_t length;
    size_t count = 0;
    for (const char *at = pty_output(pty, &length); (at = strstr(at, sequence)) != NULL; at++)
        count++;
    return count;
}

/* A title that was set had been put aside before, and was taken back as often. */
static void assert_title_restored(const struct pty *pty)
{
    size_t kept = count_sent(pty, "\033[22;0;0t") + count_sent(pty, "\033[22;2t");
    assert_int_equal(count_sent(pty, "\033[23;0;0t") + count_sent(pty, "\033[23;2t"), kept);
    assert_true(kept > 0 || count_sent(pty, "\033]2;") == 0);
}

void pty_assert_restored(struct pty *pty)
{
    struct termios modes;
    pty_take(pty);
    assert_int_equal(tcgetattr(pty->master, &modes), 0);
    assert_int_equal(modes.c_iflag, pty->modes.c_iflag);
    assert_int_equal(modes.c_oflag, pty->modes.c_oflag);
    assert_int_equal(modes.c_lflag, pty->modes.c_lflag);
    assert_int_equal(modes.c_cc[VMIN], pty->modes.c_cc[VMIN]);
    int row, column;
    bool visible;
    emulator_cursor(pty->emulator, &row, &column, &visible);
    assert_true(visible || last_switch(pty, "\033[?25") != 'l');
    assert_false(emulator_alternate(pty->emulator));
    assert_int_equal(emulator_mouse(pty->emulator), 0);
    assert_int_not_equal(last_switch(pty, "\033[?2004"), 'h');
    assert_int_not_equal(last_switch(pty, "\033[?1004"), 'h');
    assert_int_not_equal(last_switch(pty, "\033[?7"), 'l');
    assert_int_not_equal(last_switch(pty, "\033[?1"), 'h');
    assert_int_not_equal(last_switch(pty, "\033[?2026"), 'h');
    assert_title_restored(pty);
}
