/* A text as a view of a pane. */
#include <stdio.h>
#include <stdlib.h>

#include "base/message.h"
#include "entity/kwic.h"
#include "session/core.h"
#include "session/edit.h"
#include "session/reload.h"
#include "session/overlays.h"
#include "session/status_line.h"
#include "text/wordlist.h"

static bool is_open(const struct pane *pane)
{
    return pane->view != NULL;
}

static void resize(struct session *session, struct pane *pane)
{
    if (pane->view == NULL)
        return;
    article_view_make_gutter(pane->view, pane->columns, &session->options);
    struct area area = pane_text_area(pane);
    article_view_resize(pane->view, area.columns, area.rows, &session->options);
}

static int height(const struct pane *pane)
{
    return pane->view->height;
}

/* nothing here; near: “…”. What has marks of its own gets no others. */
static void add_near(const struct pane *pane, struct buffer *out)
{
    buffer_add_text(out, _("nothing here"));
    if (pane->near.end <= pane->near.start)
        return;
    const struct document *document = pane->view->text->document;
    bool marked = wordlist_at(document->text, pane->near.start, pane->near.end, "“ \" 「 『 «") > 0;
    buffer_add_text(out, _("; near: "));
    buffer_add_text(out, marked ? "" : "“");
    kwic_add(out, document, pane->near);
    buffer_add_text(out, marked ? "" : "”");
}

/* Title and publisher on the left; on the right which of the shared passages this is, and the
 * language. Where the hinge finds nothing, what there is near by is told instead of the title. */
static void heading(const struct pane *pane, struct view_heading *heading)
{
    const struct text *text = pane->view->text;
    const char *publisher = frontmatter_get(text->document->frontmatter, "publisher");
    if (pane->rests)
        add_near(pane, &heading->title);
    else
        buffer_add_text(&heading->title, text->title);
    if (publisher != NULL && !pane->rests) {
        char *told = frontmatter_told_name(publisher);
        buffer_add_text(&heading->remark, told);
        free(told);
    }
    heading->absent = pane->rests;
    status_right(pane, heading->right);
}

static bool move(struct pane *pane, enum view_motion motion, long count)
{
    struct article_view *view = pane->view;
    switch (motion) {
    case VIEW_ROWS: return article_view_rows(view, count);
    case VIEW_TURN: return article_view_page(view, count);
    case VIEW_SCROLL: article_view_scroll(view, count); break;
    case VIEW_ACROSS: article_view_clusters(view, count); break;
    case VIEW_MIDDLE: article_view_middle(view); break;
    case VIEW_EDGE: article_view_row_edge(view, count > 0); break;
    }
    return true;
}

/* Paragraph `number`, 1 the first, as blocks that do not merely continue one are counted. */
static size_t paragraph_offset(const struct document *document, long number)
{
    size_t offset = 0;
    for (size_t i = 0; i < document->block_count && number > 0; i++) {
        if ((document->blocks[i].flags & BLOCK_CONTINUES) != 0)
            continue;
        offset = document->blocks[i].start;
        number--;
    }
    return offset;
}

static void go(struct session *session, struct pane *pane, long number, bool end)
{
    if (end || number > 0)
        session_complete_text(session, pane->view);
    const struct document *document = pane->view->text->document;
    article_view_go(pane->view, number > 0 ? paragraph_offset(document, number)
                                : end      ? document->length
                                           : 0);
}

static void click(struct pane *pane, int row, int column)
{
    struct area area = pane_text_area(pane);
    struct layout *layout = pane->view->layout;
    struct place place = pane->view->top;
    layout_move(layout, &place, row);
    int x = pane_area(pane).column + column - article_view_left(pane->view, &area);
    article_view_go(pane->view, layout_offset_at(layout, place, x < 0 ? 0 : x));
}

const struct view_ops text_view = {
    .name = "text",
    .mode = KEYMAP_READ,
    .is_open = is_open,
    .resize = resize,
    .height = height,
    .heading = heading,
    .paint = overlays_paint,
    .status = status_text,
    .move = move,
    .go = go,
    .click = click,
    .edit = edit_text,
};
