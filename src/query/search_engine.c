#include "query/search_engine.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/filter.h"
#include "base/message.h"
#include "base/vector.h"
#include "base/worker.h"
#include "base/xalloc.h"
#include "text/sanitize.h"

#define WORDS_MOST 60
#define PLACE "%(query)"

struct search_engine {
    char *argv[WORDS_MOST + 2];
    size_t words;
    int milliseconds;
    struct buffer output;
    enum filter_end end;
    int status;
    struct worker thread;
};

static char *fill_in(const char *word, const char *query, bool *filled)
{
    struct buffer out = { 0 };
    const char *at;
    while ((at = strstr(word, PLACE)) != NULL) {
        buffer_add(&out, word, (size_t)(at - word));
        buffer_add_text(&out, query);
        word = at + strlen(PLACE);
        *filled = true;
    }
    buffer_add_text(&out, word);
    return buffer_take(&out);
}

static void set_words(struct search_engine *engine, const char *words, const char *query)
{
    size_t length = strlen(words);
    bool quoted = length > 1 && words[0] == '"' && words[length - 1] == '"', filled = false;
    char *copy = xstrndup(words + quoted, length - 2 * quoted), *rest = copy;
    for (char *word; engine->words < WORDS_MOST && (word = strtok_r(rest, " \t", &rest)) != NULL;)
        engine->argv[engine->words++] = fill_in(word, query, &filled);
    if (!filled)
        engine->argv[engine->words++] = xstrdup(query);
    free(copy);
}

static void work(void *argument)
{
    struct search_engine *engine = argument;
    struct filter_limits limits = { engine->milliseconds, SEARCH_ENGINE_OUTPUT,
                                    &engine->thread.stop };
    engine->end = filter_run(engine->argv, NULL, 0, limits, &engine->output, &engine->status);
}

struct search_engine *search_engine_start(const char *words, const char *query,
                                          int milliseconds)
{
    struct search_engine *engine = xcalloc(1, sizeof *engine);
    engine->milliseconds = milliseconds;
    set_words(engine, words, query);
    if (!worker_start(&engine->thread, work, engine))
        work(engine);
    return engine;
}

void search_engine_free(struct search_engine *engine)
{
    if (engine == NULL)
        return;
    worker_stop(&engine->thread);
    for (size_t i = 0; i < engine->words; i++)
        free(engine->argv[i]);
    buffer_free(&engine->output);
    free(engine);
}

bool search_engine_poll(struct search_engine *engine, bool wait, bool (*go_on)(void *data), void *data)
{
    const struct timespec pause = { 0, 100000000 };
    while (wait && go_on != NULL && !worker_has_ended(&engine->thread, false)) {
        if (!go_on(data))
            return false;
        nanosleep(&pause, NULL);
    }
    return worker_has_ended(&engine->thread, wait);
}

/* ---- what it says ---- */

/* A path of its own may stand for an article of the collection, and an id for a path. */
static char *find_path(const struct collection *collection, char **article)
{
    const struct article *known =
        collection != NULL ? collection_by_id(collection, *article) : NULL;
    if (known != NULL)
        return xstrdup(known->path);
    if (!file_exists(*article) || file_is_folder(*article))
        return NULL;
    char *path = xstrdup(*article);
    char *id = collection != NULL ? collection_id_of_path(collection, path) : NULL;
    if (id != NULL) {
        free(*article);
        *article = id;
    }
    return path;
}

static bool read_hit(const char *line, size_t length, const struct collection *collection,
                     struct engine_hit *hit)
{
    const char *tab = memchr(line, '\t', length);
    const char *second = tab != NULL ? memchr(tab + 1, '\t', length - (size_t)(tab + 1 - line)) : NULL;
    char *end;
    struct buffer snippet = { 0 };
    if (second == NULL || tab == line)
        return false;
    hit->score = strtod(tab + 1, &end);
    if (end != second || !isfinite(hit->score))
        return false;
    hit->article = xstrndup(line, (size_t)(tab - line));
    hit->path = find_path(collection, &hit->article);
    if (hit->path == NULL) {
        free(hit->article);
        return false;
    }
    sanitize_line(&snippet, second + 1, length - (size_t)(second + 1 - line));
    hit->snippet = buffer_take(&snippet);
    return true;
}

static bool fail(const struct search_engine *engine, struct error *error)
{
    const char *name = engine->argv[0];
    switch (engine->end) {
    case FILTER_DONE: return false;
    case FILTER_FAILED:
        error_set(error, "search-engine: %s: ends with status %d", name, engine->status);
        break;
    case FILTER_DIED:
        error_set(error, "search-engine: %s: ends by signal %d", name, engine->status);
        break;
    case FILTER_SLOW:
        error_set(error, "search-engine: %s: takes longer than %d ms", name, engine->milliseconds);
        break;
    case FILTER_TALKS:
        error_set(error, "search-engine: %s: says more than can be shown", name);
        break;
    case FILTER_MISSING:
        error_set(error, "search-engine: %s: cannot be run: %s", name, _(strerror(engine->status)));
        break;
    case FILTER_STOPPED: error_set(error, "search-engine: %s: was stopped", name); break;
    }
    return true;
}

bool search_engine_hits(const struct search_engine *engine, const struct collection *collection,
                        struct engine_hits *hits, struct error *error)
{
    struct buffer clean = { 0 };
    if (fail(engine, error))
        return false;
    sanitize_source(buffer_text(&engine->output), engine->output.length, &clean, NULL);
    for (const char *at = buffer_text(&clean); *at != '\0' && hits->count < SEARCH_ENGINE_HITS;) {
        struct engine_hit hit;
        size_t length = strcspn(at, "\n");
        if (read_hit(at, length, collection, &hit))
            VECTOR_PUSH(hits, hit);
        else
            hits->rubbish += length > 0;
        at += length + (at[length] == '\n');
    }
    buffer_free(&clean);
    return true;
}

void engine_hits_free(struct engine_hits *hits)
{
    for (size_t i = 0; i < hits->count; i++) {
        free(hits->items[i].article);
        free(hits->items[i].path);
        free(hits->items[i].snippet);
    }
    free(hits->items);
    *hits = (struct engine_hits){ .items = NULL };
}
