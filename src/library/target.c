#include "library/target.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/message.h"
#include "base/spool.h"
#include "base/xalloc.h"
#include "library/note.h"
#include "library/roster.h"
#include "library/suggest.h"
#include "text/fold.h"

void target_free(struct target *target)
{
    free(target->id);
    free(target->path);
    *target = (struct target){ 0 };
}

static bool fill(struct target *target, enum target_kind kind, const char *id, const char *path)
{
    *target = (struct target){ kind, xstrdup(id), xstrdup(path) };
    return true;
}

/* Names that could lead out of the collection's folder are no ids. */
static bool may_be_id(const char *name)
{
    return name[0] != '\0' && name[0] != '/' && name[0] != '.' && strstr(name, "/.") == NULL;
}

/* An id is looked for as a file first: that costs the same in a folder of any size. */
static bool find_id(struct collection *collection, const char *id, struct target *target)
{
    if (!may_be_id(id))
        return false;
    const char *extension;
    bool found = false;
    for (size_t i = 0; !found && (extension = article_extension(i)) != NULL; i++) {
        char *name = xasprintf("%s%s", id, extension);
        char *path = file_join(collection_root(collection), name);
        struct stat status;
        found = stat(path, &status) == 0 && S_ISREG(status.st_mode) &&
                fill(target, TARGET_ARTICLE, id, path);
        free(path);
        free(name);
    }
    if (found || (!article_is_name(id) && !collection_contains_others(collection)))
        return found;
    const struct roster *roster = collection_roster(collection);
    size_t at = roster_find(roster, id);
    return at < roster->count && fill(target, TARGET_ARTICLE, id, roster->paths[at]);
}

/* Length of NAME in NAME.LANG; 0 when there is no language. */
static size_t name_length(const char *id)
{
    const char *lang = article_id_language(id);
    return lang[0] != '\0' ? (size_t)(lang - id) - 1 : 0;
}

/* The article `name`.LANG: in language `lang` if there is one, else the first language. */
static bool find_name(struct collection *collection, const char *name, size_t length,
                      const char *lang, struct target *target)
{
    const struct roster *roster = collection_roster(collection);
    size_t best = roster->count;
    for (size_t i = 0; i < roster->count; i++) {
        const char *id = roster->ids[i];
        if (name_length(id) != length || memcmp(id, name, length) != 0)
            continue;
        const char *tag = article_id_language(id);
        if (lang != NULL && strcmp(tag, lang) == 0) {
            best = i;
            break;
        }
        if (best == roster->count ||
            article_compare_languages(tag, article_id_language(roster->ids[best])) < 0)
            best = i;
    }
    return length > 0 && best < roster->count &&
           fill(target, TARGET_ARTICLE, roster->ids[best], roster->paths[best]);
}

static bool is_path(const char *name)
{
    return name[0] == '/' || strcmp(name, ".") == 0 || strcmp(name, "..") == 0 ||
           strncmp(name, "./", 2) == 0 || strncmp(name, "../", 3) == 0;
}

/* A file that lies in the collection is the article it is there. */
static bool find_path(struct collection *collection, const char *path, struct target *target)
{
    struct stat status;
    if (path[0] == '\0' || stat(path, &status) != 0)
        return false;
    if (S_ISDIR(status.st_mode))
        return fill(target, TARGET_FOLDER, path, path);
    char *id = collection != NULL ? collection_id_of_path(collection, path) : NULL;
    const char *called = spool_is_path(path) ? file_base_name(path) : path;
    fill(target, id != NULL ? TARGET_ARTICLE : TARGET_FILE, id != NULL ? id : called, path);
    free(id);
    return true;
}

/* The part of an id that an abbreviation stands for: NAME, or the whole id without a language. */
static size_t abbreviable_length(const char *id)
{
    size_t length = name_length(id);
    return length > 0 ? length : strlen(id);
}

/* The one NAME that begins with `start`. When there are several, they go to `several`. */
static bool find_beginning(struct collection *collection, const char *start,
                           struct target *target, struct buffer *several)
{
    const struct roster *roster = collection_roster(collection);
    const char *first = NULL;
    size_t length = 0;
    size_t found = 0;
    for (size_t i = 0; i < roster->count; i++) {
        const char *id = roster->ids[i];
        size_t here = abbreviable_length(id);
        if (strncmp(id, start, strlen(start)) != 0 ||
            (first != NULL && here == length && memcmp(id, first, length) == 0))
            continue;
        if (found++ < SUGGEST_MOST)
            buffer_add_format(several, "%s%.*s", found > 1 ? ", " : "", (int)here, id);
        first = id;
        length = here;
    }
    if (found > SUGGEST_MOST)
        buffer_add_text(several, " ...");
    if (found != 1)
        return false;
    buffer_truncate(several, 0);
    char *name = xstrndup(first, length);
    bool ok = find_name(collection, name, length, NULL, target) ||
              find_id(collection, name, target);
    free(name);
    return ok;
}

/* Both 11-main-sale.en and 11-main-sale are near 11-main-sales: NAMEs are enough where there are
 * languages. */
static void add_near_misses(struct collection *collection, const char *name, struct buffer *out)
{
    const struct roster *roster = collection_roster(collection);
    bool with_language = article_id_language(name)[0] != '\0';
    char **names = xcalloc(roster->count + 1, sizeof *names);
    size_t count = 0;
    struct suggest suggest = { .wanted = name };
    for (size_t i = 0; i < roster->count; i++) {
        const char *id = roster->ids[i];
        size_t length = with_language ? strlen(id) : abbreviable_length(id);
        if (count > 0 && strlen(names[count - 1]) == length &&
            memcmp(names[count - 1], id, length) == 0)
            continue;
        names[count] = xstrndup(id, length);
        suggest_consider(&suggest, names[count++]);
    }
    suggest_write(&suggest, out);
    while (count > 0)
        free(names[--count]);
    free(names);
}

static bool fail_to_resolve(struct collection *collection, const char *name,
                            struct buffer *several, struct error *error)
{
    struct buffer near = { 0 };
    struct stat status;
    if (name[0] == '\0')
        error_set(error, "an empty name names no article and no file");
    else if (stat(name, &status) != 0 && errno != ENOENT && errno != ENOTDIR)
        error_set(error, "%s: %s", name, _(strerror(errno)));
    else if (is_path(name))
        error_set(error, "%s: no such file", name);
    else if (several->length > 0)
        error_set(error, "%s: several articles begin so: %s", name, several->data);
    else {
        if (collection != NULL)
            add_near_misses(collection, name, &near);
        error_set(error, "%s: no article or file of that name%s", name, buffer_text(&near));
    }
    buffer_free(&near);
    return false;
}

bool target_resolve(struct collection *collection, const char *name, struct target *target,
                    struct error *error)
{
    struct buffer several = { 0 };
    *target = (struct target){ 0 };
    bool by_name = collection != NULL && !is_path(name) && name[0] != '\0';
    bool found = (by_name && (find_id(collection, name, target) ||
                              find_name(collection, name, strlen(name), NULL, target))) ||
                 find_path(collection, name, target) ||
                 (by_name && find_beginning(collection, name, target, &several)) ||
                 fail_to_resolve(collection, name, &several, error);
    buffer_free(&several);
    return found;
}

static bool find_note_id(struct collection *collection, const char *name, struct target *target)
{
    if (!collection_is_declared(collection) || !may_be_id(name))
        return false;
    char *file = xasprintf("entities/%s.md", name);
    char *path = file_join(collection_folder(collection), file);
    struct stat status;
    bool found = stat(path, &status) == 0 && S_ISREG(status.st_mode) &&
                 fill(target, TARGET_NOTE, name, path);
    free(path);
    free(file);
    return found;
}

/* In a folder of notes [[sale]] means 2015/sale, too, in whatever letter case. */
static bool find_base_name(struct collection *collection, const char *name,
                           struct target *target)
{
    if (collection_is_declared(collection))
        return false;
    const struct roster *roster = collection_roster(collection);
    struct fold wanted = { 0 };
    struct fold here = { 0 };
    size_t best = roster->count;
    fold_text(name, strlen(name), FOLD_CASE, &wanted);
    for (size_t i = 0; i < roster->count; i++) {
        const char *base = file_base_name(roster->ids[i]);
        if (strcmp(base, name) == 0) {
            best = i;
            break;
        }
        fold_text(base, strlen(base), FOLD_CASE, &here);
        if (best == roster->count && strcmp(here.text, wanted.text) == 0)
            best = i;
    }
    fold_free(&wanted);
    fold_free(&here);
    return best < roster->count &&
           fill(target, TARGET_ARTICLE, roster->ids[best], roster->paths[best]);
}

static bool find_note_name(struct collection *collection, const char *name,
                           struct target *target)
{
    const struct note *note = collection_note_by_name(collection, name);
    if (note == NULL)
        return false;
    bool declared = collection_is_declared(collection);
    return fill(target, declared ? TARGET_NOTE : TARGET_ARTICLE, note->id, note->path);
}

static bool follow(struct collection *collection, const char *name, const char *lang,
                   struct target *target)
{
    return find_note_id(collection, name, target) || find_id(collection, name, target) ||
           find_name(collection, name, strlen(name), lang, target) ||
           find_base_name(collection, name, target) || find_note_name(collection, name, target);
}

/* [[note.md]] is [[note]]. */
static bool follow_stem(struct collection *collection, const char *name, const char *lang,
                        struct target *target)
{
    if (!article_is_name(file_base_name(name)))
        return false;
    char *stem = article_stem(name);
    bool found = follow(collection, stem, lang, target);
    free(stem);
    return found;
}

bool target_follow(struct collection *collection, const char *name, const char *lang,
                   struct target *target, struct error *error)
{
    name += strspn(name, " ");
    size_t length = strcspn(name, "#");
    while (length > 0 && name[length - 1] == ' ')
        length--;
    char *plain = xstrndup(name, length);
    *target = (struct target){ 0 };
    bool found = collection != NULL && length > 0 &&
                 (follow(collection, plain, lang, target) ||
                  follow_stem(collection, plain, lang, target));
    if (!found)
        error_set(error, "[[%s]]: no note and no article of that name", name);
    free(plain);
    return found;
}
