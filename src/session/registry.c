#include "session/registry.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "session/core.h"
#include "session/parts.h"
#include "base/xalloc.h"

const struct command *command_at(const struct command_set *set, size_t index)
{
    for (const struct command *const *part = set->parts; *part != NULL; part++)
        for (const struct command *command = *part; command->name != NULL; command++)
            if (index-- == 0)
                return command;
    return NULL;
}

const struct command *command_find(const struct command_set *set, const char *name, size_t length)
{
    for (const struct command *const *part = set->parts; *part != NULL; part++)
        for (const struct command *command = *part; command->name != NULL; command++)
            if (*command->name == *name && strncmp(command->name, name, length) == 0 && command->name[length] == '\0')
                return command;
    return NULL;
}

size_t command_line_length(const struct command_set *set, const char *lines)
{
    const struct command *command = command_find(set, lines, strcspn(lines, " "));
    const char *end = strstr(lines, " ;");
    if (command != NULL && (command->flags & COMMAND_REST) != 0)
        end = NULL;
    while (end != NULL && end[2] != ' ' && end[2] != '\0')
        end = strstr(end + 1, " ;");
    size_t length = end != NULL ? (size_t)(end - lines) : strlen(lines);
    while (length > 0 && lines[length - 1] == ' ')
        length--;
    return length;
}

const char *command_group_title(enum command_group group)
{
    static const char *const titles[GROUP_COUNT] = {
        "Moving", "Panes", "History and marks", "Links", "Searching", "The bilingual hinge",
        "Entities", "Notes", "Other", "In lists and tables",
    };
    return titles[group];
}

char *command_spell_alias(const struct command_set *set, const char *line)
{
    size_t length = strcspn(line, " ");
    for (const struct command_alias *alias = set->aliases; alias->name != NULL; alias++)
        if (*alias->name == *line && strncmp(alias->name, line, length) == 0 && alias->name[length] == '\0')
            return xasprintf("%s%s", alias->command, line + length);
    return NULL;
}

bool command_is_possible(const struct session *session, const struct command *command)
{
    struct session *asked = (struct session *)(uintptr_t)session;
    bool in_cell = (command->flags & COMMAND_CELL) != 0 && session_mode(asked) == KEYMAP_TABLE;
    return (command->flags & COMMAND_TEXT) == 0 || session_view(asked) != NULL || in_cell;
}

static bool can_run(struct session *session, const struct command *command)
{
    if (!command_is_possible(session, command)) {
        session_fail(session, "%s: needs an article; :open NAME or L opens one", command->name);
        return false;
    }
    const struct article_view *view = session_view(session);
    if ((command->flags & COMMAND_TEXT) != 0 && (command->flags & COMMAND_MOTION) == 0 &&
        view != NULL && view->text->converting) {
        session_fail(session, "%s: the text is still being converted; Esc gives it up",
                     command->name);
        return false;
    }
    if ((command->flags & COMMAND_JUMP) != 0 && session_view(session) != NULL)
        pane_remember(session_pane(session));
    return true;
}

static bool is_taken(struct session *session, const struct command *command, const char *line, long count)
{
    for (size_t i = 0; session->heard.before_command[i] != NULL; i++)
        if (session->heard.before_command[i](session, command, line, count))
            return true;
    return false;
}

static void run_found(struct session *session, const struct command *command, const char *line,
                      const char *argument, long count, bool counted)
{
    count = count > 0 ? count : 1;
    if (!can_run(session, command) || is_taken(session, command, line, count))
        return;
    struct invocation invocation = { argument, count, counted, command->variant };
    command->run(session, &invocation);
    SESSION_TELL_HEARD(session, after_command, (session, command));
}

static void run_line(struct session *session, const char *line, long count, bool counted)
{
    size_t length = strcspn(line, " ");
    if (length == 0)
        return;
    const struct command *command = command_find(session->commands, line, length);
    size_t digits = strspn(line, "0123456789");
    if (command == NULL && digits > 0 && digits + 1 == length && line[digits] == '%')
        command = command_find(session->commands, "percent", 7);
    if (command == NULL && digits > 0 && digits == length) { /* :50 goes to paragraph 50 */
        command = command_find(session->commands, "top", 3);
        count = strtol(line, NULL, 10);
        counted = true;
    }
    if (command == NULL) {
        session_fail(session, "%.*s: no such command; :help lists them", (int)length, line);
        return;
    }
    const char *argument = line[length - 1] == '%' ? line : line + length;
    argument += strspn(argument, " ");
    size_t end = strlen(argument);
    while (end > 0 && argument[end - 1] == ' ')
        end--;
    char *copy = xstrndup(argument, end);
    run_found(session, command, line, copy, count, counted);
    free(copy);
}

void command_run(struct session *session, const struct command *command, long count)
{
    run_found(session, command, command->name, "", count, count > 0);
}

/* What vim's hands write: /text, +/text and ?text search, !program runs, 'a goes to a mark, +3 and -3 go by
 * paragraphs; and the aliases. NULL when it is none of these; the caller frees. *count is the number written. */
static char *spell_out(const struct command_set *set, const char *line, long *count)
{
    static const struct {
        const char *sign, *command;
    } forms[] = { { "+/", "search" }, { "/", "search" }, { "?", "search-back" }, { "!", "shell" } };
    size_t digits = strspn(line + 1, "0123456789");
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        size_t length = strlen(forms[i].sign);
        if (strncmp(line, forms[i].sign, length) == 0)
            return xasprintf("%s %s", forms[i].command, line + length);
    }
    if ((*line == '\'' || *line == '`') && strlen(line) == 2)
        return xasprintf("mark-go %s", line + 1);
    if ((*line != '+' && *line != '-') || line[1 + digits] != '\0')
        return command_spell_alias(set, line);
    if (digits > 0)
        *count = strtol(line + 1, NULL, 10);
    return xstrdup(*line == '+' ? "paragraph" : "paragraph-back");
}

void command_run_line(struct session *session, const char *line, long count, bool counted)
{
    line += strspn(line, " :");
    bool known = command_find(session->commands, line, strcspn(line, " ")) != NULL; /* as keys stand for */
    char *spelt = *line != '\0' && !known ? spell_out(session->commands, line, &count) : NULL;
    if (spelt != NULL)
        run_line(session, spelt, count, counted);
    else
        run_line(session, line, count, counted);
    free(spelt);
}
