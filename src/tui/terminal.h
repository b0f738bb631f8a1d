/* terminal: the device, which standard input and output are, lent to curses, and given back.
 *
 * Curses switches modes and screens. What it has no call for is done here: bracketed paste, focus,
 * mouse reports, and giving the terminal back when the program dies (tui/signals, which must have begun).
 * No key is left to the driver, not even Ctrl-C and Ctrl-Z.
 *
 * Ownership: the caller owns the struct; terminal_close gives the device back and frees it. */
#ifndef DIPTYCH_TUI_TERMINAL_H
#define DIPTYCH_TUI_TERMINAL_H

#include <stdbool.h>
#include <termios.h>

#include "base/buffer.h"
#include "base/error.h"

struct terminal {
    const char *name;
    bool small;     /* curses draws nothing: its screens may be small */
    bool entered;
    bool clipboard; /* no console: worth sending OSC 52 to, and asking */
    bool wrapped;   /* may be screen(1), which swallows that, but hands on what is wrapped for it */
    bool titled;    /* keeps a title, and that of before */
    bool stacks;    /* ... which curses has it keep (smcup) */
    bool links;     /* opens those that are told with the text (OSC 8) */
    bool frames;    /* shows what comes between two marks at once; the environment may know it better */
    int colors;     /* 0, or 8 to 256 */
    struct termios saved;
    struct screen *curses; /* NULL until terminal_enter */
    char **variables;      /* that curses began with */
    struct buffer rescue;  /* what gives the screen back when curses cannot */
    size_t own;            /* bytes of it that curses never sends */
};

/* Finds out what the terminal `name` (borrowed; NULL unknown) can do; changes nothing on it yet. */
struct terminal *terminal_open(const char *name, bool utf8, struct error *error);
void terminal_close(struct terminal *terminal);

/* What is typed ahead is echoed no more: for all that is shown on the way to terminal_enter. */
void terminal_hush(struct terminal *terminal);

/* Starts curses, or takes the terminal again after terminal_leave; it appears with the next frame. Appends
 * what is to be sent before that, and after what curses sends (keys_new). */
bool terminal_enter(struct terminal *terminal, struct buffer *out, struct error *error);

/* The reader's screen and modes again. */
void terminal_leave(struct terminal *terminal);

/* Appends the window's title, which is clean text; terminal_leave brings back that of before. Nothing
 * where the terminal has none, or has not that of before again. */
void terminal_title(const struct terminal *terminal, const struct buffer *title, struct buffer *out);

/* Appends what begins and ends a frame that the terminal is to show at once, where it can. */
void terminal_frame(const struct terminal *terminal, bool begins, struct buffer *out);

/* Appends what asks for mouse reports, or no longer; terminal_leave ends them in any case. */
void terminal_mouse(bool on, struct buffer *out);

/* Appends the question for the background's colour: to no console, which has no answer. */
void terminal_ask_background(struct buffer *out);

#endif
