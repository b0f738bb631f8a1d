/* note_lists: the annotations as a list, and the commands that go from one to the next or take one
 * back. */
#ifndef DIPTYCH_SESSION_NOTE_LISTS_H
#define DIPTYCH_SESSION_NOTE_LISTS_H

#include <stdbool.h>

struct invocation;
struct session;

bool note_lists_follow_mark(struct session *session);       /* of kind link, under the cursor */

void note_lists_run(struct session *session, const struct invocation *invocation);
void note_lists_run_delete(struct session *session, const struct invocation *invocation);
void note_lists_run_step(struct session *session, const struct invocation *invocation);

#endif
