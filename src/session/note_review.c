#include "session/note_review.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/span.h"
#include "session/core.h"
#include "session/lists.h"
#include "session/parts.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "library/target.h"
#include "notes/mark.h"
#include "query/note_placement.h"
#include "session/core.h"
#include "session/note_marks.h"
#include "session/open.h"
#include "session/parts.h"
#include "session/reload.h"
#include "session/selecting.h"
#include "session/sync.h"
#include "text/sanitize.h"

#define QUOTE_BYTES ((size_t)200)

/* A lost annotation whose passage the reader is about to show. */
struct replacing {
    char id[ANNOTATION_ID_SIZE]; /* "": none */
    enum target_role role;
};

SESSION_STATE(replacing, note_review_part)

/* The articles that notes are about, each with its text held while the review is made. */
struct read_article {
    char *name;
    struct text *text; /* NULL: there is none */
};

/* A passage that is not where it was. */
struct stray {
    struct annotation annotation;
    size_t target;     /* which of its targets */
    struct text *text; /* where it was looked for, NULL: nowhere */
    struct anchor anchor;
};

struct strays {
    struct stray *items;
    size_t count;
    size_t capacity;
};

struct reviewing {
    struct session *session;
    struct list *list;
    struct read_article *items;
    size_t count;
    size_t capacity;
    struct strays strays;
};

struct text *note_review_hold_article(struct session *session,
                                      const struct annotation_target *passage)
{
    struct target target = { 0 };
    struct text *text = note_marks_open_text(session, passage->article);
    if (text != NULL)
        open_texts_hold(text);
    else if (target_resolve(session->collection, passage->article, &target, NULL) &&
             (target.kind == TARGET_ARTICLE || target.kind == TARGET_FILE))
        text = open_texts_open(&session->open_texts, target.path, target.id, NULL);
    target_free(&target);
    return text;
}

/* Those of the same story in the same language, for one that was renamed. */
static struct text *open_renamed(struct session *session, const struct annotation *annotation,
                                 const struct annotation_target *passage)
{
    const struct article *versions[SYNC_VERSIONS];
    if (session->collection == NULL || *passage->story == '\0' ||
        !collection_scan(session->collection, NULL))
        return NULL;
    size_t count = collection_story(session->collection, passage->story, versions, SYNC_VERSIONS);
    for (size_t i = 0; i < count && i < SYNC_VERSIONS; i++) {
        if (strcmp(versions[i]->lang, passage->lang) != 0)
            continue;
        struct text *text =
            open_texts_open(&session->open_texts, versions[i]->path, versions[i]->id, NULL);
        session_complete_texts(session);
        struct placements *placements = text != NULL ? note_marks_placements(session, text) : NULL;
        if (placements != NULL &&
            note_placement_find(placements, annotation->id, passage->role) != NULL)
            return text;
        open_texts_release(&session->open_texts, text);
    }
    return NULL;
}

static struct text *text_of(struct reviewing *reviewing, const struct annotation *annotation,
                            const struct annotation_target *passage)
{
    for (size_t i = 0; i < reviewing->count; i++)
        if (strcmp(reviewing->items[i].name, passage->article) == 0)
            return reviewing->items[i].text;
    struct read_article article = { xstrdup(passage->article),
                                    note_review_hold_article(reviewing->session, passage) };
    if (article.text == NULL)
        article.text = open_renamed(reviewing->session, annotation, passage);
    if (article.text != NULL)
        session_complete_texts(reviewing->session);
    VECTOR_PUSH(reviewing, article);
    return article.text;
}

static void add_words(struct buffer *out, const char *text, size_t length)
{
    buffer_add_text(out, "“");
    sanitize_line(out, text, length < QUOTE_BYTES ? length : QUOTE_BYTES);
    buffer_add_text(out, length < QUOTE_BYTES ? "”" : "…”");
}

/* A place that it may be at: its words there, its score. */
static void add_candidate(struct list *list, const struct annotation *annotation,
                          const struct annotation_target *passage, const struct text *text,
                          const struct anchor_place *place)
{
    struct span span = mark_span(text->document, place->start, place->end);
    struct buffer label = { 0 };
    add_words(&label, text->document->text + span.start, span.end - span.start);
    size_t block = document_block_at(text->document, span.start);
    char *detail = xasprintf("¶%zu · %.2f", block + 1, place->score);
    list_add(list, buffer_text(&label), detail, text->path, span.start, 1);
    list_set_id(list, annotation->id);
    struct list_row *row = &list->items[list->count - 1];
    row->number = span.end;
    row->group = (int)passage->role;
    buffer_free(&label);
    free(detail);
}

static bool only_elsewhere(const struct stray *stray)
{
    return stray->anchor.state == ANCHOR_MOVED && stray->anchor.same_words;
}

static void add_stray(struct list *list, const struct stray *stray)
{
    const struct annotation *annotation = &stray->annotation;
    const struct annotation_target *passage = &annotation->targets[stray->target];
    const struct anchor *anchor = &stray->anchor;
    struct text *text = stray->text;
    struct buffer label = { 0 };
    struct buffer detail = { 0 };
    buffer_add_format(&label, only_elsewhere(stray) ? _("%s, same words: ") : "%s: ",
                      _(anchor_state_name(anchor->state)));
    add_words(&label, passage->quote, strlen(passage->quote));
    const char *name = note_marks_label(passage->article);
    sanitize_line(&detail, name, strlen(name));
    buffer_add_text(&detail, text == NULL ? _(" · no such article") : "");
    list_add(list, buffer_text(&label), buffer_text(&detail),
             anchor->state != ANCHOR_LOST ? text->path : NULL, 0, 0);
    list_set_id(list, annotation->id);
    list_words(list, annotation->comment);
    list->items[list->count - 1].group = (int)passage->role;
    buffer_free(&label);
    buffer_free(&detail);
    if (anchor->state == ANCHOR_MOVED)
        add_candidate(list, annotation, passage, text, &anchor->place);
    for (size_t i = 0; anchor->state == ANCHOR_AMBIGUOUS && i < anchor->candidate_count; i++)
        add_candidate(list, annotation, passage, text, &anchor->candidates[i]);
}

static bool review_one(void *context, const struct annotation *annotation)
{
    struct reviewing *reviewing = context;
    for (size_t i = 0; i < annotation->target_count; i++) {
        const struct annotation_target *passage = &annotation->targets[i];
        if (passage->role == TARGET_DESTINATION)
            continue;
        struct text *text = text_of(reviewing, annotation, passage);
        struct placements *placements =
            text != NULL ? note_marks_placements(reviewing->session, text) : NULL;
        struct stray stray = { .target = i, .text = text, .anchor = { .state = ANCHOR_LOST } };
        if (placements != NULL && placements->text != NULL)
            stray.anchor = anchor_find(placements->text, passage);
        if (stray.anchor.state == ANCHOR_EXACT)
            continue;
        annotation_copy(&stray.annotation, annotation);
        VECTOR_PUSH(&reviewing->strays, stray);
    }
    return true;
}

/* Those whose words are as they were last; else by article and place. */
static int compare_strays(const void *a, const void *b)
{
    const struct stray *first = a;
    const struct stray *second = b;
    const struct annotation_target *one = &first->annotation.targets[first->target];
    const struct annotation_target *other = &second->annotation.targets[second->target];
    int order = (int)only_elsewhere(first) - (int)only_elsewhere(second);
    if (order == 0)
        order = strcmp(one->article, other->article);
    if (order == 0)
        order = (one->start > other->start) - (one->start < other->start);
    return order != 0 ? order : strcmp(first->annotation.id, second->annotation.id);
}

static void list_strays(struct list *list, struct strays *strays)
{
    if (strays->count > 0)
        qsort(strays->items, strays->count, sizeof *strays->items, compare_strays);
    for (size_t i = 0; i < strays->count; i++) {
        add_stray(list, &strays->items[i]);
        annotation_free(&strays->items[i].annotation);
    }
    free(strays->items);
}

static void finish(struct reviewing *reviewing)
{
    for (size_t i = 0; i < reviewing->count; i++) {
        free(reviewing->items[i].name);
        open_texts_release(&reviewing->session->open_texts, reviewing->items[i].text);
    }
    free(reviewing->items);
}

/* Says itself what went wrong, as all that concerns the store of notes is said. */
static bool fill(struct session *session, struct pane *pane, struct list *list,
                 struct error *unused)
{
    struct error error = { "" };
    struct reviewing reviewing = { .session = session, .list = list };
    struct store *store = note_service_read(&session->notebook, &error);
    (void)pane;
    (void)unused;
    if (store != NULL)
        store_each(store, NULL, review_one, &reviewing, NULL, &error);
    list_strays(list, &reviewing.strays);
    if (error.text[0] != '\0')
        note_marks_fail(session, "", &error);
    finish(&reviewing);
    return true;
}

void note_review_show(struct session *session)
{
    struct pane *pane = session_pane(session);
    struct list *list =
        lists_make(session, pane, &lists_review, NULL);
    if (list->count > 0) {
        session_show_list(session, pane, list);
        return;
    }
    list_free(list);
    if (!session->message.is_error)
        session_say(session, "every note is where it was");
}

/* The passage becomes what stands at the place chosen. */
static void move_to(struct session *session, const char *id, enum target_role role,
                    const char *path, struct span span)
{
    struct annotation annotation;
    struct error error = { "" };
    struct store *store = note_service_write(&session->notebook, &error);
    struct text *text = open_texts_open(&session->open_texts, path, path, &error);
    bool ok = store != NULL && text != NULL && store_get(store, id, &annotation, &error);
    if (ok) {
        struct annotation_target *passage = annotation_target(&annotation, role);
        session_complete_texts(session);
        if (passage != NULL && span.end <= text->document->length)
            note_marks_describe(session, text, span, passage);
        ok = store_update(store, &annotation, &error);
        annotation_free(&annotation);
    }
    open_texts_release(&session->open_texts, text);
    if (ok)
        session_say(session, "the note has its place there now; u takes that back");
    else
        note_marks_fail(session, "not changed", &error);
    note_service_changed(&session->notebook);
    SESSION_TELL(session, notes_changed, (session));
}

/* Of one that is lost the reader shows where it is. */
static void seek(struct session *session, const struct list_row *row)
{
    struct annotation annotation;
    struct pane *pane = session_pane(session);
    struct store *store = note_service_read(&session->notebook, NULL);
    struct replacing *replacing = state_of(session);
    snprintf(replacing->id, sizeof replacing->id, "%s", row->id);
    replacing->role = (enum target_role)row->group;
    session_close_list(session, pane);
    if (store != NULL && store_get(store, replacing->id, &annotation, NULL)) {
        const struct annotation_target *passage = annotation_target(&annotation, replacing->role);
        struct text *text = passage != NULL ? note_review_hold_article(session, passage) : NULL;
        if (text != NULL && session_open_path(session, pane, text->path, text->name))
            article_view_go(pane->view,
                            mark_span(text->document, passage->start, passage->end).start);
        open_texts_release(&session->open_texts, text);
        annotation_free(&annotation);
    }
    session_arrange(session);
    session_say(session, "go to its passage or select it, and type :notes here");
}

void note_review_place_here(struct session *session)
{
    struct article_view *view = session_view(session);
    struct replacing replacing = *state_of(session);
    if (replacing.id[0] == '\0')
        session_fail(session, "notes here: choose a lost note in :notes review first");
    else if (view == NULL || !note_marks_can_annotate(view->text) ||
             selecting_passage(session).end == selecting_passage(session).start)
        session_fail(session, "notes here: wants a passage of an article");
    else {
        move_to(session, replacing.id, replacing.role, view->text->path,
                selecting_passage(session));
        *state_of(session) = (struct replacing){ "", TARGET_SELECTION };
        selecting_drop(session);
    }
}

static void choose(struct session *session, struct list *list, enum view_target target)
{
    const struct list_row *row = list_current(list);
    (void)target;
    if (row->level == 0 && row->target == NULL) {
        seek(session, row);
    } else if (row->level == 0) {
        session_say(session, "choose a place below it, and the note goes there");
    } else {
        char *id = xstrdup(row->id);
        char *path = xstrdup(row->target);
        move_to(session, id, (enum target_role)row->group, path,
                (struct span){ row->offset, row->number });
        free(id);
        free(path);
    }
}

const struct list_source lists_review = {
    .name = "review",
    .title = N_("Notes that are not where they were"),
    .hint = "Enter on a place moves the note there · u undoes · q closes",
    .fill = fill,
    .choose = choose,
    .edit = edit_list_row,
};

/* ---- :notes settle ---- */

struct settling {
    struct reviewing reviewing;
    struct annotation *items; /* with their new places */
    size_t count;
    size_t capacity;
};

static bool settle_one(void *context, const struct annotation *annotation)
{
    struct settling *settling = context;
    struct session *session = settling->reviewing.session;
    struct annotation settled;
    bool moved = false;
    annotation_copy(&settled, annotation);
    for (size_t i = 0; i < settled.target_count; i++) {
        struct annotation_target *passage = &settled.targets[i];
        struct text *text = passage->role != TARGET_DESTINATION
                                ? text_of(&settling->reviewing, annotation, passage)
                                : NULL;
        struct placements *placements = text != NULL ? note_marks_placements(session, text) : NULL;
        const struct placement *placement =
            placements != NULL ? note_placement_find(placements, annotation->id, passage->role)
                               : NULL;
        if (placement == NULL || !placement->same_words)
            continue;
        note_marks_describe(session, text, placement->span, passage);
        moved = true;
    }
    if (moved)
        VECTOR_PUSH(settling, settled);
    else
        annotation_free(&settled);
    return true;
}

void note_review_settle(struct session *session)
{
    struct error error = { "" };
    struct settling settling = { .reviewing = { .session = session } };
    struct store *store = note_service_write(&session->notebook, &error);
    bool ok = store != NULL && store_each(store, NULL, settle_one, &settling, NULL, &error);
    if (ok && settling.count > 0) {
        ok = store_begin(store, &error);
        for (size_t i = 0; ok && i < settling.count; i++)
            ok = store_update(store, &settling.items[i], &error);
        if (!ok)
            store_abandon(store);
        ok = ok && store_end(store, &error);
    }
    if (!ok)
        note_marks_fail(session, "not changed", &error);
    else
        session_say(session, "%zu notes keep the places that their words have now", settling.count);
    for (size_t i = 0; i < settling.count; i++)
        annotation_free(&settling.items[i]);
    free(settling.items);
    finish(&settling.reviewing);
    note_service_changed(&session->notebook);
    SESSION_TELL(session, notes_changed, (session));
}

const struct session_part note_review_part = { .size = sizeof(struct replacing) };
