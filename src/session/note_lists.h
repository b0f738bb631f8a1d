/* note_lists: the annotations as a list, and the commands that go from one to the next or take one
 * back. */
#ifndef DIPTYCH_SESSION_NOTE_LISTS_H
#define DIPTYCH_SESSION_NOTE_LISTS_H

#include <stdbool.h>

#include "ui/list.h"

struct invocation;
struct session;

bool note_lists_follow_mark(struct session *session);       /* of kind link, under the cursor */

/* For struct list_source: rows that are annotations by their ids (kind word, too). */
void note_lists_choose(struct session *session, struct list *list, enum view_target target);
void note_lists_edit(struct session *session, struct list *list, bool in_editor);
void note_lists_delete(struct session *session, struct list *list);

void note_lists_run(struct session *session, const struct invocation *invocation);
void note_lists_run_delete(struct session *session, const struct invocation *invocation);
void note_lists_run_step(struct session *session, const struct invocation *invocation);

#endif
