/* Batch commands that take long show a bar on a terminal, none in a pipe, and stop cleanly at Ctrl-C; the room
 * does not wait for a large folder. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "library/scratch.h"
#include "pty/pty.h"

static void make_texts(int sentences)
{
    struct buffer texts[2] = { { 0 }, { 0 } };
    scratch_make();
    for (int i = 0; i < sentences; i++) {
        buffer_add_format(&texts[0], "The village sold ferry number %d of the county to a company.\n\n", i * 7 % 9973);
        buffer_add_format(&texts[1], "村里把县里的第 %d 条渡船卖给了公司。\n\n", i * 7 % 9973);
    }
    assert_true(file_write(scratch_path("long.en.txt"), texts[0].data, texts[0].length, NULL));
    assert_true(file_write(scratch_path("long.zh.txt"), texts[1].data, texts[1].length, NULL));
    buffer_free(&texts[0]);
    buffer_free(&texts[1]);
}

static void a_bar_shows_and_ctrl_c_stops(void **state)
{
    (void)state;
    make_texts(60000); /* some seconds of aligning, so that nobody misses it */
    char *folder = xstrdup(scratch_path("."));
    struct pty *pty = pty_start(&(struct pty_setup){
        .folder = folder,
        .arguments = (const char *const[]){ "align", "./long.en.txt", "./long.zh.txt", NULL } });
    pty_wait(pty, "aligning [");
    pty_wait(pty, "%");
    pty_send(pty, "\003");
    assert_int_equal(pty_wait_exit(pty), 1);
    assert_true(pty_shows(pty, "diptych: align: stopped"));
    assert_false(pty_shows(pty, "aligning ["));
    pty_free(pty);
    free(folder);
    scratch_remove();
}

/* Articles that only their content pairs, many enough to take some seconds. */
static char *make_collection(int pairs)
{
    scratch_make();
    for (int i = 0; i < pairs; i++) {
        struct buffer texts[2] = { { 0 }, { 0 } };
        char names[2][64];
        for (int line = 0; line < 12; line++) {
            int number = (i * 97 + line * 7) % 9973;
            buffer_add_format(&texts[0], "The village sold ferry number %d to a company for %d dollars.\n\n",
                              number, number * 3);
            buffer_add_format(&texts[1], "村里以 %d 美元把第 %d 条渡船卖给了公司。\n\n", number * 3, number);
        }
        snprintf(names[0], sizeof names[0], "many/one%d.txt", i);
        snprintf(names[1], sizeof names[1], "many/two%d.txt", i * 31 % pairs);
        for (int side = 0; side < 2; side++) {
            scratch_file(names[side], buffer_text(&texts[side]));
            buffer_free(&texts[side]);
        }
    }
    return xstrdup(scratch_path("."));
}

static void pairs_show_a_bar_in_the_readers_language(void **state)
{
    static const char *const languages[][2] = { { "LANGUAGE=en", "pairing [" }, { "LANGUAGE=zh_CN", "配对 [" } };
    (void)state;
    const char *build = getenv("BUILDDIR");
    char *catalogue = file_join(build != NULL ? build : ".", "po/zh_CN.mo"); /* without msgfmt there is none */
    size_t count = file_exists(catalogue) ? 2 : 1;
    char *folder = make_collection(800);
    for (size_t i = 0; i < count; i++) {
        struct pty *pty = pty_start(&(struct pty_setup){
            .folder = folder,
            .environment = (const char *const[]){ languages[i][0], NULL },
            .arguments = (const char *const[]){ "pairs", "many", NULL } });
        pty_wait(pty, languages[i][1]);
        pty_send(pty, "\003");
        assert_int_equal(pty_wait_exit(pty), 1);
        assert_true(pty_shows(pty, "diptych: pairs: "));
        assert_false(pty_shows(pty, languages[i][1]));
        pty_free(pty);
    }
    free(catalogue);
    free(folder);
    scratch_remove();
}

static void no_bar_in_a_pipe(void **state)
{
    (void)state;
    const char *program = getenv("DIPTYCH");
    if (program == NULL)
        skip();
    make_texts(6000);
    char *folder = xstrdup(scratch_path("."));
    char *line = xasprintf("'%s' align ./long.en.txt ./long.zh.txt 2>told | wc -c >rest; "
                           "echo \"told $(wc -c <told) bytes\"", program);
    struct pty *pty = pty_start(&(struct pty_setup){
        .folder = folder, .program = "/bin/sh", .unwatched = true,
        .arguments = (const char *const[]){ "-c", line, NULL } });
    pty_wait(pty, "told ");
    pty_wait(pty, "bytes");
    assert_false(pty_shows(pty, "aligning"));
    char *path = file_join(folder, "told");
    struct buffer told = { 0 };
    assert_true(file_read(path, 0, &told, NULL));
    assert_null(strstr(buffer_text(&told), "aligning"));
    buffer_free(&told);
    pty_free(pty);
    free(path);
    free(line);
    free(folder);
    scratch_remove();
}

static char *make_folder(void)
{
    char name[32];
    scratch_make();
    for (int i = 0; i < 1500; i++) {
        snprintf(name, sizeof name, "many/%d.txt", i);
        scratch_file(name, "The ferry waits for nobody.\n");
    }
    return xstrdup(scratch_path("."));
}

static struct pty *open_folder(const char *folder)
{
    return pty_start(&(struct pty_setup){
        .folder = folder, .arguments = (const char *const[]){ "--fresh", "many", NULL } });
}

/* As its bytes tell, however late this test reads them. */
static void the_room_paints_before_a_folder_is_read(void **state)
{
    (void)state;
    char *folder = make_folder();
    struct pty *pty = open_folder(folder);
    struct buffer output = { 0 };
    size_t length;
    pty_wait_row(pty, 0, "1500"); /* the list */
    const char *bytes = pty_output(pty, &length);
    buffer_add(&output, bytes, length);
    assert_non_null(strstr(buffer_text(&output), "no article"));
    pty_send(pty, "ZZ");
    assert_int_equal(pty_wait_exit(pty), 0);
    pty_free(pty);
    buffer_free(&output);
    free(folder);
    scratch_remove();
}

static bool has_opened(struct pty *pty, void *data)
{
    (void)data;
    return pty_shows(pty, "no article") || pty_shows(pty, "1500");
}

static void a_signal_while_a_folder_is_read_ends_it(void **state)
{
    (void)state;
    char *folder = make_folder();
    struct pty *pty = open_folder(folder);
    pty_wait_for(pty, has_opened, NULL, "the room");
    pty_signal(pty, SIGTERM);
    assert_int_equal(pty_wait_exit(pty), 128 + SIGTERM);
    pty_assert_restored(pty);
    pty_free(pty);
    free(folder);
    scratch_remove();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bar_shows_and_ctrl_c_stops),
        cmocka_unit_test(pairs_show_a_bar_in_the_readers_language),
        cmocka_unit_test(no_bar_in_a_pipe),
        cmocka_unit_test(the_room_paints_before_a_folder_is_read),
        cmocka_unit_test(a_signal_while_a_folder_is_read_ends_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
