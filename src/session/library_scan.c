#include "session/library_scan.h"

#include <stddef.h>

#include "base/message.h"
#include "session/core.h"
#include "session/long_work.h"
#include "session/parts.h"

#define AT_ONCE 128 /* heads that are read before anything is painted */
#define SLICE 32    /* between two looks at the keyboard */
#define PROMPT_TIME 100 /* milliseconds: while something is typed its prompt stays */

struct library_scan {
    bool wanted; /* the list, once all is read */
    struct long_work work;
};

static struct library_scan *state_of(const struct session *session)
{
    return session_state(session, &library_scan_part);
}

bool library_scan_is_done(struct session *session)
{
    size_t done, count;
    state_of(session)->wanted = !collection_scan_some(session->collection, AT_ONCE, &done, &count);
    if (state_of(session)->wanted)
        long_work_tell(session, &state_of(session)->work, _("reading the library"), done, count);
    return !state_of(session)->wanted;
}

static void leave(struct session *session)
{
    state_of(session)->wanted = false;
    long_work_end(session, &state_of(session)->work);
}

static bool before_command(struct session *session, const struct command *command, long count)
{
    (void)count;
    if (!state_of(session)->wanted || !long_work_is_stopped_by(command))
        return false;
    leave(session);
    session_say(session, "library: stopped; L goes on");
    return true;
}

static int timeout(const struct session *session)
{
    if (!state_of(session)->wanted)
        return -1;
    return session->prompt.ops != NULL ? PROMPT_TIME : 0;
}

static bool tick(struct session *session, bool idle)
{
    struct library_scan *state = state_of(session);
    size_t done, count;
    (void)idle;
    if (!state->wanted || session->prompt.ops != NULL)
        return false;
    if (!collection_scan_some(session->collection, SLICE, &done, &count))
        return long_work_tell(session, &state->work, _("reading the library"), done, count);
    leave(session);
    if (session_pane(session)->list == NULL) /* else another has been asked for meanwhile */
        command_run_line(session, "library", 1, false);
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
