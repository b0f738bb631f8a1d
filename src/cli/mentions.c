#include "cli/mentions.h"


#include "cli/counter.h"
#include "cli/survey.h"

static void print_mentions(void *data, const struct survey_text *text)
{
    struct context *context = data;
    struct counter counter = { text->document->text, 0, 0 };
    for (size_t i = 0; i < text->mentions->count; i++) {
        const struct mention *mention = &text->mentions->items[i];
        struct span span = { mention->start, mention->end };
        output_cell(context->out, text->id);
        counter_print(&counter, span, context->out);
        output_cell(context->out, entity_index_note(context->entity_index, mention->entity)->id);
        output_cell_span(context->out, text->document->text, span);
    }
}

int cli_mentions(struct context *context, const char *const *names, size_t count)
{
    context_table(context, "article start# end# entity text");
    bool ok = survey_run(context, names, count, print_mentions, context);
    return context_end_table(context, ok);
}
