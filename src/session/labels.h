/* labels: labels on everything on screen that can be followed: gathering, typing, painting. */
#ifndef DIPTYCH_SESSION_LABELS_H
#define DIPTYCH_SESSION_LABELS_H

struct invocation;
struct session;

void labels_clear(struct session *session);
void labels_run(struct session *session, const struct invocation *invocation);

#endif
