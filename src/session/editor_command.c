#include "session/editor_command.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "text/wordlist.h"

enum line_form { LINE_NO, LINE_BEFORE /* +LINE FILE */, LINE_BEHIND /* FILE:LINE */ };

static enum line_form form_of(const char *program)
{
    static const char before[] = "vi vim nvim view nvi vis nano pico emacs emacsclient zile mg "
                                 "jmacs joe jed ne micro kak mcedit gvim ex";
    static const char behind[] = "hx helix";
    const char *name = file_base_name(program);
    if (wordlist_find(name, before, -1) >= 0)
        return LINE_BEFORE;
    return wordlist_find(name, behind, -1) >= 0 ? LINE_BEHIND : LINE_NO;
}

/* A name that an editor could take for an option or a line is told from one by its folder. */
static char *file_argument(const char *path, enum line_form form, unsigned line)
{
    const char *folder = *path == '-' || *path == '+' ? "./" : "";
    if (form == LINE_BEHIND && line > 0)
        return xasprintf("%s%s:%u", folder, path, line);
    return xasprintf("%s%s", folder, path);
}

bool editor_call(const char *editor, const char *path, unsigned line,
                 struct editor_arguments *arguments, struct error *error)
{
    *arguments = (struct editor_arguments){ { NULL } };
    if (editor == NULL || editor[strspn(editor, " ")] == '\0') {
        error_set(error, "set VISUAL or EDITOR to the program that shall edit %s", path);
        return false;
    }
    char *words = xstrdup(editor);
    char *rest = words;
    size_t count = 0;
    char *word;
    while ((word = strtok_r(rest, " ", &rest)) != NULL && count < EDITOR_ARGUMENTS - 2)
        arguments->items[count++] = xstrdup(word);
    free(words);
    if (word != NULL) {
        editor_arguments_free(arguments);
        error_set(error, "%s: has too many words for a call of the editor", editor);
        return false;
    }
    enum line_form form = form_of(arguments->items[0]);
    if (form == LINE_BEFORE && line > 0)
        arguments->items[count++] = xasprintf("+%u", line);
    arguments->items[count] = file_argument(path, form, line);
    return true;
}

void editor_arguments_free(struct editor_arguments *arguments)
{
    for (size_t i = 0; arguments->items[i] != NULL; i++) {
        free(arguments->items[i]);
        arguments->items[i] = NULL;
    }
}
