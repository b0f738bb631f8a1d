/* room_of: a reading room for a unit test, in a folder of its own (scratch.h).
 *
 * room_start makes the folder with a collection of two articles, room_open_it opens the room there,
 * room_press types key names. */
#ifndef DIPTYCH_TESTS_APP_ROOM_OF_H
#define DIPTYCH_TESTS_APP_ROOM_OF_H

#include <string.h>

#include "command/table.h"
#include "session/core.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "library/scratch.h"

static inline void room_start(void)
{
    scratch_make();
    scratch_file("c/collection.yaml", "title: Two\nopen: [mill.en, mill.zh]\n");
    scratch_file("c/articles/mill.en.md",
                 "# The mill\n\nIt grinds no more. It stands still.\n\nNobody mends it.\n");
    scratch_file("c/articles/mill.zh.md", "# 磨坊\n\n磨坊停了。没有人来修。\n");
    scratch_file("data/.keep", "");
    scratch_file("config/.keep", "");
}

static inline struct session *room_open_names(bool fresh, const char *const *names_to_open, size_t count)
{
    struct error error = { "" };
    char folders[3][2048];
    static const char *const names[] = { "c", "data", "config" };
    for (size_t i = 0; i < 3; i++)
        strcpy(folders[i], scratch_path(names[i]));
    struct session_setup setup = {
        .commands = &command_all, .collection = folders[0], .data_folder = folders[1], .config_folder = folders[2],
        .fresh = fresh, .names = names_to_open, .name_count = count, .utf8 = true, .colors = 256, .rows = 24, .columns = 80,
    };
    struct session *session = session_new(&setup, &error);
    assert_non_null(session);
    return session;
}

static inline struct session *room_open_it(bool fresh)
{
    return room_open_names(fresh, NULL, 0);
}

static inline void room_press(struct session *session, const char *names)
{
    while (*names != '\0') {
        struct key key;
        size_t length = key_parse(names, &key);
        assert_int_not_equal(length, 0);
        session_key(session, key);
        names += length;
    }
}

/* A fresh room whose editor is called "edit"; its end, for cmocka. */
static inline struct session *room_open_with_editor(void)
{
    struct session *session = room_open_it(true);
    free(session->around.editor);
    session->around.editor = xstrdup("edit");
    while (session_timeout(session) == 0)
        session_tick(session);
    return session;
}

static inline int room_leave(void **state)
{
    session_free(*state);
    scratch_remove();
    return 0;
}

/* What somebody saves in an editor. */
static inline void room_write(const char *path, const char *text)
{
    struct error error = { "" };
    assert_true(file_write(path, text, strlen(text), &error));
}

static inline const char *room_message(const struct session *session)
{
    return buffer_text(&session->message.text);
}

#endif
