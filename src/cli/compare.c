#include "cli/compare.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "cli/counter.h"
#include "library/target.h"
#include "page/contrast_html.h"
#include "page/contrast_text.h"
#include "query/contrast_notes.h"
#include "query/contrast_section.h"
#include "query/note_query.h"

#define REPORTS_MOST 3

struct report {
    struct target target;
    struct document *document;
    char *article; /* what notes call it */
};

static bool open_report(struct context *context, const char *name, struct report *report,
                        struct error *error)
{
    if (!target_resolve(context_collection(context, NULL), name, &report->target, error))
        return false;
    const struct collection *collection = context_collection(context, NULL);
    report->article =
        collection != NULL ? collection_id_of_path(collection, report->target.path) : NULL;
    if (report->article == NULL)
        report->article = realpath(report->target.path, NULL);
    if (report->article == NULL)
        report->article = xstrdup(report->target.path);
    report->document = context_read(context, report->target.path, error);
    return report->document != NULL;
}

static void close_report(struct report *report)
{
    document_free(report->document);
    free(report->article);
    target_free(&report->target);
}

/* Where a side of a row stands: "" where it has nothing. */
static void print_place(struct output *out, const struct document *document, struct span span)
{
    struct counter counter = { document->text, 0, 0 };
    if (span.end > span.start) {
        counter_print(&counter, span, out);
    } else {
        output_cell(out, "");
        output_cell(out, "");
    }
}

static void print_row(struct context *context, const struct contrast *contrast,
                      const struct contrast_row *row)
{
    struct output *out = context->out;
    const struct document *a = contrast->sides[0].document, *b = contrast->sides[1].document;
    output_cell(out, contrast_kind_name(row->kind));
    output_cell(out, contrast_status_name(row->status));
    print_place(out, a, row->spans[0]);
    print_place(out, b, row->spans[1]);
    output_cell_span(out, a->text, row->spans[0]);
    output_cell_span(out, b->text, row->spans[1]);
    if (row->kind == CONTRAST_SPEAKER)
        output_cell_span(out, (row->status == CONTRAST_ONLY_B ? b : a)->text, row->speaker);
    else
        output_cell(out, row->comment != NULL ? row->comment : "");
}

static void print_table(struct context *context, const struct contrast *contrast)
{
    context_table(context, "kind status a_start# a_end# b_start# b_end# a_text b_text note");
    for (size_t i = 0; contrast_section(i) != NULL; i++) {
        const struct contrast_row *row;
        for (size_t at = 0;
             (row = contrast_section_row(contrast, contrast_section(i), &at)) != NULL;)
            print_row(context, contrast, row);
    }
    output_table_end(context->out);
}

/* What all pages are made with. */
struct comparing {
    struct context *context;
    const struct report *reports;
    size_t count;
    const struct entity_index *entities;
    struct aligner *aligner;
    struct note_query *notes; /* NULL: there are none to be had */
    struct buffer out;
};

static void print_contrast(struct comparing *comparing, const struct contrast *contrast, size_t a,
                           size_t b)
{
    const int letters[2] = { (int)('a' + a), (int)('a' + b) };
    switch (comparing->context->arguments->format) {
    case OUTPUT_MARKDOWN: contrast_text(contrast, CONTRAST_MARKDOWN, &comparing->out); break;
    case OUTPUT_ORG: contrast_text(contrast, CONTRAST_ORG, &comparing->out); break;
    case OUTPUT_HTML:
        contrast_html_pair(contrast, letters, comparing->entities, &comparing->out);
        break;
    default: print_table(comparing->context, contrast); break;
    }
}

/* What a link calls the file: as it was named, from the collection's folder, or by its own name
 * alone; where it lies stays here. */
static const char *link_name(const struct comparing *comparing, const char *path)
{
    const struct collection *collection = context_collection(comparing->context, NULL);
    const char *folder = collection != NULL ? collection_folder(collection) : NULL;
    size_t length = folder != NULL ? strlen(folder) : 0;
    if (length > 0 && strncmp(path, folder, length) == 0 && path[length] == '/')
        return path + length + 1;
    return *path == '/' ? file_base_name(path) : path;
}

static void add_notes(const struct comparing *comparing, struct contrast *contrast, size_t a,
                      size_t b)
{
    char *const articles[2] = { comparing->reports[a].article, comparing->reports[b].article };
    size_t count;
    if (comparing->notes == NULL)
        return;
    const struct note_record *records = note_query_records(comparing->notes, &count);
    contrast_notes_add(contrast, articles, records, count);
}

static bool compare_two(struct comparing *comparing, size_t a, size_t b, struct error *error)
{
    const struct report *const two[2] = { &comparing->reports[a], &comparing->reports[b] };
    const struct document *const documents[2] = { two[0]->document, two[1]->document };
    const char *const ids[2] = { two[0]->target.id, two[1]->target.id };
    struct aligner_text texts[2] = { { .sentences = { 0 } }, { .sentences = { 0 } } };
    struct alignment alignment = { 0 };
    struct figure_comparison figures = { .pairs = { 0 } };
    struct contrast contrast = { 0 };
    for (int i = 0; i < 2; i++)
        aligner_read(comparing->aligner, documents[i], &texts[i]);
    struct parallel_task task = { .a = &texts[0].side, .b = &texts[1].side };
    task.mode = aligner_mode(documents[0], ids[0], documents[1], ids[1]);
    bool ok = aligner_align(comparing->aligner, &task, &alignment, error);
    if (ok) {
        figure_comparison_make(&figures, texts, &alignment);
        contrast_make(&contrast, documents, ids, &alignment, &figures, comparing->entities);
        for (int i = 0; i < 2; i++)
            contrast_set_file(&contrast, i, link_name(comparing, two[i]->target.path),
                              two[i]->target.path);
        add_notes(comparing, &contrast, a, b);
        print_contrast(comparing, &contrast, a, b);
    }
    contrast_free(&contrast);
    figure_comparison_free(&figures);
    alignment_free(&alignment);
    aligner_text_free(&texts[0]);
    aligner_text_free(&texts[1]);
    return ok;
}

/* Each with each. */
static bool compare_pairs(struct comparing *comparing, struct error *error)
{
    bool html = comparing->context->arguments->format == OUTPUT_HTML;
    bool ok = true;
    if (html)
        contrast_html_begin(&comparing->out, comparing->count);
    for (size_t i = 0; i < comparing->count && ok; i++) {
        for (size_t j = i + 1; j < comparing->count && ok; j++)
            ok = compare_two(comparing, i, j, error);
    }
    for (size_t i = 0; html && i < comparing->count; i++)
        contrast_html_report(comparing->reports[i].document, comparing->reports[i].target.id,
                             (int)('a' + i), &comparing->out);
    if (html)
        contrast_html_end(&comparing->out);
    if (ok && comparing->out.length > 0)
        output_text(comparing->context->out, buffer_text(&comparing->out), comparing->out.length);
    return ok;
}

/* The reader's notes on the reports; a page is as good without where they cannot be read. */
static void find_notes(struct comparing *comparing, struct article_locator *locator)
{
    struct error error;
    char *articles[REPORTS_MOST];
    const char *folder = comparing->context->environment->data_folder;
    struct store *store = folder != NULL ? store_open(folder, STORE_READ, &error) : NULL;
    if (store == NULL)
        return;
    for (size_t i = 0; i < comparing->count; i++)
        articles[i] = comparing->reports[i].article;
    struct note_query_wish wish = { .articles = articles, .article_count = comparing->count };
    comparing->notes = note_query_new(locator, comparing->entities);
    if (!note_query_run(comparing->notes, store, &wish, NULL, &error))
        context_fail(comparing->context, &error, 0);
    store_close(store);
}

static bool compare_all(struct context *context, const struct report *reports, size_t count,
                        struct error *error)
{
    struct comparing comparing = { .context = context, .reports = reports, .count = count };
    struct collection *collection = context_collection(context, NULL);
    comparing.entities = context_entity_index(context, error);
    if (comparing.entities == NULL)
        return false;
    struct article_locator *locator =
        article_locator_new(collection, context->environment->conversion);
    comparing.aligner =
        aligner_new(collection, comparing.entities, context->environment->data_folder,
                    context->environment->cache_folder);
    find_notes(&comparing, locator);
    bool ok = compare_pairs(&comparing, error);
    note_query_free(comparing.notes);
    aligner_free(comparing.aligner);
    article_locator_free(locator);
    buffer_free(&comparing.out);
    return ok;
}

static bool allows(const struct arguments *arguments, size_t count, struct error *error)
{
    bool page = arguments->format == OUTPUT_MARKDOWN || arguments->format == OUTPUT_ORG ||
                arguments->format == OUTPUT_HTML;
    if (count > 2 && !page)
        error_set(error, "compare: three reports make a page for each two of them; wants --format "
                         "markdown, org or html");
    return count <= 2 || page;
}

int cli_compare(struct context *context, const char *const *names, size_t count)
{
    struct error error = { "" };
    struct report reports[REPORTS_MOST] = { { .document = NULL } };
    if (!allows(context->arguments, count, &error))
        return context_fail(context, &error, STATUS_USAGE);
    bool ok = true;
    size_t opened = 0;
    for (; opened < count && ok; opened++)
        ok = open_report(context, names[opened], &reports[opened], &error);
    ok = ok && compare_all(context, reports, count, &error);
    for (size_t i = 0; i < opened; i++)
        close_report(&reports[i]);
    return ok ? STATUS_DONE : context_fail(context, &error, STATUS_NOT_DONE);
}
