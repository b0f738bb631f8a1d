#include "query/translation_memory.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "query/translation_memory_file.h"
#include "query/versions.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/string_ids.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "align/weights.h"
#include "doc/reader.h"

#define CACHE_FOLDER "bitext"
#define CACHE_FILE "memory-%016" PRIx64 /* of the collection's folder */
#define SAVE_AFTER 200 /* new alignments: who is killed loses no more */

struct memory_slot {
    struct translation_memory_article article;
    uint64_t key;
    bool asked; /* for the text */
    bool known; /* it could be read */
    struct document *document; /* NULL when the text is the cache's */
    struct aligner_text own;
    struct side side;
};

/* The alignment of two articles, the one of the lower number first. */
struct pair {
    uint64_t key;
    bool own; /* else it points into the cache */
    bool aligned;
    struct alignment alignment;
};

struct translation_memory {
    struct aligner *aligner;
    const struct entity_index *entity_index;
    struct conversion *conversion;
    char *folder; /* of the cache, NULL none */
    char *path;   /* of the file in it */
    uint64_t world;
    bool opened; /* the file was looked for */
    struct translation_memory_file *file;
    struct memory_slot *items;
    size_t count;
    size_t capacity;
    struct string_ids paths;
    struct {
        struct pair *items;
        size_t count;
        size_t capacity;
    } pairs;
    struct string_ids pair_keys;
    const atomic_bool *stop;
    size_t fresh; /* alignments */
    size_t unsaved;
    bool dirty;
};

static uint64_t mix_text(uint64_t sum, const char *text)
{
    return hash_mix(sum, string_ids_hash(text, strlen(text)));
}

/* All that marks and alignments depend on besides the articles. */
static uint64_t world_of(const struct translation_memory *memory)
{
    const struct entity_index *entity_index = memory->entity_index;
    uint64_t sum = hash_mix(WEIGHTS_VERSION, lexicon_fingerprint(aligner_lexicon(memory->aligner)));
    size_t count = entity_index != NULL ? entity_index_count(entity_index) : 0;
    for (size_t i = 0; i < count; i++) {
        const struct note *note = entity_index_note(entity_index, (uint32_t)i);
        sum = hash_mix(mix_text(sum, note->id), (uint64_t)note->letter_case << 8 | note->type);
        for (size_t k = 0; k < note->count; k++)
            sum = hash_mix(mix_text(sum, note->items[k].text), note->items[k].kind);
        for (size_t k = 0; k < note->excepted.count; k++)
            sum = mix_text(sum, note->excepted.items[k].text);
    }
    return sum;
}

static uint64_t key_of(const char *path)
{
    struct file_stamp stamp = file_stamp(path);
    uint64_t sum = hash_mix(mix_text(1, path), (uint64_t)stamp.size);
    return hash_mix(hash_mix(sum, (uint64_t)stamp.mtime), stamp.inode);
}

/* ---- articles ---- */

static size_t push(struct translation_memory *memory, const struct article *article, bool loose)
{
    struct memory_slot slot = { .key = key_of(article->path) };
    slot.article = (struct translation_memory_article){
        .id = xstrdup(article->id),
        .path = xstrdup(article->path),
        .lang = xstrdup(article->lang),
        .story = xstrdup(article->story),
        .title = xstrdup(article->title),
        .publisher = xstrdup(article->publisher),
        .published = xstrdup(article->published),
        .other = TRANSLATION_MEMORY_NONE,
        .loose = loose,
    };
    string_ids_add(&memory->paths, article->path, strlen(article->path));
    VECTOR_PUSH(memory, slot);
    return memory->count - 1;
}

static size_t find(const struct translation_memory *memory, const char *path)
{
    uint32_t number = string_ids_find(&memory->paths, path, strlen(path));
    return number != STRING_IDS_NONE ? number : TRANSLATION_MEMORY_NONE;
}

static int compare_stories(const void *left, const void *right)
{
    const struct article *a = *(const struct article *const *)left;
    const struct article *b = *(const struct article *const *)right;
    int order = strcmp(a->story, b->story);
    if (order == 0)
        order = article_compare_languages(a->lang, b->lang);
    return order != 0 ? order : strcmp(a->id, b->id);
}

/* The articles of one story, which follow each other; those without one are by themselves. */
static void pair_story(struct translation_memory *memory, const struct collection *collection,
                       const struct article *articles, const struct article *const *story,
                       size_t count)
{
    const struct article *versions[VERSIONS_MOST];
    for (size_t i = 0; i < count; i++) {
        struct translation_memory_article *article = &memory->items[story[i] - articles].article;
        size_t told = *story[i]->story != '\0' ? count : 0;
        if (versions_among(collection, story[i], story, told, versions) == 0)
            continue;
        article->other = (size_t)(versions[0] - articles);
        article->translated = versions_translated(story[i], versions[0]);
    }
}

static void find_versions(struct translation_memory *memory, const struct collection *collection,
                          const struct article *articles, size_t count)
{
    const struct article **order = xcalloc(count + 1, sizeof(const struct article *));
    for (size_t i = 0; i < count; i++)
        order[i] = &articles[i];
    if (count > 0)
        qsort(order, count, sizeof *order, compare_stories);
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count && strcmp(order[end]->story, order[first]->story) == 0;)
            end++;
        pair_story(memory, collection, articles, order + first, end - first);
    }
    free(order);
}

static void set_path(struct translation_memory *memory, const struct collection *collection,
                     const char *cache_folder)
{
    const char *folder = collection != NULL ? collection_folder(collection) : "";
    char *name = xasprintf(CACHE_FILE, string_ids_hash(folder, strlen(folder)));
    memory->folder = file_join(cache_folder, CACHE_FOLDER);
    memory->path = file_join(memory->folder, name);
    free(name);
}

struct translation_memory *translation_memory_new(struct collection *collection,
                                                  struct aligner *aligner,
                                                  const struct entity_index *entity_index,
                                                  const char *cache_folder,
                                                  struct conversion *conversion)
{
    struct translation_memory *memory = xcalloc(1, sizeof *memory);
    size_t count = 0;
    const struct article *articles = NULL;
    memory->aligner = aligner;
    memory->entity_index = entity_index;
    memory->conversion = conversion;
    if (cache_folder != NULL)
        set_path(memory, collection, cache_folder);
    if (collection != NULL && collection_scan(collection, NULL))
        articles = collection_articles(collection, &count);
    for (size_t i = 0; i < count; i++)
        push(memory, &articles[i], false);
    find_versions(memory, collection, articles, count);
    return memory;
}

static void free_slot(struct memory_slot *slot)
{
    struct translation_memory_article *article = &slot->article;
    free(article->id);
    free(article->path);
    free(article->lang);
    free(article->story);
    free(article->title);
    free(article->publisher);
    free(article->published);
    document_free(slot->document);
    aligner_text_free(&slot->own);
}

void translation_memory_free(struct translation_memory *memory)
{
    if (memory == NULL)
        return;
    translation_memory_save(memory);
    for (size_t i = 0; i < memory->count; i++)
        free_slot(&memory->items[i]);
    for (size_t i = 0; i < memory->pairs.count; i++) {
        if (memory->pairs.items[i].own)
            alignment_free(&memory->pairs.items[i].alignment);
    }
    translation_memory_file_close(memory->file);
    string_ids_free(&memory->paths);
    string_ids_free(&memory->pair_keys);
    free(memory->items);
    free(memory->pairs.items);
    free(memory->folder);
    free(memory->path);
    free(memory);
}

size_t translation_memory_count(const struct translation_memory *memory)
{
    return memory->count;
}

const struct translation_memory_article *
translation_memory_article(const struct translation_memory *memory, size_t index)
{
    return &memory->items[index].article;
}

/* Loose files: the last one and one of those before. */
static void pair_loose(struct translation_memory *memory, size_t index)
{
    struct translation_memory_article *own = &memory->items[index].article;
    size_t loose = 0;
    size_t other = TRANSLATION_MEMORY_NONE;
    for (size_t i = 0; i < memory->count; i++) {
        struct translation_memory_article *article = &memory->items[i].article;
        if (!article->loose)
            continue;
        loose++;
        bool same = *own->story != '\0' && strcmp(own->story, article->story) == 0;
        if (i != index && article->other == TRANSLATION_MEMORY_NONE &&
            strcmp(own->lang, article->lang) != 0 &&
            (same || (*own->story == '\0' && *article->story == '\0')))
            other = same || other == TRANSLATION_MEMORY_NONE ? i : other;
    }
    if (other == TRANSLATION_MEMORY_NONE || (*own->story == '\0' && loose != 2))
        return;
    own->other = other;
    memory->items[other].article.other = index;
}

size_t translation_memory_add(struct translation_memory *memory, const char *path, const char *id,
                              struct error *error)
{
    size_t index = find(memory, path);
    if (index != TRANSLATION_MEMORY_NONE)
        return index;
    struct article *article = article_read(memory->conversion, path, id, error);
    if (article == NULL)
        return TRANSLATION_MEMORY_NONE;
    index = push(memory, article, true);
    article_free(article);
    pair_loose(memory, index);
    return index;
}

/* ---- texts ---- */

static void open_file(struct translation_memory *memory)
{
    if (memory->opened)
        return;
    memory->opened = true;
    memory->world = world_of(memory);
    if (memory->folder == NULL)
        return;
    memory->file = translation_memory_file_open(memory->path, memory->world);
}

const struct side *translation_memory_side(struct translation_memory *memory, size_t index)
{
    struct memory_slot *slot = &memory->items[index];
    if (slot->asked)
        return slot->known ? &slot->side : NULL;
    open_file(memory);
    slot->asked = true;
    slot->known = translation_memory_file_text(memory->file, slot->key, &slot->side);
    if (slot->known)
        return &slot->side;
    struct reader_wish wish = { .stop = memory->stop };
    slot->document = reader_open_as(memory->conversion, slot->article.path, &wish, NULL);
    if (slot->document == NULL) {
        slot->asked = wish.stop == NULL || !atomic_load(wish.stop);
        return NULL;
    }
    aligner_read(memory->aligner, slot->document, &slot->own);
    slot->side = slot->own.side;
    slot->known = memory->dirty = true;
    return &slot->side;
}

/* ---- pairs ---- */

static bool goes_on(void *data, double done)
{
    const struct translation_memory *memory = data;
    (void)done;
    return memory->stop == NULL || !atomic_load(memory->stop);
}

/* NULL when it was stopped. */
static struct pair *make_pair(struct translation_memory *memory, uint64_t key,
                              const struct side *const sides[2])
{
    struct pair pair = { .key = key };
    pair.aligned = translation_memory_file_pair(memory->file, key, sides, &pair.alignment);
    if (!pair.aligned) {
        struct parallel_task task = {
            .a = sides[0], .b = sides[1], .go_on = goes_on, .data = memory
        };
        pair.alignment = (struct alignment){ 0 };
        pair.own = true;
        pair.aligned = aligner_align(memory->aligner, &task, &pair.alignment, NULL);
        if (!pair.aligned && !goes_on(memory, 1))
            return NULL;
        memory->fresh++;
        memory->unsaved++;
        memory->dirty = true;
    }
    string_ids_add(&memory->pair_keys, (const char *)&key, sizeof key);
    VECTOR_PUSH(&memory->pairs, pair);
    return &memory->pairs.items[memory->pairs.count - 1];
}

static uint64_t pair_key(const struct translation_memory *memory, size_t a, size_t b)
{
    return hash_mix(memory->items[a].key, memory->items[b].key);
}

bool translation_memory_counterpart(struct translation_memory *memory, size_t index,
                                    struct counterpart *opposite, int *side)
{
    size_t other = memory->items[index].article.other;
    if (other == TRANSLATION_MEMORY_NONE)
        return false;
    size_t a = index < other ? index : other;
    size_t b = index < other ? other : index;
    const struct side *sides[2] = { translation_memory_side(memory, a),
                                    translation_memory_side(memory, b) };
    if (sides[0] == NULL || sides[1] == NULL)
        return false;
    uint64_t key = pair_key(memory, a, b);
    uint32_t number = string_ids_find(&memory->pair_keys, (const char *)&key, sizeof key);
    struct pair *pair = number != STRING_IDS_NONE ? &memory->pairs.items[number]
                                                  : make_pair(memory, key, sides);
    if (pair == NULL)
        return false;
    *opposite = (struct counterpart){ { sides[0], sides[1] },
                                      &pair->alignment,
                                      memory->items[index].article.translated };
    *side = index == a ? 0 : 1;
    bool aligned = pair->aligned;
    if (memory->unsaved >= SAVE_AFTER) {
        memory->unsaved = 0;
        translation_memory_save(memory);
    }
    return aligned;
}

void translation_memory_stop_at(struct translation_memory *memory, const atomic_bool *stop)
{
    memory->stop = stop;
}

size_t translation_memory_fresh(const struct translation_memory *memory)
{
    return memory->fresh;
}

/* ---- keeping ---- */

static void collect_pair(struct translation_memory *memory, size_t index,
                         struct translation_memory_pairs *pairs)
{
    size_t other = memory->items[index].article.other;
    struct alignment alignment;
    struct side a;
    struct side b;
    const struct side *sides[2] = { &a, &b };
    if (other == TRANSLATION_MEMORY_NONE ||
        (other < index && memory->items[other].article.other == index))
        return;
    size_t first = index < other ? index : other;
    size_t second = index < other ? other : index;
    uint64_t key = pair_key(memory, first, second);
    uint32_t number = string_ids_find(&memory->pair_keys, (const char *)&key, sizeof key);
    if (number != STRING_IDS_NONE && memory->pairs.items[number].aligned)
        VECTOR_PUSH(pairs,
                    (struct translation_memory_pair){ key, memory->pairs.items[number].alignment });
    else if (number == STRING_IDS_NONE &&
             translation_memory_file_text(memory->file, memory->items[first].key, &a) &&
             translation_memory_file_text(memory->file, memory->items[second].key, &b) &&
             translation_memory_file_pair(memory->file, key, sides, &alignment))
        VECTOR_PUSH(pairs, (struct translation_memory_pair){ key, alignment });
}

void translation_memory_save(struct translation_memory *memory)
{
    struct translation_memory_texts texts = { 0 };
    struct translation_memory_pairs pairs = { 0 };
    if (!memory->dirty || memory->folder == NULL || !file_make_folders(memory->folder, NULL))
        return;
    for (size_t i = 0; i < memory->count; i++) {
        struct memory_slot *slot = &memory->items[i];
        struct side side;
        if (slot->asked && slot->known)
            VECTOR_PUSH(&texts, (struct translation_memory_text){ slot->key, slot->side });
        else if (!slot->asked && translation_memory_file_text(memory->file, slot->key, &side))
            VECTOR_PUSH(&texts, (struct translation_memory_text){ slot->key, side });
        collect_pair(memory, i, &pairs);
    }
    (void)translation_memory_file_write(memory->path, memory->world, &texts, &pairs, NULL);
    free(texts.items);
    free(pairs.items);
    memory->dirty = false;
}
