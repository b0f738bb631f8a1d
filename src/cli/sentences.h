/* sentences: the sentences of articles as spans, in Unicode code points of the text. */
#ifndef DIPTYCH_CLI_SENTENCES_H
#define DIPTYCH_CLI_SENTENCES_H

#include "cli/context.h"

int cli_sentences(struct context *context, const char *const *names, size_t count);

#endif
