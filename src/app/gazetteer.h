/* gazetteer: the entities of a collection and the linker that finds them.
 *
 * Built from the collection's notes: names and aliases count everywhere, short names where the
 * text has introduced their entity (entity/linker.h). An entity is the index of its note.
 * Building reads every note once; finding reads none.
 *
 * Ownership: gazetteer_free. The collection is borrowed and must outlive the gazetteer. */
#ifndef DIPTYCH_APP_GAZETTEER_H
#define DIPTYCH_APP_GAZETTEER_H

#include <stddef.h>
#include <stdint.h>

#include "entity/linker.h"
#include "library/collection.h"
#include "library/note.h"

struct gazetteer;

/* `collection` may be NULL: then no entity is known. */
struct gazetteer *gazetteer_new(struct collection *collection);
void gazetteer_free(struct gazetteer *gazetteer);

size_t gazetteer_count(const struct gazetteer *gazetteer);

/* The note of an entity. */
const struct note *gazetteer_note(const struct gazetteer *gazetteer, uint32_t entity);

/* The entity whose note lies at `path`, NAMES_NONE when none does. */
uint32_t gazetteer_by_path(const struct gazetteer *gazetteer, const char *path);

/* The name an entity goes by: the English one, else the Chinese one, else its id. */
const char *gazetteer_name(const struct gazetteer *gazetteer, uint32_t entity);

/* Appends the document's mentions, sorted and without overlap. */
void gazetteer_find(const struct gazetteer *gazetteer, const struct document *document,
                    struct mentions *mentions);

#endif
