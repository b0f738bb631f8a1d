#include "cli/coverage.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "cli/coverage_text.h"
#include "cli/places.h"
#include "library/target.h"

static void print_tsv(struct context *context, const struct places *places)
{
    struct output *out = context->out;
    size_t count = places->text_count + 1, from;
    const char **columns = xcalloc(count, sizeof *columns);
    columns[0] = "entity";
    for (size_t i = 1; i < count; i++)
        columns[i] = places->texts[i - 1].id;
    output_table_named(out, OUTPUT_TSV, columns, count);
    for (size_t i = 0; i < places->row_count; i++) {
        const struct places_row *row = &places->rows[i];
        output_cell(out, entity_index_note(context->entity_index, row->entity)->id);
        for (size_t text = 0; text + 1 < count; text++)
            output_cell_number(out, places_in(places, row, text, &from));
    }
    output_table_end(out);
    free(columns);
}

static void print_json_row(struct context *context, const struct places *places,
                           const struct places_mention *first, size_t mentions)
{
    output_cell(context->out, entity_index_note(context->entity_index, first->entity)->id);
    output_cell(context->out, places->texts[first->text].id);
    output_cell_number(context->out, mentions);
    output_cell_number(context->out, first->start);
    output_cell_number(context->out, first->end);
}

/* An object a pair of entity and text that mentions it. */
static void print_json(struct context *context, const struct places *places)
{
    output_table(context->out, OUTPUT_JSON, "entity article mentions# start# end#");
    for (size_t i = 0; i < places->row_count; i++) {
        const struct places_row *row = &places->rows[i];
        for (size_t from = row->from; from < row->to;) {
            size_t first;
            size_t mentions = places_in(places, row, places->items[from].text, &first);
            print_json_row(context, places, &places->items[first], mentions);
            from += mentions;
        }
    }
    output_table_end(context->out);
}

/* The texts of --in or --not-in as indexes; those that are not there yet are read. False with a
 * complaint when one cannot be. */
static bool find_texts(struct context *context, struct places *places, const char *const *names,
                       size_t count, size_t *texts)
{
    bool ok = true;
    for (size_t i = 0; i < count; i++) {
        struct target target;
        struct error error;
        if (!target_resolve(context_collection(context, NULL), names[i], &target, &error)) {
            context_fail(context, &error, STATUS_NOT_DONE);
            return false;
        }
        if (target.kind == TARGET_FOLDER) {
            error_set(&error, "%s: is a folder; wants an article or a file", names[i]);
            context_fail(context, &error, STATUS_NOT_DONE);
            ok = false;
        } else if ((texts[i] = places_text(places, target.id)) == places->text_count) {
            ok = places_read(places, context, &names[i], 1) && ok;
        }
        target_free(&target);
    }
    return ok;
}

static bool is_wanted(const struct places *places, const struct places_row *row,
                      const size_t *texts, size_t count, bool mentioned)
{
    for (size_t i = 0; i < count; i++) {
        size_t from;
        if ((places_in(places, row, texts[i], &from) > 0) != mentioned)
            return false;
    }
    return true;
}

static void choose_rows(struct places *places, const struct arguments *arguments,
                        const size_t *in, const size_t *not_in)
{
    size_t kept = 0;
    for (size_t i = 0; i < places->row_count; i++) {
        const struct places_row *row = &places->rows[i];
        if (is_wanted(places, row, in, arguments->in_count, true) &&
            is_wanted(places, row, not_in, arguments->not_in_count, false))
            places->rows[kept++] = *row;
    }
    places->row_count = kept;
}

/* False when there is nothing to print: what shall be looked in could not be read. */
static bool collect(struct context *context, struct places *places, const char *const *names,
                    size_t count, bool *ok)
{
    const struct arguments *arguments = context->arguments;
    size_t *in = xcalloc(arguments->in_count + 1, sizeof *in);
    size_t *not_in = xcalloc(arguments->not_in_count + 1, sizeof *not_in);
    *ok = places_read(places, context, names, count);
    bool found = context->entity_index != NULL &&
                 entity_index_fault(context->entity_index) == NULL &&
                 find_texts(context, places, arguments->in, arguments->in_count, in) &&
                 find_texts(context, places, arguments->not_in, arguments->not_in_count, not_in);
    if (found) {
        places_sort(places, context);
        choose_rows(places, arguments, in, not_in);
    }
    free(in);
    free(not_in);
    return found;
}

int cli_coverage(struct context *context, const char *const *names, size_t count)
{
    struct places places = { 0 };
    bool ok;
    bool found = collect(context, &places, names, count, &ok);
    enum output_format format = context->arguments->format;
    if (found && format == OUTPUT_TSV)
        print_tsv(context, &places);
    else if (found && format == OUTPUT_JSON)
        print_json(context, &places);
    else if (found)
        coverage_print_text(context, &places);
    bool any = places.row_count > 0;
    places_free(&places);
    return found && ok && any ? STATUS_DONE : STATUS_NOT_DONE;
}
