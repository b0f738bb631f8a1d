#include "base/foreground.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <sys/wait.h>

#include "base/descriptor.h"
#include "base/message.h"
#include "base/program.h"

/* What the program would ignore because we do; what we catch is as it was in any case. */
static void restore_dispositions(posix_spawnattr_t *attributes)
{
    static const int signals[] = { SIGINT, SIGQUIT, SIGPIPE };
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        sigaddset(&set, signals[i]);
    posix_spawnattr_setsigdefault(attributes, &set);
    posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGDEF);
}

static pid_t spawn(const char *const *argv, const char *const *environment, int in, int out,
                   struct error *error)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    pid_t child = -1;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    restore_dispositions(&attributes);
    /* argv is not const-correct for historical reasons; nothing writes there. */
    int reason = program_spawn(&child, (char *const *)(uintptr_t)argv, &actions, &attributes,
                               environment);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    if (reason == 0)
        return child;
    error_set(error, "%s: cannot run: %s", argv[0], _(strerror(reason)));
    return -1;
}

static int wait_for(pid_t child, int (*ending)(void), struct error *error)
{
    int status = 0;
    pid_t waited;
    do {
        waited = waitpid(child, &status, 0);
    } while (waited < 0 && errno == EINTR && ending() == 0);
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

int foreground_run(const char *const *argv, const char *const *environment, const char *input,
                   size_t input_length, int in, int out, int (*ending)(void), struct error *error)
{
    int ends[2] = { in, -1 };
    if (input != NULL) {
        if (!descriptor_pipe(ends)) {
            error_set(error, "%s: cannot start: %s", argv[0], _(strerror(errno)));
            return -1;
        }
        fcntl(ends[1], F_SETFL, O_NONBLOCK);
    }
    pid_t child = spawn(argv, environment, ends[0], out, error);
    if (input != NULL) {
        close(ends[0]);
        if (child > 0)
            (void)descriptor_write(ends[1], input, input_length, ending); /* it may close its end */
        close(ends[1]);
    }
    int status = child > 0 ? wait_for(child, ending, error) : -1;
    reclaim_foreground(in);
    return status;
}

void foreground_wait_for_enter(int in, int out, int (*ending)(void))
{
    static const char prompt[] = "\npress Enter to go on ";
    ssize_t got = write(out, prompt, sizeof prompt - 1);
    char byte = 0;
    while (byte != '\n' && ending() == 0) {
        got = read(in, &byte, 1);
        if (got == 0 || (got < 0 && errno != EINTR))
            return;
    }
}
