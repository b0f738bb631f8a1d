#include "session/rcfile.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "doc/conversion.h"
#include "session/colours.h"
#include "session/core.h"
#include "session/parts.h"
#include "session/popup_part.h"
#include "text/sanitize.h"
#include "ui/config_file.h"

#define MODE_LISTS (KEYMAP_LIST | KEYMAP_TABLE)

/* Each of the command lines names a command, and none but the only one waits for a key. */
static bool check_commands(const struct session *session, const char *line, struct error *error)
{
    bool several = line[command_line_length(session->commands, line)] != '\0';
    while (*line != '\0') {
        size_t length = command_line_length(session->commands, line);
        size_t word = strcspn(line, " ");
        word = word < length ? word : length;
        const struct command *command = command_find(session->commands, line, word);
        if (command == NULL) {
            error_set(error, "bind: “%.*s” is no command; :help lists them", (int)word, line);
            return false;
        }
        if (several && word == length && (command->flags & COMMAND_KEY) != 0) {
            error_set(error, "bind: %s waits for a key; among others it wants that behind it",
                      command->name);
            return false;
        }
        line += length;
        line += strspn(line, " ;");
    }
    return true;
}

/* KEYS are the words before the first one that is a command's name. */
static bool bind(struct session *session, enum keymap_mode mode, char *rest, struct error *error)
{
    if (*rest == '\0') {
        error_set(error, "bind: wants keys and a command, as in bind C-w n vsplit");
        return false;
    }
    char *at = rest;
    while (*at != '\0') {
        size_t length = strcspn(at, " ");
        if (at > rest && command_find(session->commands, at, length) != NULL) {
            size_t end = (size_t)(at - rest);
            while (end > 0 && rest[end - 1] == ' ')
                end--;
            char *keys = xstrndup(rest, end);
            config_file_cut_remark(at, length);
            bool ok = check_commands(session, at, error) &&
                      keymap_bind(session->keymap, mode, keys, at, error);
            free(keys);
            return ok;
        }
        at += length + strspn(at + length, " ");
    }
    size_t keys = strlen(rest);
    if (keys > 3 && strcmp(rest + keys - 3, " \"\"") == 0) { /* bind KEYS "" unbinds */
        rest[keys - 3] = '\0';
        return keymap_bind(session->keymap, mode, rest, "", error);
    }
    error_set(error, "bind: “%s” names no command after the keys; :help lists them", rest);
    return false;
}

/* A # that stands first or last is the key. */
static bool unbind(struct session *session, enum keymap_mode mode, char *rest, struct error *error)
{
    size_t length = strlen(rest);
    bool last = length > 2 && strcmp(rest + length - 2, " #") == 0;
    config_file_cut_remark(rest, strcspn(rest, " "));
    if (last && strlen(rest) == length - 2)
        rest[length - 2] = ' ';
    if (*rest != '\0' && keymap_bind(session->keymap, mode, rest, "", error))
        return true;
    if (*rest == '\0')
        error_set(error, "unbind: wants keys, as in unbind C-w n");
    return false;
}

bool rcfile_set(struct session *session, const char *line, struct error *error)
{
    struct options before = session->options;
    bool ok = options_set(&session->options, line, error) && colours_known(session, error);
    if (!ok)
        session->options = before;
    return ok;
}

static bool take_words(struct session *session, const char *command, char *rest,
                       struct error *error)
{
    if (strcmp(command, "bind") == 0)
        return bind(session, KEYMAP_READ, rest, error);
    if (strcmp(command, "bind-list") == 0)
        return bind(session, MODE_LISTS, rest, error);
    if (strcmp(command, "unbind") == 0)
        return unbind(session, KEYMAP_READ, rest, error);
    if (strcmp(command, "unbind-list") == 0)
        return unbind(session, MODE_LISTS, rest, error);
    bool set = strcmp(command, "set") == 0;
    if (set || strcmp(command, "color") == 0) {
        config_file_cut_remark(rest, 0);
        return set ? rcfile_set(session, rest, error) : colours_set(session, rest, error);
    }
    if (strcmp(command, "palette") == 0) {
        config_file_cut_remark(rest, 0);
        return colours_name_palette(session, rest, error);
    }
    error_set(error, "“%s”: wants set, color, palette, bind, bind-list, unbind, unbind-list or source",
              command);
    return false;
}

static bool take_line(void *context, char *line, struct error *error)
{
    size_t length = strcspn(line, " \t");
    char *rest = line + length + strspn(line + length, " \t");
    char *command = xstrndup(line, length);
    bool ok = take_words(context, command, rest, error);
    free(command);
    return ok;
}

bool rcfile_line(struct session *session, const char *line, struct error *error)
{
    line += strspn(line, " \t");
    if (*line == '\0' || *line == '#')
        return true;
    char *copy = xstrdup(line);
    bool ok = take_line(session, copy, error);
    free(copy);
    return ok;
}

void rcfile_source(struct session *session, const char *path, struct faults *faults)
{
    const struct config_reader reader = { take_line, session, session->around.home };
    config_file_read(&reader, path, faults);
}

void rcfile_read(struct session *session, struct faults *faults)
{
    char *path = session->around.config_folder != NULL
                     ? file_join(session->around.config_folder, "diptychrc")
                     : NULL;
    if (path != NULL && file_exists(path))
        rcfile_source(session, path, faults);
    conversion_set_rules(session->open_texts.conversion, session->options.reader);
    free(path);
}

void rcfile_tell(struct session *session, const struct faults *faults)
{
    struct buffer text = { 0 };
    for (size_t i = 0; i < faults->count; i++) {
        const struct fault *fault = &faults->items[i];
        char *line = xasprintf("%s:%u: %s", file_base_name(fault->path), fault->line,
                               fault->message);
        buffer_add_text(&text, i > 0 ? "\n" : "");
        sanitize_line(&text, line, strlen(line));
        free(line);
    }
    if (faults->count == 1)
        session_fail(session, "%s", buffer_text(&text));
    if (faults->count > 1) {
        session_fail(session, "%zu lines of the settings make no sense; diptych --check-config "
                     "lists them, too", faults->count);
        popup_part_show(session, buffer_take(&text));
    }
    buffer_free(&text);
}
