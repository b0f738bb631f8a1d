#include "session/annotate.h"

#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/span.h"
#include "base/xalloc.h"
#include "notes/note_syntax.h"
#include "session/annotate_row.h"
#include "session/completion.h"
#include "session/core.h"
#include "session/edit.h"
#include "query/entity_index.h"
#include "session/known_names.h"
#include "session/note_hook.h"
#include "session/note_marks.h"
#include "session/parts.h"
#include "session/saved_state.h"
#include "session/reload.h"
#include "session/selecting.h"
#include "session/sync.h"
#include "session/sync_counterpart.h"
#include "text/sanitize.h"
#include "text/width.h"

#define QUOTE_CELLS 24 /* of a passage that are shown beside the prompt */
#define LIKELY 0.25    /* a counterpart that is less sure goes along only if the reader says so */

static const char *const colours[] = { "", N_("yellow"), N_("green"), N_("blue"), N_("red"), N_("purple") };
#define COLOURS (sizeof colours / sizeof colours[0])

/* The annotation that the prompt or the editor is open for. */
struct noting {
    struct annotation annotation; /* with all its targets; its id is "" while it is a new one */
    bool open;
    bool kind_chosen; /* else what is typed tells the kind */
    bool paired;      /* the counterpart goes with it */
    bool picked;      /* the counterpart was selected by hand */
    double confidence; /* that it is one, 0 to 1 */
    struct error without; /* why there is none that could be offered */
    char *draft; /* what was written in several lines; NULL: nothing was */
    char *shown; /* ... and what the prompt shows of it: unless that is changed, draft counts */
};

SESSION_STATE(noting, annotate_part)

static void forget(struct noting *noting)
{
    if (noting->open)
        annotation_free(&noting->annotation);
    free(noting->draft);
    free(noting->shown);
    *noting = (struct noting){ 0 };
}

static void free_noting(struct session *session)
{
    forget(state_of(session));
}

/* ---- beginning ---- */

static void describe(const struct session *session, const struct text *text, struct span span,
                     enum target_role role, struct annotation *annotation)
{
    note_marks_describe(session, text, span, annotation_add_target(annotation, role));
}

/* The passage selected in the pane opposite, else what the alignment says. */
static void offer_counterpart(struct session *session, struct span span)
{
    struct noting *noting = state_of(session);
    struct pane *pane = sync_pane_opposite(session);
    struct sync_counterpart found = { 0 };
    struct error why = { "" };
    noting->paired = noting->picked = false;
    if (pane != NULL && pane->selection.unit != SELECTION_NONE &&
        note_marks_can_annotate(pane_view(pane)->text)) {
        const struct text *text = pane_view(pane)->text;
        struct span picked = selection_span(&pane->selection, text->document);
        if (picked.end > picked.start) {
            describe(session, text, picked, TARGET_COUNTERPART, &noting->annotation);
            noting->paired = noting->picked = true;
            return;
        }
    }
    if (sync_counterpart_find(session, span, &found, &why)) {
        describe(session, found.text, found.span, TARGET_COUNTERPART, &noting->annotation);
        noting->confidence = found.confidence;
        noting->paired = found.confidence >= LIKELY;
        open_texts_release(&session->open_texts, found.text);
    }
    noting->without = why;
}

/* What `kind` begins with, if that is a kind's name; its length with the blanks after it. */
static size_t kind_at(const char *text, enum annotation_kind *kind)
{
    size_t length = strcspn(text, " ");
    char *word = xstrndup(text, length);
    bool known = annotation_kind_parse(word, kind) && *kind != ANNOTATION_WORD;
    free(word);
    return known ? length + strspn(text + length, " ") : 0;
}

static const struct prompt_ops annotate_prompt;
static void accept(void *context, const char *text);

static void open_prompt(struct session *session, const char *text)
{
    session_open_prompt(session, &annotate_prompt, text);
}

/* A text of several lines as one line. Caller frees. */
static char *one_line(const char *text)
{
    struct buffer line = { 0 };
    char *copy = xstrdup(text);
    for (char *at = copy; *at != '\0'; at++)
        if (*at == '\n' || *at == '\t' || *at == '\r')
            *at = ' ';
    sanitize_line(&line, copy, strlen(copy));
    free(copy);
    return line.length > 0 ? buffer_take(&line) : xstrdup("");
}

/* Opens the prompt for what may be of several lines: as long as what is shown of it is not
 * changed, it stays as it is. */
static void open_with(struct session *session, const char *text)
{
    struct noting *noting = state_of(session);
    free(noting->draft);
    free(noting->shown);
    noting->draft = xstrdup(text);
    noting->shown = one_line(text);
    open_prompt(session, noting->shown);
}

static void begin(struct noting *noting)
{
    forget(noting);
    annotation_begin(&noting->annotation);
    noting->open = true;
}

/* The passages that the row of a page stands for. */
static bool begin_row(struct session *session, const struct article_view *view)
{
    struct noting *noting = state_of(session);
    struct annotate_passage passage, other;
    bool found = annotate_row_find(session, view, &passage, &other);
    if (found) {
        begin(noting);
        describe(session, passage.text, passage.span, TARGET_SELECTION, &noting->annotation);
        noting->paired = noting->picked = other.text != NULL;
        if (other.text != NULL)
            describe(session, other.text, other.span, TARGET_COUNTERPART, &noting->annotation);
    }
    annotate_row_release(session, &passage);
    annotate_row_release(session, &other);
    return found;
}

static bool begin_passage(struct session *session, const struct article_view *view)
{
    struct noting *noting = state_of(session);
    if (!note_marks_can_annotate(view->text)) {
        session_fail(session, view->text->document->link_count > 0
                                  ? "annotate: no passage in this row; Tab goes to the next one"
                                  : "annotate: wants a passage of an article");
        return false;
    }
    struct span span = selecting_passage(session);
    if (span.end == span.start) {
        session_fail(session, "annotate: there are no words here");
        return false;
    }
    begin(noting);
    describe(session, view->text, span, TARGET_SELECTION, &noting->annotation);
    offer_counterpart(session, span);
    return true;
}

void annotate_run(struct session *session, const struct invocation *invocation)
{
    struct noting *noting = state_of(session);
    struct article_view *view = session_view(session);
    if (view == NULL) {
        session_fail(session, "annotate: needs an article; :open NAME or L opens one");
        return;
    }
    session_complete_text(session, view);
    if (!begin_row(session, view) && !begin_passage(session, view))
        return;
    size_t kind = kind_at(invocation->argument, &noting->annotation.kind);
    noting->kind_chosen = kind > 0;
    const char *typed = invocation->argument + kind;
    bool complete = *typed != '\0' || (kind > 0 && noting->annotation.kind == ANNOTATION_HIGHLIGHT);
    if (complete)
        accept(session, typed);
    else
        open_prompt(session, "");
}

/* The editor has ended: what was written, NULL when it was not saved. */
static void take_edited(struct session *session, const char *text)
{
    struct noting *noting = state_of(session);
    if (!noting->open)
        return;
    if (text != NULL) {
        accept(session, text);
    } else if (noting->annotation.id[0] == '\0') {
        session_say(session, "annotate: nothing was saved, no note was made");
        forget(noting);
    } else {
        forget(noting);
    }
}

void annotate_edit(struct session *session, const char *id, bool in_editor)
{
    struct noting *noting = state_of(session);
    struct annotation annotation;
    struct error error = { "" };
    struct store *store = note_service_write(&session->notebook, &error);
    if (store == NULL || !store_get(store, id, &annotation, &error)) {
        note_marks_fail(session, "", &error);
        return;
    }
    forget(noting);
    noting->annotation = annotation;
    noting->open = true;
    noting->paired = annotation_target(&annotation, TARGET_COUNTERPART) != NULL;
    noting->picked = noting->paired;
    struct buffer typed = { 0 };
    note_syntax_write(&annotation, &typed);
    noting->kind_chosen = note_syntax_kind(buffer_text(&typed)) != annotation.kind;
    if (!in_editor || !edit_comment(session, buffer_text(&typed), take_edited))
        open_with(session, buffer_text(&typed));
    buffer_free(&typed);
}

/* ---- the prompt ---- */

static const char *typed_text(const struct session *session)
{
    const struct noting *noting = state_of(session);
    const char *text = prompt_text(&session->prompt);
    return noting->draft != NULL && strcmp(text, noting->shown) == 0 ? noting->draft : text;
}

static void next_kind(struct session *session)
{
    struct noting *noting = state_of(session);
    enum annotation_kind kind =
        noting->kind_chosen ? noting->annotation.kind : note_syntax_kind(typed_text(session));
    if (kind == ANNOTATION_WORD)
        return;
    noting->annotation.kind = kind == ANNOTATION_LINK ? ANNOTATION_HIGHLIGHT : kind + 1;
    noting->kind_chosen = true;
}

static void next_colour(struct annotation *annotation)
{
    size_t at = 0;
    while (at < COLOURS && strcmp(colours[at], annotation->colour) != 0)
        at++;
    annotation_set(&annotation->colour, colours[at + 1 < COLOURS ? at + 1 : 0]);
}

/* A counterpart that could not be offered may have been aligned meanwhile. */
static void toggle_counterpart(struct session *session)
{
    struct noting *noting = state_of(session);
    if (annotation_target(&noting->annotation, TARGET_COUNTERPART) != NULL)
        noting->paired = !noting->paired;
    else if (noting->annotation.id[0] == '\0' && session_view(session) != NULL &&
             note_marks_can_annotate(session_view(session)->text))
        offer_counterpart(session, selecting_passage(session));
}

static bool take_prompt_key(void *context, struct key key)
{
    struct session *session = context;
    if (key.modifiers != KEY_CTRL)
        return false;
    switch (key.code) {
    case 't': toggle_counterpart(session); return true;
    case 's': next_kind(session); return true;
    case 'l': next_colour(&state_of(session)->annotation); return true;
    case 'o': {
        char *text = xstrdup(typed_text(session));
        if (edit_comment(session, text, take_edited)) {
            free(state_of(session)->draft);
            free(state_of(session)->shown);
            state_of(session)->draft = state_of(session)->shown = NULL;
            prompt_close(&session->prompt);
        }
        free(text);
        return true;
    }
    default: return false;
    }
}

static const char *label_now(const void *context)
{
    const struct session *session = context;
    static const char *const labels[] = { N_("highlight: "), N_("comment: "), N_("question: "),
                                          N_("tag: "), N_("link: "), N_("word: ") };
    const struct noting *noting = state_of(session);
    if (!noting->kind_chosen && typed_text(session)[0] == '\0' && saved_state_is_first(session))
        return _("highlight (or type a comment): ");
    return _(labels[noting->kind_chosen ? noting->annotation.kind
                                        : note_syntax_kind(typed_text(session))]);
}

static void add_quote(struct buffer *out, const struct annotation_target *target)
{
    char *line = one_line(target->quote);
    size_t used;
    size_t fits = width_fit(line, strlen(line), QUOTE_CELLS, &used);
    bool marked = strncmp(line, "“", strlen("“")) == 0; /* the passage brings its own */
    bool whole = line[fits] == '\0';
    buffer_add_text(out, marked ? "" : "“");
    buffer_add(out, line, fits);
    buffer_add_text(out, whole ? "" : "…");
    buffer_add_text(out, marked && whole ? "" : "”");
    free(line);
}

static void add_counterpart(struct buffer *out, const struct noting *noting,
                            const struct annotation_target *counterpart)
{
    buffer_add_text(out, "⇄ ");
    if (!noting->picked)
        buffer_add_format(out, "%.2f ", noting->confidence);
    add_quote(out, counterpart);
}

static void show_status(void *context, struct buffer *left, struct buffer *middle)
{
    struct session *session = context;
    const struct noting *noting = state_of(session);
    const struct annotation_target *selection =
        annotation_target(&noting->annotation, TARGET_SELECTION);
    const struct annotation_target *counterpart =
        annotation_target(&noting->annotation, TARGET_COUNTERPART);
    if (selection != NULL)
        add_quote(left, selection);
    if (counterpart != NULL && noting->paired) {
        add_counterpart(middle, noting, counterpart);
        buffer_add_text(middle, _(" · C-t without it"));
    } else if (counterpart != NULL) {
        buffer_add_text(middle, _("without "));
        add_counterpart(middle, noting, counterpart);
        buffer_add_text(middle, _(" · C-t with it"));
    } else if (noting->without.text[0] != '\0') {
        sanitize_line(middle, noting->without.text, strlen(noting->without.text));
    }
    if (*noting->annotation.colour != '\0') {
        const char *colour = _(noting->annotation.colour);
        buffer_add_text(middle, middle->length > 0 ? " · " : "");
        sanitize_line(middle, colour, strlen(colour));
    }
    buffer_add_text(middle, middle->length > 0 ? " · " : "");
    buffer_add_text(middle, _("C-s kind · C-l colour · C-o editor"));
}

/* ---- the end ---- */

/* [[Alibaba Group]] leads to the note of that name, by its id; what is the name of none, or of
 * several, stays as it was typed. */
static void settle_entity(struct session *session, struct annotation *annotation)
{
    if (*annotation->entity == '\0')
        return;
    known_names_find(session);
    const struct entity_index *entities = known_names_entity_index(session);
    const char *id = entities != NULL ? entity_index_resolve(entities, annotation->entity) : NULL;
    if (id != NULL)
        annotation_set(&annotation->entity, id);
}

/* What a link leads to: [[NAME]], else the passage that was selected in the other pane. */
static bool settle_link(const struct noting *noting, struct annotation *annotation,
                        struct error *error)
{
    if (annotation->kind != ANNOTATION_LINK || *annotation->entity != '\0' ||
        annotation_target(annotation, TARGET_DESTINATION) != NULL)
        return true;
    struct annotation_target *picked = annotation_target(annotation, TARGET_COUNTERPART);
    if (picked == NULL || !noting->picked) {
        error_set(error, "link: begin with [[NAME]], or select in the other pane where it leads");
        return false;
    }
    picked->role = TARGET_DESTINATION;
    return true;
}

/* The colour, and the kind, that C-l and C-s chose are in `noting` already. */
static bool is_as_stored(struct store *store, const struct annotation *annotation)
{
    struct annotation stored;
    struct error error = { "" };
    if (!store_get(store, annotation->id, &stored, &error))
        return false;
    bool same = annotation_same(annotation, &stored);
    annotation_free(&stored);
    return same;
}

/* Stores a copy, so that what failed can be tried again. */
static bool store_noting(struct session *session, const char *typed, struct error *error)
{
    struct noting *noting = state_of(session);
    struct annotation annotation;
    annotation_copy(&annotation, &noting->annotation);
    bool fresh = annotation.id[0] == '\0';
    if (!noting->paired)
        annotation_drop_target(&annotation, TARGET_COUNTERPART);
    note_syntax_read(typed, noting->kind_chosen, &annotation);
    settle_entity(session, &annotation);
    struct store *store = note_service_write(&session->notebook, error);
    bool ok = store != NULL && settle_link(noting, &annotation, error);
    bool same = ok && !fresh && is_as_stored(store, &annotation);
    if (ok && !same)
        ok = fresh ? store_add(store, &annotation, error)
                   : store_update(store, &annotation, error);
    bool paired = annotation_target(&annotation, TARGET_COUNTERPART) != NULL;
    const char *kind = _(annotation_kind_name(annotation.kind));
    if (ok && same)
        session_say(session, "%s as it was", kind);
    else if (ok && !fresh)
        session_say(session, "%s changed", kind);
    else if (ok && paired)
        session_say(session, "%s kept, with its counterpart", kind);
    else if (ok)
        session_say(session, "%s kept", kind);
    if (ok && fresh)
        note_hook_tell(session, &annotation);
    if (ok && fresh && saved_state_is_first(session) && store_count(store) == 1)
        session->hint = _("A lists your notes · x writes them into a file");
    annotation_free(&annotation);
    return ok;
}

static void accept(void *context, const char *text)
{
    struct session *session = context;
    struct error error = { "" };
    struct noting *noting = state_of(session);
    char *typed =
        xstrdup(noting->draft != NULL && strcmp(text, noting->shown) == 0 ? noting->draft : text);
    bool ok = store_noting(session, typed, &error);
    if (ok) {
        forget(noting);
        selecting_drop(session);
        note_service_changed(&session->notebook);
        SESSION_TELL(session, notes_changed, (session));
    } else {
        open_with(session, typed);
        note_marks_fail(session, "not kept", &error);
    }
    note_marks_tell_notice(session);
    free(typed);
}

static void cancel(void *context)
{
    struct session *session = context;
    forget(state_of(session));
}

static const struct prompt_ops annotate_prompt = {
    .kind = PROMPT_ANNOTATE,
    .live_label = label_now,
    .key = take_prompt_key,
    .accepted = accept,
    .cancelled = cancel,
    .complete = completion_comment,
    .status = show_status,
};

const struct session_part annotate_part = { .size = sizeof(struct noting), .free = free_noting };
