#include "library/check_article.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "library/article.h"

static const char *const known_keys[] = { "title",     "lang",   "story",  "publisher",
                                          "published", "source", "byline", "translation-of",
                                          NULL };
static const char *const several_keys[] = { "source", NULL };
static const char *const needed_keys[] = { "title", "lang", "story", NULL };

static bool parse_digits(const char **at, size_t count, unsigned *number)
{
    *number = 0;
    for (size_t i = 0; i < count; i++, (*at)++) {
        if (**at < '0' || **at > '9')
            return false;
        *number = *number * 10 + (unsigned)(**at - '0');
    }
    return true;
}

static unsigned days_of(unsigned year, unsigned month)
{
    static const unsigned char days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap ? 1u : 0u);
}

/* YYYY, YYYY-MM or YYYY-MM-DD, of a day that there is. */
static bool is_date(const char *text)
{
    unsigned year, month, day;
    if (!parse_digits(&text, 4, &year))
        return false;
    if (*text == '\0')
        return true;
    if (*text++ != '-' || !parse_digits(&text, 2, &month) || month < 1 || month > 12)
        return false;
    if (*text == '\0')
        return true;
    return *text++ == '-' && parse_digits(&text, 2, &day) && *text == '\0' && day >= 1 &&
           day <= days_of(year, month);
}

static void check_language(const struct checked_file *file, struct faults *faults)
{
    unsigned line;
    const char *lang = checked_file_value(file, "lang", &line);
    const char *named = article_id_language(file->id);
    if (named[0] == '\0')
        faults_add(faults, file->path, 1, "the file's name does not end in a language: NAME.LANG");
    else if (lang != NULL && strcmp(lang, named) != 0)
        faults_add(faults, file->path, line, "lang: is %s, but %s by the file's name", lang,
                   named);
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

void check_article(const struct checked_file *file, const struct roster *roster,
                   struct faults *faults)
{
    unsigned line;
    for (size_t i = 0; needed_keys[i] != NULL; i++) {
        if (checked_file_value(file, needed_keys[i], &line) == NULL)
            faults_add(faults, file->path, line, "%s: is missing", needed_keys[i]);
    }
    checked_file_keys(file, known_keys, several_keys, faults);
    check_language(file, faults);
    check_original(file, roster, faults);
    const char *published = checked_file_value(file, "published", &line);
    if (published != NULL && !is_date(published))
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
