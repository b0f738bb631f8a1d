#include "session/note_lists.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/message.h"
#include "session/core.h"
#include "session/lists.h"
#include "session/parts.h"
#include "base/xalloc.h"
#include "library/target.h"
#include "notes/mark.h"
#include "query/note_placement.h"
#include "session/annotate.h"
#include "session/core.h"
#include "session/edit.h"
#include "session/known_names.h"
#include "session/note_marks.h"
#include "session/note_review.h"
#include "session/note_undo.h"
#include "session/open.h"
#include "session/parts.h"
#include "session/reload.h"
#include "session/sync.h"
#include "text/find_literal.h"
#include "text/fold.h"
#include "text/sanitize.h"

#define LISTED_TEXTS 16           /* that are opened for the states of their notes */
#define LABEL_BYTES ((size_t)400) /* of a comment or quote that a row has */

/* ---- going to one ---- */

/* A version of the same story in the same language, for an article that is no longer there. */
static bool open_renamed(struct session *session, struct pane *pane,
                         const struct annotation_target *target)
{
    const struct article *versions[SYNC_VERSIONS];
    if (session->collection == NULL || *target->story == '\0' ||
        !collection_scan(session->collection, NULL))
        return false;
    size_t count = collection_story(session->collection, target->story, versions, SYNC_VERSIONS);
    for (size_t i = 0; i < count && i < SYNC_VERSIONS; i++)
        if (strcmp(versions[i]->lang, target->lang) == 0)
            return session_open_path(session, pane, versions[i]->path, versions[i]->id);
    return false;
}

static bool open_article(struct session *session, struct pane *pane,
                         const struct annotation_target *passage)
{
    struct target target = { 0 };
    struct error error = { "" };
    const struct text *text = note_marks_open_text(session, passage->article);
    bool ok =
        text == NULL && target_resolve(session->collection, passage->article, &target, &error);
    if (text != NULL)
        ok = session_open_path(session, pane, text->path, text->name);
    else if (ok)
        ok = session_open_path(session, pane, target.path, target.id);
    else if (file_exists(passage->path))
        ok = session_open_path(session, pane, passage->path, passage->article);
    else
        ok = open_renamed(session, pane, passage);
    if (!ok && error.text[0] != '\0')
        note_marks_fail(session, "", &error);
    target_free(&target);
    return ok;
}

/* Where the word, in letters of any case, is in the passage, if need be within another one, as that of which it
 * is the dictionary's form; the passage's beginning where it is not. */
static size_t find_word(const struct document *document, struct span passage, const char *word)
{
    struct span found = { passage.start, passage.start };
    bool is = false;
    for (int whole = 1; whole >= 0 && !is; whole--) {
        struct find_literal *literal = find_literal_new(word, FOLD_CASE, whole == 1);
        is = literal != NULL && find_literal_forward(literal, document->text, passage.end, passage.start, &found);
        find_literal_free(literal);
    }
    return is ? found.start : passage.start;
}

/* To the word in the passage; "": to its beginning. */
static bool go_to_passage(struct session *session, struct pane *pane,
                          const struct annotation_target *passage, const char *word)
{
    struct text *before = pane->view != NULL ? pane->view->text : NULL;
    size_t cursor = pane->view != NULL ? pane->view->cursor : 0;
    if (!open_article(session, pane, passage))
        return false;
    session_complete_text(session, pane->view);
    const struct document *document = pane->view->text->document;
    struct anchor_text *text = anchor_text_new(document->text, document->length);
    struct anchor anchor = anchor_find(text, passage);
    bool found = anchor.state == ANCHOR_EXACT || anchor.state == ANCHOR_MOVED;
    anchor_text_free(text);
    if (before == pane->view->text) {
        pane->view->cursor = cursor;
        pane_remember(pane);
    }
    if (found)
        article_view_go(pane->view,
                        find_word(document, mark_span(document, anchor.place.start, anchor.place.end), word));
    else
        session_fail(session, "its passage is %s here; :notes review shows what is known of it",
                     _(anchor_state_name(anchor.state)));
    session_arrange(session);
    return true;
}

/* To the passage, or where that has no article, to its counterpart. */
static void go_to_note(struct session *session, struct pane *pane, const char *id)
{
    struct annotation annotation;
    struct error error = { "" };
    struct store *store = note_service_read(&session->notebook, &error);
    if (store == NULL || !store_get(store, id, &annotation, &error)) {
        note_marks_fail(session, "", &error);
        return;
    }
    if (annotation.target_count == 0)
        session_say(session, "it was kept without a place to go to");
    for (size_t i = 0; i < annotation.target_count; i++)
        if (annotation.targets[i].role != TARGET_DESTINATION &&
            go_to_passage(session, pane, &annotation.targets[i],
                          annotation.targets[i].role == TARGET_SELECTION ? annotation.word : ""))
            break;
    annotation_free(&annotation);
}

bool note_lists_follow_mark(struct session *session)
{
    size_t count;
    struct error error = { "" };
    struct annotation annotation;
    const struct placement *mark = note_marks_here(session, &count);
    struct store *store = note_service_read(&session->notebook, &error);
    if (mark == NULL || mark->kind != ANNOTATION_LINK || store == NULL ||
        !store_get(store, mark->id, &annotation, &error))
        return false;
    struct target target = { 0 };
    const struct annotation_target *passage = annotation_target(&annotation, TARGET_DESTINATION);
    struct pane *pane = session_pane(session);
    if (passage != NULL)
        go_to_passage(session, pane, passage, "");
    else if (known_names_follow(session, pane->view->text, annotation.entity, &target, &error))
        session_open_path(session, pane, target.path, target.id);
    else
        edit_offer_note(session, annotation.entity);
    target_free(&target);
    annotation_free(&annotation);
    return true;
}

/* ---- the list ---- */

static const char *const note_orders[LIST_ORDERS] = {
    [LIST_AS_ADDED] = N_("in the order of the articles"),
    [LIST_BY_LABEL] = N_("sorted by their words"),
    [LIST_BY_NUMBER] = N_("sorted by kind"),
    [LIST_BY_GROUP] = N_("in the order in which they were made"),
};

static const struct annotation_target *passage_of(const struct annotation *annotation)
{
    const struct annotation_target *passage = annotation_target(annotation, TARGET_SELECTION);
    return passage != NULL || annotation->target_count == 0 ? passage : &annotation->targets[0];
}

/* The comment's first line, then the quote. */
static char *label_of(const struct annotation *annotation, const struct annotation_target *passage)
{
    struct buffer label = { 0 };
    size_t line = strcspn(annotation->comment, "\n");
    sanitize_line(&label, annotation->comment, line < LABEL_BYTES ? line : LABEL_BYTES);
    const char *quote = passage != NULL ? passage->quote : "";
    size_t length = strlen(quote);
    buffer_add_text(&label, line > 0 ? "  “" : "“");
    sanitize_line(&label, quote, length < LABEL_BYTES ? length : LABEL_BYTES);
    buffer_add_text(&label, "”");
    return buffer_take(&label);
}

/* How its passage was found in a text that is open; NULL when none is. */
static const struct placement *placement_of(const struct session *session,
                                            const struct annotation *annotation,
                                            const struct annotation_target *passage)
{
    for (const struct text *text = session->open_texts.texts; text != NULL && passage != NULL;
         text = text->next) {
        const struct placement *placement =
            text->placements != NULL
                ? note_placement_find(text->placements, annotation->id, passage->role)
                : NULL;
        if (placement != NULL)
            return placement;
    }
    return NULL;
}

struct filling {
    struct session *session;
    struct list *list;
    char *articles[LISTED_TEXTS]; /* whose texts are held meanwhile */
    struct text *texts[LISTED_TEXTS];
    size_t text_count;
};

/* What the filter sees and the row does not show: kind:question tag:x article:ferry.en ... */
static void add_words(struct list *list, const struct annotation *annotation,
                      const struct annotation_target *passage, const char *state)
{
    struct buffer words = { 0 };
    buffer_add_format(&words, "kind:%s state:%s date:%s article:%s ",
                      annotation_kind_name(annotation->kind), state, annotation->created,
                      passage != NULL ? passage->article : "");
    for (size_t i = 0; i < annotation->tag_count; i++)
        buffer_add_format(&words, "tag:%s ", annotation->tags[i]);
    buffer_add_format(&words, "colour:%s %s %s", annotation->colour, annotation->comment,
                      annotation->entity);
    for (size_t i = 0; i < annotation->target_count; i++)
        buffer_add_format(&words, " %s", annotation->targets[i].quote);
    list_words(list, buffer_text(&words));
    buffer_free(&words);
}

static bool add_row(void *context, const struct annotation *annotation)
{
    struct filling *filling = context;
    struct list *list = filling->list;
    const struct annotation_target *passage = passage_of(annotation);
    const struct placement *placement = placement_of(filling->session, annotation, passage);
    const char *state = placement != NULL ? anchor_state_name(placement->state) : "";
    bool stray = placement != NULL && placement->state != ANCHOR_EXACT && !placement->same_words;
    struct buffer raw = { 0 };
    struct buffer detail = { 0 };
    buffer_add_text(&raw, _(annotation_kind_name(annotation->kind)));
    for (size_t i = 0; i < annotation->tag_count; i++)
        buffer_add_format(&raw, " #%s", annotation->tags[i]);
    buffer_add_format(&raw, "%s%s · %s", stray ? " · " : "", stray ? message_text(state) : "",
                      passage != NULL ? note_marks_label(passage->article) : "");
    sanitize_line(&detail, buffer_text(&raw), raw.length);
    char *label = label_of(annotation, passage);
    char *brief = xasprintf("%s%s%s", _(annotation_kind_name(annotation->kind)), stray ? " · " : "",
                            stray ? message_text(state) : "");
    list_add(list, label, buffer_text(&detail), passage != NULL ? passage->article : "",
             passage != NULL ? passage->start : 0, 0);
    list_brief(list, brief);
    list_set_id(list, annotation->id);
    add_words(list, annotation, passage, state);
    free(label);
    free(brief);
    buffer_free(&raw);
    buffer_free(&detail);
    list_set_rank(list, list->count - 1, (size_t)(ANNOTATION_LINK - annotation->kind),
                  (int)list->count);
    return true;
}

static int compare_places(const void *a, const void *b)
{
    const struct list_row *first = a;
    const struct list_row *second = b;
    int order = strcmp(first->target, second->target);
    if (order == 0)
        order = (first->offset > second->offset) - (first->offset < second->offset);
    return order != 0 ? order : first->group - second->group;
}

/* Opens the article of a note, so that its state is known; of many only the first ones. */
static bool open_text(void *context, const struct annotation *annotation)
{
    struct filling *filling = context;
    const struct annotation_target *passage = passage_of(annotation);
    for (size_t i = 0; i < filling->text_count && passage != NULL; i++)
        if (strcmp(filling->articles[i], passage->article) == 0)
            return true;
    struct text *text =
        passage != NULL ? note_review_hold_article(filling->session, passage) : NULL;
    if (text == NULL)
        return true;
    session_complete_texts(filling->session);
    note_marks_placements(filling->session, text);
    filling->articles[filling->text_count] = xstrdup(passage->article);
    filling->texts[filling->text_count++] = text;
    return filling->text_count < LISTED_TEXTS;
}

/* Says itself what went wrong, as all that concerns the store of notes is said. */
static bool fill(struct session *session, struct pane *pane, struct list *list,
                 struct error *unused)
{
    struct error error = { "" };
    struct filling filling = { .session = session, .list = list };
    struct store *store = note_service_read(&session->notebook, &error);
    (void)pane;
    (void)unused;
    if (store != NULL)
        store_each(store, NULL, open_text, &filling, NULL, NULL);
    bool ok = store == NULL ? error.text[0] == '\0'
                            : store_each(store, NULL, add_row, &filling, NULL, &error);
    if (!ok)
        note_marks_fail(session, "", &error);
    if (list->count > 0)
        qsort(list->items, list->count, sizeof *list->items, compare_places);
    for (size_t i = 0; i < filling.text_count; i++) {
        free(filling.articles[i]);
        open_texts_release(&session->open_texts, filling.texts[i]);
    }
    return ok;
}

static void fill_lists(struct session *session)
{
    lists_refill(session, &lists_review);
    lists_refill(session, &lists_notes);
}

void note_lists_run(struct session *session, const struct invocation *invocation)
{
    static const struct {
        const char *name;
        void (*run)(struct session *session);
    } parts[] = { { "review", note_review_show },
                  { "settle", note_review_settle },
                  { "here", note_review_place_here },
                  { "deleted", note_undo_show_deleted },
                  { "empty", note_undo_empty } };
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (strcmp(invocation->argument, parts[i].name) == 0) {
            parts[i].run(session);
            return;
        }
    }
    struct pane *pane = session_pane(session);
    size_t count;
    const struct placement *mark = note_marks_here(session, &count);
    char *id = mark != NULL ? xstrdup(mark->id) : NULL;
    struct list *list = lists_open(session, pane, &lists_notes, NULL);
    if (list != NULL && *invocation->argument != '\0')
        list_filter(list, invocation->argument);
    if (list != NULL)
        list_seek(list, id);
    note_marks_tell_notice(session);
    free(id);
}

/* The id of the current row, copied; NULL with a message. */
static char *copy_current_id(struct session *session, const struct list *list)
{
    const struct list_row *row = list_current(list);
    if (row == NULL)
        session_say(session, "no note is chosen here");
    return row != NULL ? xstrdup(row->id) : NULL;
}

void note_lists_edit(struct session *session, struct list *list, bool in_editor)
{
    char *id = copy_current_id(session, list);
    if (id != NULL)
        annotate_edit(session, id, in_editor && edit_program(session) != NULL);
    free(id);
}

void note_lists_choose(struct session *session, struct list *list, enum view_target target)
{
    char *id = copy_current_id(session, list);
    struct pane *pane = lists_target(session, target);
    if (pane != NULL) {
        go_to_note(session, pane, id);
        lists_opened(session, pane, pane->view != NULL, target);
    }
    free(id);
}

/* ---- dd, u, C-r ---- */

static void delete_note(struct session *session, const char *id)
{
    struct error error = { "" };
    struct store *store = note_service_write(&session->notebook, &error);
    struct annotation note;
    if (store == NULL || !store_get(store, id, &note, &error)) {
        note_marks_fail(session, "not deleted", &error);
        return;
    }
    struct buffer name = { 0 };
    note_undo_name(&name, &note);
    if (!store_remove(store, id, &error)) {
        note_marks_fail(session, "not deleted", &error);
    } else {
        session_say(session, "deleted: %s; u brings it back", buffer_text(&name));
        note_marks_tell_change(session);
    }
    buffer_free(&name);
    annotation_free(&note);
}

void note_lists_delete(struct session *session, struct list *list)
{
    char *id = copy_current_id(session, list);
    if (id != NULL)
        delete_note(session, id);
    free(id);
}

const struct list_source lists_notes = {
    .name = "notes",
    .title = N_("Your notes"),
    .none = "no notes yet: a annotates the sentence under the cursor or a selection",
    .hint = "Enter goes there · a e change it · dd deletes · u undoes · F filters · q closes",
    .filters = N_("words · kind:question tag:read state:lost article:ferry colour:red since:2026-11"),
    .orders = note_orders,
    .notes = true,
    .fill = fill,
    .choose = note_lists_choose,
    .edit = note_lists_edit,
    .delete = note_lists_delete,
};

void note_lists_run_delete(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    size_t count;
    struct list *list = session_pane(session)->list;
    const struct placement *mark = list == NULL ? note_marks_here(session, &count) : NULL;
    char *id = mark != NULL ? xstrdup(mark->id) : NULL;
    if (list != NULL && list->source->delete != NULL)
        list->source->delete(session, list);
    else if (id == NULL)
        session_fail(session, "delete: there is no note here");
    else
        delete_note(session, id);
    free(id);
}

/* ---- ]a [a ---- */

/* In this text: the next placed note behind the cursor, or the one before it. */
static const struct placement *beside(const struct placements *placements, size_t cursor,
                                      bool forward)
{
    if (placements == NULL)
        return NULL;
    size_t at = note_placement_from(placements, forward ? cursor + 1 : cursor);
    if (forward)
        return at < placements->placed ? &placements->items[at] : NULL;
    return at > 0 ? &placements->items[at - 1] : NULL;
}

struct nearest {
    const char *here;
    bool forward;
    char *found; /* the nearest article so far */
};

static bool consider(void *context, const struct annotation *annotation)
{
    struct nearest *nearest = context;
    for (size_t i = 0; i < annotation->target_count; i++) {
        const struct annotation_target *target = &annotation->targets[i];
        int order = strcmp(target->article, nearest->here);
        if (target->role == TARGET_DESTINATION || (nearest->forward ? order <= 0 : order >= 0))
            continue;
        int than = nearest->found != NULL ? strcmp(target->article, nearest->found) : 0;
        if (nearest->found != NULL && (nearest->forward ? than >= 0 : than <= 0))
            continue;
        free(nearest->found);
        nearest->found = xstrdup(target->article);
    }
    return true;
}

/* Into the next article, by name, that has a note with a place. */
static bool go_on(struct session *session, bool forward)
{
    struct pane *pane = session_pane(session);
    struct error error = { "" };
    struct store *store = note_service_read(&session->notebook, &error);
    char *here = note_marks_can_annotate(pane->view->text)
                     ? note_marks_article(session, pane->view->text)
                     : xstrdup("");
    bool found = false;
    while (store != NULL && !found) {
        struct target target = { 0 };
        struct nearest nearest = { here, forward, NULL };
        store_each(store, NULL, consider, &nearest, NULL, &error);
        free(here);
        here = nearest.found;
        if (here == NULL)
            break;
        struct text *text =
            target_resolve(session->collection, here, &target, &error)
                ? open_texts_open(&session->open_texts, target.path, target.id, NULL)
                : NULL;
        if (text != NULL) {
            session_complete_texts(session);
            struct placements *placements = note_marks_placements(session, text);
            found = placements != NULL && placements->placed > 0;
            if (found && session_open_path(session, pane, target.path, target.id)) {
                article_view_go(pane->view,
                                placements->items[forward ? 0 : placements->placed - 1].span.start);
                session_say(session, "on in %s", text->name);
            }
            open_texts_release(&session->open_texts, text);
        }
        target_free(&target);
    }
    free(here);
    return found;
}

void note_lists_run_step(struct session *session, const struct invocation *invocation)
{
    bool forward = invocation->variant > 0;
    session_complete_text(session, session_view(session));
    for (long i = 0; i < invocation->count && i < 1000; i++) {
        struct article_view *view = session_view(session);
        const struct placement *placement =
            beside(note_marks_placements(session, view->text), view->cursor, forward);
        if (placement != NULL) {
            if (i == 0)
                pane_remember(session_pane(session));
            article_view_go(view, placement->span.start);
        } else if (!go_on(session, forward)) {
            session_say(session, forward ? "no note after this" : "no note before this");
            return;
        }
    }
}

const struct session_part note_lists_part = { .notes_changed = fill_lists };
