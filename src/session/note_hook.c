#include "session/note_hook.h"

#include <stdlib.h>
#include <string.h>

#include "base/hook.h"
#include "base/xalloc.h"
#include "session/core.h"
#include "session/parts.h"
#include "session/placeholder.h"

struct note_hook {
    struct hooks hooks;
};

SESSION_STATE(note_hook, note_hook_part)

/* Quotes around all of it are diptychrc's, not the command's. Caller frees. */
static char *copy_command(const char *option)
{
    size_t length = strlen(option);
    bool quoted = length > 1 && option[0] == '"' && option[length - 1] == '"' &&
                  memchr(option + 1, '"', length - 2) == NULL;
    return xstrndup(option + quoted, length - 2 * quoted);
}

void note_hook_tell(struct session *session, const struct annotation *note)
{
    struct command_values values = { 0 };
    struct command_words words = { 0 }, environment;
    struct error error = { "" };
    if (session->options.on_note[0] == '\0')
        return;
    char *command = copy_command(session->options.on_note);
    placeholder_of_note(note, &values);
    command_words_environment(&values, &environment);
    if (!command_words_cut(command, &values, &words, &error) ||
        !hook_start(&state_of(session)->hooks, words.items,
                    (const char *const *)environment.items, &error))
        session_fail(session, "on-note: %s; the note is kept", error.text);
    command_words_free(&words);
    command_words_free(&environment);
    command_values_free(&values);
    free(command);
}

static int timeout(const struct session *session)
{
    return state_of(session)->hooks.count > 0 ? SESSION_WATCH_TIME : -1;
}

static bool poll(struct session *session, bool wait)
{
    struct error error = { "" };
    if (state_of(session)->hooks.count == 0 ||
        hooks_poll(&state_of(session)->hooks, wait, &error))
        return false;
    session_fail(session, "on-note: %s; the note is kept", error.text);
    return true;
}

static void free_hooks(struct session *session)
{
    hooks_free(&state_of(session)->hooks);
}

const struct session_part note_hook_part = {
    .size = sizeof(struct note_hook),
    .timeout = timeout,
    .poll = poll,
    .free = free_hooks,
};
