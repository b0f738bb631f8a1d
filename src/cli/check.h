/* check: the faults of a collection (library/check.h), one a line as FILE:LINE: message. */
#ifndef DIPTYCH_CLI_CHECK_H
#define DIPTYCH_CLI_CHECK_H

#include "cli/context.h"

/* --check-config: those of diptychrc, or of the file at `path`. */
int cli_check_config(struct context *context, const char *path);

int cli_check(struct context *context, const char *const *names, size_t count);

#endif
