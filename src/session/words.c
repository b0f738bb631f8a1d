#include "session/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/message.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "export/anki_print.h"
#include "export/export_file.h"
#include "session/core.h"
#include "session/lists.h"
#include "session/lookup_history.h"
#include "session/note_lists.h"
#include "session/note_marks.h"
#include "session/parts.h"
#include "session/sync_counterpart.h"
#include "text/sanitize.h"
#include "ui/selection.h"

#define LIKELY 0.25 /* a counterpart that is less sure is none */

struct kept_word {
    char *folded;
    char id[ANNOTATION_ID_SIZE];
    char day[11];
    bool known;
};

struct words {
    struct lookup_history history;
    struct kept_word *items;
    size_t count;
    size_t capacity;
    unsigned long edition; /* of the notebook that they are of */
    bool gathered;
};

static const struct store_filter only_words = { .kinds = 1u << ANNOTATION_WORD };

SESSION_STATE(words, words_part)

static void forget_kept(struct words *words)
{
    for (size_t i = 0; i < words->count; i++)
        free(words->items[i].folded);
    words->count = 0;
    words->gathered = false;
}

static void free_words(struct session *session)
{
    struct words *words = state_of(session);
    forget_kept(words);
    free(words->items);
    lookup_history_free(&words->history);
}

/* ---- which are kept ---- */

static bool gather(void *context, const struct annotation *annotation)
{
    struct words *words = context;
    struct kept_word kept = { .folded = lookup_history_fold(annotation_word(annotation)),
                              .known = annotation_has_tag(annotation, ANNOTATION_KNOWN) };
    memcpy(kept.id, annotation->id, sizeof kept.id);
    snprintf(kept.day, sizeof kept.day, "%.10s", annotation->created);
    VECTOR_PUSH(words, kept);
    return true;
}

/* The one of that word; NULL: it is not kept. Valid until notes change. */
static const struct kept_word *find_kept(struct session *session, const char *word)
{
    struct words *words = state_of(session);
    struct store *store = note_service_read(&session->notebook, NULL);
    if (!words->gathered || words->edition != session->notebook.edition) {
        forget_kept(words);
        if (store != NULL)
            store_each(store, &only_words, gather, words, NULL, NULL);
        words->edition = session->notebook.edition;
        words->gathered = true;
    }
    const struct kept_word *found = NULL;
    char *folded = lookup_history_fold(word);
    for (size_t i = 0; i < words->count && found == NULL; i++)
        if (strcmp(words->items[i].folded, folded) == 0)
            found = &words->items[i];
    free(folded);
    return found;
}

void words_looked_up(struct session *session, const char *word)
{
    const char *folder = session->options.remember ? session->around.data_folder : NULL;
    lookup_history_add(&state_of(session)->history, folder, word, (int64_t)time(NULL));
}

void words_add_past(struct session *session, const char *word, struct buffer *out)
{
    struct words *words = state_of(session);
    char last[11] = "";
    const struct kept_word *kept = find_kept(session, word);
    if (kept != NULL)
        buffer_add_format(out, kept->known ? _("kept on %s, known") : _("kept on %s"), kept->day);
    lookup_history_read(&words->history, session->around.data_folder);
    size_t count = lookup_history_find(&words->history, word, (int64_t)time(NULL), last);
    if (count > 0 && kept != NULL)
        buffer_add_text(out, session_wants_ascii(session) ? " - " : " · ");
    if (count == 1)
        buffer_add_format(out, _("looked up before, on %s"), last);
    else if (count > 1)
        buffer_add_format(out, _("looked up %zu times before, last on %s"), count, last);
}

/* ---- keeping ---- */

/* The sentence, and what stands for it in the other version where that is likely. */
static void describe_place(struct session *session, size_t at, struct annotation *word)
{
    const struct text *text = session_view(session)->text;
    struct selection sentence = { SELECTION_SENTENCES, at, at };
    struct span span = selection_span(&sentence, text->document);
    struct sync_counterpart found = { 0 };
    struct error why = { "" };
    if (!note_marks_can_annotate(text) || span.end == span.start)
        return;
    note_marks_describe(session, text, span, annotation_add_target(word, TARGET_SELECTION));
    if (!sync_counterpart_find(session, span, &found, &why))
        return;
    if (found.confidence >= LIKELY)
        note_marks_describe(session, found.text, found.span,
                            annotation_add_target(word, TARGET_COUNTERPART));
    open_texts_release(&session->open_texts, found.text);
}

static bool store_word(struct session *session, const struct words_item *item, bool known)
{
    struct annotation word;
    struct error error = { "" };
    struct store *store = note_service_write(&session->notebook, &error);
    annotation_begin(&word);
    word.kind = ANNOTATION_WORD;
    annotation_set(&word.word, item->word);
    annotation_set(&word.reading, item->reading);
    annotation_set(&word.comment, item->translation);
    if (known)
        annotation_add_tag(&word, ANNOTATION_KNOWN);
    if (item->placed && session_view(session) != NULL)
        describe_place(session, item->at, &word);
    bool paired = annotation_target(&word, TARGET_COUNTERPART) != NULL;
    bool ok = store != NULL && store_add(store, &word, &error);
    if (!ok)
        note_marks_fail(session, "not kept", &error);
    else if (known)
        session_say(session, "%s: kept, and marked as known", item->word);
    else if (paired)
        session_say(session, "%s: kept, with both sentences; gW lists your words", item->word);
    else
        session_say(session, "%s: kept; gW lists your words", item->word);
    annotation_free(&word);
    if (ok)
        note_marks_tell_change(session);
    return ok;
}

void words_keep(struct session *session, const struct words_item *item)
{
    const struct kept_word *kept = find_kept(session, item->word);
    if (kept != NULL)
        session_say(session, "%s: is kept since %s; gw marks it as known", item->word, kept->day);
    else
        store_word(session, item, false);
}

static void toggle_known(struct session *session, const char *id)
{
    struct annotation word;
    struct error error = { "" };
    struct store *store = note_service_write(&session->notebook, &error);
    if (store == NULL || !store_get(store, id, &word, &error)) {
        note_marks_fail(session, "not marked", &error);
        return;
    }
    bool known = !annotation_has_tag(&word, ANNOTATION_KNOWN);
    if (known)
        annotation_add_tag(&word, ANNOTATION_KNOWN);
    else
        annotation_drop_tag(&word, ANNOTATION_KNOWN);
    if (!store_update(store, &word, &error)) {
        note_marks_fail(session, "not marked", &error);
    } else {
        session_say(session, known ? "%s: marked as known" : "%s: no longer marked as known",
                    annotation_word(&word));
        note_marks_tell_change(session);
    }
    annotation_free(&word);
}

void words_know(struct session *session, const struct words_item *item)
{
    const struct kept_word *kept = find_kept(session, item->word);
    if (kept == NULL) {
        store_word(session, item, true);
        return;
    }
    char *id = xstrdup(kept->id);
    toggle_known(session, id);
    free(id);
}

/* ---- the list ---- */

static const char *const word_orders[LIST_ORDERS] = {
    [LIST_AS_ADDED] = N_("in the order in which they were kept"),
    [LIST_BY_LABEL] = N_("sorted by the words"),
};

static void add_part(struct buffer *out, const char *text)
{
    struct buffer clean = { 0 };
    sanitize_line(&clean, text, strcspn(text, "\n"));
    if (clean.length > 0)
        buffer_add_format(out, "%s%s", out->length > 0 ? "  " : "", buffer_text(&clean));
    buffer_free(&clean);
}

static bool add_row(void *context, const struct annotation *word)
{
    struct list *list = context;
    const struct annotation_target *passage = annotation_target(word, TARGET_SELECTION);
    const struct annotation_target *there = annotation_target(word, TARGET_COUNTERPART);
    const char *article = passage != NULL ? note_marks_label(passage->article) : "";
    bool known = annotation_has_tag(word, ANNOTATION_KNOWN);
    struct buffer label = { 0 }, detail = { 0 }, words = { 0 };
    add_part(&label, annotation_word(word));
    add_part(&label, word->reading);
    add_part(&label, word->comment);
    buffer_add_text(&detail, known ? _("known") : "");
    buffer_add_text(&detail, known && *article != '\0' ? " · " : "");
    sanitize_line(&detail, article, strlen(article));
    buffer_add_format(&words, "state:%s ", known ? "known" : "new");
    for (size_t i = 0; i < word->tag_count; i++)
        buffer_add_format(&words, "tag:%s ", word->tags[i]);
    buffer_add_format(&words, "%s %s", annotation_sentence(word),
                      there != NULL ? there->quote : "");
    list_add(list, buffer_text(&label), buffer_text(&detail),
             passage != NULL ? passage->article : "", passage != NULL ? passage->start : 0, 0);
    list_brief(list, known ? _("known") : "");
    list_set_id(list, word->id);
    list_words(list, buffer_text(&words));
    buffer_free(&label);
    buffer_free(&detail);
    buffer_free(&words);
    return true;
}

static bool fill(struct session *session, struct pane *pane, struct list *list,
                 struct error *unused)
{
    struct error error = { "" };
    struct store *store = note_service_read(&session->notebook, &error);
    (void)pane;
    (void)unused;
    bool ok = store == NULL ? error.text[0] == '\0'
                            : store_each(store, &only_words, add_row, list, NULL, &error);
    if (!ok)
        note_marks_fail(session, "", &error);
    return ok;
}

static const struct list_source lists_words = {
    .name = "words",
    .title = N_("Your words"),
    .none = "no words yet: K looks a word up, and a in its popup keeps it",
    .hint = "Enter goes there · gw known · a e change · dd deletes · x exports · F filters · q closes",
    .orders = word_orders,
    .notes = true,
    .fill = fill,
    .choose = note_lists_choose,
    .edit = note_lists_edit,
    .delete = note_lists_delete,
};

void words_run(struct session *session, const struct invocation *invocation)
{
    struct list *list = lists_open(session, session_pane(session), &lists_words, NULL);
    if (list != NULL && *invocation->argument != '\0')
        list_filter(list, invocation->argument);
    note_marks_tell_notice(session);
}

bool words_is_shown(struct session *session)
{
    const struct list *list = session_pane(session)->list;
    return list != NULL && list->source == &lists_words;
}

/* The cards of the rows that the list shows. */
static bool print_cards(struct store *store, const struct list *list, struct buffer *out,
                        struct error *error)
{
    anki_print_head(out);
    for (size_t i = 0; i < list->shown_count; i++) {
        struct annotation word;
        if (!store_get(store, list->items[list->shown[i]].id, &word, error))
            return false;
        anki_print_word(out, &word);
        annotation_free(&word);
    }
    return true;
}

void words_export(struct session *session, const char *path)
{
    struct error error = { "" };
    struct buffer cards = { 0 };
    const struct list *list = session_pane(session)->list;
    struct store *store = note_service_read(&session->notebook, &error);
    if (store == NULL || list->shown_count == 0)
        session_fail(session, "export: there are no words here");
    else if (!print_cards(store, list, &cards, &error) ||
             !export_file_write(path, &(struct buffer){ 0 }, &cards, &error))
        session_fail(session, "export: %s", error.text);
    else
        session_say(session, list->shown_count == 1 ? "%zu word is in %s" : "%zu words are in %s",
                    list->shown_count, path);
    buffer_free(&cards);
}

bool words_know_row(struct session *session)
{
    struct list *list = session_pane(session)->list;
    if (!words_is_shown(session))
        return false;
    const struct list_row *row = list_current(list);
    char *id = row != NULL ? xstrdup(row->id) : NULL;
    if (id != NULL)
        toggle_known(session, id);
    free(id);
    return true;
}

static void refill(struct session *session)
{
    lists_refill(session, &lists_words);
}

const struct session_part words_part = {
    .size = sizeof(struct words),
    .notes_changed = refill,
    .free = free_words,
};
