#include "tui/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/descriptor.h"
#include "base/message.h"
#include "base/program.h"
#include "base/terminal_name.h"
#include "base/xalloc.h"
#include "tui/ncurses.h"
#include "tui/signals.h"
#include "tui/terminfo.h"

extern char **environ;

/* Bracketed paste, and whether the window has the focus; their end, and that of the mouse. */
static const char MODES_ON[] = "\033[?2004h\033[?1004h";
static const char MODES_OFF[] = "\033[?1006l\033[?1002l\033[?1004l\033[?2004l";

static const char TITLE_KEEP[] = "\033[22;2t";
static const char TITLE_BACK[] = "\033[23;2t";

struct terminal *terminal_open(const char *name, bool utf8, struct error *error)
{
    int colors = terminfo_check(name, error);
    if (colors < 0)
        return NULL;
    struct terminal *terminal = xcalloc(1, sizeof *terminal);
    terminal->name = name;
    terminal->colors = colors;
    terminal->small = utf8;
    terminal->clipboard = !terminal_name_is_console(name);
    terminal->wrapped = strncmp(name, "screen", 6) == 0 && getenv("STY") != NULL; /* tmux, too, is called so */
    terminal->titled = terminal_name_keeps_titles(name);
    terminal->links = terminal_name_opens_links(name);
    terminal->frames = terminal_name_shows_frames(name);
    (void)tcgetattr(STDIN_FILENO, &terminal->saved);
    return terminal;
}

void terminal_hush(struct terminal *terminal)
{
    struct termios modes = terminal->saved;
    signals_arm(&terminal->saved, "");
    modes.c_lflag &= ~(tcflag_t)(ECHO | ECHONL);
    tcsetattr(STDIN_FILENO, TCSANOW, &modes);
}

void terminal_close(struct terminal *terminal)
{
    terminal_leave(terminal);
    if (terminal->curses != NULL)
        delscreen(terminal->curses);
    free(terminal->variables);
    buffer_free(&terminal->rescue);
    free(terminal);
}

/* What ends all that was asked for; what curses has no call for, then the screen. */
static void make_rescue(struct terminal *terminal)
{
    static const char *const capabilities[] = { "sgr0", "smam", "rmkx", "cnorm" };
    const char *enter = terminfo_find("smcup"), *leave = terminfo_find("rmcup");
    struct buffer *rescue = &terminal->rescue;
    terminal->stacks = enter != NULL && strstr(enter, "\033[22;0;0t") != NULL;
    terminal->titled = terminal->titled || terminal->stacks;
    buffer_add_text(rescue, MODES_OFF);
    for (size_t i = 0; i < sizeof capabilities / sizeof *capabilities; i++)
        terminfo_put(rescue, terminfo_find(capabilities[i]), 0, 0);
    buffer_add_text(rescue, terminal->frames ? "\033[?2026l" : "");
    buffer_add_text(rescue, terminal->titled && !terminal->stacks ? TITLE_BACK : "");
    terminal->own = rescue->length;
    terminfo_put(rescue, leave != NULL ? leave : terminfo_find("clear"), 0, 0);
}

/* Screens that nobody sees are as small as curses takes them without sending what it holds in pieces; and
 * terminals that needed padding are in museums. Curses hears of both by variables, in a list of its own that
 * is kept, for threads may be reading the list. */
static bool start_curses(struct terminal *terminal, struct error *error)
{
    struct termios modes;
    char **all = environ;
    terminal->variables = program_environment((const char *[]){ "NCURSES_NO_PADDING=1", "LINES=2", "COLUMNS=80", NULL });
    use_env(terminal->small);
    use_tioctl(!terminal->small);
    environ = terminal->variables;
    terminal->curses = newterm(terminal->name, stdout, stdin);
    environ = all;
    if (terminal->curses == NULL) {
        error_set(error, "terminal: %s: curses cannot start; print with diptych show", terminal->name);
        return false;
    }
    raw();
    noecho();
    nonl();
    typeahead(-1);
    if (tcgetattr(STDIN_FILENO, &modes) == 0) { /* tui/keys knows when something is there */
        modes.c_cc[VMIN] = modes.c_cc[VTIME] = 0;
        tcsetattr(STDIN_FILENO, TCSANOW, &modes);
    }
    def_prog_mode();
    if (!terminal->small || terminfo_find("smkx") == NULL)
        delay_output(0); /* sends what it holds, which keypad() does else */
    make_rescue(terminal);
    return true;
}

bool terminal_enter(struct terminal *terminal, struct buffer *out, struct error *error)
{
    terminal_hush(terminal);
    if (terminal->curses != NULL) {
        reset_prog_mode();
        doupdate(); /* switches screens */
    } else if (!start_curses(terminal, error)) {
        terminal_leave(terminal);
        return false;
    }
    signals_arm(&terminal->saved, buffer_text(&terminal->rescue));
    terminal->entered = true;
    buffer_add_text(out, terminal->titled && !terminal->stacks ? TITLE_KEEP : "");
    buffer_add_text(out, MODES_ON);
    return true;
}

void terminal_leave(struct terminal *terminal)
{
    const struct buffer *rescue = &terminal->rescue;
    if (terminal->entered) {
        (void)descriptor_write(STDOUT_FILENO, rescue->data, terminal->own, NULL);
        endwin();
        if (terminfo_find("rmcup") == NULL) /* no second screen: leave the shell an empty one */
            (void)descriptor_write(STDOUT_FILENO, rescue->data + terminal->own, rescue->length - terminal->own, NULL);
    }
    terminal->entered = false;
    tcsetattr(STDIN_FILENO, TCSANOW, &terminal->saved);
    signals_arm(NULL, NULL);
}

void terminal_title(const struct terminal *terminal, const struct buffer *title, struct buffer *out)
{
    if (terminal->titled)
        buffer_add_format(out, "\033]2;%s\a", title->length > 0 ? title->data : "");
}

void terminal_frame(const struct terminal *terminal, bool begins, struct buffer *out)
{
    if (terminal->frames)
        buffer_add_text(out, begins ? "\033[?2026h" : "\033[?2026l");
}

/* Not by mousemask(), which asks for presses alone (1000), never for drags, and within tmux and screen, whose
 * descriptions have no XM, for the form that ends at column 223. */
void terminal_mouse(bool on, struct buffer *out)
{
    buffer_add_text(out, on ? "\033[?1002h\033[?1006h" : "\033[?1006l\033[?1002l");
}

void terminal_ask_background(struct buffer *out)
{
    buffer_add_text(out, "\033]11;?\a");
}

