/* letter_marks: places marked with a letter, and the way back to them. */
#ifndef DIPTYCH_SESSION_LETTER_MARKS_H
#define DIPTYCH_SESSION_LETTER_MARKS_H

struct invocation;
struct session;

void letter_marks_run(struct session *session, const struct invocation *invocation);
void letter_marks_run_go(struct session *session, const struct invocation *invocation);

/* What the letter leads to, for people; NULL when it is not set. Owned by the part. */
const char *letter_marks_name(const struct session *session, char letter);

#endif
