#include "library/roster.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "library/article.h"

struct roster_entry {
    uint64_t key; /* the first bytes of the stem behind what all begin with, most significant first */
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

/* What all names begin with, mostly at least the folder. */
static size_t shared_length(const struct roster_entry *entries, size_t count)
{
    size_t shared = count > 0 ? entries[0].stem : 0;
    for (size_t i = 1; i < count; i++) {
        shared = shared < entries[i].stem ? shared : entries[i].stem;
        while (memcmp(entries[0].name, entries[i].name, shared) != 0)
            shared--;
    }
    return shared;
}

/* Byte by byte, the least significant one first; one that is the same in all keys costs nothing. */
static struct roster_entry *sort_by_key(struct roster_entry *entries, size_t count)
{
    struct roster_entry *other = xmalloc((count + 1) * sizeof *other);
    for (unsigned shift = 0; shift < 64 && count > 1; shift += 8) {
        size_t places[256] = { 0 };
        for (size_t i = 0; i < count; i++)
            places[entries[i].key >> shift & 255]++;
        if (places[entries[0].key >> shift & 255] == count)
            continue;
        for (size_t byte = 0, place = 0; byte < 256; byte++) {
            size_t here = places[byte];
            places[byte] = place;
            place += here;
        }
        for (size_t i = 0; i < count; i++)
            other[places[entries[i].key >> shift & 255]++] = entries[i];
        struct roster_entry *sorted = other;
        other = entries;
        entries = sorted;
    }
    free(other);
    return entries;
}

static struct roster_entry *sorted_entries(const struct walk *files)
{
    size_t count = files->count;
    struct roster_entry *entries = xmalloc((count + 1) * sizeof *entries);
    for (size_t i = 0; i < count; i++) {
        const char *name = walk_name(files, i);
        entries[i] = (struct roster_entry){ .name = name, .stem = stem_length(name), .file = i };
    }
    size_t shared = shared_length(entries, count);
    for (size_t i = 0; i < count; i++)
        entries[i].key = make_key(entries[i].name + shared, entries[i].stem - shared);
    entries = sort_by_key(entries, count);
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count && entries[end].key == entries[first].key;)
            end++;
        if (end - first > 1)
            qsort(entries + first, end - first, sizeof *entries, compare_entries);
    }
    return entries;
}

static char *append(char *at, const char *bytes, size_t length)
{
    memcpy(at, bytes, length);
    return at + length;
}

/* Length of a folder's path without slashes at its end; *slash tells whether one is to follow. */
static size_t folder_length(const char *folder, bool *slash)
{
    size_t length = strlen(folder);
    while (length > 1 && folder[length - 1] == '/')
        length--;
    *slash = length > 0 && folder[length - 1] != '/';
    return length;
}

/* The source of the file: sources' files lie one source after the other. */
static size_t source_of(const size_t *ends, size_t file)
{
    size_t source = 0;
    while (file >= ends[source])
        source++;
    return source;
}

/* Ids and paths one after another into memory that is known to be enough: twice the names, and
 * the folder and a slash before each. */
static void fill_in(struct roster *roster, const struct roster_source *sources, size_t count,
                    const size_t *ends, const struct roster_entry *entries)
{
    size_t longest = 0;
    bool slash;
    for (size_t i = 0; i < count; i++) {
        size_t length = folder_length(sources[i].folder, &slash);
        longest = length > longest ? length : longest;
    }
    roster->text = xmalloc(roster->files.names.length * 2 + roster->count * (longest + 2) + 1);
    char *at = roster->text;
    for (size_t i = 0; i < roster->count; i++) {
        const struct roster_entry *entry = &entries[i];
        const struct roster_entry *before = i > 0 ? &entries[i - 1] : NULL;
        const struct roster_source *source = &sources[source_of(ends, entry->file)];
        bool twin = before != NULL && before->stem == entry->stem &&
                    memcmp(entry->name, before->name, entry->stem) == 0;
        size_t length = entry->stem + strlen(entry->name + entry->stem);
        size_t prefix = strlen(source->prefix);
        roster->ids[i] = at;
        at = append(at, entry->name, twin ? length : entry->stem);
        *at++ = '\0';
        roster->paths[i] = at;
        at = append(at, source->folder, folder_length(source->folder, &slash));
        if (slash)
            *at++ = '/';
        at = append(at, entry->name + prefix, length - prefix + 1);
        roster->order[i] = entry->file;
    }
}

/* Adds the files of one more folder, named with its prefix. */
static void walk_further(struct walk *files, const struct roster_source *source, int depth)
{
    struct walk walk = { 0 };
    if (walk_folder(source->folder, depth, &walk, NULL)) {
        for (size_t i = 0; i < walk.count; i++) {
            struct walk_file file = walk.items[i];
            file.name = files->names.length;
            buffer_add_text(&files->names, source->prefix);
            buffer_add(&files->names, walk_name(&walk, i), strlen(walk_name(&walk, i)) + 1);
            VECTOR_PUSH(files, file);
        }
    }
    walk_free(&walk);
}

bool roster_read_all(const struct roster_source *sources, size_t count, int depth,
                     struct roster *roster, struct error *error)
{
    *roster = (struct roster){ 0 };
    if (!walk_folder(sources[0].folder, depth, &roster->files, error))
        return false;
    size_t *ends = xcalloc(count, sizeof *ends);
    ends[0] = roster->files.count;
    for (size_t i = 1; i < count; i++) {
        walk_further(&roster->files, &sources[i], depth);
        ends[i] = roster->files.count;
    }
    roster->count = roster->files.count;
    roster->order = xcalloc(roster->count + 1, sizeof *roster->order);
    roster->ids = xcalloc(roster->count + 1, sizeof *roster->ids);
    roster->paths = xcalloc(roster->count + 1, sizeof *roster->paths);
    struct roster_entry *entries = sorted_entries(&roster->files);
    fill_in(roster, sources, count, ends, entries);
    free(entries);
    free(ends);
    return true;
}

bool roster_read(const char *folder, int depth, struct roster *roster, struct error *error)
{
    return roster_read_all(&(struct roster_source){ folder, "" }, 1, depth, roster, error);
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
