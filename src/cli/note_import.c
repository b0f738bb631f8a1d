
#include "cli/note.h"
#include "cli/progress.h"
#include "query/note_import.h"

static bool go_on(void *context, size_t done, size_t count)
{
    return progress_go_on(context, "importing", done, count);
}

/* Edits of our own Markdown are told only where there are some: other files have none. */
static bool is_told(const struct note_import_report *report, size_t outcome)
{
    return (outcome != NOTE_IMPORT_EDITED && outcome != NOTE_IMPORT_CONFLICT) ||
           report->outcomes[outcome] > 0;
}

static int tell(struct context *context, const struct note_import_report *report)
{
    struct error kind;
    error_set(&kind, "note import: read as %s", report->kind);
    context_fail(context, &kind, 0);
    context_table(context, "outcome notes#");
    for (size_t i = 0; i < NOTE_IMPORT_OUTCOMES; i++) {
        if (!is_told(report, i))
            continue;
        output_cell(context->out, note_import_outcome_name((enum note_import_outcome)i));
        output_cell_number(context->out, report->outcomes[i]);
    }
    output_table_end(context->out);
    return note_import_stored(report) > 0 ? STATUS_DONE : STATUS_NOT_DONE;
}

int note_import_file(struct context *context, struct store *store, const char *path)
{
    struct progress progress;
    struct note_import_wish wish = { .collection = context_collection(context, NULL),
                                     .conversion = context->environment->conversion,
                                     .go_on = go_on,
                                     .context = &progress };
    struct note_import_report report;
    struct error error;
    progress_begin(&progress, context_line_width(context));
    struct note_import *import = note_import_read(&wish, path, &error);
    progress_end(&progress);
    if (progress.stopped && import == NULL)
        error_set(&error, "note import: stopped, nothing was taken in");
    bool ok = import != NULL && note_import_store(import, store, &report, &error);
    int status = ok ? tell(context, &report) : context_fail(context, &error, STATUS_NOT_DONE);
    note_import_free(import);
    return status;
}
