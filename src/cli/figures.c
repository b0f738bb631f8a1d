#include "cli/figures.h"

#include <stdlib.h>

#include "app/gazetteer.h"
#include "base/xalloc.h"
#include "bitext/figures.h"
#include "bitext/figures_pair.h"
#include "cli/counter.h"
#include "doc/reader.h"
#include "library/target.h"

static const struct output_column columns[] = {
    { "article", false }, { "start", true }, { "end", true },   { "kind", false },
    { "value", false },   { "unit", false }, { "text", false },
};

#define COLUMN_COUNT (sizeof columns / sizeof *columns)

static const struct output_column pair_columns[] = {
    { "status", false },  { "kind", false },   { "unit", false },   { "a_value", false },
    { "b_value", false }, { "a_text", false }, { "b_text", false },
};

#define PAIR_COLUMN_COUNT (sizeof pair_columns / sizeof *pair_columns)

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

static bool print_one(struct context *context, const struct gazetteer *gazetteer,
                      const char *const *names, struct error *error)
{
    struct figured figured;
    if (!open_figured(context, gazetteer, names[0], &figured, error))
        return false;
    struct counter counter = { figured.document->text, 0, 0 };
    output_table(context->out, context->arguments->format, columns, COLUMN_COUNT);
    for (size_t i = 0; i < figured.figures.count; i++)
        print_figure(context, &figured, &figured.figures.items[i], &counter);
    close_figured(&figured);
    return true;
}

/* One side of a pair: "" where it has no figure. */
struct half {
    struct buffer value;
    char *text;
};

/* A time ago that is paired with a date prints as the date it means. */
static struct half make_half(const struct figured *figured, const struct figure *figure,
                             const struct figure *other)
{
    struct half half = { { 0 }, NULL };
    if (figure != NULL) {
        if (other != NULL && other->kind == FIGURE_DATE && figure->kind != FIGURE_DATE)
            figure_date_print(&figure->resolved, &half.value);
        else
            figure_print_value(figure, &half.value);
        half.text = xstrndup(figured->document->text + figure->start, figure->end - figure->start);
    }
    return half;
}

static void free_half(struct half *half)
{
    buffer_free(&half->value);
    free(half->text);
}

static void print_pair(struct context *context, const struct figured *sides,
                       const struct figure_pair *pair)
{
    const struct figure *a = pair->a != PAIR_NONE ? &sides[0].figures.items[pair->a] : NULL;
    const struct figure *b = pair->b != PAIR_NONE ? &sides[1].figures.items[pair->b] : NULL;
    const struct figure *either = a == NULL || (b != NULL && b->kind == FIGURE_DATE) ? b : a;
    const char *unit = either->unit[0] == '\0' && b != NULL ? b->unit : either->unit;
    struct half halves[2] = { make_half(&sides[0], a, b), make_half(&sides[1], b, a) };
    const char *const values[PAIR_COLUMN_COUNT] = {
        figure_pair_status_name(pair->status),
        figure_kind_name(either->kind),
        unit,
        buffer_text(&halves[0].value),
        buffer_text(&halves[1].value),
        halves[0].text != NULL ? halves[0].text : "",
        halves[1].text != NULL ? halves[1].text : "",
    };
    output_row(context->out, values);
    free_half(&halves[0]);
    free_half(&halves[1]);
}

static void print_pairs(struct context *context, const struct figured *sides)
{
    struct figure_pairs pairs = { 0 };
    const struct figure_side a = { &sides[0].figures, sides[0].document->length };
    const struct figure_side b = { &sides[1].figures, sides[1].document->length };
    figures_pair(&a, &b, NULL, 0, &pairs);
    output_table(context->out, context->arguments->format, pair_columns, PAIR_COLUMN_COUNT);
    for (size_t i = 0; i < pairs.count; i++)
        print_pair(context, sides, &pairs.items[i]);
    figure_pairs_free(&pairs);
}

static bool print_two(struct context *context, const struct gazetteer *gazetteer,
                      const char *const *names, struct error *error)
{
    struct figured sides[2];
    if (!open_figured(context, gazetteer, names[0], &sides[0], error))
        return false;
    bool ok = open_figured(context, gazetteer, names[1], &sides[1], error);
    if (ok) {
        print_pairs(context, sides);
        close_figured(&sides[1]);
    }
    close_figured(&sides[0]);
    return ok;
}

int cli_figures(struct context *context, const char *const *names, size_t count)
{
    struct error error = { "" };
    const struct gazetteer *gazetteer = context_gazetteer(context, &error);
    bool ok = gazetteer != NULL && (count == 1 ? print_one(context, gazetteer, names, &error)
                                               : print_two(context, gazetteer, names, &error));
    if (!ok)
        return context_fail(context, &error, STATUS_NOT_DONE);
    bool any = context->out->rows > 0;
    output_table_end(context->out);
    return any ? STATUS_DONE : STATUS_NOT_DONE;
}
