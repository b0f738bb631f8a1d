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

/* ---- trying one text after the other ---- */

/* The best text so far: by its name, for it may have been closed again meanwhile. */
struct seeking {
    struct anchorage *anchorage;
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
    if (seeking->tried >= ANCHORAGE_OPEN)
        return false;
    struct moored *moored = anchorage_open(seeking->anchorage, id, path, NULL);
    if (moored == NULL)
        return false;
    seeking->tried++;
    struct anchor anchor = anchor_find(moored->text, seeking->target);
    bool placed = is_placed(&anchor);
    if (placed || (!only_placed && (seeking->id == NULL || anchor.state < seeking->anchor.state))) {
        annotation_set(&seeking->id, moored->id);
        annotation_set(&seeking->path, moored->path);
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

void anchorage_add_file(struct anchorage *anchorage, const char *path)
{
    anchorage->files = vector_grow(anchorage->files, &anchorage->file_capacity,
                                   anchorage->file_count + 1, sizeof *anchorage->files);
    anchorage->files[anchorage->file_count++] = xstrdup(path);
}

static bool try_files(struct seeking *seeking)
{
    for (size_t i = 0; i < seeking->anchorage->file_count; i++) {
        const char *path = seeking->anchorage->files[i];
        if (try_text(seeking, path, path, true))
            return true;
    }
    return false;
}

struct anchor anchorage_find(struct anchorage *anchorage, const struct annotation_target *target,
                             struct moored **moored)
{
    size_t count;
    const struct article *list = articles(anchorage, &count);
    struct seeking seeking = { .anchorage = anchorage,
                               .target = target,
                               .anchor = { .state = ANCHOR_LOST } };
    (void)(try_article(&seeking, by_id(anchorage, list, count, target), false) ||
           try_article(&seeking, by_hash(anchorage, list, count, target), false) ||
           try_titles(&seeking, list, count) || try_sources(&seeking, list, count) ||
           try_paths(&seeking) || try_files(&seeking));
    if (moored != NULL)
        *moored = seeking.id != NULL ? anchorage_open(anchorage, seeking.id, seeking.path, NULL)
                                     : NULL;
    free(seeking.id);
    free(seeking.path);
    return seeking.anchor;
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
