/* dictionary: adds, lists and removes the reader's dictionaries (dictionary/dictionaries.h). */
#ifndef DIPTYCH_CLI_DICTIONARY_H
#define DIPTYCH_CLI_DICTIONARY_H

#include "cli/context.h"

int cli_dictionary(struct context *context, const char *const *names, size_t count);

#endif
