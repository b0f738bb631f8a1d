/* lookbench: how long a look-up and a concordance take.
 *
 *     lookbench COLLECTION PAIRS WORK [DATA]
 *
 * WORK, a folder, gets a collection of PAIRS pairs, copies of those of COLLECTION as stories of
 * their own, and a cache. DATA is a data folder with dictionaries. Printed as TSV: what, how many, the
 * processor's time and the clock's in milliseconds, the bound. The concordance that fills the cache
 * is the first; the bound is that of the one after it, as it would be in a new session. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "query/concordance.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "doc/reader.h"
#include "text/width.h"
#include "text/word.h"

#define PAIRS_MOST 100000
#define STORIES 100

struct clock {
    double processor;
    double wall;
};

static double milliseconds(clockid_t id)
{
    struct timespec time;
    clock_gettime(id, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec * 1e-6;
}

static struct clock now(void)
{
    return (struct clock){ milliseconds(CLOCK_PROCESS_CPUTIME_ID), milliseconds(CLOCK_MONOTONIC) };
}

static void print(const char *what, size_t count, struct clock begun, const char *bound)
{
    struct clock end = now();
    printf("%s\t%zu\t%.2f\t%.2f\t%s\n", what, count, end.processor - begun.processor,
           end.wall - begun.wall, bound);
}

static _Noreturn void fail(const char *why, const char *what)
{
    fprintf(stderr, "lookbench: %s: %s\n", what, why);
    exit(2);
}

/* ---- the collection ---- */

static void put(const char *folder, const char *name, const char *bytes, size_t length)
{
    struct error error;
    char *path = file_join(folder, name);
    if (!file_write(path, bytes, length, &error))
        fail(error.text, path);
    free(path);
}

static void take(const char *folder, const char *name, struct buffer *bytes)
{
    struct error error;
    char *path = file_join(folder, name);
    buffer_truncate(bytes, 0);
    if (!file_read(path, 0, bytes, &error))
        fail(error.text, path);
    free(path);
}

/* The file's front matter names another story; all else stays. */
static void copy_version(const char *from, const char *to, const char *story, size_t number,
                         const char *language)
{
    struct buffer bytes = { 0 };
    struct buffer out = { 0 };
    char *name = xasprintf("%s.%s.md", story, language);
    take(from, name, &bytes);
    free(name);
    const char *body = strstr(buffer_text(&bytes), "\n---\n");
    if (body == NULL)
        fail("has no front matter", story);
    buffer_add_format(&out, "---\nlang: %s\nstory: %s-%zu\n", language, story, number);
    if (strcmp(language, "zh") == 0)
        buffer_add_format(&out, "translation-of: %s-%zu.en\n", story, number);
    buffer_add_text(&out, body + 1);
    name = xasprintf("%s-%zu.%s.md", story, number, language);
    put(to, name, buffer_text(&out), out.length);
    free(name);
    buffer_free(&out);
    buffer_free(&bytes);
}

static size_t find_stories(const char *folder, char *stories[STORIES])
{
    size_t count = 0;
    DIR *open = opendir(folder);
    if (open == NULL)
        fail("cannot be read", folder);
    for (struct dirent *entry; (entry = readdir(open)) != NULL && count < STORIES;) {
        size_t length = strlen(entry->d_name);
        if (length > 6 && strcmp(entry->d_name + length - 6, ".en.md") == 0)
            stories[count++] = xstrndup(entry->d_name, length - 6);
    }
    closedir(open);
    if (count == 0)
        fail("has no pair", folder);
    return count;
}

/* Returns what its first story is called; caller frees. */
static char *make_collection(const char *from, const char *to, size_t pairs)
{
    char *stories[STORIES];
    struct buffer glossary = { 0 };
    char *source = file_join(from, "articles");
    char *target = file_join(to, "articles");
    struct error error;
    if (!file_make_folders(target, &error))
        fail(error.text, target);
    size_t count = find_stories(source, stories);
    for (size_t i = 0; i < pairs; i++) {
        copy_version(source, target, stories[i % count], i, "en");
        copy_version(source, target, stories[i % count], i, "zh");
    }
    put(to, "collection.yaml", "title: Many\n", 12);
    take(from, GLOSSARY_FILE, &glossary);
    put(to, GLOSSARY_FILE, buffer_text(&glossary), glossary.length);
    buffer_free(&glossary);
    char *first = xasprintf("%s-0", stories[0]);
    for (size_t i = 0; i < count; i++)
        free(stories[i]);
    free(source);
    free(target);
    return first;
}

/* ---- measuring ---- */

static void look_up_all(const struct lookup *lookup, const char *folder, const char *story,
                        const char *language)
{
    char *name = xasprintf("%s.%s.md", story, language);
    char *path = file_join(folder, name);
    struct document *document = reader_open(NULL, path, NULL);
    if (document == NULL)
        fail("cannot be read", path);
    struct span word;
    size_t words = 0;
    struct clock begun = now();
    for (size_t at = 0; word_next(document->text, document->length, at, &word); at = word.end) {
        struct lookup_items items = { 0 };
        lookup_at(lookup, document->text + word.start, document->length - word.start, &items);
        lookup_items_free(&items);
        words++;
    }
    print(name, words, begun, "5 each");
    document_free(document);
    free(path);
    free(name);
}

static void gather(struct collection *collection, const struct lookup *lookup, const char *data,
                   const char *cache, const char *term, const char *bound)
{
    struct entity_index *entity_index =
        entity_index_new(&(struct entity_index_sources){ .collection = collection });
    struct aligner *aligner = aligner_new(collection, entity_index, data, cache);
    struct clock begun = now();
    struct translation_memory *memory =
        translation_memory_new(collection, aligner, entity_index, cache, NULL);
    struct concordance *concordance =
        concordance_new(memory, lookup, entity_index, term, strlen(term));
    while (concordance_step(concordance)) {
    }
    print(term, concordance_total(concordance), begun, bound);
    concordance_free(concordance);
    translation_memory_free(memory);
    aligner_free(aligner);
    entity_index_free(entity_index);
}

int main(int count, char **words)
{
    size_t pairs = count > 3 ? strtoul(words[2], NULL, 10) : 0;
    if (count < 4 || count > 5 || pairs == 0 || pairs > PAIRS_MOST) {
        fputs("usage: lookbench COLLECTION PAIRS WORK [DATA]\n", stderr);
        return 2;
    }
    width_begin();
    const char *data = count > 4 ? words[4] : NULL;
    char *folder = file_join(words[3], "collection");
    char *cache = file_join(words[3], "cache");
    char *articles = file_join(folder, "articles");
    char *dictionaries = data != NULL ? file_join(data, DICTIONARIES_FOLDER) : NULL;
    struct error error;
    char *story = make_collection(words[1], folder, pairs);
    struct collection *collection = collection_open(folder, cache, NULL, &error);
    if (collection == NULL)
        fail(error.text, folder);
    printf("what\tcount\tprocessor ms\tclock ms\tbound ms\n");
    struct clock begun = now();
    struct lookup *lookup = lookup_open(collection, dictionaries);
    print("open", 1, begun, "5");
    look_up_all(lookup, articles, story, "en");
    look_up_all(lookup, articles, story, "zh");
    gather(collection, lookup, data, cache, "that", "");
    static const char *const terms[] = { "company", "stake", "公司", "that" };
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
        gather(collection, lookup, data, cache, terms[i], "50");
    lookup_free(lookup);
    collection_free(collection);
    free(dictionaries);
    free(story);
    free(articles);
    free(cache);
    free(folder);
    return 0;
}
