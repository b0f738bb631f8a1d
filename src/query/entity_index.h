/* gazetteer: the entities that are known, their notes, and the linker that finds them.
 *
 * Built from notes: names and aliases count everywhere, short names where the text has introduced
 * their entity (entity/linker.h); what is unfit to be looked for (note_name_fault) does not count.
 * The notes come from
 *
 *   - the reader's vault, a folder of notes of any make, which goes before all others: what it
 *     takes from them is shadow.h's to say;
 *   - the collection that is open, if it is a declared one. A mere folder of texts, or a file that
 *     belongs to nothing, is read with the notes of the standard collection.
 *
 * An entity is a number below gazetteer_count. Building reads the head of every note once; finding
 * reads none.
 *
 * Ownership: gazetteer_free. The open collection is borrowed and must outlive the gazetteer, which
 * opens the others itself and owns them; notes belong to their collections. */
#ifndef DIPTYCH_QUERY_ENTITY_INDEX_H
#define DIPTYCH_QUERY_ENTITY_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "entity/linker.h"
#include "library/collection.h"
#include "library/note.h"
#include "library/target.h"

struct gazetteer;

/* Any of these may be NULL. */
struct gazetteer_sources {
    struct collection *collection; /* the one that is open */
    const char *standard;          /* folder of the standard collection */
    const char *vault;             /* folder of the reader's notes; "" is none, too */
};

struct gazetteer *gazetteer_new(const struct gazetteer_sources *sources);
void gazetteer_free(struct gazetteer *gazetteer);

/* NULL, or a sentence why the vault could not be read; all else works. */
const char *gazetteer_fault(const struct gazetteer *gazetteer);

size_t gazetteer_count(const struct gazetteer *gazetteer);

/* The note of an entity, and the type that it has or the note it covers. */
const struct note *gazetteer_note(const struct gazetteer *gazetteer, uint32_t entity);
enum note_type gazetteer_type(const struct gazetteer *gazetteer, uint32_t entity);

/* The collection's note that it covers, NULL when it covers none. */
const struct note *gazetteer_covered(const struct gazetteer *gazetteer, uint32_t entity);

/* The entity whose note lies at `path`, NAMES_NONE when none does. */
uint32_t gazetteer_by_path(const struct gazetteer *gazetteer, const char *path);

/* The name an entity goes by: the English one, else the Chinese one, else its file's. */
const char *gazetteer_name(const struct gazetteer *gazetteer, uint32_t entity);

/* Its name in one language (NAME_ENGLISH, NAME_CHINESE): what `names` says; else the file's name
 * where that is its name and its script that language's; else what the covered note says; else the
 * first alias in that script; "" when there is none. */
const char *gazetteer_name_in(const struct gazetteer *gazetteer, uint32_t entity,
                              enum name_kind kind);

/* The entities that `name` means: those with that id or name, as texts are matched (units.h); if
 * there are none, in any letter case; if there are none, by a short name. At most `room` go to
 * `out`; returns how many there are. */
size_t gazetteer_lookup(const struct gazetteer *gazetteer, const char *name, uint32_t *out,
                        size_t room);

/* Where the link [[name]] leads (target_follow) when that is elsewhere than the open collection
 * says. `target` is what that says: a note that is covered gives way to the one that covers it; of
 * a link that leads nowhere, { 0 }, the vault is asked, then the standard collection. False, and
 * nothing is changed, when there is nothing to be changed. */
bool gazetteer_follow(const struct gazetteer *gazetteer, const char *name, const char *lang,
                      struct target *target);

/* Appends "; did you mean A, B or C?" for a name that means nobody, or nothing. */
void gazetteer_suggest(const struct gazetteer *gazetteer, const char *name, struct buffer *out);

/* Appends the document's mentions, sorted and without overlap. */
void gazetteer_find(const struct gazetteer *gazetteer, const struct document *document,
                    struct mentions *mentions);

#endif
