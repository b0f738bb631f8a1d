/* record: one annotation with all that a printer of notes needs, gathered by the caller.
 *
 * The annotation says what was marked and how it read then. The record adds what is known now:
 * where each target stands in the text as it is (anchor.h), and which entities the selection names.
 * Nothing here is owned: a record is good for as long as what its maker put into it.
 *
 * Where an exporter finds what:
 *   id kind created modified tags comment colour      annotation->...
 *   quote prefix suffix start end headings lang
 *     story title publisher published source          record_selection(record)->...
 *   counterpart quote and place                       record_counterpart(record)->..., NULL: none
 *   link                                              annotation->entity, TARGET_DESTINATION
 *   anchor state, place and words now                 record->places[role]
 * The stored places and quotes are what goes into machine formats, so that what is exported can be
 * imported without loss; places now are for printing into the article. */
#ifndef DIPTYCH_NOTES_RECORD_H
#define DIPTYCH_NOTES_RECORD_H

#include <stddef.h>

#include "notes/annotation.h"

#define RECORD_ROLES 3

struct record_place {
    enum anchor_state state;
    size_t start; /* code points of the text as it is now, of the best candidate when ambiguous; both
                   * 0 when lost */
    size_t end;
    const char *article; /* id of the text it was looked for in, NULL: the one the target names */
};

struct record_entity {
    const char *id;   /* of the entity's note */
    const char *name; /* as the reader's language calls it */
    const char *type; /* "company", "" */
};

/* Who says the passage, and the verb that tells it. NULL: not known. */
struct record_statement {
    char *speaker; /* as the article writes it */
    char *cue;
};

struct note_record {
    const struct annotation *annotation;
    struct record_place places[RECORD_ROLES]; /* by enum target_role */
    const struct record_statement *statements; /* by enum target_role; NULL: nobody asked */
    const struct record_entity *entities;     /* those named in the selection, each once */
    size_t entity_count;
};

/* NULL when there is none. */
static inline const struct annotation_target *record_target(const struct note_record *record,
                                                            enum target_role role)
{
    return annotation_target(record->annotation, role);
}

static inline const struct annotation_target *record_selection(const struct note_record *record)
{
    return record_target(record, TARGET_SELECTION);
}

static inline const struct annotation_target *record_counterpart(const struct note_record *record)
{
    return record_target(record, TARGET_COUNTERPART);
}

#endif
