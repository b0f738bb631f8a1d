#include "session/library_hits.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "session/core.h"
#include "session/lists.h"
#include "session/open.h"
#include "session/reload.h"
#include "text/utf8.h"

static bool fill_hits(struct session *session, struct pane *pane, struct list *list,
                      struct error *error)
{
    (void)session; /* the rows come in slices (room_library_slice) */
    (void)pane;
    (void)list;
    (void)error;
    return true;
}

static void choose_hit(struct session *session, struct list *list, enum view_target target)
{
    const struct list_row *row = list_current(list);
    const struct article_view *view = session_pane(session)->view;
    bool same = target == VIEW_HERE && view != NULL && strcmp(view->text->name, row->target) == 0;
    char *name = xstrdup(row->target);
    size_t offset = row->offset;
    struct pane *pane = lists_target(session, target);
    if (same)
        pane_remember(pane); /* the text stays, the place is left all the same */
    bool ok = pane != NULL && session_open(session, pane, name);
    if (ok) {
        session_complete_text(session, pane->view);
        article_view_go(pane->view, offset);
    }
    if (pane != NULL)
        lists_opened(session, pane, ok, target);
    free(name);
}

const struct list_source lists_hits = {
    .name = "hits",
    .hint = LISTS_HINT,
    .snippets = true,
    .searched = true,
    .fill = fill_hits,
    .choose = choose_hit,
    .edit = edit_list_row,
};

void library_hits_add(struct list *list, const struct article *article,
                    const struct document *document, struct span hit)
{
    const struct block *block = &document->blocks[document_block_at(document, hit.start)];
    const char *text = document->text;
    size_t start = hit.start > block->start + 40 ? utf8_start(text, hit.start - 40) : block->start;
    size_t end = hit.end + 120 < block->end ? utf8_start(text, hit.end + 120) : block->end;
    bool cut = start > block->start;
    while (cut && start < hit.start && (unsigned char)text[start] < 0x80 && text[start - 1] != ' ')
        start++; /* to the beginning of a word */
    struct buffer snippet = { 0 };
    buffer_add_text(&snippet, cut ? "…" : "");
    size_t mark = snippet.length + hit.start - start;
    buffer_add(&snippet, text + start, end > start ? end - start : 0);
    while (end < block->end && snippet.length > 0 &&
           (unsigned char)snippet.data[snippet.length - 1] < 0x80 &&
           snippet.data[snippet.length - 1] != ' ')
        buffer_truncate(&snippet, snippet.length - 1);
    buffer_add_text(&snippet, end < block->end ? "…" : "");
    list_add(list, article->id, buffer_text(&snippet), article->id, hit.start, 0);
    if (mark + hit.end - hit.start <= snippet.length)
        list_mark(list, mark, hit.end - hit.start);
    buffer_free(&snippet);
}
