/* capability: what the terminal can do, as plain data.
 *
 * A terminal is described by the terminfo strings of the enum below (padding removed; NULL
 * where it lacks one), and a few numbers. tui/terminfo fills the struct from the database;
 * tests fill it by hand. Everything that writes to the terminal takes its sequences from
 * here and appends them to a buffer.
 *
 * Ownership: the strings are borrowed from whoever filled the struct (capabilities_free in
 * terminfo.h releases those that terminfo_load copied). */
#ifndef DIPTYCH_TUI_CAPABILITY_H
#define DIPTYCH_TUI_CAPABILITY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

enum capability {
    CAPABILITY_CURSOR_ADDRESS, /* cup */
    CAPABILITY_COLUMN_ADDRESS, /* hpa */
    CAPABILITY_CLEAR_SCREEN,
    CAPABILITY_CLEAR_TO_END_OF_LINE, /* el */
    CAPABILITY_ERASE_CHARACTERS,     /* ech */
    CAPABILITY_SCROLL_REGION,        /* csr */
    CAPABILITY_SCROLL_UP,            /* ind */
    CAPABILITY_SCROLL_UP_BY,         /* indn */
    CAPABILITY_SCROLL_DOWN,          /* ri */
    CAPABILITY_SCROLL_DOWN_BY,       /* rin */
    CAPABILITY_CURSOR_HIDE,          /* civis */
    CAPABILITY_CURSOR_SHOW,          /* cnorm */
    CAPABILITY_ENTER_SCREEN,         /* smcup */
    CAPABILITY_LEAVE_SCREEN,         /* rmcup */
    CAPABILITY_ENTER_KEYPAD,         /* smkx */
    CAPABILITY_LEAVE_KEYPAD,         /* rmkx */
    CAPABILITY_ENTER_WRAP,           /* smam */
    CAPABILITY_LEAVE_WRAP,           /* rmam */
    CAPABILITY_RESET,                /* sgr0 */
    CAPABILITY_BOLD,
    CAPABILITY_DIM,
    CAPABILITY_UNDERLINE, /* smul */
    CAPABILITY_REVERSE,
    CAPABILITY_ITALIC,     /* sitm */
    CAPABILITY_STRIKE,     /* smxx */
    CAPABILITY_FOREGROUND, /* setaf */
    CAPABILITY_BACKGROUND, /* setab */
    CAPABILITY_BELL,
    CAPABILITY_COUNT
};

struct capabilities {
    const char *text[CAPABILITY_COUNT];
    int colors;       /* palette size, 0 none */
    bool auto_margin; /* am: writing the last column moves to the next line */
    bool eats_newline; /* xenl: ... but only when another character follows */
    /* Expands a terminfo string with two numbers; NULL: only the plain forms that
     * capability_put knows. Returns NULL when it cannot. */
    const char *(*expand)(const char *text, int first, int second);
};

static inline bool capability_has(const struct capabilities *capabilities, enum capability which)
{
    return capabilities->text[which] != NULL;
}

/* Appends the capability with its parameters (ignored where it has none); nothing when the
 * terminal lacks it. The parameter language's common part (%i %p1 %p2 %d %%) is done here, since
 * this runs for every cursor movement; anything else goes through `expand`. */
void capability_put(const struct capabilities *capabilities, struct buffer *out,
                    enum capability which, int first, int second);

/* True when the writer may rely on writing the last column without moving to the next line:
 * the terminal has no automatic margin, waits for the next character, or was told not to
 * wrap (the enter sequence does that where both capabilities exist). */
bool capability_margin_is_safe(const struct capabilities *capabilities);

#endif
