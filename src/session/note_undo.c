#include "session/note_undo.h"

#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "session/core.h"
#include "session/lists.h"
#include "session/note_marks.h"
#include "session/parts.h"
#include "text/sanitize.h"
#include "text/width.h"

#define NAME_CELLS 24

/* What is asked about. */
struct subprocess {
    bool undo;
    char *label;
    bool fresh; /* notes were changed, and the reader has not moved since */
};

SESSION_STATE(subprocess, note_undo_part)

static void free_asking(struct session *session)
{
    free(state_of(session)->label);
}

/* ---- names ---- */

void note_undo_name(struct buffer *out, const struct annotation *annotation)
{
    const struct annotation_target *target = annotation_target(annotation, TARGET_SELECTION);
    const char *words = annotation->kind == ANNOTATION_WORD ? annotation_word(annotation)
                        : *annotation->comment != '\0' ? annotation->comment
                        : target != NULL               ? target->quote
                                                       : "";
    struct buffer line = { 0 };
    size_t used;
    sanitize_line(&line, words, strcspn(words, "\n"));
    size_t fits = width_fit(buffer_text(&line), line.length, NAME_CELLS, &used);
    buffer_add_text(out, "“");
    buffer_add(out, buffer_text(&line), fits);
    buffer_add_text(out, fits < line.length ? "…”" : "”");
    buffer_free(&line);
    if (target == NULL || *target->article == '\0')
        return;
    const char *article = note_marks_label(target->article);
    buffer_add_text(out, _(" in "));
    sanitize_line(out, article, strlen(article));
}

/* ---- one step ---- */

static void tell_step(struct session *session, const struct store_step *step,
                      const struct annotation *note, bool undo)
{
    static const char *const undone[] = { N_("the new note is gone again"), N_("the note is as it was"),
                                          N_("the deleted note is back") };
    static const char *const redone[] = { N_("the note is there again"), N_("the note is changed again"),
                                          N_("the note is deleted again") };
    static const char *const all_undone[] = { N_("%zu new notes are gone again"),
                                              N_("%zu notes are as they were"),
                                              N_("%zu deleted notes are back") };
    static const char *const all_redone[] = { N_("%zu notes are there again"),
                                              N_("%zu notes are changed again"),
                                              N_("%zu notes are deleted again") };
    struct buffer said = { 0 };
    if (step->count == 1)
        buffer_add_text(&said, message_text((undo ? undone : redone)[step->action]));
    else if (step->mixed)
        buffer_add_format(&said, undo ? _("the changes of %zu notes are taken back")
                                      : _("%zu notes are changed again"), step->count);
    else
        buffer_add_format(&said, message_text((undo ? all_undone : all_redone)[step->action]), step->count);
    buffer_add_text(&said, _(": "));
    note_undo_name(&said, note);
    if (step->count > 1)
        buffer_add_format(&said, _(" and %zu more"), step->count - 1);
    session_say(session, "%s", buffer_text(&said));
    buffer_free(&said);
}

static bool take_step(struct session *session, bool undo)
{
    struct error error = { "" };
    struct store_step step;
    struct annotation note;
    struct store *store = note_service_write(&session->notebook, &error);
    if (store == NULL || !store_peek(store, undo, &step, &note, &error)) {
        note_marks_fail(session, "", &error);
        return false;
    }
    bool ok = undo ? store_undo(store, NULL, &error) : store_redo(store, NULL, &error);
    if (ok)
        tell_step(session, &step, &note, undo);
    else
        note_marks_fail(session, "", &error);
    annotation_free(&note);
    return ok;
}

/* ---- asking ---- */

static const char *label_now(const void *context)
{
    return state_of(context)->label;
}

static void leave(void *context)
{
    session_say(context, "nothing was %s", state_of(context)->undo ? _("undone") : _("done again"));
}

static void answer(void *context, const char *text)
{
    (void)text;
    leave(context);
}

static bool take_key(void *context, struct key key)
{
    struct session *session = context;
    prompt_close(&session->prompt);
    if (key.modifiers == 0 && (key.code == 'y' || key.code == 'Y')) {
        if (take_step(session, state_of(session)->undo))
            note_marks_tell_change(session);
    } else {
        leave(session);
    }
    return true;
}

static const struct prompt_ops ask_prompt = {
    .kind = PROMPT_ASK,
    .live_label = label_now,
    .key = take_key,
    .accepted = answer,
    .cancelled = leave,
};

/* Puts the name where the form has %s. */
static void fill_in(struct buffer *out, const char *form, const char *name)
{
    const char *hole = strstr(form, "%s");
    buffer_add(out, form, (size_t)(hole - form));
    buffer_add_text(out, name);
    buffer_add_text(out, hole + 2);
}

static void ask(struct session *session, const struct store_step *step,
                const struct annotation *note, bool undo)
{
    static const char *const undoing[] = { N_("take away %s"), N_("change back %s"), N_("bring back %s") };
    static const char *const redoing[] = { N_("bring back %s"), N_("change again %s"), N_("delete again %s") };
    struct subprocess *asking = state_of(session);
    const char *form = undo ? undoing[step->action] : redoing[step->action];
    struct buffer label = { 0 }, name = { 0 };
    note_undo_name(&name, note);
    if (step->count > 1)
        buffer_add_format(&name, _(" and %zu more"), step->count - 1);
    fill_in(&label, message_text(form), buffer_text(&name));
    buffer_add_text(&label, step->own ? _("? (y/n) ") : _(", of an earlier visit? (y/n) "));
    buffer_free(&name);
    free(asking->label);
    asking->label = buffer_take(&label);
    asking->undo = undo;
    session_open_prompt(session, &ask_prompt, "");
}

/* Whether the note is of what the reader looks at: the article shown, or any in a list of notes. */
static bool is_in_sight(struct session *session, const struct annotation *note)
{
    const struct pane *pane = session_pane(session);
    const struct article_view *view = session_view(session);
    bool same =
        pane->list != NULL && (pane->list->source->notes || pane->list->source == &lists_review ||
                 pane->list->source == &lists_deleted);
    char *here = !same && view != NULL && note_marks_can_annotate(view->text)
                     ? note_marks_article(session, view->text)
                     : NULL;
    for (size_t i = 0; here != NULL && i < note->target_count; i++)
        same = same || strcmp(note->targets[i].article, here) == 0;
    free(here);
    return same;
}

void note_undo_run(struct session *session, const struct invocation *invocation)
{
    bool undo = invocation->variant < 0;
    struct error error = { "" };
    struct store *store = note_service_read(&session->notebook, &error);
    if (store == NULL) {
        if (error.text[0] != '\0')
            note_marks_fail(session, "", &error);
        else
            session_say(session, "there are no notes yet, so nothing was changed in them");
        return;
    }
    for (long i = 0; i < invocation->count && i < STORE_JOURNAL; i++) {
        struct store_step step;
        struct annotation note;
        if (!store_peek(store, undo, &step, &note, &error)) {
            note_marks_fail(session, "", &error);
            break;
        }
        bool at_once = step.own && is_in_sight(session, &note);
        if (!at_once)
            ask(session, &step, &note, undo);
        annotation_free(&note);
        if (!at_once || !take_step(session, undo))
            break;
    }
    note_marks_tell_change(session);
}

/* ---- the bin ---- */

static bool add_deleted(void *context, const struct annotation *annotation, const char *gone)
{
    struct list *list = context;
    struct buffer label = { 0 };
    note_undo_name(&label, annotation);
    list_add(list, buffer_text(&label), gone, NULL, 0, 0);
    list_set_id(list, annotation->id);
    list_words(list, annotation->comment);
    buffer_free(&label);
    return true;
}

static bool fill(struct session *session, struct pane *pane, struct list *list, struct error *error)
{
    struct store *store = note_service_read(&session->notebook, error);
    (void)pane;
    return store == NULL || store_bin_each(store, add_deleted, list, error);
}

static void restore(struct session *session, struct list *list, enum view_target target)
{
    struct error error = { "" };
    char id[ANNOTATION_ID_SIZE];
    struct annotation note;
    const struct list_row *row = list_current(list);
    struct store *store = note_service_write(&session->notebook, &error);
    (void)target;
    if (store == NULL || !store_bin_restore(store, row->id, id, &error) ||
        !store_get(store, id, &note, &error)) {
        note_marks_fail(session, "not restored", &error);
        return;
    }
    struct buffer name = { 0 };
    note_undo_name(&name, &note);
    session_say(session, "restored: %s; u takes that back", buffer_text(&name));
    buffer_free(&name);
    annotation_free(&note);
    note_marks_tell_change(session);
}

const struct list_source lists_deleted = {
    .name = "deleted",
    .title = N_("Deleted notes"),
    .none = "no note was deleted or undone, or the bin was emptied",
    .hint = "Enter brings it back · :notes empty empties the bin · q closes",
    .fill = fill,
    .choose = restore,
};

void note_undo_show_deleted(struct session *session)
{
    lists_open(session, session_pane(session), &lists_deleted, NULL);
}

void note_undo_empty(struct session *session)
{
    struct error error = { "" };
    size_t count = 0;
    struct store *store = note_service_write(&session->notebook, &error);
    if (store == NULL || !store_bin_empty(store, &count, &error)) {
        note_marks_fail(session, "the bin was not emptied", &error);
        return;
    }
    session_say(session, "%zu deleted notes are gone for good", count);
    note_marks_tell_change(session);
}

/* Whether this visit did what would be undone. */
static bool is_own_change(struct session *session)
{
    struct error error = { "" };
    struct store_step step;
    struct annotation note;
    struct store *store = note_service_read(&session->notebook, &error);
    if (store == NULL || !store_peek(store, true, &step, &note, &error))
        return false;
    annotation_free(&note);
    return step.own;
}

void note_undo_run_or_back(struct session *session, const struct invocation *invocation)
{
    bool own = is_own_change(session);
    if (own && state_of(session)->fresh) {
        struct invocation undo = *invocation;
        undo.variant = -1;
        note_undo_run(session, &undo);
        return;
    }
    command_run_line(session, "half-page-back", invocation->count, invocation->counted);
    if (own && session->message.text.length == 0)
        session_say(session, "half a page back; U undoes the change to notes");
}

static void after_command(struct session *session, const struct command *command)
{
    if ((command->flags & COMMAND_MOTION) != 0)
        state_of(session)->fresh = false;
}

static void refill(struct session *session)
{
    state_of(session)->fresh = true;
    lists_refill(session, &lists_deleted);
}

const struct session_part note_undo_part = { .size = sizeof(struct subprocess),
                                             .notes_changed = refill,
                                             .after_command = after_command,
                                             .free = free_asking };
