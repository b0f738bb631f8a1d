#include "cli/quotes.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "cli/counter.h"
#include "cli/survey.h"
#include "query/article_quotations.h"

static const struct output_column columns[] = {
    { "article", false }, { "start", true },    { "end", true },
    { "kind", false },    { "speaker", false }, { "speaker_text", false },
    { "cue", false },     { "text", false },    { "how", false },
};

#define COLUMN_COUNT (sizeof columns / sizeof *columns)

static char *copy_span(const struct document *document, struct span span)
{
    return xstrndup(document->text + span.start, span.end - span.start);
}

static void print_quotation(struct context *context, const struct survey_text *text,
                            const struct quotation *quotation, struct counter *counter)
{
    char start[COUNTER_SIZE];
    char end[COUNTER_SIZE];
    counter_at(counter, quotation->said.start, start);
    struct counter ahead = *counter; /* statements may lie within one another */
    counter_at(&ahead, quotation->said.end, end);
    char *speaker = copy_span(text->document, quotation->speaker);
    char *cue = copy_span(text->document, quotation->cue);
    char *said = copy_span(text->document, quotation->said);
    const char *const values[COLUMN_COUNT] = {
        text->id,
        start,
        end,
        quotation_kind_name(quotation->kind),
        quotation->entity != QUOTATION_NOBODY
            ? entity_index_note(context->entity_index, quotation->entity)->id
            : "",
        speaker,
        cue,
        said,
        quotation_how_name(quotation->how),
    };
    output_row(context->out, values);
    free(speaker);
    free(cue);
    free(said);
}

static void print_quotations(void *data, const struct survey_text *text)
{
    struct context *context = data;
    struct counter counter = { text->document->text, 0, 0 };
    struct quotations quotations = { 0 };
    article_quotations_find(text->document, context->entity_index, text->mentions, &quotations);
    for (size_t i = 0; i < quotations.count; i++)
        print_quotation(context, text, &quotations.items[i], &counter);
    quotations_free(&quotations);
}

int cli_quotes(struct context *context, const char *const *names, size_t count)
{
    output_table(context->out, context->arguments->format, columns, COLUMN_COUNT);
    bool ok = survey_run(context, names, count, print_quotations, context);
    bool any = context->out->rows > 0;
    output_table_end(context->out);
    return ok && any ? STATUS_DONE : STATUS_NOT_DONE;
}
