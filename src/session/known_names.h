/* known_names: the names in the room: the entity index, the mentions in every open text, the mention
 * index of the library, and the pages of entities. All but the first are made on first use. */
#ifndef DIPTYCH_SESSION_KNOWN_NAMES_H
#define DIPTYCH_SESSION_KNOWN_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct mention_index;
struct entity_index;
struct error;
struct link;
struct session;
struct target;
struct text;

#define KNOWN_NAMES_BYTES ((size_t)16 << 20) /* longer texts are left without */

/* Names. The entity index is built when the room is first idle; texts opened later are
 * searched as they are shown, an entity's note becomes its page (entity_page.h). Longer texts than
 * KNOWN_NAMES_BYTES are left without. */
struct entity_index *
known_names_entity_index(const struct session *session); /* NULL until they are known */
struct mention_index *
known_names_counted(const struct session *session); /* NULL until counts are asked for */
uint32_t
known_names_walked(const struct session *session); /* the entity that ]e walks, NAMES_NONE */
void known_names_set_walked(struct session *session, uint32_t entity);
void known_names_find(struct session *session);
void known_names_prepare(struct session *session, struct text *text);
struct mention_index *
known_names_mention_index(struct session *session); /* NULL without a collection */

/* The notes are other ones now, or belong to another collection. */
void known_names_reread(struct session *session);

/* The option `vault` with the home folder in place of a ~ at its beginning; where it is empty, the
 * folder vault of the data folder if it is there, else "". Caller frees. */
char *known_names_vault(const struct session *session);

/* Where the [[link]] of a text leads, and whether it leads nowhere: asked once a text, when it is
 * shown and when notes have changed. */
bool known_names_follow(struct session *session, const struct text *text, const char *name,
                        struct target *target, struct error *error);
bool known_names_is_missing(const struct text *text, const struct link *link);

#endif
