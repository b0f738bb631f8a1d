#include "query/contrast_notes.h"

#include <string.h>

#include "notes/mark.h"

/* Where the passage of that role stands on that side; an empty span when it does not. */
static struct span place_on(const struct document *document, const char *article,
                            const struct note_record *record, enum target_role role)
{
    const struct annotation_target *target = record_target(record, role);
    const struct record_place *place = &record->places[role];
    if (target == NULL || (place->state != ANCHOR_EXACT && place->state != ANCHOR_MOVED))
        return (struct span){ 0, 0 };
    const char *there = place->article != NULL ? place->article : target->article;
    if (strcmp(there, article) != 0 && strcmp(target->article, article) != 0)
        return (struct span){ 0, 0 };
    return mark_span(document, place->start, place->end);
}

void contrast_notes_add(struct contrast *contrast, char *const articles[2],
                        const struct note_record *records, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct span spans[2];
        for (int side = 0; side < 2; side++) {
            const struct document *document = contrast->sides[side].document;
            spans[side] = place_on(document, articles[side], &records[i], TARGET_SELECTION);
            if (spans[side].end <= spans[side].start)
                spans[side] = place_on(document, articles[side], &records[i], TARGET_COUNTERPART);
        }
        contrast_add_note(contrast, spans, records[i].annotation->comment);
    }
}
