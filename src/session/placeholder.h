/* placeholder: what %(file), %(quote) and the like stand for in commands of the reader's own
 * (base/command_words.h): of the passage at the cursor, or of a note.
 *
 *     file article start end quote source counterpart      start and end in code points
 *     id kind comment                                      of a note alone */
#ifndef DIPTYCH_SESSION_PLACEHOLDER_H
#define DIPTYCH_SESSION_PLACEHOLDER_H

#include <stddef.h>

#include "base/command_words.h"

struct annotation;
struct session;

void placeholder_of_note(const struct annotation *note, struct command_values *values);

/* Runs a command in the foreground, with `input` (NULL: the terminal): one with a placeholder without a
 * shell, any other by the reader's shell. Either has the values of the selection, else of the sentence at the
 * cursor, in its environment. Says what is wrong with it. */
void placeholder_run(struct session *session, const char *command, const char *input,
                     size_t length);

#endif
