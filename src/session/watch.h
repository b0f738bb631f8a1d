/* watch: following the files on disk: what somebody saves in an editor is shown here.
 *
 * A look costs a bounded number of stat calls: the texts that are open, and in turn the library's
 * articles and notes. */
#ifndef DIPTYCH_SESSION_WATCH_H
#define DIPTYCH_SESSION_WATCH_H

#include <stdbool.h>

struct session;

bool watch_files(struct session *session);

/* Has it done with the next tick, which is due at once. */
void watch_look(struct session *session);

#endif
