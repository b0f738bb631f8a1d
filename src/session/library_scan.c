#include "session/library_scan.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/xalloc.h"
#include "session/core.h"
#include "session/long_work.h"
#include "session/parts.h"

#define AT_ONCE 128 /* heads that are read before anything is painted */
#define SLICE 32    /* between two looks at the keyboard */
#define PROMPT_TIME 100 /* milliseconds: while something is typed its prompt stays */

struct library_scan {
    char *line; /* that is run once all is read; NULL none */
    long count; /* of it */
    const struct pane *pane; /* where it was asked for, compared alone, as is the list */
    const struct list *list;
    struct long_work work;
};

SESSION_STATE(library_scan, library_scan_part)

bool library_scan_goes_on(struct session *session)
{
    size_t done, count;
    return session->collection == NULL || collection_scan_some(session->collection, AT_ONCE, &done, &count);
}

bool library_scan_goes_on_told(struct session *session, struct long_work *work, bool *changed)
{
    size_t done, count;
    if (session->collection == NULL || collection_scan_some(session->collection, SLICE, &done, &count))
        return true;
    *changed = long_work_tell(session, work, _("reading the library"), done, count) || *changed;
    return false;
}

bool library_scan_has_command(const struct session *session)
{
    return state_of(session)->line != NULL;
}

static void leave(struct session *session)
{
    struct library_scan *state = state_of(session);
    free(state->line);
    state->line = NULL;
    long_work_end(session, &state->work);
}

static bool tell(struct session *session, size_t done, size_t count)
{
    return long_work_tell(session, &state_of(session)->work, _("reading the library"), done, count);
}

/* Whether the command is put off. */
static bool put_off(struct session *session, const char *line, long count)
{
    struct library_scan *state = state_of(session);
    size_t done, all;
    if (session->collection == NULL || collection_scan_some(session->collection, AT_ONCE, &done, &all))
        return false;
    free(state->line);
    state->line = xstrdup(line);
    state->count = count;
    state->pane = session_pane(session);
    state->list = session_pane(session)->list;
    tell(session, done, all);
    return true;
}

static bool before_command(struct session *session, const struct command *command, const char *line, long count)
{
    if ((command->flags & COMMAND_LIBRARY) != 0)
        return put_off(session, line, count);
    char *waits = state_of(session)->line;
    if (waits == NULL || !long_work_is_stopped_by(command))
        return false;
    waits = xstrndup(waits, strcspn(waits, " "));
    leave(session);
    if (strcmp(waits, "library") == 0)
        session_say(session, "library: stopped; L goes on");
    else
        session_say(session, "%s: stopped; the same command goes on", waits);
    free(waits);
    return true;
}

static int timeout(const struct session *session)
{
    if (state_of(session)->line == NULL)
        return -1;
    return session->prompt.ops != NULL ? PROMPT_TIME : 0;
}

static bool tick(struct session *session, bool idle)
{
    struct library_scan *state = state_of(session);
    size_t done, count;
    (void)idle;
    if (state->line == NULL || session->prompt.ops != NULL)
        return false;
    if (!collection_scan_some(session->collection, SLICE, &done, &count))
        return tell(session, done, count);
    char *line = xstrdup(state->line);
    leave(session);
    if (session_pane(session) == state->pane && state->pane->list == state->list)
        command_run_line(session, line, state->count, state->count != 1);
    free(line);
    return true;
}

const struct session_part library_scan_part = {
    .size = sizeof(struct library_scan),
    .collection_closed = leave,
    .before_command = before_command,
    .timeout = timeout,
    .tick = tick,
    .free = leave,
};
