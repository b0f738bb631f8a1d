/* crosstabs: the coverage table in the room: opening it, what its cells lead to, and the way back.
 */
#ifndef DIPTYCH_SESSION_CROSSTABS_H
#define DIPTYCH_SESSION_CROSSTABS_H

#include <stdbool.h>

#include "ui/view.h"

struct invocation;
struct jump;
struct pane;
struct session;

/* The coverage table. The commands of lists do the same in it. */
bool crosstabs_go(struct session *session, struct pane *pane, const struct jump *jump);
bool crosstabs_choose_name(struct session *session, enum view_target target); /* the row's page */

void crosstabs_run(struct session *session, const struct invocation *invocation);
void crosstabs_run_only(struct session *session, const struct invocation *invocation);

#endif
