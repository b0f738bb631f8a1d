/* hook: programs that are started and left to themselves: nobody reads what they say, nobody waits, and
 * they outlive us. Only how they ended is asked for.
 *
 * Standard input, output and error are /dev/null, the process group is one of their own.
 * Ownership: hooks_free, which lets what still runs run on. Start with { 0 }. */
#ifndef DIPTYCH_BASE_HOOK_H
#define DIPTYCH_BASE_HOOK_H

#include <stdbool.h>
#include <stddef.h>

#include <sys/types.h>

#include "base/error.h"

#define HOOKS_MOST 32 /* that run at once */

struct hook {
    pid_t process;
    char *program;
};

struct hooks {
    struct hook *items;
    size_t count;
    size_t capacity;
};

/* argv ends with NULL; `environment` (NULL none) are NAME=VALUE that go before those of this process. False
 * with a sentence when it cannot be run, or too many still run. */
bool hook_start(struct hooks *hooks, char *const *argv, const char *const *environment,
                struct error *error);

/* Forgets those that have ended (`wait`: once all have); false with a sentence on the last one that
 * failed. */
bool hooks_poll(struct hooks *hooks, bool wait, struct error *error);
void hooks_free(struct hooks *hooks);

#endif
