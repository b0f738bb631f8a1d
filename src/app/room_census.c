/* The room's counts of mentions over the whole collection. */
#include "app/room.h"

struct census *room_census(struct session *session)
{
    room_find_mentions(session);
    if (session->gazetteer == NULL)
        return NULL;
    if (session->census == NULL)
        session->census = census_new(session->collection, session->gazetteer);
    census_finish(session->census);
    return session->census;
}

void room_forget_census(struct session *session)
{
    census_free(session->census);
    session->census = NULL;
}
