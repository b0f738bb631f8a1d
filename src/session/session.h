/* session: the reading room as a pure model.
 *
 * Keys go in, a grid comes out; what only the outside can do (run an editor, suspend,
 * ring, copy to the clipboard) leaves as a request that tui/ carries out. No curses, no
 * terminal, no environment here: tests drive it with keys and read the grid.
 *
 * Ownership: the caller owns the session (session_free); all paths given are copied. */
#ifndef DIPTYCH_SESSION_SESSION_H
#define DIPTYCH_SESSION_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/key.h"
#include "base/error.h"
#include "layout/grid.h"
#include "layout/style.h"

struct session;
struct command_set;
struct conversion;
struct message_catalogues;
struct faults;

/* What main and the command line know; strings are borrowed during session_new. */
struct session_setup {
    const struct command_set *commands; /* what keys and lines can do (command/table.h) */
    const char *collection;    /* folder of the collection, NULL none */
    const char *standard;      /* folder of the one whose notes serve where none is open */
    const char *encoding;      /* --encoding, NULL none: goes before the option */
    bool raw;                  /* --raw: so does this */
    const char *vault;         /* --vault: folder of the reader's notes, goes before the option */
    const char *const *names;  /* files, folders or article ids to open, pane by pane */
    size_t name_count;
    const char *config_folder; /* XDG_CONFIG_HOME/diptych, NULL: read no diptychrc */
    const char *data_folder;   /* XDG_DATA_HOME/diptych, NULL: nothing is remembered */
    const char *cache_folder;
    struct conversion *conversion; /* reads files (doc/conversion.h); borrowed, NULL none */
    struct message_catalogues *messages; /* for the option `language`; borrowed, NULL none */
    const char *home;    /* what ~ stands for in options, NULL unknown */
    const char *editor;  /* $VISUAL, $EDITOR */
    const char *browser; /* $BROWSER */
    const char *usual_editor, *usual_browser; /* where those are NULL, if they are there; borrowed */
    const char *pager_shell; /* $SHELL, for | */
    bool number;         /* -N: the option of that name is on */
    bool fresh;          /* --fresh: do not restore the last visit */
    bool utf8;           /* the terminal takes UTF-8; else borders and text are ASCII */
    bool guessed_utf8;   /* ... though its locale is another one: said on the first visit */
    int colors;          /* 0, 8 to 256; COLORS_TRUE (style.h) */
    int theme;           /* enum theme_name as detected; the option `theme` overrules it */
    int rows, columns;
};

struct session *session_new(const struct session_setup *setup, struct error *error);
void session_free(struct session *session);

void session_resize(struct session *session, int rows, int columns);
void session_key(struct session *session, struct key key);
void session_paste(struct session *session, const char *text, size_t length); /* bracketed paste */

/* Paints the whole room; cheap when little changed. `grid` has the session's size. */
void session_paint(struct session *session, struct grid *grid);

/* Appends what the window is to be called: the focused pane's title, clean, and the program. */
void session_title(struct session *session, struct buffer *out);

/* The theme and colours in force (options may change them while running); another palette has
 * another address. */
const struct palette *session_palette(const struct session *session);
enum theme_name session_theme(const struct session *session);
int session_colors(const struct session *session);

/* Tells what the terminal answered of its background: the option `theme` overrules it. */
void session_set_background(struct session *session, bool light);

/* Whether mouse reports are wanted (option `mouse`). */
bool session_mouse(const struct session *session);

/* Milliseconds until session_tick wants to be called: -1 never (idle costs nothing), 0 now
 * (work in slices is waiting). */
int session_timeout(const struct session *session);

/* Tells how many milliseconds ago the last key came: before session_tick and before the keys that have
 * come at once, which know no clock. */
void session_rest(struct session *session, int64_t milliseconds);

/* Does a slice of waiting work (at most about 5 ms). True when a repaint is due. */
bool session_tick(struct session *session);

enum request_kind {
    REQUEST_NONE,
    REQUEST_QUIT,    /* leave */
    REQUEST_SUSPEND, /* Ctrl-Z */
    REQUEST_REDRAW,  /* Ctrl-L: the terminal's contents are not to be trusted */
    REQUEST_RUN, /* argv in the foreground, terminal handed over; input piped to it if not NULL */
    REQUEST_COPY /* text to the clipboard (OSC 52) */
};

struct request {
    enum request_kind kind;
    const char *const *argv;
    const char *const *environment; /* NAME=VALUE that it gets besides; NULL none */
    const char *input;
    size_t input_length;
    bool wait_for_key; /* after the command: "press Enter to go on" */
};

/* Takes the next request; what it points to is valid until the next session call. */
struct request session_request(struct session *session);

/* Tells how a REQUEST_RUN ended: exit status, or -1 and a reason. */
void session_ran(struct session *session, int status, const char *reason);

/* Tells that a REQUEST_COPY could not be carried out, and why. */
void session_not_copied(struct session *session, const char *reason);

/* What is wrong with a file of settings (rcfile.h). Of the setup commands and home are asked. */
void session_check_config(const struct session_setup *setup, const char *path,
                          struct faults *faults);

/* Writes the visit (panes, positions) to disk, whatever the state: at exit and on SIGHUP. */
bool session_save(struct session *session, struct error *error);

#endif
