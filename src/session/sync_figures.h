/* sync_figures: figures in the room: what stands for the one under the cursor, what is told of it,
 * which are lit. */
#ifndef DIPTYCH_SESSION_SYNC_FIGURES_H
#define DIPTYCH_SESSION_SYNC_FIGURES_H

#include <stdbool.h>

struct buffer;
struct pane;
struct session;
struct spans;

bool sync_figures_status(struct session *session, struct buffer *out);
void sync_figures_lit(struct session *session, struct pane *pane, struct spans *out);

#endif
