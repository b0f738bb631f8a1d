#include "library/collection.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/message.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "doc/frontmatter.h"
#include "library/catalogue.h"
#include "library/contained.h"
#include "library/note.h"
#include "library/note_index.h"
#include "library/roster.h"
#include "library/version_group.h"
#include "text/sanitize.h"

#define DECLARATION "collection.yaml"
#define DECLARATION_LIMIT ((size_t)1 << 20)

/* The articles of stories by story, language and id: a list of all stories asks for each of them. */
struct stories {
    const struct article **items; /* NULL: not yet in order */
    size_t count;
};

struct collection {
    char *folder;
    char *root;  /* what the articles' names are relative to */
    char *cache; /* NULL: nothing is cached */
    struct conversion *conversion; /* borrowed */
    char *title;
    bool declared;
    char *fault;
    struct frontmatter declaration;
    struct contained contained;
    bool listed; /* the roster was read */
    struct roster roster;
    bool scanned;
    unsigned scans;
    struct catalogue catalogue;
    struct catalogue_reading *reading; /* of the first scan, which goes on in slices; NULL none */
    bool readable; /* as the roster said when that began */
    struct stories *stories; /* of the catalogue, put in order when one is first asked for; NULL before a scan */
    struct version_names names_of_versions; /* that articles of the catalogue point to */
    bool noted;
    struct notes notes;
    struct note_index *names; /* of the notes; NULL before a name was looked for */
};

static void set_fault(struct collection *collection, const char *text)
{
    if (collection->fault == NULL)
        collection->fault = xstrdup(text);
}

/* "FILE:3: not valid YAML: why", whatever way the reader of YAML names the line. */
static void set_yaml_fault(struct collection *collection, const char *why)
{
    char *rest;
    unsigned long line = strncmp(why, "line ", 5) == 0 ? strtoul(why + 5, &rest, 10) : 0;
    char *text;
    if (line > 0 && strncmp(rest, ": ", 2) == 0)
        text = xasprintf(DECLARATION ":%lu: not valid YAML: %s", line, rest + 2);
    else
        text = xasprintf(DECLARATION ":%lu: not valid YAML: %s", line > 0 ? line : 1, why);
    set_fault(collection, text);
    free(text);
}

/* What the file is called says enough: the message is for a status line. */
static void set_reading_fault(struct collection *collection, const char *path, const char *why)
{
    size_t length = strlen(path);
    bool named = strncmp(why, path, length) == 0 && strncmp(why + length, ": ", 2) == 0;
    char *text = xasprintf(DECLARATION ": %s", named ? why + length + 2 : why);
    set_fault(collection, text);
    free(text);
}

static void read_declaration(struct collection *collection, const char *path)
{
    struct buffer bytes = { 0 };
    struct buffer text = { 0 };
    struct error error = { 0 };
    if (!file_read(path, DECLARATION_LIMIT, &bytes, &error)) {
        set_reading_fault(collection, path, error.text);
    } else {
        sanitize_source(buffer_text(&bytes), bytes.length, &text, NULL);
        if (!frontmatter_read_yaml(buffer_text(&text), text.length, &collection->declaration,
                                   &error))
            set_yaml_fault(collection, error.text);
    }
    buffer_free(&text);
    buffer_free(&bytes);
}

/* The title of collection.yaml, else the folder's own name. */
static char *make_title(const struct collection *collection)
{
    const char *title = frontmatter_get(&collection->declaration, "title");
    if (title != NULL && title[0] != '\0')
        return xstrdup(title);
    char *real = realpath(collection->folder, NULL);
    const char *name = real != NULL ? file_base_name(real) : collection->folder;
    struct buffer clean = { 0 };
    sanitize_line(&clean, name, strlen(name));
    free(real);
    return buffer_take(&clean);
}

struct collection *collection_open(const char *folder, const char *cache_folder,
                                   struct conversion *conversion, struct error *error)
{
    struct stat status;
    if (stat(folder, &status) != 0) {
        error_set(error, "%s: %s", folder, _(strerror(errno)));
        return NULL;
    }
    if (!S_ISDIR(status.st_mode)) {
        error_set(error, "%s: is no folder, and a collection is one", folder);
        return NULL;
    }
    if (access(folder, R_OK | X_OK) != 0) {
        error_set(error, "%s: %s", folder, _(strerror(errno)));
        return NULL;
    }
    struct collection *collection = xcalloc(1, sizeof *collection);
    collection->folder = xstrdup(folder);
    collection->cache = xstrdup(cache_folder);
    collection->conversion = conversion;
    char *path = file_join(folder, DECLARATION);
    collection->declared = file_exists(path);
    if (collection->declared)
        read_declaration(collection, path);
    collection->root = collection->declared ? file_join(folder, "articles") : xstrdup(folder);
    collection->title = make_title(collection);
    contained_read(folder, collection->root, &collection->declaration, &collection->contained);
    free(path);
    return collection;
}

static void free_stories(struct stories *stories)
{
    if (stories != NULL)
        free(stories->items);
    free(stories);
}

void collection_free(struct collection *collection)
{
    if (collection == NULL)
        return;
    note_index_free(collection->names);
    notes_free(&collection->notes);
    version_names_free(&collection->names_of_versions);
    free_stories(collection->stories);
    catalogue_free(&collection->catalogue);
    catalogue_end(collection->reading, NULL);
    roster_free(&collection->roster);
    contained_free(&collection->contained);
    frontmatter_free(&collection->declaration);
    free(collection->folder);
    free(collection->root);
    free(collection->cache);
    free(collection->title);
    free(collection->fault);
    free(collection);
}

const char *collection_folder(const struct collection *collection)
{
    return collection->folder;
}

const char *collection_root(const struct collection *collection)
{
    return collection->root;
}

const char *collection_title(const struct collection *collection)
{
    return collection->title;
}

bool collection_is_declared(const struct collection *collection)
{
    return collection->declared;
}

bool collection_contains_others(const struct collection *collection)
{
    return collection->contained.count > 1;
}

const char *collection_fault(const struct collection *collection)
{
    return collection->fault;
}

const struct frontmatter *collection_declaration(const struct collection *collection)
{
    return &collection->declaration;
}

size_t collection_open_count(const struct collection *collection)
{
    size_t count = 0;
    while (frontmatter_nth(&collection->declaration, "open", count) != NULL)
        count++;
    return count;
}

const char *collection_open_id(const struct collection *collection, size_t index)
{
    const struct frontmatter_entry *entry =
        frontmatter_nth(&collection->declaration, "open", index);
    return entry != NULL ? entry->value : NULL;
}

bool collection_is_guide(const struct collection *collection, const char *id)
{
    const struct frontmatter_entry *entry;
    for (size_t i = 0;
         (entry = frontmatter_nth(&collection->declaration, "guide", i)) != NULL; i++) {
        if (article_id_is(id, entry->value))
            return true;
    }
    return false;
}

/* A declared collection need not have an articles folder yet. */
static bool read_roster(struct collection *collection, struct error *error)
{
    roster_free(&collection->roster);
    collection->listed = roster_read_all(collection->contained.items, collection->contained.count,
                                         COLLECTION_DEPTH, &collection->roster, error);
    return collection->listed || (collection->declared && !file_exists(collection->root));
}

const struct roster *collection_roster(struct collection *collection)
{
    if (!collection->listed)
        (void)read_roster(collection, NULL);
    return &collection->roster;
}

static void read_notes(struct notes *notes, const struct roster *roster)
{
    for (size_t i = 0; i < roster->count; i++) {
        struct note *note = note_read(roster->paths[i], roster->ids[i], NULL);
        if (note != NULL)
            VECTOR_PUSH(notes, note);
    }
}

const struct notes *collection_notes(struct collection *collection)
{
    if (collection->noted)
        return &collection->notes;
    collection->noted = true;
    if (!collection->declared) {
        read_notes(&collection->notes, collection_roster(collection));
        return &collection->notes;
    }
    for (size_t i = 0; i < collection->contained.count; i++) {
        const char *within = i == 0 ? collection->folder : collection->contained.folders[i];
        char *folder = file_join(within, "entities");
        struct roster roster;
        if (roster_read(folder, COLLECTION_DEPTH, &roster, NULL)) {
            read_notes(&collection->notes, &roster);
            roster_free(&roster);
        }
        free(folder);
    }
    return &collection->notes;
}

const struct note *collection_note_by_name(struct collection *collection, const char *name)
{
    const struct notes *notes = collection_notes(collection);
    if (collection->names == NULL)
        collection->names = note_index_new(notes);
    return note_index_find(collection->names, name);
}

void collection_forget_notes(struct collection *collection)
{
    note_index_free(collection->names);
    notes_free(&collection->notes);
    collection->notes = (struct notes){ 0 };
    collection->names = NULL;
    collection->noted = false;
}

struct conversion *collection_conversion(const struct collection *collection)
{
    return collection != NULL ? collection->conversion : NULL;
}

static void begin_scan(struct collection *collection, struct error *error)
{
    collection->readable = read_roster(collection, error);
    collection->reading = catalogue_begin(collection->root, &collection->roster, collection->cache,
                                          collection->conversion);
}

bool collection_scan(struct collection *collection, struct error *error)
{
    if (collection->reading == NULL) {
        catalogue_free(&collection->catalogue);
        begin_scan(collection, error);
    }
    catalogue_read(collection->reading, SIZE_MAX, NULL);
    catalogue_end(collection->reading, &collection->catalogue);
    collection->reading = NULL;
    version_names_free(&collection->names_of_versions);
    version_group_settle(collection->catalogue.articles, collection->catalogue.count,
                         &collection->names_of_versions);
    free_stories(collection->stories);
    collection->stories = xcalloc(1, sizeof *collection->stories);
    collection->scanned = true;
    collection->scans++;
    return collection->readable;
}

bool collection_scan_some(struct collection *collection, size_t most, size_t *done, size_t *count)
{
    bool known = collection->scanned;
    if (!known && collection->reading == NULL)
        begin_scan(collection, NULL);
    *done = *count = collection->roster.count;
    if (known)
        return true;
    if (!collection->readable) { /* why is told by the whole scan, which looks again */
        catalogue_end(collection->reading, NULL);
        collection->reading = NULL;
        return true;
    }
    return catalogue_read(collection->reading, most, done);
}

unsigned collection_scans(const struct collection *collection)
{
    return collection->scans;
}

const struct article *collection_articles(const struct collection *collection, size_t *count)
{
    *count = collection->catalogue.count;
    return collection->catalogue.articles;
}

const struct article *collection_by_id(const struct collection *collection, const char *id)
{
    size_t at = collection->scanned ? roster_find(&collection->roster, id) : 0;
    return at < collection->catalogue.count ? &collection->catalogue.articles[at] : NULL;
}

const struct article *collection_by_path(const struct collection *collection, const char *path)
{
    char *id = collection_id_of_path(collection, path);
    const struct article *article = id != NULL ? collection_by_id(collection, id) : NULL;
    free(id);
    return article;
}

static int compare_in_story(const void *left, const void *right)
{
    const struct article *a = *(const struct article *const *)left;
    const struct article *b = *(const struct article *const *)right;
    int order = strcmp(a->story, b->story);
    order = order != 0 ? order : article_compare_languages(a->lang, b->lang);
    return order != 0 ? order : strcmp(a->id, b->id);
}

static void put_in_order(struct stories *stories, const struct catalogue *catalogue)
{
    stories->items = xcalloc(catalogue->count + 1, sizeof *stories->items);
    for (size_t i = 0; i < catalogue->count; i++)
        if (*catalogue->articles[i].story != '\0')
            stories->items[stories->count++] = &catalogue->articles[i];
    qsort(stories->items, stories->count, sizeof *stories->items, compare_in_story);
}

/* The first item whose story is not below `story`; with `behind`, that is above it. */
static size_t story_bound(const struct stories *stories, const char *story, bool behind)
{
    size_t low = 0;
    size_t high = stories->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(stories->items[middle]->story, story);
        if (order < 0 || (behind && order == 0))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t collection_story(const struct collection *collection, const char *story,
                        const struct article **out, size_t room)
{
    struct stories *stories = collection->stories;
    if (stories == NULL)
        return 0;
    if (stories->items == NULL)
        put_in_order(stories, &collection->catalogue);
    size_t first = story_bound(stories, story, false);
    size_t found = story_bound(stories, story, true) - first;
    for (size_t i = 0; i < found && i < room; i++)
        out[i] = stories->items[first + i];
    return found;
}

/* Of files that differ in their extension alone the first has the plain id (roster.h). */
static char *make_id(const struct roster_source *source, const char *name)
{
    char *stem = article_stem(name);
    char *id = NULL;
    const char *extension;
    for (size_t i = 0; id == NULL && (extension = article_extension(i)) != NULL; i++) {
        char *twin = xasprintf("%s%s", stem, extension);
        char *path = file_join(source->folder, twin);
        if (strcmp(twin, name) == 0)
            id = xasprintf("%s%s", source->prefix, stem);
        else if (file_exists(path))
            id = xasprintf("%s%s", source->prefix, name);
        free(path);
        free(twin);
    }
    free(stem);
    return id;
}

static char *id_within(const struct roster_source *source, const char *real)
{
    char *root = realpath(source->folder, NULL);
    char *id = NULL;
    size_t length = root != NULL ? strlen(root) : 0;
    if (root != NULL && strncmp(real, root, length) == 0 && real[length] == '/' &&
        strstr(real + length, "/.") == NULL && article_is_name(file_base_name(real)))
        id = make_id(source, real + length + 1);
    free(root);
    return id;
}

char *collection_id_of_path(const struct collection *collection, const char *path)
{
    char *real = realpath(path, NULL);
    char *id = NULL;
    for (size_t i = 0; real != NULL && id == NULL && i < collection->contained.count; i++)
        id = id_within(&collection->contained.items[i], real);
    free(real);
    return id;
}
