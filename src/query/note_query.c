#include "query/note_query.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "notes/mark.h"

/* The entities of a text that was opened. */
struct census_of_text {
    char *path;
    struct mentions mentions;
};

struct gathered {
    struct annotation annotation;
    struct record_place places[RECORD_ROLES];
    char *articles[RECORD_ROLES]; /* ids of the texts, NULL unknown */
    struct record_entity *entities;
    size_t entity_count;
    size_t entity_capacity;
};

struct gathering {
    struct anchorage *anchorage;
    const struct gazetteer *gazetteer;
    const struct gathering_wish *wish;
    struct gathered **items;
    size_t count;
    size_t capacity;
    struct note_record *records;
    struct {
        struct census_of_text *items;
        size_t count;
        size_t capacity;
    } texts;
};

struct gathering *gathering_new(struct anchorage *anchorage, const struct gazetteer *gazetteer)
{
    struct gathering *gathering = xcalloc(1, sizeof *gathering);
    gathering->anchorage = anchorage;
    gathering->gazetteer = gazetteer;
    return gathering;
}

static void free_gathered(struct gathered *gathered)
{
    annotation_free(&gathered->annotation);
    for (size_t role = 0; role < RECORD_ROLES; role++)
        free(gathered->articles[role]);
    free(gathered->entities);
    free(gathered);
}

void gathering_free(struct gathering *gathering)
{
    if (gathering == NULL)
        return;
    for (size_t i = 0; i < gathering->count; i++)
        free_gathered(gathering->items[i]);
    for (size_t i = 0; i < gathering->texts.count; i++) {
        free(gathering->texts.items[i].path);
        mentions_free(&gathering->texts.items[i].mentions);
    }
    free(gathering->texts.items);
    free(gathering->items);
    free(gathering->records);
    free(gathering);
}

/* ---- what is known now ---- */

static const struct mentions *mentions_of(struct gathering *gathering, const struct moored *moored)
{
    for (size_t i = 0; i < gathering->texts.count; i++) {
        if (strcmp(gathering->texts.items[i].path, moored->path) == 0)
            return &gathering->texts.items[i].mentions;
    }
    VECTOR_PUSH(&gathering->texts, (struct census_of_text){ .path = xstrdup(moored->path) });
    struct mentions *mentions = &gathering->texts.items[gathering->texts.count - 1].mentions;
    gazetteer_find(gathering->gazetteer, moored->document, mentions);
    return mentions;
}

static void add_entity(struct gathered *gathered, const struct gazetteer *gazetteer,
                       uint32_t entity)
{
    const struct note *note = gazetteer_note(gazetteer, entity);
    for (size_t i = 0; i < gathered->entity_count; i++) {
        if (strcmp(gathered->entities[i].id, note->id) == 0)
            return;
    }
    gathered->entities = vector_grow(gathered->entities, &gathered->entity_capacity,
                                     gathered->entity_count + 1, sizeof *gathered->entities);
    gathered->entities[gathered->entity_count++] =
        (struct record_entity){ note->id, gazetteer_name(gazetteer, entity),
                                note_type_name(gazetteer_type(gazetteer, entity)) };
}

static void find_entities(struct gathering *gathering, struct gathered *gathered,
                          const struct moored *moored)
{
    const struct record_place *place = &gathered->places[TARGET_SELECTION];
    if (gathering->gazetteer == NULL || gazetteer_count(gathering->gazetteer) == 0 ||
        (place->state != ANCHOR_EXACT && place->state != ANCHOR_MOVED))
        return;
    struct span span = mark_span(moored->document, place->start, place->end);
    const struct mentions *mentions = mentions_of(gathering, moored);
    for (size_t i = mentions_first_after(mentions, span.start);
         i < mentions->count && mentions->items[i].start < span.end; i++)
        add_entity(gathered, gathering->gazetteer, mentions->items[i].entity);
}

static void find_places(struct gathering *gathering, struct gathered *gathered)
{
    for (int role = 0; role < RECORD_ROLES; role++) {
        struct record_place *place = &gathered->places[role];
        const struct annotation_target *target =
            annotation_target(&gathered->annotation, (enum target_role)role);
        struct moored *moored = NULL;
        place->state = ANCHOR_LOST;
        if (target == NULL)
            continue;
        struct anchor anchor = anchorage_find(gathering->anchorage, target, &moored);
        place->state = anchor.state;
        if (anchor.state == ANCHOR_EXACT || anchor.state == ANCHOR_MOVED) {
            place->start = anchor.place.start;
            place->end = anchor.place.end;
        }
        if (moored == NULL)
            continue;
        gathered->articles[role] = xstrdup(moored->id);
        if (role == TARGET_SELECTION)
            find_entities(gathering, gathered, moored);
    }
}

/* ---- what is wanted ---- */

static bool is_one_of(const struct gathering_wish *wish, const char *article)
{
    for (size_t i = 0; article != NULL && i < wish->article_count; i++) {
        if (strcmp(wish->articles[i], article) == 0)
            return true;
    }
    return false;
}

static bool has_article(const struct gathering_wish *wish, const struct gathered *gathered)
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

static bool has_entity(const struct gathering_wish *wish, const struct gathered *gathered)
{
    bool found = wish->entity_count == 0;
    for (size_t k = 0; k < wish->entity_count && !found; k++) {
        found = strcmp(gathered->annotation.entity, wish->entities[k]) == 0;
        for (size_t i = 0; i < gathered->entity_count && !found; i++)
            found = strcmp(gathered->entities[i].id, wish->entities[k]) == 0;
    }
    return found;
}

static bool has_tags(const struct gathering_wish *wish, const struct annotation *annotation)
{
    for (size_t i = 0; i < wish->tag_count; i++) {
        if (!annotation_has_tag(annotation, wish->tags[i]))
            return false;
    }
    return true;
}

static bool visit(void *context, const struct annotation *annotation)
{
    struct gathering *gathering = context;
    const struct gathering_wish *wish = gathering->wish;
    if (!has_tags(wish, annotation))
        return true;
    struct gathered *gathered = xcalloc(1, sizeof *gathered);
    annotation_copy(&gathered->annotation, annotation);
    find_places(gathering, gathered);
    unsigned state = 1u << gathered->places[TARGET_SELECTION].state;
    if (has_article(wish, gathered) && has_entity(wish, gathered) &&
        (wish->states == 0 || (wish->states & state) != 0))
        VECTOR_PUSH(gathering, gathered);
    else
        free_gathered(gathered);
    return true;
}

static void make_records(struct gathering *gathering)
{
    gathering->records =
        xreallocarray(gathering->records, gathering->count + 1, sizeof *gathering->records);
    for (size_t i = 0; i < gathering->count; i++) {
        struct gathered *gathered = gathering->items[i];
        struct note_record *record = &gathering->records[i];
        *record = (struct note_record){ .annotation = &gathered->annotation,
                                        .entities = gathered->entities,
                                        .entity_count = gathered->entity_count };
        for (size_t role = 0; role < RECORD_ROLES; role++) {
            record->places[role] = gathered->places[role];
            record->places[role].article = gathered->articles[role];
        }
    }
}

bool gathering_run(struct gathering *gathering, struct store *store,
                   const struct gathering_wish *wish, size_t *damaged, struct error *error)
{
    gathering->wish = wish;
    bool ok = store_each(store, &wish->filter, visit, gathering, damaged, error);
    make_records(gathering);
    return ok;
}

const struct note_record *gathering_records(const struct gathering *gathering, size_t *count)
{
    *count = gathering->records != NULL ? gathering->count : 0;
    return gathering->records;
}
