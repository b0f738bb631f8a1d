#include "session/labels.h"

#include <stdlib.h>
#include <string.h>

#include "base/span.h"
#include "session/core.h"
#include "session/known_names.h"
#include "session/parts.h"
#include "ui/link_labels.h"

SESSION_STATE(hints, labels_part)

/* First byte of [start, end) that the pane shows; false when none is. A thing that begins above the
 * pane goes on in its first row of text. */
static bool first_shown(struct article_view *view, size_t start, size_t end, size_t *shown)
{
    struct layout *layout = view->layout;
    size_t block = document_block_at(view->text->document, start);
    if (start >= end || layout_shown_block(layout, block) != block)
        return false;
    *shown = start;
    struct place top = view->top;
    if (layout_distance(layout, top, layout_place(layout, start), 1) < 0) {
        if (top.row < layout_block(layout, top.block)->gap)
            layout_move(layout, &top, 1);
        *shown = layout_row_offset(layout, top);
        if (*shown <= start || *shown >= end)
            return false;
    }
    return layout_distance(layout, view->top, layout_place(layout, *shown), view->height) <
           view->height;
}

static void add_hint(struct hints *hints, struct pane *pane, size_t start, size_t end)
{
    size_t shown;
    struct article_view *view = pane->view;
    if (!first_shown(view, start, end, &shown))
        return;
    struct area area = pane_text_area(pane);
    struct place place = layout_place(view->layout, shown);
    struct hint hint = {
        .where = pane,
        .offset = shown,
        .row = area.row + (int)layout_distance(view->layout, view->top, place, view->height),
        .column = article_view_left(view, &area) + layout_x(view->layout, shown),
        .left = area.column,
        .limit = area.column + area.columns,
    };
    link_labels_add(hints, &hint);
}

/* Links and mentions in the order of their beginnings. A mention within a link is no stop of its
 * own: Enter follows the link there. */
static void gather(struct hints *hints, struct pane *pane)
{
    const struct document *document = pane->view->text->document;
    const struct mentions *mentions = &pane->view->text->mentions;
    size_t start;
    size_t end;
    article_view_range(pane->view, &start, &end);
    size_t mention = mentions_first_after(mentions, start);
    size_t link = 0;
    while (link < document->link_count && document->links[link].span.end <= start)
        link++;
    for (;;) {
        const struct span *a = link < document->link_count ? &document->links[link].span : NULL;
        const struct mention *b = mention < mentions->count ? &mentions->items[mention] : NULL;
        if (a != NULL && a->start < end && (b == NULL || a->start <= b->start)) {
            add_hint(hints, pane, a->start, a->end);
            link++;
        } else if (b != NULL && b->start < end) {
            if (document_link_at(document, b->start) == NULL)
                add_hint(hints, pane, b->start, b->end);
            mention++;
        } else {
            break;
        }
    }
}

static void tell(struct session *session)
{
    session_say(session, "type a label to follow it; Esc leaves");
}

void labels_run(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    struct pane *pane;
    bool alone = session->panes.zoomed || session->panes.cramped;
    known_names_find(session);
    link_labels_clear(state_of(session));
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++)
        if (pane_view(pane) != NULL && (!alone || pane == session->panes.focus))
            gather(state_of(session), pane);
    struct article_view *view = session_view(session);
    struct area area = pane_text_area(session_pane(session));
    int row = view != NULL ? article_view_cursor_row(view) : 0;
    int column = view != NULL ? article_view_cursor_x(view) : 0;
    link_labels_label(state_of(session), area.row + row, area.column + column);
    if (state_of(session)->count == 0)
        session_say(session, "no name or link is on screen");
    else
        tell(session);
}

/* What Enter does there. */
static void follow(struct session *session)
{
    const struct hint *hint = link_labels_chosen(state_of(session));
    struct pane *pane = hint->where;
    size_t offset = hint->offset;
    link_labels_clear(state_of(session));
    panes_focus(&session->panes, pane);
    article_view_go(pane->view, offset);
    command_run_line(session, "follow", 1, false);
}

static bool take_key(struct session *session, struct key key)
{
    if (state_of(session)->count == 0)
        return false;
    switch (link_labels_key(state_of(session), key)) {
    case HINT_GOES_ON:
        tell(session);
        break;
    case HINT_CHOSEN:
        follow(session);
        break;
    case HINT_NONE:
        session_say(session, "there is no label %s", state_of(session)->typed);
        link_labels_clear(state_of(session));
        break;
    case HINT_LEFT: link_labels_clear(state_of(session)); break;
    }
    return true;
}

static void paint(struct session *session, const struct canvas *canvas, int bottom)
{
    const struct hints *hints = state_of(session);
    (void)bottom;
    for (size_t i = 0; i < hints->count; i++) {
        const struct hint *hint = &hints->items[i];
        if (!link_labels_fits(hints, hint))
            continue;
        int column = hint->column;
        for (size_t k = 0; k < HINT_LETTERS; k++)
            column = grid_text(canvas->grid, hint->row, column, hint->limit, &hint->label[k], 1,
                               k < hints->typed_count ? ROLE_HINT | ATTRIBUTE_DIM : ROLE_HINT);
    }
}

void labels_clear(struct session *session)
{
    link_labels_clear(state_of(session));
}

const struct session_part labels_part = {
    .size = sizeof(struct hints),
    .key = take_key,
    .paint = paint,
    .dismissed = labels_clear,
    .layout = labels_clear,
    .free = labels_clear,
};
