#include "tui/command.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <sys/wait.h>

#include "tui/signals.h"

struct pipes {
    int input[2];  /* -1 when the program reads the terminal */
    int report[2]; /* closes on exec; errno if exec failed */
};

static void close_pair(int pair[2])
{
    for (int i = 0; i < 2; i++) {
        if (pair[i] >= 0)
            close(pair[i]);
        pair[i] = -1;
    }
}

static bool open_pair(int pair[2])
{
    if (pipe(pair) != 0) {
        pair[0] = pair[1] = -1;
        return false;
    }
    fcntl(pair[0], F_SETFD, FD_CLOEXEC);
    fcntl(pair[1], F_SETFD, FD_CLOEXEC);
    return true;
}

static void run_child(const char *const *argv, const struct pipes *pipes, int in, int out)
{
    signals_reset_child();
    dup2(pipes->input[0] >= 0 ? pipes->input[0] : in, STDIN_FILENO);
    if (out != STDOUT_FILENO)
        dup2(out, STDOUT_FILENO);
    /* execvp's parameter is not const-correct for historical reasons; it writes nothing. */
    execvp(argv[0], (char *const *)(uintptr_t)argv);
    int reason = errno;
    ssize_t ignored = write(pipes->report[1], &reason, sizeof reason);
    (void)ignored;
    _exit(127);
}

/* Writes the input while the program reads it; stops when it closes its end. */
static void feed(int fd, const char *input, size_t length)
{
    fcntl(fd, F_SETFL, O_NONBLOCK);
    size_t at = 0;
    while (at < length && signals_ending() == 0) {
        struct pollfd room = { .fd = fd, .events = POLLOUT };
        if (poll(&room, 1, -1) < 0 && errno != EINTR)
            return;
        if ((room.revents & (POLLERR | POLLNVAL)) != 0)
            return;
        ssize_t written = write(fd, input + at, length - at);
        if (written > 0)
            at += (size_t)written;
        else if (written < 0 && errno != EAGAIN && errno != EINTR)
            return;
    }
}

static int wait_for(pid_t child, struct error *error)
{
    int status = 0;
    pid_t waited;
    do {
        waited = waitpid(child, &status, 0);
    } while (waited < 0 && errno == EINTR && signals_ending() == 0);
    if (waited < 0) {
        error_set(error, "interrupted");
        return -1;
    }
    if (WIFEXITED(status))
        return WEXITSTATUS(status);
    error_set(error, "ended by signal %d", WTERMSIG(status));
    return -1;
}

/* A shell that did its own job control may have left the terminal with another group. */
static void reclaim_foreground(int in)
{
    struct sigaction ignore = { .sa_handler = SIG_IGN };
    struct sigaction old;
    sigemptyset(&ignore.sa_mask);
    sigaction(SIGTTOU, &ignore, &old);
    if (tcgetpgrp(in) != getpgrp())
        tcsetpgrp(in, getpgrp());
    sigaction(SIGTTOU, &old, NULL);
}

static int run_with_pipes(const char *const *argv, const char *input, size_t input_length,
                          struct pipes *pipes, int in, int out, struct error *error)
{
    pid_t child = fork();
    if (child < 0) {
        error_set(error, "%s: cannot start: %s", argv[0], strerror(errno));
        return -1;
    }
    if (child == 0)
        run_child(argv, pipes, in, out);
    close(pipes->report[1]);
    pipes->report[1] = -1;
    if (pipes->input[0] >= 0) {
        close(pipes->input[0]);
        pipes->input[0] = -1;
        feed(pipes->input[1], input, input_length);
        close(pipes->input[1]);
        pipes->input[1] = -1;
    }
    int reason = 0;
    ssize_t got;
    do {
        got = read(pipes->report[0], &reason, sizeof reason);
    } while (got < 0 && errno == EINTR && signals_ending() == 0);
    int status = wait_for(child, error);
    if (got == (ssize_t)sizeof reason) {
        error_set(error, "%s: cannot run: %s", argv[0], strerror(reason));
        return -1;
    }
    return status;
}

int command_run(const char *const *argv, const char *input, size_t input_length, int in, int out,
                struct error *error)
{
    struct pipes pipes = { { -1, -1 }, { -1, -1 } };
    int status = -1;
    signals_lend_terminal();
    if (!open_pair(pipes.report) || (input != NULL && !open_pair(pipes.input)))
        error_set(error, "%s: cannot start: %s", argv[0], strerror(errno));
    else
        status = run_with_pipes(argv, input, input_length, &pipes, in, out, error);
    close_pair(pipes.report);
    close_pair(pipes.input);
    reclaim_foreground(in);
    signals_take_terminal();
    return status;
}
