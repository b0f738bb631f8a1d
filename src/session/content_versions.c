#include "session/content_versions.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "query/content_search.h"
#include "session/core.h"
#include "session/lookup_part.h"
#include "session/parts.h"

#define POLL_TIME 100 /* milliseconds */

struct content_versions {
    struct content_search *search; /* NULL none */
    char *wanted; /* path of the text that a version is looked for; NULL: all is known */
};

SESSION_STATE(content_versions, content_versions_part)

static void forget(struct session *session)
{
    struct content_versions *versions = state_of(session);
    content_search_free(versions->search);
    free(versions->wanted);
    *versions = (struct content_versions){ 0 };
}

static void start(struct session *session, const char *path)
{
    struct content_versions *versions = state_of(session);
    (void)lookup_part_sources(session); /* names and dictionaries are there from now on */
    forget(session);
    versions->search = content_search_start(collection_folder(session->collection),
                                            session->around.cache_folder,
                                            session->open_texts.conversion,
                                            lookup_part_aligner(session));
    versions->wanted = xstrdup(path);
}

const struct article *content_versions_of(struct session *session, const struct text *text,
                                          double *score, bool *looking)
{
    struct content_versions *versions = state_of(session);
    const struct article *here = session->collection != NULL && text->path != NULL
                                     ? collection_by_path(session->collection, text->path) : NULL;
    *looking = false;
    if (here == NULL)
        return NULL;
    if (versions->search == NULL || versions->wanted != NULL) {
        if (versions->wanted == NULL || strcmp(versions->wanted, here->path) != 0)
            start(session, here->path);
        *looking = true;
        return NULL;
    }
    const char *path = content_search_version(versions->search, here->path, score);
    return path != NULL ? collection_by_path(session->collection, path) : NULL;
}

bool content_versions_stop(struct session *session)
{
    if (state_of(session)->wanted == NULL)
        return false;
    forget(session);
    return true;
}

static bool poll(struct session *session, bool wait)
{
    struct content_versions *versions = state_of(session);
    if (versions->wanted == NULL || !content_search_has_ended(versions->search, wait))
        return false;
    const struct article_view *view = session_view(session);
    bool here = view != NULL && view->text->path != NULL &&
                strcmp(view->text->path, versions->wanted) == 0 && session->prompt.ops == NULL;
    free(versions->wanted);
    versions->wanted = NULL;
    if (here) {
        buffer_truncate(&session->message.text, 0); /* that it is looked for */
        command_run_line(session, "version", 1, false);
    }
    return here;
}

static int timeout(const struct session *session)
{
    return state_of(session)->wanted != NULL ? POLL_TIME : -1;
}

const struct session_part content_versions_part = {
    .size = sizeof(struct content_versions),
    .names_forgotten = forget,
    .sources_forgotten = forget,
    .collection_closed = forget,
    .timeout = timeout,
    .poll = poll,
    .free = forget,
};
