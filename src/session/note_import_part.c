#include "session/note_import_part.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/message.h"
#include "base/xalloc.h"
#include "query/note_import_worker.h"
#include "session/core.h"
#include "session/long_work.h"
#include "session/note_marks.h"
#include "session/parts.h"

#define BETWEEN 100  /* milliseconds between two looks at the thread */

struct note_importing {
    struct note_import_worker *worker; /* NULL: nothing is taken in */
    struct long_work work;
};

SESSION_STATE(note_importing, note_import_part)

static void end(struct session *session)
{
    struct note_importing *state = state_of(session);
    note_import_worker_free(state->worker);
    state->worker = NULL;
    long_work_end(session, &state->work);
}

/* "2 exact, 1 lost" */
static void add_counts(struct buffer *out, const struct note_import_report *report)
{
    for (size_t i = 0; i < NOTE_IMPORT_OUTCOMES; i++)
        if (report->outcomes[i] > 0)
            buffer_add_format(out, "%s%zu %s", out->length > 0 ? _(", ") : "", report->outcomes[i],
                              _(note_import_outcome_name((enum note_import_outcome)i)));
}

static void tell(struct session *session, const struct note_import_report *report)
{
    struct buffer counts = { 0 };
    add_counts(&counts, report);
    if (counts.length == 0)
        buffer_add_text(&counts, _("no notes"));
    if (report->outcomes[NOTE_IMPORT_AMBIGUOUS] + report->outcomes[NOTE_IMPORT_LOST] > 0)
        buffer_add_text(&counts, _("; :notes review shows where"));
    session_say(session, "read as %s: %s", message_text(report->kind), buffer_text(&counts));
    buffer_free(&counts);
}

static void take_in(struct session *session)
{
    struct error error = { "" };
    struct note_import_report report;
    struct note_import *import = note_import_worker_result(state_of(session)->worker, &error);
    struct store *store =
        import != NULL ? note_service_write(&session->notebook, &error) : NULL;
    if (store == NULL || !note_import_store(import, store, &report, &error)) {
        session_fail(session, "import: %s", error.text);
        return;
    }
    note_service_changed(&session->notebook);
    tell(session, &report);
    note_marks_tell_notice(session);
}

static bool poll(struct session *session, bool wait)
{
    struct note_importing *state = state_of(session);
    size_t done, count;
    if (state->worker == NULL)
        return false;
    if (!note_import_worker_has_ended(state->worker, wait, &done, &count))
        return long_work_tell(session, &state->work, _("importing"), done, count);
    take_in(session);
    end(session);
    return true;
}

static bool before_command(struct session *session, const struct command *command, const char *line, long count)
{
    (void)line;
    (void)count;
    if (state_of(session)->worker == NULL || !long_work_is_stopped_by(command))
        return false;
    end(session);
    session_say(session, "import: stopped, nothing was taken in");
    return true;
}

void note_import_part_run(struct session *session, const struct invocation *invocation)
{
    struct note_importing *state = state_of(session);
    if (*invocation->argument == '\0') {
        session_fail(session, "import: which file?");
        return;
    }
    if (state->worker != NULL) {
        session_fail(session, "import: is still taking in what you named before");
        return;
    }
    char *path = session_typed_path(session, invocation->argument);
    const char *folder =
        session->collection != NULL ? collection_folder(session->collection) : NULL;
    state->worker = note_import_worker_start(path, folder, session->around.cache_folder,
                                             session->open_texts.conversion);
    (void)long_work_tell(session, &state->work, _("importing"), 0, 0);
    free(path);
}

static int timeout(const struct session *session)
{
    return state_of(session)->worker != NULL ? BETWEEN : -1;
}

const struct session_part note_import_part = {
    .size = sizeof(struct note_importing),
    .before_command = before_command,
    .timeout = timeout,
    .poll = poll,
    .free = end,
};
