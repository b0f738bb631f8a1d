#include "session/statements.h"

#include "query/article_quotations.h"
#include "session/core.h"
#include "session/known_names.h"
#include "session/reload.h"

const struct quotations *statements_find(struct session *session, struct text *text)
{
    session_complete_whole(session, text);
    if (known_names_entity_index(session) == NULL)
        known_names_find(session);
    known_names_prepare(session, text);
    if (!text->statements_known) {
        open_texts_forget_statements(text);
        article_quotations_find(text->document, known_names_entity_index(session), &text->mentions,
                                &text->statements);
        text->statements_known = !text->document->partial;
    }
    return &text->statements;
}

const struct quotation *statements_at(const struct quotations *statements, size_t place)
{
    size_t at = quotations_at(statements, place);
    return at < statements->count && statements->items[at].said.start == place
               ? &statements->items[at]
               : NULL;
}
