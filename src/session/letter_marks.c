#include "session/letter_marks.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "query/position_remap.h"
#include "session/core.h"
#include "session/open.h"
#include "session/parts.h"

#define LETTERS 26

struct letter_mark {
    char *name;
    char *path;
    size_t offset;
};

struct letter_marks {
    struct letter_mark items[LETTERS];
};

SESSION_STATE(letter_marks, letter_marks_part)

static int letter_of(struct session *session, const char *argument)
{
    if (argument[0] >= 'a' && argument[0] <= 'z' && argument[1] == '\0')
        return argument[0] - 'a';
    session_fail(session, "mark: wants a letter from a to z");
    return -1;
}

void letter_marks_run(struct session *session, const struct invocation *invocation)
{
    int letter = letter_of(session, invocation->argument);
    if (letter < 0)
        return;
    const struct article_view *view = session_view(session);
    struct letter_mark *mark = &state_of(session)->items[letter];
    free(mark->name);
    free(mark->path);
    mark->name = xstrdup(view->text->name);
    mark->path = xstrdup(view->text->path);
    mark->offset = view->cursor;
    session_say(session, "marked as %c; '%c comes back here", 'a' + letter, 'a' + letter);
}

void letter_marks_run_go(struct session *session, const struct invocation *invocation)
{
    struct pane *pane = session_pane(session);
    const char *argument = invocation->argument;
    if ((argument[0] == '\'' || argument[0] == '`') && argument[1] == '\0') {
        if (!pane->has_before_jump || pane->view == NULL) {
            session_say(session, "there was no jump yet");
            return;
        }
        size_t target = pane->before_jump;
        pane_remember(pane);
        article_view_go(pane->view, target);
        return;
    }
    int letter = letter_of(session, argument);
    if (letter < 0)
        return;
    const struct letter_mark *mark = &state_of(session)->items[letter];
    if (mark->name == NULL) {
        session_fail(session, "mark %c: is not set; m%c sets it", 'a' + letter, 'a' + letter);
        return;
    }
    pane_remember(pane);
    const struct text *text = pane->view != NULL ? pane->view->text : NULL;
    bool here = text != NULL && pane_view(pane) != NULL && mark->path != NULL && text->path != NULL &&
                strcmp(text->path, mark->path) == 0;
    if (here)
        article_view_go(pane->view, mark->offset);
    else
        session_go(session, pane, mark->name, mark->path, mark->offset, mark->offset);
}

bool letter_marks_place(const struct session *session, char letter, struct letter_place *place)
{
    const struct letter_mark *mark = &state_of(session)->items[letter - 'a'];
    *place = (struct letter_place){ mark->name, mark->path, mark->offset };
    return mark->name != NULL;
}

/* ---- the part ---- */

static void offsets_moved(struct session *session, const struct text *text,
                          const struct remap *remap)
{
    for (size_t i = 0; i < LETTERS; i++) {
        struct letter_mark *mark = &state_of(session)->items[i];
        if (mark->path != NULL && text->path != NULL && strcmp(mark->path, text->path) == 0)
            mark->offset = position_remap_offset(remap, mark->offset);
    }
}

static void free_marks(struct session *session)
{
    for (size_t i = 0; i < LETTERS; i++) {
        free(state_of(session)->items[i].name);
        free(state_of(session)->items[i].path);
    }
}

const struct session_part letter_marks_part = {
    .size = sizeof(struct letter_marks),
    .offsets_moved = offsets_moved,
    .free = free_marks,
};
