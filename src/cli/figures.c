#include "cli/figures.h"

#include <stdlib.h>

#include "cli/counter.h"
#include "figure/figure_hedge.h"
#include "library/target.h"
#include "query/article_figures.h"
#include "query/entity_index.h"
#include "query/figure_comparison.h"

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
    struct output *out = context->out;
    struct span span = { figure->start, figure->end };
    struct buffer value = { 0 }, remark = { 0 };
    figure_print_value(figure, &value);
    figure_hedge_remark(figure, &remark);
    output_cell(out, figured->target.id);
    counter_print(counter, span, out);
    output_cell(out, figure_kind_name(figure->kind));
    output_cell(out, buffer_text(&value));
    output_cell(out, figure->unit);
    output_cell_span(out, figured->document->text, span);
    output_cell(out, buffer_text(&remark));
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
    context_table(context, "article start# end# kind value unit text remark");
    for (size_t i = 0; i < figures.count; i++)
        print_figure(context, &figured, &figures.items[i], &counter);
    figures_free(&figures);
    mentions_free(&mentions);
    close_figured(&figured);
    return true;
}

/* The values of both sides, then their words: "" where one has no figure. */
static void print_sides(struct output *out, const struct figured *sides,
                        const struct figure *const figures[2])
{
    for (int i = 0; i < 2; i++) {
        struct buffer value = { 0 };
        if (figures[i] != NULL)
            figure_comparison_add_value(figures[i], figures[1 - i], &value);
        output_cell(out, buffer_text(&value));
        buffer_free(&value);
    }
    for (int i = 0; i < 2; i++) {
        struct span span = { 0, 0 };
        if (figures[i] != NULL)
            span = (struct span){ figures[i]->start, figures[i]->end };
        output_cell_span(out, sides[i].document->text, span);
    }
}

static void print_pair(struct context *context, const struct figured *sides,
                       const struct figure_comparison *comparison, const struct figure_pair *pair)
{
    const struct figure *a = figure_comparison_figure(comparison, pair, 0);
    const struct figure *b = figure_comparison_figure(comparison, pair, 1);
    const struct figure *either = a == NULL || (b != NULL && b->kind == FIGURE_DATE) ? b : a;
    struct buffer remark = { 0 };
    figure_comparison_add_remark(comparison, pair, &remark);
    output_cell(context->out, figure_pair_status_name(pair->status));
    output_cell(context->out, figure_kind_name(either->kind));
    output_cell(context->out, either->unit[0] == '\0' && b != NULL ? b->unit : either->unit);
    print_sides(context->out, sides, (const struct figure *const[]){ a, b });
    output_cell(context->out, buffer_text(&remark));
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
        context_table(context, "status kind unit a_value b_value a_text b_text remark");
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
    return context_end_table(context, true);
}
