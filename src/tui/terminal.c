#include "tui/terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sys/ioctl.h>

#include "base/xalloc.h"
#include "tui/signals.h"

#define ESCAPE_DELAY_DEFAULT 25

/* ---- the environment ---- */

static const char *variable(const char *name)
{
    const char *value = getenv(name);
    return value != NULL && *value != '\0' ? value : NULL;
}

static int choose_colors(int palette)
{
    if (variable("NO_COLOR") != NULL)
        return 0;
    return palette >= 256 ? 256 : palette >= 16 ? 16 : palette >= 8 ? 8 : 0;
}

/* COLORFGBG is "foreground;background" or "foreground;default;background". */
static enum theme_name choose_theme(void)
{
    const char *value = variable("COLORFGBG");
    const char *background = value != NULL ? strrchr(value, ';') : NULL;
    if (background == NULL || background[1] < '0' || background[1] > '9')
        return THEME_DARK;
    long number = strtol(background + 1, NULL, 10);
    return number == 7 || (number >= 9 && number <= 15) ? THEME_LIGHT : THEME_DARK;
}

static int choose_escape_delay(void)
{
    const char *value = variable("ESCDELAY");
    long delay = value != NULL ? strtol(value, NULL, 10) : ESCAPE_DELAY_DEFAULT;
    return delay < 1 || delay > 10000 ? ESCAPE_DELAY_DEFAULT : (int)delay;
}

/* Consoles that do not know OSC 52 and may print it. */
static bool has_clipboard(const char *name)
{
    static const char *const without[] = { "linux", "vt", "cons", "wsvt", "pcvt" };
    for (size_t i = 0; i < sizeof without / sizeof *without; i++)
        if (strncmp(name, without[i], strlen(without[i])) == 0)
            return false;
    return true;
}

/* ---- opening ---- */

static bool open_device(struct terminal *terminal, struct error *error)
{
    terminal->out = STDOUT_FILENO;
    terminal->in = STDIN_FILENO;
    if (!isatty(terminal->out)) {
        error_set(error, "terminal: standard output is no terminal; print with diptych show");
        return false;
    }
    if (!isatty(terminal->in)) {
        /* By its name first: /dev/tty cannot be polled everywhere. */
        const char *name = ttyname(terminal->out);
        terminal->in = name != NULL ? open(name, O_RDWR | O_NOCTTY | O_CLOEXEC) : -1;
        if (terminal->in < 0)
            terminal->in = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
        terminal->own_in = terminal->in >= 0;
    }
    if (terminal->in < 0 || tcgetattr(terminal->in, &terminal->saved) != 0) {
        error_set(error, "terminal: no keyboard: %s", strerror(errno));
        return false;
    }
    return true;
}

static void add(struct terminal *terminal, struct buffer *out, enum capability which)
{
    capability_put(&terminal->info.capabilities, out, which, 0, 0);
}

/* Bracketed paste and mouse reports are no terminfo matter: terminals that do not know these modes
 * ignore them. */
static void build_sequences(struct terminal *terminal)
{
    const struct capabilities *capabilities = &terminal->info.capabilities;
    bool wrap = capability_has(capabilities, CAPABILITY_LEAVE_WRAP) &&
                capability_has(capabilities, CAPABILITY_ENTER_WRAP);
    add(terminal, &terminal->enter, CAPABILITY_ENTER_SCREEN);
    add(terminal, &terminal->enter, CAPABILITY_ENTER_KEYPAD);
    if (wrap)
        add(terminal, &terminal->enter, CAPABILITY_LEAVE_WRAP);
    buffer_add_text(&terminal->enter, "\033[?2004h");

    add(terminal, &terminal->leave, CAPABILITY_RESET);
    buffer_add_text(&terminal->leave, "\033[?1006l\033[?1002l");
    buffer_add_text(&terminal->leave, "\033[?2004l");
    if (wrap)
        add(terminal, &terminal->leave, CAPABILITY_ENTER_WRAP);
    add(terminal, &terminal->leave, CAPABILITY_LEAVE_KEYPAD);
    add(terminal, &terminal->leave, CAPABILITY_CURSOR_SHOW);
    if (capability_has(capabilities, CAPABILITY_LEAVE_SCREEN))
        add(terminal, &terminal->leave, CAPABILITY_LEAVE_SCREEN);
    else /* no second screen: leave the shell an empty one */
        add(terminal, &terminal->leave, CAPABILITY_CLEAR_SCREEN);
}

void terminal_mouse(const struct terminal *terminal, bool on, struct buffer *out)
{
    (void)terminal;
    buffer_add_text(out, on ? "\033[?1002h\033[?1006h" : "\033[?1006l\033[?1002l");
}

struct terminal *terminal_open(struct error *error)
{
    struct terminal *terminal = xcalloc(1, sizeof *terminal);
    const char *name = variable("TERM");
    if (!open_device(terminal, error) ||
        !terminfo_load(&terminal->info, name, terminal->out, error)) {
        terminal_close(terminal);
        return NULL;
    }
    terminal->colors = choose_colors(terminal->info.capabilities.colors);
    terminal->theme = choose_theme();
    terminal->escape_delay = choose_escape_delay();
    terminal->clipboard = has_clipboard(name);
    build_sequences(terminal);
    return terminal;
}

void terminal_close(struct terminal *terminal)
{
    if (terminal == NULL)
        return;
    terminal_leave(terminal);
    if (terminal->own_in)
        close(terminal->in);
    terminfo_free(&terminal->info);
    buffer_free(&terminal->enter);
    buffer_free(&terminal->leave);
    free(terminal);
}

/* ---- use ---- */

void terminal_size(const struct terminal *terminal, int *rows, int *columns)
{
    struct winsize size = { 0 };
    if (ioctl(terminal->out, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0)
        size = (struct winsize){ .ws_row = 24, .ws_col = 80 };
    *rows = size.ws_row;
    *columns = size.ws_col;
}

bool terminal_enter(struct terminal *terminal, struct buffer *out, struct error *error)
{
    struct termios raw = terminal->saved;
    raw.c_iflag &= ~(tcflag_t)(BRKINT | IGNBRK | PARMRK | ISTRIP | INLCR | IGNCR | ICRNL | IXON);
    raw.c_oflag &= ~(tcflag_t)OPOST;
    raw.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | ISIG | IEXTEN);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    while (tcsetattr(terminal->in, TCSANOW, &raw) != 0) {
        if (errno == EINTR && signals_ending() == 0)
            continue;
        error_set(error, "terminal: cannot switch to raw mode: %s", strerror(errno));
        return false;
    }
    signals_arm(terminal->out, &terminal->saved, terminal->leave.data, terminal->leave.length);
    terminal->entered = true;
    buffer_add(out, terminal->enter.data, terminal->enter.length);
    return true;
}

void terminal_leave(struct terminal *terminal)
{
    if (!terminal->entered)
        return;
    terminal->entered = false;
    terminal_write(terminal, terminal->leave.data, terminal->leave.length);
    tcsetattr(terminal->in, TCSANOW, &terminal->saved);
    signals_disarm();
}

/* True when writing may go on after write() failed with `reason`. */
static bool wait_for_room(const struct terminal *terminal, int reason)
{
    if (reason == EINTR)
        return true;
    if (reason != EAGAIN && reason != EWOULDBLOCK)
        return false;
    struct pollfd room = { .fd = terminal->out, .events = POLLOUT };
    return poll(&room, 1, 1000) >= 0 || errno == EINTR;
}

bool terminal_write(struct terminal *terminal, const char *bytes, size_t length)
{
    int ending = signals_ending();
    size_t at = 0;
    while (at < length) {
        ssize_t written = write(terminal->out, bytes + at, length - at);
        if (written > 0)
            at += (size_t)written;
        else if (written == 0 || !wait_for_room(terminal, errno))
            return false;
        if (at < length && signals_ending() != ending)
            return false;
    }
    return true;
}
