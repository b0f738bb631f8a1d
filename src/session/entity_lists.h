/* entity_lists: commands on entities: their pages, their mentions, the list of all of them. */
#ifndef DIPTYCH_SESSION_ENTITY_LISTS_H
#define DIPTYCH_SESSION_ENTITY_LISTS_H

#include <stdint.h>

struct invocation;
struct session;

void entity_lists_walk(struct session *session, uint32_t entity, long steps);

void entity_lists_run_mentions(struct session *session, const struct invocation *invocation);
void entity_lists_run_step(struct session *session, const struct invocation *invocation);

void entity_lists_run(struct session *session, const struct invocation *invocation);

#endif
