#include "cli/export.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "query/note_query.h"
#include "base/file.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "doc/reader.h"
#include "export/annotated.h"
#include "export/printers.h"
#include "export/template.h"
#include "export/weave.h"
#include "library/target.h"
#include "notes/mark.h"

#define TEMPLATE_LIMIT ((size_t)4 << 20)
#define SIDE_BY_SIDE 2
#define ENTITIES 16 /* that one name may mean */

/* Articles that were named, by what notes call them and where they lie. */
struct named {
    char **items; /* ids, of other files their real paths */
    size_t count;
    size_t capacity;
    struct {
        char **items; /* "" for one that is gone */
        size_t count;
        size_t capacity;
    } paths;
};

struct job {
    struct context *context;
    enum output_format format;
    const struct printer *printer; /* NULL with a template or an annotated article */
    struct named named;
    struct note_query *note_query;
    struct article_locator *locator;
    const struct entity_index *entity_index;
    struct buffer old; /* what the file to be written holds */
    struct buffer out;
};

/* ---- what was asked for ---- */

static bool refuse(struct error *error, const char *what)
{
    error_set(error, "export: %s", what);
    return false;
}

static bool has(const struct context *context, uint64_t flag)
{
    return (context->arguments->given & flag) != 0;
}

static bool check_annotated(struct job *job, size_t count, struct error *error)
{
    bool html = job->format == OUTPUT_HTML;
    if (has(job->context, FLAG_TEMPLATE))
        return refuse(error, "--annotated and --template do not go together");
    if (!html && job->format != OUTPUT_MARKDOWN && job->format != OUTPUT_TEXT)
        return refuse(error, "--annotated goes with --format markdown, html or text");
    if (count == 0)
        return refuse(error, "--annotated: which article?");
    if (html && count > SIDE_BY_SIDE)
        return refuse(error, "--annotated: two articles at most stand side by side");
    return true;
}

static bool check_usage(struct job *job, size_t count, struct error *error)
{
    struct context *context = job->context;
    const char *preset = context->arguments->export.preset;
    job->format = has(context, FLAG_FORMAT) ? context->arguments->format
                  : preset != NULL          ? OUTPUT_CSV
                                            : OUTPUT_MARKDOWN;
    if (has(context, FLAG_TEMPLATE) && (has(context, FLAG_FORMAT) || preset != NULL))
        return refuse(error, "--template goes without --format and --preset");
    if (preset != NULL && (job->format != OUTPUT_CSV || has(context, FLAG_ANNOTATED)))
        return refuse(error, "--preset goes with --format csv alone");
    if (has(context, FLAG_ANNOTATED))
        return check_annotated(job, count, error);
    if (has(context, FLAG_TEMPLATE))
        return true;
    job->printer = printer_find(output_format_name(job->format), preset);
    if (job->printer == NULL && preset != NULL)
        error_set(error, "--preset: wants readwise or hypothesis, not \"%s\"", preset);
    else if (job->printer == NULL)
        return refuse(error, "--format text goes with --annotated alone");
    return job->printer != NULL;
}

/* ---- which articles ---- */

static bool is_one(void *context, const struct annotation *annotation)
{
    (void)annotation;
    *(bool *)context = true;
    return false;
}

static void push_named(struct named *named, const char *id, const char *path)
{
    VECTOR_PUSH(named, xstrdup(id));
    VECTOR_PUSH(&named->paths, xstrdup(path));
}

/* An article that is gone is known by what its notes call it. */
static bool name_article(struct job *job, struct store *store, const char *name,
                         struct error *error)
{
    struct target target;
    bool noted = false;
    if (!target_resolve(context_collection(job->context, NULL), name, &target, error)) {
        (void)store_each(store, &(struct store_filter){ .article = name }, is_one, &noted, NULL,
                         NULL);
        if (noted)
            push_named(&job->named, name, "");
        return noted;
    }
    char *real = target.kind == TARGET_FILE ? realpath(target.path, NULL) : NULL;
    push_named(&job->named, real != NULL ? real : target.id, target.path);
    free(real);
    target_free(&target);
    return true;
}

static void free_named(struct named *named)
{
    for (size_t i = 0; i < named->count; i++) {
        free(named->items[i]);
        free(named->paths.items[i]);
    }
    free(named->items);
    free(named->paths.items);
}

/* ---- which notes ---- */

/* Whatever name of an entity was given: that name, for links to it, and the ids it means. */
static size_t find_entities(const struct entity_index *entity_index, const char *name,
                            const char **out)
{
    uint32_t found[ENTITIES];
    size_t count = 0;
    if (name == NULL)
        return 0;
    size_t meant = entity_index_lookup(entity_index, name, found, ENTITIES);
    out[count++] = name;
    for (size_t i = 0; i < meant && i < ENTITIES; i++)
        out[count++] = entity_index_note(entity_index, found[i])->id;
    return count;
}

static struct note_query_wish make_wish(struct job *job, const char **entities)
{
    const struct note_arguments *note = &job->context->arguments->note;
    struct note_query_wish wish = {
        .filter = { .since = note->since, .until = note->until, .story = note->story },
        .tags = note->tags,
        .tag_count = note->tag_count,
        .articles = job->named.items,
        .article_count = job->named.count
    };
    enum annotation_kind kind;
    enum anchor_state state;
    wish.entities = entities;
    wish.entity_count = find_entities(job->entity_index, note->entity, entities);
    if (note->tag_count > 0)
        wish.filter.tag = note->tags[0];
    if (note->kind != NULL && annotation_kind_parse(note->kind, &kind))
        wish.filter.kinds = 1u << kind;
    if (note->state != NULL && anchor_state_parse(note->state, &state))
        wish.states = 1u << state;
    return wish;
}

/* ---- printing ---- */

static bool print_set(struct job *job, const struct export_set *set, struct error *error)
{
    const char *file = job->context->arguments->export.output;
    struct buffer text = { 0 };
    if (job->printer != NULL && job->printer->marks != NULL && job->old.length > 0) {
        bool ok = weave_run(job->printer, set, job->old.data, job->old.length, &job->out, error);
        if (!ok)
            error_prefix(error, file);
        return ok;
    }
    if (job->printer != NULL) {
        if (printer_run(job->printer, set, &job->out) > 0)
            return true;
        return refuse(error, "none of the notes has what this format holds");
    }
    const char *template = job->context->arguments->export.template;
    bool ok = file_read(template, TEMPLATE_LIMIT, &text, error);
    if (ok && !template_run(buffer_text(&text), text.length, set, &job->out, error)) {
        error_prefix(error, template);
        ok = false;
    }
    buffer_free(&text);
    return ok;
}

static struct document *open_document(const struct job *job, size_t index, struct error *error)
{
    const struct named *named = &job->named;
    if (named->paths.items[index][0] != '\0')
        return reader_open(job->context->environment->conversion, named->paths.items[index], error);
    error_set(error, "%s: has notes, but there is no such article any more", named->items[index]);
    return NULL;
}

static bool print_annotated(struct job *job, const struct export_set *set, struct error *error)
{
    size_t count = job->named.count;
    struct annotated_sheet *sheets = xcalloc(count, sizeof *sheets);
    struct annotation *about = xcalloc(count, sizeof *about);
    struct document **documents = xcalloc(count, sizeof *documents);
    struct annotated annotated = { sheets, count, set->records, set->count };
    bool ok = true;
    for (size_t i = 0; i < count; i++) {
        annotation_begin(&about[i]);
        struct annotation_target *target = annotation_add_target(&about[i], TARGET_SELECTION);
        documents[i] = ok ? open_document(job, i, error) : NULL;
        ok = documents[i] != NULL;
        if (!ok)
            continue;
        mark_describe(documents[i], "", (struct span){ 0, 0 }, target);
        annotation_set(&target->article, job->named.items[i]);
        sheets[i] = (struct annotated_sheet){ documents[i], target };
    }
    if (ok && job->format == OUTPUT_HTML)
        annotated_html(&job->out, &annotated);
    else if (ok && job->format == OUTPUT_TEXT)
        annotated_text(&job->out, &annotated);
    else if (ok)
        annotated_markdown(&job->out, &annotated);
    for (size_t i = 0; i < count; i++) {
        annotation_free(&about[i]);
        document_free(documents[i]);
    }
    free(documents);
    free(about);
    free(sheets);
    return ok;
}

/* What is no file, /dev/stdout or a pipe, is written to as it is. */
static bool is_stream(const char *file)
{
    struct stat status;
    return stat(file, &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

static bool write_stream(const char *file, const struct buffer *out, struct error *error)
{
    FILE *stream = fopen(file, "w");
    bool ok = stream != NULL && fwrite(buffer_text(out), 1, out->length, stream) == out->length;
    if (stream != NULL)
        ok = fclose(stream) == 0 && ok;
    if (!ok)
        error_set(error, "%s: cannot be written: %s", file, strerror(errno));
    return ok;
}

/* A new file is as open to others as the umask lets any be. */
static void open_up(const char *file)
{
    mode_t mask = umask(0);
    (void)umask(mask);
    (void)chmod(file, 0666 & ~mask);
}

/* A file that would not change is not touched. */
static bool deliver(struct job *job, struct error *error)
{
    const char *file = job->context->arguments->export.output;
    if (file == NULL || strcmp(file, "-") == 0) {
        output_text(job->context->out, buffer_text(&job->out), job->out.length);
        return true;
    }
    if (job->out.length == job->old.length && job->out.length > 0 &&
        memcmp(job->out.data, job->old.data, job->out.length) == 0)
        return true;
    if (is_stream(file))
        return write_stream(file, &job->out, error);
    /* A link stays one, to the file that is written. */
    char *real = realpath(file, NULL);
    bool fresh = real == NULL;
    bool ok =
        file_write(real != NULL ? real : file, buffer_text(&job->out), job->out.length, error);
    if (ok && fresh)
        open_up(file);
    free(real);
    return ok;
}

/* What is in the file that a person may have written in as well. */
static bool read_old(struct job *job, struct error *error)
{
    const char *file = job->context->arguments->export.output;
    if (file == NULL || strcmp(file, "-") == 0 || !file_exists(file) || is_stream(file))
        return true;
    if (file_is_folder(file)) {
        error_set(error, "%s: is a folder, and no file to write to", file);
        return false;
    }
    return file_read(file, 0, &job->old, error);
}

static bool print(struct job *job, struct error *error)
{
    struct export_set set;
    set.records = note_query_records(job->note_query, &set.count);
    if (set.count == 0)
        return refuse(error, "there are no such notes");
    if (!read_old(job, error))
        return false;
    bool annotated = has(job->context, FLAG_ANNOTATED);
    return (annotated ? print_annotated(job, &set, error) : print_set(job, &set, error)) &&
           deliver(job, error);
}

static int gather_and_print(struct job *job, struct store *store)
{
    struct error error;
    const char *entities[ENTITIES + 1];
    struct note_query_wish wish = make_wish(job, entities);
    size_t damaged = 0;
    if (!note_query_run(job->note_query, store, &wish, &damaged, &error) || !print(job, &error))
        return context_fail(job->context, &error, STATUS_NOT_DONE);
    if (damaged == 0)
        return STATUS_DONE;
    error_set(&error, "export: %zu notes are damaged and were left out", damaged);
    return context_fail(job->context, &error, STATUS_NOT_DONE);
}

static int run(struct job *job, struct store *store, const char *const *names, size_t count)
{
    struct error error;
    int status = STATUS_DONE;
    for (size_t i = 0; i < count; i++) {
        if (!name_article(job, store, names[i], &error))
            status = context_fail(job->context, &error, STATUS_NOT_DONE);
    }
    job->entity_index = context_entity_index(job->context, &error);
    if (job->entity_index == NULL)
        status = context_fail(job->context, &error, STATUS_NOT_DONE);
    if (status == STATUS_DONE) {
        job->locator = article_locator_new(context_collection(job->context, NULL),
                                             job->context->environment->conversion);
        job->note_query = note_query_new(job->locator, job->entity_index);
        status = gather_and_print(job, store);
        note_query_free(job->note_query);
        article_locator_free(job->locator);
    }
    free_named(&job->named);
    buffer_free(&job->old);
    buffer_free(&job->out);
    return status;
}

int cli_export(struct context *context, const char *const *names, size_t count)
{
    struct error error;
    struct job job = { .context = context };
    const char *folder = context->environment->data_folder;
    if (!check_usage(&job, count, &error))
        return context_fail(context, &error, STATUS_USAGE);
    struct store *store = NULL;
    if (folder == NULL)
        (void)refuse(&error, "there is no home folder that notes are kept in");
    else
        store = store_open(folder, STORE_READ, &error);
    if (store == NULL)
        return context_fail(context, &error, STATUS_NOT_DONE);
    store_notice(store, &error);
    if (error.text[0] != '\0')
        context_fail(context, &error, 0);
    int status = run(&job, store, names, count);
    store_close(store);
    return status;
}
