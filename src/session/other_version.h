/* other_version: the one other version of a text that is taken where nobody chose one: the nearest of its story,
 * else the first file beside it that is called alike (library/version_files.h).
 *
 * Ownership: what is given back is the caller's; names are freed with free(). */
#ifndef DIPTYCH_SESSION_OTHER_VERSION_H
#define DIPTYCH_SESSION_OTHER_VERSION_H

#include "base/error.h"

struct session;
struct text;

/* Its id, or the path of a file, for session_open; NULL when there is none. */
char *other_version_name(struct session *session, const struct text *text);

/* The text itself, held. NULL with a sentence; with none where there is no other version. */
struct text *other_version_open(struct session *session, const struct text *text, struct error *error);

#endif
