/* entity: one entity: its note, and every mention of it in its context. */
#ifndef DIPTYCH_CLI_ENTITY_H
#define DIPTYCH_CLI_ENTITY_H

#include "cli/context.h"

/* names[0] is what it is called, the others are texts to look in (none: the collection's). Where
 * several go by that name they are listed instead. */
int cli_entity(struct context *context, const char *const *names, size_t count);

#endif
