#include "session/sync_status.h"

#include <string.h>

#include "base/message.h"
#include "base/span.h"
#include "entity/kwic.h"
#include "query/text_pair.h"
#include "session/core.h"
#include "session/short_name.h"
#include "session/sync.h"
#include "text/width.h"

#define EVIDENCE_SHOWN 3
#define EVIDENCE_CELLS 24
#define NAME_LEAST 6 /* cells; shorter names tell nothing */

/* The span as a few words of a line. */
static void add_words(struct buffer *out, const struct document *document, struct span span)
{
    struct buffer words = { 0 };
    kwic_add(&words, document, span);
    size_t used;
    size_t fits = width_fit(buffer_text(&words), words.length, EVIDENCE_CELLS, &used);
    buffer_add(out, buffer_text(&words), fits);
    buffer_add_text(out, fits < words.length ? "…" : "");
    buffer_free(&words);
}

static bool same_words(const struct document *a, struct span a_span, const struct document *b,
                       struct span b_span)
{
    size_t length = a_span.end - a_span.start;
    return length == b_span.end - b_span.start &&
           memcmp(a->text + a_span.start, b->text + b_span.start, length) == 0;
}

/* : 37.6 %≈37%, OpenSky, stake=股权 */
static void add_evidence(struct buffer *out, const struct text_pair *text_pair, int side,
                         const struct alignment_item *item, uint32_t most)
{
    const struct passage_map *hinge = text_pair_hinge(text_pair);
    const struct document *here = text_pair_text(text_pair, side)->document;
    const struct document *there = text_pair_text(text_pair, 1 - side)->document;
    for (uint32_t i = 0; i < item->evidence_count && i < most; i++) {
        const struct evidence *evidence =
            &hinge->alignment.evidence.items[item->first_evidence + i];
        struct span own = side == 0 ? evidence->a : evidence->b;
        struct span other = side == 0 ? evidence->b : evidence->a;
        buffer_add_text(out, i == 0 ? _(": ") : _(", "));
        add_words(out, here, own);
        if (evidence->kind == SUPPORT_NAME || same_words(here, own, there, other))
            continue;
        buffer_add_text(out, evidence->kind == SUPPORT_FIGURE ? "≈" : "=");
        add_words(out, there, other);
    }
}

static const char *item_meaning(const struct alignment_item *item)
{
    switch (item->kind) {
    case ALIGNED_PINNED: return _("pinned");
    case ALIGNED_MOVED: return _("same, moved");
    case ALIGNED_PARTIAL: return _("same in part");
    case ALIGNED_ALSO_A:
    case ALIGNED_ALSO_B: return _("told again");
    default: return _("same");
    }
}

/* What is known of the passage at the cursor. */
struct passage {
    const struct alignment_item *item; /* NULL: that is all there is to say: */
    const char *state;          /* NULL: nothing */
    bool absent;
};

static struct passage find_passage(const struct text_pair *text_pair, int side, size_t cursor)
{
    const struct passage_map *hinge = text_pair != NULL ? text_pair_hinge(text_pair) : NULL;
    if (hinge == NULL)
        return (struct passage){ .state = _("not aligned") };
    size_t at = passage_map_at(hinge, side, cursor);
    if (at == HINGE_NONE)
        return (struct passage){ 0 };
    const struct alignment_item *item = &hinge->alignment.items[at];
    struct span figure, figure_across;
    if (sync_figure_across(text_pair, side, cursor, &figure, &figure_across) &&
        sync_is_elsewhere(figure_across, passage_map_span(item, 1 - side)))
        return (struct passage){ .state = _("by its figure") };
    if (!passage_map_has(item, 1 - side))
        return (struct passage){ .absent = true,
                                 .state = text_pair_is_translation(text_pair)
                                              ? _("only in this version")
                                              : _("only in this report") };
    return (struct passage){ .item = item };
}

static bool fits(const struct buffer *out, size_t from, int room)
{
    return (int)width_text(out->data + from, out->length - from) <= room;
}

/* Where words of the other language could be evidence, and how they become it where there is room. */
static void add_bare(struct buffer *out, size_t from, int room)
{
    size_t before = out->length;
    buffer_add_text(out, _(" · no dictionary: diptych dictionary add FILE"));
    if (fits(out, from, room))
        return;
    buffer_truncate(out, before);
    buffer_add_text(out, _(" · no dictionary"));
}

/* same: 37.6 %≈37%, OpenSky  0.82; as much evidence, at most `most`, as there is room for. */
static void add_pair(const struct text_pair *text_pair, int side, size_t cursor, uint32_t most,
                     int room, struct buffer *out)
{
    size_t before = out->length;
    struct passage passage = find_passage(text_pair, side, cursor);
    if (passage.item == NULL) {
        buffer_add_text(out, passage.state != NULL ? passage.state : "");
        if (most > 0 && passage.absent && text_pair_is_bare(text_pair))
            add_bare(out, before, room);
        return;
    }
    do {
        buffer_truncate(out, before);
        buffer_add_text(out, item_meaning(passage.item));
        add_evidence(out, text_pair, side, passage.item, most);
        buffer_add_format(out, "  %.2f", (double)passage.item->confidence);
    } while (most-- > 0 && !fits(out, before, room));
}

/* ⇄ 1.00 ferry.zh · 0.41 sale.zh · not in rival.en; of the names their ends, in `cells` each: they
 * differ there. */
static void add_each(struct session *session, const struct article_view *view, int cells,
                     struct buffer *out)
{
    const char *mark = "⇄ ";
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++) {
        struct article_view *other = pane_view(pane);
        if (other == NULL || other->text == view->text || !sync_takes(other->text))
            continue;
        int side = 0;
        const struct text_pair *text_pair =
            text_pairs_find(sync_made_text_pairs(session), view->text, other->text, &side);
        struct passage passage = find_passage(text_pair, side, view->cursor);
        if (passage.item == NULL && passage.state == NULL)
            continue;
        buffer_add_text(out, mark);
        if (passage.item != NULL)
            buffer_add_format(out, "%s%.2f ", passage.item->kind == ALIGNED_PARTIAL ? _("part ") : "",
                              (double)passage.item->confidence);
        else
            buffer_add_format(out, "%s ", passage.absent ? _("not in") : passage.state);
        short_name_add(out, other->text->name, cells);
        mark = " · ";
    }
}

/* As much of each name as there is room for. */
static void add_several(struct session *session, const struct article_view *view, int room,
                        struct buffer *out)
{
    struct buffer line = { 0 };
    int cells = session->columns;
    do {
        buffer_truncate(&line, 0);
        add_each(session, view, cells, &line);
        cells = cells > 40 ? 40 : cells - 2;
    } while (cells >= NAME_LEAST && (int)width_text(buffer_text(&line), line.length) > room);
    buffer_add(out, buffer_text(&line), line.length);
    buffer_free(&line);
}

void sync_status(struct session *session, bool brief, int room, struct buffer *out)
{
    struct article_view *view = pane_view(session_pane(session));
    struct pane *pane = sync_pane_opposite(session);
    const struct text_pairs *text_pairs = sync_made_text_pairs(session);
    if (!sync_is_on(session) || view == NULL || text_pairs == NULL || view->text->path == NULL)
        return;
    int side = 0;
    const struct text_pair *text_pair =
        pane != NULL ? text_pairs_find(text_pairs, view->text, pane_view(pane)->text, &side) : NULL;
    bool ready = text_pair != NULL && text_pair_hinge(text_pair) != NULL;
    if (sync_pin_begun(session)->text != NULL)
        buffer_add_text(out, _("⇄ pinning"));
    else if (pane == NULL)
        buffer_add_text(out, _("⇄ nothing opposite"));
    else if (!ready && text_pairs_are_busy(text_pairs))
        buffer_add_format(out, _("⇄ aligning %d%%"), (int)(text_pairs_progress(text_pairs) * 100));
    else if (!sync_is_alone(session, session_pane(session)))
        add_several(session, view, room, out);
    else
        add_pair(text_pair, side, view->cursor, brief ? 0 : EVIDENCE_SHOWN, room, out);
}
