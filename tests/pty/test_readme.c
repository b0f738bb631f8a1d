/* The screen in README is what a new reader of the bundled collection sees, row by row, and so are the
 * pictures that it names: data/screens/NAME-dark.svg and NAME-light.svg. DIPTYCH_BLESS=1 draws them anew. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "pty/picture.h"
#include "pty/pty.h"

#define INDENT 4
#define ROWS 40

/* The rows of the first indented lines that have a border; `bytes` keeps them. */
static int read_screen(struct buffer *bytes, char *rows[ROWS])
{
    const char *source = getenv("srcdir");
    char *path = file_join(source != NULL ? source : ".", "README");
    assert_true(file_read(path, 0, bytes, NULL));
    free(path);
    int count = 0;
    char *rest = NULL;
    for (char *line = strtok_r(bytes->data, "\n", &rest); line != NULL;
         line = strtok_r(NULL, "\n", &rest)) {
        if (strspn(line, " ") >= INDENT) {
            if (count > 0 || strstr(line, "│") != NULL)
                rows[count++] = line + INDENT;
            assert_in_range(count, 0, ROWS - 1);
        } else if (count > 0) {
            break;
        }
    }
    return count;
}

static void shows_what_readme_shows(void **state)
{
    (void)state;
    struct buffer bytes = { 0 };
    char *rows[ROWS];
    int count = read_screen(&bytes, rows);
    assert_true(count > 5);
    struct pty *pty = pty_start(&(struct pty_setup){ .rows = count + 1, .columns = 96 });
    pty_wait(pty, "11 Main");
    pty_send(pty, "S");
    pty_wait(pty, "▌");
    pty_send(pty, "]c");
    for (int row = count - 1; row >= 0; row--)
        pty_wait_row(pty, row, rows[row]);
    pty_free(pty);
    buffer_free(&bytes);
}

/* ---- pictures ---- */

struct step {
    const char *keys, *wait; /* typed, and what is on the screen then */
};

static const struct scene {
    const char *name, *title;
    struct step steps[5];
} scenes[] = {
    { "hinge", "Two reports of one sale, hinged: 37.6 percent here, 37 percent there",
      { { "S", "▌" }, { "]c", "37.6 % here, 37 % there" } } },
    { "look-up", "A word looked up: glossary, and how the other version renders it",
      { { "/stake\r", "1 of" }, { "K", "rendered here" } } },
    { "coverage", "Who is named in which report",
      { { "gc", "F filters" } } },
    { "comparison", "What two reports tell alike, otherwise, or alone",
      { { "gC", "less exactly" } } },
};

#define SCENES (sizeof scenes / sizeof *scenes)

static char *source_path(const char *name)
{
    const char *source = getenv("srcdir");
    return file_join(source != NULL ? source : ".", name);
}

struct picture {
    const struct scene *scene;
    char *name, *path;
    struct buffer bytes; /* of the file */
    bool light;
};

/* Whether the file is of what is on the screen now. */
static bool is_current(struct pty *pty, void *data)
{
    const struct picture *picture = data;
    struct buffer now = { 0 };
    picture_write(pty_screen(pty), picture->light, picture->scene->title, &now);
    bool same = now.length == picture->bytes.length &&
                memcmp(now.data, picture->bytes.data, now.length) == 0;
    buffer_free(&now);
    return same;
}

/* Half a frame may have come so far; a picture of that would be met again by luck only. */
static void bless(struct pty *pty, const struct picture *picture)
{
    struct buffer now = { 0 };
    pty_take_all(pty);
    picture_write(pty_screen(pty), picture->light, picture->scene->title, &now);
    assert_true(file_write(picture->path, now.data, now.length, NULL));
    buffer_free(&now);
}

static void draw(const struct scene *scene, bool light)
{
    struct picture picture = { .scene = scene, .light = light };
    picture.name = xasprintf("data/screens/%s-%s.svg", scene->name, light ? "light" : "dark");
    picture.path = source_path(picture.name);
    file_read(picture.path, 0, &picture.bytes, NULL);
    struct pty *pty = pty_start(&(struct pty_setup){
        .rows = 24, .columns = 100,
        .arguments = (const char *const[]){ "--theme", light ? "light" : "dark", NULL } });
    pty_wait(pty, "11 Main");
    for (const struct step *step = scene->steps; step->keys != NULL; step++) {
        pty_send(pty, step->keys);
        pty_wait(pty, step->wait);
    }
    if (getenv("DIPTYCH_BLESS") != NULL)
        bless(pty, &picture);
    else
        pty_wait_for(pty, is_current, &picture, picture.name);
    pty_free(pty);
    buffer_free(&picture.bytes);
    free(picture.path);
    free(picture.name);
}

static void pictures_are_current(void **state)
{
    (void)state;
    for (size_t i = 0; i < SCENES; i++) {
        draw(&scenes[i], false);
        draw(&scenes[i], true);
    }
}

static void readme_names_the_pictures(void **state)
{
    (void)state;
    struct buffer readme = { 0 };
    char *path = source_path("README");
    assert_true(file_read(path, 0, &readme, NULL));
    for (size_t i = 0; i < SCENES; i++) {
        char *name = xasprintf("data/screens/%s-dark.svg", scenes[i].name);
        assert_non_null(strstr(buffer_text(&readme), name));
        free(name);
    }
    buffer_free(&readme);
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(readme_names_the_pictures),
        cmocka_unit_test(pictures_are_current),
        cmocka_unit_test(shows_what_readme_shows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
