/* The prompt's business: searching while the reader types, filtering, and what happens on
 * Enter. The state is struct search in room.h. */
#include <stdlib.h>
#include <string.h>

#include "session/core.h"
#include "session/lists.h"
#include "base/xalloc.h"
#include "text/word.h"

#define COUNT_BYTES ((size_t)8 << 20) /* while typing, longer texts are searched, not counted */
#define COUNT_HITS ROOM_COUNT_HITS

static struct find *compile(struct session *session, const char *pattern, struct error *error)
{
    unsigned flags = session->options.regex ? FIND_REGEX : 0u;
    return find_new(pattern, flags, error);
}

static void set_find(struct search *search, struct find *find, const char *pattern)
{
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
    struct search *search = &session->search;
    const char *name = gazetteer_name(session->names.gazetteer, entity);
    set_find(search, find_new(name, 0, NULL), name);
    search->by_entity = search->find != NULL;
    search->entity = entity;
}

void room_search_free(struct session *session)
{
    struct search *search = &session->search;
    find_free(search->find);
    find_free(search->old_find);
    free(search->pattern);
    free(search->old_pattern);
    spans_free(&search->hits);
    *search = (struct search){ 0 };
    room_library_stop(session);
}

static bool block_is_shown(const struct view *view, size_t offset)
{
    return view->visible == NULL ||
           view->visible[document_block_at(view->text->document, offset)] != 0;
}

/* The next hit after `from` (or before it) that the & filter shows. */
static bool next_hit(const struct view *view, struct find *find, size_t from, bool forward,
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
static int go_to_hit(struct session *session, struct view *view, size_t from, bool forward)
{
    struct span hit;
    int result = 1;
    bool found = next_hit(view, session->search.find, from, forward, &hit);
    if (!found && session->options.wrapscan) {
        size_t edge = forward ? 0 : view->text->document->length;
        found = next_hit(view, session->search.find, edge, forward, &hit);
        result = 2;
    }
    if (!found)
        return 0;
    view_go(view, hit.start);
    return result;
}

static void report(struct session *session, int result, bool forward)
{
    if (result == 0)
        room_fail(session, "%s: not found", session->search.pattern);
    else if (result == 2)
        room_say(session, forward ? "search went on at the beginning"
                                  : "search went on at the end");
}

void room_open_prompt(struct session *session, enum prompt_kind kind, const char *text)
{
    struct search *search = &session->search;
    struct view *view = room_view(session);
    prompt_open(&session->prompt, kind, text);
    buffer_truncate(&session->message.text, 0);
    if ((kind == PROMPT_SEARCH || kind == PROMPT_SEARCH_BACK) && view != NULL) {
        room_complete_text(session, view);
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
}

/* The filter of the list or table that is open. */
static void filter_rows(struct session *session, const char *words)
{
    if (room_matrix(session) != NULL)
        room_filter_cells(session, words);
    else if (room_pane(session)->list != NULL)
        list_filter(room_pane(session)->list, words);
}

static bool search_rows(struct session *session, const char *words, bool forward)
{
    if (room_matrix(session) != NULL)
        return matrix_search(room_matrix(session), words, forward);
    return list_search(room_pane(session)->list, words, forward);
}

static bool has_rows(struct session *session)
{
    return room_pane(session)->list != NULL || room_matrix(session) != NULL;
}

static void restore_origin(struct session *session)
{
    struct view *view = room_view(session);
    if (view != NULL)
        view_restore(view, session->search.origin, session->search.origin_anchor);
}

void room_prompt_changed(struct session *session)
{
    enum prompt_kind kind = session->prompt.kind;
    struct view *view = room_view(session);
    const char *text = prompt_text(&session->prompt);
    buffer_truncate(&session->message.text, 0);
    if (kind == PROMPT_LIST_FILTER) {
        filter_rows(session, text);
        return;
    }
    if ((kind != PROMPT_SEARCH && kind != PROMPT_SEARCH_BACK) || view == NULL)
        return;
    bool forward = kind == PROMPT_SEARCH;
    struct find *find = *text != '\0' ? compile(session, text, NULL) : NULL;
    set_find(&session->search, find, text);
    restore_origin(session);
    if (find != NULL && go_to_hit(session, view, session->search.origin, forward) == 0)
        room_fail(session, "%s: not found", text);
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
    struct search *search = &session->search;
    struct view *view = room_view(session);
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
        struct find *find = compile(session, text, &error);
        if (find == NULL) { /* the search before goes on to be the one that n repeats */
            room_prompt_left(session, PROMPT_SEARCH);
            room_fail(session, "%s", error.text);
            return;
        }
        set_find(search, find, text);
    }
    drop_old_find(search);
    search->backward = !forward;
    search->shown = search->find != NULL;
    search->counted = NULL;
    if (search->find == NULL || view == NULL)
        return;
    restore_origin(session);
    pane_remember(room_pane(session));
    size_t from = *text == '\0' && forward ? search->origin + 1 : search->origin;
    report(session, go_to_hit(session, view, from, forward), forward);
}

void room_prompt_left(struct session *session, enum prompt_kind kind)
{
    struct search *search = &session->search;
    if (kind == PROMPT_SEARCH || kind == PROMPT_SEARCH_BACK) {
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
    if (kind == PROMPT_LIST_FILTER)
        filter_rows(session, "");
    if (kind == PROMPT_ANNOTATE)
        room_annotate_left(session);
    buffer_truncate(&session->message.text, 0);
}

static void filter_done(struct session *session, const char *text)
{
    struct view *view = room_view(session);
    struct error error = { "" };
    if (view == NULL)
        return;
    if (*text == '\0') {
        view_filter(view, NULL);
        return;
    }
    struct find *find = compile(session, text, &error);
    if (find == NULL) {
        room_fail(session, "%s", error.text);
        return;
    }
    room_complete_text(session, view);
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
        room_fail(session, "%s: no paragraph matches", text);
    else
        view_filter(view, visible);
    free(visible);
    set_find(&session->search, find, text);
}

void room_library_stop(struct session *session)
{
    find_free(session->library_search.find);
    if (session->library_search.list != NULL)
        session->library_search.list->filling = false;
    session->library_search = (struct library_search){ 0 };
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
    const struct view *view = room_pane(session)->view;
    bool same = target == VIEW_HERE && view != NULL && strcmp(view->text->name, row->target) == 0;
    char *name = xstrdup(row->target);
    size_t offset = row->offset;
    struct pane *pane = lists_target(session, target);
    if (same)
        pane_remember(pane); /* the text stays, the place is left all the same */
    bool ok = pane != NULL && room_open(session, pane, name);
    if (ok) {
        room_complete_text(session, pane->view);
        view_go(pane->view, offset);
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

static void library_done(struct session *session, const char *text)
{
    struct error error = { "" };
    if (*text == '\0')
        return;
    if (session->collection == NULL) {
        room_fail(session, "search-library: no collection is open; :open FOLDER opens one");
        return;
    }
    struct find *find = compile(session, text, &error);
    if (find == NULL || !collection_scan(session->collection, &error)) {
        find_free(find);
        room_fail(session, "%s", error.text);
        return;
    }
    char *title = xasprintf("“%s” in the library", text);
    struct list *list = list_new(&lists_hits, title);
    free(title);
    room_library_stop(session);
    list->filling = true;
    room_show_list(session, room_pane(session), list);
    session->library_search = (struct library_search){ .find = find, .list = list };
    set_find(&session->search, compile(session, text, NULL), text);
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

bool room_library_slice(struct session *session)
{
    struct library_search *search = &session->library_search;
    if (search->find == NULL)
        return false;
    size_t count;
    const struct article *articles = collection_articles(session->collection, &count);
    for (int turn = 0; turn < 8 && search->next < count; turn++) {
        const struct article *article = &articles[search->next++];
        struct text *text = shelf_open(&session->shelf, article->path, article->id, NULL);
        if (text == NULL)
            continue;
        room_poll_texts(session, true); /* panes that show its head get the whole of it */
        struct spans hits = { 0 };
        find_all(search->find, text->document->text, 0, text->document->length, 200, &hits);
        for (size_t i = 0; i < hits.count && search->hits < 5000; i++, search->hits++)
            add_hit(search->list, article, text->document, hits.items[i]);
        spans_free(&hits);
        shelf_release(&session->shelf, text);
    }
    list_refresh(search->list);
    if (search->next < count)
        return true;
    if (search->hits == 0)
        room_fail(session, "%s: not found in %zu articles", session->search.pattern, count);
    else
        room_say(session, "%zu hits in %zu articles", search->hits, count);
    room_library_stop(session);
    return true;
}

void room_prompt_done(struct session *session, enum prompt_kind kind, const char *text)
{
    switch (kind) {
    case PROMPT_COMMAND:
        command_run_line(session, text, 1, false);
        break;
    case PROMPT_SEARCH:
    case PROMPT_SEARCH_BACK:
        search_done(session, text, kind == PROMPT_SEARCH);
        break;
    case PROMPT_FILTER:
        filter_done(session, text);
        break;
    case PROMPT_LIST_FILTER:
        filter_rows(session, text);
        break;
    case PROMPT_LIST_SEARCH:
        if (has_rows(session) && *text != '\0') {
            set_find(&session->search, NULL, text);
            if (!search_rows(session, text, true))
                room_fail(session, "%s: not found", text);
        }
        break;
    case PROMPT_LIBRARY_SEARCH:
        library_done(session, text);
        break;
    case PROMPT_PIPE: {
        char *line = xasprintf("pipe %s", text);
        if (*text != '\0')
            command_run_line(session, line, 1, false);
        free(line);
        break;
    }
    case PROMPT_ANNOTATE:
        room_annotate_done(session, text);
        break;
    case PROMPT_NONE:
    case PROMPT_KINDS:
        break;
    }
}

static void count_mentions(const struct text *text, uint32_t entity, struct spans *hits)
{
    for (size_t i = 0; i < text->mentions.count; i++) {
        const struct mention *mention = &text->mentions.items[i];
        if (mention->entity == entity)
            spans_add(hits, mention->start, mention->end);
    }
}

void room_count_hits(struct session *session, const struct view *view)
{
    struct search *search = &session->search;
    const struct document *document = view->text->document;
    if (search->find == NULL || search->counted == document)
        return;
    bool typing = session->prompt.kind != PROMPT_NONE;
    search->hits.count = 0;
    if (typing && document->length > COUNT_BYTES)
        return;
    search->counted = document;
    if (search->by_entity)
        count_mentions(view->text, search->entity, &search->hits);
    else if (!document->partial)
        find_all(search->find, document->text, 0, document->length, COUNT_HITS, &search->hits);
}

/* n and N, and the first step of * and #. */
static void step(struct session *session, bool forward, long count)
{
    struct view *view = room_view(session);
    room_complete_text(session, view);
    pane_remember(room_pane(session));
    session->search.shown = true;
    int result = 1;
    for (long i = 0; i < count && result != 0; i++) {
        int found = go_to_hit(session, view, forward ? view->cursor + 1 : view->cursor, forward);
        result = found == 0 ? 0 : found > result ? found : result;
    }
    report(session, result, forward);
}

void search_run_next(struct session *session, const struct invocation *invocation)
{
    struct search *search = &session->search;
    bool forward = (invocation->variant > 0) != search->backward;
    if (search->pattern == NULL) {
        room_fail(session, "search: nothing was searched for yet; / does");
    } else if (has_rows(session)) {
        if (!search_rows(session, search->pattern, invocation->variant > 0))
            room_fail(session, "%s: not found", search->pattern);
    } else if (room_view(session) != NULL && search->find != NULL) {
        long count = invocation->count > 1000 ? 1000 : invocation->count;
        if (search->by_entity)
            room_walk_entity(session, forward ? count : -count);
        else
            step(session, forward, count);
    }
}

void search_run(struct session *session, const struct invocation *invocation)
{
    bool forward = invocation->variant > 0;
    if (has_rows(session)) {
        room_open_prompt(session, PROMPT_LIST_SEARCH, "");
        return;
    }
    if (room_view(session) == NULL) {
        room_fail(session, "search: there is no text in this pane");
        return;
    }
    room_open_prompt(session, forward ? PROMPT_SEARCH : PROMPT_SEARCH_BACK, "");
    if (*invocation->argument == '\0')
        return;
    prompt_close(&session->prompt);
    search_done(session, invocation->argument, forward);
}

void search_run_word(struct session *session, const struct invocation *invocation)
{
    struct view *view = room_view(session);
    const struct document *document = view->text->document;
    const struct mention *mention = view_mention(view);
    struct span word = { 0, 0 };
    if (room_is_selecting(session))
        word = room_passage(session);
    if (word.end == 0 && mention != NULL && session->names.gazetteer != NULL) { /* by all its names */
        search_entity(session, mention->entity);
        session->search.backward = invocation->variant < 0;
        room_walk_entity(session, invocation->variant);
        return;
    }
    bool selected = word.end > 0;
    if (!selected && !word_at(document->text, document->length, view->cursor, &word)) {
        room_fail(session, "search-word: there is no word under the cursor");
        return;
    }
    char *pattern = xstrndup(document->text + word.start, word.end - word.start);
    struct error error = { "" };
    struct find *find = find_new(pattern, selected ? 0 : FIND_WHOLE_WORD, &error);
    if (find == NULL) {
        room_fail(session, "%s", error.text);
    } else {
        room_drop_selections(session);
        set_find(&session->search, find, pattern);
        session->search.backward = invocation->variant < 0;
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
        room_open_prompt(session, PROMPT_FILTER, "");
}

void search_run_library(struct session *session, const struct invocation *invocation)
{
    if (*invocation->argument != '\0')
        library_done(session, invocation->argument);
    else
        room_open_prompt(session, PROMPT_LIBRARY_SEARCH, "");
}
