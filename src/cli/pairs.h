/* pairs: diptych pairs [FOLDER]: which articles are versions of one text, or tell of one event. */
#ifndef DIPTYCH_CLI_PAIRS_H
#define DIPTYCH_CLI_PAIRS_H

#include "cli/context.h"

int cli_pairs(struct context *context, const char *const *names, size_t count);

#endif
