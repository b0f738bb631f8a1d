#include "session/session.h"

#include <stdlib.h>
#include <string.h>

#include "session/core.h"
#include "session/views.h"
#include "base/file.h"
#include "base/xalloc.h"

static char *copy_of(const char *text)
{
    return text != NULL ? xstrdup(text) : NULL;
}

static void copy_surroundings(struct surroundings *around, const struct session_setup *setup)
{
    around->collection = copy_of(setup->collection);
    around->standard = copy_of(setup->standard);
    around->home = copy_of(setup->home);
    around->config_folder = copy_of(setup->config_folder);
    around->data_folder = copy_of(setup->data_folder);
    around->cache_folder = copy_of(setup->cache_folder);
    around->editor = copy_of(setup->editor);
    around->browser = copy_of(setup->browser);
    around->shell = copy_of(setup->pager_shell);
    around->fresh = setup->fresh;
    around->utf8 = setup->utf8;
    around->colors = setup->colors;
    around->theme = setup->theme;
}

/* What was said on the command line goes before diptychrc. */
static void set_vault(struct session *session, const char *folder)
{
    struct error error = { "" };
    char *line = xasprintf("vault %s", folder);
    if (!options_set(&session->options, line, &error))
        room_fail(session, "%s", error.text);
    free(line);
}

static void open_collection(struct session *session)
{
    struct error error = { "" };
    if (session->around.collection == NULL)
        return;
    session->collection = collection_open(session->around.collection,
                                          session->around.cache_folder, &error);
    if (session->collection == NULL)
        room_fail(session, "%s", error.text);
    else if (collection_fault(session->collection) != NULL)
        room_fail(session, "%s", collection_fault(session->collection));
}

/* Opens names side by side, the first one focused. Returns how many opened. */
static size_t open_names(struct session *session, const char *const *names, size_t count)
{
    size_t opened = 0;
    for (size_t i = 0; i < count && i < PANE_LIMIT; i++) {
        struct pane *pane = room_pane(session);
        if (views_top(pane) != &empty_view)
            pane = panes_split(&session->panes, true);
        if (pane == NULL) {
            room_fail(session, "%s: there is no room for another pane", names[i]);
            break;
        }
        if (room_open(session, pane, names[i])) {
            panes_focus(&session->panes, pane);
            panes_equalize(&session->panes);
            room_arrange(session);
            opened++;
        } else if (panes_count(&session->panes) > 1) {
            panes_close(&session->panes, pane);
        }
    }
    struct pane *first = panes_nth(&session->panes, 0);
    panes_focus(&session->panes, first);
    session->panes.previous = NULL;
    room_arrange(session);
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

struct session *session_new(const struct session_setup *setup, struct error *error)
{
    struct session *session = xcalloc(1, sizeof *session);
    copy_surroundings(&session->around, setup);
    session->commands = setup->commands;
    options_default(&session->options);
    session->keymap = keymap_new();
    session->rows = setup->rows;
    session->columns = setup->columns;
    session->names.walked = NAMES_NONE;
    panes_init(&session->panes);
    notebook_init(&session->notebook, setup->data_folder);
    room_arrange(session);
    config_read(session);
    if (setup->vault != NULL)
        set_vault(session, setup->vault);
    open_collection(session);
    if (!setup->utf8)
        room_say(session, "not a UTF-8 locale: what is not ASCII shows as ?; "
                          "LC_ALL=C.UTF-8 helps");
    bool restored = visit_load(session);
    if (setup->name_count > 0) {
        if (restored) {
            panes_free(&session->panes);
            panes_init(&session->panes);
            room_arrange(session);
        }
        if (open_names(session, setup->names, setup->name_count) == 0) {
            error_set(error, "%s", buffer_text(&session->message.text));
            session_free(session);
            return NULL;
        }
    } else if (!restored || !session->options.remember) {
        open_first(session);
    }
    room_find_marks(session);
    return session;
}

void session_free(struct session *session)
{
    if (session == NULL)
        return;
    couplings_free(session->hinge.couplings);
    pinboard_free(&session->hinge.pins);
    room_forget_pin(session);
    room_annotate_free(session);
    notebook_free(&session->notebook);
    room_look_free(session);
    room_search_free(session);
    panes_free(&session->panes);
    shelf_free(&session->shelf);
    visit_free(session);
    keymap_free(session->keymap);
    census_free(session->names.census);
    gazetteer_free(session->names.gazetteer);
    free(session->names.watch.notes);
    collection_free(session->collection);
    prompt_free(&session->prompt);
    hints_clear(&session->hints);
    room_edit_free(session);
    room_request(session, REQUEST_NONE);
    buffer_free(&session->outbox.input);
    buffer_free(&session->message.text);
    for (size_t i = 0; i < ROOM_MARKS; i++) {
        free(session->marks[i].name);
        free(session->marks[i].path);
    }
    popup_close(&session->popup);
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
    room_arrange(session);
}

enum theme_name session_theme(const struct session *session)
{
    switch (session->options.theme) {
    case OPTION_THEME_DARK:
        return THEME_DARK;
    case OPTION_THEME_LIGHT:
        return THEME_LIGHT;
    case OPTION_THEME_NONE:
        return THEME_NONE;
    default:
        return (enum theme_name)session->around.theme;
    }
}

int session_colors(const struct session *session)
{
    int wanted = session->options.colors;
    if (wanted == 0)
        return session->around.colors;
    return wanted < 8 ? 0 : wanted < 16 ? 8 : wanted < 256 ? 16 : 256;
}

bool session_mouse(const struct session *session)
{
    return session->options.mouse != 0;
}

int session_timeout(const struct session *session)
{
    if (session->library_search.find != NULL || room_wants_mentions(session) ||
        room_names_wait(session))
        return 0;
    int look = room_look_timeout(session);
    if (look >= 0)
        return look;
    if (room_concordance_timeout(session) >= 0)
        return room_concordance_timeout(session);
    if (shelf_is_busy(&session->shelf) ||
        (session->hinge.couplings != NULL && couplings_are_busy(session->hinge.couplings)))
        return 20;
    return session->shelf.texts != NULL ? ROOM_WATCH_TIME : -1;
}

bool session_tick(struct session *session)
{
    bool changed = room_poll_texts(session, false);
    if (room_wants_mentions(session)) {
        room_find_mentions(session);
        changed = true;
    }
    bool idle = session_timeout(session) == ROOM_WATCH_TIME;
    if (session->hinge.couplings != NULL) {
        bool busy = couplings_are_busy(session->hinge.couplings);
        bool ready = couplings_poll(session->hinge.couplings);
        if (ready)
            room_hinge_ready(session);
        changed = changed || ready || (session->hinge.on && busy);
    }
    changed = room_names_slice(session) || changed;
    changed = room_library_slice(session) || changed;
    if (idle)
        changed = room_watch(session) || changed;
    changed = room_refresh_matrices(session) || changed;
    room_find_marks(session);
    return changed;
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
        room_fail(session, "%s", reason);
    else if (status != 0)
        room_fail(session, "the command ended with status %d", status);
    room_edited(session, reason == NULL);
    room_find_marks(session);
}

void session_not_copied(struct session *session, const char *reason)
{
    room_fail(session, "not copied: %s", reason);
}

int session_exit_status(const struct session *session)
{
    (void)session;
    return 0;
}

bool session_save(struct session *session, struct error *error)
{
    return visit_save(session, error);
}
