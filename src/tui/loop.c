#include "tui/loop.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "tui/clipboard.h"
#include "tui/command.h"
#include "tui/keys.h"
#include "tui/screen.h"
#include "tui/signals.h"
#include "tui/terminal.h"

#define READ_SIZE 4096
#define BATCH_LIMIT ((size_t)1 << 20) /* input bytes after which a frame is due all the same */

struct loop {
    struct terminal *terminal;
    struct session *session;
    struct screen *screen;
    struct grid *grid;
    struct keys *keys;
    struct buffer out; /* what the next write sends */
    long long escape_due; /* when an unfinished sequence is settled, milliseconds; -1 none */
    bool dirty;        /* a repaint is due */
    bool done;         /* the session said so */
    bool gone;         /* the terminal is no more */
    bool mouse;        /* reports were asked for */
};

/* ---- output ---- */

static void flush(struct loop *loop)
{
    if (loop->out.length > 0 &&
        !terminal_write(loop->terminal, loop->out.data, loop->out.length))
        loop->gone = true;
    buffer_truncate(&loop->out, 0);
}

static void paint(struct loop *loop)
{
    loop->dirty = false;
    session_paint(loop->session, loop->grid);
    screen_choose(loop->screen, session_theme(loop->session), session_colors(loop->session));
    screen_draw(loop->screen, loop->grid, &loop->out);
    flush(loop);
}

static void apply_size(struct loop *loop)
{
    int rows, columns;
    terminal_size(loop->terminal, &rows, &columns);
    if (rows != loop->grid->rows || columns != loop->grid->columns) {
        grid_resize(loop->grid, rows, columns);
        session_resize(loop->session, rows, columns);
    }
    bool mouse = session_mouse(loop->session);
    if (mouse || loop->mouse)
        terminal_mouse(loop->terminal, mouse, &loop->out);
    loop->mouse = mouse;
    screen_forget(loop->screen);
    loop->dirty = true;
}

/* Back from another program, or from being stopped. */
static void reenter(struct loop *loop)
{
    if (!terminal_enter(loop->terminal, &loop->out, NULL))
        loop->gone = true;
    apply_size(loop);
}

/* ---- requests ---- */

static void suspend(struct loop *loop)
{
    terminal_leave(loop->terminal);
    signals_stop_job();
    reenter(loop);
}

static void wait_for_enter(struct loop *loop)
{
    static const char prompt[] = "\npress Enter to go on ";
    terminal_write(loop->terminal, prompt, sizeof prompt - 1);
    char byte = 0;
    while (byte != '\n' && signals_ending() == 0) {
        ssize_t got = read(loop->terminal->in, &byte, 1);
        if (got == 0 || (got < 0 && errno != EINTR))
            return;
    }
}

static void run_command(struct loop *loop, const struct request *request)
{
    struct error reason = { "" };
    terminal_leave(loop->terminal);
    int status = command_run(request->argv, request->input, request->input_length,
                             loop->terminal->in, loop->terminal->out, &reason);
    if (request->wait_for_key && status >= 0)
        wait_for_enter(loop);
    reenter(loop);
    session_ran(loop->session, status, status < 0 ? reason.text : NULL);
}

static void carry_out_requests(struct loop *loop)
{
    while (!loop->done && !loop->gone) {
        struct request request = session_request(loop->session);
        switch (request.kind) {
        case REQUEST_NONE: return;
        case REQUEST_QUIT: loop->done = true; break;
        case REQUEST_SUSPEND: suspend(loop); break;
        case REQUEST_REDRAW: apply_size(loop); break;
        case REQUEST_BELL:
            capability_put(&loop->terminal->info.capabilities, &loop->out, CAPABILITY_BELL, 0, 0);
            break;
        case REQUEST_RUN: run_command(loop, &request); break;
        case REQUEST_COPY:
            if (!loop->terminal->clipboard)
                session_not_copied(loop->session, "this terminal has no clipboard that it lends");
            else if (!clipboard_put(&loop->out, request.input, request.input_length))
                session_not_copied(loop->session, "terminals take no more than 100,000 bytes");
            break;
        }
    }
}

/* ---- input ---- */

static void feed_session(struct loop *loop)
{
    struct key_event event;
    while (!loop->done && !loop->gone && keys_next(loop->keys, &event)) {
        if (event.kind == KEY_EVENT_KEY && event.key.code == KEY_UNKNOWN)
            continue;
        if (event.kind == KEY_EVENT_BACKGROUND)
            continue;
        if (event.kind == KEY_EVENT_PASTE)
            session_paste(loop->session, event.text, event.length);
        else
            session_key(loop->session, event.key);
        loop->dirty = true;
        carry_out_requests(loop);
    }
}

static long long now(void)
{
    struct timespec time = { 0 };
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (long long)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static void start_escape_clock(struct loop *loop)
{
    int delay = keys_timeout(loop->keys);
    loop->escape_due = delay < 0 ? -1 : now() + delay;
}

static int escape_left(const struct loop *loop)
{
    if (loop->escape_due < 0)
        return -1;
    long long left = loop->escape_due - now();
    return left < 0 ? 0 : (int)left;
}

/* Reads and feeds all that has arrived: a read that fills less than its room was the last. */
static void read_keys(struct loop *loop)
{
    char bytes[READ_SIZE];
    size_t total = 0;
    ssize_t got;
    do {
        got = read(loop->terminal->in, bytes, sizeof bytes);
        if (got < 0 && (errno == EINTR || errno == EAGAIN))
            return;
        if (got <= 0) {
            loop->gone = true;
            return;
        }
        total += (size_t)got;
        keys_feed(loop->keys, bytes, (size_t)got);
        feed_session(loop);
    } while (got == (ssize_t)sizeof bytes && !loop->done && !loop->gone && total < BATCH_LIMIT);
}

static void take_signals(struct loop *loop)
{
    signals_drain();
    if (signals_take_stop())
        suspend(loop);
    if (signals_take_continue())
        reenter(loop);
    if (signals_take_resize())
        apply_size(loop);
}

/* The shorter of two timeouts, where -1 is for ever. */
static int shorter(int a, int b)
{
    return a < 0 ? b : b < 0 ? a : a < b ? a : b;
}

/* Sleeps until a key, a signal or the clock has something. */
static void step(struct loop *loop)
{
    struct pollfd fds[2] = {
        { .fd = loop->terminal->in, .events = POLLIN },
        { .fd = signals_descriptor(), .events = POLLIN },
    };
    int escape = escape_left(loop);
    int tick = session_timeout(loop->session);
    int ready = poll(fds, 2, shorter(escape, tick));
    if (ready < 0) {
        loop->gone = errno != EINTR && errno != EAGAIN;
        return;
    }
    if (fds[1].revents != 0)
        take_signals(loop);
    if (fds[0].revents != 0) {
        read_keys(loop);
        start_escape_clock(loop);
    } else if (escape >= 0 && escape_left(loop) == 0) {
        keys_expire(loop->keys);
        feed_session(loop);
        loop->escape_due = -1;
    }
    bool tick_due = tick == 0 || (ready == 0 && tick > 0 && (escape < 0 || tick <= escape));
    if (tick_due && !loop->done && !loop->gone) {
        loop->dirty = session_tick(loop->session) || loop->dirty;
        carry_out_requests(loop);
    }
}

static void run(struct loop *loop)
{
    carry_out_requests(loop);
    while (!loop->done && !loop->gone && signals_ending() == 0) {
        if (loop->dirty)
            paint(loop);
        else if (loop->out.length > 0)
            flush(loop);
        if (!loop->gone)
            step(loop);
    }
}

/* ---- beginning and end ---- */

static bool begin(struct loop *loop, struct session_setup *setup, const struct tui_options *options,
                  struct error *error)
{
    struct terminal *terminal = loop->terminal;
    setup->utf8 = options->utf8;
    setup->colors = terminal->colors;
    setup->theme = terminal->colors == 0 ? (int)THEME_NONE : (int)terminal->theme;
    if (options->theme != NULL) {
        enum theme_name theme;
        if (style_theme_parse(options->theme, &theme))
            setup->theme = (int)theme;
    }
    terminal_size(terminal, &setup->rows, &setup->columns);
    loop->session = session_new(setup, error);
    if (loop->session == NULL || !signals_begin(error))
        return false;
    loop->grid = grid_new(setup->rows, setup->columns);
    loop->screen = screen_new(&terminal->info.capabilities, options->utf8);
    loop->keys = keys_new(terminal->info.keys, terminal->info.key_count, terminal->info.erase,
                          terminal->escape_delay);
    loop->escape_due = -1;
    apply_size(loop); /* it may have changed before its signal was caught */
    return terminal_enter(terminal, &loop->out, error);
}

/* Saves first: a terminal that hangs must not cost the visit. What cannot be saved is told in
 * `error`, but a good read is no failure for it. */
static int finish(struct loop *loop, struct error *error)
{
    int ending = signals_ending();
    if (!session_save(loop->session, error))
        error_prefix(error, "the places of this visit are not remembered");
    if (ending != 0 || loop->gone) {
        signal(SIGALRM, SIG_DFL);
        alarm(1);
    }
    terminal_leave(loop->terminal);
    alarm(0);
    if (ending != 0)
        return 128 + ending;
    return loop->gone ? 1 : session_exit_status(loop->session);
}

int tui_run(struct session_setup *setup, const struct tui_options *options, struct error *error)
{
    struct loop loop = { .terminal = terminal_open(error) };
    if (loop.terminal == NULL)
        return 1;
    int status = 1;
    if (begin(&loop, setup, options, error)) {
        run(&loop);
        status = finish(&loop, error);
    }
    terminal_close(loop.terminal);
    signals_end();
    keys_free(loop.keys);
    screen_free(loop.screen);
    grid_free(loop.grid);
    session_free(loop.session);
    buffer_free(&loop.out);
    return status;
}
