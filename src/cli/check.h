/* check: the faults of a collection (library/check.h), one a line as FILE:LINE: message. */
#ifndef DIPTYCH_CLI_CHECK_H
#define DIPTYCH_CLI_CHECK_H

#include "cli/context.h"

int cli_check(struct context *context, const char *const *names, size_t count);

#endif
