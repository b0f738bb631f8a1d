#include "session/key_menu.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/vector.h"
#include "session/core.h"
#include "session/letter_marks.h"
#include "session/parts.h"
#include "text/width.h"

#define GAP 2    /* cells between columns */
#define SPARED 1 /* the last cell of the screen, which some terminals leave out */

struct key_menu {
    bool shown;
};

/* A key and what it does; both borrowed, but for keys made up here. */
struct entry {
    char key[KEY_NAME_SIZE];
    const char *label;
};

struct entries {
    struct entry *items;
    size_t count, capacity;
};

SESSION_STATE(key_menu, key_menu_part)

static bool is_pending(const struct session *session)
{
    return session->pending.count > 0 || session->pending.wants_key != NULL;
}

/* ---- what may follow ---- */

/* The name of the key after those of `names` that were typed; NULL when others were typed. */
static const char *key_after(const struct pending *pending, const char *names)
{
    for (size_t i = 0; i < pending->count; i++) {
        struct key key;
        size_t length = key_parse(names, &key);
        if (length == 0 || !key_equal(key, pending->keys[i]))
            return NULL;
        names += length;
    }
    names += strspn(names, " ");
    return *names != '\0' ? names : NULL;
}

/* The arrows that do what letters do are not told again. */
static bool is_told(const struct entries *entries, const char *label)
{
    for (size_t i = 0; i < entries->count; i++)
        if (strcmp(entries->items[i].label, label) == 0)
            return true;
    return false;
}

static void gather_bindings(const struct session *session, struct entries *entries)
{
    struct keymap_row row;
    enum keymap_mode mode = session_mode((struct session *)(uintptr_t)session);
    for (size_t i = 0; keymap_nth(session->keymap, i, &row); i++) {
        const char *rest = (row.mode & mode) != 0 ? key_after(&session->pending, row.keys) : NULL;
        if (rest == NULL || is_told(entries, message_text(row.command)))
            continue;
        const struct command *command =
            command_find(session->commands, row.command, strcspn(row.command, " "));
        if (command == NULL || !command_is_possible(session, command))
            continue;
        struct entry entry = { .label = message_text(row.command) };
        snprintf(entry.key, sizeof entry.key, "%s", rest);
        VECTOR_PUSH(entries, entry);
    }
}

/* Letters that are set, with the text that each leads to. */
static void gather_letters(const struct session *session, struct entries *entries)
{
    bool going = strcmp(session->pending.wants_key->name, "mark-go") == 0;
    struct entry any = { "a-z", going ? _("a letter set with m") : _("a letter for this place") };
    struct entry before = { "'", _("where the last jump began") };
    size_t count = entries->count;
    for (char letter = 'a'; letter <= 'z'; letter++) {
        struct letter_place place;
        struct entry entry = { .key = { letter } };
        if (!letter_marks_place(session, letter, &place))
            continue;
        entry.label = place.name;
        VECTOR_PUSH(entries, entry);
    }
    if (!going || entries->count == count)
        VECTOR_PUSH(entries, any);
    if (going)
        VECTOR_PUSH(entries, before);
}

static struct entries gather(const struct session *session)
{
    struct entries entries = { 0 };
    if (session->pending.wants_key != NULL)
        gather_letters(session, &entries);
    else
        gather_bindings(session, &entries);
    return entries;
}

/* ---- in columns ---- */

static int width_of(const struct entry *entry)
{
    return (int)(width_text(entry->key, strlen(entry->key)) +
                 width_text(entry->label, strlen(entry->label))) + 1;
}

/* The width of the column that begins with entry `first`. */
static int column_width(const struct entries *entries, size_t first, int rows)
{
    int width = 0;
    for (size_t i = first; i < entries->count && i < first + (size_t)rows; i++)
        width = width_of(&entries->items[i]) > width ? width_of(&entries->items[i]) : width;
    return width;
}

static bool fits(const struct entries *entries, int rows, int columns)
{
    int width = 1;
    for (size_t i = 0; i < entries->count; i += (size_t)rows)
        width += column_width(entries, i, rows) + GAP;
    return width - GAP < columns - SPARED;
}

int key_menu_rows(const struct session *session, int rows, int columns)
{
    if (!state_of(session)->shown || !is_pending(session) || session->prompt.ops != NULL)
        return 0;
    struct entries entries = gather(session);
    int most = rows >= 24 ? 5 : rows >= 10 ? rows / 4 : 1;
    int wanted = 1;
    while (wanted < most && !fits(&entries, wanted, columns))
        wanted++;
    bool none = entries.count == 0;
    free(entries.items);
    return none ? 0 : wanted;
}

void key_menu_paint(const struct session *session, const struct canvas *canvas, int row, int rows)
{
    struct entries entries = gather(session);
    int limit = canvas->grid->columns - SPARED;
    int x = 1;
    grid_fill(canvas->grid, row, 0, rows, canvas->grid->columns, ROLE_MESSAGE);
    for (size_t i = 0; i < entries.count && x < limit; i++) {
        const struct entry *entry = &entries.items[i];
        int at = row + (int)(i % (size_t)rows);
        int end = canvas_cut(canvas, at, x, limit, entry->key, ROLE_NOTE_MARK | ATTRIBUTE_BOLD);
        if (end + 1 < limit)
            canvas_cut(canvas, at, end + 1, limit, entry->label, ROLE_MESSAGE);
        if (i % (size_t)rows == (size_t)rows - 1)
            x += column_width(&entries, i + 1 - (size_t)rows, rows) + GAP;
    }
    if (!fits(&entries, rows, canvas->grid->columns))
        canvas_put(canvas, row + rows - 1, limit - 2, limit, canvas->ascii ? " >" : " …", ROLE_DIM);
    free(entries.items);
}

/* ---- the part ---- */

static int timeout(const struct session *session)
{
    if (!is_pending(session) || state_of(session)->shown || session->prompt.ops != NULL)
        return -1;
    int left = KEY_MENU_DELAY - session->pending.rested;
    return left > 1 ? left : 1;
}

static bool tick(struct session *session, bool idle)
{
    (void)idle;
    bool due = is_pending(session) && !state_of(session)->shown &&
               session->pending.rested >= KEY_MENU_DELAY;
    if (due)
        state_of(session)->shown = true;
    return due;
}

/* While further keys of a sequence are typed it stays. */
static void cursor_moved(struct session *session)
{
    if (!is_pending(session))
        state_of(session)->shown = false;
}

const struct session_part key_menu_part = {
    .size = sizeof(struct key_menu),
    .cursor_moved = cursor_moved,
    .timeout = timeout,
    .tick = tick,
};
