#include "cli/export.h"

#include <stdlib.h>
#include <string.h>

#include "cli/progress.h"
#include "query/note_query.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "doc/reader.h"
#include "export/annotated.h"
#include "export/export_file.h"
#include "export/local_paths.h"
#include "export/printers.h"
#include "export/split.h"
#include "export/template.h"
#include "library/target.h"
#include "notes/mark.h"

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

/* Where to; NULL for standard output. */
static const char *output_path(const struct job *job)
{
    const char *file = job->context->arguments->export.output;
    return file == NULL || strcmp(file, "-") == 0 ? NULL : file;
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

static bool find_printer(struct job *job, const char *preset, struct error *error)
{
    struct buffer names = { 0 };
    job->printer = printer_find(output_format_name(job->format), preset);
    if (job->printer != NULL)
        return true;
    if (preset == NULL)
        return refuse(error, "--format text goes with --annotated alone");
    for (size_t i = 0; printer_at(i) != NULL; i++) {
        if (printer_at(i)->preset != NULL)
            buffer_add_format(&names, "%s%s", names.length > 0 ? " or " : "",
                              printer_at(i)->preset);
    }
    error_set(error, "--preset: wants %s, not \"%s\"", buffer_text(&names), preset);
    buffer_free(&names);
    return false;
}

static bool check_split(struct job *job, struct error *error)
{
    if (has(job->context, FLAG_FRONT) && !job->printer->front)
        return refuse(error, "--front goes with --format markdown");
    if (!has(job->context, FLAG_SPLIT))
        return !has(job->context, FLAG_FRONT) ||
               refuse(error, "--front goes with --split article");
    return output_path(job) != NULL ||
           refuse(error, "--split: -o says which folder the files go into");
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
    if (has(context, FLAG_SPLIT | FLAG_FRONT) && has(context, FLAG_TEMPLATE | FLAG_ANNOTATED))
        return refuse(error, "--split goes without --template and --annotated");
    if (has(context, FLAG_ANNOTATED))
        return check_annotated(job, count, error);
    if (has(context, FLAG_TEMPLATE))
        return true;
    return find_printer(job, preset, error) && check_split(job, error);
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

static bool print_template(struct job *job, const struct export_set *set, struct error *error)
{
    struct template_text template;
    struct local_paths hidden;
    local_paths_hide(&hidden, set);
    bool ok = template_read(&template, job->context->arguments->export.template, error) &&
              template_run(&template, &hidden.set, &job->out, error);
    template_free(&template);
    local_paths_free(&hidden);
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
        annotation_set(&target->article, (set->wishes & EXPORT_PATHS) != 0
                                             ? job->named.items[i]
                                             : local_paths_name(job->named.items[i]));
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

/* Marks find their article by what it goes by: two files of one name keep their paths. */
static bool has_namesakes(const struct named *named)
{
    for (size_t i = 0; i < named->count; i++)
        for (size_t k = 0; k < i; k++)
            if (strcmp(local_paths_name(named->items[i]), local_paths_name(named->items[k])) == 0)
                return true;
    return false;
}

static bool print_pages(struct job *job, const struct export_set *set, struct error *error)
{
    struct export_set wanted = *set;
    struct local_paths hidden;
    if (has_namesakes(&job->named))
        wanted.wishes |= EXPORT_PATHS;
    local_paths_hide(&hidden, &wanted);
    bool ok = print_annotated(job, &hidden.set, error);
    local_paths_free(&hidden);
    return ok;
}

/* What is not woven: a whole text, put in the place of what was there. */
static bool deliver(struct job *job, const struct export_set *set, struct error *error)
{
    const char *path = output_path(job);
    struct buffer old = { 0 };
    if (path == NULL) {
        output_text(job->context->out, buffer_text(&job->out), job->out.length);
        return true;
    }
    bool ok = export_file_may_be(path, set, error) && export_file_read(path, &old, error) &&
              export_file_write(path, &old, &job->out, error);
    buffer_free(&old);
    return ok;
}

/* Files begin so that spreadsheets know what they are; a pipe gets what it always got. */
static unsigned find_wishes(const struct job *job)
{
    unsigned wishes = 0;
    if (has(job->context, FLAG_CALLOUTS))
        wishes |= EXPORT_CALLOUTS;
    if (has(job->context, FLAG_WITH_PATHS))
        wishes |= EXPORT_PATHS;
    if (has(job->context, FLAG_OVER_EDITS))
        wishes |= EXPORT_OVER;
    if (output_path(job) != NULL && !has(job->context, FLAG_NO_BOM))
        wishes |= EXPORT_BOM;
    return wishes;
}

static bool print_split(struct job *job, const struct export_set *set, struct error *error)
{
    const char *path = job->context->arguments->export.front;
    struct template_text front = { .path = NULL };
    size_t taken, files;
    bool ok = path == NULL || template_read(&front, path, error);
    ok = ok && split_run(output_path(job), job->printer, set, path != NULL ? &front : NULL, &taken,
                         &files, error);
    template_free(&front);
    return ok;
}

static bool print_plain(struct job *job, struct export_set *set, struct error *error)
{
    size_t taken;
    if (has(job->context, FLAG_SPLIT))
        return print_split(job, set, error);
    if (output_path(job) != NULL)
        return export_file(output_path(job), job->printer, set, &taken, error);
    bool ok = export_text(job->printer, set, &job->out, error);
    if (!ok)
        error_prefix(error, "export");
    return ok && deliver(job, set, error);
}

static bool print(struct job *job, struct error *error)
{
    struct export_set set = { .wishes = find_wishes(job) };
    set.records = note_query_records(job->note_query, &set.count);
    if (set.count == 0)
        return refuse(error, "there are no such notes");
    if (has(job->context, FLAG_ANNOTATED))
        return print_pages(job, &set, error) && deliver(job, &set, error);
    if (job->printer == NULL)
        return print_template(job, &set, error) && deliver(job, &set, error);
    return print_plain(job, &set, error);
}

static bool go_on(void *context, size_t done, size_t count)
{
    return progress_go_on(context, "exporting", done, count);
}

static bool gather(struct job *job, struct store *store, struct note_query_wish *wish, size_t *damaged,
                   struct error *error)
{
    struct progress progress;
    progress_begin(&progress, context_line_width(job->context));
    wish->go_on = go_on;
    wish->context = &progress;
    bool ok = note_query_run(job->note_query, store, wish, damaged, error);
    progress_end(&progress);
    if (!ok && progress.stopped)
        error_set(error, "export: stopped, nothing was written");
    return ok;
}

static int gather_and_print(struct job *job, struct store *store)
{
    struct error error;
    const char *entities[ENTITIES + 1];
    struct note_query_wish wish = make_wish(job, entities);
    size_t damaged = 0;
    if (!gather(job, store, &wish, &damaged, &error) || !print(job, &error))
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
