#include "base/program.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/xalloc.h"

extern char **environ;

/* Does some folder of PATH hold a file of that name? An empty part of PATH is the folder we are in. */
static bool on_path(const char *name)
{
    const char *folder = getenv("PATH");
    bool found = false;
    while (folder != NULL && !found) {
        size_t length = strcspn(folder, ":");
        char *place = length > 0 ? xasprintf("%.*s/%s", (int)length, folder, name) : xstrdup(name);
        found = access(place, F_OK) == 0;
        free(place);
        folder = folder[length] == ':' ? folder + length + 1 : NULL;
    }
    return found;
}

int program_spawn(pid_t *process, char *const argv[], const posix_spawn_file_actions_t *actions,
                  const posix_spawnattr_t *attributes)
{
    int reason = posix_spawnp(process, argv[0], actions, attributes, argv, environ);
    bool searched = (reason == EACCES || reason == ENOTDIR) && strchr(argv[0], '/') == NULL;
    return searched && !on_path(argv[0]) ? ENOENT : reason;
}
