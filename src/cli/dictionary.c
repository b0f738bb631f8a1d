#include "cli/dictionary.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "query/aligner.h"
#include "base/file.h"
#include "base/message.h"
#include "cli/progress.h"
#include "dictionary/dictionaries.h"
#include "dictionary/dictionary_import.h"

#define STEPS 256 /* entries between two looks at the clock */

static void print_dictionary(struct context *context, const char *name,
                             const struct dictionary *dictionary)
{
    output_cell(context->out, name);
    output_cell_number(context->out, dictionary_count(dictionary));
    output_cell(context->out, dictionary_languages(dictionary));
}

/* The folder of dictionaries, NULL with a sentence when there is no place for one. */
static char *find_folder(struct context *context, struct error *error)
{
    const char *data = context->environment->data_folder;
    if (data == NULL)
        error_set(error, "dictionary: there is no home folder to keep dictionaries in");
    return data != NULL ? file_join(data, DICTIONARIES_FOLDER) : NULL;
}

/* What of the source could not be read, the first faults one by one. */
static void tell_report(struct context *context, const char *path,
                        const struct import_report *report)
{
    struct error error;
    size_t kept = report->fault_count < IMPORT_FAULTS ? report->fault_count : IMPORT_FAULTS;
    const char *unit = report->numbered ? _("entry ") : "";
    for (size_t i = 0; i < kept; i++) {
        error_set(&error, "%s:%s%zu: %s", path, unit, report->faults[i].place,
                  report->faults[i].why);
        context_fail(context, &error, 0);
    }
    if (report->fault_count > 0) {
        error_set(&error,
                  report->numbered
                      ? message_count("%s: %zu entry was left out%s", "%s: %zu entries were left out%s",
                                      report->fault_count)
                      : message_count("%s: %zu line was left out%s", "%s: %zu lines were left out%s",
                                      report->fault_count),
                  path, report->fault_count,
                  report->fault_count > kept ? _(", of which the first are above") : "");
        context_fail(context, &error, 0);
    }
    if (report->ill_formed > 0) {
        error_set(&error, "%s: is not all UTF-8: %zu sequences of bytes became U+FFFD", path,
                  report->ill_formed);
        context_fail(context, &error, 0);
    }
    if (report->cut) {
        error_set(&error, "%s: breaks off; what comes before was read", path);
        context_fail(context, &error, 0);
    }
    if (report->full) {
        error_set(&error, "%s: is larger than a dictionary can be; the rest was left out", path);
        context_fail(context, &error, 0);
    }
}

/* What is asked about a dictionary that is there. */
struct subprocess {
    const struct context *context;
    const char *name, *path;
    struct progress progress;
    unsigned steps;
};

static bool go_on(void *data, size_t done, size_t count)
{
    struct subprocess *asking = data;
    return asking->steps++ % STEPS != 0 ||
           progress_go_on(&asking->progress, N_("reading"), done, count);
}

static bool answers_yes(void)
{
    char answer[16];
    return fgets(answer, sizeof answer, stdin) != NULL && (answer[0] == 'y' || answer[0] == 'Y');
}

/* At a terminal the reader decides, elsewhere a flag. */
static bool may_shrink(void *data, size_t before, size_t entries, struct error *error)
{
    struct subprocess *asking = data;
    progress_end(&asking->progress); /* Ctrl-C is to work while the question stands */
    if ((asking->context->arguments->given & FLAG_REPLACE) != 0)
        return true;
    if (isatty(STDIN_FILENO) != 0 && isatty(STDERR_FILENO) != 0) {
        fprintf(stderr, "%s has %zu entries, the new one %zu. Replace it? [y/N] ", asking->name, before,
                entries);
        fflush(stderr);
        if (answers_yes())
            return true;
        error_set(error, "%s: was not added; %s stays", asking->path, asking->name);
        return false;
    }
    error_set(error, "%s: has fewer entries, %zu, than %s has now, %zu: --replace takes it all the same",
              asking->path, entries, asking->name, before);
    return false;
}

static bool add(struct context *context, const char *folder, const char *path, struct error *error)
{
    struct import_report report;
    char *name = dictionary_import_name(path);
    char *target = dictionaries_path(folder, name);
    struct subprocess asking = { .context = context, .name = name, .path = path };
    const struct import_watch watch = { go_on, &asking };
    struct import_task task = { path, target, context->arguments->languages, may_shrink, &asking,
                                &watch, context->environment->conversion };
    progress_begin(&asking.progress, context_line_width(context));
    bool ok = file_make_folders(folder, error) && dictionary_import_run(&task, &report, error);
    progress_end(&asking.progress);
    struct dictionary *dictionary = ok ? dictionary_open(target, error) : NULL;
    if (ok)
        tell_report(context, path, &report);
    if (dictionary != NULL)
        print_dictionary(context, name, dictionary);
    dictionary_close(dictionary);
    free(target);
    free(name);
    return dictionary != NULL;
}

static bool list(struct context *context, const char *folder)
{
    struct error error;
    struct dictionaries *dictionaries = dictionaries_open(folder);
    bool ok = true;
    for (size_t i = 0; i < dictionaries->count; i++) {
        const struct installed *installed = &dictionaries->items[i];
        bool sound = installed->dictionary != NULL;
        if (!sound)
            error_set(&error, "%s", installed->fault);
        else
            sound = dictionary_verify(installed->dictionary, &error);
        if (sound)
            print_dictionary(context, installed->name, installed->dictionary);
        else
            context_fail(context, &error, 0);
        ok = ok && sound;
    }
    if (dictionaries->count == 0) {
        error_set(&error, "dictionary: there is none yet; see diptych help dictionary");
        context_fail(context, &error, 0);
        ok = false;
    }
    dictionaries_free(dictionaries);
    return ok;
}

static bool remove_one(const char *folder, const char *name, struct error *error)
{
    char *path = dictionaries_path(folder, name);
    errno = ENOENT;
    bool ok = path != NULL && unlink(path) == 0;
    if (!ok && errno == ENOENT)
        error_set(error, "%s: there is no such dictionary; see diptych dictionary list", name);
    else if (!ok)
        error_set(error, "%s: %s", path, _(strerror(errno)));
    free(path);
    return ok;
}

/* What the aligner makes of all dictionaries is made now, so that no reader waits for it later. */
static void compile_lexicon(const struct context *context)
{
    struct aligner *aligner = aligner_new(NULL, NULL, context->environment->data_folder,
                                          context->environment->cache_folder);
    (void)aligner_lexicon(aligner);
    aligner_free(aligner);
}

/* `names` are files to add or dictionaries to remove. */
static int change(struct context *context, const char *folder, bool adding,
                  const char *const *names, size_t count)
{
    int status = STATUS_DONE;
    for (size_t i = 0; i < count; i++) {
        struct error error = { "" };
        bool ok =
            adding ? add(context, folder, names[i], &error) : remove_one(folder, names[i], &error);
        if (!ok)
            status = context_fail(context, &error, STATUS_NOT_DONE);
    }
    if (adding)
        compile_lexicon(context);
    return status;
}

int cli_dictionary(struct context *context, const char *const *names, size_t count)
{
    struct error error;
    bool adding = strcmp(names[0], "add") == 0;
    bool listing = strcmp(names[0], "list") == 0;
    if ((!adding && !listing && strcmp(names[0], "remove") != 0) || listing != (count == 1)) {
        error_set(&error, "dictionary: usage: diptych dictionary add FILE...|list|remove NAME...");
        return context_fail(context, &error, STATUS_USAGE);
    }
    char *folder = find_folder(context, &error);
    if (folder == NULL)
        return context_fail(context, &error, STATUS_NOT_DONE);
    int status = STATUS_DONE;
    context_table(context, "name entries# languages");
    if (listing)
        status = list(context, folder) ? STATUS_DONE : STATUS_NOT_DONE;
    else
        status = change(context, folder, adding, names + 1, count - 1);
    output_table_end(context->out);
    free(folder);
    return status;
}
