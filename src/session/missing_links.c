/* Which [[links]] of a text lead nowhere. Asked once a text, when it is shown and when notes have
 * changed; what is painted and what Enter does read the answer. */
#include <string.h>

#include "session/core.h"

bool room_follow_name(struct session *session, const struct text *text, const char *name,
                      struct target *target, struct error *error)
{
    const char *lang = text->document->language == LANGUAGE_CHINESE ? "zh" : "en";
    bool found = target_follow(session->collection, name, lang, target, error);
    if (room_gazetteer(session) != NULL)
        found = gazetteer_follow(room_gazetteer(session), name, lang, target) || found;
    return found;
}

void room_find_missing(struct session *session, struct text *text)
{
    const struct document *document = text->document;
    text->missing.count = 0;
    for (size_t i = 0; session->collection != NULL && i < document->link_count; i++) {
        const struct link *link = &document->links[i];
        struct target target;
        struct error error = { "" };
        if (link->kind != LINK_NOTE)
            continue;
        if (!room_follow_name(session, text, link->target, &target, &error))
            spans_add(&text->missing, link->span.start, link->span.end);
        target_free(&target);
    }
}

bool room_is_missing(const struct text *text, const struct link *link)
{
    const struct spans *missing = &text->missing;
    size_t at = spans_first_after(missing->items, missing->count, link->span.start);
    return at < missing->count && missing->items[at].start == link->span.start;
}
