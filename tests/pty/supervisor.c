#include "pty/supervisor.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sys/ioctl.h>
#include <sys/wait.h>

static pid_t job; /* for the signal handler */

static void pass_on(int number)
{
    if (job > 0)
        kill(-job, number);
}

static void say(int fd, char kind, const void *data, size_t length)
{
    char message[16] = { kind };
    if (length > 0)
        memcpy(message + 1, data, length);
    if (write(fd, message, length + 1) < 0)
        _exit(126);
}

static void run_program(const struct supervision *supervision)
{
    static const int signals[] = { SIGINT, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU, SIGHUP, SIGPIPE };
    setpgid(0, 0);
    tcsetpgrp(STDOUT_FILENO, getpid()); /* SIGTTOU is still ignored here */
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        signal(signals[i], SIG_DFL);
    if (supervision->input != NULL) {
        int input = open(supervision->input, O_RDONLY);
        if (input < 0)
            close(STDIN_FILENO);
        else
            dup2(input, STDIN_FILENO);
        if (input > STDERR_FILENO)
            close(input);
    }
    if (supervision->folder != NULL && chdir(supervision->folder) != 0)
        _exit(125);
    execve(supervision->program, supervision->arguments, supervision->environment);
    _exit(127);
}

static void take_terminal(const struct supervision *supervision)
{
    setsid();
    int terminal = open(supervision->terminal, O_RDWR);
    if (terminal < 0)
        _exit(126);
#ifdef TIOCSCTTY
    ioctl(terminal, TIOCSCTTY, 0);
#endif
    for (int fd = 0; fd <= 2; fd++)
        dup2(terminal, fd);
    if (terminal > 2)
        close(terminal);
}

static void wait_for_end(const struct supervision *supervision)
{
    char ignored;
    while (read(supervision->control, &ignored, 1) > 0 || errno == EINTR)
        errno = 0;
    _exit(0);
}

static void handle_stop(const struct supervision *supervision)
{
    tcsetpgrp(STDOUT_FILENO, getpgrp());
    say(supervision->status, 'S', NULL, 0);
    char command = 0;
    ssize_t got;
    do {
        got = read(supervision->control, &command, 1);
    } while (got < 0 && errno == EINTR);
    tcsetpgrp(STDOUT_FILENO, job);
    kill(-job, got == 1 ? SIGCONT : SIGKILL);
}

void supervise(const struct supervision *supervision)
{
    take_terminal(supervision);
    signal(SIGTTOU, SIG_IGN);
    signal(SIGTTIN, SIG_IGN);
    signal(SIGTSTP, SIG_IGN);
    signal(SIGINT, SIG_IGN);
    signal(SIGQUIT, SIG_IGN);
    job = fork();
    if (job == 0)
        run_program(supervision);
    if (job < 0)
        _exit(126);
    setpgid(job, job);
    tcsetpgrp(STDOUT_FILENO, job);
    struct sigaction action = { .sa_handler = pass_on };
    sigemptyset(&action.sa_mask);
    sigaction(SIGHUP, &action, NULL);
    say(supervision->status, 'P', &job, sizeof job);
    for (;;) {
        int status;
        pid_t waited = waitpid(job, &status, WUNTRACED);
        if (waited < 0 && errno == EINTR)
            continue;
        if (waited < 0)
            _exit(126);
        if (WIFSTOPPED(status)) {
            handle_stop(supervision);
            continue;
        }
        int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        say(supervision->status, 'E', &code, sizeof code);
        wait_for_end(supervision);
    }
}
