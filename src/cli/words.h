/* words: the words that the reader has kept to learn (notes/annotation.h). */
#ifndef DIPTYCH_CLI_WORDS_H
#define DIPTYCH_CLI_WORDS_H

#include "cli/context.h"

int cli_words(struct context *context, const char *const *names, size_t count);

#endif
