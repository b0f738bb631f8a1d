#include "cli/timeline.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "cli/print.h"
#include "cli/survey.h"
#include "page/timeline_page.h"
#include "query/aligner.h"
#include "query/timeline.h"
#include "query/timeline_markdown.h"

#define STRIP_WIDTH 60
#define LINKED_MOST 4 /* reports that are aligned, each with each */

struct collecting {
    struct timeline timeline;
    const struct figure_date *published;
    char *paths[LINKED_MOST]; /* of the first reports */
};

static void add_text(void *data, const struct survey_text *text)
{
    struct collecting *collecting = data;
    if (collecting->timeline.article_count < LINKED_MOST)
        collecting->paths[collecting->timeline.article_count] = xstrdup(text->path);
    timeline_add(&collecting->timeline, text->id, text->document, text->mentions,
                 collecting->published);
}

static void print_row(struct context *context, const struct timeline *timeline,
                      const struct timeline_row *row)
{
    struct output *out = context->out;
    output_cell(out, row->date);
    output_cell(out, dated_statement_precision(&row->statement));
    output_cell(out, timeline->articles[row->article].id);
    output_cell_number(out, row->start);
    output_cell_number(out, row->end);
    output_cell(out, row->text);
    output_cell_number(out, row->event);
}

/* What the two tell in aligned passages is one event, whatever dates they have for it. */
static void link_two(struct context *context, struct aligner *aligner, struct collecting *collecting,
                     size_t a, size_t b)
{
    struct error error;
    const size_t numbers[2] = { a, b };
    struct document *documents[2] = { NULL, NULL };
    struct aligner_text texts[2] = { { .sentences = { 0 } }, { .sentences = { 0 } } };
    struct alignment alignment = { 0 };
    bool ok = true;
    for (int i = 0; i < 2 && ok; i++) {
        documents[i] = context_read(context, collecting->paths[numbers[i]], &error);
        ok = documents[i] != NULL;
        if (ok)
            aligner_read(aligner, documents[i], &texts[i]);
    }
    struct parallel_task task = { .a = &texts[0].side, .b = &texts[1].side };
    if (ok) {
        const struct timeline_article *articles = collecting->timeline.articles;
        task.mode = aligner_mode(documents[0], articles[a].id, documents[1], articles[b].id);
        ok = aligner_align(aligner, &task, &alignment, &error);
    }
    if (ok)
        timeline_link_aligned(&collecting->timeline, a, b, &alignment);
    alignment_free(&alignment);
    for (int i = 0; i < 2; i++) {
        aligner_text_free(&texts[i]);
        document_free(documents[i]);
    }
}

/* A few reports, each with each; more are a collection, of many stories. */
static void link_reports(struct context *context, struct collecting *collecting)
{
    size_t count = collecting->timeline.article_count;
    if (count < 2 || count > LINKED_MOST)
        return;
    struct aligner *aligner =
        aligner_new(context_collection(context, NULL), context->entity_index,
                    context->environment->data_folder, context->environment->cache_folder);
    for (size_t a = 0; a < count; a++) {
        for (size_t b = a + 1; b < count; b++)
            link_two(context, aligner, collecting, a, b);
    }
    aligner_free(aligner);
}

static void print_table(struct context *context, const struct timeline *timeline)
{
    context_table(context, "date precision article start# end# text event#");
    for (size_t i = 0; i < timeline->count; i++)
        print_row(context, timeline, &timeline->items[i]);
    output_table_end(context->out);
}

static void print_markdown(struct context *context, const struct timeline *timeline)
{
    struct buffer out = { 0 };
    timeline_markdown(timeline, STRIP_WIDTH, &out);
    output_text(context->out, buffer_text(&out), out.length);
    buffer_free(&out);
}

static void print_page(struct context *context, const struct timeline *timeline)
{
    int width = context_line_width(context);
    struct document *page = timeline_page_compose(timeline, (size_t)width);
    if (page != NULL)
        print_document(context->out, page, width);
    document_free(page);
}

int cli_timeline(struct context *context, const char *const *names, size_t count)
{
    struct error error;
    struct figure_date published;
    struct collecting collecting = { .published = NULL };
    const char *told = context->arguments->published;
    if (told != NULL) {
        if (!figure_date_parse(told, &published)) {
            error_set(&error, "--published: %s is no date; wants 2015-06-22, 2015-06 or 2015",
                      told);
            return context_fail(context, &error, STATUS_USAGE);
        }
        collecting.published = &published;
    }
    enum output_format format = context->arguments->format;
    bool ok = survey_run(context, names, count, add_text, &collecting);
    link_reports(context, &collecting);
    timeline_finish(&collecting.timeline);
    bool any = collecting.timeline.count > 0;
    if (format == OUTPUT_MARKDOWN)
        print_markdown(context, &collecting.timeline);
    else if (format == OUTPUT_TEXT)
        print_page(context, &collecting.timeline);
    else
        print_table(context, &collecting.timeline);
    timeline_free(&collecting.timeline);
    for (size_t i = 0; i < LINKED_MOST; i++)
        free(collecting.paths[i]);
    return ok && any ? STATUS_DONE : STATUS_NOT_DONE;
}
