#include "library/check_article.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "doc/frontmatter_date.h"
#include "library/article.h"

/* clang-format off */
static const char *const known_keys[] = {
    "title", "lang", "story", "publisher", "published", "date", "source", "byline",
    "translation-of", "retold-from.publisher", "retold-from.title", "retold-from.date",
    "retold-from.url", "retold-from.byline", NULL,
};
/* clang-format on */
static const char *const several_keys[] = { "source", NULL };
static const char *const needed_keys[] = { "title", "lang", "story", NULL };

/* zh and zh-CN are one, told more exactly by either; zh-CN and zh-TW are two. */
static bool is_same_language(const char *a, const char *b)
{
    size_t length = strlen(a) < strlen(b) ? strlen(a) : strlen(b);
    return strncmp(a, b, length) == 0 && (a[length] == '\0' || a[length] == '-') &&
           (b[length] == '\0' || b[length] == '-');
}

static void check_language(const struct checked_file *file, bool composed, struct faults *faults)
{
    unsigned line;
    const char *lang = checked_file_value(file, "lang", &line);
    const char *named = article_id_language(file->id);
    if (named[0] == '\0' && composed)
        faults_add(faults, file->path, 1, "the file's name does not end in a language: NAME.LANG");
    else if (named[0] != '\0' && lang != NULL && !is_same_language(lang, named))
        faults_add(faults, file->path, line, "lang: is %s, but %s by the file's name", lang, named);
}

static void check_original(const struct checked_file *file, const struct roster *roster,
                           struct faults *faults)
{
    unsigned line;
    const char *original = checked_file_value(file, "translation-of", &line);
    if (original == NULL)
        return;
    if (roster_find(roster, original) == roster->count)
        faults_add(faults, file->path, line, "translation-of: there is no article %s", original);
    else if (strcmp(article_id_language(original), article_id_language(file->id)) == 0)
        faults_add(faults, file->path, line, "translation-of: %s is in the same language",
                   original);
}

void check_article(const struct checked_file *file, const struct roster *roster, bool composed,
                   struct faults *faults)
{
    unsigned line;
    char iso[FRONTMATTER_DATE_SIZE];
    for (size_t i = 0; composed && needed_keys[i] != NULL; i++) {
        if (checked_file_value(file, needed_keys[i], &line) == NULL)
            faults_add(faults, file->path, line, "%s: is missing", needed_keys[i]);
    }
    checked_file_utf8(file, faults);
    checked_file_keys(file, known_keys, several_keys, faults);
    check_language(file, composed, faults);
    check_original(file, roster, faults);
    const char *published = checked_file_value(file, "published", &line);
    if (published != NULL && !frontmatter_date(published, iso))
        faults_add(faults, file->path, line,
                   "published: \"%s\" is no date; wants YYYY-MM-DD, YYYY-MM or YYYY", published);
    checked_file_body(file, faults);
}

static bool has_article(const struct roster *roster, const char *name, size_t length,
                        const char *lang)
{
    char *id = xasprintf("%.*s.%s", (int)length, name, lang);
    bool found = roster_find(roster, id) < roster->count;
    free(id);
    return found;
}

void check_translations(const struct roster *roster, struct faults *faults)
{
    for (size_t i = 0; i < roster->count; i++) {
        const char *id = roster->ids[i];
        const char *lang = article_id_language(id);
        bool english = strcmp(lang, "en") == 0;
        if (!english && strcmp(lang, "zh") != 0)
            continue;
        const char *other = english ? "zh" : "en";
        size_t length = (size_t)(lang - id) - 1;
        if (!has_article(roster, id, length, other))
            faults_add(faults, roster->paths[i], 1, "the translation %.*s.%s is missing",
                       (int)length, id, other);
    }
}
