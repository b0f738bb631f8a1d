#include "session/known_names.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/message.h"
#include "base/span.h"
#include "base/xalloc.h"
#include "library/local_link.h"
#include "library/target.h"
#include "page/entity_page.h"
#include "query/entity_index.h"
#include "query/mention_index.h"
#include "session/core.h"
#include "session/library_scan.h"
#include "session/long_work.h"
#include "session/parts.h"
#include "session/reload.h"

/* What is read in one slice. */
#define SLICE_BYTES ((size_t)256 << 10)
#define SLICE_ARTICLES 24

/* Milliseconds before an article that is being converted is asked for again. */
#define CONVERTING_WAIT 20

/* A page whose mentions are few enough to be read before it is shown. */
#define PAGE_AT_ONCE 12

struct known_names {
    struct entity_index *entity_index;   /* NULL until the room is first idle */
    struct mention_index *mention_index; /* NULL until counts are asked for */
    bool asked;                  /* for all of them: a bar tells how far the count is */
    bool stopped;                /* counts no more until it is asked again */
    bool notes_wait;             /* open notes that become pages once the library is read */
    struct long_work work;
    uint32_t walked;             /* the entity whose mentions ]e walks, NAMES_NONE */
};

SESSION_STATE(known_names, known_names_part)

struct entity_index *known_names_entity_index(const struct session *session)
{
    return state_of(session)->entity_index;
}

struct mention_index *known_names_counted(const struct session *session)
{
    return state_of(session)->mention_index;
}

uint32_t known_names_walked(const struct session *session)
{
    return state_of(session)->walked;
}

void known_names_set_walked(struct session *session, uint32_t entity)
{
    state_of(session)->walked = entity;
}

static bool wants_mentions(const struct session *session)
{
    return state_of(session)->entity_index == NULL;
}

/* A reader's own file counts as well. */
static void count_text(struct mention_index *mention_index, const struct text *text)
{
    if (text->path != NULL && text->page == NULL && !text->document->partial &&
        text->document->length <= KNOWN_NAMES_BYTES)
        mention_index_add(mention_index, text->path, text->name);
}

static struct mention_index *mention_index_of(struct session *session)
{
    if (state_of(session)->mention_index != NULL || state_of(session)->entity_index == NULL)
        return state_of(session)->mention_index;
    state_of(session)->mention_index =
        mention_index_new(session->collection, state_of(session)->entity_index,
                          session->open_texts.conversion);
    for (struct text *text = session->open_texts.texts; text != NULL; text = text->next)
        if (text->path == NULL ||
            entity_index_by_path(state_of(session)->entity_index, text->path) == NAMES_NONE)
            count_text(state_of(session)->mention_index, text);
    return state_of(session)->mention_index;
}

struct mention_index *known_names_mention_index(struct session *session)
{
    known_names_find(session);
    state_of(session)->asked = true;
    state_of(session)->stopped = false;
    return mention_index_of(session);
}

/* The entity whose note the text is, while it is not its page; NAMES_NONE. */
static uint32_t entity_without_page(const struct session *session, const struct text *text)
{
    const struct entity_index *entity_index = state_of(session)->entity_index;
    return entity_index != NULL && text->path != NULL && text->page == NULL
               ? entity_index_by_path(entity_index, text->path) : NAMES_NONE;
}

/* The text becomes the page of the entity whose note it is. */
static void make_page(struct session *session, struct text *text, uint32_t entity)
{
    struct mention_index *mention_index = mention_index_of(session);
    text->page_free = entity_page_free;
    text->page =
        entity_page_new(mention_index, state_of(session)->entity_index, entity, text->document);
    for (int i = 0; i < PAGE_AT_ONCE && mention_index_step(mention_index); i++) {
    }
    for (int i = 0; i < PAGE_AT_ONCE && entity_page_step(text->page); i++) {
    }
    text->document = entity_page_compose(text->page, &text->own);
}

/* The page's title, and headings and contexts under “Mentioned in”, name nothing of their own. */
static void keep_own_mentions(struct text *text)
{
    struct mentions *mentions = &text->mentions;
    size_t kept = 0;
    for (size_t i = 0; i < mentions->count; i++)
        if (mentions->items[i].start >= text->own.start && mentions->items[i].end <= text->own.end)
            mentions->items[kept++] = mentions->items[i];
    mentions->count = kept;
}

/* A file by itself has its neighbours. */
static bool follow_beside(const struct text *text, const char *name, struct target *target, struct error *error)
{
    struct local_target local;
    if (text->path == NULL || !local_link_note(text->path, name, &local)) {
        if (error->text[0] == '\0')
            error_set(error, "[[%s]]: no file of that name is beside this one", name);
        return false;
    }
    *target = (struct target){ .kind = file_is_folder(local.path) ? TARGET_FOLDER : TARGET_FILE,
                               .id = xstrdup(local.path), .path = xstrdup(local.path) };
    local_target_free(&local);
    return true;
}

bool known_names_follow(struct session *session, const struct text *text, const char *name,
                        struct target *target, struct error *error)
{
    const char *lang = text->document->language == LANGUAGE_CHINESE ? "zh" : "en";
    bool found = session->collection != NULL && target_follow(session->collection, name, lang, target, error);
    if (known_names_entity_index(session) != NULL)
        found = entity_index_follow(known_names_entity_index(session), name, lang, target) || found;
    return found || follow_beside(text, name, target, error);
}

static void find_missing(struct session *session, struct text *text)
{
    const struct document *document = text->document;
    text->missing.count = 0;
    for (size_t i = 0; session->collection != NULL && i < document->link_count; i++) {
        const struct link *link = &document->links[i];
        struct target target;
        struct error error = { "" };
        if (link->kind != LINK_NOTE)
            continue;
        if (!known_names_follow(session, text, link->target, &target, &error))
            spans_add(&text->missing, link->span.start, link->span.end);
        target_free(&target);
    }
}

bool known_names_is_missing(const struct text *text, const struct link *link)
{
    const struct spans *missing = &text->missing;
    size_t at = spans_first_after(missing->items, missing->count, link->span.start);
    return at < missing->count && missing->items[at].start == link->span.start;
}

static void find_mentions_in(struct session *session, struct text *text)
{
    text->mentions.count = 0;
    open_texts_forget_statements(text);
    text->missing.count = 0;
    if (state_of(session)->entity_index == NULL || text->made_of_rows || text->document->partial ||
        text->document->length > KNOWN_NAMES_BYTES)
        return;
    uint32_t entity = entity_without_page(session, text);
    if (entity != NAMES_NONE && state_of(session)->mention_index == NULL && !library_scan_goes_on(session)) {
        state_of(session)->notes_wait = true;
        state_of(session)->stopped = false;
    } else if (entity != NAMES_NONE) {
        make_page(session, text, entity);
    }
    entity_index_find(state_of(session)->entity_index, text->document, &text->mentions);
    if (text->page != NULL)
        keep_own_mentions(text);
    find_missing(session, text);
}

/* Where the reader's new notes go unless told otherwise, "" if there are none yet. */
static char *standard_vault(const char *data_folder)
{
    char *folder = file_join(data_folder, "vault");
    if (!file_is_folder(folder))
        folder[0] = '\0';
    return folder;
}

char *known_names_vault(const struct session *session)
{
    const char *folder = session->options.vault;
    const char *home = session->around.home;
    if (*folder == '\0' && session->around.data_folder != NULL)
        return standard_vault(session->around.data_folder);
    if (folder[0] == '~' && (folder[1] == '/' || folder[1] == '\0') && home != NULL)
        return xasprintf("%s%s", home, folder + 1);
    return xstrdup(folder);
}

/* In the open texts, or only in notes that are to become pages. */
static void find_in_open_texts(struct session *session, bool notes_only)
{
    for (struct text *text = session->open_texts.texts; text != NULL; text = text->next) {
        const struct document *before = text->document;
        if (notes_only && entity_without_page(session, text) == NAMES_NONE)
            continue;
        find_mentions_in(session, text);
        if (text->document != before)
            session_relayout(session, text);
    }
}

void known_names_find(struct session *session)
{
    if (!wants_mentions(session))
        return;
    char *vault = known_names_vault(session);
    state_of(session)->entity_index = entity_index_new(
        &(struct entity_index_sources){ session->collection, session->around.standard, vault,
                                         session->options.demonyms != 0 });
    if (entity_index_fault(state_of(session)->entity_index) != NULL)
        session_fail(session, "vault: %s", entity_index_fault(state_of(session)->entity_index));
    free(vault);
    find_in_open_texts(session, false);
    SESSION_TELL(session, names_known, (session));
}

/* A note's text is its page; it is known as one once the names are. */
void known_names_prepare(struct session *session, struct text *text)
{
    if (state_of(session)->entity_index == NULL && text->path != NULL &&
        session->collection != NULL) {
        char *entities = file_join(collection_folder(session->collection), "entities/");
        if (strncmp(text->path, entities, strlen(entities)) == 0)
            known_names_find(session);
        free(entities);
    }
    if (text->mentions.count == 0 || entity_without_page(session, text) != NAMES_NONE)
        find_mentions_in(session, text);
    if (state_of(session)->mention_index != NULL)
        count_text(state_of(session)->mention_index, text);
}

/* ---- growing pages ---- */

static bool is_mention_under_cursor(const struct session *session)
{
    const struct pane *pane = session->panes.focus;
    return pane_view(pane) != NULL && article_view_mention(pane->view) != NULL;
}

static bool page_waits(const struct session *session)
{
    for (const struct text *text = session->open_texts.texts; text != NULL; text = text->next)
        if (text->page != NULL && !entity_page_is_done(text->page))
            return true;
    return false;
}

static bool names_wait(const struct session *session)
{
    if (state_of(session)->entity_index == NULL || state_of(session)->stopped ||
        entity_index_count(state_of(session)->entity_index) == 0)
        return false;
    if (state_of(session)->mention_index == NULL)
        return state_of(session)->notes_wait || is_mention_under_cursor(session);
    return state_of(session)->notes_wait ||
           !mention_index_is_done(state_of(session)->mention_index) || page_waits(session);
}

static bool count_slice(struct mention_index *mention_index)
{
    size_t bytes = 0;
    size_t count;
    const struct mention_index_article *articles = mention_index_articles(mention_index, &count);
    for (int i = 0; i < SLICE_ARTICLES && bytes < SLICE_BYTES && mention_index_step(mention_index);
         i++)
        bytes += articles[mention_index_read(mention_index) - 1].length;
    return bytes > 0;
}

static void compose_page(struct session *session, struct text *text)
{
    struct document *old = text->document;
    text->document = entity_page_compose(text->page, &text->own);
    session_text_moved(session, text, old);
}

static bool grow_page(struct session *session, struct text *text)
{
    for (int i = 0; i < SLICE_ARTICLES && entity_page_step(text->page); i++) {
    }
    if (!entity_page_is_due(text->page))
        return false;
    compose_page(session, text);
    return true;
}

/* How far the count is, to whom has asked for it. */
static bool tell_count(struct session *session)
{
    struct known_names *state = state_of(session);
    size_t count;
    (void)mention_index_articles(state->mention_index, &count);
    if (!mention_index_is_done(state->mention_index))
        return state->asked && long_work_tell(session, &state->work, _("counting names"),
                                              mention_index_read(state->mention_index), count);
    state->asked = false;
    long_work_end(session, &state->work);
    return false;
}

static void compose_pages(struct session *session)
{
    struct text *text = NULL;
    while ((text = open_texts_walk(&session->open_texts, text)) != NULL)
        if (text->page != NULL)
            compose_page(session, text);
}

/* Whether the library is known, with a bar for who has opened a note. */
static bool read_library(struct session *session, bool *changed)
{
    struct known_names *state = state_of(session);
    if (state->mention_index != NULL || !state->notes_wait)
        return state->mention_index != NULL || library_scan_goes_on(session);
    if (!library_scan_goes_on_told(session, &state->work, changed))
        return false;
    long_work_end(session, &state->work);
    return true;
}

static bool read_slice(struct session *session)
{
    bool told = false;
    if (!names_wait(session) || !read_library(session, &told))
        return told;
    if (state_of(session)->notes_wait) {
        state_of(session)->notes_wait = false;
        find_in_open_texts(session, true);
    }
    bool counting = !mention_index_is_done(mention_index_of(session));
    bool changed = counting && count_slice(state_of(session)->mention_index);
    struct text *text = NULL;
    while ((text = open_texts_walk(&session->open_texts, text)) != NULL)
        if (text->page != NULL && !entity_page_is_done(text->page))
            changed = grow_page(session, text) || changed;
    changed = tell_count(session) || changed;
    if (counting)
        SESSION_TELL(session, mentions_counted, (session));
    return changed || mention_index_is_done(state_of(session)->mention_index);
}

/* ---- when notes change ---- */

/* The pages as their files are now, the places on screen kept by their words. */
static void make_pages_anew(struct session *session)
{
    struct text *text = NULL;
    while ((text = open_texts_walk(&session->open_texts, text)) != NULL) {
        if (!text->was_page)
            continue;
        text->was_page = false;
        if (file_exists(text->path))
            session_reload_text(session, text);
    }
}

static void forget_names(struct session *session)
{
    SESSION_TELL(session, names_forgotten, (session));
    for (struct text *text = session->open_texts.texts; text != NULL; text = text->next) {
        text->was_page = text->page != NULL;
        open_texts_drop_page(text);
        text->mentions.count = 0;
        open_texts_forget_statements(text);
    }
    mention_index_free(state_of(session)->mention_index);
    state_of(session)->mention_index = NULL;
    state_of(session)->stopped = false;
    state_of(session)->notes_wait = false;
    long_work_end(session, &state_of(session)->work);
    entity_index_free(state_of(session)->entity_index);
    state_of(session)->entity_index = NULL;
    state_of(session)->walked = NAMES_NONE;
}

void known_names_reread(struct session *session)
{
    forget_names(session);
    if (session->collection != NULL)
        collection_forget_notes(session->collection);
    known_names_find(session);
    make_pages_anew(session);
    SESSION_TELL(session, mentions_counted, (session));
}

/* ---- the part ---- */

static void text_replaced(struct session *session, struct text *text, const struct document *old)
{
    (void)old;
    find_mentions_in(session, text);
}

static int timeout(const struct session *session)
{
    const struct mention_index *mention_index = state_of(session)->mention_index;
    if (!wants_mentions(session) && !names_wait(session))
        return -1;
    return mention_index != NULL && mention_index_waits(mention_index) ? CONVERTING_WAIT : 0;
}

/* What waits for the library as well tells that it is stopped. */
static bool stop_notes(struct session *session)
{
    static const char command[] = "follow";
    struct known_names *state = state_of(session);
    state->stopped = true;
    long_work_end(session, &state->work);
    if (library_scan_has_command(session))
        return false;
    session_say(session, "%s: stopped; the same command goes on", command);
    return true;
}

static bool before_command(struct session *session, const struct command *command, const char *line, long count)
{
    struct known_names *state = state_of(session);
    (void)line;
    (void)count;
    if (state->notes_wait && !state->stopped && long_work_is_stopped_by(command))
        return stop_notes(session);
    if (!state->asked || state->mention_index == NULL || mention_index_is_done(state->mention_index) ||
        !long_work_is_stopped_by(command))
        return false;
    size_t all;
    (void)mention_index_articles(state->mention_index, &all);
    state->stopped = true;
    state->asked = false;
    long_work_end(session, &state->work);
    session_say(session, "names: stopped: %zu of %zu articles were counted; the same command goes on",
                mention_index_read(state->mention_index), all);
    return true;
}

static bool tick(struct session *session, bool idle)
{
    (void)idle;
    bool found = wants_mentions(session);
    known_names_find(session);
    return read_slice(session) || found;
}

static void free_names(struct session *session)
{
    mention_index_free(state_of(session)->mention_index);
    entity_index_free(state_of(session)->entity_index);
    long_work_end(session, &state_of(session)->work);
}

const struct session_part known_names_part = {
    .size = sizeof(struct known_names),
    .text_prepared = known_names_prepare,
    .text_replaced = text_replaced,
    .language_changed = compose_pages,
    .collection_closed = forget_names,
    .before_command = before_command,
    .timeout = timeout,
    .tick = tick,
    .free = free_names,
};
