#include "base/filter.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/descriptor.h"
#include "base/program.h"

#define CHUNK ((size_t)64 << 10)
#define STOP_LOOK 20 /* milliseconds between looks at whether to stop */

struct filter {
    pid_t process;
    int to;   /* its standard input, -1 closed */
    int from; /* its standard output */
    const char *input;
    size_t left;
    int64_t begun;
};

static int left_of(const struct filter *filter, int milliseconds)
{
    int64_t spent = clock_now() - filter->begun;
    return spent < milliseconds ? milliseconds - (int)spent : 0;
}

/* `in` -1: nothing to read. */
static int spawn(struct filter *filter, char *const argv[], int in, int out)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none;
    sigset_t standard;
    sigemptyset(&none);
    sigemptyset(&standard);
    sigaddset(&standard, SIGPIPE);
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    if (in >= 0)
        posix_spawn_file_actions_adddup2(&actions, in, 0);
    else
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, out, 1);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK |
                                              POSIX_SPAWN_SETSIGDEF);
    posix_spawnattr_setpgroup(&attributes, 0); /* to be killed as one */
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &standard);
    int status = program_spawn(&filter->process, argv, &actions, &attributes, NULL);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return status;
}

static void close_end(int *end)
{
    if (*end >= 0)
        close(*end);
    *end = -1;
}

/* 0 or an errno. */
static int start(struct filter *filter, char *const argv[])
{
    int in[2] = { -1, -1 };
    int out[2] = { -1, -1 };
    int status = 0;
    if ((filter->input != NULL && !descriptor_pipe(in)) || !descriptor_pipe(out))
        status = errno;
    if (status == 0)
        status = spawn(filter, argv, in[0], out[1]);
    close_end(&in[0]);
    close_end(&out[1]);
    if (status != 0) {
        close_end(&in[1]);
        close_end(&out[0]);
    }
    filter->to = in[1];
    filter->from = out[0];
    if (filter->to >= 0)
        (void)fcntl(filter->to, F_SETFL, O_NONBLOCK);
    return status;
}

/* The signal of a pipe that nobody reads stays blocked in this thread, and is taken back. */
static void write_some(struct filter *filter)
{
    sigset_t pipes;
    sigset_t before;
    sigset_t waiting;
    sigemptyset(&pipes);
    sigaddset(&pipes, SIGPIPE);
    sigpending(&waiting);
    bool had = sigismember(&waiting, SIGPIPE) == 1;
    pthread_sigmask(SIG_BLOCK, &pipes, &before);
    ssize_t put = write(filter->to, filter->input, filter->left < CHUNK ? filter->left : CHUNK);
    int reason = errno;
    if (put < 0 && reason == EPIPE && !had) {
        int taken;
        sigpending(&waiting);
        if (sigismember(&waiting, SIGPIPE) == 1)
            sigwait(&pipes, &taken);
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (put > 0) {
        filter->input += put;
        filter->left -= (size_t)put;
    }
    if (filter->left == 0 || (put < 0 && reason != EAGAIN && reason != EINTR))
        close_end(&filter->to);
}

/* False at the end of the output. */
static bool read_some(struct filter *filter, struct buffer *out)
{
    buffer_reserve(out, CHUNK);
    ssize_t got = read(filter->from, out->data + out->length, CHUNK);
    if (got > 0) {
        out->length += (size_t)got;
        out->data[out->length] = '\0';
    }
    return got > 0 || (got < 0 && (errno == EINTR || errno == EAGAIN));
}

static bool is_stopped(const struct filter_limits *limits)
{
    return limits->stop != NULL && atomic_load(limits->stop);
}

static enum filter_end exchange(struct filter *filter, struct filter_limits limits,
                                struct buffer *out)
{
    size_t start_length = out->length;
    for (;;) {
        struct pollfd files[2] = { { .fd = filter->from, .events = POLLIN },
                                   { .fd = filter->to, .events = POLLOUT } };
        int left = left_of(filter, limits.milliseconds);
        if (left <= 0)
            return FILTER_SLOW;
        if (is_stopped(&limits))
            return FILTER_STOPPED;
        if (limits.stop != NULL && left > STOP_LOOK)
            left = STOP_LOOK;
        if (poll(files, filter->to >= 0 ? 2 : 1, left) <= 0)
            continue;
        if (filter->to >= 0 && files[1].revents != 0)
            write_some(filter);
        if (files[0].revents != 0 && !read_some(filter, out))
            return FILTER_DONE;
        if (out->length - start_length > limits.output)
            return FILTER_TALKS;
    }
}

/* Its output is at its end: it has the rest of its time to end, too. */
static enum filter_end wait_for_end(struct filter *filter, const struct filter_limits *limits,
                                    int *status)
{
    const struct timespec pause = { 0, 1000000 };
    for (;;) {
        pid_t ended = waitpid(filter->process, status, WNOHANG);
        if (ended == filter->process)
            return FILTER_DONE;
        if (is_stopped(limits))
            return FILTER_STOPPED;
        if ((ended < 0 && errno != EINTR) || left_of(filter, limits->milliseconds) <= 0)
            return FILTER_SLOW;
        nanosleep(&pause, NULL);
    }
}

static void kill_all(const struct filter *filter)
{
    kill(-filter->process, SIGKILL);
    while (waitpid(filter->process, NULL, 0) < 0 && errno == EINTR) {
    }
}

enum filter_end filter_run(char *const argv[], const char *input, size_t length,
                           struct filter_limits limits, struct buffer *out, int *status)
{
    struct filter filter = { .to = -1, .from = -1, .input = input, .left = length };
    int ended = 0;
    *status = 0;
    filter.begun = clock_now();
    *status = start(&filter, argv);
    if (*status != 0)
        return FILTER_MISSING;
    if (filter.left == 0)
        close_end(&filter.to);
    enum filter_end end = exchange(&filter, limits, out);
    close_end(&filter.to);
    close_end(&filter.from);
    if (end == FILTER_DONE)
        end = wait_for_end(&filter, &limits, &ended);
    if (end != FILTER_DONE) {
        kill_all(&filter);
        return end;
    }
    if (WIFSIGNALED(ended)) {
        *status = WTERMSIG(ended);
        return FILTER_DIED;
    }
    *status = WEXITSTATUS(ended);
    return *status == 0 ? FILTER_DONE : FILTER_FAILED;
}
