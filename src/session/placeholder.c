#include "session/placeholder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "notes/annotation.h"
#include "session/core.h"
#include "session/note_marks.h"
#include "session/selecting.h"
#include "session/sync.h"
#include "session/sync_counterpart.h"

#define LIKELY 0.25 /* a counterpart that is less sure is none */

static void add_number(struct command_values *values, const char *name, size_t number)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%zu", number);
    command_values_add(values, name, digits);
}

static void add_passage(struct command_values *values, const struct annotation_target *here,
                        const struct annotation_target *there)
{
    command_values_add(values, "file", here != NULL ? here->path : NULL);
    command_values_add(values, "article", here != NULL ? here->article : NULL);
    if (here != NULL) {
        add_number(values, "start", here->start);
        add_number(values, "end", here->end);
    } else {
        command_values_add(values, "start", NULL);
        command_values_add(values, "end", NULL);
    }
    command_values_add(values, "quote", here != NULL ? here->quote : NULL);
    command_values_add(values, "source", here != NULL ? here->source : NULL);
    command_values_add(values, "counterpart", there != NULL ? there->quote : NULL);
}

void placeholder_of_note(const struct annotation *note, struct command_values *values)
{
    command_values_add(values, "id", note->id);
    command_values_add(values, "kind", annotation_kind_name(note->kind));
    command_values_add(values, "comment", note->comment);
    add_passage(values, annotation_target(note, TARGET_SELECTION),
                annotation_target(note, TARGET_COUNTERPART));
}

/* Aligning takes a while: only what is aligned in any case, or what the command asks for. */
static bool wants_counterpart(struct session *session, const char *command)
{
    return sync_pane_opposite(session) != NULL || strstr(command, "counterpart") != NULL ||
           strstr(command, "DIPTYCH_COUNTERPART") != NULL;
}

static void gather(struct session *session, const char *command, struct command_values *values)
{
    const struct article_view *view = session_view(session);
    struct annotation place;
    struct sync_counterpart found;
    struct error why = { "" };
    annotation_begin(&place);
    if (view != NULL && note_marks_can_annotate(view->text)) {
        struct span span = selecting_passage(session);
        note_marks_describe(session, view->text, span,
                            annotation_add_target(&place, TARGET_SELECTION));
        if (wants_counterpart(session, command) &&
            sync_counterpart_find(session, span, &found, &why)) {
            if (found.confidence >= LIKELY)
                note_marks_describe(session, found.text, found.span,
                                    annotation_add_target(&place, TARGET_COUNTERPART));
            open_texts_release(&session->open_texts, found.text);
        }
    }
    add_passage(values, annotation_target(&place, TARGET_SELECTION),
                annotation_target(&place, TARGET_COUNTERPART));
    annotation_free(&place);
}

void placeholder_run(struct session *session, const char *command, const char *input,
                     size_t length)
{
    const char *shell = session->around.shell != NULL ? session->around.shell : "/bin/sh";
    const char *const by_shell[] = { shell, "-c", command, NULL };
    struct command_values values = { 0 };
    struct command_words words = { 0 }, environment;
    struct error error = { "" };
    gather(session, command, &values);
    command_words_environment(&values, &environment);
    const char *const *entries = (const char *const *)environment.items;
    if (!command_has_place(command))
        session_run_with(session, by_shell, entries, input, length, true);
    else if (command_words_cut(command, &values, &words, &error))
        session_run_with(session, (const char *const *)words.items, entries, input, length, true);
    else
        session_fail(session, "%s", error.text);
    command_words_free(&words);
    command_words_free(&environment);
    command_values_free(&values);
}
