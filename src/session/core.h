/* core: what the session consists of; for the files of session/ and command/.
 *
 * session.h is the outside. Here is the inside: the struct, and the few services that everybody
 * shares (messages, the focused pane, requests). What only one file needs is the state of a part
 * (parts.h). All is owned by the session and released by session_free. */
#ifndef DIPTYCH_SESSION_CORE_H
#define DIPTYCH_SESSION_CORE_H

#include "base/buffer.h"
#include "base/command_words.h"
#include "library/collection.h"
#include "session/note_service.h"
#include "session/parts.h"
#include "session/registry.h"
#include "session/session.h"
#include "ui/keymap.h"
#include "ui/option.h"
#include "ui/pane.h"
#include "ui/prompt.h"
#include "ui/view.h"

#define PENDING_KEYS KEYMAP_LONGEST

/* Keys typed that are not yet a command. */
struct pending {
    struct key keys[PENDING_KEYS];
    size_t count;
    long number; /* the count typed before, 0 none */
    const struct command *wants_key; /* m, ': waits for one more */
    int rested; /* milliseconds since the last key (session_rest) */
};

struct message {
    struct buffer text;
    bool is_error;
};

struct outbox {
    struct request request;
    struct command_words argv, environment;
    struct buffer input;
};

/* Strings of struct session_setup, copied. */
struct session_setting {
    char *collection, *standard, *home, *config_folder, *data_folder, *cache_folder;
    char *editor, *browser, *shell;
    const char *usual_editor, *usual_browser;
    struct message_catalogues *messages; /* borrowed */
    bool fresh, utf8;
    int colors, theme;
};

/* What a part keeps. They stand where session_state looks for them first, by the part's address. */
struct session_slot {
    const struct session_part *part; /* NULL: free */
    void *kept;                      /* NULL: nothing */
};

#define SESSION_STATES 128u /* far more than there are parts */

struct session {
    struct session_setting around;
    const struct command_set *commands; /* of the floor above */
    const struct session_part *const *parts; /* session_parts (parts.h) */
    struct session_heard heard;
    struct session_slot states[SESSION_STATES]; /* of the parts */
    const struct view_ops *const *views; /* session_views (views.h) */
    struct options options;
    struct keymap *keymap;
    struct open_texts open_texts;
    struct collection *collection;
    struct note_service notebook;
    struct panes panes;
    struct prompt prompt;
    struct pending pending;
    struct message message;
    struct outbox outbox;
    const char *hint; /* shown in the status line until the first key */
    int rows, columns;
};

#if defined(__GNUC__)
#define SESSION_FORMAT __attribute__((format(printf, 2, 3)))
#else
#define SESSION_FORMAT
#endif
void session_say(struct session *session, const char *format, ...) SESSION_FORMAT;
void session_fail(struct session *session, const char *format, ...) SESSION_FORMAT;

/* Puts the language of the option in force; English where the terminal takes no UTF-8. */
void session_take_language(struct session *session);

/* What the part keeps for this session, zeroed at first; its size is in its record. */
void *session_state(const struct session *session, const struct session_part *part);

/* Defines state_of(session) in the file of a part: what it keeps, as its own struct. */
#define SESSION_STATE(kept, part)                                                                  \
    static struct kept *state_of(const struct session *session)                                    \
    {                                                                                              \
        return session_state(session, &(part));                                                    \
    }
struct session_slot *session_slot(struct session *session, const struct session_part *part); /* where it is kept */

/* The focused pane; its view or list may be NULL. */
struct pane *session_pane(struct session *session);
struct article_view *session_view(struct session *session); /* NULL: it is empty or covered */
struct crosstab *
session_crosstab(struct session *session); /* NULL unless a table is what keys go to */
enum keymap_mode session_mode(struct session *session);

/* The pane's uppermost view: the one that is seen and that keys go to; never NULL. */
const struct view_ops *session_top_view(const struct session *session, const struct pane *pane);

/* Gives every pane its rectangle and every view its size. */
void session_arrange(struct session *session);

/* How often the files on disk are looked at (watch.h). */
#define SESSION_WATCH_TIME 1000 /* milliseconds */

void session_post(struct session *session, enum request_kind kind);
/* All is copied. `environment` (NULL none) is NAME=VALUE each; it and argv end with NULL. */
void session_run_with(struct session *session, const char *const *argv,
                      const char *const *environment, const char *input, size_t length,
                      bool wait_for_key);
void session_run(struct session *session, const char *const *argv);

/* What a reader typed as a path: "~/x" is in the home folder. Caller frees. */
char *session_typed_path(const struct session *session, const char *path);

/* Whether borders and signs have to be ASCII. */
bool session_wants_ascii(const struct session *session);

void session_open_prompt(struct session *session, const struct prompt_ops *ops, const char *text);

#endif
