#include "cli/quotes.h"

#include <stdlib.h>

#include "cli/counter.h"
#include "cli/survey.h"
#include "query/article_quotations.h"

static void print_quotation(struct context *context, const struct survey_text *text,
                            const struct quotation *quotation, struct counter *counter)
{
    struct output *out = context->out;
    const char *bytes = text->document->text;
    output_cell(out, text->id);
    counter_print(counter, quotation->said, out);
    output_cell(out, quotation_kind_name(quotation->kind));
    output_cell(out, quotation->entity != QUOTATION_NOBODY
                         ? entity_index_note(context->entity_index, quotation->entity)->id
                         : "");
    output_cell_span(out, bytes, quotation->speaker);
    output_cell_span(out, bytes, quotation->cue);
    output_cell_span(out, bytes, quotation->said);
    output_cell(out, quotation_how_name(quotation->how));
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
    context_table(context, "article start# end# kind speaker speaker_text cue text how");
    bool ok = survey_run(context, names, count, print_quotations, context);
    return context_end_table(context, ok);
}
