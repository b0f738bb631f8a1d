#include "cli/timeline.h"

#include <stdio.h>
#include <stdlib.h>

#include "cli/survey.h"
#include "query/timeline.h"
#include "query/timeline_markdown.h"

#define NUMBER_SIZE 24
#define STRIP_WIDTH 60

static const struct output_column columns[] = {
    { "date", false }, { "precision", false }, { "article", false }, { "start", true },
    { "end", true },   { "text", false },      { "event", true },
};

#define COLUMN_COUNT (sizeof columns / sizeof *columns)

struct collecting {
    struct timeline timeline;
    const struct figure_date *published;
};

static void add_text(void *data, const struct survey_text *text)
{
    struct collecting *collecting = data;
    timeline_add(&collecting->timeline, text->id, text->document, text->mentions,
                 collecting->published);
}

static void print_row(struct context *context, const struct timeline *timeline,
                      const struct timeline_row *row)
{
    char start[NUMBER_SIZE], end[NUMBER_SIZE], event[NUMBER_SIZE];
    snprintf(start, sizeof start, "%zu", row->start);
    snprintf(end, sizeof end, "%zu", row->end);
    snprintf(event, sizeof event, "%zu", row->event);
    const char *const values[COLUMN_COUNT] = {
        row->date,
        dated_statement_precision(&row->statement),
        timeline->articles[row->article].id,
        start,
        end,
        row->text,
        event,
    };
    output_row(context->out, values);
}

static void print_table(struct context *context, const struct timeline *timeline)
{
    output_table(context->out, context->arguments->format, columns, COLUMN_COUNT);
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
    timeline_finish(&collecting.timeline);
    bool any = collecting.timeline.count > 0;
    if (format == OUTPUT_MARKDOWN)
        print_markdown(context, &collecting.timeline);
    else
        print_table(context, &collecting.timeline);
    timeline_free(&collecting.timeline);
    return ok && any ? STATUS_DONE : STATUS_NOT_DONE;
}
