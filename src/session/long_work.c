#include "session/long_work.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/message.h"
#include "base/xalloc.h"
#include "session/core.h"
#include "text/width.h"
#include "ui/progress_line.h"

#define PATIENCE 300 /* milliseconds: what takes no longer needs no bar */

static bool has_row(const struct session *session, const struct long_work *work)
{
    const struct buffer *row = &session->message.text;
    return row->length == 0 || (work->told != NULL && strcmp(buffer_text(row), work->told) == 0);
}

bool long_work_tell(struct session *session, struct long_work *work, const char *what, size_t done,
                    size_t count)
{
    const char *stops = _(" · Esc stops");
    struct buffer line = { 0 };
    if (work->since == 0)
        work->since = clock_now();
    if (clock_now() - work->since < PATIENCE)
        return false;
    if (count > 0)
        progress_line_add(&line, what, done, count, clock_now() - work->since,
                          session->columns - (int)width_text(stops, strlen(stops)) -
                              2); /* a cell of margin at either end */
    else
        buffer_add_text(&line, what);
    buffer_add_text(&line, stops);
    bool changed = has_row(session, work) && strcmp(buffer_text(&session->message.text), buffer_text(&line)) != 0;
    if (changed) {
        free(work->told);
        work->told = xstrdup(buffer_text(&line));
        session_say(session, "%s", work->told);
    }
    buffer_free(&line);
    return changed;
}

void long_work_end(struct session *session, struct long_work *work)
{
    if (has_row(session, work))
        buffer_truncate(&session->message.text, 0);
    free(work->told);
    *work = (struct long_work){ .told = NULL };
}

bool long_work_is_stopped_by(const struct command *command)
{
    return strcmp(command->name, "cancel") == 0;
}
