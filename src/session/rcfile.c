#include "session/rcfile.h"

#include <stdlib.h>
#include <string.h>

#include "session/colours.h"
#include "session/core.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "doc/conversion.h"
#include "text/sanitize.h"

#define CONFIG_LIMIT ((size_t)1 << 20)

/* KEYS are the words before the first one that is a command's name. */
static bool bind(struct session *session, enum keymap_mode mode, const char *rest,
                 struct error *error)
{
    if (*rest == '\0') {
        error_set(error, "bind: wants keys and a command, as in bind C-w n vsplit");
        return false;
    }
    const char *at = rest;
    while (*at != '\0') {
        size_t length = strcspn(at, " ");
        if (at > rest && command_find(session->commands, at, length) != NULL) {
            size_t end = (size_t)(at - rest);
            while (end > 0 && rest[end - 1] == ' ')
                end--;
            char *keys = xstrndup(rest, end);
            bool ok = keymap_bind(session->keymap, mode, keys, at, error);
            free(keys);
            return ok;
        }
        at += length + strspn(at + length, " ");
    }
    size_t keys = strlen(rest);
    if (keys > 3 && strcmp(rest + keys - 3, " \"\"") == 0) { /* bind KEYS "" unbinds */
        char *only = xstrndup(rest, keys - 3);
        bool ok = keymap_bind(session->keymap, mode, only, "", error);
        free(only);
        return ok;
    }
    error_set(error, "bind: “%s” names no command after the keys; :help lists them", rest);
    return false;
}

bool rcfile_line(struct session *session, const char *line, struct error *error)
{
    line += strspn(line, " \t");
    if (*line == '\0' || *line == '#')
        return true;
    size_t length = strcspn(line, " \t");
    const char *rest = line + length + strspn(line + length, " \t");
    if (length == 3 && memcmp(line, "set", 3) == 0)
        return options_set(&session->options, rest, error);
    if (length == 5 && memcmp(line, "color", 5) == 0)
        return colours_set(session, rest, error);
    if (length == 4 && memcmp(line, "bind", 4) == 0)
        return bind(session, KEYMAP_READ, rest, error);
    if (length == 9 && memcmp(line, "bind-list", 9) == 0)
        return bind(session, KEYMAP_LIST | KEYMAP_TABLE, rest, error);
    error_set(error, "“%.*s”: wants set, color, bind or bind-list", (int)length, line);
    return false;
}

void rcfile_read(struct session *session)
{
    if (session->around.config_folder == NULL)
        return;
    char *path = file_join(session->around.config_folder, "diptychrc");
    struct buffer raw = { 0 };
    struct error error = { "" };
    if (file_exists(path)) {
        struct buffer clean = { 0 };
        if (!file_read(path, CONFIG_LIMIT, &raw, &error))
            session_fail(session, "%s", error.text);
        sanitize_source(buffer_text(&raw), raw.length, &clean, NULL);
        unsigned number = 1;
        unsigned faults = 0;
        struct error first = { "" };
        for (char *line = clean.data; line != NULL && *line != '\0'; number++) {
            char *end = strchr(line, '\n');
            if (end != NULL)
                *end = '\0';
            for (size_t n = strlen(line); n > 0 && (line[n - 1] == ' ' || line[n - 1] == '\t');)
                line[--n] = '\0';
            if (!rcfile_line(session, line, &error) && faults++ == 0)
                error_set(&first, "diptychrc:%u: %s", number, error.text);
            line = end != NULL ? end + 1 : NULL;
        }
        if (faults > 1)
            session_fail(session, "%s (and %u more)", first.text, faults - 1);
        else if (faults == 1)
            session_fail(session, "%s", first.text);
        buffer_free(&clean);
    }
    conversion_set_rules(session->open_texts.conversion, session->options.reader);
    buffer_free(&raw);
    free(path);
}
