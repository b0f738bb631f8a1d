/* export: the reader's annotations in the formats of other programs (export/printers.h), whole
 * articles with their notes (export/annotated.h), or a template filled with them. */
#ifndef DIPTYCH_CLI_EXPORT_H
#define DIPTYCH_CLI_EXPORT_H

#include "cli/context.h"

int cli_export(struct context *context, const char *const *names, size_t count);

#endif
