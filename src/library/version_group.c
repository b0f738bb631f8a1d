#include "library/version_group.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "library/version_name.h"
#include "text/sanitize.h"

struct named {
    struct article *article;
    char *name;
    char language[VERSION_NAME_LANGUAGE]; /* of the text */
    char tag[VERSION_NAME_LANGUAGE];
};

void version_names_free(struct version_names *names)
{
    for (size_t i = 0; i < names->count; i++)
        free(names->items[i]);
    free(names->items);
    *names = (struct version_names){ 0 };
}

static int compare_named(const void *left, const void *right)
{
    const struct named *a = left;
    const struct named *b = right;
    int order = strcmp(a->name, b->name);
    return order != 0 ? order : strcmp(a->article->id, b->article->id);
}

static bool is_told_apart(const char *language)
{
    return strcmp(language, "en") == 0 || strcmp(language, "zh") == 0;
}

/* A name whose tag the text contradicts is no version's. */
static struct named name_article(struct article *article)
{
    struct named named = { .article = article };
    named.name = version_name(article->id, named.tag);
    version_name_language(article->lang, named.language);
    if (is_told_apart(named.tag) && is_told_apart(named.language) &&
        strcmp(named.tag, named.language) != 0) {
        free(named.name);
        named.name = xstrdup(article->id);
        named.tag[0] = '\0';
    }
    if (named.tag[0] != '\0')
        memcpy(named.language, named.tag, sizeof named.tag);
    return named;
}

/* Two languages at least, and a tag. */
static bool is_group(const struct named *items, size_t count)
{
    bool tagged = false;
    bool differ = false;
    for (size_t i = 0; i < count; i++) {
        tagged = tagged || items[i].tag[0] != '\0';
        differ = differ || (items[i].language[0] != '\0' && items[0].language[0] != '\0' &&
                            strcmp(items[i].language, items[0].language) != 0);
    }
    return tagged && differ && items[0].name[0] != '\0';
}

static void settle_group(struct named *items, size_t count, struct version_names *names)
{
    const char *story = "";
    for (size_t i = 0; i < count && *story == '\0'; i++)
        story = items[i].article->story;
    if (*story == '\0') {
        struct buffer clean = { 0 };
        sanitize_line(&clean, items[0].name, strlen(items[0].name));
        VECTOR_PUSH(names, buffer_take(&clean));
        story = names->items[names->count - 1];
    }
    for (size_t i = 0; i < count; i++) {
        struct article *article = items[i].article;
        if (*article->story == '\0')
            article->story = story;
        if (*article->lang == '\0') {
            VECTOR_PUSH(names, xstrdup(items[i].language));
            article->lang = names->items[names->count - 1];
        }
    }
}

static bool lacks_any(const struct article *articles, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (*articles[i].story == '\0' || *articles[i].lang == '\0')
            return true;
    }
    return false;
}

void version_group_settle(struct article *articles, size_t count, struct version_names *names)
{
    if (!lacks_any(articles, count))
        return;
    struct named *items = xcalloc(count + 1, sizeof *items);
    for (size_t i = 0; i < count; i++)
        items[i] = name_article(&articles[i]);
    if (count > 0)
        qsort(items, count, sizeof *items, compare_named);
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count && strcmp(items[end].name, items[first].name) == 0;)
            end++;
        if (end - first > 1 && is_group(items + first, end - first))
            settle_group(items + first, end - first, names);
    }
    for (size_t i = 0; i < count; i++)
        free(items[i].name);
    free(items);
}
