#include "cli/check.h"

#include <stdlib.h>

#include "base/file.h"
#include "command/table.h"
#include "library/check.h"
#include "library/check_vault.h"
#include "session/session.h"
#include "text/sanitize.h"

static void print_line(struct output *out, const struct fault *fault)
{
    struct buffer line = { 0 };
    struct buffer clean = { 0 };
    buffer_add_format(&line, "%s:%u: %s", fault->path, fault->line, fault->message);
    sanitize_line(&clean, line.data, line.length);
    buffer_add_byte(&clean, '\n');
    output_text(out, clean.data, clean.length);
    buffer_free(&clean);
    buffer_free(&line);
}

static void print_faults(struct context *context, const struct faults *faults)
{
    bool table = context->arguments->format != OUTPUT_TEXT;
    if (table)
        context_table(context, "file line# message");
    for (size_t i = 0; i < faults->count; i++) {
        const struct fault *fault = &faults->items[i];
        if (table) {
            output_cell(context->out, fault->path);
            output_cell_number(context->out, fault->line);
            output_cell(context->out, fault->message);
        } else {
            print_line(context->out, fault);
        }
    }
    if (table)
        output_table_end(context->out);
}

/* On standard error, so that standard output holds faults and nothing else. */
static void print_summary(struct context *context, const struct faults *faults)
{
    struct error summary;
    error_set(&summary, "%zu file%s checked, %zu fault%s", faults->files,
              faults->files == 1 ? "" : "s", faults->count, faults->count == 1 ? "" : "s");
    output_complain(summary.text, context->ascii_errors);
}

/* *vault stays NULL without --vault. */
static bool open_vault(const struct context *context, struct collection **vault,
                       struct error *error)
{
    const char *folder = context->arguments->vault;
    if (folder == NULL || *folder == '\0')
        return true;
    *vault = collection_open(folder, NULL, context->environment->conversion, error);
    if (*vault == NULL)
        error_prefix(error, "--vault");
    return *vault != NULL;
}

int cli_check_config(struct context *context, const char *path)
{
    const struct session_setup setup = { .commands = &command_all,
                                         .home = context->environment->home };
    const char *folder = context->environment->config_folder;
    char *standard = path == NULL && folder != NULL ? file_join(folder, "diptychrc") : NULL;
    struct faults faults = { 0 };
    if (path != NULL || (standard != NULL && file_exists(standard)))
        session_check_config(&setup, path != NULL ? path : standard, &faults);
    print_faults(context, &faults);
    bool clean = faults.count == 0;
    faults_free(&faults);
    free(standard);
    return clean ? STATUS_DONE : STATUS_NOT_DONE;
}

int cli_check(struct context *context, const char *const *names, size_t count)
{
    struct error error;
    struct collection *named = NULL;
    struct collection *vault = NULL;
    struct collection *collection;
    if (count > 0)
        collection = named =
            collection_open(names[0], NULL, context->environment->conversion, &error);
    else
        collection = context_collection(context, &error);
    bool ok = collection != NULL && open_vault(context, &vault, &error);
    if (!ok) {
        collection_free(named);
        return context_fail(context, &error, STATUS_NOT_DONE);
    }
    struct faults faults = { 0 };
    check_collection(collection, &faults);
    if (vault != NULL)
        check_vault(vault, collection, &faults);
    print_faults(context, &faults);
    print_summary(context, &faults);
    bool clean = faults.count == 0;
    faults_free(&faults);
    collection_free(vault);
    collection_free(named);
    return clean ? STATUS_DONE : STATUS_NOT_DONE;
}
