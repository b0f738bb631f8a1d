#include "query/article_locator.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "doc/reader.h"

struct anchorage {
    struct collection *collection;
    bool scanned;
    struct moored *open[ANCHORAGE_OPEN]; /* the last used first */
    size_t count;
    char (*hashes)[SHA256_HEX_SIZE]; /* of the articles, by index; "" not known yet */
    char **files;                    /* that the caller has named */
    size_t file_count;
    size_t file_capacity;
};

struct anchorage *anchorage_new(struct collection *collection)
{
    struct anchorage *anchorage = xcalloc(1, sizeof *anchorage);
    anchorage->collection = collection;
    return anchorage;
}

static void free_moored(struct moored *moored)
{
    free(moored->id);
    free(moored->path);
    anchor_text_free(moored->text);
    document_free(moored->document);
    free(moored);
}

void anchorage_free(struct anchorage *anchorage)
{
    if (anchorage == NULL)
        return;
    for (size_t i = 0; i < anchorage->count; i++)
        free_moored(anchorage->open[i]);
    for (size_t i = 0; i < anchorage->file_count; i++)
        free(anchorage->files[i]);
    free(anchorage->files);
    free(anchorage->hashes);
    free(anchorage);
}

/* The articles by what their heads say; none without a collection. */
static const struct article *articles(struct anchorage *anchorage, size_t *count)
{
    *count = 0;
    if (anchorage->collection == NULL)
        return NULL;
    if (!anchorage->scanned && !collection_scan(anchorage->collection, NULL))
        return NULL;
    anchorage->scanned = true;
    const struct article *found = collection_articles(anchorage->collection, count);
    if (anchorage->hashes == NULL) {
        anchorage->hashes = xcalloc(*count + 1, sizeof *anchorage->hashes);
    }
    return found;
}

static void put_first(struct anchorage *anchorage, size_t at)
{
    struct moored *moored = anchorage->open[at];
    memmove(anchorage->open + 1, anchorage->open, at * sizeof *anchorage->open);
    anchorage->open[0] = moored;
}

struct moored *anchorage_open(struct anchorage *anchorage, const char *id, const char *path,
                              struct error *error)
{
    for (size_t i = 0; i < anchorage->count; i++) {
        if (strcmp(anchorage->open[i]->path, path) == 0) {
            put_first(anchorage, i);
            return anchorage->open[0];
        }
    }
    struct document *document = reader_open(path, error);
    if (document == NULL)
        return NULL;
    if (anchorage->count == ANCHORAGE_OPEN)
        free_moored(anchorage->open[--anchorage->count]);
    struct moored *moored = xcalloc(1, sizeof *moored);
    *moored = (struct moored){ xstrdup(id), xstrdup(path), document,
                               anchor_text_new(document->text, document->length) };
    anchorage->open[anchorage->count++] = moored;
    put_first(anchorage, anchorage->count - 1);
    return moored;
}

static struct moored *open_article(struct anchorage *anchorage, const struct article *article)
{
    return anchorage_open(anchorage, article->id, article->path, NULL);
}

static const char *hash_of(struct anchorage *anchorage, const struct article *list, size_t index)
{
    char *hash = anchorage->hashes[index];
    if (hash[0] == '\0') {
        struct moored *moored = open_article(anchorage, &list[index]);
        memcpy(hash, moored != NULL ? moored->text->hash : "none",
               moored != NULL ? SHA256_HEX_SIZE : sizeof "none");
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
static const struct article *by_id(struct anchorage *anchorage, const struct article *list,
                                   size_t count, const struct annotation_target *target)
{
    const struct article *found =
        count > 0 ? collection_by_id(anchorage->collection, target->article) : NULL;
    if (found == NULL)
        return NULL;
    bool same = (target->hash[0] == '\0' && target->title[0] == '\0') || has_story(found, target) ||
                is_known(target->title, found->title) ||
                is_known(target->hash, hash_of(anchorage, list, (size_t)(found - list)));
    return same ? found : NULL;
}

/* Those of the same story or title are looked at first, for there it mostly is. */
static const struct article *by_hash(struct anchorage *anchorage, const struct article *list,
                                     size_t count, const struct annotation_target *target)
{
    if (target->hash[0] == '\0')
        return NULL;
    for (int near = 1; near >= 0; near--) {
        for (size_t i = 0; i < count; i++) {
            bool akin =
                is_known(target->story, list[i].story) || is_known(target->title, list[i].title);
            if (akin == (near == 1) && (akin || count <= ANCHORAGE_SEARCH) &&
                strcmp(hash_of(anchorage, list, i), target->hash) == 0)
                return &list[i];
        }
    }
    return NULL;
}

static const struct article *by_title(const struct article *list, size_t count,
                                      const struct annotation_target *target)
{
    for (size_t i = 0; i < count; i++) {
        if (is_known(target->title, list[i].title) && has_story(&list[i], target))
            return &list[i];
    }
    /* A title changes more easily than what story it tells in what language for whom. */
    for (size_t i = 0; i < count; i++) {
        if (target->story[0] != '\0' && has_story(&list[i], target) &&
            strcmp(list[i].publisher, target->publisher) == 0)
            return &list[i];
    }
    return NULL;
}

static const struct article *by_source(const struct article *list, size_t count,
                                       const struct annotation_target *target)
{
    for (size_t i = 0; i < count; i++) {
        if (is_known(target->source, list[i].source) || is_known(target->source, list[i].id))
            return &list[i];
    }
    for (size_t i = 0; i < count; i++) {
        if (is_known(target->title, list[i].title))
            return &list[i];
    }
    return NULL;
}

static struct moored *by_path(struct anchorage *anchorage, const struct annotation_target *target)
{
    const char *path = target->path[0] != '\0' ? target->path : target->article;
    return path[0] == '/' && file_exists(path)
               ? anchorage_open(anchorage, target->article, path, NULL)
               : NULL;
}

void anchorage_add_file(struct anchorage *anchorage, const char *path)
{
    anchorage->files = vector_grow(anchorage->files, &anchorage->file_capacity,
                                   anchorage->file_count + 1, sizeof *anchorage->files);
    anchorage->files[anchorage->file_count++] = xstrdup(path);
}

static const char *or_empty(const char *text)
{
    return text != NULL ? text : "";
}

static bool is_text_of(const struct moored *moored, const struct annotation_target *target)
{
    if (is_known(target->hash, moored->text->hash))
        return true;
    char *title = document_title(moored->document);
    bool same = is_known(target->title, title) &&
                strcmp(or_empty(frontmatter_get(moored->document->frontmatter, "story")),
                       target->story) == 0;
    free(title);
    return same;
}

static struct moored *by_file(struct anchorage *anchorage, const struct annotation_target *target)
{
    for (size_t i = 0; i < anchorage->file_count; i++) {
        struct moored *moored =
            anchorage_open(anchorage, anchorage->files[i], anchorage->files[i], NULL);
        if (moored != NULL && is_text_of(moored, target))
            return moored;
    }
    return NULL;
}

struct moored *anchorage_text(struct anchorage *anchorage, const struct annotation_target *target)
{
    size_t count;
    const struct article *list = articles(anchorage, &count);
    const struct article *found = by_id(anchorage, list, count, target);
    if (found == NULL)
        found = by_hash(anchorage, list, count, target);
    if (found == NULL)
        found = by_title(list, count, target);
    if (found == NULL && target->hash[0] == '\0')
        found = by_source(list, count, target);
    struct moored *moored = found != NULL ? open_article(anchorage, found) : NULL;
    if (moored == NULL)
        moored = by_path(anchorage, target);
    return moored != NULL ? moored : by_file(anchorage, target);
}

struct anchor anchorage_find(struct anchorage *anchorage, const struct annotation_target *target,
                             struct moored **moored)
{
    struct moored *text = anchorage_text(anchorage, target);
    if (moored != NULL)
        *moored = text;
    return text != NULL ? anchor_find(text->text, target) : (struct anchor){ .state = ANCHOR_LOST };
}

struct moored *anchorage_search(struct anchorage *anchorage, const struct annotation_target *target)
{
    size_t count;
    const struct article *list = articles(anchorage, &count);
    const struct article *found = NULL;
    if (count > ANCHORAGE_SEARCH)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        struct moored *moored = open_article(anchorage, &list[i]);
        struct anchor_place place;
        if (moored == NULL || anchor_occurrences(moored->text, target->quote, target->prefix,
                                                 target->suffix, &place, 1) == 0)
            continue;
        if (found != NULL)
            return NULL;
        found = &list[i];
    }
    return found != NULL ? open_article(anchorage, found) : NULL;
}

void anchorage_place(struct anchorage *anchorage, struct note_record *record)
{
    for (size_t role = 0; role < RECORD_ROLES; role++) {
        const struct annotation_target *target = record_target(record, (enum target_role)role);
        record->places[role] = (struct record_place){ .state = ANCHOR_LOST };
        if (target == NULL)
            continue;
        struct anchor anchor = anchorage_find(anchorage, target, NULL);
        struct anchor_place place = anchor.place;
        if (anchor.state == ANCHOR_AMBIGUOUS)
            place = anchor.candidates[0];
        record->places[role] =
            (struct record_place){ .state = anchor.state, .start = place.start, .end = place.end };
    }
}
