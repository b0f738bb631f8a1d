/* Lists of places: those with a letter, and those that back leads to. */
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "session/core.h"
#include "session/letter_marks.h"
#include "session/lists.h"
#include "session/open.h"
#include "text/sanitize.h"

#define WORDS 60 /* bytes of the text at a place */

/* What stands there, where the text is open; appended. */
static void add_words(const struct session *session, const char *path, size_t offset,
                      struct buffer *out)
{
    const struct text *text = session->open_texts.texts;
    while (text != NULL && (path == NULL || text->path == NULL || strcmp(text->path, path) != 0))
        text = text->next;
    if (text == NULL || offset >= text->document->length)
        return;
    const char *from = text->document->text + offset;
    size_t length = strcspn(from, "\n");
    if (length > WORDS)
        for (length = WORDS; ((unsigned char)from[length] & 0xC0) == 0x80;)
            length--;
    sanitize_line(out, from, length);
}

static void add_place(const struct session *session, struct list *list, const char *label,
                      const char *path, size_t offset)
{
    struct buffer words = { 0 };
    add_words(session, path, offset, &words);
    list_add(list, label, buffer_text(&words), NULL, offset, 0);
    buffer_free(&words);
}

static bool fill_marks(struct session *session, struct pane *pane, struct list *list,
                       struct error *error)
{
    (void)pane;
    (void)error;
    for (char letter = 'a'; letter <= 'z'; letter++) {
        struct letter_place place;
        if (!letter_marks_place(session, letter, &place))
            continue;
        char *label = xasprintf("%c  %s", letter, place.name);
        char id[2] = { letter };
        add_place(session, list, label, place.path, place.offset);
        list_set_id(list, id);
        free(label);
    }
    return true;
}

static void choose_mark(struct session *session, struct list *list, enum view_target target)
{
    char *line = xasprintf("mark-go %s", list_current(list)->id);
    struct pane *pane = lists_target(session, target);
    if (pane != NULL)
        command_run_line(session, line, 1, false);
    if (pane != NULL)
        lists_opened(session, pane, pane->view != NULL, target);
    free(line);
}

/* The latest one first. */
static bool fill_jumps(struct session *session, struct pane *pane, struct list *list,
                       struct error *error)
{
    (void)error;
    for (size_t i = pane->jumps.count; i-- > 0;) {
        const struct jump *jump = &pane->jumps.items[i];
        if (jump->is_cell || jump->path == NULL)
            continue;
        char *id = xasprintf("%zu", i);
        add_place(session, list, jump->name, jump->path, jump->cursor);
        list_set_id(list, id);
        free(id);
    }
    return true;
}

static void choose_jump(struct session *session, struct list *list, enum view_target target)
{
    struct pane *from = session_pane(session);
    const struct jump *jump = &from->jumps.items[strtoul(list_current(list)->id, NULL, 10)];
    struct jump goal = { .name = xstrdup(jump->name), .path = xstrdup(jump->path),
                         .cursor = jump->cursor, .anchor = jump->anchor };
    struct pane *pane = lists_target(session, target);
    if (pane != NULL) {
        pane_remember(pane);
        lists_opened(session, pane,
                     session_go(session, pane, goal.name, goal.path, goal.cursor, goal.anchor),
                     target);
    }
    free(goal.name);
    free(goal.path);
}

const struct list_source lists_marks = {
    .name = "marks",
    .title = N_("Marks"),
    .none = "no place has a letter yet; m and a letter mark one",
    .hint = LISTS_HINT,
    .fill = fill_marks,
    .choose = choose_mark,
    .edit = edit_list_row,
};

const struct list_source lists_jumps = {
    .name = "jumps",
    .title = N_("Jumps in this pane, the latest first"),
    .none = "there was no jump in this pane yet",
    .hint = LISTS_HINT,
    .fill = fill_jumps,
    .choose = choose_jump,
    .edit = edit_list_row,
};
