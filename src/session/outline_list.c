/* The headings of the pane's text as a list. */
#include <stdlib.h>

#include "base/xalloc.h"
#include "session/core.h"
#include "session/reload.h"
#include "session/lists.h"

/* Headings; an article without them is outlined by the beginnings of its paragraphs. */
static void add_outline(struct list *list, const struct document *document, bool headings)
{
    for (size_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];
        bool heading = block->kind == BLOCK_HEADING;
        if (heading != headings && headings)
            continue;
        if (block->end == block->start || (block->flags & BLOCK_CONTINUES) != 0)
            continue;
        size_t length = block->end - block->start;
        if (length > 200) {
            length = 200;
            while (((unsigned char)document->text[block->start + length] & 0xC0) == 0x80)
                length--;
        }
        char *label = xstrndup(document->text + block->start, length);
        list_add(list, label, NULL, NULL, block->start, heading ? block->level - 1 : 0);
        free(label);
    }
}

static bool fill(struct session *session, struct pane *pane, struct list *list,
                 struct error *error)
{
    (void)error;
    session_complete_text(session, pane->view);
    const struct document *document = pane->view->text->document;
    add_outline(list, document, true);
    if (list->count < 2) {
        list_clear(list);
        add_outline(list, document, false);
    }
    return true;
}

/* The text lies below the list, so it is gone to there whatever the target. */
static void choose(struct session *session, struct list *list, enum view_target target)
{
    size_t offset = list_current(list)->offset;
    struct pane *pane = lists_target(session, VIEW_HERE);
    (void)target;
    pane_remember(pane);
    article_view_go(pane->view, offset);
    article_view_place_cursor(pane->view, 0);
    session_arrange(session);
}

const struct list_source lists_outline = {
    .name = "outline",
    .hint = LISTS_HINT,
    .fill = fill,
    .choose = choose,
    .edit = edit_list_row,
};
