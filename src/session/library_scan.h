/* library_scan: the first look at a large library goes on beside the room, with a bar.
 *
 * A command that has to know all articles (COMMAND_LIBRARY) waits until they are, in the order the reader asked: the
 * last one counts. It is run then, unless the reader has gone to another pane or list meanwhile; Esc stops that.
 * What is soon read, or was read on an earlier day, is there at once. */
#ifndef DIPTYCH_SESSION_LIBRARY_SCAN_H
#define DIPTYCH_SESSION_LIBRARY_SCAN_H

#include <stdbool.h>

struct long_work;
struct session;

/* For work in slices of its own, and for what does without: whether the articles are known. Each call reads some
 * more. */
bool library_scan_goes_on(struct session *session);

/* The same with the bar of `work`; *changed is set when the row is another one. */
bool library_scan_goes_on_told(struct session *session, struct long_work *work, bool *changed);

/* Whether a command waits. */
bool library_scan_has_command(const struct session *session);

#endif
