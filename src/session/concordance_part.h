/* concordance_part: concordances in the room: a page that grows while a thread goes through the
 * library. */
#ifndef DIPTYCH_SESSION_CONCORDANCE_PART_H
#define DIPTYCH_SESSION_CONCORDANCE_PART_H

struct invocation;
struct session;

void concordance_part_run(struct session *session, const struct invocation *invocation);

#endif
