#include "session/library_index.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/message.h"
#include "query/search_index.h"
#include "query/search_worker.h"
#include "session/core.h"
#include "session/long_work.h"
#include "session/parts.h"

#define PATIENCE 20 /* milliseconds that a key may wait for others who write */
#define BETWEEN 200 /* between two looks at the thread */

struct library_index {
    struct search_index *index;
    struct search_worker *worker;
    struct long_work work;
    unsigned scans; /* of the collection when the index last looked at it; 0: never */
};

SESSION_STATE(library_index, library_index_part)

static void end_worker(struct session *session)
{
    struct library_index *state = state_of(session);
    search_worker_free(state->worker);
    state->worker = NULL;
    long_work_end(session, &state->work);
}

static void close_index(struct session *session)
{
    struct library_index *state = state_of(session);
    end_worker(session);
    search_index_close(state->index);
    *state = (struct library_index){ .index = NULL };
}

static bool open_index(struct session *session)
{
    struct library_index *state = state_of(session);
    if (state->index != NULL && search_index_has_moved(state->index)) {
        search_index_close(state->index);
        state->index = NULL;
        state->scans = 0;
    }
    if (state->index == NULL)
        state->index = search_index_open(session->around.cache_folder,
                                         collection_root(session->collection), PATIENCE, NULL);
    if (state->index == NULL)
        return false;
    if (search_index_was_damaged(state->index))
        session_say(session, "search: the index was damaged and is made anew");
    return true;
}

static bool follow(struct session *session)
{
    struct library_index *state = state_of(session);
    unsigned scans = collection_scans(session->collection);
    if (state->scans == scans)
        return true;
    if (!search_index_follow(state->index, collection_roster(session->collection), NULL)) {
        search_index_close(state->index); /* deleted, damaged or busy: the next search tries again */
        state->index = NULL;
        return false;
    }
    state->scans = scans;
    return true;
}

struct search_index *library_index_get(struct session *session)
{
    struct library_index *state = state_of(session);
    size_t count;
    (void)collection_articles(session->collection, &count);
    if (count < SEARCH_INDEX_LEAST || session->around.cache_folder == NULL)
        return NULL;
    if (!open_index(session) || !follow(session)) {
        state->scans = 0;
        return NULL;
    }
    if (search_index_missing(state->index) > 0 && state->worker == NULL)
        state->worker = search_worker_start(collection_folder(session->collection),
                                            session->around.cache_folder,
                                            session->open_texts.conversion);
    return state->index;
}

void library_index_keep(struct session *session, const struct search_query *query, size_t article,
                        const struct search_answer *answer)
{
    struct library_index *state = state_of(session);
    if (state->index != NULL && state->scans == collection_scans(session->collection))
        search_index_keep(state->index, query, article, answer);
}

/* One that others write to just now goes without. */
void library_index_write(struct session *session, const struct search_query *query)
{
    struct library_index *state = state_of(session);
    if (state->index != NULL && state->scans == collection_scans(session->collection) &&
        search_query_names_entity(query))
        (void)search_index_commit(state->index, NULL);
}

/* What the thread has taken in is seen by the next search. */
static bool poll(struct session *session, bool wait)
{
    struct library_index *state = state_of(session);
    size_t done, count;
    if (state->worker == NULL)
        return false;
    if (!search_worker_has_ended(state->worker, wait, &done, &count))
        return count > 0 && long_work_tell(session, &state->work, _("indexing"), done, count);
    end_worker(session);
    state->scans = 0;
    return true;
}

/* What is in the index stays; the next search goes on with it. Esc leaves what is open besides. */
static bool before_command(struct session *session, const struct command *command, const char *line, long count)
{
    struct library_index *state = state_of(session);
    (void)line;
    (void)count;
    if (state->worker != NULL && state->work.told != NULL && long_work_is_stopped_by(command))
        end_worker(session);
    return false;
}

static int timeout(const struct session *session)
{
    return state_of(session)->worker != NULL ? BETWEEN : -1;
}

const struct session_part library_index_part = {
    .size = sizeof(struct library_index),
    .collection_closed = close_index,
    .before_command = before_command,
    .timeout = timeout,
    .poll = poll,
    .free = close_index,
};
