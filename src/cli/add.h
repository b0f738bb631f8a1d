/* add: diptych add FILE|FOLDER|-...: texts into the reader's library (query/addition.h). */
#ifndef DIPTYCH_CLI_ADD_H
#define DIPTYCH_CLI_ADD_H

#include "cli/context.h"

int cli_add(struct context *context, const char *const *names, size_t count);

#endif
