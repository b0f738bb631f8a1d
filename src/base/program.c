#include "base/program.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/xalloc.h"

extern char **environ;

/* Does some folder of PATH hold a file of that name that may be used so? An empty part of PATH is the
 * folder we are in. */
static bool on_path(const char *name, int use)
{
    const char *folder = getenv("PATH");
    bool found = false;
    while (folder != NULL && !found) {
        size_t length = strcspn(folder, ":");
        char *place = length > 0 ? xasprintf("%.*s/%s", (int)length, folder, name) : xstrdup(name);
        found = access(place, use) == 0;
        free(place);
        folder = folder[length] == ':' ? folder + length + 1 : NULL;
    }
    return found;
}

bool program_is_there(const char *name)
{
    return strchr(name, '/') != NULL ? access(name, X_OK) == 0 : on_path(name, X_OK);
}

const char *program_or(const char *chosen, const char *usual)
{
    return chosen == NULL && usual != NULL && program_is_there(usual) ? usual : chosen;
}

static bool is_in(const char *const *extra, const char *entry)
{
    size_t length = strcspn(entry, "=");
    for (; *extra != NULL; extra++)
        if (strncmp(*extra, entry, length) == 0 && (*extra)[length] == '=')
            return true;
    return false;
}

char **program_environment(const char *const *extra)
{
    size_t count = 0, most = 1;
    for (size_t i = 0; extra[i] != NULL; i++)
        most++;
    for (size_t i = 0; environ[i] != NULL; i++)
        most++;
    char **joined = xcalloc(most, sizeof *joined);
    for (size_t i = 0; extra[i] != NULL; i++)
        joined[count++] = (char *)(uintptr_t)extra[i];
    for (size_t i = 0; environ[i] != NULL; i++)
        if (!is_in(extra, environ[i]))
            joined[count++] = environ[i];
    return joined;
}

int program_spawn(pid_t *process, char *const argv[], const posix_spawn_file_actions_t *actions,
                  const posix_spawnattr_t *attributes, const char *const *extra)
{
    char **joined = extra != NULL ? program_environment(extra) : NULL;
    int reason = posix_spawnp(process, argv[0], actions, attributes, argv,
                              joined != NULL ? joined : environ);
    free(joined);
    bool searched = (reason == EACCES || reason == ENOTDIR) && strchr(argv[0], '/') == NULL;
    return searched && !on_path(argv[0], F_OK) ? ENOENT : reason;
}
