#include "query/mention_index.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "doc/reader.h"

struct census {
    const struct gazetteer *gazetteer;
    struct census_article *items;
    size_t count;
    size_t capacity;
    size_t next;   /* article to read */
    size_t look;   /* article to look at */
    struct census_count *totals; /* one an entity */
    unsigned long age;
    unsigned long revision;
};

static void add(struct census *census, const struct article *from)
{
    struct census_article article = {
        .id = xstrdup(from->id),
        .path = xstrdup(from->path),
        .title = xstrdup(from->title),
        .lang = xstrdup(from->lang),
        .story = xstrdup(from->story),
        .publisher = xstrdup(from->publisher),
        .published = xstrdup(from->published),
    };
    VECTOR_PUSH(census, article);
}

struct census *census_new(struct collection *collection, const struct gazetteer *gazetteer)
{
    struct census *census = xcalloc(1, sizeof *census);
    size_t entities = gazetteer_count(gazetteer);
    census->gazetteer = gazetteer;
    census->totals = xcalloc(entities > 0 ? entities : 1, sizeof *census->totals);
    census->age = 1;
    if (collection == NULL || !collection_scan(collection, NULL))
        return census;
    size_t count;
    const struct article *articles = collection_articles(collection, &count);
    for (size_t i = 0; i < count; i++)
        add(census, &articles[i]);
    return census;
}

static void article_clear(struct census_article *article)
{
    free(article->id);
    free(article->path);
    free(article->title);
    free(article->lang);
    free(article->story);
    free(article->publisher);
    free(article->published);
    mentions_free(&article->mentions);
}

void census_free(struct census *census)
{
    if (census == NULL)
        return;
    for (size_t i = 0; i < census->count; i++)
        article_clear(&census->items[i]);
    free(census->items);
    free(census->totals);
    free(census);
}

void census_add(struct census *census, const char *path, const char *id)
{
    if (census_by_path(census, path) < census->count)
        return;
    struct article *article = article_read(path, id, NULL);
    if (article == NULL)
        article = article_unread(path, id);
    add(census, article);
    article_free(article);
}

static int compare_entities(const void *a, const void *b)
{
    uint32_t first = *(const uint32_t *)a;
    uint32_t second = *(const uint32_t *)b;
    return first < second ? -1 : first > second;
}

/* Adds the article's mentions to the totals, or takes them away. */
static void weigh(struct census *census, const struct census_article *article, bool adds)
{
    size_t count = article->mentions.count;
    uint32_t *entities = xcalloc(count > 0 ? count : 1, sizeof *entities);
    size_t one = adds ? 1 : (size_t)-1;
    for (size_t i = 0; i < count; i++)
        entities[i] = article->mentions.items[i].entity;
    qsort(entities, count, sizeof *entities, compare_entities);
    for (size_t i = 0; i < count; i++) {
        struct census_count *total = &census->totals[entities[i]];
        total->mentions += one;
        if (i == 0 || entities[i] != entities[i - 1])
            total->articles += one;
    }
    free(entities);
}

/* Reads the article and counts it; one that cannot be read mentions nothing. */
static void count_article(struct census *census, struct census_article *article)
{
    weigh(census, article, false);
    mentions_free(&article->mentions);
    article->mentions = (struct mentions){ 0 };
    article->length = 0;
    article->stamp = file_stamp(article->path); /* before reading: a change in between is seen */
    struct document *document = reader_open(article->path, NULL);
    article->counted = document != NULL;
    if (document != NULL) {
        article->length = document->length;
        gazetteer_find(census->gazetteer, document, &article->mentions);
    }
    document_free(document);
    weigh(census, article, true);
    census->age++;
}

bool census_step(struct census *census)
{
    if (census->next >= census->count)
        return false;
    count_article(census, &census->items[census->next++]);
    return true;
}

void census_hurry(struct census *census, size_t article)
{
    if (article >= census->next && article < census->count && !census->items[article].counted)
        count_article(census, &census->items[article]);
}

bool census_is_done(const struct census *census)
{
    return census->next >= census->count;
}

void census_finish(struct census *census)
{
    while (census_step(census)) {
    }
}

bool census_look(struct census *census, size_t most)
{
    bool changed = false;
    most = most < census->next ? most : census->next;
    for (size_t i = 0; i < most; i++) {
        census->look = (census->look + 1) % census->next;
        struct census_article *article = &census->items[census->look];
        struct file_stamp now = file_stamp(article->path);
        if (file_stamp_equal(&now, &article->stamp))
            continue;
        count_article(census, article);
        census->revision++;
        changed = true;
    }
    return changed;
}

const struct census_article *census_articles(const struct census *census, size_t *count)
{
    *count = census->count;
    return census->items;
}

size_t census_by_id(const struct census *census, const char *id)
{
    size_t at = 0;
    while (at < census->count && strcmp(census->items[at].id, id) != 0)
        at++;
    return at;
}

size_t census_by_path(const struct census *census, const char *path)
{
    size_t at = 0;
    while (at < census->count && strcmp(census->items[at].path, path) != 0)
        at++;
    return at;
}

struct census_count census_count(const struct census *census, uint32_t entity)
{
    return census->totals[entity];
}

size_t census_count_in(const struct census_article *article, uint32_t entity)
{
    size_t count = 0;
    for (size_t i = 0; i < article->mentions.count; i++)
        count += article->mentions.items[i].entity == entity;
    return count;
}

const struct mention *census_first_in(const struct census_article *article, uint32_t entity)
{
    for (size_t i = 0; i < article->mentions.count; i++)
        if (article->mentions.items[i].entity == entity)
            return &article->mentions.items[i];
    return NULL;
}

unsigned long census_age(const struct census *census)
{
    return census->age;
}

size_t census_read(const struct census *census)
{
    return census->next;
}

unsigned long census_revision(const struct census *census)
{
    return census->revision;
}
