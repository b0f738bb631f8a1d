/* A reader's morning (walkthrough/steps.room) in three sizes, in dark, light and no colours, and in every
 * language that has words for it: walkthrough/words/NAME.txt, lines of a key, a tab, and what the room says
 * for it in that language.
 *
 * A slow build takes each size, theme and language together with one of the others' instead of with all.
 * A language of which the build has no catalogue (no msgfmt) is skipped. DIPTYCH_WALK=80x24-dark-en plays
 * one of them alone. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/room_script.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "command/table.h"
#include "test_scale.h"
#include "ui/keymap.h"

#define WALKS 90

static const char *const sizes[] = { "80x24", "120x40", "40x10" };
static const char *const themes[] = { "dark", "light", "none" };

struct walk {
    char *name; /* "80x24-dark-en" */
    const char *size, *theme;
    char *language;
};

static struct room_seen seen;

static char *source_path(const char *name)
{
    const char *source = getenv("srcdir");
    return file_join(source != NULL ? source : ".", name);
}

static void read_source(const char *name, struct buffer *out)
{
    char *path = source_path(name);
    if (!file_read(path, 0, out, NULL))
        fail_msg("%s: cannot be read", path);
    buffer_reserve(out, 1);
    free(path);
}

/* What the words say for the key of `length` bytes. */
static void add_word(const char *words, const char *key, size_t length, struct buffer *out)
{
    for (const char *line = words; *line != '\0';) {
        size_t end = strcspn(line, "\n");
        if (strncmp(line, key, length) == 0 && line[length] == '\t') {
            buffer_add(out, line + length + 1, end - length - 1);
            return;
        }
        line += end + (line[end] == '\n');
    }
    fail_msg("no words for {%.*s}", (int)length, key);
}

static void add_line(const struct walk *walk, const char *line, size_t length, const char *words,
                     struct buffer *out)
{
    for (size_t at = 0; at < length; at++) {
        const char *close = line[at] == '{' ? memchr(line + at, '}', length - at) : NULL;
        if (close == NULL || line[0] == '#') {
            buffer_add_byte(out, line[at]);
            continue;
        }
        size_t end = (size_t)(close - line);
        if (strncmp(line + at, "{size}", 6) == 0)
            buffer_add_text(out, walk->size);
        else
            add_word(words, line + at + 1, end - at - 1, out);
        at = end;
    }
    buffer_add_byte(out, '\n');
}

/* The script of one walk. Lines that are not for it stay as remarks, so that faults name lines of the steps. */
static void make_script(const struct walk *walk, struct buffer *out)
{
    struct buffer steps = { 0 }, words = { 0 };
    bool wide = strncmp(walk->size, "40", 2) != 0;
    char *name = xasprintf("tests/app/walkthrough/words/%s.txt", walk->language);
    read_source("tests/app/walkthrough/steps.room", &steps);
    read_source(name, &words);
    free(name);
    bool english = strcmp(walk->language, "en") == 0;
    buffer_add_format(out, "size %s\ntheme %s\n%s%s\n", walk->size, walk->theme,
                      english ? "# " : "language ", walk->language);
    const char *end;
    for (const char *line = buffer_text(&steps); *line != '\0'; line = end + (*end == '\n')) {
        end = line + strcspn(line, "\n");
        bool for_wide = strncmp(line, "@wide ", 6) == 0;
        bool for_small = strncmp(line, "@small ", 7) == 0;
        const char *from = for_wide ? line + 6 : for_small ? line + 7 : line;
        if ((for_wide && !wide) || (for_small && wide))
            buffer_add_text(out, "#\n");
        else
            add_line(walk, from, (size_t)(end - from), buffer_text(&words), out);
    }
    buffer_free(&steps);
    buffer_free(&words);
}

static bool has_catalogue(const char *language)
{
    char *path = xasprintf("po/%s.mo", language);
    bool there = strcmp(language, "en") == 0 || file_exists(path);
    free(path);
    return there;
}

static void take_a_walk(void **state)
{
    const struct walk *walk = *state;
    struct buffer script = { 0 };
    char *fault = NULL;
    if (!has_catalogue(walk->language))
        skip();
    make_script(walk, &script);
    char *path = xasprintf("%s.room", walk->name);
    char *data = source_path("data");
    char *source = realpath(data, NULL); /* the script runs in a folder of its own */
    assert_true(file_write(path, script.data, script.length, NULL));
    bool ok = room_script_run(path, source, false, &seen, &fault);
    if (!ok)
        fprintf(stderr, "(three lines before the steps)\n%s\n", fault);
    else
        unlink(path);
    buffer_free(&script);
    free(data);
    free(source);
    free(fault);
    free(path);
    if (!ok)
        fail();
}

/* Appends the walks in that language, `turn` of the languages. */
static size_t add_walks(struct walk *walks, size_t count, const char *language, size_t turn)
{
    const char *only = getenv("DIPTYCH_WALK");
    for (size_t i = 0; i < 9 && count < WALKS; i++) {
        struct walk walk = { .size = sizes[i / 3], .theme = themes[i % 3], .language = xstrdup(language) };
        walk.name = xasprintf("%s-%s-%s", walk.size, walk.theme, language);
        bool wanted = test_scale() == 1 || i % 3 == (i / 3 + turn) % 3;
        if (only != NULL ? strcmp(only, walk.name) == 0 : wanted) {
            walks[count++] = walk;
            continue;
        }
        free(walk.name);
        free(walk.language);
    }
    return count;
}

static size_t find_walks(struct walk *walks)
{
    char *folder = source_path("tests/app/walkthrough/words");
    struct dirent **names;
    int found = scandir(folder, &names, NULL, alphasort);
    size_t count = 0, turn = 0;
    for (int i = 0; i < found; i++) {
        char *dot = strstr(names[i]->d_name, ".txt");
        if (dot != NULL && names[i]->d_name[0] != '.') {
            *dot = '\0';
            count = add_walks(walks, count, names[i]->d_name, turn++);
        }
        free(names[i]);
    }
    if (found >= 0)
        free(names);
    free(folder);
    return count;
}

int main(void)
{
    static struct walk walks[WALKS];
    static struct CMUnitTest tests[WALKS];
    char here[4096];
    if (getcwd(here, sizeof here) != NULL)
        setenv("BUILDDIR", here, 0); /* where the catalogues are */
    char *top = source_path(".");
    char *whole = realpath(top, NULL);
    if (whole != NULL)
        setenv("top_srcdir", whole, 1); /* a book is copied from there */
    free(whole);
    free(top);
    size_t rows, commands = 0;
    keymap_standard(&rows);
    while (command_at(&command_all, commands) != NULL)
        commands++;
    seen.rows = xcalloc(rows, 1);
    seen.commands = xcalloc(commands, 1);
    size_t count = find_walks(walks);
    for (size_t i = 0; i < count; i++)
        tests[i] = (struct CMUnitTest){ .name = walks[i].name, .test_func = take_a_walk, .initial_state = &walks[i] };
    int failed = count > 0 ? _cmocka_run_group_tests("walkthrough", tests, count, NULL, NULL) : 1;
    for (size_t i = 0; i < count; i++) {
        free(walks[i].name);
        free(walks[i].language);
    }
    free(seen.rows);
    free(seen.commands);
    return failed;
}
