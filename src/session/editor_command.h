/* editor_command: how the reader's editor is called for a file and a line of it.
 *
 * $VISUAL or $EDITOR is cut at spaces, and no shell reads anything. Editors that are known to go
 * to a line are told it, in the form that is theirs; others open the file where they like.
 *
 * Ownership: editor_arguments_free. */
#ifndef DIPTYCH_SESSION_EDITOR_COMMAND_H
#define DIPTYCH_SESSION_EDITOR_COMMAND_H

#include <stdbool.h>

#include "base/error.h"

#define EDITOR_ARGUMENTS 7 /* what one request has room for */

struct editor_arguments {
    char *items[EDITOR_ARGUMENTS + 1]; /* NULL-terminated */
};

/* `editor` may be NULL or empty; `line` is 1-based, 0 unknown. False with a sentence that names
 * what to set when there is no editor. */
bool editor_call(const char *editor, const char *path, unsigned line,
                 struct editor_arguments *arguments, struct error *error);
void editor_arguments_free(struct editor_arguments *arguments);

#endif
