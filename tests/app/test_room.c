/* The reading room played from scripts: every scripts/NAME.room is a test of its own. What a script
 * may say stands in room_script.h. DIPTYCH_BLESS=1 rewrites the screens that the scripts expect;
 * DIPTYCH_SCRIPT=NAME plays that one alone.
 *
 * A script todo-NAME says what shall be and is not yet: it is skipped as long as it fails, and
 * fails when it passes, so that it gets its proper name.
 *
 * At the end two tests ask whether the scripts together have pressed every key of the standard
 * keymap and run every command there is. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command/table.h"
#include "ui/keymap.h"
#include "app/room_script.h"
#include "base/file.h"
#include "base/xalloc.h"

#define SCRIPTS 400

struct theatre {
    char *source; /* the folder of this file, from the root */
    char *names[SCRIPTS];
    size_t count;
    bool bless;
    struct room_seen seen;
};

struct play {
    struct theatre *theatre;
    char *path;
};

static void test_script(void **state)
{
    const struct play *play = *state;
    char *fault = NULL;
    bool ok = room_script_run(play->path, play->theatre->source, play->theatre->bless,
                              &play->theatre->seen, &fault);
    bool todo = strncmp(file_base_name(play->path), "todo-", 5) == 0;
    if (!ok)
        fprintf(stderr, "%s\n", fault); /* print_error cuts long texts */
    free(fault);
    if (todo && !ok)
        skip();
    if (todo)
        fail_msg("this is done: the script may lose its todo-");
    if (!ok)
        fail();
}

static void test_every_key_is_pressed(void **state)
{
    const struct theatre *theatre = *state;
    size_t count;
    size_t missing = 0;
    const struct keymap_row *rows = keymap_standard(&count);
    for (size_t i = 0; i < count; i++) {
        if (theatre->seen.rows[i])
            continue;
        print_error("no script presses %s (%s)\n", rows[i].keys, rows[i].command);
        missing++;
    }
    assert_int_equal(missing, 0);
}

static void test_every_command_is_run(void **state)
{
    const struct theatre *theatre = *state;
    size_t missing = 0;
    const struct command *command;
    for (size_t i = 0; (command = command_at(&command_all, i)) != NULL; i++) {
        if (theatre->seen.commands[i])
            continue;
        print_error("no script runs %s\n", command->name);
        missing++;
    }
    assert_int_equal(missing, 0);
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool find_scripts(struct theatre *theatre, const char *only)
{
    char *folder = file_join(theatre->source, "scripts");
    DIR *open = opendir(folder);
    free(folder);
    if (open == NULL)
        return false;
    for (struct dirent *entry; (entry = readdir(open)) != NULL && theatre->count < SCRIPTS;) {
        const char *end = strstr(entry->d_name, ".room");
        if (end == NULL || end[5] != '\0' || entry->d_name[0] == '.')
            continue;
        size_t length = (size_t)(end - entry->d_name);
        if (only == NULL || (strlen(only) == length && memcmp(only, entry->d_name, length) == 0))
            theatre->names[theatre->count++] = xstrdup(entry->d_name);
    }
    closedir(open);
    qsort(theatre->names, theatre->count, sizeof theatre->names[0], compare);
    return theatre->count > 0;
}

static int play_all(struct theatre *theatre, bool all)
{
    static struct CMUnitTest tests[SCRIPTS + 2];
    static struct play plays[SCRIPTS];
    size_t count = 0;
    for (; count < theatre->count; count++) {
        plays[count].theatre = theatre;
        plays[count].path = xasprintf("%s/scripts/%s", theatre->source, theatre->names[count]);
        tests[count] = (struct CMUnitTest){ .name = theatre->names[count],
                                            .test_func = test_script,
                                            .initial_state = &plays[count] };
    }
    if (all) {
        tests[count++] = (struct CMUnitTest){ .name = "every key is pressed",
                                              .test_func = test_every_key_is_pressed,
                                              .initial_state = theatre };
        tests[count++] = (struct CMUnitTest){ .name = "every command is run",
                                              .test_func = test_every_command_is_run,
                                              .initial_state = theatre };
    }
    int failed = _cmocka_run_group_tests("room", tests, count, NULL, NULL);
    for (size_t i = 0; i < theatre->count; i++) {
        free(plays[i].path);
        free(theatre->names[i]);
    }
    return failed;
}

int main(void)
{
    static struct theatre theatre;
    const char *srcdir = getenv("srcdir");
    const char *only = getenv("DIPTYCH_SCRIPT");
    char *folder = file_join(srcdir != NULL ? srcdir : ".", "tests/app");
    size_t rows;
    size_t commands = 0;
    keymap_standard(&rows);
    while (command_at(&command_all, commands) != NULL)
        commands++;
    theatre.source = realpath(folder, NULL);
    theatre.bless = getenv("DIPTYCH_BLESS") != NULL;
    theatre.seen.rows = xcalloc(rows, 1);
    theatre.seen.commands = xcalloc(commands, 1);
    free(folder);
    int failed = 1;
    if (theatre.source == NULL || !find_scripts(&theatre, only))
        fprintf(stderr, "test_room: no script; srcdir has to name the source folder\n");
    else
        failed = play_all(&theatre, only == NULL);
    free(theatre.source);
    free(theatre.seen.rows);
    free(theatre.seen.commands);
    return failed;
}
