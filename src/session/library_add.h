/* library_add: texts into the reader's own library (by a thread), into stories, and which collection is
 * open. */
#ifndef DIPTYCH_SESSION_LIBRARY_ADD_H
#define DIPTYCH_SESSION_LIBRARY_ADD_H

struct invocation;
struct session;

void library_add_run(struct session *session, const struct invocation *invocation);
void library_add_run_story(struct session *session, const struct invocation *invocation);
void library_add_run_collection(struct session *session, const struct invocation *invocation);

#endif
