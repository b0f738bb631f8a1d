/* help: usage and version, from the tables of commands and options. */
#ifndef DIPTYCH_CLI_HELP_H
#define DIPTYCH_CLI_HELP_H

#include "cli/context.h"

/* Everything; one command; with --format tsv or json, the tables of commands and options. */
int cli_help(struct context *context, const char *const *names, size_t count);
int cli_version(struct context *context, const char *const *names, size_t count);

#endif
