#include "session/open_place.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "library/local_link.h"
#include "library/target.h"
#include "query/note_placement.h"
#include "session/note_marks.h"
#include "session/registry.h"
#include "session/reload.h"

bool open_place_is(const char *word)
{
    if (word[0] != '+' || word[1] == '\0')
        return false;
    return word[1] == '/' ? word[2] != '\0' : strspn(word + 1, "0123456789") == strlen(word + 1);
}

static bool resolves(struct session *session, const char *word)
{
    struct target target;
    bool found = target_resolve(session->collection, word, &target, NULL);
    if (found)
        target_free(&target);
    return found;
}

/* The colon of NAME:LINE, NULL when it has none. */
static const char *find_line_colon(const char *word)
{
    const char *colon = strrchr(word, ':');
    bool digits = colon != NULL && colon > word && colon[1] != '\0' &&
                  strspn(colon + 1, "0123456789") == strlen(colon + 1);
    return digits ? colon : NULL;
}

void open_place_parse(struct session *session, const char *word, struct open_place *out)
{
    const char *end = find_line_colon(word);
    if (end == NULL)
        end = strchr(word, '#');
    *out = (struct open_place){ 0 };
    if (end == NULL || end == word || resolves(session, word)) {
        out->name = xstrdup(word);
        return;
    }
    out->name = xstrndup(word, (size_t)(end - word));
    out->place = end;
}

void open_place_free(struct open_place *out)
{
    free(out->name);
    *out = (struct open_place){ 0 };
}

/* The first block at or below the line; the last one when the text ends before it. */
static size_t offset_of_line(const struct document *document, unsigned long line)
{
    for (size_t i = 0; i + 1 < document->block_count; i++) {
        if (document->blocks[i + 1].line > line)
            return document->blocks[i].start;
    }
    return document->block_count > 0 ? document->blocks[document->block_count - 1].start : 0;
}

static bool find_note(struct session *session, struct text *text, const char *id, size_t *offset)
{
    note_marks_find(session);
    const struct placements *placements = note_marks_placements(session, text);
    for (size_t i = 0; placements != NULL && i < placements->count; i++) {
        const struct placement *placement = &placements->items[i];
        if (strncmp(placement->id, id, strlen(id)) == 0) {
            *offset = placement->span.start;
            return true;
        }
    }
    return false;
}

static void go_to_anchor(struct session *session, struct article_view *view, const char *anchor)
{
    size_t offset;
    bool note = strncmp(anchor, "note-", 5) == 0 && anchor[5] != '\0';
    if (local_link_heading(view->text->document, anchor, &offset) ||
        (note && find_note(session, view->text, anchor + 5, &offset)))
        article_view_go(view, offset);
    else
        session_fail(session, "%s#%s: no such heading or note", view->text->name, anchor);
}

void open_place_go(struct session *session, const char *place)
{
    struct article_view *view = session_view(session);
    if (view == NULL)
        return;
    if (view->text->converting) {
        free(view->text->place);
        view->text->place = xstrdup(place);
        return;
    }
    session_complete_text(session, view);
    if (place[0] == '#') {
        go_to_anchor(session, view, place + 1);
    } else if (place[1] == '/') {
        char *line = xasprintf("search %s", place + 2);
        command_run_line(session, line, 1, false);
        free(line);
    } else {
        article_view_go(view, offset_of_line(view->text->document, strtoul(place + 1, NULL, 10)));
    }
}
