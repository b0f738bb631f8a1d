#include "base/subprocess.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/descriptor.h"
#include "base/message.h"
#include "base/program.h"
#include "base/xalloc.h"

struct subprocess {
    pid_t process; /* 0 when it has ended */
    int file;      /* -1 closed */
    struct buffer text;
    int64_t begun;
    char *program;
    char fault[160];
};

static int spawn(struct subprocess *asking, char *const *argv, int output)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output, 1);
    posix_spawn_file_actions_adddup2(&actions, output, 2);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP); /* to be killed as one */
    posix_spawnattr_setpgroup(&attributes, 0);
    int status = program_spawn(&asking->process, argv, &actions, &attributes, NULL);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return status;
}

struct subprocess *subprocess_start(const char *words, const char *term, struct error *error)
{
    char *argv[ASKING_WORDS + 2];
    int ends[2];
    size_t count = 0;
    char *copy = xstrdup(words);
    char *own = xstrdup(term);
    char *rest = copy;
    for (char *word; count < ASKING_WORDS && (word = strtok_r(rest, " ", &rest)) != NULL;)
        argv[count++] = word;
    argv[count] = own;
    argv[count + 1] = NULL;
    struct subprocess *asking = xcalloc(1, sizeof *asking);
    int status = count == 0 ? ENOENT : descriptor_pipe(ends) ? 0 : errno;
    bool piped = status == 0;
    if (piped) {
        asking->program = xstrdup(argv[0]);
        asking->begun = clock_now();
        asking->file = ends[0];
        (void)fcntl(asking->file, F_SETFL, O_NONBLOCK);
        status = spawn(asking, argv, ends[1]);
        close(ends[1]);
    }
    if (status != 0) {
        error_set(error, "%s: cannot be run: %s", count > 0 ? argv[0] : words,
                  _(strerror(status)));
        asking->process = 0;
        if (!piped)
            asking->file = -1;
        subprocess_free(asking);
        asking = NULL;
    }
    free(own);
    free(copy);
    return asking;
}

static void stop(struct subprocess *asking)
{
    if (asking->process > 0) {
        kill(-asking->process, SIGKILL);
        while (waitpid(asking->process, NULL, 0) < 0 && errno == EINTR) {
        }
    }
    asking->process = 0;
}

void subprocess_free(struct subprocess *asking)
{
    if (asking == NULL)
        return;
    stop(asking);
    if (asking->file >= 0)
        close(asking->file);
    buffer_free(&asking->text);
    free(asking->program);
    free(asking);
}

static void say(struct subprocess *asking, const char *what)
{
    snprintf(asking->fault, sizeof asking->fault, "%s: %s", asking->program, what);
}

/* The pipe is at its end; what is left of the program is of no use. */
static void finish(struct subprocess *asking)
{
    int status = 0;
    pid_t ended = asking->process > 0 ? waitpid(asking->process, &status, WNOHANG) : 0;
    if (ended == asking->process)
        asking->process = 0;
    stop(asking);
    close(asking->file);
    asking->file = -1;
    if (asking->fault[0] == '\0' && asking->text.length == 0)
        say(asking, "says nothing");
}

bool subprocess_poll(struct subprocess *asking, bool wait)
{
    char bytes[4096];
    while (asking->file >= 0) {
        ssize_t got = read(asking->file, bytes, sizeof bytes);
        int64_t left = ASKING_TIME - (clock_now() - asking->begun);
        if (got > 0) {
            buffer_add(&asking->text, bytes, (size_t)got);
            if (asking->text.length >= ASKING_MOST) {
                buffer_truncate(&asking->text, ASKING_MOST);
                say(asking, "says more than fits here");
                finish(asking);
            }
        } else if (got == 0 || (errno != EAGAIN && errno != EINTR)) {
            finish(asking);
        } else if (left <= 0) {
            say(asking, "took too long and was stopped");
            finish(asking);
        } else if (wait) {
            struct pollfd ready = { .fd = asking->file, .events = POLLIN };
            (void)poll(&ready, 1, (int)left);
        } else {
            return false;
        }
    }
    return true;
}

const char *subprocess_text(const struct subprocess *asking, size_t *length)
{
    *length = asking->text.length;
    return buffer_text(&asking->text);
}

const char *subprocess_fault(const struct subprocess *asking)
{
    return asking->fault;
}
