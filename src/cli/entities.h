/* entities: the entities that are known, with their names and how often texts mention them. */
#ifndef DIPTYCH_CLI_ENTITIES_H
#define DIPTYCH_CLI_ENTITIES_H

#include "cli/context.h"

/* Those of the collection, or those that the texts named mention; most mentioned first. */
int cli_entities(struct context *context, const char *const *names, size_t count);

#endif
