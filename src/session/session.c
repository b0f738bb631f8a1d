#include "session/session.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "session/core.h"
#include "session/views.h"
#include "session/open_place.h"
#include "session/parts.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "session/core.h"
#include "session/edit.h"
#include "session/known_names.h"
#include "session/note_marks.h"
#include "session/open.h"
#include "session/open_place.h"
#include "session/parts.h"
#include "session/rcfile.h"
#include "session/reload.h"
#include "session/saved_state.h"
#include "session/status_line.h"

static void copy_surroundings(struct session_setting *around, const struct session_setup *setup)
{
    around->collection = xstrdup(setup->collection);
    around->standard = xstrdup(setup->standard);
    around->home = xstrdup(setup->home);
    around->config_folder = xstrdup(setup->config_folder);
    around->data_folder = xstrdup(setup->data_folder);
    around->cache_folder = xstrdup(setup->cache_folder);
    around->editor = xstrdup(setup->editor);
    around->browser = xstrdup(setup->browser);
    around->usual_editor = setup->usual_editor;
    around->usual_browser = setup->usual_browser;
    around->shell = xstrdup(setup->pager_shell);
    around->messages = setup->messages;
    around->fresh = setup->fresh;
    around->utf8 = setup->utf8;
    around->colors = setup->colors;
    around->theme = setup->theme;
}

/* What was said on the command line goes before diptychrc. */
static void set_option(struct session *session, const char *name, const char *value)
{
    struct error error = { "" };
    char *line = xasprintf("%s %s", name, value);
    if (!options_set(&session->options, line, &error))
        session_fail(session, "%s", error.text);
    free(line);
}

static void open_collection(struct session *session)
{
    struct error error = { "" };
    if (session->around.collection == NULL)
        return;
    session->collection = collection_open(session->around.collection, session->around.cache_folder,
                                          session->open_texts.conversion, &error);
    if (session->collection == NULL)
        session_fail(session, "%s", error.text);
    else if (collection_fault(session->collection) != NULL)
        session_fail(session, "%s", collection_fault(session->collection));
}

/* Opens a name in the pane, at the place that it names. */
static bool open_name(struct session *session, struct pane *pane, const char *word)
{
    struct open_place at;
    open_place_parse(session, word, &at);
    bool opened = session_open(session, pane, at.name);
    if (opened) {
        panes_focus(&session->panes, pane);
        panes_equalize(&session->panes);
        session_arrange(session);
        if (at.place != NULL)
            open_place_go(session, at.place);
    }
    open_place_free(&at);
    return opened;
}

/* Opens names side by side, the first one focused. Returns how many opened. A place (+12) is of the
 * name before it where that has none yet, else of the one behind it. */
static size_t open_names(struct session *session, const char *const *names, size_t count)
{
    size_t opened = 0;
    const char *place = NULL; /* of the next name */
    bool placeless = false;   /* the last name that opened may still get one */
    for (size_t i = 0; i < count && opened < PANE_LIMIT; i++) {
        struct pane *pane = session_pane(session);
        if (open_place_is(names[i])) {
            if (placeless)
                open_place_go(session, names[i]);
            else
                place = names[i];
            placeless = false;
            continue;
        }
        if (session_top_view(session, pane) != &empty_view)
            pane = panes_split(&session->panes, true);
        if (pane == NULL) {
            session_fail(session, "%s: there is no room for another pane", names[i]);
            break;
        }
        if (open_name(session, pane, names[i])) {
            opened++;
            placeless = place == NULL;
            if (place != NULL)
                open_place_go(session, place);
            place = NULL;
        } else if (panes_count(&session->panes) > 1) {
            panes_close(&session->panes, pane);
        }
    }
    struct pane *first = panes_nth(&session->panes, 0);
    panes_focus(&session->panes, first);
    session->panes.previous = NULL;
    session_arrange(session);
    return opened;
}

static void open_first(struct session *session)
{
    const char *names[PANE_LIMIT];
    size_t count = session->collection != NULL ? collection_open_count(session->collection) : 0;
    count = count < PANE_LIMIT ? count : PANE_LIMIT;
    for (size_t i = 0; i < count; i++)
        names[i] = collection_open_id(session->collection, i);
    if (open_names(session, names, count) == 0 && session->collection != NULL)
        command_run_line(session, "library", 1, false);
}

static void make_states(struct session *session)
{
    for (const struct session_part *const *part = session->parts; *part != NULL; part++)
        *session_slot(session, *part) =
            (struct session_slot){ *part, (*part)->size > 0 ? xcalloc(1, (*part)->size) : NULL };
}

static void free_states(struct session *session)
{
    SESSION_TELL(session, free, (session));
    for (size_t i = 0; i < SESSION_STATES; i++)
        free(session->states[i].kept);
}

/* Without a collection, a text or a setting that is not the standard one. */
static struct session *make_bare(const struct session_setup *setup)
{
    struct session *session = xcalloc(1, sizeof *session);
    copy_surroundings(&session->around, setup);
    session->open_texts.conversion = setup->conversion;
    conversion_never_wait(setup->conversion);
    session->commands = setup->commands;
    session->parts = session_parts;
    parts_hear(&session->heard, session->parts);
    session->views = session_views;
    make_states(session);
    options_default(&session->options);
    session->keymap = keymap_new();
    session->rows = setup->rows;
    session->columns = setup->columns;
    known_names_set_walked(session, NAMES_NONE);
    panes_init(&session->panes);
    note_service_init(&session->notebook, setup->data_folder);
    session_arrange(session);
    return session;
}

void session_check_config(const struct session_setup *setup, const char *path,
                          struct faults *faults)
{
    struct session *session = make_bare(setup);
    rcfile_source(session, path, faults);
    session_free(session);
}

struct session *session_new(const struct session_setup *setup, struct error *error)
{
    struct session *session = make_bare(setup);
    struct faults faults = { 0 };
    rcfile_read(session, &faults);
    session_take_language(session);
    rcfile_tell(session, &faults);
    faults_free(&faults);
    if (setup->vault != NULL)
        set_option(session, "vault", setup->vault);
    if (setup->encoding != NULL)
        set_option(session, "encoding", setup->encoding);
    if (setup->raw)
        set_option(session, "raw", "on");
    if (setup->number)
        set_option(session, "number", "on");
    (void)session_take_wish(session);
    open_collection(session);
    if (!setup->utf8)
        session_say(session, "not a UTF-8 locale: what is not ASCII shows as ?; "
                             "LC_ALL=C.UTF-8 helps");
    bool restored = saved_state_load(session, setup->name_count == 0);
    if (setup->guessed_utf8 && session->hint != NULL) /* the first visit */
        session_say(session, "the locale is not UTF-8, but the terminal is: C.UTF-8 is taken");
    if (setup->name_count > 0) {
        if (open_names(session, setup->names, setup->name_count) == 0) {
            error_set(error, "%s", buffer_text(&session->message.text));
            session_free(session);
            return NULL;
        }
    } else if (!restored || !session->options.remember) {
        open_first(session);
    }
    if (session->hint != NULL && status_hint(session) == NULL && session->message.text.length == 0)
        session_say(session, ":tutor teaches the program in ten minutes; H shows the keys");
    return session;
}

void session_free(struct session *session)
{
    if (session == NULL)
        return;
    conversion_stop(session->open_texts.conversion);
    free_states(session);
    note_service_free(&session->notebook);
    panes_free(&session->panes);
    open_texts_free(&session->open_texts);
    keymap_free(session->keymap);
    collection_free(session->collection);
    prompt_free(&session->prompt);
    session_post(session, REQUEST_NONE);
    buffer_free(&session->outbox.input);
    buffer_free(&session->message.text);
    free(session->around.collection);
    free(session->around.standard);
    free(session->around.home);
    free(session->around.config_folder);
    free(session->around.data_folder);
    free(session->around.cache_folder);
    free(session->around.editor);
    free(session->around.browser);
    free(session->around.shell);
    free(session);
}

void session_resize(struct session *session, int rows, int columns)
{
    session->rows = rows < 1 ? 1 : rows;
    session->columns = columns < 1 ? 1 : columns;
    session_arrange(session);
}

void session_set_background(struct session *session, bool light)
{
    if (session->around.theme != THEME_NONE)
        session->around.theme = light ? THEME_LIGHT : THEME_DARK;
}

bool session_mouse(const struct session *session)
{
    return session->options.mouse != 0;
}

struct request session_request(struct session *session)
{
    struct request request = session->outbox.request;
    session->outbox.request.kind = REQUEST_NONE;
    return request;
}

void session_ran(struct session *session, int status, const char *reason)
{
    if (reason != NULL)
        session_fail(session, "%s", reason);
    else if (status != 0)
        session_fail(session, "the command ended with status %d", status);
    edit_ended(session, reason == NULL);
    note_marks_find(session);
}

void session_not_copied(struct session *session, const char *reason)
{
    session_fail(session, "not copied: %s", reason);
}

bool session_save(struct session *session, struct error *error)
{
    return saved_state_save(session, error);
}

static int sooner(int a, int b)
{
    return a < 0 || (b >= 0 && b < a) ? b : a;
}

int session_timeout(const struct session *session)
{
    int time = open_texts_is_busy(&session->open_texts) ? 20 : -1;
    for (size_t i = 0; session->heard.timeout[i] != NULL; i++)
        time = sooner(time, session->heard.timeout[i](session));
    return time;
}

void session_rest(struct session *session, int64_t milliseconds)
{
    session->pending.rested = milliseconds < INT_MAX ? (int)milliseconds : INT_MAX;
}

bool session_tick(struct session *session)
{
    bool changed = session_poll_texts(session, false);
    bool idle = session_timeout(session) == SESSION_WATCH_TIME;
    for (const struct session_part *const *part = session->parts; *part != NULL; part++)
        if ((*part)->tick != NULL)
            changed = (*part)->tick(session, idle) || changed;
    return changed;
}
