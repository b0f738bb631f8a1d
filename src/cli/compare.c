#include "cli/compare.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/xalloc.h"
#include "doc/reader.h"
#include "library/target.h"
#include "page/contrast_html.h"
#include "page/contrast_markdown.h"
#include "query/contrast.h"
#include "text/utf8.h"

#define REPORTS_MOST 3
#define NUMBER_SIZE 24

static const struct output_column columns[] = {
    { "kind", false },   { "status", false }, { "a_start", true }, { "a_end", true },
    { "b_start", true }, { "b_end", true },   { "a_text", false }, { "b_text", false },
};

#define COLUMN_COUNT (sizeof columns / sizeof *columns)

struct report {
    struct target target;
    struct document *document;
};

static bool open_report(struct context *context, const char *name, struct report *report,
                        struct error *error)
{
    if (!target_resolve(context_collection(context, NULL), name, &report->target, error))
        return false;
    report->document = context_read(context, report->target.path, error);
    return report->document != NULL;
}

static void close_report(struct report *report)
{
    document_free(report->document);
    target_free(&report->target);
}

/* A side of a row: "" where it has nothing. */
struct compare_side {
    char start[NUMBER_SIZE];
    char end[NUMBER_SIZE];
    char *text;
};

static struct compare_side make_side(const struct document *document, struct span span)
{
    struct compare_side half = { "", "", NULL };
    if (span.end > span.start) {
        size_t start = utf8_count(document->text, span.start);
        size_t length = utf8_count(document->text + span.start, span.end - span.start);
        snprintf(half.start, sizeof half.start, "%zu", start);
        snprintf(half.end, sizeof half.end, "%zu", start + length);
    }
    half.text = xstrndup(document->text + span.start, span.end - span.start);
    return half;
}

static void print_row(struct context *context, const struct contrast *contrast,
                      const struct contrast_row *row)
{
    struct compare_side a = make_side(contrast->sides[0].document, row->spans[0]);
    struct compare_side b = make_side(contrast->sides[1].document, row->spans[1]);
    const char *const values[COLUMN_COUNT] = {
        contrast_kind_name(row->kind),
        contrast_status_name(row->status),
        a.start,
        a.end,
        b.start,
        b.end,
        a.text,
        b.text,
    };
    output_row(context->out, values);
    free(a.text);
    free(b.text);
}

static void print_table(struct context *context, const struct contrast *contrast)
{
    output_table(context->out, context->arguments->format, columns, COLUMN_COUNT);
    for (size_t i = 0; contrast_section(i) != NULL; i++) {
        const struct contrast_row *row;
        for (size_t at = 0;
             (row = contrast_section_row(contrast, contrast_section(i), &at)) != NULL;)
            print_row(context, contrast, row);
    }
    output_table_end(context->out);
}

static void print_contrast(struct context *context, const struct contrast *contrast,
                           const struct entity_index *entities)
{
    struct buffer out = { 0 };
    switch (context->arguments->format) {
    case OUTPUT_MARKDOWN: contrast_markdown(contrast, &out); break;
    case OUTPUT_HTML: contrast_html(contrast, entities, &out); break;
    default: print_table(context, contrast); return;
    }
    output_text(context->out, buffer_text(&out), out.length);
    buffer_free(&out);
}

static bool compare_two(struct context *context, struct aligner *aligner,
                        const struct entity_index *entities, const struct report *a,
                        const struct report *b, struct error *error)
{
    const struct document *const documents[2] = { a->document, b->document };
    const char *const ids[2] = { a->target.id, b->target.id };
    struct aligner_text texts[2] = { { .sentences = { 0 } }, { .sentences = { 0 } } };
    struct alignment alignment = { 0 };
    struct figure_comparison figures = { .pairs = { 0 } };
    struct contrast contrast = { 0 };
    for (int i = 0; i < 2; i++)
        aligner_read(aligner, documents[i], &texts[i]);
    struct parallel_task task = { .a = &texts[0].side, .b = &texts[1].side };
    task.mode = aligner_mode(documents[0], ids[0], documents[1], ids[1]);
    bool ok = aligner_align(aligner, &task, &alignment, error);
    if (ok) {
        figure_comparison_make(&figures, texts, &alignment);
        contrast_make(&contrast, documents, ids, &alignment, &figures, entities);
        print_contrast(context, &contrast, entities);
    }
    contrast_free(&contrast);
    figure_comparison_free(&figures);
    alignment_free(&alignment);
    aligner_text_free(&texts[0]);
    aligner_text_free(&texts[1]);
    return ok;
}

/* Each with each. */
static bool compare_all(struct context *context, const struct report *reports, size_t count,
                        struct error *error)
{
    const struct entity_index *entities = context_entity_index(context, error);
    if (entities == NULL)
        return false;
    struct aligner *aligner =
        aligner_new(context_collection(context, NULL), entities, context->environment->data_folder,
                    context->environment->cache_folder);
    bool ok = true;
    for (size_t i = 0; i < count && ok; i++) {
        for (size_t j = i + 1; j < count && ok; j++)
            ok = compare_two(context, aligner, entities, &reports[i], &reports[j], error);
    }
    aligner_free(aligner);
    return ok;
}

static bool allows(const struct arguments *arguments, size_t count, struct error *error)
{
    if (count > 2 && arguments->format != OUTPUT_MARKDOWN)
        error_set(
            error,
            "compare: three reports make a page for each two of them; wants --format markdown");
    return count <= 2 || arguments->format == OUTPUT_MARKDOWN;
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
