/* compare: the subcommand that sets two reports of one story against each other (man diptych). */
#ifndef DIPTYCH_CLI_COMPARE_H
#define DIPTYCH_CLI_COMPARE_H

#include "cli/context.h"

int cli_compare(struct context *context, const char *const *names, size_t count);

#endif
