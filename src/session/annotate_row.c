#include "session/annotate_row.h"

#include <string.h>

#include "library/target.h"
#include "query/open_texts.h"
#include "session/core.h"
#include "session/statements.h"

/* The link at the cursor, else the first in its row; the document's count when there is none. */
static size_t link_of(const struct document *document, size_t cursor)
{
    struct span row = { 0, 0 };
    size_t block = document_block_at(document, cursor);
    size_t first = document->link_count;
    if (block < document->block_count)
        row = (struct span){ document->blocks[block].start, document->blocks[block].end };
    for (size_t i = 0; i < document->link_count; i++) {
        const struct link *link = &document->links[i];
        if (link->kind != LINK_CONTEXT || link->span.start < row.start || link->span.end > row.end)
            continue;
        if (link->span.start <= cursor && cursor < link->span.end)
            return i;
        first = first == document->link_count ? i : first;
    }
    return first;
}

/* The row's link to another text than that of link `one`; the count when there is none. */
static size_t link_beside(const struct document *document, size_t one)
{
    const struct link *link = &document->links[one];
    size_t block = document_block_at(document, link->span.start);
    for (size_t i = 0; i < document->link_count; i++) {
        const struct link *other = &document->links[i];
        if (other->kind == LINK_CONTEXT && strcmp(other->target, link->target) != 0 &&
            document_block_at(document, other->span.start) == block)
            return i;
    }
    return document->link_count;
}

static struct span sentence_at(const struct document *document, size_t place)
{
    struct spans sentences = { 0 };
    struct span found = { place, place };
    document_sentences(document, document_block_at(document, place), &sentences);
    for (size_t i = 0; i < sentences.count; i++) {
        if (sentences.items[i].start <= place && place < sentences.items[i].end)
            found = sentences.items[i];
    }
    spans_free(&sentences);
    return found;
}

static bool open_passage(struct session *session, const struct link *link,
                         struct annotate_passage *passage, struct error *error)
{
    struct target target = { 0 };
    if (!target_resolve(session->collection, link->target, &target, error))
        return false;
    passage->text = open_texts_open(&session->open_texts, target.path, target.id, error);
    target_free(&target);
    if (passage->text == NULL)
        return false;
    const struct quotation *statement =
        statements_at(statements_find(session, passage->text), link->place);
    passage->span = statement != NULL ? statement->said
                                      : sentence_at(passage->text->document, link->place);
    return passage->span.end > passage->span.start;
}

bool annotate_row_find(struct session *session, const struct article_view *view,
                       struct annotate_passage *passage, struct annotate_passage *other)
{
    const struct document *document = view->text->document;
    struct error error = { "" };
    *passage = *other = (struct annotate_passage){ 0 };
    if (view->text->path != NULL)
        return false;
    size_t link = link_of(document, view->cursor);
    if (link == document->link_count)
        return false;
    size_t beside = link_beside(document, link);
    if (!open_passage(session, &document->links[link], passage, &error)) {
        session_fail(session, "%s", error.text);
        return false;
    }
    if (beside < document->link_count)
        (void)open_passage(session, &document->links[beside], other, &error);
    return true;
}

void annotate_row_release(struct session *session, struct annotate_passage *passage)
{
    open_texts_release(&session->open_texts, passage->text);
    passage->text = NULL;
}
