/* What base/ makes of calls that the system refuses or interrupts. The linker leads the calls below
 * through wrappers (--wrap), which fail as told: the files, pipes and programs are real. */
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
#include <sys/wait.h>
#include <unistd.h>

#include "base/descriptor.h"
#include "base/file.h"
#include "base/filter.h"
#include "base/foreground.h"
#include "base/spool.h"
#include "base/subprocess.h"
#include "base/xalloc.h"
#include "library/scratch.h"

enum call {
    PIPE,
    READ,
    WRITE,
    POLL,
    FSYNC,
    CLOSE,
    RENAME,
    WAITPID,

    FCHMOD,
    MALLOC,
    CALLOC,
    REALLOC,
    CALLS
};

/* The next call but `after` fails with `reason`, `times` of them in a row. */
static _Atomic int refusals[CALLS], granted[CALLS], reasons[CALLS];

static void refuse(enum call call, int after, int times, int reason)
{
    granted[call] = after;
    reasons[call] = reason;
    refusals[call] = times;
}

static bool is_refused(enum call call)
{
    if (refusals[call] == 0)
        return false;
    if (granted[call] > 0) {
        granted[call]--;
        return false;
    }
    refusals[call]--;
    errno = reasons[call];
    return true;
}

int __real_pipe(int ends[2]);
int __wrap_pipe(int ends[2]);
int __wrap_pipe(int ends[2])
{
    return is_refused(PIPE) ? -1 : __real_pipe(ends);
}

ssize_t __real_read(int file, void *bytes, size_t size);
ssize_t __wrap_read(int file, void *bytes, size_t size);
ssize_t __wrap_read(int file, void *bytes, size_t size)
{
    return is_refused(READ) ? -1 : __real_read(file, bytes, size);
}

ssize_t __real_write(int file, const void *bytes, size_t size);
ssize_t __wrap_write(int file, const void *bytes, size_t size);
ssize_t __wrap_write(int file, const void *bytes, size_t size)
{
    return !is_refused(WRITE) ? __real_write(file, bytes, size) : reasons[WRITE] != 0 ? -1 : 0;
}

int __real_poll(struct pollfd *files, nfds_t count, int milliseconds);
int __wrap_poll(struct pollfd *files, nfds_t count, int milliseconds);
int __wrap_poll(struct pollfd *files, nfds_t count, int milliseconds)
{
    return is_refused(POLL) ? -1 : __real_poll(files, count, milliseconds);
}

int __real_fsync(int file);
int __wrap_fsync(int file);
int __wrap_fsync(int file)
{
    return is_refused(FSYNC) ? -1 : __real_fsync(file);
}

int __real_close(int file);
int __wrap_close(int file);
int __wrap_close(int file)
{
    bool refused = is_refused(CLOSE);
    int status = __real_close(file);
    if (refused)
        errno = reasons[CLOSE];
    return refused ? -1 : status;
}

int __real_rename(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to)
{
    return is_refused(RENAME) ? -1 : __real_rename(from, to);
}

pid_t __real_waitpid(pid_t process, int *status, int options);
pid_t __wrap_waitpid(pid_t process, int *status, int options);
pid_t __wrap_waitpid(pid_t process, int *status, int options)
{
    return is_refused(WAITPID) ? -1 : __real_waitpid(process, status, options);
}

int __real_fchmod(int file, mode_t mode);
int __wrap_fchmod(int file, mode_t mode);
int __wrap_fchmod(int file, mode_t mode)
{
    return is_refused(FCHMOD) ? -1 : __real_fchmod(file, mode);
}

void *__real_malloc(size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_malloc(size_t size)
{
    return is_refused(MALLOC) ? NULL : __real_malloc(size);
}

void *__real_calloc(size_t count, size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_calloc(size_t count, size_t size)
{
    return is_refused(CALLOC) ? NULL : __real_calloc(count, size);
}

void *__real_realloc(void *old, size_t size);
void *__wrap_realloc(void *old, size_t size);
void *__wrap_realloc(void *old, size_t size)
{
    return is_refused(REALLOC) ? NULL : __real_realloc(old, size);
}

static int setup(void **state)
{
    (void)state;
    scratch_make();
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    memset((void *)(uintptr_t)refusals, 0, sizeof refusals);
    scratch_remove();
    return 0;
}

static void assert_holds(const char *path, const char *wanted)
{
    struct buffer bytes = { 0 };
    assert_true(file_read(path, 0, &bytes, NULL));
    assert_string_equal(buffer_text(&bytes), wanted);
    buffer_free(&bytes);
}

static size_t count_files(const char *folder)
{
    struct buffer out = { 0 };
    int status;
    char *const argv[] = { "ls", "-A", (char *)(uintptr_t)folder, NULL };
    struct filter_limits limits = { .milliseconds = 10000, .output = 4096 };
    assert_int_equal(filter_run(argv, NULL, 0, limits, &out, &status), FILTER_DONE);
    size_t lines = 0;
    for (size_t i = 0; i < out.length; i++)
        lines += out.data[i] == '\n';
    buffer_free(&out);
    return lines;
}

/* Whatever step of writing fails, the old file stays whole, nothing lies beside it, and the
 * sentence says which file and why. */
static void a_failed_write_leaves_the_old_file(void **state)
{
    (void)state;
    static const struct {
        enum call call;
        int reason;
        const char *why;
    } cases[] = {
        { WRITE, ENOSPC, "No space left on device" }, { FSYNC, EIO, "Input/output error" },
        { CLOSE, EDQUOT, "Disk quota exceeded" },     { RENAME, EROFS, "Read-only file system" },
        { FCHMOD, EPERM, "Operation not permitted" },
    };
    scratch_file("notes.md", "old");
    char *path = xstrdup(scratch_path("notes.md"));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct error error = { "" };
        refuse(cases[i].call, 0, 1, cases[i].reason);
        assert_false(file_write(path, "new", 3, &error));
        char *wanted = xasprintf("%s: cannot be written: %s", path, cases[i].why);
        assert_string_equal(error.text, wanted);
        free(wanted);
        assert_holds(path, "old");
        assert_int_equal(count_files(scratch_folder), 1);
    }
    free(path);
}

static void an_interrupted_write_goes_on(void **state)
{
    (void)state;
    char *path = xstrdup(scratch_path("notes.md"));
    refuse(WRITE, 0, 2, EINTR);
    assert_true(file_write(path, "new", 3, NULL));
    refuse(READ, 0, 2, EINTR);
    assert_holds(path, "new");
    free(path);
}

static void a_failed_move_leaves_both(void **state)
{
    (void)state;
    struct error error = { "" };
    scratch_file("from", "new");
    scratch_file("to", "old");
    char *from = xstrdup(scratch_path("from")), *to = xstrdup(scratch_path("to"));
    static const enum call calls[] = { FSYNC, RENAME };
    for (size_t i = 0; i < 2; i++) {
        refuse(calls[i], 0, 1, EIO);
        assert_false(file_move(from, to, &error));
        assert_non_null(strstr(error.text, "to: cannot be written: Input/output error"));
        assert_holds(from, "new");
        assert_holds(to, "old");
    }
    free(from);
    free(to);
}

static void a_file_that_cannot_be_read_is_told(void **state)
{
    (void)state;
    struct error error = { "" };
    struct buffer bytes = { 0 };
    scratch_file("text", "words");
    char *path = xstrdup(scratch_path("text"));
    refuse(READ, 0, 1, EIO);
    assert_false(file_read(path, 0, &bytes, &error));
    assert_non_null(strstr(error.text, "text: Input/output error"));
    buffer_free(&bytes);
    free(path);
}

/* ---- programs ---- */

static enum filter_end filtered(const char *script, const char *input, struct buffer *out,
                                int *status)
{
    char *const argv[] = { "sh", "-c", (char *)(uintptr_t)script, NULL };
    struct filter_limits limits = { .milliseconds = 10000, .output = 1 << 20 };
    out->length = 0;
    return filter_run(argv, input, input != NULL ? strlen(input) : 0, limits, out, status);
}

static void a_filter_without_pipes_is_missing(void **state)
{
    (void)state;
    struct buffer out = { 0 };
    int status;
    for (int after = 0; after < 2; after++) {
        refuse(PIPE, after, 1, EMFILE);
        assert_int_equal(filtered("cat", "words", &out, &status), FILTER_MISSING);
        assert_int_equal(status, EMFILE);
    }
    buffer_free(&out);
}

static void an_interrupted_filter_loses_nothing(void **state)
{
    (void)state;
    static const enum call calls[] = { READ, WRITE, POLL, WAITPID };
    struct buffer out = { 0 };
    int status;
    for (size_t i = 0; i < 4; i++) {
        refuse(calls[i], 0, 2, EINTR);
        assert_int_equal(filtered("cat", "words", &out, &status), FILTER_DONE);
        assert_string_equal(buffer_text(&out), "words");
    }
    buffer_free(&out);
}

/* A program that does not want its input is no fault, and neither is one that is gone when asked
 * for. */
static void a_filter_may_leave_its_input(void **state)
{
    (void)state;
    struct buffer out = { 0 };
    int status;
    char *much = xmalloc((size_t)1 << 20);
    memset(much, 'x', ((size_t)1 << 20) - 1);
    much[((size_t)1 << 20) - 1] = '\0';
    assert_int_equal(filtered("exec <&-; echo done", much, &out, &status), FILTER_DONE);
    assert_string_equal(buffer_text(&out), "done\n");
    free(much);
    refuse(WRITE, 0, 1, EIO);
    assert_int_equal(filtered("cat", "words", &out, &status), FILTER_DONE);
    assert_string_equal(buffer_text(&out), "");
    buffer_free(&out);
}

static void a_broken_pipe_ends_the_output(void **state)
{
    (void)state;
    struct buffer out = { 0 };
    int status;
    refuse(READ, 0, 1, EIO);
    assert_int_equal(filtered("echo words", NULL, &out, &status), FILTER_DONE);
    assert_string_equal(buffer_text(&out), "");
    buffer_free(&out);
}

static int never(void)
{
    return 0;
}

static int at_once(void)
{
    return SIGTERM;
}

/* A terminal or a pipe that takes nothing for a while. */
static void writing_outlasts_interruptions(void **state)
{
    (void)state;
    char said[8] = "", much[100000] = "";
    int ends[2];
    assert_true(descriptor_pipe(ends));
    assert_int_equal(fcntl(ends[0], F_GETFD) & fcntl(ends[1], F_GETFD), FD_CLOEXEC);
    refuse(WRITE, 0, 2, EINTR);
    assert_true(descriptor_write(ends[1], "a", 1, NULL));
    refuse(WRITE, 0, 2, EAGAIN);
    refuse(POLL, 0, 1, EINTR);
    assert_true(descriptor_write(ends[1], "bc", 2, never));
    assert_int_equal(read(ends[0], said, sizeof said), 3);
    assert_string_equal(said, "abc");
    static const int faults[] = { EIO, 0, EAGAIN }; /* 0: it takes nothing and gives no reason */
    for (size_t i = 0; i < 3; i++) {
        refuse(WRITE, 0, 1, faults[i]);
        refuse(POLL, 0, faults[i] == EAGAIN, ENOMEM);
        assert_false(descriptor_write(ends[1], "d", 1, NULL));
        assert_int_equal(errno, faults[i] == EAGAIN ? ENOMEM : EIO);
    }
    fcntl(ends[1], F_SETFL, O_NONBLOCK);
    assert_false(descriptor_write(ends[1], much, sizeof much, at_once));
    close(ends[0]);
    close(ends[1]);
}

static void a_program_in_front_says_why_it_cannot_start(void **state)
{
    (void)state;
    struct error error = { "" };
    const char *const argv[] = { "cat", NULL };
    refuse(PIPE, 0, 1, EMFILE);
    assert_int_equal(foreground_run(argv, NULL, "x", 1, STDIN_FILENO, STDERR_FILENO, never, &error), -1);
    assert_string_equal(error.text, "cat: cannot start: Too many open files");
}

static void a_program_in_front_is_fed_through_interruptions(void **state)
{
    (void)state;
    static const enum call calls[] = { WRITE, WAITPID };
    const char *const argv[] = { "cat", NULL };
    for (size_t i = 0; i < 2; i++) {
        int ends[2];
        char said[8] = "";
        assert_int_equal(pipe(ends), 0);
        refuse(calls[i], 0, 1, EINTR);
        assert_int_equal(foreground_run(argv, NULL, "words", 5, STDIN_FILENO, ends[1], never, NULL), 0);
        assert_int_equal(read(ends[0], said, sizeof said), 5);
        assert_memory_equal(said, "words", 5);
        close(ends[0]);
        close(ends[1]);
    }
}

static void a_program_asked_says_why_it_cannot_run(void **state)
{
    (void)state;
    struct error error = { "" };
    refuse(PIPE, 0, 1, EMFILE);
    assert_null(subprocess_start("dict -h", "word", &error));
    assert_string_equal(error.text, "dict: cannot be run: Too many open files");
}

static void a_program_asked_is_heard_through_interruptions(void **state)
{
    (void)state;
    struct subprocess *asking = subprocess_start("echo", "word", NULL);
    size_t length;
    refuse(READ, 0, 2, EINTR);
    assert_true(subprocess_poll(asking, true));
    assert_string_equal(subprocess_text(asking, &length), "word\n");
    subprocess_free(asking);
}

/* ---- pipes ---- */

static void a_spool_without_a_thread_is_told(void **state)
{
    (void)state;
    struct error error = { "" };
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    refuse(PIPE, 0, 1, EMFILE);
    assert_null(spool_begin(ends[0], scratch_folder, SPOOL_STDIN, &error));
    assert_string_equal(error.text,
                        "(stdin): cannot be read in the background: Too many open files");
    assert_int_equal(count_files(scratch_folder), 0);
    close(ends[1]);
}

static char *spooled(enum call call, int reason)
{
    struct buffer bytes = { 0 };
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], "one\n", 4), 4);
    close(ends[1]);
    refuse(call, 0, 1, reason);
    struct spool *spool = spool_begin(ends[0], scratch_folder, SPOOL_STDIN, NULL);
    spool_wait(spool, -1);
    assert_true(file_read(spool_path(spool), 0, &bytes, NULL));
    spool_end(spool);
    char *text = xstrdup(buffer_text(&bytes));
    buffer_free(&bytes);
    return text;
}

/* A disk that is full ends what is kept, not the room. */
static void a_spool_goes_on_or_ends(void **state)
{
    (void)state;
    static const struct {
        enum call call;
        int reason;
        const char *kept;
    } cases[] = {
        { READ, EINTR, "one\n" }, { WRITE, EINTR, "one\n" }, { POLL, EINTR, "one\n" },
        { READ, EIO, "" },        { WRITE, ENOSPC, "" },     { POLL, EINVAL, "" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *kept = spooled(cases[i].call, cases[i].reason);
        assert_string_equal(kept, cases[i].kept);
        free(kept);
    }
}

/* ---- memory, messages ---- */

/* The child's signal and what it says. */
static void assert_runs_out(enum call call, void (*act)(void))
{
    int ends[2];
    char said[80] = "";
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        signal(SIGABRT, SIG_DFL);
        refuse(call, 0, 1, ENOMEM);
        act();
        _exit(0);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    close(ends[1]);
    assert_true(read(ends[0], said, sizeof said - 1) > 0);
    close(ends[0]);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
    assert_string_equal(said, "diptych: memory: the system has none left\n");
}

static void ask_malloc(void)
{
    free(xmalloc(1));
}

static void ask_calloc(void)
{
    free(xcalloc(1, 1));
}

static void ask_realloc(void)
{
    free(xrealloc(NULL, 1));
}

static void ask_too_much(void)
{
    free(xreallocarray(NULL, SIZE_MAX / 2, 3));
}

static void no_memory_is_said(void **state)
{
    (void)state;
    assert_runs_out(MALLOC, ask_malloc);
    assert_runs_out(CALLOC, ask_calloc);
    assert_runs_out(REALLOC, ask_realloc);
    assert_runs_out(CALLS - 1, ask_too_much);
}

/* A sentence that is too long ends between two characters, and a caller need not want one. */
static void long_sentences_are_cut_between_characters(void **state)
{
    (void)state;
    struct error error;
    char name[2 * ERROR_SIZE];
    for (size_t i = 0; i + 3 < sizeof name; i += 3)
        memcpy(name + i, "\xE9\xA9\xAC", 4);
    for (int ascii = 0; ascii < 3; ascii++) {
        error_set(&error, "%.*s%s", ascii, "ab", name);
        assert_int_equal((strlen(error.text) - (size_t)ascii) % 3, 0);
        assert_true(strlen(error.text) + 4 >= ERROR_SIZE);
    }
    error_set(&error, "why");
    error_prefix(&error, "what");
    assert_string_equal(error.text, "what: why");
    error_set(NULL, "nobody asks");
    error_prefix(NULL, "nobody asks");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_failed_write_leaves_the_old_file, setup, teardown),
        cmocka_unit_test_setup_teardown(an_interrupted_write_goes_on, setup, teardown),
        cmocka_unit_test_setup_teardown(a_failed_move_leaves_both, setup, teardown),
        cmocka_unit_test_setup_teardown(a_file_that_cannot_be_read_is_told, setup, teardown),
        cmocka_unit_test_setup_teardown(a_filter_without_pipes_is_missing, setup, teardown),
        cmocka_unit_test_setup_teardown(an_interrupted_filter_loses_nothing, setup, teardown),
        cmocka_unit_test_setup_teardown(a_filter_may_leave_its_input, setup, teardown),
        cmocka_unit_test_setup_teardown(a_broken_pipe_ends_the_output, setup, teardown),
        cmocka_unit_test_setup_teardown(writing_outlasts_interruptions, setup, teardown),
        cmocka_unit_test_setup_teardown(a_program_in_front_says_why_it_cannot_start, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_program_in_front_is_fed_through_interruptions, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_program_asked_says_why_it_cannot_run, setup, teardown),
        cmocka_unit_test_setup_teardown(a_program_asked_is_heard_through_interruptions, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_spool_without_a_thread_is_told, setup, teardown),
        cmocka_unit_test_setup_teardown(a_spool_goes_on_or_ends, setup, teardown),
        cmocka_unit_test_setup_teardown(no_memory_is_said, setup, teardown),
        cmocka_unit_test_setup_teardown(long_sentences_are_cut_between_characters, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
