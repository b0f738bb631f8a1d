#include "query/mention_index.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "doc/reader.h"

struct mention_index {
    const struct entity_index *entity_index;
    struct mention_index_article *items;
    size_t count;
    size_t capacity;
    struct conversion *conversion;
    bool waits;    /* for the text of the article to read */
    size_t next;   /* article to read */
    size_t look;   /* article to look at */
    struct mention_index_count *totals; /* one an entity */
    unsigned long age;
    unsigned long revision;
};

static void add(struct mention_index *mention_index, const struct article *from)
{
    struct mention_index_article article = {
        .id = xstrdup(from->id),
        .path = xstrdup(from->path),
        .title = xstrdup(from->title),
        .lang = xstrdup(from->lang),
        .story = xstrdup(from->story),
        .publisher = xstrdup(from->publisher),
        .published = xstrdup(from->published),
    };
    VECTOR_PUSH(mention_index, article);
}

struct mention_index *mention_index_new(struct collection *collection,
                                        const struct entity_index *entity_index,
                                        struct conversion *conversion)
{
    struct mention_index *mention_index = xcalloc(1, sizeof *mention_index);
    mention_index->conversion = conversion;
    size_t entities = entity_index_count(entity_index);
    mention_index->entity_index = entity_index;
    mention_index->totals = xcalloc(entities > 0 ? entities : 1, sizeof *mention_index->totals);
    mention_index->age = 1;
    if (collection == NULL || !collection_scan(collection, NULL))
        return mention_index;
    size_t count;
    const struct article *articles = collection_articles(collection, &count);
    for (size_t i = 0; i < count; i++) {
        if (!collection_is_guide(collection, articles[i].id))
            add(mention_index, &articles[i]);
    }
    return mention_index;
}

static void article_clear(struct mention_index_article *article)
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

void mention_index_free(struct mention_index *mention_index)
{
    if (mention_index == NULL)
        return;
    for (size_t i = 0; i < mention_index->count; i++)
        article_clear(&mention_index->items[i]);
    free(mention_index->items);
    free(mention_index->totals);
    free(mention_index);
}

void mention_index_add(struct mention_index *mention_index, const char *path, const char *id)
{
    if (mention_index_by_path(mention_index, path) < mention_index->count)
        return;
    struct article *article = article_read(mention_index->conversion, path, id, NULL);
    if (article == NULL)
        article = article_unread(path, id);
    add(mention_index, article);
    article_free(article);
}

static int compare_entities(const void *a, const void *b)
{
    uint32_t first = *(const uint32_t *)a;
    uint32_t second = *(const uint32_t *)b;
    return first < second ? -1 : first > second;
}

/* Adds the article's mentions to the totals, or takes them away. */
static void weigh(struct mention_index *mention_index, const struct mention_index_article *article,
                  bool adds)
{
    size_t count = article->mentions.count;
    uint32_t *entities = xcalloc(count > 0 ? count : 1, sizeof *entities);
    size_t one = adds ? 1 : (size_t)-1;
    for (size_t i = 0; i < count; i++)
        entities[i] = article->mentions.items[i].entity;
    qsort(entities, count, sizeof *entities, compare_entities);
    for (size_t i = 0; i < count; i++) {
        struct mention_index_count *total = &mention_index->totals[entities[i]];
        total->mentions += one;
        if (i == 0 || entities[i] != entities[i - 1])
            total->articles += one;
    }
    free(entities);
}

/* Reads the article and counts it; one that cannot be read mentions nothing. False when its text is
 * still being made: it counts as one that has changed. */
static bool count_article(struct mention_index *mention_index,
                          struct mention_index_article *article)
{
    weigh(mention_index, article, false);
    mentions_free(&article->mentions);
    article->mentions = (struct mentions){ 0 };
    article->length = 0;
    article->stamp = file_stamp(article->path); /* before reading: a change in between is seen */
    struct document *document = reader_open(mention_index->conversion, article->path, NULL);
    article->counted = document != NULL;
    if (document != NULL) {
        article->length = document->length;
        entity_index_find(mention_index->entity_index, document, &article->mentions);
    }
    weigh(mention_index, article, true);
    mention_index->age++;
    bool put_off = document == NULL && conversion_put_off(mention_index->conversion);
    document_free(document);
    if (put_off)
        article->stamp = (struct file_stamp){ 0 };
    return !put_off;
}

bool mention_index_step(struct mention_index *mention_index)
{
    if (mention_index->next >= mention_index->count)
        return false;
    mention_index->waits =
        !count_article(mention_index, &mention_index->items[mention_index->next]);
    mention_index->next += !mention_index->waits;
    return !mention_index->waits;
}

bool mention_index_waits(const struct mention_index *mention_index)
{
    return mention_index->waits;
}

struct conversion *mention_index_conversion(const struct mention_index *mention_index)
{
    return mention_index->conversion;
}

void mention_index_hurry(struct mention_index *mention_index, size_t article)
{
    if (article >= mention_index->next && article < mention_index->count &&
        !mention_index->items[article].counted)
        (void)count_article(mention_index, &mention_index->items[article]);
}

bool mention_index_is_done(const struct mention_index *mention_index)
{
    return mention_index->next >= mention_index->count;
}

bool mention_index_look(struct mention_index *mention_index, size_t most)
{
    bool changed = false;
    most = most < mention_index->next ? most : mention_index->next;
    for (size_t i = 0; i < most; i++) {
        mention_index->look = (mention_index->look + 1) % mention_index->next;
        struct mention_index_article *article = &mention_index->items[mention_index->look];
        struct file_stamp now = file_stamp(article->path);
        if (file_stamp_equal(&now, &article->stamp))
            continue;
        if (!count_article(mention_index, article))
            break;
        mention_index->revision++;
        changed = true;
    }
    return changed;
}

const struct mention_index_article *
mention_index_articles(const struct mention_index *mention_index, size_t *count)
{
    *count = mention_index->count;
    return mention_index->items;
}

size_t mention_index_by_id(const struct mention_index *mention_index, const char *id)
{
    size_t at = 0;
    while (at < mention_index->count && strcmp(mention_index->items[at].id, id) != 0)
        at++;
    return at;
}

size_t mention_index_by_path(const struct mention_index *mention_index, const char *path)
{
    size_t at = 0;
    while (at < mention_index->count && strcmp(mention_index->items[at].path, path) != 0)
        at++;
    return at;
}

struct mention_index_count mention_index_count(const struct mention_index *mention_index,
                                               uint32_t entity)
{
    return mention_index->totals[entity];
}

size_t mention_index_count_in(const struct mention_index_article *article, uint32_t entity)
{
    size_t count = 0;
    for (size_t i = 0; i < article->mentions.count; i++)
        count += article->mentions.items[i].entity == entity;
    return count;
}

const struct mention *mention_index_first_in(const struct mention_index_article *article,
                                             uint32_t entity)
{
    for (size_t i = 0; i < article->mentions.count; i++)
        if (article->mentions.items[i].entity == entity)
            return &article->mentions.items[i];
    return NULL;
}

unsigned long mention_index_age(const struct mention_index *mention_index)
{
    return mention_index->age;
}

size_t mention_index_read(const struct mention_index *mention_index)
{
    return mention_index->next;
}

unsigned long mention_index_revision(const struct mention_index *mention_index)
{
    return mention_index->revision;
}
