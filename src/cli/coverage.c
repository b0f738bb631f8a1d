#include "cli/coverage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "cli/coverage_text.h"
#include "cli/places.h"
#include "library/target.h"

static const struct output_column json_columns[] = {
    { "entity", false }, { "article", false }, { "mentions", true },
    { "start", true },   { "end", true },
};

#define JSON_COLUMNS (sizeof json_columns / sizeof *json_columns)
#define NUMBER_SIZE 24

static void print_tsv(struct context *context, const struct places *places)
{
    size_t count = places->text_count + 1;
    struct output_column *columns = xcalloc(count, sizeof *columns);
    const char **values = xcalloc(count, sizeof *values);
    char(*numbers)[NUMBER_SIZE] = xcalloc(count, sizeof *numbers);
    columns[0].name = "entity";
    for (size_t i = 1; i < count; i++)
        columns[i] = (struct output_column){ places->texts[i - 1].id, true };
    output_table(context->out, OUTPUT_TSV, columns, count);
    for (size_t i = 0; i < places->row_count; i++) {
        const struct places_row *row = &places->rows[i];
        values[0] = entity_index_note(context->entity_index, row->entity)->id;
        for (size_t text = 0; text + 1 < count; text++) {
            size_t from;
            snprintf(numbers[text], NUMBER_SIZE, "%zu", places_in(places, row, text, &from));
            values[text + 1] = numbers[text];
        }
        output_row(context->out, values);
    }
    output_table_end(context->out);
    free(numbers);
    free(values);
    free(columns);
}

static void print_json_row(struct context *context, const struct places *places,
                           const struct places_mention *first, size_t mentions)
{
    char numbers[3][NUMBER_SIZE];
    snprintf(numbers[0], NUMBER_SIZE, "%zu", mentions);
    snprintf(numbers[1], NUMBER_SIZE, "%zu", first->start);
    snprintf(numbers[2], NUMBER_SIZE, "%zu", first->end);
    const char *const values[JSON_COLUMNS] = {
        entity_index_note(context->entity_index, first->entity)->id,
        places->texts[first->text].id,
        numbers[0],
        numbers[1],
        numbers[2],
    };
    output_row(context->out, values);
}

/* An object a pair of entity and text that mentions it. */
static void print_json(struct context *context, const struct places *places)
{
    output_table(context->out, OUTPUT_JSON, json_columns, JSON_COLUMNS);
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
