/* Commands on the reader's notes. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "command/table.h"
#include "query/note_import.h"
#include "session/annotate.h"
#include "session/core.h"
#include "session/edit.h"
#include "session/note_lists.h"
#include "session/note_marks.h"
#include "session/note_undo.h"

/* In the list of notes it changes the one that is chosen. */
static void run_annotate(struct session *session, const struct invocation *invocation)
{
    struct list *list = session_pane(session)->list;
    if (list != NULL && list->source->notes)
        list->source->edit(session, list, false);
    else
        annotate_run(session, invocation);
}

/* "2 exact, 1 lost" */
static void add_counts(struct buffer *out, const struct note_import_report *report)
{
    for (size_t i = 0; i < NOTE_IMPORT_OUTCOMES; i++)
        if (report->outcomes[i] > 0)
            buffer_add_format(out, "%s%zu %s", out->length > 0 ? ", " : "", report->outcomes[i],
                              note_import_outcome_name((enum note_import_outcome)i));
}

static void import_from(struct session *session, const char *path)
{
    struct error error = { "" };
    struct note_import_report report;
    struct note_import_wish wish = { .store = note_service_write(&session->notebook, &error),
                                     .collection = session->collection,
                                     .conversion = session->open_texts.conversion };
    struct buffer counts = { 0 };
    if (wish.store == NULL || !note_import(&wish, path, &report, &error)) {
        session_fail(session, "import: %s", error.text);
        return;
    }
    note_service_changed(&session->notebook);
    add_counts(&counts, &report);
    if (counts.length == 0)
        buffer_add_text(&counts, "no notes");
    if (report.outcomes[NOTE_IMPORT_AMBIGUOUS] + report.outcomes[NOTE_IMPORT_LOST] > 0)
        buffer_add_text(&counts, "; :notes review shows where");
    session_say(session, "read as %s: %s", report.kind, buffer_text(&counts));
    note_marks_tell_notice(session);
    buffer_free(&counts);
}

static void run_import(struct session *session, const struct invocation *invocation)
{
    const char *argument = invocation->argument;
    const char *home = session->around.home;
    char *path = home != NULL && strncmp(argument, "~/", 2) == 0 ? file_join(home, argument + 2)
                                                                 : xstrdup(argument);
    if (*path == '\0')
        session_fail(session, "import: which file?");
    else
        import_from(session, path);
    free(path);
}

/* clang-format off */
const struct command note_commands[] = {
    { "annotate", "[KIND] [TEXT]", "annotate the selection or sentence; in the list of notes, change one", GROUP_NOTES, 0, 0, run_annotate },
    { "notes", "[review|settle|here|deleted|empty|WORDS]", "list of notes, those with the words; review: those not where they were; deleted: the bin", GROUP_NOTES, 0, 0, note_lists_run },
    { "next-note", "", "to the next note, on into the next article", GROUP_NOTES, COMMAND_TEXT, 1, note_lists_run_step },
    { "previous-note", "", "to the note before", GROUP_NOTES, COMMAND_TEXT, -1, note_lists_run_step },
    { "edit", "", "edit the file of the text or row, or the note of the row, in $VISUAL or $EDITOR", GROUP_NOTES, 0, 0, edit_run },
    { "import", "FILE", "take in the notes of another program, or what was changed in an export to Markdown", GROUP_NOTES, 0, 0, run_import },
    { "undo", "", "undo the last change to notes; what is older than this visit, or elsewhere, asks", GROUP_NOTES, 0, -1, note_undo_run },
    { "redo", "", "redo it", GROUP_NOTES, 0, 1, note_undo_run },
    { "delete", "", "delete the chosen note, or the one under the cursor", GROUP_NOTES, 0, 0, note_lists_run_delete },
    { .name = NULL },
};
/* clang-format on */
