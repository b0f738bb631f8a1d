/* open_place: names on the command line that say where in a text to begin.
 *
 *     +12 A, A +12, A:12      at line 12 of the file
 *     +/text A, A +/text      at the first hit of a search
 *     A#heading               at a heading, as links name it (local_link.h)
 *     A#note-ID               at the reader's note whose id begins so
 *
 * A place written with + belongs to the name before it, unless that has one already or there is
 * none: then to the next. A file or article that bears the whole name goes before all of this.
 * Ownership: open_place_free releases what open_place_parse filled in. */
#ifndef DIPTYCH_SESSION_OPEN_PLACE_H
#define DIPTYCH_SESSION_OPEN_PLACE_H

#include <stdbool.h>

#include "session/core.h"

struct open_place {
    char *name;        /* without the place */
    const char *place; /* "+12", "+/text", "#heading", NULL: none. Points into the word */
};

/* Whether a word is a place alone: "+12", "+/text". */
bool open_place_is(const char *word);

void open_place_parse(struct session *session, const char *word, struct open_place *out);
void open_place_free(struct open_place *out);

/* Goes there in the text of the focused pane; a message says what could not be found. */
void open_place_go(struct session *session, const char *place);

#endif
