/* list: the articles of a collection, or those named, as a table. */
#ifndef DIPTYCH_CLI_LIST_H
#define DIPTYCH_CLI_LIST_H

#include "cli/context.h"

int cli_list(struct context *context, const char *const *names, size_t count);

/* The articles of one folder; returns whether there were any. False with a sentence when
 * it cannot be read, with none when it is empty. */
bool list_folder(struct context *context, const char *folder, struct error *error);

#endif
