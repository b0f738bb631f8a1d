#include "session/core.h"
#include "session/parts.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/message.h"
#include "base/message_catalogues.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "text/sanitize.h"

/* Each is asked for several times a key. */
struct session_slot *session_slot(struct session *session, const struct session_part *part)
{
    size_t at = (uintptr_t)part / sizeof *part % SESSION_STATES;
    while (session->states[at].part != part && session->states[at].part != NULL)
        at = (at + 1) % SESSION_STATES;
    return &session->states[at];
}

void *session_state(const struct session *session, const struct session_part *part)
{
    return session_slot((struct session *)(uintptr_t)session, part)->kept;
}

struct pane *session_pane(struct session *session)
{
    return session->panes.focus;
}

struct article_view *session_view(struct session *session)
{
    return pane_view(session->panes.focus);
}

const struct view_ops *session_top_view(const struct session *session, const struct pane *pane)
{
    const struct view_ops *const *view = session->views;
    while (!(*view)->is_open(pane))
        view++;
    return *view;
}

enum keymap_mode session_mode(struct session *session)
{
    const struct pane *pane = session->panes.focus;
    enum keymap_mode mode = session_top_view(session, pane)->mode;
    return mode == KEYMAP_READ && pane->view != NULL && pane->selection.unit != SELECTION_NONE
               ? mode | KEYMAP_SELECT
               : mode;
}

static void set_message(struct session *session, bool is_error, const char *format, va_list args)
{
    char text[ERROR_SIZE];
    if (vsnprintf(text, sizeof text, message_text(format), args) < 0)
        text[0] = '\0';
    buffer_truncate(&session->message.text, 0);
    sanitize_line(&session->message.text, text, strlen(text));
    session->message.is_error = is_error;
}

void session_say(struct session *session, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    set_message(session, false, format, args);
    va_end(args);
}

void session_fail(struct session *session, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    set_message(session, true, format, args);
    va_end(args);
}

void session_take_language(struct session *session)
{
    struct error error = { "" };
    if (session->around.messages == NULL)
        return;
    if (!message_catalogues_use(session->around.messages,
                                session->around.utf8 ? options_language(&session->options) : "en", &error))
        session_fail(session, "%s", error.text);
    SESSION_TELL(session, language_changed, (session));
}

void session_arrange(struct session *session)
{
    int rows = session->rows - 2;
    panes_arrange(&session->panes, 0, 0, rows < 1 ? 1 : rows, session->columns);
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++)
        for (const struct view_ops *const *view = session->views; *view != NULL; view++)
            if ((*view)->resize != NULL)
                (*view)->resize(session, pane);
    SESSION_TELL(session, layout, (session));
}

static void clear_outbox(struct outbox *outbox)
{
    command_words_free(&outbox->argv);
    command_words_free(&outbox->environment);
    buffer_truncate(&outbox->input, 0);
    outbox->request = (struct request){ .kind = REQUEST_NONE };
}

void session_post(struct session *session, enum request_kind kind)
{
    clear_outbox(&session->outbox);
    session->outbox.request.kind = kind;
}

static void copy_words(struct command_words *words, const char *const *from)
{
    for (; from != NULL && *from != NULL; from++)
        VECTOR_PUSH(words, xstrdup(*from));
    VECTOR_PUSH(words, NULL);
    words->count--;
}

void session_run_with(struct session *session, const char *const *argv,
                      const char *const *environment, const char *input, size_t length,
                      bool wait_for_key)
{
    struct outbox *outbox = &session->outbox;
    clear_outbox(outbox);
    copy_words(&outbox->argv, argv);
    copy_words(&outbox->environment, environment);
    buffer_add(&outbox->input, input != NULL ? input : "", length);
    outbox->request = (struct request){
        .kind = REQUEST_RUN,
        .argv = (const char *const *)outbox->argv.items,
        .environment = (const char *const *)outbox->environment.items,
        .input = input != NULL ? buffer_text(&outbox->input) : NULL,
        .input_length = length,
        .wait_for_key = wait_for_key,
    };
}

void session_run(struct session *session, const char *const *argv)
{
    session_run_with(session, argv, NULL, NULL, 0, false);
}

void session_open_prompt(struct session *session, const struct prompt_ops *ops, const char *text)
{
    prompt_open(&session->prompt, ops, text);
    buffer_truncate(&session->message.text, 0);
}

struct crosstab *session_crosstab(struct session *session)
{
    return pane_crosstab(session_pane(session));
}

bool session_wants_ascii(const struct session *session)
{
    if (session->options.ascii == OPTION_ASCII_AUTO)
        return !session->around.utf8;
    return session->options.ascii == OPTION_ASCII_ON;
}

char *session_typed_path(const struct session *session, const char *path)
{
    const char *home = session->around.home;
    return home != NULL && strncmp(path, "~/", 2) == 0 ? file_join(home, path + 2) : xstrdup(path);
}
