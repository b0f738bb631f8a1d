#include "cli/entities.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "cli/survey.h"

static const struct output_column columns[] = {
    { "entity", false },  { "type", false },    { "name_en", false },
    { "name_zh", false }, { "mentions", true }, { "articles", true },
};

#define COLUMN_COUNT (sizeof columns / sizeof *columns)

struct tally {
    const char *id;
    uint32_t entity;
    size_t mentions;
    size_t articles;
    size_t last; /* number of the text that mentioned it last, from 1 */
};

struct tallies {
    struct tally *items; /* by entity */
    size_t texts;
};

static void count_text(void *data, const struct survey_text *text)
{
    struct tallies *tallies = data;
    tallies->texts++;
    for (size_t i = 0; i < text->mentions->count; i++) {
        struct tally *tally = &tallies->items[text->mentions->items[i].entity];
        tally->mentions++;
        tally->articles += tally->last != tallies->texts;
        tally->last = tallies->texts;
    }
}

static int compare(const void *left, const void *right)
{
    const struct tally *a = left;
    const struct tally *b = right;
    int order = (a->mentions < b->mentions) - (a->mentions > b->mentions);
    if (order == 0)
        order = (a->articles < b->articles) - (a->articles > b->articles);
    return order != 0 ? order : strcmp(a->id, b->id);
}

static void print_tally(struct context *context, const struct tally *tally)
{
    const struct gazetteer *gazetteer = context->gazetteer;
    char mentions[24];
    char articles[24];
    snprintf(mentions, sizeof mentions, "%zu", tally->mentions);
    snprintf(articles, sizeof articles, "%zu", tally->articles);
    const char *const values[COLUMN_COUNT] = {
        tally->id,
        note_type_name(gazetteer_type(gazetteer, tally->entity)),
        gazetteer_name_in(gazetteer, tally->entity, NAME_ENGLISH),
        gazetteer_name_in(gazetteer, tally->entity, NAME_CHINESE),
        mentions,
        articles,
    };
    output_row(context->out, values);
}

int cli_entities(struct context *context, const char *const *names, size_t count)
{
    struct error error;
    const struct gazetteer *gazetteer = context_gazetteer(context, &error);
    if (gazetteer == NULL)
        return context_fail(context, &error, STATUS_NOT_DONE);
    size_t entities = gazetteer_count(gazetteer);
    struct tallies tallies = { xcalloc(entities + 1, sizeof *tallies.items), 0 };
    for (uint32_t i = 0; i < entities; i++)
        tallies.items[i] = (struct tally){ .id = gazetteer_note(gazetteer, i)->id, .entity = i };
    bool ok = survey_run(context, names, count, count_text, &tallies);
    qsort(tallies.items, entities, sizeof *tallies.items, compare);
    output_table(context->out, context->arguments->format, columns, COLUMN_COUNT);
    for (size_t i = 0; i < entities; i++) {
        if (count == 0 || tallies.items[i].mentions > 0)
            print_tally(context, &tallies.items[i]);
    }
    bool any = context->out->rows > 0;
    output_table_end(context->out);
    free(tallies.items);
    return ok && any ? STATUS_DONE : STATUS_NOT_DONE;
}
