#include <stdio.h>
#include <unistd.h>

#include "cli/note.h"
#include "query/note_import.h"

#define PROGRESS ((size_t)5000) /* annotations between two signs of life */

static const struct output_column columns[] = { { "outcome", false }, { "notes", true } };

/* On a terminal only: elsewhere nobody waits. */
static bool show_progress(void *context, size_t notes)
{
    struct error sign;
    if (notes % PROGRESS != 0 || isatty(STDERR_FILENO) == 0)
        return true;
    error_set(&sign, "note import: %zu notes so far", notes);
    context_fail(context, &sign, 0);
    return true;
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
    output_table(context->out, context->arguments->format, columns, 2);
    for (size_t i = 0; i < NOTE_IMPORT_OUTCOMES; i++) {
        char number[24];
        if (!is_told(report, i))
            continue;
        snprintf(number, sizeof number, "%zu", report->outcomes[i]);
        const char *const values[2] = { note_import_outcome_name((enum note_import_outcome)i),
                                        number };
        output_row(context->out, values);
    }
    output_table_end(context->out);
    return note_import_stored(report) > 0 ? STATUS_DONE : STATUS_NOT_DONE;
}

int note_import_file(struct context *context, struct store *store, const char *path)
{
    struct note_import_wish wish = { .collection = context_collection(context, NULL),
                                     .conversion = context->environment->conversion,
                                     .go_on = show_progress,
                                     .context = context };
    struct note_import_report report;
    struct error error;
    struct note_import *import = note_import_read(&wish, path, &error);
    bool ok = import != NULL && note_import_store(import, store, &report, &error);
    int status = ok ? tell(context, &report) : context_fail(context, &error, STATUS_NOT_DONE);
    note_import_free(import);
    return status;
}
