/* mouse: what its buttons and its wheel do in the panes.
 *
 * The wheel scrolls the pane that it is over; a click goes there, a second one at the same place
 * within half a second looks the word up or opens the row; a drag selects, and from a border moves it. */
#ifndef DIPTYCH_SESSION_MOUSE_H
#define DIPTYCH_SESSION_MOUSE_H

#include <stdbool.h>

#include "ui/key.h"

struct session;

bool mouse_is_from(struct key key);
void mouse_take(struct session *session, struct key key);

#endif
