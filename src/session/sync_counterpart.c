#include "session/sync_counterpart.h"

#include "base/span.h"
#include "query/text_pair.h"
#include "session/core.h"
#include "session/other_version.h"
#include "session/sync.h"

/* What an article of some pages takes to align is waited for; more is not. */
#define WAIT_MILLISECONDS 400

/* The text in the pane opposite, else the story's other version; held. */
static struct text *text_opposite(struct session *session, struct text *text, struct error *why)
{
    struct pane *pane = sync_pane_opposite(session);
    if (pane != NULL) {
        open_texts_hold(pane_view(pane)->text);
        return pane_view(pane)->text;
    }
    *why = (struct error){ "" };
    struct text *other = other_version_open(session, text, why);
    if (other == NULL && why->text[0] == '\0')
        error_set(why, "this text has no other version");
    return other;
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
    if (ready && passage_map_join(&text_pair_hinge(text_pair)->alignment, side, span, &found->span,
                                  &found->confidence)) {
        found->text = other;
        return true;
    }
    if (ready)
        error_set(why, "%s: has no such passage", other->name);
    else if (text_pair_fault(text_pair) != NULL)
        error_set(why, "%s", text_pair_fault(text_pair));
    else
        error_set(why, "the two texts are still being aligned");
    open_texts_release(&session->open_texts, other);
    return false;
}
