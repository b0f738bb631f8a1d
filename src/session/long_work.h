/* long_work: how far something is that goes on beside the room, told in the message row: a bar with an
 * estimate, and that Esc stops it.
 *
 * What is soon done is not told. It takes the row only while that is empty or has the bar of before in it:
 * a message stays until the next key, as any other. Ownership: long_work_end frees what it has; start with
 * { 0 }. */
#ifndef DIPTYCH_SESSION_LONG_WORK_H
#define DIPTYCH_SESSION_LONG_WORK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct session;
struct command;

struct long_work {
    int64_t since; /* milliseconds (clock_now); 0: nothing was told yet */
    char *told;    /* as the message row has it, NULL not yet */
};

/* True when the row is another one. A `count` of 0: not known yet. */
bool long_work_tell(struct session *session, struct long_work *work, const char *what, size_t done,
                    size_t count);

/* Takes the bar off the row. */
void long_work_end(struct session *session, struct long_work *work);

/* Whether the command is what stops it. */
bool long_work_is_stopped_by(const struct command *command);

#endif
