#include "session/search.h"

#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/span.h"
#include "base/xalloc.h"
#include "query/entity_index.h"
#include "query/position_remap.h"
#include "session/completion.h"
#include "session/core.h"
#include "session/entity_lists.h"
#include "session/known_names.h"
#include "session/parts.h"
#include "session/reload.h"
#include "session/selecting.h"
#include "text/find.h"
#include "text/word.h"

#define COUNT_BYTES ((size_t)8 << 20) /* while typing, longer texts are searched, not counted */
#define COUNT_HITS 100000 /* more hits are not counted */

#define HIT_LIMIT 5000 /* lit in one pane */

struct search {
    struct find *find; /* NULL: nothing is searched for */
    char *pattern;
    bool backward;
    bool shown; /* hits are lit up (Esc puts them out) */
    struct find *old_find; /* while a pattern is being typed: what was before */
    char *old_pattern;
    bool old_shown;
    size_t origin, origin_anchor; /* place where typing began */
    const struct document *counted; /* the document that `hits` are of */
    bool by_entity; /* hits are the mentions of an entity, whatever it is called there */
    uint32_t entity;
    struct spans hits;
};

SESSION_STATE(search, search_part)

struct find *search_compile(const struct session *session, const char *pattern, struct error *error)
{
    unsigned flags = session->options.regex ? FIND_REGEX : 0u;
    return find_new(pattern, flags, error);
}

void search_set(struct session *session, struct find *find, const char *pattern)
{
    struct search *search = state_of(session);
    find_free(search->find);
    free(search->pattern);
    search->find = find;
    search->pattern = xstrdup(pattern);
    search->shown = find != NULL;
    search->counted = NULL;
    search->by_entity = false;
}

/* The mentions of the entity are the hits, whatever it is called there. */
static void search_entity(struct session *session, uint32_t entity)
{
    struct search *search = state_of(session);
    const char *name = entity_index_name(known_names_entity_index(session), entity);
    search_set(session, find_new(name, 0, NULL), name);
    search->by_entity = search->find != NULL;
    search->entity = entity;
}

static void free_search(struct session *session)
{
    struct search *search = state_of(session);
    find_free(search->find);
    find_free(search->old_find);
    free(search->pattern);
    free(search->old_pattern);
    spans_free(&search->hits);
    *search = (struct search){ 0 };
}

static bool block_is_shown(const struct article_view *view, size_t offset)
{
    return view->visible == NULL ||
           view->visible[document_block_at(view->text->document, offset)] != 0;
}

/* The next hit after `from` (or before it) that the & filter shows. */
static bool next_hit(const struct article_view *view, struct find *find, size_t from, bool forward,
                     struct span *hit)
{
    const struct document *document = view->text->document;
    for (;;) {
        bool found = forward ? find_forward(find, document->text, document->length, from, hit)
                             : find_backward(find, document->text, document->length, from, hit);
        if (!found || block_is_shown(view, hit->start))
            return found;
        from = forward ? hit->end : hit->start;
    }
}

/* Goes to a hit, around the end if wrapscan is on. Returns 0 none, 1 found, 2 went around. */
static int go_to_hit(struct session *session, struct article_view *view, size_t from, bool forward)
{
    struct span hit;
    int result = 1;
    bool found = next_hit(view, state_of(session)->find, from, forward, &hit);
    if (!found && session->options.wrapscan) {
        size_t edge = forward ? 0 : view->text->document->length;
        found = next_hit(view, state_of(session)->find, edge, forward, &hit);
        result = 2;
    }
    if (!found)
        return 0;
    article_view_go(view, hit.start);
    return result;
}

static void report_no_hit(struct session *session, const struct find *find, const char *pattern)
{
    session_fail(session,
                 find_gave_up(find) ? "%s: takes too long to match; a simpler expression is needed"
                                    : "%s: not found",
                 pattern);
}

static void report(struct session *session, int result, bool forward)
{
    if (result == 0)
        report_no_hit(session, state_of(session)->find, state_of(session)->pattern);
    else if (result == 2)
        session_say(session,
                    forward ? "search went on at the beginning" : "search went on at the end");
}

/* The filter of the list or table that is open. */
static void filter_rows(void *context, const char *words)
{
    struct session *session = context;
    struct pane *pane = session_pane(session);
    if (session_top_view(session, pane)->filter != NULL)
        session_top_view(session, pane)->filter(session, pane, words);
}

static bool has_rows(struct session *session)
{
    return session_top_view(session, session_pane(session))->search != NULL;
}

static bool search_rows(struct session *session, const char *words, bool forward)
{
    struct pane *pane = session_pane(session);
    return session_top_view(session, pane)->search(pane, words, forward);
}

static void show_all_rows(void *context)
{
    filter_rows(context, "");
}

const struct prompt_ops row_filter_prompt = {
    .kind = PROMPT_LIST_FILTER,
    .label = "filter: ",
    .changed = filter_rows,
    .accepted = filter_rows,
    .cancelled = show_all_rows,
    .complete = completion_cells,
};

static void search_rows_typed(void *context, const char *text)
{
    struct session *session = context;
    if (!has_rows(session) || *text == '\0')
        return;
    search_set(session, NULL, text);
    if (!search_rows(session, text, true))
        session_fail(session, "%s: not found", text);
}

static const struct prompt_ops row_search_prompt = {
    .kind = PROMPT_LIST_SEARCH,
    .label = "/",
    .accepted = search_rows_typed,
};

static void restore_origin(struct session *session)
{
    struct article_view *view = session_view(session);
    if (view != NULL)
        article_view_restore(view, state_of(session)->origin, state_of(session)->origin_anchor);
}

static void search_changed(struct session *session, const char *text, bool forward)
{
    struct article_view *view = session_view(session);
    if (view == NULL)
        return;
    struct find *find = *text != '\0' ? search_compile(session, text, NULL) : NULL;
    search_set(session, find, text);
    restore_origin(session);
    if (find != NULL && go_to_hit(session, view, state_of(session)->origin, forward) == 0)
        report_no_hit(session, find, text);
}

static void search_changed_forward(void *context, const char *text)
{
    search_changed(context, text, true);
}

static void search_changed_back(void *context, const char *text)
{
    search_changed(context, text, false);
}

/* What was searched for before is so again, and the reader where typing began. */
static void search_cancelled(void *context)
{
    struct session *session = context;
    struct search *search = state_of(session);
    find_free(search->find);
    free(search->pattern);
    search->find = search->old_find;
    search->pattern = search->old_pattern;
    search->shown = search->old_shown;
    search->old_find = NULL;
    search->old_pattern = NULL;
    search->counted = NULL;
    restore_origin(session);
}

static void drop_old_find(struct search *search)
{
    find_free(search->old_find);
    free(search->old_pattern);
    search->old_find = NULL;
    search->old_pattern = NULL;
}

/* An empty pattern means the last one again. */
static void search_done(struct session *session, const char *text, bool forward)
{
    struct search *search = state_of(session);
    struct article_view *view = session_view(session);
    if (*text == '\0') {
        find_free(search->find);
        free(search->pattern);
        search->find = search->old_find;
        search->pattern = search->old_pattern;
        search->old_find = NULL;
        search->old_pattern = NULL;
    }
    struct error error = { "" };
    if (search->find == NULL && *text != '\0') {
        struct find *find = search_compile(session, text, &error);
        if (find == NULL) { /* the search before goes on to be the one that n repeats */
            search_cancelled(session);
            session_fail(session, "%s", error.text);
            return;
        }
        search_set(session, find, text);
    }
    drop_old_find(search);
    search->backward = !forward;
    search->shown = search->find != NULL;
    search->counted = NULL;
    if (search->find == NULL || view == NULL)
        return;
    restore_origin(session);
    pane_remember(session_pane(session));
    size_t from = *text == '\0' && forward ? search->origin + 1 : search->origin;
    report(session, go_to_hit(session, view, from, forward), forward);
}

static void search_forward(void *context, const char *text)
{
    search_done(context, text, true);
}

static void search_back(void *context, const char *text)
{
    search_done(context, text, false);
}

static const struct prompt_ops search_prompt = {
    .kind = PROMPT_SEARCH,
    .label = "/",
    .changed = search_changed_forward,
    .accepted = search_forward,
    .cancelled = search_cancelled,
};

static const struct prompt_ops search_back_prompt = {
    .kind = PROMPT_SEARCH_BACK,
    .label = "?",
    .changed = search_changed_back,
    .accepted = search_back,
    .cancelled = search_cancelled,
};

/* Remembers where typing begins, and what was searched for before. */
static void open_search(struct session *session, bool forward)
{
    struct search *search = state_of(session);
    const struct article_view *view = session_view(session);
    session_open_prompt(session, forward ? &search_prompt : &search_back_prompt, "");
    session_complete_text(session, session_view(session));
    search->origin = view->cursor;
    search->origin_anchor = view->anchor;
    search->old_find = search->find;
    search->old_pattern = search->pattern;
    search->old_shown = search->shown;
    search->find = NULL;
    search->pattern = NULL;
    search->shown = false;
    search->counted = NULL;
}

static void filter_done(void *context, const char *text)
{
    struct session *session = context;
    struct article_view *view = session_view(session);
    struct error error = { "" };
    if (view == NULL)
        return;
    if (*text == '\0') {
        article_view_filter(view, NULL);
        return;
    }
    struct find *find = search_compile(session, text, &error);
    if (find == NULL) {
        session_fail(session, "%s", error.text);
        return;
    }
    session_complete_text(session, view);
    const struct document *document = view->text->document;
    unsigned char *visible = xcalloc(document->block_count, 1);
    size_t count = 0;
    struct span hit;
    size_t from = 0;
    while (find_forward(find, document->text, document->length, from, &hit)) {
        size_t block = document_block_at(document, hit.start);
        visible[block] = 1;
        count++;
        from = document->blocks[block].end > hit.end ? document->blocks[block].end : hit.end;
    }
    if (count == 0)
        session_fail(session, "%s: no paragraph matches", text);
    else
        article_view_filter(view, visible);
    free(visible);
    search_set(session, find, text);
}

static const struct prompt_ops filter_prompt = {
    .kind = PROMPT_FILTER,
    .label = "&",
    .accepted = filter_done,
};

static void count_mentions(const struct text *text, uint32_t entity, struct spans *hits)
{
    for (size_t i = 0; i < text->mentions.count; i++) {
        const struct mention *mention = &text->mentions.items[i];
        if (mention->entity == entity)
            spans_add(hits, mention->start, mention->end);
    }
}

static void count_hits(struct session *session, const struct article_view *view)
{
    struct search *search = state_of(session);
    const struct document *document = view->text->document;
    if (search->find == NULL || search->counted == document)
        return;
    bool typing = session->prompt.ops != NULL;
    search->hits.count = 0;
    if (typing && document->length > COUNT_BYTES)
        return;
    search->counted = document;
    if (search->by_entity)
        count_mentions(view->text, search->entity, &search->hits);
    else if (!document->partial)
        find_all(search->find, document->text, 0, document->length, COUNT_HITS, &search->hits);
}

/* The mentions of the entity that is searched for. */
static void add_mentions_of(const struct mentions *mentions, uint32_t entity, struct span visible,
                            struct spans *hits)
{
    for (size_t i = mentions_first_after(mentions, visible.start);
         i < mentions->count && mentions->items[i].start < visible.end; i++)
        if (mentions->items[i].entity == entity)
            spans_add(hits, mentions->items[i].start, mentions->items[i].end);
}

void search_find_hits(const struct session *session, const struct article_view *view,
                      struct span visible, struct spans *hits)
{
    const struct search *search = state_of(session);
    if (!search->shown || search->find == NULL)
        return;
    if (search->by_entity)
        add_mentions_of(&view->text->mentions, search->entity, visible, hits);
    else
        find_all(search->find, view->text->document->text, visible.start, visible.end, HIT_LIMIT,
                 hits);
}

/* "2 of 3", or "3 hits" when the cursor stands on none. */
void search_status(struct session *session, const struct article_view *view, struct buffer *out)
{
    const struct search *search = state_of(session);
    if (!search->shown || search->find == NULL)
        return;
    count_hits(session, view);
    size_t count = search->hits.count;
    if (count == 0)
        return;
    const char *more = count >= COUNT_HITS ? "+" : "";
    size_t at = spans_first_after(search->hits.items, count, view->cursor);
    if (at < count && search->hits.items[at].start <= view->cursor)
        buffer_add_format(out, _("%zu of %zu%s"), at + 1, count, more);
    else
        buffer_add_format(out, message_count("%zu%s hit", "%zu%s hits", count), count, more);
}

bool search_put_out(struct session *session)
{
    struct search *search = state_of(session);
    bool shown = search->shown;
    search->shown = false;
    return shown;
}

const char *search_pattern(const struct session *session)
{
    return state_of(session)->pattern;
}

/* n and N, and the first step of * and #. */
static void step(struct session *session, bool forward, long count)
{
    struct article_view *view = session_view(session);
    session_complete_text(session, view);
    pane_remember(session_pane(session));
    state_of(session)->shown = true;
    int result = 1;
    for (long i = 0; i < count && result != 0; i++) {
        int found = go_to_hit(session, view, forward ? view->cursor + 1 : view->cursor, forward);
        result = found == 0 ? 0 : found > result ? found : result;
    }
    report(session, result, forward);
}

void search_run_next(struct session *session, const struct invocation *invocation)
{
    struct search *search = state_of(session);
    bool forward = (invocation->variant > 0) != search->backward;
    if (search->pattern == NULL) {
        session_fail(session, "search: nothing was searched for yet; / does");
    } else if (has_rows(session)) {
        if (!search_rows(session, search->pattern, invocation->variant > 0))
            session_fail(session, "%s: not found", search->pattern);
    } else if (session_view(session) != NULL && search->find != NULL) {
        long count = invocation->count > 1000 ? 1000 : invocation->count;
        if (search->by_entity)
            entity_lists_walk(session, state_of(session)->entity, forward ? count : -count);
        else
            step(session, forward, count);
    }
}

void search_run(struct session *session, const struct invocation *invocation)
{
    bool forward = invocation->variant > 0;
    if (has_rows(session)) {
        session_open_prompt(session, &row_search_prompt, "");
        return;
    }
    if (session_view(session) == NULL) {
        session_fail(session, "search: there is no text in this pane");
        return;
    }
    open_search(session, forward);
    if (*invocation->argument == '\0')
        return;
    prompt_close(&session->prompt);
    search_done(session, invocation->argument, forward);
}

void search_run_word(struct session *session, const struct invocation *invocation)
{
    struct article_view *view = session_view(session);
    const struct document *document = view->text->document;
    const struct mention *mention = article_view_mention(view);
    struct span word = { 0, 0 };
    if (selecting_is_on(session))
        word = selecting_passage(session);
    if (word.end == 0 && mention != NULL &&
        known_names_entity_index(session) != NULL) { /* by all its names */
        search_entity(session, mention->entity);
        state_of(session)->backward = invocation->variant < 0;
        entity_lists_walk(session, state_of(session)->entity, invocation->variant);
        return;
    }
    bool selected = word.end > 0;
    if (!selected && !word_behind_marks(document->text, document->length, view->cursor, &word)) {
        session_fail(session, "search-word: there is no word under the cursor");
        return;
    }
    char *pattern = xstrndup(document->text + word.start, word.end - word.start);
    struct error error = { "" };
    struct find *find = find_new(pattern, selected ? 0 : FIND_WHOLE_WORD, &error);
    if (find == NULL) {
        session_fail(session, "%s", error.text);
    } else {
        selecting_drop(session);
        search_set(session, find, pattern);
        state_of(session)->backward = invocation->variant < 0;
        view->cursor = word.start;
        prompt_remember(&session->prompt, PROMPT_SEARCH, pattern);
        step(session, invocation->variant > 0, 1);
    }
    free(pattern);
}

void search_run_filter(struct session *session, const struct invocation *invocation)
{
    if (*invocation->argument != '\0')
        filter_done(session, invocation->argument);
    else
        session_open_prompt(session, &filter_prompt, "");
}

/* ---- the part ---- */

static void text_shown(struct session *session, struct pane *pane)
{
    (void)pane;
    state_of(session)->counted = NULL;
}

static void text_replaced(struct session *session, struct text *text, const struct document *old)
{
    (void)text;
    if (state_of(session)->counted == old)
        state_of(session)->counted = NULL;
}

/* A pattern may be being typed. */
static void offsets_moved(struct session *session, const struct text *text,
                          const struct remap *remap)
{
    struct search *search = state_of(session);
    const struct article_view *view = session->panes.focus->view;
    if (view == NULL || view->text != text)
        return;
    search->origin = position_remap_offset(remap, search->origin);
    search->origin_anchor = position_remap_offset(remap, search->origin_anchor);
}

static void names_forgotten(struct session *session)
{
    state_of(session)->by_entity = false;
}

const struct session_part search_part = {
    .size = sizeof(struct search),
    .text_shown = text_shown,
    .text_replaced = text_replaced,
    .offsets_moved = offsets_moved,
    .names_forgotten = names_forgotten,
    .free = free_search,
};
