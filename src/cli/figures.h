/* figures: the figures of an article, or those of two articles compared. */
#ifndef DIPTYCH_CLI_FIGURES_H
#define DIPTYCH_CLI_FIGURES_H

#include "cli/context.h"

int cli_figures(struct context *context, const char *const *names, size_t count);

#endif
