/* timeline: the subcommand that tells what happened when (man diptych). */
#ifndef DIPTYCH_CLI_TIMELINE_H
#define DIPTYCH_CLI_TIMELINE_H

#include "cli/context.h"

int cli_timeline(struct context *context, const char *const *names, size_t count);

#endif
