#include "tui/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/descriptor.h"
#include "base/message.h"

static void on_news(int number), on_end(int number), on_alarm(int number), on_crash(int number);

static const struct {
    int number;
    void (*handler)(int);
} SIGNALS[] = {
    { SIGWINCH, on_news }, { SIGTSTP, on_news },  { SIGCONT, on_news },  { SIGPIPE, SIG_IGN },
    { SIGTERM, on_end },   { SIGHUP, on_end },    { SIGINT, on_end },    { SIGALRM, on_alarm },
    { SIGSEGV, on_crash }, { SIGBUS, on_crash },  { SIGILL, on_crash },
    { SIGFPE, on_crash },  { SIGABRT, on_crash }, { SIGQUIT, on_crash },
};

#define SIGNAL_COUNT (sizeof SIGNALS / sizeof *SIGNALS)

/* Handlers can be given nothing else. */
static struct {
    int pipe[2];
    struct sigaction old[SIGNAL_COUNT];
    volatile sig_atomic_t ending, armed;
    const struct termios *modes;
    const char *leave;
} state = { .pipe = { -1, -1 } };

/* A stack overflow leaves no stack for its handler. */
static char crash_stack[32768];

static void on_news(int number)
{
    int saved = errno;
    ssize_t ignored = write(state.pipe[1], &(char){ (char)number }, 1);
    (void)ignored; /* a full pipe wakes the loop just as well */
    errno = saved;
}

/* While there is no screen yet no loop asks, and what is read for the first may take long. */
static void on_end(int number)
{
    state.ending = number;
    if (state.armed && *state.leave == '\0') {
        on_crash(number);
    } else {
        alarm(1);
        on_news(number);
    }
}

/* A terminal that takes nothing would hold curses, which writes on and on, for ever. To this end of a
 * pipe nothing can be written. */
static void on_alarm(int number)
{
    int saved = errno;
    struct pollfd room = { .fd = STDOUT_FILENO, .events = POLLOUT };
    (void)number;
    if (poll(&room, 1, 0) == 0)
        dup2(state.pipe[0], STDOUT_FILENO);
    else
        alarm(1);
    errno = saved;
}

/* Gives the terminal back. The signal, sent again, then does what it would have done without us: when
 * this returns, in the place where it came. Async-signal-safe. */
static void on_crash(int number)
{
    if (state.armed) {
        state.armed = 0;
        ssize_t ignored = write(STDOUT_FILENO, state.leave, strlen(state.leave));
        (void)ignored;
        tcsetattr(STDIN_FILENO, TCSANOW, state.modes);
    }
    for (size_t i = 0; i < SIGNAL_COUNT; i++)
        if (SIGNALS[i].number == number)
            sigaction(number, &state.old[i], NULL);
    raise(number);
}

int signals_begin(struct error *error)
{
    if (!descriptor_pipe(state.pipe)) {
        error_set(error, "terminal: cannot make a pipe: %s", _(strerror(errno)));
        return -1;
    }
    for (int i = 0; i < 2; i++)
        fcntl(state.pipe[i], F_SETFL, O_NONBLOCK);
    state.ending = 0;
    stack_t stack = { .ss_sp = crash_stack, .ss_size = sizeof crash_stack };
    sigaltstack(&stack, NULL);
    for (size_t i = 0; i < SIGNAL_COUNT; i++)
        sigaction(SIGNALS[i].number, NULL, &state.old[i]);
    signals_take_terminal();
    return state.pipe[0];
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
    state.pipe[0] = -1;
}

struct signals_news signals_take(void)
{
    struct signals_news news = { 0 };
    for (char number; read(state.pipe[0], &number, 1) == 1;) {
        news.resized = news.resized || number == SIGWINCH;
        news.stopped = news.stopped || number == SIGTSTP;
        news.continued = news.continued || number == SIGCONT;
    }
    return news;
}

int signals_ending(void)
{
    return (int)state.ending;
}

void signals_stop_job(void)
{
    signal(SIGTSTP, SIG_DFL);
    kill(0, SIGTSTP);
    signals_take_terminal();
}

void signals_lend_terminal(void)
{
    signal(SIGTSTP, SIG_DFL);
    signal(SIGINT, SIG_IGN);
    signal(SIGQUIT, SIG_IGN);
}

void signals_take_terminal(void)
{
    for (size_t i = 0; i < SIGNAL_COUNT; i++) {
        struct sigaction action = { .sa_handler = SIGNALS[i].handler, .sa_flags = SA_ONSTACK };
        sigemptyset(&action.sa_mask);
        bool nohup = action.sa_handler == on_end && state.old[i].sa_handler == SIG_IGN;
        sigaction(SIGNALS[i].number, nohup ? &state.old[i] : &action, NULL);
    }
    (void)signals_take();
}

void signals_arm(const struct termios *modes, const char *leave)
{
    state.armed = 0;
    state.modes = modes;
    state.leave = leave;
    state.armed = modes != NULL;
}
