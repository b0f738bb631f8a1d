/* fuzz_figures: any text has figures that are sound spans with values that print, in time; and a
 * text compared with itself agrees with itself. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "figure/figures_pair.h"
#include "doc/reader.h"
#include "document_invariants.h"

static void check_figure(const struct document *document, const struct figure *figure,
                         size_t from)
{
    struct buffer value = { 0 };
    size_t length = figure->end - figure->start;
    HOLDS(figure->start >= from && figure->start < figure->end);
    HOLDS(figure->end <= document->length);
    HOLDS(utf8_is_valid(document->text + figure->start, length));
    HOLDS(memchr(figure->unit, '\0', sizeof figure->unit) != NULL);
    HOLDS(utf8_is_valid(figure->unit, strlen(figure->unit)));
    bool parts = figure->kind == FIGURE_FRACTION || figure->kind == FIGURE_RATIO;
    HOLDS(figure->range || parts || figure->kind == FIGURE_DATE ||
          decimal_compare(figure->low, figure->high) == 0);
    HOLDS(!figure->range || figure->kind == FIGURE_DATE ||
          decimal_compare(figure->low, figure->high) < 0);
    HOLDS(figure->kind != FIGURE_DATE || figure_date_is_valid(&figure->from));
    figure_print_value(figure, &value);
    HOLDS(value.length > 0 && value.length < 200);
    buffer_free(&value);
}

static void check_figures(const struct document *document, const struct figures *figures)
{
    size_t from = 0;
    for (size_t i = 0; i < figures->count; i++) {
        check_figure(document, &figures->items[i], from);
        from = figures->items[i].end;
    }
}

static void check_pairs(const struct document *document, const struct figures *figures)
{
    struct figure_pairs pairs = { 0 };
    const struct figure_side side = { figures, document->length };
    const struct figure_link whole = { { 0, document->length }, { 0, document->length } };
    figures_pair(&side, &side,
                 &(struct figures_pair_task){ .links = &whole, .link_count = 1 }, &pairs);
    HOLDS(pairs.count >= figures->count);
    for (size_t i = 0; i < pairs.count; i++) {
        HOLDS(pairs.items[i].a == PAIR_NONE || pairs.items[i].a < figures->count);
        HOLDS(pairs.items[i].b == PAIR_NONE || pairs.items[i].b < figures->count);
        HOLDS(pairs.items[i].status == PAIR_AGREE);
    }
    figure_pairs_free(&pairs);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct figure_date published = { 2015, 6, 22, 0, 0 };
    const struct span gap = { size / 3, size / 2 };
    const struct figures_options options = { .leave_out = &gap, .leave_out_count = 1, .published = &published };
    struct document *document =
        reader_parse((const char *)data, size, READER_BY_NAME, "fuzz.txt");
    struct figures figures = { 0 };
    check_document(document);
    figures_find(document, &options, &figures);
    check_figures(document, &figures);
    figures_free(&figures);
    figures_find(document, NULL, &figures);
    check_figures(document, &figures);
    check_pairs(document, &figures);
    figures_free(&figures);
    document_free(document);
    return 0;
}
