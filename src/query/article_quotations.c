#include "query/article_quotations.h"

#include <stdlib.h>

#include "base/xalloc.h"

static enum speaker_class class_of(enum note_type type)
{
    switch (type) {
    case NOTE_PERSON: return SPEAKER_PERSON;
    case NOTE_COMPANY:
    case NOTE_PUBLICATION:
    case NOTE_PRODUCT: return SPEAKER_GROUP;
    case NOTE_PLACE: return SPEAKER_PLACE;
    default: return SPEAKER_UNKNOWN;
    }
}

void article_quotations_find(const struct document *document,
                             const struct entity_index *entity_index,
                             const struct mentions *mentions, struct quotations *quotations)
{
    struct speaker_name *names = xcalloc(mentions->count + 1, sizeof *names);
    for (size_t i = 0; i < mentions->count; i++) {
        const struct mention *mention = &mentions->items[i];
        names[i] =
            (struct speaker_name){ mention->start, mention->end, mention->entity,
                                   class_of(entity_index_type(entity_index, mention->entity)) };
    }
    quotations_find(document, names, mentions->count, quotations);
    free(names);
}
