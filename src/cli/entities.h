/* entities: the entities that are known, with their names and how often texts mention them. */
#ifndef DIPTYCH_CLI_ENTITIES_H
#define DIPTYCH_CLI_ENTITIES_H

#include <stddef.h>
#include <stdint.h>

#include "cli/context.h"

/* The table of `count` entities, whether they are mentioned or not; with `entities` NULL, what
 * cli_entities says. Returns an exit status. */
int entities_print(struct context *context, const char *const *names, size_t name_count,
                   const uint32_t *entities, size_t count);

/* Those of the collection, or those that the texts named mention; most mentioned first. */
int cli_entities(struct context *context, const char *const *names, size_t count);

#endif
