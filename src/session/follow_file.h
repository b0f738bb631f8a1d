/* follow_file: a pane that stays at the end of its text while the file grows, until the next command. */
#ifndef DIPTYCH_SESSION_FOLLOW_FILE_H
#define DIPTYCH_SESSION_FOLLOW_FILE_H

#include <stdbool.h>

struct invocation;
struct pane;
struct session;

/* The command `follow-file`. */
void follow_file_run(struct session *session, const struct invocation *invocation);

bool follow_file_is_on(const struct session *session, const struct pane *pane);

#endif
