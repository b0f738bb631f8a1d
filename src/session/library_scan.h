/* library_scan: the first look at a large library goes on beside the room, with a bar.
 *
 * A command that has to know all articles (COMMAND_LIBRARY) waits until they are read; of several, the last one
 * alone is run then, unless the reader has gone to another pane or list meanwhile. Esc stops that.
 * What is soon read, or was read on an earlier day, is there at once. */
#ifndef DIPTYCH_SESSION_LIBRARY_SCAN_H
#define DIPTYCH_SESSION_LIBRARY_SCAN_H

#include <stdbool.h>

struct long_work;
struct session;

/* For work that goes on in slices of its own, and for what can do without the articles: whether they
 * are known. Each call reads some more of them. */
bool library_scan_goes_on(struct session *session);

/* The same with the bar of `work`; *changed is set when the row is another one. */
bool library_scan_goes_on_told(struct session *session, struct long_work *work, bool *changed);

/* Whether a command waits. */
bool library_scan_has_command(const struct session *session);

#endif
