#include "session/note_marks.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/message.h"
#include "base/xalloc.h"
#include "library/target.h"
#include "notes/mark.h"
#include "query/note_placement.h"
#include "session/core.h"
#include "session/parts.h"
#include "session/popup_part.h"
#include "text/sanitize.h"
#include "text/width.h"

bool note_marks_can_annotate(const struct text *text)
{
    return text->path != NULL && text->page == NULL && !text->document->partial;
}

char *note_marks_article(const struct session *session, const struct text *text)
{
    char *id =
        session->collection != NULL ? collection_id_of_path(session->collection, text->path) : NULL;
    char *real = id == NULL ? realpath(text->path, NULL) : NULL;
    return id != NULL ? id : real != NULL ? real : xstrdup(text->path);
}

void note_marks_describe(const struct session *session, const struct text *text, struct span span,
                         struct annotation_target *target)
{
    char *article = note_marks_article(session, text);
    char *real = realpath(text->path, NULL);
    mark_describe(text->document, NULL, span, target);
    annotation_set(&target->article, article);
    annotation_set(&target->path, real != NULL ? real : text->path);
    free(real);
    free(article);
}

const char *note_marks_label(const char *article)
{
    return *article == '/' ? file_base_name(article) : article;
}

struct text *note_marks_open_text(struct session *session, const char *article)
{
    for (struct text *text = session->open_texts.texts; text != NULL; text = text->next) {
        char *name =
            text->path != NULL && text->page == NULL ? note_marks_article(session, text) : NULL;
        bool same = name != NULL && strcmp(name, article) == 0;
        free(name);
        if (same)
            return text;
    }
    return NULL;
}

/* Whether an article of that name, or a file at that path, can be opened. */
static bool is_there(void *context, const char *article)
{
    struct session *session = context;
    struct target target = { 0 };
    bool there = target_resolve(session->collection, article, &target, NULL) &&
                 (target.kind == TARGET_FILE || strcmp(target.id, article) == 0);
    target_free(&target);
    return there;
}

/* ---- looking for them ---- */

/* Puts a sentence behind what is said already. */
static void say_more(struct session *session, const char *sentence)
{
    char *before = xstrdup(buffer_text(&session->message.text));
    bool is_error = session->message.is_error;
    if (*before == '\0')
        session_say(session, "%s", sentence);
    else if (is_error)
        session_fail(session, "%s; %s", before, sentence);
    else
        session_say(session, "%s; %s", before, sentence);
    free(before);
}

static void tell_strays(struct session *session, const struct placements *placements)
{
    static const enum anchor_state states[] = { ANCHOR_MOVED, ANCHOR_AMBIGUOUS, ANCHOR_LOST };
    struct buffer sentence = { 0 };
    for (size_t i = 0; i < sizeof states / sizeof states[0]; i++) {
        size_t count = note_placement_count(placements, states[i]);
        if (count > 0)
            buffer_add_format(&sentence, "%s%zu %s", sentence.length > 0 ? _(", ") : "", count,
                              _(anchor_state_name(states[i])));
    }
    if (sentence.length > 0) {
        char *told = xasprintf(_("notes: %s (:notes review)"), buffer_text(&sentence));
        say_more(session, told);
        free(told);
    }
    buffer_free(&sentence);
}

void note_marks_tell_notice(struct session *session)
{
    struct error notice = { "" };
    if (session->notebook.store == NULL)
        return;
    store_notice(session->notebook.store, &notice);
    if (notice.text[0] == '\0')
        return;
    char *brief = note_service_brief(&session->notebook, notice.text);
    say_more(session, brief);
    free(brief);
}

void note_marks_tell_change(struct session *session)
{
    note_service_changed(&session->notebook);
    SESSION_TELL(session, notes_changed, (session));
    note_marks_tell_notice(session);
}

void note_marks_fail(struct session *session, const char *what, const struct error *error)
{
    char *brief = note_service_brief(&session->notebook, error->text);
    char *told = *what != '\0' ? xasprintf("%s: %s", message_text(what), brief) : xstrdup(brief);
    session_fail(session, "%s", told);
    free(told);
    free(brief);
}

struct placements *note_marks_placements(struct session *session, struct text *text)
{
    struct error error = { "" };
    if (!note_marks_can_annotate(text))
        return NULL;
    if (text->placements != NULL && text->placements->edition == session->notebook.edition)
        return text->placements;
    struct store *store = note_service_read(&session->notebook, &error);
    if (text->placements == NULL)
        text->placements = note_placement_new();
    char *article = store != NULL ? note_marks_article(session, text) : NULL;
    struct placement_text about = { article, text->document, is_there, session };
    note_placement_update(text->placements, &about, store, &error);
    text->placements->edition = session->notebook.edition;
    free(article);
    if (error.text[0] != '\0') {
        char *brief = note_service_brief(&session->notebook, error.text);
        say_more(session, brief);
        free(brief);
    }
    note_marks_tell_notice(session);
    return text->placements;
}

void note_marks_find(struct session *session)
{
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++) {
        struct text *text = pane->view != NULL ? pane->view->text : NULL;
        bool first = text != NULL && text->placements == NULL;
        const struct placements *placements =
            text != NULL ? note_marks_placements(session, text) : NULL;
        if (first && placements != NULL)
            tell_strays(session, placements);
    }
}

const struct placement *note_marks_here(struct session *session, size_t *count)
{
    const struct article_view *view = session_view(session);
    *count = 0;
    return view != NULL && view->text->placements != NULL
               ? note_placement_at(view->text->placements, view->cursor, count)
               : NULL;
}

/* ---- what is seen ---- */

/* The lines of a comment below each other, in the column of facts. */
static void add_comment(struct buffer *out, const char *comment)
{
    for (bool first = true; *comment != '\0'; first = false) {
        size_t length = strcspn(comment, "\n");
        buffer_add_format(out, "%s%-16s", first ? "" : "\n", "");
        sanitize_line(out, comment, length);
        comment += length + (comment[length] == '\n');
    }
}

static void add_note(struct buffer *out, const struct annotation *annotation,
                     const struct placement *placement)
{
    buffer_add_text(out, _(annotation_kind_name(annotation->kind)));
    buffer_add_format(out, "%*s%s", width_gap(_(annotation_kind_name(annotation->kind)), 16), "",
                      annotation->created);
    struct buffer more = { 0 };
    for (size_t i = 0; i < annotation->tag_count; i++)
        buffer_add_format(&more, " #%s", annotation->tags[i]);
    if (*annotation->entity != '\0')
        buffer_add_format(&more, " [[%s]]", annotation->entity);
    sanitize_line(out, buffer_text(&more), more.length);
    buffer_free(&more);
    if (placement->state != ANCHOR_EXACT)
        buffer_add_format(out, placement->same_words ? _(" · %s, same words") : " · %s",
                          _(anchor_state_name(placement->state)));
    buffer_add_byte(out, '\n');
    if (*annotation->comment == '\0')
        return;
    add_comment(out, annotation->comment);
    buffer_add_byte(out, '\n');
}

void note_marks_add(struct session *session, struct buffer *out)
{
    const struct article_view *view = session_view(session);
    const struct placements *placements = view->text->placements;
    struct store *store = note_service_read(&session->notebook, NULL);
    for (size_t i = 0; store != NULL && placements != NULL && i < placements->placed; i++) {
        const struct placement *placement = &placements->items[i];
        struct annotation annotation;
        if (placement->span.start > view->cursor || placement->span.end <= view->cursor ||
            !store_get(store, placement->id, &annotation, NULL))
            continue;
        add_note(out, &annotation, placement);
        annotation_free(&annotation);
    }
}

bool note_marks_show(struct session *session)
{
    struct buffer notes = { 0 };
    note_marks_add(session, &notes);
    if (notes.length == 0) {
        buffer_free(&notes);
        return false;
    }
    popup_part_show(session, buffer_take(&notes));
    return true;
}

/* comment: Two reports, two figures · #figures · moved · 1 of 2 */
void note_marks_status(struct session *session, struct buffer *out)
{
    size_t count;
    const struct placement *mark = note_marks_here(session, &count);
    if (mark == NULL)
        return;
    buffer_add_format(out, "%s%s%s", _(annotation_kind_name(mark->kind)),
                      *mark->words != '\0' ? _(": ") : "", mark->words);
    if (mark->state != ANCHOR_EXACT && !mark->same_words)
        buffer_add_format(out, " · %s", _(anchor_state_name(mark->state)));
    if (count > 1)
        buffer_add_format(out, _(" · one of %zu here"), count);
}

/* Whether a text is shown in which they were not looked for yet. */
static bool is_due(const struct session *session)
{
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++)
        if (pane->view != NULL && note_marks_can_annotate(pane->view->text) &&
            pane->view->text->placements == NULL)
            return true;
    return false;
}

/* Loading the database takes longer than all else on the way to the first frame, which does without. */
static int timeout(const struct session *session)
{
    return is_due(session) ? 0 : -1;
}

static bool tick(struct session *session, bool idle)
{
    (void)idle;
    bool due = is_due(session);
    note_marks_find(session);
    return due;
}

const struct session_part note_marks_part = {
    .timeout = timeout,
    .notes_changed = note_marks_find,
    .cursor_moved = note_marks_find,
    .tick = tick,
};
