#include "cli/figures.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "cli/counter.h"
#include "figure/figure_hedge.h"
#include "library/target.h"
#include "query/article_figures.h"
#include "query/entity_index.h"
#include "query/figure_comparison.h"

static const struct output_column columns[] = {
    { "article", false }, { "start", true }, { "end", true },   { "kind", false },
    { "value", false },   { "unit", false }, { "text", false }, { "remark", false },
};

#define COLUMN_COUNT (sizeof columns / sizeof *columns)

static const struct output_column pair_columns[] = {
    { "status", false },  { "kind", false },   { "unit", false },   { "a_value", false },
    { "b_value", false }, { "a_text", false }, { "b_text", false }, { "remark", false },
};

#define PAIR_COLUMN_COUNT (sizeof pair_columns / sizeof *pair_columns)

/* An article. */
struct figured {
    struct target target;
    struct document *document;
};

static void close_figured(struct figured *figured)
{
    document_free(figured->document);
    target_free(&figured->target);
}

static bool open_figured(struct context *context, const char *name, struct figured *figured,
                         struct error *error)
{
    *figured = (struct figured){ 0 };
    if (!target_resolve(context_collection(context, NULL), name, &figured->target, error))
        return false;
    figured->document = context_read(context, figured->target.path, error);
    if (figured->document != NULL)
        return true;
    close_figured(figured);
    return false;
}

static void print_figure(struct context *context, const struct figured *figured,
                         const struct figure *figure, struct counter *counter)
{
    char start[COUNTER_SIZE];
    char end[COUNTER_SIZE];
    struct buffer value = { 0 }, remark = { 0 };
    counter_at(counter, figure->start, start);
    counter_at(counter, figure->end, end);
    figure_print_value(figure, &value);
    figure_hedge_remark(figure, &remark);
    char *text = xstrndup(figured->document->text + figure->start, figure->end - figure->start);
    const char *const values[COLUMN_COUNT] = {
        figured->target.id,  start,        end,  figure_kind_name(figure->kind),
        buffer_text(&value), figure->unit, text, buffer_text(&remark),
    };
    output_row(context->out, values);
    free(text);
    buffer_free(&value);
    buffer_free(&remark);
}

static bool print_one(struct context *context, const struct entity_index *entity_index,
                      const char *const *names, struct error *error)
{
    struct figured figured;
    struct mentions mentions = { 0 };
    struct figures figures = { 0 };
    if (!open_figured(context, names[0], &figured, error))
        return false;
    entity_index_find(entity_index, figured.document, &mentions);
    article_figures_find(figured.document, &mentions, &figures);
    struct counter counter = { figured.document->text, 0, 0 };
    output_table(context->out, context->arguments->format, columns, COLUMN_COUNT);
    for (size_t i = 0; i < figures.count; i++)
        print_figure(context, &figured, &figures.items[i], &counter);
    figures_free(&figures);
    mentions_free(&mentions);
    close_figured(&figured);
    return true;
}

/* One side of a pair: "" where it has no figure. */
struct half {
    struct buffer value;
    char *text;
};

static struct half make_half(const struct figured *figured, const struct figure *figure,
                             const struct figure *other)
{
    struct half half = { { 0 }, NULL };
    if (figure != NULL) {
        figure_comparison_add_value(figure, other, &half.value);
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
                       const struct figure_comparison *comparison, const struct figure_pair *pair)
{
    const struct figure *a = figure_comparison_figure(comparison, pair, 0);
    const struct figure *b = figure_comparison_figure(comparison, pair, 1);
    const struct figure *either = a == NULL || (b != NULL && b->kind == FIGURE_DATE) ? b : a;
    const char *unit = either->unit[0] == '\0' && b != NULL ? b->unit : either->unit;
    struct buffer remark = { 0 };
    figure_comparison_add_remark(comparison, pair, &remark);
    struct half halves[2] = { make_half(&sides[0], a, b), make_half(&sides[1], b, a) };
    const char *const values[PAIR_COLUMN_COUNT] = {
        figure_pair_status_name(pair->status),
        figure_kind_name(either->kind),
        unit,
        buffer_text(&halves[0].value),
        buffer_text(&halves[1].value),
        halves[0].text != NULL ? halves[0].text : "",
        halves[1].text != NULL ? halves[1].text : "",
        buffer_text(&remark),
    };
    output_row(context->out, values);
    free_half(&halves[0]);
    free_half(&halves[1]);
    buffer_free(&remark);
}

/* Aligns the two, for passages that belong together tell which of their figures do. */
static bool print_pairs(struct context *context, const struct entity_index *entity_index,
                        const struct figured *sides, struct error *error)
{
    struct aligner_text texts[2] = { { .sentences = { 0 } }, { .sentences = { 0 } } };
    struct alignment alignment = { 0 };
    struct figure_comparison comparison = { .pairs = { 0 } };
    struct aligner *aligner =
        aligner_new(context_collection(context, NULL), entity_index,
                    context->environment->data_folder, context->environment->cache_folder);
    for (int i = 0; i < 2; i++)
        aligner_read(aligner, sides[i].document, &texts[i]);
    struct parallel_task task = { .a = &texts[0].side, .b = &texts[1].side };
    task.mode =
        aligner_mode(sides[0].document, sides[0].target.id, sides[1].document, sides[1].target.id);
    bool ok = aligner_align(aligner, &task, &alignment, error);
    if (ok) {
        figure_comparison_make(&comparison, texts, &alignment);
        output_table(context->out, context->arguments->format, pair_columns, PAIR_COLUMN_COUNT);
        for (size_t i = 0; i < comparison.pairs.count; i++)
            print_pair(context, sides, &comparison, &comparison.pairs.items[i]);
    }
    figure_comparison_free(&comparison);
    alignment_free(&alignment);
    aligner_text_free(&texts[0]);
    aligner_text_free(&texts[1]);
    aligner_free(aligner);
    return ok;
}

static bool print_two(struct context *context, const struct entity_index *entity_index,
                      const char *const *names, struct error *error)
{
    struct figured sides[2];
    if (!open_figured(context, names[0], &sides[0], error))
        return false;
    bool ok = open_figured(context, names[1], &sides[1], error);
    if (ok) {
        ok = print_pairs(context, entity_index, sides, error);
        close_figured(&sides[1]);
    }
    close_figured(&sides[0]);
    return ok;
}

int cli_figures(struct context *context, const char *const *names, size_t count)
{
    struct error error = { "" };
    const struct entity_index *entity_index = context_entity_index(context, &error);
    bool ok =
        entity_index != NULL && (count == 1 ? print_one(context, entity_index, names, &error)
                                            : print_two(context, entity_index, names, &error));
    if (!ok)
        return context_fail(context, &error, STATUS_NOT_DONE);
    bool any = context->out->rows > 0;
    output_table_end(context->out);
    return any ? STATUS_DONE : STATUS_NOT_DONE;
}
