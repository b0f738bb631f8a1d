#include "library/roster.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "library/article.h"

struct entry {
    const char *name;
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
    return order != 0 ? order : strcmp(a, b);
}

static int compare_entries(const void *a, const void *b)
{
    return roster_compare(((const struct entry *)a)->name, ((const struct entry *)b)->name);
}

static struct entry *sorted_entries(const struct walk *files)
{
    struct entry *entries = xcalloc(files->count + 1, sizeof *entries);
    for (size_t i = 0; i < files->count; i++)
        entries[i] = (struct entry){ walk_name(files, i), i };
    qsort(entries, files->count, sizeof *entries, compare_entries);
    return entries;
}

/* Offsets first, since the text moves while it grows; then pointers. */
static void fill_in(struct roster *roster, const char *folder, const struct entry *entries)
{
    size_t folder_length = strlen(folder);
    while (folder_length > 1 && folder[folder_length - 1] == '/')
        folder_length--;
    size_t *offsets = xcalloc(2 * roster->count + 1, sizeof *offsets);
    buffer_reserve(&roster->text,
                   roster->files.names.length * 2 + roster->count * (folder_length + 2));
    const char *before = "";
    size_t before_stem = SIZE_MAX;
    for (size_t i = 0; i < roster->count; i++) {
        const char *name = entries[i].name;
        size_t stem = stem_length(name);
        size_t length = strlen(name);
        bool twin = stem == before_stem && memcmp(name, before, stem) == 0;
        offsets[2 * i] = roster->text.length;
        buffer_add(&roster->text, name, twin ? length : stem);
        buffer_add_byte(&roster->text, '\0');
        offsets[2 * i + 1] = roster->text.length;
        buffer_add(&roster->text, folder, folder_length);
        if (folder_length > 0 && folder[folder_length - 1] != '/')
            buffer_add_byte(&roster->text, '/');
        buffer_add(&roster->text, name, length + 1);
        before = name;
        before_stem = stem;
        roster->order[i] = entries[i].file;
    }
    for (size_t i = 0; i < roster->count; i++) {
        roster->ids[i] = roster->text.data + offsets[2 * i];
        roster->paths[i] = roster->text.data + offsets[2 * i + 1];
    }
    free(offsets);
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
    struct entry *entries = sorted_entries(&roster->files);
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
    buffer_free(&roster->text);
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
