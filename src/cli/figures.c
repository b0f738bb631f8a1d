#include "cli/figures.h"

#include <stdlib.h>

#include "app/gazetteer.h"
#include "base/xalloc.h"
#include "bitext/figures.h"
#include "cli/counter.h"
#include "doc/reader.h"
#include "library/target.h"

static const struct output_column columns[] = {
    { "article", false }, { "start", true }, { "end", true },   { "kind", false },
    { "value", false },   { "unit", false }, { "text", false },
};

#define COLUMN_COUNT (sizeof columns / sizeof *columns)

/* An article with its figures. */
struct figured {
    struct target target;
    struct document *document;
    struct figures figures;
};

static void close_figured(struct figured *figured)
{
    figures_free(&figured->figures);
    document_free(figured->document);
    target_free(&figured->target);
}

/* Names with a number in them (11 Main) are no figures. */
static void find(const struct gazetteer *gazetteer, struct figured *figured)
{
    struct mentions mentions = { 0 };
    struct spans names = { 0 };
    struct figure_date published;
    gazetteer_find(gazetteer, figured->document, &mentions);
    for (size_t i = 0; i < mentions.count; i++)
        spans_add(&names, mentions.items[i].start, mentions.items[i].end);
    const char *told = frontmatter_get(figured->document->frontmatter, "published");
    bool dated = told != NULL && figure_date_parse(told, &published);
    const struct figures_options options = { names.items, names.count, dated ? &published : NULL };
    figures_find(figured->document, &options, &figured->figures);
    spans_free(&names);
    mentions_free(&mentions);
}

static bool open_figured(struct context *context, const struct gazetteer *gazetteer,
                         const char *name, struct figured *figured, struct error *error)
{
    *figured = (struct figured){ 0 };
    if (!target_resolve(context_collection(context, NULL), name, &figured->target, error))
        return false;
    figured->document = reader_open(figured->target.path, error);
    if (figured->document == NULL) {
        close_figured(figured);
        return false;
    }
    find(gazetteer, figured);
    return true;
}

static void print_figure(struct context *context, const struct figured *figured,
                         const struct figure *figure, struct counter *counter)
{
    char start[COUNTER_SIZE];
    char end[COUNTER_SIZE];
    struct buffer value = { 0 };
    counter_at(counter, figure->start, start);
    counter_at(counter, figure->end, end);
    figure_print_value(figure, &value);
    char *text = xstrndup(figured->document->text + figure->start, figure->end - figure->start);
    const char *const values[COLUMN_COUNT] = {
        figured->target.id,  start,        end,  figure_kind_name(figure->kind),
        buffer_text(&value), figure->unit, text,
    };
    output_row(context->out, values);
    free(text);
    buffer_free(&value);
}

static bool print_one(struct context *context, const struct gazetteer *gazetteer, const char *name,
                      struct error *error)
{
    struct figured figured;
    if (!open_figured(context, gazetteer, name, &figured, error))
        return false;
    struct counter counter = { figured.document->text, 0, 0 };
    output_table(context->out, context->arguments->format, columns, COLUMN_COUNT);
    for (size_t i = 0; i < figured.figures.count; i++)
        print_figure(context, &figured, &figured.figures.items[i], &counter);
    close_figured(&figured);
    return true;
}

int cli_figures(struct context *context, const char *const *names, size_t count)
{
    struct error error = { "" };
    struct gazetteer *gazetteer = gazetteer_new(context_collection(context, NULL));
    bool ok = print_one(context, gazetteer, names[0], &error);
    gazetteer_free(gazetteer);
    if (!ok)
        return context_fail(context, &error, STATUS_NOT_DONE);
    bool any = context->out->rows > 0;
    output_table_end(context->out);
    (void)count;
    return any ? STATUS_DONE : STATUS_NOT_DONE;
}
