#include "cli/mentions.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "cli/counter.h"
#include "cli/survey.h"

static const struct output_column columns[] = {
    { "article", false }, { "start", true }, { "end", true }, { "entity", false },
    { "text", false },
};

#define COLUMN_COUNT (sizeof columns / sizeof *columns)

static void print_mentions(void *data, const struct survey_text *text)
{
    struct context *context = data;
    struct counter counter = { text->document->text, 0, 0 };
    for (size_t i = 0; i < text->mentions->count; i++) {
        const struct mention *mention = &text->mentions->items[i];
        char start[COUNTER_SIZE];
        char end[COUNTER_SIZE];
        counter_at(&counter, mention->start, start);
        counter_at(&counter, mention->end, end);
        char *name = xstrndup(text->document->text + mention->start,
                              mention->end - mention->start);
        const char *const values[COLUMN_COUNT] = {
            text->id, start, end, entity_index_note(context->entity_index, mention->entity)->id,
            name,
        };
        output_row(context->out, values);
        free(name);
    }
}

int cli_mentions(struct context *context, const char *const *names, size_t count)
{
    output_table(context->out, context->arguments->format, columns, COLUMN_COUNT);
    bool ok = survey_run(context, names, count, print_mentions, context);
    bool any = context->out->rows > 0;
    output_table_end(context->out);
    return ok && any ? STATUS_DONE : STATUS_NOT_DONE;
}
