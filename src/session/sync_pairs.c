#include "session/sync_pairs.h"

#include <stdlib.h>
#include <string.h>

#include "library/target.h"
#include "query/text_pair.h"
#include "session/core.h"
#include "session/other_version.h"
#include "session/open.h"
#include "session/sync.h"

/* What an article of some pages takes to align is waited for; more is not. */
#define WAIT_MILLISECONDS 400

/* Opens the story's other version beside this text. */
bool sync_pairs_open(struct session *session)
{
    struct pane *from = session_pane(session);
    struct article_view *view = pane_view(from);
    char *id = view != NULL ? other_version_name(session, view->text) : NULL;
    if (id == NULL)
        return false;
    struct pane *pane = session_split(session, true);
    bool ok = pane != NULL && session_open(session, pane, id);
    if (pane != NULL && !ok)
        panes_close(&session->panes, pane);
    panes_focus(&session->panes, from);
    session_arrange(session);
    free(id);
    return ok;
}

struct text_pair *sync_pairs_wait(struct session *session, struct text *text, struct text *other,
                                  int *side)
{
    sync_renew(session);
    struct text_pairs *text_pairs = sync_text_pairs(session);
    struct text_pair *text_pair = text_pairs_get(text_pairs, text, other, sync_pins(session), side);
    if (text_pairs_wait(text_pairs, text_pair, WAIT_MILLISECONDS))
        return text_pair;
    if (text_pair_fault(text_pair) != NULL) {
        session_fail(session, "%s", text_pair_fault(text_pair));
        text_pairs_forget_text(text_pairs, text); /* the next time it is tried again */
    } else {
        session_say(session, "the two texts are still being aligned; try again in a moment");
    }
    return NULL;
}

struct text *sync_pairs_text(struct session *session, const char *command)
{
    struct article_view *view = session_view(session);
    struct pane *pane = sync_pane_opposite(session);
    struct error error = { "" };
    if (pane != NULL) {
        open_texts_hold(pane_view(pane)->text);
        return pane_view(pane)->text;
    }
    struct text *text = other_version_open(session, view->text, &error);
    if (text == NULL && error.text[0] != '\0')
        session_fail(session, "%s", error.text);
    else if (text == NULL)
        session_fail(session, "%s: this text has no other version; open one in a second pane",
                     command);
    return text;
}

static bool has_text(struct text *const *texts, size_t count, const struct text *text)
{
    size_t at = 0;
    while (at < count && texts[at] != text)
        at++;
    return at < count;
}

/* The texts that the page leads to, in its order, each held. */
static size_t hold_page_texts(struct session *session, const struct text *page, struct text **texts,
                              size_t most)
{
    const struct document *document = page->document;
    size_t count = 0;
    for (size_t i = 0; page->columns > 0 && i < document->link_count && count < most; i++) {
        const struct link *link = &document->links[i];
        bool same = i > 0 && strcmp(link->target, document->links[i - 1].target) == 0;
        struct target target = { 0 };
        struct error error;
        if (link->kind != LINK_CONTEXT || same ||
            !target_resolve(session->collection, link->target, &target, &error))
            continue;
        struct text *text =
            open_texts_open(&session->open_texts, target.path, target.id, &error);
        target_free(&target);
        if (text != NULL && has_text(texts, count, text))
            open_texts_release(&session->open_texts, text);
        else if (text != NULL)
            texts[count++] = text;
    }
    return count;
}

struct text *sync_pairs_text_here(struct session *session)
{
    struct text *text = session_view(session)->text;
    struct text *first;
    if (text->path == NULL && hold_page_texts(session, text, &first, 1) == 1)
        return first;
    open_texts_hold(text);
    return text;
}

size_t sync_pairs_hold_panes(struct session *session, struct text **texts, size_t count, size_t most)
{
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL && count < most; i++) {
        struct article_view *view = pane_view(pane);
        if (view == NULL || !sync_takes(view->text) || has_text(texts, count, view->text))
            continue;
        open_texts_hold(view->text);
        texts[count++] = view->text;
    }
    return count;
}

size_t sync_pairs_texts(struct session *session, struct text **texts, size_t most)
{
    size_t count = sync_pairs_hold_panes(session, texts, 0, most);
    if (count > 1)
        return count;
    if (count > 0)
        open_texts_release(&session->open_texts, texts[0]);
    count = hold_page_texts(session, session_view(session)->text, texts, most);
    if (count > 1)
        return count;
    if (count > 0)
        open_texts_release(&session->open_texts, texts[0]);
    texts[0] = session_view(session)->text;
    texts[1] = sync_pairs_text(session, "compare");
    if (texts[1] == NULL)
        return 0;
    open_texts_hold(texts[0]);
    return 2;
}

/* The most cells that a row has. */
static int columns_of(const struct document *document)
{
    int most = 0;
    for (size_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];
        if (block->kind == BLOCK_TABLE_ROW && block->level > most)
            most = block->level;
    }
    return most;
}

void sync_pairs_show_page(struct session *session, char *title, struct document *document,
                          size_t place)
{
    struct text *text = open_texts_adopt(&session->open_texts, title, document);
    free(text->title);
    text->title = title;
    text->columns = columns_of(document);
    pane_remember(session_pane(session));
    open_texts_hold(text); /* stays on the shelf for the jump list */
    session_show(session, session_pane(session), text);
    session->panes.zoomed = panes_count(&session->panes) > 1; /* it wants the width of two */
    session_arrange(session);
    article_view_go(session_pane(session)->view, place);
}
