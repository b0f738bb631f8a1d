#include "page/coverage_table.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/vector.h"
#include "base/xalloc.h"

void coverage_all(const struct mention_index *mention_index, struct coverage_scope *scope)
{
    size_t count;
    (void)mention_index_articles(mention_index, &count);
    for (size_t i = 0; i < count; i++)
        VECTOR_PUSH(scope, i);
}

void coverage_story(const struct mention_index *mention_index, size_t article,
                    struct coverage_scope *scope)
{
    size_t count;
    const struct mention_index_article *articles = mention_index_articles(mention_index, &count);
    if (article >= count || *articles[article].story == '\0')
        return;
    for (size_t i = 0; i < count; i++)
        if (strcmp(articles[i].story, articles[article].story) == 0)
            VECTOR_PUSH(scope, i);
}

/* What goes on while a table is filled, one element an entity each. */
struct tally {
    const struct entity_index *entity_index;
    struct crosstab *crosstab;
    size_t *rows;   /* the entity's row, SIZE_MAX none yet */
    size_t *counts; /* in the article at hand */
    uint32_t *met;  /* its entities */
    size_t met_count;
};

/* The row goes by the English name; the other names are there to be found by. */
static size_t add_row(const struct tally *tally, uint32_t entity)
{
    const struct note *note = entity_index_note(tally->entity_index, entity);
    const char *name = entity_index_name(tally->entity_index, entity);
    const char *chinese = entity_index_name_in(tally->entity_index, entity, NAME_CHINESE);
    enum note_type type = entity_index_type(tally->entity_index, entity);
    struct buffer names = { 0 };
    for (size_t i = 0; i < note->count; i++)
        buffer_add_format(&names, "%s ", note->items[i].text);
    size_t row =
        crosstab_row(tally->crosstab, &(struct crosstab_entity){
                                          .entity = entity,
                                          .id = note->id,
                                          .name = name,
                                          .second = strcmp(chinese, name) != 0 ? chinese : "",
                                          .names = buffer_text(&names),
                                          .type = (int)type,
                                          .kind = note_type_name(type),
                                      });
    buffer_free(&names);
    return row;
}

static void add_column(struct tally *tally, const struct mention_index_article *article,
                       size_t index)
{
    crosstab_column(tally->crosstab,
                    &(struct crosstab_article){ index, article->id, article->title, article->lang,
                                                article->publisher });
    tally->met_count = 0;
    for (size_t i = 0; i < article->mentions.count; i++) {
        uint32_t entity = article->mentions.items[i].entity;
        if (tally->counts[entity]++ == 0)
            tally->met[tally->met_count++] = entity;
    }
    for (size_t i = 0; i < tally->met_count; i++) {
        uint32_t entity = tally->met[i];
        if (tally->rows[entity] == SIZE_MAX)
            tally->rows[entity] = add_row(tally, entity);
        crosstab_put(tally->crosstab, tally->rows[entity], tally->counts[entity]);
        tally->counts[entity] = 0;
    }
}

struct crosstab *coverage_table(const struct mention_index *mention_index,
                                const struct entity_index *entity_index,
                                const struct coverage_scope *scope, const char *title)
{
    size_t count;
    size_t entities = entity_index_count(entity_index) + 1;
    const struct mention_index_article *articles = mention_index_articles(mention_index, &count);
    struct tally tally = { .entity_index = entity_index, .crosstab = crosstab_new(title) };
    tally.rows = xcalloc(entities, sizeof *tally.rows);
    tally.counts = xcalloc(entities, sizeof *tally.counts);
    tally.met = xcalloc(entities, sizeof *tally.met);
    memset(tally.rows, 0xFF, entities * sizeof *tally.rows);
    for (size_t i = 0; i < scope->count; i++)
        if (scope->items[i] < count)
            add_column(&tally, &articles[scope->items[i]], scope->items[i]);
    free(tally.rows);
    free(tally.counts);
    free(tally.met);
    crosstab_complete(tally.crosstab);
    return tally.crosstab;
}
