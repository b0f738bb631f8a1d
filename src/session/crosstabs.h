/* crosstabs: the coverage table in the room: opening it, what its cells lead to, and the way back.
 */
#ifndef DIPTYCH_SESSION_CROSSTABS_H
#define DIPTYCH_SESSION_CROSSTABS_H

#include <stdbool.h>

struct invocation;
struct jump;
struct pane;
struct session;

/* The coverage table. The commands of lists do the same in it. */
void crosstabs_close(struct session *session, struct pane *pane);
bool crosstabs_go(struct session *session, struct pane *pane, const struct jump *jump);
void crosstabs_choose(struct session *session, int where);      /* as session_choose */
bool crosstabs_choose_name(struct session *session, int where); /* the row's page */
void crosstabs_filter(struct session *session, const char *words);
void crosstabs_sort(struct session *session);

void crosstabs_run(struct session *session, const struct invocation *invocation);
void crosstabs_run_only(struct session *session, const struct invocation *invocation);

#endif
