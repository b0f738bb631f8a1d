#include "session/library_search.h"

#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/span.h"
#include "base/xalloc.h"
#include "query/search_engine.h"
#include "query/search_index.h"
#include "session/core.h"
#include "session/known_names.h"
#include "session/library_hits.h"
#include "session/library_index.h"
#include "session/lists.h"
#include "session/open.h"
#include "session/parts.h"
#include "session/reload.h"
#include "session/search.h"
#include "text/find.h"

#define WAIT_ENGINE 100 /* milliseconds between two looks at an engine */
#define WAIT 20 /* milliseconds before an article that is being converted is asked for again */
#define HITS_MOST 200   /* of an article */
#define ROWS_MOST 5000
#define UNREAD_MOST 500 /* articles that are read before the first row is shown */
#define TYPED_MOST ((size_t)4 << 20) /* bytes of an open file that is looked at while one types */
#define SLICE 8         /* articles */
#define SLICE_ROWS 80

/* A search through the whole library, done in slices. Where the articles can be ranked first, for the
 * index has nearly all of them or they are few, the best come first; else as they are read. */
struct library_search {
    struct search_query *query; /* this or the other, NULL when none is going on */
    struct find *find;          /* a regular expression */
    struct list *list;          /* borrowed from the pane it is shown in */
    unsigned scans;             /* of the collection, whose articles the numbers below are of */
    bool *unread;               /* the articles to be read for the rank; NULL: they are not ranked */
    struct search_results results;
    bool ranked;
    size_t next; /* article to look at; once they are ranked, result */
    size_t hits;
    size_t own; /* open files of no collection that were looked at */
    struct search_engine *engine; /* that is asked in place of all this */
    bool waits;  /* for that article's text, which is still being made */
    bool typing; /* more of the query may come */
    bool over_library; /* the list of articles was open before it was typed, and comes back */
};

SESSION_STATE(library_search, library_search_part)

bool library_search_is_on(const struct session *session)
{
    const struct library_search *search = state_of(session);
    return search->find != NULL || search->query != NULL || search->engine != NULL;
}

/* Leaves the list, if it is still one, for more to come. */
static void stop_search(struct session *session)
{
    struct library_search *search = state_of(session);
    struct list *list = search->list;
    bool typing = search->typing, over_library = search->over_library;
    find_free(search->find);
    search_query_free(search->query);
    search_engine_free(search->engine);
    search_results_free(&search->results);
    free(search->unread);
    if (list != NULL)
        list->filling = false;
    *search = (struct library_search){ .list = list, .typing = typing,
                                       .over_library = over_library };
}

void library_search_stop(struct session *session)
{
    stop_search(session);
    state_of(session)->list = NULL;
    state_of(session)->typing = state_of(session)->over_library = false;
}

/* ---- the beginning ---- */

/* Asks the index; false where articles are to be read one by one. */
static bool rank_by_index(struct session *session, struct library_search *search, size_t count,
                          const bool *allowed)
{
    struct search_index *index = library_index_get(session);
    size_t unread = 0;
    for (size_t i = 0; i < count; i++) {
        search->unread[i] = false;
        unread += allowed[i] && (index == NULL || !search_index_has(index, i));
    }
    if (unread > UNREAD_MOST || index == NULL ||
        !search_index_ask(index, search->query, allowed, search->unread, &search->results, NULL))
        return false;
    for (size_t i = 0; i < count; i++)
        search->unread[i] = search->unread[i] || (allowed[i] && !search_index_has(index, i));
    return true;
}

static void begin_rank(struct session *session, struct library_search *search)
{
    search_query_read_names(search->query, known_names_entity_index(session));
    if (search_query_names_tag(search->query))
        search_query_read_tags(search->query, note_service_read(&session->notebook, NULL));
    size_t count;
    const struct article *articles = collection_articles(session->collection, &count);
    bool *allowed = xcalloc(count + 1, sizeof *allowed);
    search->unread = xcalloc(count + 1, sizeof *search->unread);
    search->results = search_results_new(search->query);
    for (size_t i = 0; i < count; i++)
        allowed[i] = !search_query_skips(search->query, &articles[i]);
    if (rank_by_index(session, search, count, allowed)) {
        free(allowed);
        return;
    }
    search_results_free(&search->results);
    search->results = search_results_new(search->query);
    if (count < SEARCH_INDEX_LEAST) {
        free(search->unread);
        search->unread = allowed;
        return;
    }
    free(allowed);
    free(search->unread);
    search->unread = NULL;
}

/* ---- open files ---- */

static void add_rows(struct library_search *search, const struct article *article,
                     const struct document *document, const struct spans *hits)
{
    for (size_t i = 0; i < hits->count && i < HITS_MOST && search->hits < ROWS_MOST; i++, search->hits++)
        library_hits_add(search->list, article, document, hits->items[i]);
}

static bool is_own_file(const struct session *session, const struct text *text)
{
    const struct entity_index *entities = known_names_entity_index(session);
    return text->path != NULL && text->page == NULL && !text->converting && text->holds > 0 &&
           collection_by_path(session->collection, text->path) == NULL &&
           (entities == NULL || entity_index_by_path(entities, text->path) == NAMES_NONE);
}

static const char *told_by(const struct text *text, const char *field)
{
    const char *value = frontmatter_get(text->document->frontmatter, field);
    return value != NULL ? value : "";
}

/* Files of no collection that are open come first: they are being read. */
static void add_own_files(struct session *session)
{
    struct library_search *search = state_of(session);
    if (!search->typing)
        session_complete_texts(session);
    for (struct text *text = session->open_texts.texts; text != NULL; text = text->next) {
        struct article article = { .id = text->name, .lang = told_by(text, "lang"), .story = told_by(text, "story"),
                                   .publisher = told_by(text, "publisher"),
                                   .published = told_by(text, "published") };
        struct search_answer answer = { .answers = false };
        const struct document *document = text->document;
        if (!is_own_file(session, text) || (search->typing && document->length > TYPED_MOST) ||
            (search->query != NULL && search_query_skips(search->query, &article)))
            continue;
        search->own++;
        if (search->find != NULL)
            find_all(search->find, document->text, 0, document->length, HITS_MOST, &answer.hits);
        else
            (void)search_query_ask(search->query, document, known_names_entity_index(session), &answer);
        add_rows(search, &article, document, &answer.hits);
        search_answer_free(search->query, &answer);
    }
}

/* Takes over query or find. */
static void begin(struct session *session, struct search_query *query, struct find *find,
                  const char *text)
{
    struct library_search *search = state_of(session);
    char *title = xasprintf(_("“%s” in the library"), text);
    stop_search(session);
    if (search->list == NULL) {
        struct list *list = list_new(&lists_hits, title);
        session_show_list(session, session_pane(session), list);
        search = state_of(session);
        search->list = list;
    } else {
        list_clear(search->list);
        free(search->list->title);
        search->list->title = xstrdup(title);
        list_refresh(search->list);
    }
    free(title);
    search->list->filling = true;
    search->query = query;
    search->find = find;
    search->scans = collection_scans(session->collection);
    if (query != NULL && session->options.search_engine[0] == '\0')
        begin_rank(session, search);
    else if (query != NULL)
        search->engine = search_engine_start(session->options.search_engine, text,
                                             SEARCH_ENGINE_TIME);
    add_own_files(session);
}

static bool scan_collection(struct session *session)
{
    struct error error = { "" };
    if (session->collection == NULL)
        session_fail(session, "search-library: no collection is open; :open FOLDER opens one");
    else if (!collection_scan(session->collection, &error))
        session_fail(session, "%s", error.text);
    else
        return true;
    return false;
}

static void library_done(void *context, const char *text)
{
    struct session *session = context;
    struct error error = { "" };
    bool regex = session->options.regex;
    struct list *shown = state_of(session)->list;
    if (*text == '\0' || !scan_collection(session)) {
        if (shown != NULL && state_of(session)->typing)
            session_close_list(session, session_pane(session));
        return;
    }
    if (!state_of(session)->typing)
        library_search_stop(session);
    state_of(session)->typing = false;
    struct find *find = regex ? search_compile(session, text, &error) : NULL;
    struct search_query *query = regex ? NULL : search_query_new(text, &error);
    if (find == NULL && query == NULL) {
        if (shown != NULL && shown == state_of(session)->list)
            session_close_list(session, session_pane(session));
        session_fail(session, "%s", error.text);
        return;
    }
    begin(session, query, find, text);
    search_set(session,
               regex ? search_compile(session, text, NULL)
                     : find_new(search_query_first(query), FIND_KEY, NULL),
               text);
}

/* ---- while it is typed ---- */

#define MANY 2000 /* articles: finding all words in them that begin with two letters takes longer than a key may */

/* The word that is being typed counts as far as it is there. */
static char *open_ended(const char *text, size_t articles)
{
    const char *last = strrchr(text, ' ');
    last = last != NULL ? last + 1 : text;
    bool plain = strlen(last) >= (articles < MANY ? 2 : 3) && last[0] != '-' &&
                 strpbrk(last, ":\"*“”") == NULL && strncmp(last, "OR", 2) != 0 &&
                 strncmp(last, "NEAR", 4) != 0 && strchr(text, '"') == NULL;
    return plain ? xasprintf("%s OR %s*", text, last) : xstrdup(text);
}

static bool is_library(const struct list *list)
{
    return strcmp(list->source->name, "library") == 0;
}

/* What comes back when the search is left, or was a search itself. */
static bool may_replace(const struct list *list)
{
    return list->source == &lists_hits || is_library(list);
}

static void library_typed(void *context, const char *text)
{
    struct session *session = context;
    struct library_search *search = state_of(session);
    struct pane *pane = session_pane(session);
    if (session->options.regex || session->options.search_engine[0] != '\0' ||
        session->collection == NULL ||
        (pane->list != NULL && pane->list != search->list && !may_replace(pane->list)))
        return; /* at Enter, then */
    bool over_library = pane->list != NULL && is_library(pane->list);
    size_t count;
    (void)collection_articles(session->collection, &count);
    char *words = open_ended(text, count);
    struct search_query *query = search_query_new(words, NULL);
    free(words);
    if (query != NULL) {
        search->typing = true;
        search->over_library = search->over_library || over_library;
        begin(session, query, NULL, text);
    } else if (search->list != NULL) {
        stop_search(session);
        list_clear(search->list);
        list_refresh(search->list);
    }
}

static void library_left(void *context)
{
    struct session *session = context;
    struct pane *pane = session_pane(session);
    bool over_library = state_of(session)->over_library;
    if (!state_of(session)->typing || pane->list == NULL || pane->list != state_of(session)->list)
        return;
    session_close_list(session, pane);
    if (over_library)
        command_run_line(session, "library", 1, false);
}

static const struct prompt_ops library_prompt = {
    .kind = PROMPT_LIBRARY_SEARCH,
    .label = "library/",
    .changed = library_typed,
    .accepted = library_done,
    .cancelled = library_left,
};

void search_run_library(struct session *session, const struct invocation *invocation)
{
    if (*invocation->argument != '\0') {
        library_done(session, invocation->argument);
        return;
    }
    if (session->collection != NULL && !scan_collection(session))
        return;
    library_search_stop(session);
    if (session->collection != NULL && session->options.search_engine[0] == '\0')
        (void)library_index_get(session); /* now, and not at the first letter */
    session_open_prompt(session, &library_prompt, "");
}

/* ---- slices ---- */

/* The article's text; NULL where it cannot be read, or is to be asked for again (waits). */
static struct text *open_article(struct session *session, const struct article *article)
{
    struct library_search *search = state_of(session);
    struct text *text = open_texts_open(&session->open_texts, article->path, article->id, NULL);
    search->waits = text == NULL && conversion_put_off(session->open_texts.conversion);
    if (text != NULL)
        session_complete_texts(session); /* panes that show its head get the whole of it */
    return text;
}

/* Whether the next article of the collection was looked at. */
static bool look_at_next(struct session *session, const struct article *article)
{
    struct library_search *search = state_of(session);
    bool ranks = search->query != NULL && search->unread != NULL;
    if (ranks ? !search->unread[search->next]
              : search->query != NULL && search_query_skips(search->query, article))
        return true;
    struct search_answer answer = { .answers = false };
    struct text *text = open_article(session, article);
    if (text == NULL)
        return !search->waits;
    if (search->find != NULL)
        find_all(search->find, text->document->text, 0, text->document->length, HITS_MOST, &answer.hits);
    else
        (void)search_query_ask(search->query, text->document, known_names_entity_index(session), &answer);
    if (ranks) {
        library_index_keep(session, search->query, search->next, &answer);
        search_results_add(&search->results, search->query, search->next, &answer);
    }
    else {
        add_rows(search, article, text->document, &answer.hits);
    }
    search_answer_free(search->query, &answer);
    open_texts_release(&session->open_texts, text);
    return true;
}

static bool show_result(struct session *session, const struct article *article)
{
    struct library_search *search = state_of(session);
    struct search_answer answer;
    struct text *text = open_article(session, article);
    if (text == NULL)
        return !search->waits;
    (void)search_query_ask(search->query, text->document, known_names_entity_index(session), &answer);
    add_rows(search, article, text->document, &answer.hits);
    search_answer_free(search->query, &answer);
    open_texts_release(&session->open_texts, text);
    return true;
}

static void tell_end(struct session *session, size_t count)
{
    const struct library_search *search = state_of(session);
    if (search->typing)
        return;
    if (search->hits == 0)
        session_fail(session, "%s: not found in %zu articles", search_pattern(session), count);
    else
        session_say(session, "%zu hits in %zu articles", search->hits, count);
}

/* Articles are read, then ranked; or the ranked ones shown. False: there is more to do. */
static bool go_on(struct session *session, const struct article *articles, size_t count)
{
    struct library_search *search = state_of(session);
    size_t read = 0;
    while (!search->ranked && search->next < count && read < SLICE) {
        bool skipped = search->unread != NULL && !search->unread[search->next];
        if (!look_at_next(session, &articles[search->next]))
            return false;
        search->next++;
        read += !skipped;
    }
    if (!search->ranked && search->next < count)
        return false;
    if (!search->ranked && search->unread == NULL)
        return true;
    if (!search->ranked) {
        search_results_rank(&search->results, search->query);
        search_results_group(&search->results, articles);
        library_index_write(session, search->query);
        search->ranked = true;
        search->next = 0;
    }
    size_t slice = search->hits + SLICE_ROWS < ROWS_MOST ? search->hits + SLICE_ROWS : ROWS_MOST;
    for (; search->next < search->results.count && read < SLICE && search->hits < slice; read++) {
        if (!show_result(session, &articles[search->results.items[search->next].article]))
            return false;
        search->next++;
    }
    return search->next == search->results.count || search->hits >= ROWS_MOST;
}

/* ---- an engine ---- */

static void show_engine_hits(struct session *session)
{
    struct library_search *search = state_of(session);
    struct engine_hits hits = { .items = NULL };
    struct error error = { "" };
    if (!search_engine_hits(search->engine, session->collection, &hits, &error))
        session_fail(session, "%s", error.text);
    else if (hits.count == 0 && hits.rubbish > 0)
        session_fail(session, "search-engine: prints no articles of this collection");
    else
        session_say(session, "%zu hits, by %s", hits.count, session->options.search_engine);
    for (size_t i = 0; i < hits.count; i++)
        list_add(search->list, hits.items[i].article, hits.items[i].snippet, hits.items[i].article, 0, 0);
    list_refresh(search->list);
    engine_hits_free(&hits);
    library_search_stop(session);
}

static bool poll_engine(struct session *session, bool wait)
{
    struct library_search *search = state_of(session);
    if (search->engine == NULL || !search_engine_poll(search->engine, wait, NULL, NULL))
        return false;
    show_engine_hits(session);
    return true;
}

static bool search_slice(struct session *session, bool idle)
{
    (void)idle;
    struct library_search *search = state_of(session);
    size_t count;
    if (!library_search_is_on(session) || search->engine != NULL)
        return false;
    const struct article *articles = collection_articles(session->collection, &count);
    bool ended = search->scans != collection_scans(session->collection) ||
                 go_on(session, articles, count);
    list_refresh(search->list);
    if (!ended)
        return !search->waits;
    tell_end(session, count + state_of(session)->own);
    stop_search(session);
    if (!state_of(session)->typing)
        state_of(session)->list = NULL;
    return true;
}

static void list_closed(struct session *session, const struct list *list)
{
    if (state_of(session)->list == list)
        library_search_stop(session);
}

static int timeout(const struct session *session)
{
    if (!library_search_is_on(session))
        return -1;
    if (state_of(session)->engine != NULL)
        return WAIT_ENGINE;
    return state_of(session)->waits ? WAIT : 0;
}

const struct session_part library_search_part = {
    .size = sizeof(struct library_search),
    .list_closed = list_closed,
    .collection_closed = library_search_stop,
    .timeout = timeout,
    .poll = poll_engine,
    .tick = search_slice,
    .free = library_search_stop,
};
