/* labels: labels on everything on screen that can be followed: gathering, typing, painting. */
#ifndef DIPTYCH_SESSION_LABELS_H
#define DIPTYCH_SESSION_LABELS_H

#include <stdbool.h>

#include "ui/key.h"

struct grid;
struct invocation;
struct session;

bool labels_key(struct session *session, struct key key);
void labels_clear(struct session *session);
void labels_paint(const struct session *session, struct grid *grid);

void labels_run(struct session *session, const struct invocation *invocation);

#endif
