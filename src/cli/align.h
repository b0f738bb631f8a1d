/* align: the subcommand that prints which passages of two texts belong together. */
#ifndef DIPTYCH_CLI_ALIGN_H
#define DIPTYCH_CLI_ALIGN_H

#include "cli/context.h"

int cli_align(struct context *context, const char *const *names, size_t count);

#endif
