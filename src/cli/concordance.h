/* concordance: the subcommand that prints every occurrence of a term and its counterpart. */
#ifndef DIPTYCH_CLI_CONCORDANCE_H
#define DIPTYCH_CLI_CONCORDANCE_H

#include "cli/context.h"

int cli_concordance(struct context *context, const char *const *names, size_t count);

#endif
