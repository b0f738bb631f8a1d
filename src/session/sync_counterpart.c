#include "session/sync_counterpart.h"

#include "base/span.h"
#include "query/text_pair.h"
#include "session/core.h"
#include "session/sync.h"

/* What an article of some pages takes to align is waited for; more is not. */
#define WAIT_MILLISECONDS 400

/* A counterpart this many times longer than what its passages are together is scattered. */
#define SCATTERED 3

/* The text in the pane opposite, else the story's other version; held. */
static struct text *text_opposite(struct session *session, struct text *text, struct error *why)
{
    struct pane *pane = sync_pane_opposite(session);
    const struct article *version;
    if (pane != NULL) {
        open_texts_hold(pane_view(pane)->text);
        return pane_view(pane)->text;
    }
    if (sync_versions(session, text, &version, 1) == 0) {
        error_set(why, "this text has no other version");
        return NULL;
    }
    return open_texts_open(&session->open_texts, version->path, version->id, why);
}

/* Joins what stands for the passages that overlap `span`; where these lie scattered, takes the one
 * that is surest. */
static bool join(const struct hinge *hinge, int side, struct span span,
                 struct sync_counterpart *found)
{
    struct span joined = { 0, 0 };
    size_t together = 0;
    double weight = 0;
    const struct aligned *best = NULL;
    found->confidence = 0;
    for (size_t i = 0; i < hinge->alignment.count; i++) {
        const struct aligned *item = &hinge->alignment.items[i];
        struct span here = hinge_span(item, side);
        struct span there = hinge_span(item, 1 - side);
        if (!hinge_owns(item, side) || here.end <= span.start || here.start >= span.end)
            continue;
        double share = (double)(here.end - here.start);
        weight += share;
        if (!hinge_has(item, 1 - side))
            continue;
        joined.start = best == NULL || there.start < joined.start ? there.start : joined.start;
        joined.end = there.end > joined.end ? there.end : joined.end;
        together += there.end - there.start;
        found->confidence += share * (double)item->confidence;
        if (best == NULL || item->confidence > best->confidence)
            best = item;
    }
    if (best == NULL)
        return false;
    found->confidence /= weight;
    found->span = joined;
    if (joined.end - joined.start > SCATTERED * together) {
        found->span = hinge_span(best, 1 - side);
        found->confidence = (double)best->confidence;
    }
    return true;
}

bool sync_counterpart_find(struct session *session, struct span span,
                           struct sync_counterpart *found, struct error *why)
{
    int side;
    struct text *text = session_view(session)->text;
    struct text *other = text_opposite(session, text, why);
    if (other == NULL)
        return false;
    struct text_pairs *text_pairs = sync_text_pairs(session);
    struct text_pair *text_pair =
        text_pairs_get(text_pairs, text, other, sync_pins(session), &side);
    bool ready =
        !other->document->partial && text_pairs_wait(text_pairs, text_pair, WAIT_MILLISECONDS);
    if (ready && join(text_pair_hinge(text_pair), side, span, found)) {
        found->text = other;
        return true;
    }
    if (ready)
        error_set(why, "%s: has nothing that stands for this passage", other->name);
    else if (text_pair_fault(text_pair) != NULL)
        error_set(why, "%s", text_pair_fault(text_pair));
    else
        error_set(why, "the two texts are still being aligned");
    open_texts_release(&session->open_texts, other);
    return false;
}
