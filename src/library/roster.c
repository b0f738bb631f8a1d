#include "library/roster.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "library/article.h"

struct roster_entry {
    uint64_t key[2]; /* the first bytes of the name without extension, most significant first */
    const char *name;
    size_t stem; /* its length without the extension */
    size_t file;
};

/* Length without the extension; every name here has one. */
static size_t stem_length(const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot != NULL ? (size_t)(dot - name) : strlen(name);
}

static int compare_bytes(const char *a, size_t a_length, const char *b, size_t b_length)
{
    int order = memcmp(a, b, a_length < b_length ? a_length : b_length);
    if (order != 0 || a_length == b_length)
        return order;
    return a_length < b_length ? -1 : 1;
}

int roster_compare(const char *a, const char *b)
{
    int order = compare_bytes(a, stem_length(a), b, stem_length(b));
    return order != 0 ? order : article_compare_extensions(a + stem_length(a), b + stem_length(b));
}

static int compare_entries(const void *a, const void *b)
{
    const struct roster_entry *left = a;
    const struct roster_entry *right = b;
    for (size_t i = 0; i < 2; i++) {
        if (left->key[i] != right->key[i])
            return left->key[i] < right->key[i] ? -1 : 1;
    }
    int order = compare_bytes(left->name, left->stem, right->name, right->stem);
    return order != 0 ? order
                      : article_compare_extensions(left->name + left->stem, right->name + right->stem);
}

/* Up to 8 bytes as a number that sorts as they do. */
static uint64_t make_key(const char *bytes, size_t length)
{
    uint64_t key = 0;
    for (size_t i = 0; i < 8; i++)
        key = key << 8 | (i < length ? (unsigned char)bytes[i] : 0u);
    return key;
}

static struct roster_entry make_entry(const char *name, size_t file)
{
    size_t stem = stem_length(name);
    uint64_t second = stem > 8 ? make_key(name + 8, stem - 8) : 0;
    return (struct roster_entry){ { make_key(name, stem), second }, name, stem, file };
}

static struct roster_entry *sorted_entries(const struct walk *files)
{
    struct roster_entry *entries = xcalloc(files->count + 1, sizeof *entries);
    for (size_t i = 0; i < files->count; i++)
        entries[i] = make_entry(walk_name(files, i), i);
    qsort(entries, files->count, sizeof *entries, compare_entries);
    return entries;
}

static char *append(char *at, const char *bytes, size_t length)
{
    memcpy(at, bytes, length);
    return at + length;
}

/* Ids and paths one after another into memory that is known to be enough: twice the names, and
 * the folder and a slash before each. */
static void fill_in(struct roster *roster, const char *folder, const struct roster_entry *entries)
{
    size_t folder_length = strlen(folder);
    while (folder_length > 1 && folder[folder_length - 1] == '/')
        folder_length--;
    bool slash = folder_length > 0 && folder[folder_length - 1] != '/';
    roster->text =
        xmalloc(roster->files.names.length * 2 + roster->count * (folder_length + 2) + 1);
    char *at = roster->text;
    for (size_t i = 0; i < roster->count; i++) {
        const struct roster_entry *entry = &entries[i];
        const struct roster_entry *before = i > 0 ? &entries[i - 1] : NULL;
        bool twin = before != NULL && before->stem == entry->stem &&
                    memcmp(entry->name, before->name, entry->stem) == 0;
        size_t length = entry->stem + strlen(entry->name + entry->stem);
        roster->ids[i] = at;
        at = append(at, entry->name, twin ? length : entry->stem);
        *at++ = '\0';
        roster->paths[i] = at;
        at = append(at, folder, folder_length);
        if (slash)
            *at++ = '/';
        at = append(at, entry->name, length + 1);
        roster->order[i] = entry->file;
    }
}

bool roster_read(const char *folder, int depth, struct roster *roster, struct error *error)
{
    *roster = (struct roster){ 0 };
    if (!walk_folder(folder, depth, &roster->files, error))
        return false;
    roster->count = roster->files.count;
    roster->order = xcalloc(roster->count + 1, sizeof *roster->order);
    roster->ids = xcalloc(roster->count + 1, sizeof *roster->ids);
    roster->paths = xcalloc(roster->count + 1, sizeof *roster->paths);
    struct roster_entry *entries = sorted_entries(&roster->files);
    fill_in(roster, folder, entries);
    free(entries);
    return true;
}

void roster_free(struct roster *roster)
{
    walk_free(&roster->files);
    free(roster->order);
    free(roster->ids);
    free(roster->paths);
    free(roster->text);
    *roster = (struct roster){ 0 };
}

const char *roster_name(const struct roster *roster, size_t index)
{
    return walk_name(&roster->files, roster->order[index]);
}

/* First file whose name without extension is not below `stem`. */
static size_t lower_bound(const struct roster *roster, const char *stem, size_t length)
{
    size_t low = 0;
    size_t high = roster->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const char *name = roster_name(roster, middle);
        if (compare_bytes(name, stem_length(name), stem, length) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t roster_find(const struct roster *roster, const char *id)
{
    size_t at = lower_bound(roster, id, strlen(id));
    if (at < roster->count && strcmp(roster->ids[at], id) == 0)
        return at;
    if (!article_is_name(id))
        return roster->count;
    size_t stem = stem_length(id);
    for (at = lower_bound(roster, id, stem); at < roster->count; at++) {
        const char *name = roster_name(roster, at);
        if (stem_length(name) != stem || memcmp(name, id, stem) != 0)
            break;
        if (strcmp(roster->ids[at], id) == 0)
            return at;
    }
    return roster->count;
}
