#include "session/overlays.h"

#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/span.h"
#include "base/vector.h"
#include "query/entity_index.h"
#include "query/note_placement.h"
#include "session/core.h"
#include "session/known_names.h"
#include "session/search.h"
#include "session/sync.h"
#include "session/sync_figures.h"
#include "session/title_line.h"
#include "session/type_role.h"
#include "ui/article_paint.h"

static void add_span(struct overlay_spans *out, size_t start, size_t end, unsigned style)
{
    VECTOR_PUSH(out, (struct paint_span){ start, end, style });
}

/* Entities that are on the screen already. */
struct entities {
    uint32_t *items;
    size_t count, capacity;
};

/* Whether the mention is to be set off, where those before it on the screen were asked for, too: the
 * one under the cursor is in any case. */
static bool is_set_off(const struct session *session, const struct article_view *view,
                       const struct mention *mention, struct entities *seen)
{
    if (view->cursor >= mention->start && view->cursor < mention->end)
        return true;
    if (session->options.names != OPTION_NAMES_FIRST)
        return session->options.names == OPTION_NAMES_ALL;
    for (size_t i = 0; i < seen->count; i++)
        if (seen->items[i] == mention->entity)
            return false;
    VECTOR_PUSH(seen, mention->entity);
    return true;
}

/* Mentions in the colour of their type. */
static void collect_mentions(struct session *session, struct pane *pane, struct span visible,
                             struct overlay_spans *out)
{
    const struct mentions *mentions = &pane->view->text->mentions;
    struct entities seen = { 0 };
    if (known_names_entity_index(session) == NULL)
        return;
    for (size_t i = mentions_first_after(mentions, visible.start);
         i < mentions->count && mentions->items[i].start < visible.end; i++) {
        const struct mention *mention = &mentions->items[i];
        if (!is_set_off(session, pane->view, mention, &seen))
            continue;
        enum note_type type = entity_index_type(known_names_entity_index(session), mention->entity);
        add_span(out, mention->start, mention->end, type_role_of(type) | ATTRIBUTE_UNDERLINE);
    }
    free(seen.items);
}

/* In the help each type has its colour where it is told what they are. */
static void collect_legend(struct session *session, struct pane *pane, struct span visible,
                           struct overlay_spans *out)
{
    const char *before = _("in the colour of their type: ");
    const struct text *text = pane->view->text;
    (void)session;
    (void)visible;
    const char *at = text->path == NULL && strcmp(text->name, "help") == 0
                         ? strstr(text->document->text, before) : NULL;
    for (int type = NOTE_UNKNOWN + 1; at != NULL && type <= NOTE_EVENT; type++) {
        const char *word = _(note_type_name((enum note_type)type));
        at = strstr(at, word);
        size_t start = at != NULL ? (size_t)(at - text->document->text) : 0;
        if (at != NULL)
            add_span(out, start, start + strlen(word),
                     type_role_of((enum note_type)type) | ATTRIBUTE_UNDERLINE);
    }
}

static unsigned role_of_colour(const char *colour)
{
    static const struct {
        const char *name;
        unsigned role;
    } colours[] = {
        { "yellow", ROLE_ANNOTATION_YELLOW }, { "green", ROLE_ANNOTATION_GREEN },
        { "blue", ROLE_ANNOTATION_BLUE },     { "red", ROLE_ANNOTATION_RED },
        { "purple", ROLE_ANNOTATION_PURPLE },
    };
    for (size_t i = 0; i < sizeof colours / sizeof colours[0]; i++)
        if (strcmp(colours[i].name, colour) == 0)
            return colours[i].role;
    return ROLE_ANNOTATION;
}

/* The reader's annotations; where several overlap, underlined. */
static void collect_annotations(struct session *session, struct pane *pane, struct span visible,
                                struct overlay_spans *out)
{
    (void)session;
    const struct placements *placements = pane->view->text->placements;
    for (size_t i = 0; placements != NULL && i < placements->run_count &&
                       placements->runs[i].start < visible.end; i++) {
        const struct placement_run *run = &placements->runs[i];
        unsigned style = role_of_colour(placements->items[run->last].colour);
        if (run->count > 1)
            style |= ATTRIBUTE_BOLD | ATTRIBUTE_UNDERLINE;
        if (run->end > run->start)
            add_span(out, run->start, run->end, style);
    }
}

/* Figures that the other version tells otherwise. */
static void collect_figures(struct session *session, struct pane *pane, struct span visible,
                            struct overlay_spans *out)
{
    struct spans figures = { 0 };
    (void)visible;
    sync_figures_lit(session, pane, &figures);
    for (size_t i = 0; i < figures.count; i++)
        add_span(out, figures.items[i].start, figures.items[i].end, ROLE_FIGURE);
    spans_free(&figures);
}

/* Links that lead nowhere. */
static void collect_missing_links(struct session *session, struct pane *pane, struct span visible,
                                  struct overlay_spans *out)
{
    (void)session;
    const struct spans *missing = &pane->view->text->missing;
    for (size_t i = spans_first_after(missing->items, missing->count, visible.start);
         i < missing->count && missing->items[i].start < visible.end; i++)
        add_span(out, missing->items[i].start, missing->items[i].end, ROLE_MISSING);
}

/* The link under the cursor. */
static void collect_link(struct session *session, struct pane *pane, struct span visible,
                         struct overlay_spans *out)
{
    const struct text *text = pane->view->text;
    const struct link *link = document_link_at(text->document, pane->view->cursor);
    (void)visible;
    if (link == NULL || pane != session->panes.focus)
        return;
    unsigned role = known_names_is_missing(text, link) ? ROLE_MISSING : ROLE_LINK;
    add_span(out, link->span.start, link->span.end, role | ATTRIBUTE_REVERSE);
}

static void collect_hits(struct session *session, struct pane *pane, struct span visible,
                         struct overlay_spans *out)
{
    const struct article_view *view = pane->view;
    struct spans hits = { 0 };
    search_find_hits(session, view, visible, &hits);
    for (size_t i = 0; i < hits.count; i++) {
        struct span hit = hits.items[i];
        bool current = pane == session->panes.focus && view->cursor >= hit.start &&
                       view->cursor < hit.end;
        add_span(out, hit.start, hit.end, current ? ROLE_HIT_CURRENT : ROLE_HIT);
    }
    spans_free(&hits);
}

static void collect_selection(struct session *session, struct pane *pane, struct span visible,
                              struct overlay_spans *out)
{
    struct span selected = selection_span(&pane->selection, pane->view->text->document);
    (void)session;
    (void)visible;
    if (selected.end > selected.start)
        add_span(out, selected.start, selected.end, ROLE_SELECTION);
}

static const struct overlay overlays[] = {
    { collect_mentions }, { collect_annotations }, { collect_figures }, { collect_missing_links },
    { collect_link },     { collect_legend },      { collect_hits },      { collect_selection },
};

#define OVERLAYS (sizeof overlays / sizeof overlays[0])

/* ---- marks beside the text ---- */

/* The passage that the hinge marks, and all that have a counterpart. */
struct passages {
    struct span mark;
    struct spans shared;
};

static bool is_overlap(struct span a, struct span b)
{
    return a.start < b.end && a.end > b.start;
}

/* A bar beside the passage that the hinge marks, a thin dim one beside the others. */
static const char *mark_passage(const void *context, struct span row, unsigned *style)
{
    const struct passages *passages = context;
    if (passages->mark.end > passages->mark.start && is_overlap(passages->mark, row))
        return "▌";
    *style = ROLE_DIM;
    for (size_t i = 0; i < passages->shared.count; i++)
        if (is_overlap(passages->shared.items[i], row))
            return "▏";
    return NULL;
}

/* How many annotations begin on the row. */
static const char *count_annotations(const void *context, struct span row, unsigned *style)
{
    (void)style;
    static const char *const digits[] = { NULL, "1", "2", "3", "4", "5", "6", "7", "8", "9" };
    const struct placements *placements = context;
    size_t first = note_placement_from(placements, row.start);
    size_t last = first;
    while (last < placements->placed && placements->items[last].span.start < row.end)
        last++;
    return last - first > 9 ? "+" : digits[last - first];
}

static void paint_margins(struct session *session, const struct pane *pane,
                          const struct canvas *canvas, const struct area *area,
                          struct span visible)
{
    struct article_view *view = pane->view;
    const struct placements *placements = view->text->placements;
    struct passages passages = { .mark = pane->mark };
    struct article_margin bar = { mark_passage, &passages, ROLE_COUNTERPART };
    struct article_margin counts = { count_annotations, placements, ROLE_NOTE_MARK };
    int left = article_view_left(view, area);
    if (pane->columns < 6)
        return;
    article_paint_numbers(view, canvas, area, left - 1);
    sync_shared(session, pane, visible, &passages.shared);
    if (pane->mark.end > pane->mark.start || passages.shared.count > 0)
        article_paint_margin(view, canvas, area, left - 1, &bar);
    spans_free(&passages.shared);
    if (placements != NULL && placements->placed > 0)
        article_paint_margin(view, canvas, area, left + layout_width(view->layout), &counts);
}

/* Whether anything but names is set off or marked in the first block. */
static bool is_title_touched(const struct pane *pane, const struct overlay_spans *found)
{
    const struct document *document = pane->view->text->document;
    if (document->block_count == 0)
        return false;
    if (pane->mark.end > pane->mark.start && pane->mark.start < document->blocks[0].end)
        return true;
    for (size_t i = 1; i < OVERLAYS; i++)
        for (size_t k = 0; k < found[i].count; k++)
            if (found[i].items[k].start < document->blocks[0].end)
                return true;
    return false;
}

void overlays_paint(struct session *session, struct pane *pane, const struct canvas *canvas)
{
    struct overlay_spans found[OVERLAYS] = { 0 };
    struct paint_set sets[OVERLAYS];
    struct area area = pane_text_area(pane);
    struct span visible;
    size_t count = 0;
    article_view_range(pane->view, &visible.start, &visible.end);
    for (size_t i = 0; i < OVERLAYS; i++) {
        overlays[i].collect(session, pane, visible, &found[i]);
        if (found[i].count > 0)
            sets[count++] = (struct paint_set){ found[i].items, found[i].count };
    }
    article_paint(pane->view, canvas, &area, sets, count);
    bool touched = is_title_touched(pane, found);
    for (size_t i = 0; i < OVERLAYS; i++)
        free(found[i].items);
    title_line_paint(pane, canvas, &area, touched);
    paint_margins(session, pane, canvas, &area, visible);
    if (pane == session->panes.focus)
        article_paint_cursor(pane->view, canvas, &area);
}
