#include "session/follow_file.h"

#include "session/core.h"
#include "session/parts.h"
#include "session/reload.h"

struct follow_file {
    unsigned long pane; /* its id, 0 none */
};

SESSION_STATE(follow_file, follow_file_part)

bool follow_file_is_on(const struct session *session, const struct pane *pane)
{
    return pane->id != 0 && pane->id == state_of(session)->pane;
}

static void go_to_end(struct article_view *view)
{
    article_view_go(view, view->text->document->length);
}

void follow_file_run(struct session *session, const struct invocation *invocation)
{
    struct pane *pane = session_pane(session);
    struct article_view *view = session_view(session);
    (void)invocation;
    if (view->text->path == NULL) {
        session_fail(session, "follow-file: %s: is made by the program, there is no file that grows",
                     view->text->name);
        return;
    }
    session_complete_text(session, view);
    go_to_end(view);
    state_of(session)->pane = panes_id(&session->panes, pane);
    session_say(session, "following the file; the next key ends it");
}

static void view_remade(struct session *session, struct article_view *view)
{
    struct pane *pane = panes_by_id(&session->panes, state_of(session)->pane);
    if (pane != NULL && pane->view == view)
        go_to_end(view);
}

static bool before_command(struct session *session, const struct command *command, const char *line, long count)
{
    (void)command;
    (void)line;
    (void)count;
    state_of(session)->pane = 0;
    return false;
}

const struct session_part follow_file_part = {
    .size = sizeof(struct follow_file),
    .view_remade = view_remade,
    .before_command = before_command,
};
