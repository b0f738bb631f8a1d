#include "align/report_pair.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/vector.h"
#include "base/xalloc.h"

static char *find_text(const char *folder, const char *beginning)
{
    char *path = NULL;
    DIR *files = opendir(folder);
    for (struct dirent *file; files != NULL && (file = readdir(files)) != NULL;) {
        if (path == NULL && strncmp(file->d_name, beginning, strlen(beginning)) == 0)
            path = file_join(folder, file->d_name);
    }
    if (files != NULL)
        closedir(files);
    return path;
}

/* NULL when there is no such file. */
static char *read_name(const char *folder, const char *name, struct buffer *bytes)
{
    char *path = file_join(folder, name);
    bytes->length = 0;
    bool ok = file_read(path, 0, bytes, NULL);
    free(path);
    if (!ok)
        return NULL;
    buffer_text(bytes);
    return bytes->data;
}

static void read_gold(struct report_pair *pair, char *text)
{
    char *rest = NULL;
    strtok_r(text, "\n", &rest); /* the header */
    for (char *line; (line = strtok_r(NULL, "\n", &rest)) != NULL;) {
        struct report_gold gold = { 0 };
        char *tab = strchr(line, '\t'), *end;
        if (tab == NULL)
            continue;
        if (strncmp(line, "sure", 4) == 0)
            gold.fact = (unsigned)strtoul(tab + 1, NULL, 10);
        tab = strchr(tab + 1, '\t');
        gold.a = (uint32_t)strtoul(tab + 1, &end, 10) - 1;
        gold.b = (uint32_t)strtoul(end, NULL, 10) - 1;
        pair->facts = gold.fact > pair->facts ? gold.fact : pair->facts;
        VECTOR_PUSH(&pair->gold, gold);
    }
}

static void free_pair(struct report_pair *pair)
{
    free(pair->name);
    free(pair->event);
    free(pair->paths[0]);
    free(pair->paths[1]);
    free(pair->gold.items);
}

static void read_pair(const char *folder, const char *name, struct report_pairs *pairs)
{
    struct buffer bytes = { 0 };
    char *path = file_join(folder, name);
    struct report_pair pair = { .name = xstrdup(name),
                                .paths = { find_text(path, "a."), find_text(path, "b.") } };
    char *text = read_name(path, "GROUP", &bytes);
    pair.event = text != NULL ? xstrndup(text, strcspn(text, "\n")) : xstrdup(name);
    text = read_name(path, "gold.tsv", &bytes);
    if (text != NULL)
        read_gold(&pair, text);
    VECTOR_PUSH(pairs, pair);
    if (text == NULL || pair.paths[0] == NULL || pair.paths[1] == NULL)
        free_pair(&pairs->items[--pairs->count]);
    buffer_free(&bytes);
    free(path);
}

static int compare_pairs(const void *a, const void *b)
{
    return strcmp(((const struct report_pair *)a)->name, ((const struct report_pair *)b)->name);
}

bool report_pairs_read(struct report_pairs *pairs, const char *folder, unsigned number)
{
    size_t first = pairs->count;
    DIR *files = opendir(folder);
    for (struct dirent *file; files != NULL && (file = readdir(files)) != NULL;) {
        if (file->d_name[0] != '.')
            read_pair(folder, file->d_name, pairs);
    }
    if (files != NULL)
        closedir(files);
    for (size_t i = first; i < pairs->count; i++)
        pairs->items[i].folder = number;
    if (pairs->count > first)
        qsort(pairs->items + first, pairs->count - first, sizeof *pairs->items, compare_pairs);
    return pairs->count > first;
}

void report_pairs_free(struct report_pairs *pairs)
{
    for (size_t i = 0; i < pairs->count; i++)
        free_pair(&pairs->items[i]);
    free(pairs->items);
}

bool report_pair_accepts(const struct report_pair *pair, uint32_t a, uint32_t b, bool *found)
{
    bool accepted = false;
    for (size_t i = 0; i < pair->gold.count; i++) {
        const struct report_gold *gold = &pair->gold.items[i];
        if (gold->a != a || gold->b != b)
            continue;
        accepted = true;
        if (found != NULL)
            found[gold->fact] = true;
    }
    return accepted;
}

/* Where an event stands in a list, NULL when it does not. */
static const char *find_event(const char *list, const char *event)
{
    size_t length = strlen(event);
    for (const char *at = list; (at = strstr(at, event)) != NULL; at += length) {
        if ((at == list || at[-1] == ',' || at[-1] == '\n') &&
            (at[length] == '\0' || strchr(",\n", at[length]) != NULL))
            return at;
    }
    return NULL;
}

bool report_pairs_are_one(const struct report_pair *a, const struct report_pair *b,
                          const char *together)
{
    return strcmp(a->event, b->event) == 0 ||
           (find_event(together, a->event) != NULL && find_event(together, b->event) != NULL);
}

bool report_pairs_are_rivals(const struct report_pair *a, const struct report_pair *b,
                             const char *kinds)
{
    const char *one = find_event(kinds, a->event), *other = find_event(kinds, b->event);
    if (one == NULL || other == NULL || one == other)
        return false;
    const char *first = one < other ? one : other, *last = one < other ? other : one;
    return memchr(first, '\n', (size_t)(last - first)) == NULL;
}
