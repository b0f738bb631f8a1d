/* program: starts a program that is found along PATH unless its name has a slash.
 *
 * posix_spawnp() gives EACCES as soon as one folder of PATH may not be looked into, as root's own
 * after su(1), even when no folder has such a program; "permission denied" then sends a reader after
 * the wrong fault. Here EACCES means that the program is there and may not be run. */
#ifndef DIPTYCH_BASE_PROGRAM_H
#define DIPTYCH_BASE_PROGRAM_H

#include <spawn.h>
#include <stdbool.h>

#include <sys/types.h>

/* As posix_spawnp() with the environment of this process, before which goes `extra`, NAME=VALUE each, NULL at
 * the end (NULL: none): 0, or an errno; ENOENT when no folder that
 * can be looked into has argv[0]. `argv` ends with NULL. */
int program_spawn(pid_t *process, char *const argv[], const posix_spawn_file_actions_t *actions,
                  const posix_spawnattr_t *attributes, const char *const *extra);

/* Those and the environment of this process, without those that they go before. The caller frees the array; the
 * strings belong to those who gave them. */
char **program_environment(const char *const *extra);

/* Whether a program of that name may be run, along PATH unless it has a slash. */
bool program_is_there(const char *name);

/* The program that was chosen; where none was (NULL), the usual one, if it is there. */
const char *program_or(const char *chosen, const char *usual);

#endif
