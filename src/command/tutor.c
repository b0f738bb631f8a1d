/* :tutor opens the bundled text that teaches by doing, in both languages side by side and hinged, that of the
 * reader's first. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/message.h"
#include "base/xalloc.h"
#include "command/table.h"
#include "session/core.h"
#include "session/open.h"
#include "session/reload.h"
#include "session/sync.h"

/* It lies beside the bundled collection. The caller frees. */
static char *tutor_path(const struct session *session, const char *name)
{
    const char *standard = session->around.standard;
    return standard != NULL ? xasprintf("%s/../tutor/%s.md", standard, name) : NULL;
}

/* A second pane where the room has none; NULL where it is too small for one. */
static struct pane *pane_beside(struct session *session, struct pane *from)
{
    struct panes *panes = &session->panes;
    if (panes_count(panes) < 2)
        return panes_split(panes, true);
    return panes_nth(panes, (panes_index(panes, from) + 1) % panes_count(panes));
}

/* The headings after the title are the lessons. */
static void go_to_lesson(struct session *session, struct article_view *view, long number)
{
    session_complete_text(session, view);
    if (number > 0 && number < 100 && article_view_headings(view, number))
        article_view_place_cursor(view, 0);
    sync_follow(session);
}

static void run_tutor(struct session *session, const struct invocation *invocation)
{
    struct pane *pane = session_pane(session);
    const char *english = N_("tutor.en");
    const char *own = message_text(english); /* a catalogue names its own */
    const char *other_name = strcmp(own, english) != 0 ? english : "tutor.zh";
    char *first = tutor_path(session, own);
    char *second = tutor_path(session, other_name);
    if (first == NULL || !file_exists(first)) {
        session_fail(session, "tutor: %s: is not there; H shows all keys",
                     first != NULL ? first : _("its text"));
    } else if (session_open_path(session, pane, first, own)) {
        session->panes.zoomed = false;
        struct pane *other = pane_beside(session, pane);
        session_arrange(session);
        if (other != NULL && session_open_path(session, other, second, other_name)) {
            article_view_go(other->view, 0);
            if (!sync_is_on(session))
                command_run_line(session, "hinge", 1, false);
        }
        article_view_go(pane->view, 0);
        session_arrange(session);
        go_to_lesson(session, pane->view, atol(invocation->argument));
        session_say(session, "read on and press what you read; q closes");
    }
    free(first);
    free(second);
}

/* clang-format off */
const struct command tutor_commands[] = {
    { "tutor", "[LESSON]", "learn the program by using it, in ten minutes", GROUP_OTHER, 0, 0, run_tutor },
    { .name = NULL },
};
/* clang-format on */
