#include "base/hook.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "base/message.h"
#include "base/program.h"
#include "base/vector.h"
#include "base/xalloc.h"

static int spawn(pid_t *process, char *const *argv, const char *const *environment)
{
    static const int streams[] = { O_RDONLY, O_WRONLY, O_WRONLY };
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none, standard;
    sigemptyset(&none);
    sigemptyset(&standard);
    sigaddset(&standard, SIGPIPE);
    sigaddset(&standard, SIGINT);
    sigaddset(&standard, SIGQUIT);
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    for (int i = 0; i < 3; i++)
        posix_spawn_file_actions_addopen(&actions, i, "/dev/null", streams[i], 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK |
                                              POSIX_SPAWN_SETSIGDEF);
    posix_spawnattr_setpgroup(&attributes, 0); /* Ctrl-C is not for it */
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &standard);
    int status = program_spawn(process, argv, &actions, &attributes, environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return status;
}

bool hook_start(struct hooks *hooks, char *const *argv, const char *const *environment,
                struct error *error)
{
    struct hook hook;
    if (hooks->count >= HOOKS_MOST) {
        error_set(error, "%s: was not run: %d others are still at work", argv[0], HOOKS_MOST);
        return false;
    }
    int reason = spawn(&hook.process, argv, environment);
    if (reason != 0) {
        error_set(error, "%s: cannot be run: %s", argv[0], _(strerror(reason)));
        return false;
    }
    hook.program = xstrdup(argv[0]);
    VECTOR_PUSH(hooks, hook);
    return true;
}

static bool look_at(struct hooks *hooks, int options, struct error *error)
{
    size_t kept = 0;
    bool ok = true;
    for (size_t i = 0; i < hooks->count; i++) {
        struct hook *hook = &hooks->items[i];
        int status = 0;
        pid_t ended;
        while ((ended = waitpid(hook->process, &status, options)) < 0 && errno == EINTR) {
        }
        if (ended == 0) {
            hooks->items[kept++] = *hook;
            continue;
        }
        if (ended > 0 && WIFSIGNALED(status))
            error_set(error, "%s: was ended by signal %d", hook->program, WTERMSIG(status));
        else if (ended > 0 && WEXITSTATUS(status) != 0)
            error_set(error, "%s: ended with status %d", hook->program, WEXITSTATUS(status));
        ok = ok && (ended < 0 || status == 0);
        free(hook->program);
    }
    hooks->count = kept;
    return ok;
}

bool hooks_poll(struct hooks *hooks, bool wait, struct error *error)
{
    return look_at(hooks, wait ? 0 : WNOHANG, error);
}

void hooks_free(struct hooks *hooks)
{
    for (size_t i = 0; i < hooks->count; i++)
        free(hooks->items[i].program);
    free(hooks->items);
    *hooks = (struct hooks){ 0 };
}
