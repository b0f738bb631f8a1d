#include "export/articles.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/sha256.h"
#include "base/xalloc.h"
#include "export/clean.h"

#define NAME_MOST 100 /* bytes */

static const struct annotation_target *about(const struct note_record *record)
{
    const struct annotation_target *selection = record_selection(record);
    return selection != NULL ? selection : record_counterpart(record);
}

struct entry {
    const struct annotation_target *about;
    size_t index;
    size_t first; /* the index of the article's first note */
};

static int compare_names(const struct annotation_target *a, const struct annotation_target *b)
{
    if (a == NULL || b == NULL)
        return (a != NULL) - (b != NULL);
    int order = strcmp(a->article, b->article);
    return order != 0 || a->article[0] != '\0' ? order : strcmp(a->title, b->title);
}

static int compare(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    int order = compare_names(x->about, y->about);
    return order != 0 ? order : (x->index > y->index) - (x->index < y->index);
}

static int compare_first(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    return x->first != y->first ? (x->first > y->first) - (x->first < y->first)
                                : (x->index > y->index) - (x->index < y->index);
}

void articles_find(struct articles *articles, const struct export_set *set)
{
    struct entry *entries = xcalloc(set->count + 1, sizeof *entries);
    *articles = (struct articles){ 0 };
    articles->items = xcalloc(set->count + 1, sizeof *articles->items);
    articles->records = xcalloc(set->count + 1, sizeof *articles->records);
    for (size_t i = 0; i < set->count; i++)
        entries[i] = (struct entry){ about(&set->records[i]), i, i };
    qsort(entries, set->count, sizeof *entries, compare);
    for (size_t i = 1; i < set->count; i++)
        if (compare_names(entries[i - 1].about, entries[i].about) == 0)
            entries[i].first = entries[i - 1].first;
    qsort(entries, set->count, sizeof *entries, compare_first);
    for (size_t i = 0; i < set->count; i++) {
        if (i == 0 || entries[i].first != entries[i - 1].first)
            articles->items[articles->count++] =
                (struct noted_article){ entries[i].about, articles->records + i, 0 };
        articles->records[i] = set->records[entries[i].index];
        articles->items[articles->count - 1].count++;
    }
    free(entries);
}

void articles_free(struct articles *articles)
{
    free(articles->items);
    free(articles->records);
    *articles = (struct articles){ 0 };
}

static void add_safe(struct buffer *out, const char *text, size_t length)
{
    struct cleaner cleaner;
    struct clean_point point;
    size_t start = out->length;
    clean_begin(&cleaner, text, length);
    while (clean_next(&cleaner, &point) && out->length - start + point.size <= NAME_MOST) {
        bool bad = point.hidden || point.code < 0x20 ||
                   (point.code < 0x80 && strchr("/\\:*?\"<>|#^[]", (int)point.code) != NULL) ||
                   (out->length == start && (point.code == '.' || point.code == ' '));
        if (bad)
            buffer_add_byte(out, '-');
        else
            buffer_add(out, point.bytes, point.size);
    }
    clean_end(&cleaner);
    while (out->length > start && strchr(" .", out->data[out->length - 1]) != NULL)
        buffer_truncate(out, out->length - 1);
}

void articles_add_name(const struct noted_article *article, struct buffer *out)
{
    const char *name = article->about == NULL               ? ""
                       : article->about->article[0] != '\0' ? article->about->article
                                                            : article->about->title;
    const char *base = file_base_name(name);
    bool path = name[0] == '/';
    const char *dot = strrchr(base, '.');
    size_t start = out->length;
    add_safe(out, path ? base : name,
             path && dot != NULL && dot > base ? (size_t)(dot - base) : strlen(path ? base : name));
    if (out->length == start)
        buffer_add_text(out, "notes");
    if (path) {
        unsigned char hash[SHA256_SIZE];
        sha256(name, strlen(name), hash);
        buffer_add_format(out, "-%02x%02x%02x", hash[0], hash[1], hash[2]);
    }
}
