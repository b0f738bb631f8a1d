#include "query/note_query.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "notes/mark.h"
#include "query/article_quotations.h"

/* The entities of a text that was opened. */
struct text_mentions {
    char *path;
    struct mentions mentions;
    struct quotations statements;
};

struct gathered {
    struct annotation annotation;
    struct record_place places[RECORD_ROLES];
    char *articles[RECORD_ROLES]; /* ids of the texts, NULL unknown */
    struct record_statement statements[RECORD_ROLES];
    struct record_entity *entities;
    size_t entity_count;
    size_t entity_capacity;
};

struct note_query {
    struct article_locator *locator;
    const struct entity_index *entity_index;
    const struct note_query_wish *wish;
    struct gathered **items; /* the first `kept` are wanted, from `looked` on they are not looked for yet */
    size_t count;
    size_t capacity;
    size_t kept, looked;
    struct note_record *records;
    struct {
        struct text_mentions *items;
        size_t count;
        size_t capacity;
    } texts;
};

struct note_query *note_query_new(struct article_locator *locator,
                                  const struct entity_index *entity_index)
{
    struct note_query *note_query = xcalloc(1, sizeof *note_query);
    note_query->locator = locator;
    note_query->entity_index = entity_index;
    return note_query;
}

static void free_gathered(struct gathered *gathered)
{
    annotation_free(&gathered->annotation);
    for (size_t role = 0; role < RECORD_ROLES; role++) {
        free(gathered->articles[role]);
        free(gathered->statements[role].speaker);
        free(gathered->statements[role].cue);
    }
    free(gathered->entities);
    free(gathered);
}

void note_query_free(struct note_query *note_query)
{
    if (note_query == NULL)
        return;
    for (size_t i = 0; i < note_query->count; i++)
        if (i < note_query->kept || i >= note_query->looked)
            free_gathered(note_query->items[i]);
    for (size_t i = 0; i < note_query->texts.count; i++) {
        free(note_query->texts.items[i].path);
        mentions_free(&note_query->texts.items[i].mentions);
        quotations_free(&note_query->texts.items[i].statements);
    }
    free(note_query->texts.items);
    free(note_query->items);
    free(note_query->records);
    free(note_query);
}

/* ---- what is known now ---- */

static const struct text_mentions *mentions_of(struct note_query *note_query,
                                               const struct located_text *located)
{
    for (size_t i = 0; i < note_query->texts.count; i++) {
        if (strcmp(note_query->texts.items[i].path, located->path) == 0)
            return &note_query->texts.items[i];
    }
    VECTOR_PUSH(&note_query->texts, (struct text_mentions){ .path = xstrdup(located->path) });
    struct text_mentions *text = &note_query->texts.items[note_query->texts.count - 1];
    if (note_query->entity_index != NULL)
        entity_index_find(note_query->entity_index, located->document, &text->mentions);
    article_quotations_find(located->document, note_query->entity_index, &text->mentions,
                            &text->statements);
    return text;
}

static void add_entity(struct gathered *gathered, const struct entity_index *entity_index,
                       uint32_t entity)
{
    const struct note *note = entity_index_note(entity_index, entity);
    for (size_t i = 0; i < gathered->entity_count; i++) {
        if (strcmp(gathered->entities[i].id, note->id) == 0)
            return;
    }
    gathered->entities = vector_grow(gathered->entities, &gathered->entity_capacity,
                                     gathered->entity_count + 1, sizeof *gathered->entities);
    gathered->entities[gathered->entity_count++] =
        (struct record_entity){ note->id, entity_index_name(entity_index, entity),
                                note_type_name(entity_index_type(entity_index, entity)) };
}

static void find_entities(struct note_query *note_query, struct gathered *gathered,
                          const struct located_text *located)
{
    const struct record_place *place = &gathered->places[TARGET_SELECTION];
    if (note_query->entity_index == NULL || entity_index_count(note_query->entity_index) == 0 ||
        (place->state != ANCHOR_EXACT && place->state != ANCHOR_MOVED))
        return;
    struct span span = mark_span(located->document, place->start, place->end);
    const struct mentions *mentions = &mentions_of(note_query, located)->mentions;
    for (size_t i = mentions_first_after(mentions, span.start);
         i < mentions->count && mentions->items[i].start < span.end; i++)
        add_entity(gathered, note_query->entity_index, mentions->items[i].entity);
}

/* The statement that shares most with the span, half of either at least; NULL. */
static const struct quotation *statement_on(const struct quotations *statements, struct span span)
{
    const struct quotation *best = NULL;
    size_t most = 0;
    for (size_t i = 0; i < statements->count; i++) {
        struct span said = statements->items[i].said;
        size_t start = said.start > span.start ? said.start : span.start;
        size_t end = said.end < span.end ? said.end : span.end;
        size_t shared = end > start ? end - start : 0;
        if (shared > most &&
            (2 * shared >= said.end - said.start || 2 * shared >= span.end - span.start)) {
            best = &statements->items[i];
            most = shared;
        }
    }
    return best;
}

/* Who says the passage. */
static void find_statement(struct note_query *note_query, struct gathered *gathered, int role,
                           const struct located_text *located)
{
    const struct record_place *place = &gathered->places[role];
    if (place->state != ANCHOR_EXACT && place->state != ANCHOR_MOVED)
        return;
    const char *text = located->document->text;
    const struct quotation *quotation =
        statement_on(&mentions_of(note_query, located)->statements,
                     mark_span(located->document, place->start, place->end));
    if (quotation == NULL)
        return;
    struct record_statement *statement = &gathered->statements[role];
    struct span speaker = quotation->speaker, cue = quotation->cue;
    if (speaker.end > speaker.start)
        statement->speaker = xstrndup(text + speaker.start, speaker.end - speaker.start);
    if (cue.end > cue.start)
        statement->cue = xstrndup(text + cue.start, cue.end - cue.start);
}

static void find_places(struct note_query *note_query, struct gathered *gathered)
{
    for (int role = 0; role < RECORD_ROLES; role++) {
        struct record_place *place = &gathered->places[role];
        const struct annotation_target *target =
            annotation_target(&gathered->annotation, (enum target_role)role);
        struct located_text *located = NULL;
        place->state = ANCHOR_LOST;
        if (target == NULL)
            continue;
        struct anchor anchor = article_locator_find(note_query->locator, target, &located);
        place->state = anchor.state;
        if (anchor.state == ANCHOR_EXACT || anchor.state == ANCHOR_MOVED) {
            place->start = anchor.place.start;
            place->end = anchor.place.end;
        }
        if (located == NULL)
            continue;
        gathered->articles[role] = xstrdup(located->id);
        if (role != TARGET_DESTINATION)
            find_statement(note_query, gathered, role, located);
        if (role == TARGET_SELECTION)
            find_entities(note_query, gathered, located);
    }
}

/* ---- what is wanted ---- */

static bool is_one_of(const struct note_query_wish *wish, const char *article)
{
    for (size_t i = 0; article != NULL && i < wish->article_count; i++) {
        if (strcmp(wish->articles[i], article) == 0)
            return true;
    }
    return false;
}

static bool has_article(const struct note_query_wish *wish, const struct gathered *gathered)
{
    bool found = wish->article_count == 0;
    for (int role = TARGET_SELECTION; role <= TARGET_COUNTERPART && !found; role++) {
        const struct annotation_target *target =
            annotation_target(&gathered->annotation, (enum target_role)role);
        found = target != NULL &&
                (is_one_of(wish, gathered->articles[role]) || is_one_of(wish, target->article));
    }
    return found;
}

static bool has_entity(const struct note_query_wish *wish, const struct gathered *gathered)
{
    bool found = wish->entity_count == 0;
    for (size_t k = 0; k < wish->entity_count && !found; k++) {
        found = strcmp(gathered->annotation.entity, wish->entities[k]) == 0;
        for (size_t i = 0; i < gathered->entity_count && !found; i++)
            found = strcmp(gathered->entities[i].id, wish->entities[k]) == 0;
    }
    return found;
}

static bool has_tags(const struct note_query_wish *wish, const struct annotation *annotation)
{
    for (size_t i = 0; i < wish->tag_count; i++) {
        if (!annotation_has_tag(annotation, wish->tags[i]))
            return false;
    }
    return true;
}

static bool visit(void *context, const struct annotation *annotation)
{
    struct note_query *note_query = context;
    if (!has_tags(note_query->wish, annotation))
        return true;
    struct gathered *gathered = xcalloc(1, sizeof *gathered);
    annotation_copy(&gathered->annotation, annotation);
    VECTOR_PUSH(note_query, gathered);
    return true;
}

static bool is_wanted(const struct note_query_wish *wish, const struct gathered *gathered)
{
    unsigned state = 1u << gathered->places[TARGET_SELECTION].state;
    return has_article(wish, gathered) && has_entity(wish, gathered) &&
           (wish->states == 0 || (wish->states & state) != 0);
}

static void make_records(struct note_query *note_query)
{
    note_query->records =
        xreallocarray(note_query->records, note_query->count + 1, sizeof *note_query->records);
    for (size_t i = 0; i < note_query->count; i++) {
        struct gathered *gathered = note_query->items[i];
        struct note_record *record = &note_query->records[i];
        *record = (struct note_record){ .annotation = &gathered->annotation,
                                        .statements = gathered->statements,
                                        .entities = gathered->entities,
                                        .entity_count = gathered->entity_count };
        for (size_t role = 0; role < RECORD_ROLES; role++) {
            record->places[role] = gathered->places[role];
            record->places[role].article = gathered->articles[role];
        }
    }
}

bool note_query_begin(struct note_query *note_query, struct store *store,
                      const struct note_query_wish *wish, size_t *damaged, struct error *error)
{
    note_query->wish = wish;
    note_query->kept = note_query->looked = note_query->count;
    return store_each(store, &wish->filter, visit, note_query, damaged, error);
}

bool note_query_step(struct note_query *note_query, size_t *done, size_t *count)
{
    if (note_query->looked < note_query->count) {
        struct gathered *gathered = note_query->items[note_query->looked++];
        find_places(note_query, gathered);
        if (is_wanted(note_query->wish, gathered))
            note_query->items[note_query->kept++] = gathered;
        else
            free_gathered(gathered);
    }
    *done = note_query->looked;
    *count = note_query->count;
    if (*done < *count)
        return false;
    note_query->count = note_query->looked = note_query->kept;
    make_records(note_query);
    return true;
}

bool note_query_run(struct note_query *note_query, struct store *store,
                    const struct note_query_wish *wish, size_t *damaged, struct error *error)
{
    size_t done = 0, count = 1;
    if (!note_query_begin(note_query, store, wish, damaged, error))
        return false;
    while (!note_query_step(note_query, &done, &count)) {
        if (wish->go_on == NULL || wish->go_on(wish->context, done, count))
            continue;
        error_set(error, "stopped");
        return false;
    }
    return true;
}

const struct note_record *note_query_records(const struct note_query *note_query, size_t *count)
{
    *count = note_query->records != NULL ? note_query->count : 0;
    return note_query->records;
}
