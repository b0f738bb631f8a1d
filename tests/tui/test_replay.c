/* The reading room on emulated terminals: keys are pressed, and after each the emulator must show
 * what the session painted, cell by cell. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "command/table.h"
#include "library/scratch.h"
#include "session/session.h"
#include "text/width.h"
#include "tui/curses_harness.h"

#define FRAMES 200 /* at least, of each run */

/* What readers bring along: clusters that each terminal draws in its own way, beside a border. */
static const char *const PARAGRAPHS[] = {
    "\xE2\x80\x9CThe mill\xE2\x80\x9D grinds no more \xE2\x80\x94 it stands still\xE2\x80\xA6 said North Bank.",
    "A family \xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 and a flag "
    "\xF0\x9F\x87\xA8\xF0\x9F\x87\xB3 came by, \xF0\x9F\x98\x80 and went.",
    "\xE0\xBD\x96\xE0\xBD\xBC\xE0\xBD\x91\xE0\xBC\x8B\xE0\xBD\xA1\xE0\xBD\xB2\xE0\xBD\x82 and "
    "\xE0\xA4\xB9\xE0\xA4\xBF\xE0\xA4\xA8\xE0\xA5\x8D\xE0\xA4\xA6\xE0\xA5\x80 and ~~struck~~ caf\x65\xCC\x81.",
    "\xC2\xB1" "5 \xC2\xB0" "C, 37.6 % of \xE2\x91\xA0 and \xE2\x86\x92 \xCE\xB1\xCE\xB2, **said** the *owner*.",
};

static void write_articles(void)
{
    struct buffer text = { 0 };
    buffer_add_text(&text, "---\ntitle: The mill\nstory: mill\nlang: en\n---\n\n# The mill\n\n");
    for (int i = 0; i < 60; i++)
        buffer_add_format(&text, "%d. %s\n\n", i, PARAGRAPHS[i % 4]);
    scratch_file("c/articles/mill.en.md", buffer_text(&text));
    buffer_truncate(&text, 0);
    buffer_add_text(&text, "---\ntitle: \xE7\xA3\xA8\xE5\x9D\x8A\nstory: mill\nlang: zh\n---\n\n# \xE7\xA3\xA8\xE5\x9D\x8A\n\n");
    for (int i = 0; i < 60; i++)
        buffer_add_format(&text,
                          "%d. \xE2\x80\x9C\xE7\xA3\xA8\xE5\x9D\x8A\xE5\x81\x9C\xE4\xBA\x86\xE3\x80\x82\xE2\x80\x9D"
                          "\xE6\xB2\xA1\xE6\x9C\x89\xE4\xBA\xBA\xE6\x9D\xA5\xE4\xBF\xAE\xE2\x80\xA6\xE2\x80\xA6"
                          "\xF0\x9F\x98\x80\n\n", i);
    scratch_file("c/articles/mill.zh.md", buffer_text(&text));
    buffer_free(&text);
}

static int make_collection(void **unused)
{
    (void)unused;
    width_begin();
    scratch_make();
    scratch_file("c/collection.yaml", "title: Two\nopen: [mill.en, mill.zh]\n");
    scratch_file("c/entities/north-bank.md",
                 "---\nnames: {en: North Bank}\ntype: company\n---\n\nA bank.\n");
    write_articles();
    return 0;
}

static int remove_collection(void **unused)
{
    (void)unused;
    scratch_remove();
    return 0;
}

static struct session *open_room(int rows, int columns, int colors)
{
    struct error error = { "" };
    char *folder = xstrdup(scratch_path("c"));
    struct session_setup setup = { .commands = &command_all, .collection = folder,
                                   .fresh = true, .utf8 = true,
                                   .colors = colors, .rows = rows, .columns = columns };
    struct session *session = session_new(&setup, &error);
    free(folder);
    assert_non_null(session);
    return session;
}

static void show_frame(struct stage *stage, struct session *session)
{
    while (session_timeout(session) == 0)
        session_tick(session);
    session_paint(session, stage->grid);
    display_choose(stage->display, session_palette(session), session_colors(session));
    stage_show(stage);
    stage_check(stage);
}

/* Returns the number of frames shown. */
static int press(struct stage *stage, struct session *session, const char *names)
{
    int frames = 0;
    while (*names != '\0') {
        struct key key;
        size_t length = key_parse(names, &key);
        assert_int_not_equal(length, 0);
        session_key(session, key);
        while (session_request(session).kind != REQUEST_NONE) {
        }
        show_frame(stage, session);
        names += length;
        frames++;
    }
    return frames;
}

static void resize(struct stage *stage, struct session *session, int rows, int columns)
{
    grid_resize(stage->grid, rows, columns);
    emulator_resize(stage->emulator, rows, columns);
    session_resize(session, rows, columns);
    show_frame(stage, session);
}

static void play(const char *terminal, enum stage_emulator kind)
{
    static const char *const keys[] = {
        "j j j k C-e C-e C-e C-y Space b C-d C-u } } { ) ) ( w w e ge",
        "C-w w j j C-e C-e Space C-w w S ] s ] s [ s j j j t C-o S",
        "/ m i l l Enter n n N Esc * n Tab Tab Enter C-o E j j q",
        "v j j Esc H Space Space q g o j j q = q g F j Space q g c q : h e l p Esc O O",
        "C-w v C-w w j j j C-w c C-w s Space C-w o u g g G M z t z z z b 5 0 % C-l A q",
    };
    struct stage stage;
    assert_true(stage_begin(&stage, terminal, 24, 80, true, kind));
    struct session *session = open_room(24, 80, stage.colors);
    int frames = 0;
    show_frame(&stage, session);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        frames += press(&stage, session, keys[i]);
        resize(&stage, session, i % 2 == 0 ? 50 : 10, i % 2 == 0 ? 160 : 40);
        frames += press(&stage, session, "C-e C-e Space j j C-w w Space C-y C-y b k k C-d C-w w C-u");
        resize(&stage, session, 24, 80);
    }
    assert_in_range(frames, FRAMES, 10 * FRAMES);
    session_free(session);
    stage_free(&stage);
}

static void test_the_room_is_shown_as_painted(void **unused)
{
    (void)unused;
    play("xterm-256color", DRAWS_AS_IT_LIKES);
}

static void test_the_room_where_clusters_take_one_cell(void **unused)
{
    (void)unused;
    play("xterm-256color", DRAWS_IN_ONE);
}

static void test_the_room_where_clusters_take_two_cells(void **unused)
{
    (void)unused;
    play("xterm-256color", DRAWS_IN_TWO);
}

static void test_the_room_on_other_terminals(void **unused)
{
    (void)unused;
    play("linux", DRAWS_AS_IT_LIKES);
    play("tmux-256color", DRAWS_AS_IT_LIKES);
    play("vt100", DRAWS_AS_IT_LIKES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_room_is_shown_as_painted),
        cmocka_unit_test(test_the_room_where_clusters_take_one_cell),
        cmocka_unit_test(test_the_room_where_clusters_take_two_cells),
        cmocka_unit_test(test_the_room_on_other_terminals),
    };
    return cmocka_run_group_tests(tests, make_collection, remove_collection);
}
