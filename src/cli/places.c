#include "cli/places.h"

#include <stdlib.h>
#include <string.h>

#include "base/bisect.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "cli/survey.h"
#include "text/utf8.h"

static void add_text(void *data, const struct survey_text *text)
{
    struct places *places = data;
    const char *bytes = text->document->text;
    size_t byte = 0;
    size_t points = 0;
    for (size_t i = 0; i < text->mentions->count; i++) {
        const struct mention *mention = &text->mentions->items[i];
        points += utf8_count(bytes + byte, mention->start - byte);
        byte = mention->start;
        size_t length = utf8_count(bytes + byte, mention->end - byte);
        VECTOR_PUSH(places, (struct places_mention){ mention->entity, (uint32_t)places->text_count,
                                                     byte, points, points + length });
    }
    places->texts = vector_grow(places->texts, &places->text_capacity, places->text_count + 1,
                                sizeof *places->texts);
    places->texts[places->text_count++] =
        (struct places_text){ xstrdup(text->id), text->document->length };
}

bool places_read(struct places *places, struct context *context, const char *const *names,
                 size_t count)
{
    return survey_run(context, names, count, add_text, places);
}

static int compare_places(const void *left, const void *right)
{
    const struct places_mention *a = left;
    const struct places_mention *b = right;
    int order = (a->entity > b->entity) - (a->entity < b->entity);
    if (order == 0)
        order = (a->text > b->text) - (a->text < b->text);
    return order != 0 ? order : (a->byte > b->byte) - (a->byte < b->byte);
}

/* A row while it is sorted by how long it is, then by id. */
struct ranked {
    struct places_row row;
    const char *id;
};

static int compare_ranked(const void *left, const void *right)
{
    const struct ranked *a = left;
    const struct ranked *b = right;
    size_t length[2] = { a->row.to - a->row.from, b->row.to - b->row.from };
    int order = (length[0] < length[1]) - (length[0] > length[1]);
    return order != 0 ? order : strcmp(a->id, b->id);
}

static void rank(struct places *places, const struct context *context)
{
    size_t most = entity_index_count(context->entity_index);
    struct ranked *ranked = xcalloc(most + 1, sizeof *ranked);
    size_t count = 0;
    for (size_t from = 0, to; from < places->count; from = to) {
        uint32_t entity = places->items[from].entity;
        for (to = from; to < places->count && places->items[to].entity == entity;)
            to++;
        ranked[count++] = (struct ranked){ { entity, from, to },
                                           entity_index_note(context->entity_index, entity)->id };
    }
    qsort(ranked, count, sizeof *ranked, compare_ranked);
    places->rows = xcalloc(count + 1, sizeof *places->rows);
    places->row_count = count;
    for (size_t i = 0; i < count; i++)
        places->rows[i] = ranked[i].row;
    free(ranked);
}

void places_sort(struct places *places, const struct context *context)
{
    if (places->count == 0)
        return;
    qsort(places->items, places->count, sizeof *places->items, compare_places);
    rank(places, context);
}

void places_free(struct places *places)
{
    for (size_t i = 0; i < places->text_count; i++)
        free(places->texts[i].id);
    free(places->texts);
    free(places->items);
    free(places->rows);
    *places = (struct places){ 0 };
}

size_t places_text(const struct places *places, const char *id)
{
    size_t at = 0;
    while (at < places->text_count && strcmp(places->texts[at].id, id) != 0)
        at++;
    return at;
}

/* First place of the row that is not before `text`. */
static size_t lower_bound(const struct places *places, const struct places_row *row, size_t text)
{
    size_t low = row->from;
    BISECT(low, row->to, places->items[low].text >= text);
    return low;
}

size_t places_in(const struct places *places, const struct places_row *row, size_t text,
                 size_t *from)
{
    *from = lower_bound(places, row, text);
    return lower_bound(places, row, text + 1) - *from;
}
