/* lookup: what the glossary, the notes and the dictionaries say of a term (query/lookup.h). */
#ifndef DIPTYCH_CLI_LOOKUP_H
#define DIPTYCH_CLI_LOOKUP_H

#include "cli/context.h"

int cli_lookup(struct context *context, const char *const *names, size_t count);

#endif
