/* Commands on the reader's notes. */
#include "command/table.h"
#include "session/annotate.h"
#include "session/core.h"
#include "session/edit.h"
#include "session/note_import_part.h"
#include "session/note_lists.h"
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

/* clang-format off */
const struct command note_commands[] = {
    { "annotate", "[KIND] [TEXT]", "annotate the selection or sentence; in the list of notes, change one", GROUP_NOTES, 0, 0, run_annotate },
    { "notes", "[review|settle|here|deleted|empty|WORDS]", "list of notes, those with the words; review: those not where they were; deleted: the bin", GROUP_NOTES, 0, 0, note_lists_run },
    { "next-note", "", "to the next note, on into the next article", GROUP_NOTES, COMMAND_TEXT, 1, note_lists_run_step },
    { "previous-note", "", "to the note before", GROUP_NOTES, COMMAND_TEXT, -1, note_lists_run_step },
    { "edit", "", "edit the file of the text or row, or the note of the row, in $VISUAL or $EDITOR", GROUP_NOTES, 0, 0, edit_run },
    { "import", "FILE", "take in the notes of another program, or what was changed in an export to Markdown", GROUP_NOTES, 0, 0, note_import_part_run },
    { "undo", "", "undo the last change to notes; what is older than this visit, or elsewhere, asks", GROUP_NOTES, 0, -1, note_undo_run },
    { "redo", "", "redo it", GROUP_NOTES, 0, 1, note_undo_run },
    { "delete", "", "delete the chosen note, or the one under the cursor", GROUP_NOTES, 0, 0, note_lists_run_delete },
    { .name = NULL },
};
/* clang-format on */
