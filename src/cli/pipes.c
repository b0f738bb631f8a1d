#include "cli/pipes.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/message.h"
#include "base/spool.h"
#include "base/xalloc.h"

#define FIRST_LOOK 150 /* milliseconds that the first screen waits for something to show */

static bool is_readable_kind(const struct stat *status)
{
    return S_ISFIFO(status->st_mode) || S_ISREG(status->st_mode) || S_ISSOCK(status->st_mode);
}

/* With no name at all, what is piped in is meant; /dev/null and a terminal are not. */
static bool wants_standard_input(const struct arguments *arguments)
{
    struct stat status;
    for (size_t i = 0; i < arguments->count; i++) {
        if (arguments->names[i][0] != '+')
            return false;
    }
    return (arguments->given & (FLAG_HELP | FLAG_VERSION)) == 0 &&
           fstat(STDIN_FILENO, &status) == 0 && is_readable_kind(&status);
}

/* What a shell made of <(cmd). A FIFO that lies in some folder may never be written to. */
static bool is_shells_pipe(const char *name)
{
    struct stat status;
    return (strncmp(name, "/dev/fd/", 8) == 0 || strncmp(name, "/proc/", 6) == 0) &&
           stat(name, &status) == 0 && S_ISFIFO(status.st_mode);
}

/* Takes over the descriptor. */
static bool add_spool(struct pipes *pipes, const struct environment *environment, int file,
                      const char **name, struct error *error)
{
    bool standard = strcmp(*name, "-") == 0;
    char *called = standard ? xstrdup(SPOOL_STDIN) : xasprintf("(pipe %zu)", pipes->count + 1);
    struct spool *spool = spool_begin(file, environment->temporary, called, error);
    free(called);
    if (spool == NULL)
        return false;
    pipes->items = xreallocarray(pipes->items, pipes->count + 1, sizeof(struct spool *));
    pipes->items[pipes->count++] = spool;
    pipes->standard_input = pipes->standard_input || standard;
    *name = spool_path(spool);
    return true;
}

static bool open_pipe(struct pipes *pipes, const struct environment *environment,
                      const char **name, struct error *error)
{
    bool standard = strcmp(*name, "-") == 0;
    if (standard && pipes->standard_input) {
        error_set(error, "-: standard input can be read but once");
        return false;
    }
    int file = standard ? dup(STDIN_FILENO) : open(*name, O_RDONLY);
    if (file < 0) {
        error_set(error, "%s: %s", *name, _(strerror(errno)));
        return false;
    }
    if (file == STDIN_FILENO) /* which was closed: that is where keys will come from */
        file = dup(file);
    fcntl(file, F_SETFD, FD_CLOEXEC);
    return add_spool(pipes, environment, file, name, error);
}

/* What is searched for is no text, not even a lone hyphen. */
static bool is_search(const struct arguments *arguments)
{
    return arguments->count > 0 && arguments->literal > 0 && strcmp(arguments->names[0], "search") == 0;
}

bool pipes_begin(struct pipes *pipes, const struct environment *environment,
                 struct arguments *arguments, struct error *error)
{
    *pipes = (struct pipes){ 0 };
    if (wants_standard_input(arguments)) /* the list has a place more than there are words */
        arguments->names[arguments->count++] = "-";
    for (size_t i = 0; i <= arguments->count && !is_search(arguments); i++) {
        const char **name = i < arguments->count ? &arguments->names[i] : &arguments->beside;
        if (*name != NULL && (strcmp(*name, "-") == 0 || is_shells_pipe(*name)) &&
            !open_pipe(pipes, environment, name, error))
            return false;
    }
    return true;
}

void pipes_end(struct pipes *pipes)
{
    for (size_t i = 0; i < pipes->count; i++)
        spool_end(pipes->items[i]);
    free(pipes->items);
    *pipes = (struct pipes){ 0 };
}

void pipes_wait(const struct pipes *pipes, bool first)
{
    for (size_t i = 0; i < pipes->count; i++)
        spool_wait(pipes->items[i], first ? FIRST_LOOK : -1);
}

bool pipes_take_terminal(struct error *error)
{
    if (isatty(STDIN_FILENO))
        return true;
    const char *name = ttyname(STDOUT_FILENO); /* first: /dev/tty cannot be polled everywhere */
    int terminal = name != NULL ? open(name, O_RDWR | O_NOCTTY) : -1;
    if (terminal < 0)
        terminal = open("/dev/tty", O_RDWR);
    if (terminal < 0 || dup2(terminal, STDIN_FILENO) < 0) {
        error_set(error, "the keyboard cannot be read, since standard input is no terminal and /dev/tty "
                  "cannot be opened: %s", _(strerror(errno)));
        return false;
    }
    if (terminal != STDIN_FILENO)
        close(terminal);
    return true;
}
