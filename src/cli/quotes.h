/* quotes: the subcommand that tells who says what, and in which words (man diptych). */
#ifndef DIPTYCH_CLI_QUOTES_H
#define DIPTYCH_CLI_QUOTES_H

#include "cli/context.h"

int cli_quotes(struct context *context, const char *const *names, size_t count);

#endif
