/* arriving: texts that are shown before they are there, since a program is still making them of a file.
 *
 * The pane says "converting NAME…" and takes the keys of a text without one. When the text comes it goes
 * to the place that was asked for; when it never will, or the reader gives up, the pane goes back to
 * what it showed before. */
#ifndef DIPTYCH_SESSION_ARRIVING_H
#define DIPTYCH_SESSION_ARRIVING_H

#include <stdbool.h>

struct pane;
struct session;

/* Esc: the text that the pane waits for is given up. False when it waits for none. */
bool arriving_give_up(struct session *session, struct pane *pane);

/* Opens the file that could not be read last, if nothing was opened since: its source is to be shown. */
void arriving_open_refused(struct session *session);

#endif
