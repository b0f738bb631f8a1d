/* library_scan: the first look at a large library goes on beside the room, with a bar.
 *
 * What is soon read, or was read on an earlier day, is there at once. */
#ifndef DIPTYCH_SESSION_LIBRARY_SCAN_H
#define DIPTYCH_SESSION_LIBRARY_SCAN_H

#include <stdbool.h>

struct session;

/* Whether the collection's articles are known. If not, they are read from now on, and the command
 * `library` is run when they are; Esc stops that. */
bool library_scan_is_done(struct session *session);

#endif
