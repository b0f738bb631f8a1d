/* cli: from the command line to a command, a plain print, or the reading room. */
#ifndef DIPTYCH_CLI_CLI_H
#define DIPTYCH_CLI_CLI_H

#include <stdbool.h>

#include "cli/arguments.h"
#include "cli/environment.h"

#define CLI_ROOM (-1)

/* Runs what the arguments ask for and returns the exit status; CLI_ROOM when that is the reading
 * room, which is main's to open with the names, collection, fresh and theme of the arguments. */
int cli_run(const struct environment *environment, const struct arguments *arguments);

/* Whether cli_run will leave the reading room to main: whoever prints wants its input whole. */
bool cli_opens_room(const struct environment *environment, const struct arguments *arguments);

/* Complains of a wrong command line or another failure of main's. */
void cli_complain(const struct environment *environment, const struct error *error);

#endif
