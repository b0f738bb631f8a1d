#include "cli/entities.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "cli/survey.h"

struct tally {
    const char *id;
    uint32_t entity;
    size_t mentions;
    size_t articles;
    bool shown;  /* mentioned or not */
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
    const struct entity_index *entity_index = context->entity_index;
    struct output *out = context->out;
    output_cell(out, tally->id);
    output_cell(out, note_type_name(entity_index_type(entity_index, tally->entity)));
    output_cell(out, entity_index_name_in(entity_index, tally->entity, NAME_ENGLISH));
    output_cell(out, entity_index_name_in(entity_index, tally->entity, NAME_CHINESE));
    output_cell_number(out, tally->mentions);
    output_cell_number(out, tally->articles);
}

/* Entities by number, none counted yet; those that are to be shown in any case are marked. */
static struct tally *make_tallies(const struct entity_index *entity_index, const uint32_t *entities,
                                  size_t count, bool all)
{
    size_t most = entity_index_count(entity_index);
    struct tally *tallies = xcalloc(most + 1, sizeof *tallies);
    for (uint32_t i = 0; i < most; i++)
        tallies[i] = (struct tally){ .id = entity_index_note(entity_index, i)->id,
                                     .entity = i,
                                     .shown = all };
    for (size_t i = 0; i < count; i++)
        tallies[entities[i]].shown = true;
    return tallies;
}

int entities_print(struct context *context, const char *const *names, size_t name_count,
                   const uint32_t *entities, size_t count)
{
    struct error error;
    const struct entity_index *entity_index = context_entity_index(context, &error);
    if (entity_index == NULL)
        return context_fail(context, &error, STATUS_NOT_DONE);
    size_t most = entity_index_count(entity_index);
    bool chosen = entities != NULL;
    struct tallies tallies = {
        make_tallies(entity_index, entities, count, !chosen && name_count == 0), 0
    };
    bool ok = survey_run(context, names, name_count, count_text, &tallies);
    qsort(tallies.items, most, sizeof *tallies.items, compare);
    context_table(context, "entity type name_en name_zh mentions# articles#");
    for (size_t i = 0; i < most; i++) {
        const struct tally *tally = &tallies.items[i];
        if (tally->shown || (!chosen && tally->mentions > 0))
            print_tally(context, tally);
    }
    free(tallies.items);
    return context_end_table(context, ok);
}

int cli_entities(struct context *context, const char *const *names, size_t count)
{
    return entities_print(context, names, count, NULL, 0);
}
