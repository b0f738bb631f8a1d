/* mentions: where the entities of the collection are named, in articles and any files. */
#ifndef DIPTYCH_CLI_MENTIONS_H
#define DIPTYCH_CLI_MENTIONS_H

#include "cli/context.h"

int cli_mentions(struct context *context, const char *const *names, size_t count);

#endif
