#include "cli/progress.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/buffer.h"

#define BETWEEN 100 /* milliseconds */
#define BAR_MOST 40 /* cells */
#define EARLY 1000 /* milliseconds before an estimate */
#define LATE 360000 /* seconds: no estimate at all */

static const int signals[] = { SIGINT, SIGTERM, SIGHUP };

#define SIGNALS (sizeof signals / sizeof *signals)

static int64_t now(void)
{
    struct timespec time = { 0 };
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

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

void progress_left(int64_t elapsed, size_t done, size_t count, char out[PROGRESS_LEFT])
{
    double part = count > 0 ? (double)done / (double)count : 0;
    double left = part > 0 ? (double)elapsed / 1000 * (1 - part) / part : 0;
    out[0] = '\0';
    if (elapsed >= EARLY && done > 0 && done < count && left < LATE)
        snprintf(out, PROGRESS_LEFT, " %d:%02d left", (int)(left + 0.5) / 60,
                 (int)(left + 0.5) % 60);
}

static void draw(struct progress *progress, size_t done, size_t count)
{
    struct buffer line = { 0 };
    char left[PROGRESS_LEFT];
    char numbers[48 + PROGRESS_LEFT];
    progress_left(progress->last - progress->since, done, count, left);
    int length = snprintf(numbers, sizeof numbers, "%zu of %zu%s", done, count, left);
    int room = progress->width - length - (int)strlen(progress->what) - 8;
    size_t cells = room < 0 ? 0 : room < BAR_MOST ? (size_t)room : BAR_MOST;
    size_t full = count > 0 ? cells * done / count : 0;
    buffer_add_format(&line, "\r%s [", progress->what);
    for (size_t i = 0; i < cells; i++)
        buffer_add_byte(&line, i < full ? '#' : '.');
    buffer_add_format(&line, "] %s\033[K", numbers);
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
    int64_t time = now();
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
