#include "tui/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/descriptor.h"
#include "base/message.h"

enum signal_use { USE_FLAG, USE_END, USE_CRASH, USE_IGNORE };

static const struct {
    int number;
    enum signal_use use;
} SIGNALS[] = {
    { SIGWINCH, USE_FLAG }, { SIGTSTP, USE_FLAG }, { SIGCONT, USE_FLAG },
    { SIGTERM, USE_END },   { SIGHUP, USE_END },   { SIGINT, USE_END },
    { SIGSEGV, USE_CRASH }, { SIGBUS, USE_CRASH }, { SIGILL, USE_CRASH },
    { SIGFPE, USE_CRASH },  { SIGABRT, USE_CRASH }, { SIGQUIT, USE_CRASH },
    { SIGALRM, USE_FLAG },  { SIGPIPE, USE_IGNORE },
};

#define SIGNAL_COUNT (sizeof SIGNALS / sizeof *SIGNALS)

/* Handlers can be given nothing else. */
static struct {
    int pipe[2];
    struct sigaction old[SIGNAL_COUNT];
    volatile sig_atomic_t resized, stopped, continued;
    volatile sig_atomic_t ending, armed;
    int nowhere;
    struct termios modes;
    size_t leave_length;
    char leave[SIGNALS_LEAVE_LIMIT];
} state = { .pipe = { -1, -1 }, .nowhere = -1 };

/* A stack overflow leaves no stack for its handler. */
static char crash_stack[32768];

/* A terminal that takes nothing would hold curses, which writes on and on, for ever. What it still
 * wants to write goes nowhere then. */
static void release_writer(void)
{
    struct pollfd room = { .fd = STDOUT_FILENO, .events = POLLOUT };
    if (poll(&room, 1, 0) == 0)
        dup2(state.nowhere, STDOUT_FILENO);
    else
        alarm(1);
}

/* Gives the terminal back. Async-signal-safe. */
static void rescue_terminal(void)
{
    if (!state.armed)
        return;
    state.armed = 0;
    ssize_t ignored = write(STDOUT_FILENO, state.leave, state.leave_length);
    (void)ignored;
    tcsetattr(STDIN_FILENO, TCSANOW, &state.modes);
}

/* The signal does what it would have done without us: a fault happens again when the handler returns,
 * a signal that was sent is sent again. */
static void take_its_course(int number, bool sent)
{
    rescue_terminal();
    for (size_t i = 0; i < SIGNAL_COUNT; i++)
        if (SIGNALS[i].number == number)
            sigaction(number, &state.old[i], NULL);
    if (sent)
        raise(number);
}

static void on_crash(int number, siginfo_t *info, void *context)
{
    (void)context;
    take_its_course(number, info == NULL || info->si_code <= 0 || number == SIGQUIT);
}

static void on_flag(int number)
{
    int saved = errno;
    switch (number) {
    case SIGWINCH: state.resized = true; break;
    case SIGTSTP: state.stopped = true; break;
    case SIGCONT: state.continued = true; break;
    case SIGALRM: release_writer(); break;
    default:
        state.ending = number;
        /* While there is no screen yet no loop asks, and what is read for the first may take long. */
        if (state.armed && state.leave_length == 0)
            take_its_course(number, true);
        else
            alarm(1);
    }
    ssize_t ignored = write(state.pipe[1], "", 1);
    (void)ignored; /* a full pipe wakes the loop just as well */
    errno = saved;
}

static void install(size_t index, struct sigaction *old)
{
    struct sigaction action = { 0 };
    sigemptyset(&action.sa_mask);
    if (SIGNALS[index].use == USE_CRASH) {
        action.sa_sigaction = on_crash;
        action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    } else {
        action.sa_handler = SIGNALS[index].use == USE_IGNORE ? SIG_IGN : on_flag;
    }
    sigaction(SIGNALS[index].number, &action, old);
    /* nohup and the like mean it. */
    if (SIGNALS[index].use == USE_END && state.old[index].sa_handler == SIG_IGN)
        sigaction(SIGNALS[index].number, &state.old[index], NULL);
}

bool signals_begin(struct error *error)
{
    state.nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (state.nowhere < 0 || !descriptor_pipe(state.pipe)) {
        error_set(error, "terminal: cannot make a pipe: %s", _(strerror(errno)));
        return false;
    }
    for (int i = 0; i < 2; i++)
        fcntl(state.pipe[i], F_SETFL, O_NONBLOCK);
    state.resized = state.stopped = state.continued = false;
    state.ending = 0;
    stack_t stack = { .ss_sp = crash_stack, .ss_size = sizeof crash_stack };
    sigaltstack(&stack, NULL);
    for (size_t i = 0; i < SIGNAL_COUNT; i++)
        install(i, &state.old[i]);
    return true;
}

void signals_end(void)
{
    if (state.pipe[0] < 0)
        return;
    alarm(0);
    for (size_t i = 0; i < SIGNAL_COUNT; i++)
        sigaction(SIGNALS[i].number, &state.old[i], NULL);
    stack_t stack = { .ss_flags = SS_DISABLE };
    sigaltstack(&stack, NULL);
    close(state.pipe[0]);
    close(state.pipe[1]);
    close(state.nowhere);
    state.pipe[0] = state.pipe[1] = state.nowhere = -1;
}

int signals_descriptor(void)
{
    return state.pipe[0];
}

/* A signal that comes after the question is news of the next time. */
static bool take(volatile sig_atomic_t *flag)
{
    bool set = *flag;
    if (set)
        *flag = false;
    return set;
}

struct signals_news signals_take(void)
{
    char bytes[256];
    while (read(state.pipe[0], bytes, sizeof bytes) == (ssize_t)sizeof bytes) {
    }
    return (struct signals_news){ take(&state.resized), take(&state.stopped), take(&state.continued) };
}

int signals_ending(void)
{
    return (int)state.ending;
}

static void set_disposition(int number, void (*handler)(int))
{
    struct sigaction action = { .sa_handler = handler };
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, NULL);
}

void signals_stop_job(void)
{
    set_disposition(SIGTSTP, SIG_DFL);
    kill(0, SIGTSTP);
    set_disposition(SIGTSTP, on_flag);
    state.stopped = state.continued = false;
}

void signals_lend_terminal(void)
{
    set_disposition(SIGTSTP, SIG_DFL);
    set_disposition(SIGINT, SIG_IGN);
    set_disposition(SIGQUIT, SIG_IGN);
}

void signals_take_terminal(void)
{
    for (size_t i = 0; i < SIGNAL_COUNT; i++)
        install(i, NULL);
    state.stopped = state.continued = false;
}

void signals_arm(const struct termios *modes, const char *leave, size_t length)
{
    state.armed = 0;
    state.modes = *modes;
    state.leave_length = length < SIGNALS_LEAVE_LIMIT ? length : SIGNALS_LEAVE_LIMIT;
    memcpy(state.leave, leave, state.leave_length);
    state.armed = 1;
}

void signals_disarm(void)
{
    state.armed = 0;
}
