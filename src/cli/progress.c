#include "cli/progress.h"

#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/message.h"

#define BETWEEN 100 /* milliseconds */

static const int signals[] = { SIGINT, SIGTERM, SIGHUP };

#define SIGNALS (sizeof signals / sizeof *signals)

static void make_set(sigset_t *set)
{
    sigemptyset(set);
    for (size_t i = 0; i < SIGNALS; i++)
        sigaddset(set, signals[i]);
}

void progress_begin(struct progress *progress, int width)
{
    sigset_t ours;
    *progress = (struct progress){ .what = "", .width = width };
    progress->shows = isatty(STDERR_FILENO) != 0;
    make_set(&ours);
    sigprocmask(SIG_BLOCK, &ours, &progress->before);
}

static void put(const struct buffer *line)
{
    if (write(STDERR_FILENO, buffer_text(line), line->length) < 0)
        return; /* nobody is there to see it */
}

static void draw(struct progress *progress, size_t done, size_t count)
{
    struct buffer line = { 0 };
    buffer_add_byte(&line, '\r');
    progress_line_add(&line, message_text(progress->what), done, count, progress->last - progress->since,
                      progress->width - 2);
    buffer_add_text(&line, "\033[K");
    put(&line);
    progress->drawn = true;
    buffer_free(&line);
}

bool progress_go_on(struct progress *progress, const char *what, size_t done, size_t count)
{
    sigset_t pending;
    sigemptyset(&pending);
    sigpending(&pending);
    for (size_t i = 0; i < SIGNALS; i++)
        progress->stopped = progress->stopped || sigismember(&pending, signals[i]) == 1;
    int64_t time = clock_now();
    if (progress->shows && !progress->stopped && time - progress->last >= BETWEEN) {
        if (strcmp(progress->what, what) != 0)
            progress->since = time;
        progress->what = what;
        progress->last = time;
        draw(progress, done, count);
    }
    return !progress->stopped;
}

void progress_clear(struct progress *progress)
{
    struct buffer line = { 0 };
    if (progress->drawn) {
        buffer_add_text(&line, "\r\033[K");
        put(&line);
    }
    progress->drawn = false;
    progress->last = 0;
    buffer_free(&line);
}

void progress_end(struct progress *progress)
{
    sigset_t pending, ours;
    int taken;
    progress_clear(progress);
    make_set(&ours);
    while (sigpending(&pending) == 0 &&
           (sigismember(&pending, SIGINT) == 1 || sigismember(&pending, SIGTERM) == 1 ||
            sigismember(&pending, SIGHUP) == 1))
        sigwait(&ours, &taken);
    sigprocmask(SIG_SETMASK, &progress->before, NULL);
}
