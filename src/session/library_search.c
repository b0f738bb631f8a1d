#include "session/library_search.h"

#include <stdlib.h>
#include <string.h>

#include "base/span.h"
#include "base/xalloc.h"
#include "query/search_query.h"
#include "session/core.h"
#include "session/known_names.h"
#include "session/open.h"
#include "session/parts.h"
#include "session/reload.h"
#include "session/search.h"
#include "text/find.h"
#include "session/lists.h"

#define WAIT 20 /* milliseconds before an article that is being converted is asked for again */
#define HITS_MOST 200 /* of an article */

/* A search through the whole library, done in slices. */
struct library_search {
    struct search_query *query; /* this or the other, NULL when none is going on */
    struct find *find;          /* a regular expression */
    struct list *list; /* borrowed from the pane it is shown in */
    size_t next;       /* article to look at */
    size_t hits;
    bool waits; /* for that article's text, which is still being made */
};

static struct library_search *state_of(const struct session *session)
{
    return session_state(session, &library_search_part);
}

bool library_search_is_on(const struct session *session)
{
    const struct library_search *search = state_of(session);
    return search->find != NULL || search->query != NULL;
}

void library_search_stop(struct session *session)
{
    struct library_search *search = state_of(session);
    find_free(search->find);
    search_query_free(search->query);
    if (search->list != NULL)
        search->list->filling = false;
    *search = (struct library_search){ 0 };
}

static bool fill_hits(struct session *session, struct pane *pane, struct list *list,
                      struct error *error)
{
    (void)session; /* the rows come in slices (room_library_slice) */
    (void)pane;
    (void)list;
    (void)error;
    return true;
}

static void choose_hit(struct session *session, struct list *list, enum view_target target)
{
    const struct list_row *row = list_current(list);
    const struct article_view *view = session_pane(session)->view;
    bool same = target == VIEW_HERE && view != NULL && strcmp(view->text->name, row->target) == 0;
    char *name = xstrdup(row->target);
    size_t offset = row->offset;
    struct pane *pane = lists_target(session, target);
    if (same)
        pane_remember(pane); /* the text stays, the place is left all the same */
    bool ok = pane != NULL && session_open(session, pane, name);
    if (ok) {
        session_complete_text(session, pane->view);
        article_view_go(pane->view, offset);
    }
    if (pane != NULL)
        lists_opened(session, pane, ok, target);
    free(name);
}

const struct list_source lists_hits = {
    .name = "hits",
    .hint = LISTS_HINT,
    .snippets = true,
    .fill = fill_hits,
    .choose = choose_hit,
    .edit = edit_list_row,
};

static void library_done(void *context, const char *text)
{
    struct session *session = context;
    struct error error = { "" };
    if (*text == '\0')
        return;
    if (session->collection == NULL) {
        session_fail(session, "search-library: no collection is open; :open FOLDER opens one");
        return;
    }
    bool regex = session->options.regex;
    struct library_search search = { 0 };
    if (regex)
        search.find = search_compile(session, text, &error);
    else
        search.query = search_query_new(text, &error);
    if ((search.find == NULL && search.query == NULL) ||
        !collection_scan(session->collection, &error)) {
        find_free(search.find);
        search_query_free(search.query);
        session_fail(session, "%s", error.text);
        return;
    }
    char *title = xasprintf("“%s” in the library", text);
    struct list *list = list_new(&lists_hits, title);
    free(title);
    library_search_stop(session);
    list->filling = true;
    session_show_list(session, session_pane(session), list);
    search.list = list;
    *state_of(session) = search;
    search_set(session,
               regex ? search_compile(session, text, NULL)
                     : find_new(search_query_first(search.query), FIND_KEY, NULL),
               text);
}

/* Snaps to the start of a code point. */
static size_t whole(const char *text, size_t at)
{
    while (at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80)
        at--;
    return at;
}

static void add_hit(struct list *list, const struct article *article,
                    const struct document *document, struct span hit)
{
    const struct block *block = &document->blocks[document_block_at(document, hit.start)];
    const char *text = document->text;
    size_t start = hit.start > block->start + 40 ? whole(text, hit.start - 40) : block->start;
    size_t end = hit.end + 120 < block->end ? whole(text, hit.end + 120) : block->end;
    bool cut = start > block->start;
    while (cut && start < hit.start && (unsigned char)text[start] < 0x80 && text[start - 1] != ' ')
        start++; /* to the beginning of a word */
    struct buffer snippet = { 0 };
    buffer_add_text(&snippet, cut ? "…" : "");
    buffer_add(&snippet, text + start, end > start ? end - start : 0);
    while (end < block->end && snippet.length > 0 &&
           (unsigned char)snippet.data[snippet.length - 1] < 0x80 &&
           snippet.data[snippet.length - 1] != ' ')
        buffer_truncate(&snippet, snippet.length - 1);
    buffer_add_text(&snippet, end < block->end ? "…" : "");
    list_add(list, article->id, buffer_text(&snippet), article->id, hit.start, 0);
    buffer_free(&snippet);
}

static void find_hits(const struct session *session, struct library_search *search,
                      const struct document *document, struct spans *hits)
{
    struct search_answer answer;
    if (search->find != NULL) {
        find_all(search->find, document->text, 0, document->length, HITS_MOST, hits);
        return;
    }
    (void)search_query_ask(search->query, document, known_names_entity_index(session), &answer);
    for (size_t i = 0; i < answer.hits.count && i < HITS_MOST; i++)
        spans_add(hits, answer.hits.items[i].start, answer.hits.items[i].end);
    search_answer_free(&answer);
}

static bool search_slice(struct session *session, bool idle)
{
    (void)idle;
    struct library_search *search = state_of(session);
    if (search->find == NULL && search->query == NULL)
        return false;
    size_t count;
    const struct article *articles = collection_articles(session->collection, &count);
    for (int turn = 0; turn < 8 && search->next < count; turn++) {
        const struct article *article = &articles[search->next++];
        if (search->query != NULL && search_query_skips(search->query, article))
            continue;
        struct text *text = open_texts_open(&session->open_texts, article->path, article->id, NULL);
        search->waits = text == NULL && conversion_put_off(session->open_texts.conversion);
        if (search->waits) {
            search->next--;
            return false;
        }
        if (text == NULL)
            continue;
        session_complete_texts(session); /* panes that show its head get the whole of it */
        struct spans hits = { 0 };
        find_hits(session, search, text->document, &hits);
        for (size_t i = 0; i < hits.count && search->hits < 5000; i++, search->hits++)
            add_hit(search->list, article, text->document, hits.items[i]);
        spans_free(&hits);
        open_texts_release(&session->open_texts, text);
    }
    list_refresh(search->list);
    if (search->next < count)
        return true;
    if (search->hits == 0)
        session_fail(session, "%s: not found in %zu articles", search_pattern(session), count);
    else
        session_say(session, "%zu hits in %zu articles", search->hits, count);
    library_search_stop(session);
    return true;
}

static const struct prompt_ops library_prompt = {
    .kind = PROMPT_LIBRARY_SEARCH,
    .label = "library/",
    .accepted = library_done,
};

void search_run_library(struct session *session, const struct invocation *invocation)
{
    if (*invocation->argument != '\0')
        library_done(session, invocation->argument);
    else
        session_open_prompt(session, &library_prompt, "");
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
    return state_of(session)->waits ? WAIT : 0;
}

const struct session_part library_search_part = {
    .size = sizeof(struct library_search),
    .list_closed = list_closed,
    .collection_closed = library_search_stop,
    .timeout = timeout,
    .tick = search_slice,
    .free = library_search_stop,
};
