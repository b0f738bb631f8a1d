/* library_search: searching the whole library, an article after the other while the room is idle.
 */
#ifndef DIPTYCH_SESSION_LIBRARY_SEARCH_H
#define DIPTYCH_SESSION_LIBRARY_SEARCH_H

#include <stdbool.h>

struct invocation;
struct session;

bool library_search_is_on(const struct session *session);
void library_search_stop(struct session *session);

void search_run_library(struct session *session, const struct invocation *invocation);

#endif
