/* entity_index: the entities that are known, their notes, and the linker that finds them.
 *
 * Built from notes: names and aliases count everywhere, short names where the text has introduced
 * their entity (entity/linker.h); what is unfit to be looked for (note_name_fault) does not count.
 * The notes come from
 *
 *   - the reader's vault, a folder of notes of any make, which goes before all others: what it
 *     takes from them is shadow.h's to say;
 *   - the collection that is open, if it is a declared one that has some. A library without, a mere
 *     folder of texts, or a file that belongs to nothing, is read with the notes of the standard
 *     collection, and without a vault those in the folder's own entities/ go before them.
 *
 * An entity is a number below entity_index_count. Building reads the head of every note once;
 * finding reads none.
 *
 * Ownership: entity_index_free. The open collection is borrowed and must outlive the entity index,
 * which opens the others itself and owns them; notes belong to their collections. */
#ifndef DIPTYCH_QUERY_ENTITY_INDEX_H
#define DIPTYCH_QUERY_ENTITY_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "entity/linker.h"
#include "library/collection.h"
#include "library/note.h"
#include "library/target.h"

struct entity_index;

/* Any of these may be NULL. */
struct entity_index_sources {
    struct collection *collection; /* the one that is open */
    const char *standard;          /* folder of the standard collection */
    const char *vault;             /* folder of the reader's notes; "" is none, too */
    bool demonyms;                 /* "Chinese" counts as a mention of China */
};

struct entity_index *entity_index_new(const struct entity_index_sources *sources);
void entity_index_free(struct entity_index *entity_index);

/* NULL, or a sentence why the vault could not be read; all else works. */
const char *entity_index_fault(const struct entity_index *entity_index);

/* Another number whenever other names are looked for, or mean others. */
uint64_t entity_index_checksum(const struct entity_index *entity_index);

size_t entity_index_count(const struct entity_index *entity_index);

/* The note of an entity, and the type that it has or the note it covers. */
const struct note *entity_index_note(const struct entity_index *entity_index, uint32_t entity);
enum note_type entity_index_type(const struct entity_index *entity_index, uint32_t entity);

/* The collection's note that it covers, NULL when it covers none. */
const struct note *entity_index_covered(const struct entity_index *entity_index, uint32_t entity);

/* The entity whose note lies at `path`, NAMES_NONE when none does. */
uint32_t entity_index_by_path(const struct entity_index *entity_index, const char *path);

/* The name an entity goes by: the English one, else the Chinese one, else its file's. */
const char *entity_index_name(const struct entity_index *entity_index, uint32_t entity);

/* Its name in one language (NAME_ENGLISH, NAME_CHINESE): what `names` says; else the file's name
 * where that is its name and its script that language's; else what the covered note says; else the
 * first alias in that script; "" when there is none. */
const char *entity_index_name_in(const struct entity_index *entity_index, uint32_t entity,
                                 enum name_kind kind);

/* The id of the one entity that `name` means, NULL when there is none, or several. */
const char *entity_index_resolve(const struct entity_index *entity_index, const char *name);

/* The entities that `name` means: those with that id or name, as texts are matched (units.h); if
 * there are none, in any letter case; if there are none, by a short name. At most `room` go to
 * `out`; returns how many there are. */
size_t entity_index_lookup(const struct entity_index *entity_index, const char *name, uint32_t *out,
                           size_t room);

/* Where the link [[name]] leads (target_follow) when that is elsewhere than the open collection
 * says. `target` is what that says: a note that is covered gives way to the one that covers it; of
 * a link that leads nowhere, { 0 }, the vault is asked, then the standard collection. False, and
 * nothing is changed, when there is nothing to be changed. */
bool entity_index_follow(const struct entity_index *entity_index, const char *name,
                         const char *lang, struct target *target);

/* Appends "; did you mean A, B or C?" for a name that means nobody, or nothing. */
void entity_index_suggest(const struct entity_index *entity_index, const char *name,
                          struct buffer *out);

/* Appends the document's mentions, sorted and without overlap. */
void entity_index_find(const struct entity_index *entity_index, const struct document *document,
                       struct mentions *mentions);

#endif
