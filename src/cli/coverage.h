/* coverage: which texts mention whom, how often and where. */
#ifndef DIPTYCH_CLI_COVERAGE_H
#define DIPTYCH_CLI_COVERAGE_H

#include "cli/context.h"

/* A column a text: those named, else the collection's, and those of --in and --not-in, which
 * choose among the entities that are mentioned. */
int cli_coverage(struct context *context, const char *const *names, size_t count);

#endif
