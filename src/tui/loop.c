#include "tui/loop.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "base/clipboard.h"
#include "base/clock.h"
#include "base/descriptor.h"
#include "base/foreground.h"
#include "base/message.h"
#include "tui/display.h"
#include "tui/keys.h"
#include "tui/signals.h"
#include "tui/terminal.h"

#define BATCH_LIMIT 65536 /* events after which a frame is due all the same */
#define BACKGROUND_DELAY 50 /* milliseconds that its colour may take to come */

struct loop {
    struct terminal *terminal;
    struct session *session;
    struct display *display;
    struct grid *grid;
    struct keys *keys;
    struct buffer out; /* what the next write sends */
    int news;          /* of signals, a descriptor */
    bool dirty;        /* a repaint is due */
    bool done;         /* the session said so */
    bool gone;         /* the terminal is no more */
    bool together;     /* more than one key came at once, the last time */
    struct buffer title; /* the window's, empty while it has none of ours */
    int64_t asked; /* when, for the background's colour; 0 not */
    int64_t typed; /* when the last key came */
};

/* ---- output ---- */

static void put_title(struct loop *loop)
{
    struct buffer title = { 0 };
    session_title(loop->session, &title);
    if (strcmp(buffer_text(&loop->title), buffer_text(&title)) != 0)
        terminal_title(loop->terminal, &title, &loop->out);
    buffer_free(&loop->title);
    loop->title = title;
}

static void paint(struct loop *loop)
{
    loop->dirty = false;
    put_title(loop);
    terminal_frame(loop->terminal, true, &loop->out);
    if (hyperlinks_renew(loop->grid->links))
        display_forget(loop->display);
    session_paint(loop->session, loop->grid);
    display_choose(loop->display, session_palette(loop->session), session_colors(loop->session));
    display_show(loop->display, loop->grid, &loop->out);
    terminal_frame(loop->terminal, false, &loop->out);
}

static void apply_size(struct loop *loop)
{
    int rows, columns;
    descriptor_size(STDOUT_FILENO, &rows, &columns);
    if (rows != loop->grid->rows || columns != loop->grid->columns) {
        grid_resize(loop->grid, rows, columns);
        session_resize(loop->session, rows, columns);
    }
    terminal_mouse(session_mouse(loop->session), &loop->out);
    display_forget(loop->display);
    loop->dirty = true;
}

/* Back from another program, or from being stopped. */
static void reenter(struct loop *loop)
{
    buffer_truncate(&loop->title, 0);
    (void)terminal_enter(loop->terminal, &loop->out, NULL); /* curses runs already, which alone may fail */
    apply_size(loop);
}

/* ---- requests ---- */

static void suspend(struct loop *loop)
{
    terminal_leave(loop->terminal);
    signals_stop_job();
    reenter(loop);
}

static void run_command(struct loop *loop, const struct request *request)
{
    struct error reason = { "" };
    terminal_leave(loop->terminal);
    signals_lend_terminal();
    int status = foreground_run(request->argv, request->environment, request->input,
                                request->input_length, STDIN_FILENO, STDOUT_FILENO, signals_ending, &reason);
    signals_take_terminal();
    if (request->wait_for_key && status >= 0)
        foreground_wait_for_enter(STDIN_FILENO, STDOUT_FILENO, signals_ending);
    reenter(loop);
    session_ran(loop->session, status, status < 0 ? reason.text : NULL);
}

static void copy(struct loop *loop, const struct request *request)
{
    if (loop->terminal->clipboard)
        clipboard_put(&loop->out, request->input, request->input_length, loop->terminal->wrapped);
    else
        session_not_copied(loop->session, _("this terminal has no clipboard that it lends"));
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
        case REQUEST_RUN: run_command(loop, &request); break;
        case REQUEST_COPY: copy(loop, &request); break;
        }
    }
}

/* ---- input ---- */

/* Reads and feeds what has arrived. */
static void read_keys(struct loop *loop)
{
    struct key_event event;
    int count = 0;
    session_rest(loop->session, clock_now() - loop->typed);
    while (!loop->done && !loop->gone && count < BATCH_LIMIT && keys_next(loop->keys, &event)) {
        if (event.paste != NULL)
            session_paste(loop->session, buffer_text(event.paste), event.paste->length);
        else if (event.key.code != KEY_DARK_BACKGROUND && event.key.code != KEY_LIGHT_BACKGROUND)
            session_key(loop->session, event.key);
        else if (clock_now() - loop->asked <= BACKGROUND_DELAY) /* else the reader is at work */
            session_set_background(loop->session, event.key.code == KEY_LIGHT_BACKGROUND);
        loop->dirty = true;
        count++;
        carry_out_requests(loop);
    }
    loop->typed = clock_now();
    loop->together = count > 1;
}

/* Sleeps until a key, a signal or the clock has something. A key that ended its sleep is nearly always
 * alone, and is painted without a look for more: if there was some, the next sleep is none, and then
 * all is read that has come. */
static void step(struct loop *loop)
{
    struct pollfd fds[2] = {
        { .fd = STDIN_FILENO, .events = POLLIN },
        { .fd = loop->news, .events = POLLIN },
    };
    int tick = session_timeout(loop->session);
    int64_t asleep = clock_now();
    int ready = poll(fds, 2, tick);
    if (ready < 0) {
        loop->gone = errno != EINTR && errno != EAGAIN;
        return;
    }
    struct signals_news news = fds[1].revents != 0 ? signals_take() : (struct signals_news){ .resized = false };
    if (news.stopped)
        suspend(loop);
    if (news.continued)
        reenter(loop);
    if (news.resized)
        apply_size(loop);
    if (fds[0].revents != 0) {
        keys_arrived(loop->keys, loop->together || clock_now() - asleep <= 1);
        read_keys(loop);
        loop->gone = loop->gone || (fds[0].revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
    }
    if ((tick == 0 || ready == 0) && !loop->done && !loop->gone) {
        session_rest(loop->session, clock_now() - loop->typed);
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
        loop->gone = !descriptor_write(STDOUT_FILENO, buffer_text(&loop->out), loop->out.length, signals_ending);
        buffer_truncate(&loop->out, 0);
        if (!loop->gone)
            step(loop);
    }
}

/* ---- beginning and end ---- */

static bool begin(struct loop *loop, struct session_setup *setup, const struct tui_options *options,
                  struct error *error)
{
    struct terminal *terminal = loop->terminal;
    bool true_color = options->true_color && terminal->colors == 256;
    setup->colors = options->no_color ? 0 : true_color ? COLORS_TRUE : terminal->colors;
    setup->theme = (int)style_theme_choose(options->theme, options->light, setup->colors);
    terminal->frames = terminal->frames || options->frames;
    descriptor_size(STDOUT_FILENO, &setup->rows, &setup->columns);
    loop->news = signals_begin(error);
    if (loop->news < 0)
        return false;
    terminal_hush(terminal);
    loop->session = session_new(setup, error);
    if (loop->session == NULL)
        return false;
    loop->grid = grid_new(setup->rows, setup->columns);
    if (!terminal_enter(terminal, &loop->out, error))
        return false;
    if (options->ask_background && setup->colors > 0 && terminal->clipboard) {
        terminal_ask_background(&loop->out);
        loop->asked = clock_now();
    }
    loop->display = display_new(setup->utf8, terminal->links);
    loop->keys = keys_new(STDIN_FILENO, options->escape_delay);
    apply_size(loop); /* it may have changed before its signal was caught */
    return true;
}

/* Saves first: a terminal that hangs must not cost the visit. What cannot be saved is told in
 * `error`, but a good read is no failure for it. */
static int finish(struct loop *loop, struct error *error)
{
    int ending = signals_ending();
    if (!session_save(loop->session, error))
        error_prefix(error, "the places of this visit are not remembered");
    if (loop->gone)
        alarm(1);
    terminal_leave(loop->terminal);
    if (ending != 0)
        return 128 + ending;
    return loop->gone ? 1 : 0;
}

int tui_run(struct session_setup *setup, const struct tui_options *options, struct error *error)
{
    struct loop loop = { .terminal = terminal_open(options->term, setup->utf8, error) };
    if (loop.terminal == NULL)
        return 1;
    int status = 1;
    if (begin(&loop, setup, options, error)) {
        run(&loop);
        status = finish(&loop, error);
    }
    keys_free(loop.keys);
    display_free(loop.display);
    terminal_close(loop.terminal);
    signals_end();
    grid_free(loop.grid);
    session_free(loop.session);
    buffer_free(&loop.out);
    buffer_free(&loop.title);
    return status;
}
