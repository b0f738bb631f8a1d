/* letter_marks: places marked with a letter, and the way back to them. */
#ifndef DIPTYCH_SESSION_LETTER_MARKS_H
#define DIPTYCH_SESSION_LETTER_MARKS_H

#include <stdbool.h>
#include <stddef.h>

struct invocation;
struct session;

void letter_marks_run(struct session *session, const struct invocation *invocation);
void letter_marks_run_go(struct session *session, const struct invocation *invocation);

/* Where a letter leads; the strings are the part's. */
struct letter_place {
    const char *name, *path; /* path may be NULL */
    size_t offset;
};

/* False when it is not set. */
bool letter_marks_place(const struct session *session, char letter, struct letter_place *place);

#endif
