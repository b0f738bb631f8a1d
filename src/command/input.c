/* Keys and pasted text on their way to commands. */
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "session/core.h"
#include "session/labels.h"
#include "session/mouse.h"
#include "session/parts.h"
#include "session/watch.h"

static void forget_pending(struct pending *pending)
{
    *pending = (struct pending){ 0 };
}

/* One after the other, until one fails or asks something; the count is the first one's. */
static void run_each(struct session *session, const char *binding, long number)
{
    char *copy = xstrdup(binding); /* the binding may be another one afterwards */
    const char *lines = copy;
    while (*lines != '\0' && !session->message.is_error && session->prompt.ops == NULL) {
        size_t length = command_line_length(session->commands, lines);
        char *line = xstrndup(lines, length);
        command_run_line(session, line, number, number > 0);
        free(line);
        number = 0;
        lines += length + strspn(lines + length, " ;");
    }
    free(copy);
}

static void run_bound(struct session *session, const char *line)
{
    struct pending *pending = &session->pending;
    long number = pending->number;
    size_t length = strcspn(line, " ");
    const struct command *command = command_find(session->commands, line, length);
    if (command != NULL && (command->flags & COMMAND_KEY) != 0 && line[length] == '\0') {
        forget_pending(pending);
        pending->wants_key = command;
        return;
    }
    forget_pending(pending);
    if (command != NULL && line[length] == '\0') /* most are, and then little else is asked for */
        command_run(session, command, number);
    else
        run_each(session, line, number);
}

/* The key after m or '. */
static void take_wanted_key(struct session *session, struct key key)
{
    const struct command *command = session->pending.wants_key;
    forget_pending(&session->pending);
    if (key.code >= KEY_NAMED || key.modifiers != 0)
        return;
    char *line = xasprintf("%s %c", command->name, key.code < 0x80 ? (char)key.code : '?');
    command_run_line(session, line, 1, false);
    free(line);
}

static bool take_digit(struct pending *pending, struct key key)
{
    bool digit = key.modifiers == 0 && key.code >= '0' && key.code <= '9' && pending->count == 0 &&
                 (key.code != '0' || pending->number > 0);
    if (digit && pending->number < 100000000)
        pending->number = pending->number * 10 + (long)(key.code - '0');
    return digit;
}

/* Of C-w s the Ctrl may still be down at the second key. */
static bool is_ctrl_held(const struct pending *pending)
{
    return pending->count == 2 && pending->keys[0].modifiers == KEY_CTRL && pending->keys[1].modifiers == KEY_CTRL;
}

/* Keys of lists and texts; Esc forgets what was begun before it does anything else. */
static void command_key(struct session *session, struct key key)
{
    struct pending *pending = &session->pending;
    if (pending->wants_key != NULL) {
        take_wanted_key(session, key);
        return;
    }
    bool escape = key.code == KEY_ESCAPE;
    if (escape && (pending->count > 0 || pending->number > 0)) {
        forget_pending(pending);
        return;
    }
    if (take_digit(pending, key))
        return;
    enum keymap_mode mode = session_mode(session);
    const char *line = NULL;
    pending->keys[pending->count++] = key;
    enum keymap_answer answer = keymap_look(session->keymap, mode, pending->keys, pending->count, &line);
    if (answer == KEYMAP_NONE && is_ctrl_held(pending)) {
        pending->keys[1].modifiers = 0;
        answer = keymap_look(session->keymap, mode, pending->keys, pending->count, &line);
    }
    switch (answer) {
    case KEYMAP_FULL:
        run_bound(session, line);
        break;
    case KEYMAP_PARTIAL:
        if (pending->count < PENDING_KEYS)
            break;
        forget_pending(pending);
        break;
    case KEYMAP_NONE: {
        SESSION_TELL(session, dismissed, (session));
        struct buffer typed = { 0 };
        char name[KEY_NAME_SIZE];
        for (size_t i = 0; i < pending->count; i++)
            buffer_add_format(&typed, "%s%s", i > 0 ? " " : "", key_name(pending->keys[i], name));
        if (key.code != KEY_UNKNOWN)
            session_say(session, "%s: does nothing here; H shows all keys", buffer_text(&typed));
        buffer_free(&typed);
        forget_pending(pending);
        break;
    }
    }
}

static bool give_to_parts(struct session *session, struct key key)
{
    for (size_t i = 0; session->heard.key[i] != NULL; i++)
        if (session->heard.key[i](session, key))
            return true;
    return false;
}

static void take_key(struct session *session, struct key key)
{
    if (key.code == KEY_FOCUS_IN) /* from the editor, perhaps */
        watch_look(session);
    if (key.code >= KEY_FOCUS_IN && key.code <= KEY_LIGHT_BACKGROUND)
        return;
    if (mouse_is_from(key)) {
        if (key.code == KEY_MOUSE_PRESS && session->prompt.ops == NULL) {
            session->hint = NULL;
            buffer_truncate(&session->message.text, 0);
        }
        if (key.code != KEY_MOUSE_RELEASE)
            SESSION_TELL(session, dismissed, (session));
        if (session->prompt.ops == NULL)
            mouse_take(session, key);
        return;
    }
    session->hint = NULL;
    if (session->prompt.ops != NULL) {
        buffer_truncate(&session->message.text, 0);
        prompt_press(&session->prompt, key, session);
        return;
    }
    buffer_truncate(&session->message.text, 0);
    session->message.is_error = false;
    if (!give_to_parts(session, key))
        command_key(session, key);
}

void session_key(struct session *session, struct key key)
{
    take_key(session, key);
    session->pending.rested = 0;
    SESSION_TELL_HEARD(session, cursor_moved, (session));
}

void session_paste(struct session *session, const char *text, size_t length)
{
    if (session->prompt.ops == NULL) {
        labels_clear(session);
        session_say(session, "pasted text goes into a prompt: open one with / or : first");
        return;
    }
    buffer_truncate(&session->message.text, 0);
    prompt_paste(&session->prompt, text, length, session);
}
