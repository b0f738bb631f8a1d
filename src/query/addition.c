#include "query/addition.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/message.h"
#include "base/spool.h"
#include "base/xalloc.h"
#include "doc/encoding.h"
#include "doc/file_kind.h"
#include "doc/reader.h"
#include "export/frontmatter_edit.h"
#include "export/markdown_document.h"
#include "library/collection.h"
#include "library/contents.h"
#include "library/note_template.h"
#include "library/version_name.h"
#include "query/article_pairs.h"
#include "query/story_file.h"
#include "text/sanitize.h"

#define NAMES_MOST 10000 /* that are tried */
#define NAME_BYTES 200   /* of a file, without folder and extension */
#define ENDING_LEAST 3 /* letters */
#define ENDING_MOST 4
#define THOUSAND 1000

struct addition {
    struct addition_wish wish;
    char *root; /* LIBRARY/articles */
    struct contents *contents;
    bool full; /* there is no room for more */
};

/* ---- the library ---- */

static void clear(struct error *error)
{
    if (error != NULL)
        error->text[0] = '\0';
}

static const char declaration[] = "title: My library\ngathered: true\n";

/* Makes a new library under another name first: whoever looks meanwhile must not see half of it, and take
 * it for a folder that declares nothing. One that fails, or that another was faster with, is left to
 * make_library. */
static void make_new_library(const char *library)
{
    size_t length = strlen(library);
    while (length > 1 && library[length - 1] == '/')
        length--;
    char *new = xasprintf("%.*s.%ld", (int)length, library, (long)getpid());
    char *articles = file_join(new, "articles"), *path = file_join(new, "collection.yaml");
    bool exists;
    if (!file_make_folders(articles, NULL) || !file_create(path, declaration, strlen(declaration), &exists, NULL) ||
        rename(new, library) != 0) {
        (void)unlink(path);
        (void)rmdir(articles);
        (void)rmdir(new);
    }
    free(new);
    free(articles);
    free(path);
}

/* The folder that the articles go to. A folder that is there and declares nothing is one itself. */
static char *make_library(const char *library, struct error *error)
{
    bool exists = false;
    if (!file_exists(library))
        make_new_library(library);
    char *path = file_join(library, "collection.yaml");
    bool plain = file_is_folder(library) && !file_exists(path);
    char *root = plain ? xstrdup(library) : file_join(library, "articles");
    bool ok = file_make_folders(root, error) &&
              (plain || file_exists(path) ||
               file_create(path, declaration, strlen(declaration), &exists, error) || exists);
    free(path);
    if (ok)
        return root;
    free(root);
    return NULL;
}

struct addition *addition_new(const struct addition_wish *wish, struct error *error)
{
    struct addition *addition = xcalloc(1, sizeof *addition);
    struct roster roster;
    addition->wish = *wish;
    clear(error);
    addition->root = make_library(wish->library, error);
    if (addition->root != NULL &&
        roster_read(addition->root, COLLECTION_DEPTH, &roster, error)) {
        addition->contents = contents_read(addition->root, &roster, wish->cache_folder, wish->conversion,
                                           wish->go_on, wish->data);
        roster_free(&roster);
    }
    if (addition->contents != NULL)
        return addition;
    addition_free(addition);
    return NULL;
}

void addition_free(struct addition *addition)
{
    if (addition == NULL)
        return;
    if (addition->contents != NULL)
        contents_save(addition->contents);
    contents_free(addition->contents);
    free(addition->root);
    free(addition);
}

void added_free(struct added *added)
{
    free(added->id);
    free(added->story);
    *added = (struct added){ .outcome = ADDITION_FAILED };
}

/* ---- names ---- */

/* A file's name that no listing is confused by: no controls, not hidden. */
static char *clean_name(const char *name)
{
    char *clean = xstrdup(name);
    for (char *at = clean; *at != '\0'; at++) {
        if ((unsigned char)*at < ' ' || *at == '\x7F' || *at == '\\')
            *at = '_';
    }
    if (clean[0] == '.')
        clean[0] = '_';
    return clean;
}

/* letter.eml, notes.log: an ending that is none of ours is no language. */
static void cut_ending(char *stem)
{
    char *dot = strrchr(stem, '.');
    size_t letters = dot != NULL && dot != stem ? strspn(dot + 1, "abcdefghijklmnopqrstuvwxyz") : 0;
    if (letters >= ENDING_LEAST && letters <= ENDING_MOST && dot[1 + letters] == '\0')
        *dot = '\0';
}

/* What the article is called: the file's name without its extension; of a pipe its title's. */
static char *make_stem(const char *path, const struct text_facts *facts)
{
    char *name = spool_is_path(path) ? note_template_file_name(facts->values[FACT_TITLE]) : NULL;
    const char *called = spool_is_path(path) ? "text" : file_base_name(path);
    char *clean = clean_name(name != NULL ? name : called);
    char *stem = article_stem(clean);
    if (strcmp(stem, clean) == 0 && name == NULL)
        cut_ending(stem);
    size_t length = strlen(stem);
    while (length > NAME_BYTES || (length > 0 && ((unsigned char)stem[length] & 0xC0) == 0x80))
        length--;
    stem[length] = '\0';
    free(clean);
    free(name);
    return stem;
}

/* The `turn`th name to try: sale.en, sale-2.en, ... */
static char *make_id(const char *below, const char *stem, unsigned turn)
{
    const char *tag = article_id_language(stem);
    size_t base = *tag != '\0' ? (size_t)(tag - stem) - 1 : strlen(stem);
    const char *slash = *below != '\0' ? "/" : "";
    if (turn < 2)
        return xasprintf("%s%s%s", below, slash, stem);
    return xasprintf("%s%s%.*s-%u%s", below, slash, (int)base, stem, turn, stem + base);
}

/* Whether there is an article of that id, with whatever extension. One that somebody else has added meanwhile is
 * looked at: it may be the same text. */
static bool is_taken(struct addition *addition, const char *id)
{
    bool taken = false;
    const char *extension;
    for (size_t i = 0; !taken && (extension = article_extension(i)) != NULL; i++) {
        char *name = xasprintf("%s%s", id, extension);
        char *path = file_join(addition->root, name);
        taken = access(path, F_OK) == 0;
        if (taken)
            (void)contents_look(addition->contents, name, id);
        free(path);
        free(name);
    }
    return taken;
}

/* ---- the text ---- */

/* The file's own text in UTF-8, or what its reader makes of it; *extension is the new file's. */
static bool read_source(const struct addition *addition, const char *path,
                        const struct document *document, const char **extension, struct buffer *out,
                        struct error *error)
{
    struct buffer bytes = { 0 };
    size_t repaired;
    if (!file_read(path, 0, &bytes, error))
        return false;
    const char *name = file_base_name(path);
    bool text = file_kind_of(buffer_text(&bytes), bytes.length, path) == FILE_TEXT;
    if (text && encoding_is_foreign(buffer_text(&bytes), bytes.length)) {
        char *encoding = encoding_decode(addition->wish.conversion, &bytes, path, document->encoding,
                                         addition->wish.stop, &repaired, error);
        text = encoding != NULL;
        free(encoding);
    }
    *extension = file_kind_ends(name, " .md .markdown .mkd ") ? strrchr(name, '.') : ".txt";
    if (text) {
        sanitize_source(buffer_text(&bytes), bytes.length, out, NULL);
    } else {
        struct page_marks none = { 0 };
        *extension = ".md";
        markdown_document(out, document, &none);
    }
    buffer_free(&bytes);
    return true;
}

static bool fill_in(const struct text_facts *facts, const struct buffer *source, struct buffer *out)
{
    struct frontmatter_value values[TEXT_FACTS];
    struct error error;
    for (size_t i = 0; i < TEXT_FACTS; i++)
        values[i] = (struct frontmatter_value){ text_facts_key((enum text_fact)i), facts->values[i],
                                                false };
    if (!frontmatter_edit(buffer_text(source), source->length, values, TEXT_FACTS, out, &error))
        buffer_add(out, buffer_text(source), source->length); /* somebody's own form: as it is */
    return true;
}

static bool make_folder_of(const char *path, struct error *error)
{
    char *folder = xstrndup(path, (size_t)(file_base_name(path) - path));
    bool ok = file_make_folders(folder, error);
    free(folder);
    return ok;
}

static bool put(bool link, const char *from, const char *to, const struct buffer *text,
                bool *exists, struct error *error)
{
    if (!link)
        return file_create(to, buffer_text(text), text->length, exists, error);
    char *real = realpath(from, NULL);
    bool ok = real != NULL && symlink(real, to) == 0;
    *exists = !ok && errno == EEXIST;
    if (!ok)
        error_set(error, "%s: %s", from, _(strerror(errno)));
    free(real);
    return ok;
}

/* Writes it under the first name that is free; returns its id, NULL with a sentence. NULL, and *there is
 * the id, where somebody else has added it meanwhile. */
static char *place(struct addition *addition, const char *path, const char *below,
                   const struct text_facts *facts, const char *extension,
                   const struct buffer *text, struct content_digest *digest, const char **there,
                   struct error *error)
{
    char *stem = make_stem(path, facts);
    char *id = NULL;
    for (unsigned turn = 1; id == NULL && *there == NULL && turn < NAMES_MOST; turn++) {
        bool exists = false;
        id = make_id(below, stem, turn);
        char *name = xasprintf("%s%s", id, extension);
        char *to = file_join(addition->root, name);
        bool free_name = !is_taken(addition, id);
        bool ok = free_name && make_folder_of(to, error) &&
                  put(addition->wish.link && !spool_is_path(path), path, to, text, &exists, error);
        if (ok)
            contents_add(addition->contents, digest, name, id);
        bool again = !free_name || exists;
        if (again && (!free_name || is_taken(addition, id)))
            *there = contents_find(addition->contents, digest);
        addition->full = !ok && !again && (errno == ENOSPC || errno == EDQUOT);
        free(name);
        free(to);
        if (!ok) {
            free(id);
            id = NULL;
        }
        if (!ok && !again)
            break;
    }
    free(stem);
    return id;
}

static bool add_document(struct addition *addition, const char *path, const char *below,
                         const struct document *document, struct added *added, struct error *error)
{
    struct content_digest digest;
    struct text_facts facts;
    struct buffer source = { 0 }, text = { 0 };
    const char *extension = NULL;
    if (!contents_digest(document, &digest)) {
        error_set(error, "%s: has no text in it", path);
        return false;
    }
    const char *there = contents_find(addition->contents, &digest);
    if (there != NULL) {
        *added = (struct added){ .outcome = ADDITION_DOUBLE, .id = xstrdup(there) };
        return true;
    }
    bool link = addition->wish.link && !spool_is_path(path);
    text_facts_read(document, spool_is_path(path) ? "text" : path, &facts);
    if (addition->wish.ask != NULL && !link)
        addition->wish.ask(addition->wish.data, path, &facts);
    bool ok = read_source(addition, path, document, &extension, &source, error);
    if (ok && link && article_is_name(file_base_name(path)))
        extension = strrchr(path, '.');
    ok = ok && fill_in(&facts, &source, &text);
    if (ok)
        added->id = place(addition, path, below, &facts, extension, &text, &digest, &there, error);
    added->outcome = added->id == NULL ? ADDITION_FAILED : link ? ADDITION_LINKED : ADDITION_ADDED;
    if (there != NULL)
        *added = (struct added){ .outcome = ADDITION_DOUBLE, .id = xstrdup(there) };
    text_facts_free(&facts);
    buffer_free(&source);
    buffer_free(&text);
    return added->id != NULL;
}

bool addition_add(struct addition *addition, const char *path, const char *below,
                  struct added *added, struct error *error)
{
    *added = (struct added){ .outcome = ADDITION_FAILED };
    struct reader_wish wish = { .stop = addition->wish.stop };
    struct document *document =
        reader_open_as(addition->wish.conversion, path, &wish, error);
    if (document == NULL)
        return false;
    bool ok = add_document(addition, path, below, document, added, error);
    document_free(document);
    return ok;
}

bool addition_is_full(const struct addition *addition)
{
    return addition->full;
}

/* ---- stories ---- */

struct story_search {
    const struct addition *addition;
    const struct collection *collection;
    struct added *added;
    size_t count;
};

static bool stories_go_on(void *data, double done)
{
    const struct addition_wish *wish = &((const struct story_search *)data)->addition->wish;
    return wish->go_on == NULL || wish->go_on(wish->data, (size_t)(done * THOUSAND), THOUSAND);
}

static struct added *find_added(const struct story_search *search, const char *id)
{
    for (size_t i = 0; i < search->count; i++) {
        const struct added *added = &search->added[i];
        if (added->id != NULL && added->outcome != ADDITION_DOUBLE && strcmp(added->id, id) == 0)
            return &search->added[i];
    }
    return NULL;
}

/* Both get the story that one has, else one by the first one's name. */
static bool join_pair(struct story_search *search, const struct article_pair *pair,
                      struct error *error)
{
    struct added *new_a = find_added(search, pair->a->id), *new_b = find_added(search, pair->b->id);
    char language[VERSION_NAME_LANGUAGE];
    if (pair->how != PAIRED_BY_CONTENT || (new_a == NULL && new_b == NULL))
        return true;
    bool told = *pair->a->story != '\0' || *pair->b->story != '\0';
    const char *base = file_base_name(pair->a->id);
    char *story = told ? xstrdup(*pair->a->story != '\0' ? pair->a->story : pair->b->story)
                       : version_name(base, language);
    bool ok = true;
    const struct article *const articles[] = { pair->a, pair->b };
    struct added *const ours[] = { new_a, new_b };
    for (size_t i = 0; i < 2 && ok; i++) {
        if (*articles[i]->story == '\0' && !search->addition->wish.link)
            ok = story_file_set(search->addition->root, articles[i]->path, story, error);
        if (ours[i] != NULL && ours[i]->story == NULL)
            ours[i]->story = xstrdup(story);
    }
    free(story);
    return ok;
}

bool addition_find_stories(struct addition *addition, const char *data_folder,
                           const struct entity_index *index, struct added *added, size_t count,
                           struct error *error)
{
    struct article_pairs pairs = { 0 };
    size_t articles;
    clear(error);
    struct collection *collection =
        collection_open(addition->wish.library, addition->wish.cache_folder,
                        addition->wish.conversion, error);
    bool ok = collection != NULL && collection_scan(collection, error);
    if (ok)
        (void)collection_articles(collection, &articles);
    if (ok && articles <= ADDITION_STORIES_MOST) {
        struct story_search search = { addition, collection, added, count };
        struct aligner *aligner =
            aligner_new(collection, index, data_folder, addition->wish.cache_folder);
        ok = article_pairs_find(
            collection, aligner,
            &(struct article_pairs_wish){ stories_go_on, &search, addition->wish.stop }, &pairs);
        for (size_t i = 0; i < pairs.count && ok; i++)
            ok = join_pair(&search, &pairs.items[i], error);
        aligner_free(aligner);
    }
    article_pairs_free(&pairs);
    collection_free(collection);
    return ok;
}
