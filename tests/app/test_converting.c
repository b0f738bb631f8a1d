/* Texts that are still being converted: the pane says so, keys work, Esc and the end of the room are
 * obeyed at once, and the text comes to the place that was asked for. The converter of these tests is
 * a script that waits for a pipe to be opened. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/room_of.h"
#include "doc/conversion.h"
#include "session/known_names.h"
#include "session/open.h"
#include "session/open_place.h"
#include "session/reload.h"
#include "query/mention_index.h"

static struct conversion *conversion;
static char gate[2048];

static struct session *open_with(const char *says, int status)
{
    struct error error = { "" };
    char folders[3][2048];
    static const char *const names[] = { "c", "data", "config" };
    room_start();
    strcpy(gate, scratch_path("gate"));
    assert_int_equal(mkfifo(gate, 0600), 0);
    char *script = xasprintf("#!/bin/sh\ncat >/dev/null\ncat '%s' >/dev/null\nprintf '%s'\nexit %d\n",
                             gate, says, status);
    scratch_file("converter", script);
    free(script);
    char *converter = xstrdup(scratch_path("converter"));
    assert_int_equal(chmod(converter, 0700), 0);
    conversion = conversion_new(converter, NULL);
    free(converter);
    scratch_file("book.epub", "PK\3\4 a book");
    for (size_t i = 0; i < 3; i++)
        strcpy(folders[i], scratch_path(names[i]));
    struct session_setup setup = {
        .commands = &command_all, .collection = folders[0], .data_folder = folders[1],
        .config_folder = folders[2], .conversion = conversion, .fresh = true, .utf8 = true,
        .colors = 256, .rows = 24, .columns = 80,
    };
    struct session *session = session_new(&setup, &error);
    assert_non_null(session);
    while (session_timeout(session) == 0)
        session_tick(session);
    return session;
}

#define BOOK "diptych converted 1\\nh1\\nx0 The mill\\n.\\np\\nx0 It grinds.\\n.\\n" \
             "h2\\nx0 The end\\n.\\np\\nx0 It stands still.\\n.\\n"

/* Lets the converter go on, and waits for what it makes. */
static void let_go(struct session *session)
{
    int file = open(gate, O_WRONLY);
    assert_true(file >= 0);
    close(file);
    session_poll_texts(session, true);
}

static void close_all(struct session *session)
{
    session_free(session);
    conversion_free(conversion);
    scratch_remove();
}

static struct text *shown(struct session *session)
{
    return session_pane(session)->view->text;
}

static void open_book(struct session *session)
{
    assert_true(session_open(session, session_pane(session), scratch_path("book.epub")));
    assert_string_equal(shown(session)->document->text, "converting book.epub…");
}

static void keys_work_while_text_is_made(void **state)
{
    struct session *session = open_with(BOOK, 0);
    struct grid *grid = grid_new(24, 80);
    struct buffer screen = { 0 };
    (void)state;
    open_book(session);
    open_place_go(session, "#the-end");
    session_paint(session, grid);
    grid_dump(grid, &screen);
    assert_non_null(strstr(buffer_text(&screen), "converting book.epub…"));
    room_press(session, "jk");
    room_press(session, "go"); /* it is none of the file's text that would be listed */
    assert_string_equal(room_message(session),
                        "outline: the text is still being converted; Esc gives it up");
    room_press(session, "<C-w>v");
    assert_int_equal(panes_count(&session->panes), 3);
    room_press(session, "q");
    let_go(session);
    struct article_view *view = session_view(session);
    const struct document *document = view->text->document;
    assert_false(view->text->converting);
    assert_string_equal(view->text->title, "The mill");
    assert_int_equal(strncmp(document->text + view->cursor, "The end", 7), 0);
    room_press(session, ":set<Space>number<Enter>");
    session_paint(session, grid);
    assert_int_equal(view->gutter, 0); /* a book has no lines to be numbered */
    grid_free(grid);
    buffer_free(&screen);
    close_all(session);
}

static void escape_leads_back(void **state)
{
    struct session *session = open_with(BOOK, 0);
    (void)state;
    room_press(session, "j");
    size_t cursor = session_view(session)->cursor;
    open_book(session);
    room_press(session, "<Esc>");
    assert_string_equal(room_message(session), "book.epub: is not opened");
    assert_string_equal(shown(session)->name, "mill.en");
    assert_int_equal(session_view(session)->cursor, cursor);
    close_all(session);
}

static void sentence_tells_why_there_is_none(void **state)
{
    struct session *session = open_with("diptych converted 1\\n!it is no book\\n", 1);
    (void)state;
    open_book(session);
    let_go(session);
    assert_string_equal(room_message(session), "book.epub: it is no book");
    assert_string_equal(shown(session)->name, "mill.en");
    close_all(session);
}

/* A page that could not be converted is a text in itself: its source is offered, and opened. */
static void source_is_shown_in_its_place(void **state)
{
    struct session *session = open_with("diptych converted 1\\n!it is no page\\n", 1);
    (void)state;
    scratch_file("page.html", "<html><body><p>It &amp; grinds.</p></body></html>\n");
    assert_true(session_open(session, session_pane(session), scratch_path("page.html")));
    let_go(session);
    assert_string_equal(room_message(session),
                        "page.html: it is no page; --raw or :set raw on shows its source");
    assert_string_equal(shown(session)->name, "mill.en");
    room_press(session, ":set<Space>raw<Space>on<Enter>");
    assert_non_null(strstr(shown(session)->document->text, "<p>It &amp; grinds.</p>"));
    close_all(session);
}

/* The file is another one: the old text stays until the new one is there, and the place in it. */
static void changed_file_is_converted_again(void **state)
{
    struct session *session = open_with(BOOK, 0);
    (void)state;
    open_book(session);
    open_place_go(session, "#the-end");
    let_go(session);
    struct text *text = shown(session);
    const struct document *before = text->document;
    scratch_file("book.epub", "PK\3\4 another book");
    assert_false(session_reload_text(session, text));
    assert_string_equal(room_message(session), "book.epub: is still being converted; the text "
                                               "stays as it was read before");
    assert_ptr_equal(text->document, before);
    let_go(session);
    assert_ptr_not_equal(text->document, before);
    assert_int_equal(strncmp(text->document->text + session_view(session)->cursor, "The end", 7), 0);
    close_all(session);
}

/* Of a converter that hangs. */
static void room_ends_at_once(void **state)
{
    struct timespec begun, ended;
    struct session *session = open_with(BOOK, 0);
    (void)state;
    open_book(session);
    clock_gettime(CLOCK_MONOTONIC, &begun);
    close_all(session);
    clock_gettime(CLOCK_MONOTONIC, &ended);
    double spent = (double)(ended.tv_sec - begun.tv_sec) + (double)(ended.tv_nsec - begun.tv_nsec) / 1e9;
    assert_true(spent < 2); /* a converter is given ten; measured 0.02 */
}

/* Counting names goes on when the text is there, and does not take it for an empty one. */
static void names_are_counted_when_it_is_there(void **state)
{
    struct session *session = open_with(BOOK, 0);
    (void)state;
    room_press(session, "L");
    scratch_file("c/articles/book.en.epub", "PK\3\4 another book");
    session_close_list(session, session_pane(session));
    struct mention_index *index = known_names_mention_index(session);
    size_t count;
    const struct mention_index_article *articles = mention_index_articles(index, &count);
    size_t book = mention_index_by_id(index, "book.en");
    assert_true(book < count);
    while (mention_index_step(index)) {
    }
    assert_true(mention_index_waits(index));
    assert_false(articles[book].counted);
    int file = open(gate, O_WRONLY);
    close(file);
    while (!mention_index_is_done(index))
        (void)mention_index_step(index);
    assert_true(articles[book].counted);
    assert_true(articles[book].length > 0);
    close_all(session);
}

/* An article of which nothing is known yet stands in the list by its id, until it is known. */
static void list_tells_what_is_known_in_the_end(void **state)
{
    struct session *session = open_with("CGB18030 1\\n# 磨坊\\n\\n它停了。\\n", 0);
    const struct list_row *row = NULL;
    (void)state;
    scratch_file("c/articles/old.zh.md", "# \xc4\xa5\xb7\xbb\n\n\xcb\xfc\xcd\xa3\xc1\xcb\xa1\xa3\n");
    room_press(session, "L");
    const struct list *list = session_pane(session)->list;
    assert_non_null(list);
    for (size_t i = 0; i < list->count; i++)
        row = strcmp(list->items[i].target, "old.zh") == 0 ? &list->items[i] : row;
    assert_non_null(row);
    assert_string_equal(row->label, "old.zh");
    close(open(gate, O_WRONLY));
    for (row = NULL; row == NULL || strcmp(row->label, "old.zh") == 0;) {
        session_tick(session);
        for (size_t i = 0; i < list->count; i++)
            row = strcmp(list->items[i].target, "old.zh") == 0 ? &list->items[i] : row;
    }
    assert_string_equal(row->label, "磨坊");
    assert_non_null(strstr(row->words, "GB18030, 1 repaired")); /* the filter finds it by that */
    close_all(session);
}

/* Whether what a program makes is put off, asked for `times` times. */
static bool is_put_off(const char *program, int times)
{
    bool put_off = true;
    char *line = xasprintf(program, scratch_path("gate"));
    for (int i = 0; i < times && put_off; i++) {
        struct buffer out = { 0 };
        int status = 0;
        conversion_ask(conversion);
        assert_false(conversion_put_off(conversion));
        conversion_run(conversion, line, (char *[]){ "sh", "-c", line, NULL }, NULL, &out, &status);
        put_off = conversion_put_off(conversion);
        buffer_free(&out);
    }
    free(line);
    return put_off;
}

/* Made within the grace, or after a while: it counts, and so does that it cannot be made. */
static void only_what_lasts_is_put_off(void **state)
{
    (void)state;
    scratch_make();
    assert_int_equal(mkfifo(scratch_path("gate"), 0600), 0);
    conversion = conversion_new("/bin/false", NULL);
    assert_false(is_put_off("true", 1)); /* whoever may be kept waiting waits */
    conversion_never_wait(conversion);
    assert_false(is_put_off("true", 100));
    assert_false(is_put_off("false", 100));
    assert_true(is_put_off("cat '%s'", 2));
    conversion_free(conversion);
    scratch_remove();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_work_while_text_is_made),
        cmocka_unit_test(escape_leads_back),
        cmocka_unit_test(sentence_tells_why_there_is_none),
        cmocka_unit_test(source_is_shown_in_its_place),
        cmocka_unit_test(changed_file_is_converted_again),
        cmocka_unit_test(room_ends_at_once),
        cmocka_unit_test(names_are_counted_when_it_is_there),
        cmocka_unit_test(list_tells_what_is_known_in_the_end),
        cmocka_unit_test(only_what_lasts_is_put_off),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
