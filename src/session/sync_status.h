/* sync_status: what the status line says of the hinge: of the passage at the cursor, what it has in
 * common with the version opposite, then how sure that is; of several versions, each by its name. */
#ifndef DIPTYCH_SESSION_SYNC_STATUS_H
#define DIPTYCH_SESSION_SYNC_STATUS_H

#include <stdbool.h>

struct buffer;
struct session;

/* Appends it, with as much evidence, or as long names, as `room` cells hold; `brief`: without
 * evidence. Nothing while the panes move alone. */
void sync_status(struct session *session, bool brief, int room, struct buffer *out);

#endif
