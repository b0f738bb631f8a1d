/* content_versions: the versions of a text that neither its name nor its front matter tells of, looked
 * for by content (query/content_search.h) while the room goes on. What was found is kept until names,
 * dictionaries or the collection are others. */
#ifndef DIPTYCH_SESSION_CONTENT_VERSIONS_H
#define DIPTYCH_SESSION_CONTENT_VERSIONS_H

#include <stdbool.h>

struct article;
struct session;
struct text;

/* The article that is a version of the text, and how surely; NULL when there is none or it is not known
 * yet: then *looking, and once it is known T is run again where the reader is still there. */
const struct article *content_versions_of(struct session *session, const struct text *text,
                                          double *score, bool *looking);

/* Esc. False when nothing is being looked for. */
bool content_versions_stop(struct session *session);

#endif
