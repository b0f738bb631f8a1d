#include "query/article_locator.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "doc/reader.h"
#include "notes/gram_filter.h"

#define WEIGHT_MOST ((size_t)64 << 20)

struct article_locator {
    struct collection *collection;
    struct conversion *conversion;
    bool scanned;
    struct located_text **items; /* that are open, the last used first */
    size_t count;
    size_t capacity;
    size_t weight;               /* of all of them, in bytes, roughly */
    struct gram_filter *filters; /* of the articles, by index, once they have been open */
    size_t filter_count;
    char (*hashes)[SHA256_HEX_SIZE]; /* of the articles, by index; "" not known yet */
    char **files;                    /* that the caller has named */
    size_t file_count;
    size_t file_capacity;
};

struct article_locator *article_locator_new(struct collection *collection,
                                            struct conversion *conversion)
{
    struct article_locator *locator = xcalloc(1, sizeof *locator);
    locator->collection = collection;
    locator->conversion = conversion;
    return locator;
}

/* What an open text takes: its index, and each letter of it several times over. */
static size_t weight_of(const struct located_text *located)
{
    return ((size_t)1 << 20) + 24 * located->text->count;
}

static void free_located(struct located_text *located)
{
    free(located->id);
    free(located->path);
    anchor_text_free(located->text);
    document_free(located->document);
    free(located);
}

void article_locator_free(struct article_locator *locator)
{
    if (locator == NULL)
        return;
    for (size_t i = 0; i < locator->count; i++)
        free_located(locator->items[i]);
    for (size_t i = 0; i < locator->filter_count; i++)
        gram_filter_free(&locator->filters[i]);
    free(locator->items);
    free(locator->filters);
    for (size_t i = 0; i < locator->file_count; i++)
        free(locator->files[i]);
    free(locator->files);
    free(locator->hashes);
    free(locator);
}

/* The articles by what their heads say; none without a collection. */
static const struct article *articles(struct article_locator *locator, size_t *count)
{
    *count = 0;
    if (locator->collection == NULL)
        return NULL;
    if (!locator->scanned && !collection_scan(locator->collection, NULL))
        return NULL;
    locator->scanned = true;
    const struct article *found = collection_articles(locator->collection, count);
    if (locator->hashes == NULL) {
        locator->hashes = xcalloc(*count + 1, sizeof *locator->hashes);
        locator->filters = xcalloc(*count + 1, sizeof *locator->filters);
        locator->filter_count = *count;
    }
    return found;
}

static void put_first(struct article_locator *locator, size_t at)
{
    struct located_text *located = locator->items[at];
    memmove(locator->items + 1, locator->items, at * sizeof *locator->items);
    locator->items[0] = located;
}

struct located_text *article_locator_open(struct article_locator *locator, const char *id,
                                          const char *path, struct error *error)
{
    for (size_t i = 0; i < locator->count; i++) {
        if (strcmp(locator->items[i]->path, path) == 0) {
            put_first(locator, i);
            return locator->items[0];
        }
    }
    struct document *document = reader_open(locator->conversion, path, error);
    if (document == NULL)
        return NULL;
    while (locator->count >= ARTICLE_LOCATOR_OPEN && locator->weight > WEIGHT_MOST) {
        struct located_text *last = locator->items[--locator->count];
        locator->weight -= weight_of(last);
        free_located(last);
    }
    struct located_text *located = xcalloc(1, sizeof *located);
    *located = (struct located_text){ xstrdup(id), xstrdup(path), document,
                                      anchor_text_new(document->text, document->length) };
    locator->weight += weight_of(located);
    VECTOR_PUSH(locator, located);
    put_first(locator, locator->count - 1);
    return located;
}

static struct located_text *open_article(struct article_locator *locator,
                                         const struct article *article)
{
    return article_locator_open(locator, article->id, article->path, NULL);
}

static const char *hash_of(struct article_locator *locator, const struct article *list,
                           size_t index)
{
    char *hash = locator->hashes[index];
    if (hash[0] == '\0') {
        struct located_text *located = open_article(locator, &list[index]);
        memcpy(hash, located != NULL ? located->text->hash : "none",
               located != NULL ? SHA256_HEX_SIZE : sizeof "none");
    }
    return hash;
}

static bool is_known(const char *value, const char *other)
{
    return value[0] != '\0' && strcmp(value, other) == 0;
}

static bool has_story(const struct article *article, const struct annotation_target *target)
{
    return strcmp(article->story, target->story) == 0 &&
           (target->lang[0] == '\0' || strcmp(article->lang, target->lang) == 0);
}

/* The article of that id, unless it is plainly another one by now. */
static const struct article *by_id(struct article_locator *locator, const struct article *list,
                                   size_t count, const struct annotation_target *target)
{
    const struct article *found =
        count > 0 ? collection_by_id(locator->collection, target->article) : NULL;
    if (found == NULL)
        return NULL;
    bool same = (target->hash[0] == '\0' && target->title[0] == '\0') || has_story(found, target) ||
                is_known(target->title, found->title) ||
                is_known(target->hash, hash_of(locator, list, (size_t)(found - list)));
    return same ? found : NULL;
}

/* Those of the same story or title are looked at first, for there it mostly is. */
static const struct article *by_hash(struct article_locator *locator, const struct article *list,
                                     size_t count, const struct annotation_target *target)
{
    if (target->hash[0] == '\0')
        return NULL;
    for (int near = 1; near >= 0; near--) {
        for (size_t i = 0; i < count; i++) {
            bool akin =
                is_known(target->story, list[i].story) || is_known(target->title, list[i].title);
            if (akin == (near == 1) && (akin || count <= ARTICLE_LOCATOR_SEARCH) &&
                strcmp(hash_of(locator, list, i), target->hash) == 0)
                return &list[i];
        }
    }
    return NULL;
}

/* ---- trying one text after the other ---- */

/* The best text so far: by its name, for it may have been closed again meanwhile. */
struct seeking {
    struct article_locator *locator;
    const struct annotation_target *target;
    char *id; /* NULL: none */
    char *path;
    struct anchor anchor;
    size_t tried;
};

static bool is_placed(const struct anchor *anchor)
{
    return anchor->state == ANCHOR_EXACT || anchor->state == ANCHOR_MOVED;
}

/* Looks for the quote in a text. True when it has a place there, which ends the search. With
 * `only_placed` a text that has not got it is none of the annotation's. */
static bool try_text(struct seeking *seeking, const char *id, const char *path, bool only_placed)
{
    if (seeking->tried >= ARTICLE_LOCATOR_OPEN)
        return false;
    struct located_text *located = article_locator_open(seeking->locator, id, path, NULL);
    if (located == NULL)
        return false;
    seeking->tried++;
    struct anchor anchor = anchor_find(located->text, seeking->target);
    bool placed = is_placed(&anchor);
    if (placed || (!only_placed && (seeking->id == NULL || anchor.state < seeking->anchor.state))) {
        annotation_set(&seeking->id, located->id);
        annotation_set(&seeking->path, located->path);
        seeking->anchor = anchor;
    }
    return placed;
}

static bool try_article(struct seeking *seeking, const struct article *article, bool only_placed)
{
    return article != NULL && try_text(seeking, article->id, article->path, only_placed);
}

/* A title changes more easily than what story it tells in what language for whom. */
static bool try_titles(struct seeking *seeking, const struct article *list, size_t count)
{
    const struct annotation_target *target = seeking->target;
    for (size_t i = 0; i < count; i++) {
        if (is_known(target->title, list[i].title) && has_story(&list[i], target) &&
            try_article(seeking, &list[i], false))
            return true;
    }
    for (size_t i = 0; i < count; i++) {
        if (target->story[0] != '\0' && has_story(&list[i], target) &&
            strcmp(list[i].publisher, target->publisher) == 0 &&
            try_article(seeking, &list[i], false))
            return true;
    }
    return false;
}

/* An address or a title alone; of what was marked here only where the quote stands. */
static bool try_sources(struct seeking *seeking, const struct article *list, size_t count)
{
    const struct annotation_target *target = seeking->target;
    bool own = target->hash[0] != '\0';
    for (size_t i = 0; i < count; i++) {
        if ((is_known(target->source, list[i].source) || is_known(target->source, list[i].id)) &&
            try_article(seeking, &list[i], own))
            return true;
    }
    for (size_t i = 0; i < count; i++) {
        if (is_known(target->title, list[i].title) && try_article(seeking, &list[i], own))
            return true;
    }
    return false;
}

/* Where the file lay. A path that was kept relative is looked for from here, as is the file's name
 * alone; there another file may lie. */
static bool try_paths(struct seeking *seeking)
{
    const char *paths[] = { seeking->target->path, seeking->target->article };
    for (size_t i = 0; i < 2; i++) {
        if (paths[i][0] == '/' && file_exists(paths[i]))
            return try_text(seeking, seeking->target->article, paths[i], false);
    }
    for (size_t i = 0; i < 4; i++) {
        const char *path = i < 2 ? paths[i] : file_base_name(paths[i - 2]);
        char *real = path[0] != '\0' && path[0] != '/' ? realpath(path, NULL) : NULL;
        bool placed = real != NULL && try_text(seeking, real, real, true);
        free(real);
        if (placed)
            return true;
    }
    return false;
}

void article_locator_add_file(struct article_locator *locator, const char *path)
{
    locator->files = vector_grow(locator->files, &locator->file_capacity, locator->file_count + 1,
                                 sizeof *locator->files);
    locator->files[locator->file_count++] = xstrdup(path);
}

static bool try_files(struct seeking *seeking)
{
    for (size_t i = 0; i < seeking->locator->file_count; i++) {
        const char *path = seeking->locator->files[i];
        if (try_text(seeking, path, path, true))
            return true;
    }
    return false;
}

struct anchor article_locator_find(struct article_locator *locator,
                                   const struct annotation_target *target,
                                   struct located_text **located)
{
    size_t count;
    const struct article *list = articles(locator, &count);
    struct seeking seeking = { .locator = locator,
                               .target = target,
                               .anchor = { .state = ANCHOR_LOST } };
    (void)(try_article(&seeking, by_id(locator, list, count, target), false) ||
           try_article(&seeking, by_hash(locator, list, count, target), false) ||
           try_titles(&seeking, list, count) || try_sources(&seeking, list, count) ||
           try_paths(&seeking) || try_files(&seeking));
    if (located != NULL)
        *located = seeking.id != NULL
                       ? article_locator_open(locator, seeking.id, seeking.path, NULL)
                       : NULL;
    free(seeking.id);
    free(seeking.path);
    return seeking.anchor;
}

/* Whether the quote may stand in the article, by its filter. One that cannot be read has nothing. */
static bool may_have(struct article_locator *locator, const struct article *list, size_t index,
                     const uint32_t *points, size_t count)
{
    struct gram_filter *filter = &locator->filters[index];
    if (filter->bits == NULL) {
        static const struct anchor_text nothing = { .count = 0 };
        struct located_text *located = open_article(locator, &list[index]);
        gram_filter_make(filter, located != NULL ? located->text : &nothing);
    }
    return gram_filter_passes(filter, points, count);
}

static bool has_quote(struct article_locator *locator, const struct article *article,
                      const struct annotation_target *target)
{
    struct anchor_place place;
    struct located_text *located = open_article(locator, article);
    return located != NULL && anchor_occurrences(located->text, target->quote, target->prefix,
                                                 target->suffix, &place, 1) > 0;
}

struct located_text *article_locator_search(struct article_locator *locator,
                                            const struct annotation_target *target)
{
    size_t count, length, having = 0;
    const struct article *list = articles(locator, &count), *found = NULL;
    if (count > ARTICLE_LOCATOR_SEARCH)
        return NULL;
    uint32_t *points = anchor_text_fold(target->quote, &length);
    for (size_t i = 0; i < count && having < 2; i++) {
        if (!may_have(locator, list, i, points, length) || !has_quote(locator, &list[i], target))
            continue;
        having++;
        found = &list[i];
    }
    free(points);
    return having == 1 ? open_article(locator, found) : NULL;
}

struct located_text *article_locator_article(struct article_locator *locator,
                                             const struct annotation_target *target)
{
    size_t count, found = 0;
    const struct article *list = articles(locator, &count), *article = NULL;
    for (int by_title = 0; by_title < 2 && found == 0; by_title++) {
        for (size_t i = 0; i < count; i++) {
            bool same = by_title ? is_known(target->title, list[i].title)
                                 : is_known(target->source, list[i].source);
            article = same ? &list[i] : article;
            found += same;
        }
    }
    return found == 1 ? open_article(locator, article) : NULL;
}
