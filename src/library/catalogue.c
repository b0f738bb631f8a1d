#include "library/catalogue.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/xalloc.h"
#include "doc/conversion.h"

/* The cache: one line of text (magic, checksum of the rest), then NUL-terminated strings: the
 * folder's real path, and a record a file: relative name, struct stamp's bytes, the fields of
 * struct article from the title on. Records stand in the order of the names. */
#define MAGIC "diptych catalogue 5." READING_VERSION " "
#define HEAD_LENGTH (sizeof MAGIC - 1 + 16 + 1)
#define CACHE_LIMIT ((size_t)1 << 30)

struct cursor {
    const char *at;
    const char *end;
};

/* The next string, NULL at the end. Most are empty; behind the bytes lies the buffer's own NUL. */
static const char *take(struct cursor *cursor)
{
    if (cursor->at >= cursor->end)
        return NULL;
    const char *text = cursor->at;
    cursor->at += (*text != '\0' ? strlen(text) : 0) + 1;
    return cursor->at <= cursor->end ? text : NULL;
}

/* What must be the same for a record to hold, as it lies in the cache; numbers in the machine's
 * own order, since a cache does not travel (from another machine no stamp would match). */
struct stamp {
    int64_t size;
    int64_t mtime;
    uint64_t inode;
};

struct record {
    const char *name; /* NULL: no more */
    struct stamp stamp;
    const char *fields[ARTICLE_FIELDS];
};

static void next_record(struct cursor *cursor, struct record *record)
{
    record->name = take(cursor);
    bool whole = record->name != NULL &&
                 (size_t)(cursor->end - cursor->at) >= sizeof record->stamp;
    if (whole) {
        memcpy(&record->stamp, cursor->at, sizeof record->stamp);
        cursor->at += sizeof record->stamp;
    }
    for (size_t i = 0; i < ARTICLE_FIELDS; i++)
        record->fields[i] = take(cursor);
    if (!whole || record->fields[ARTICLE_FIELDS - 1] == NULL)
        record->name = NULL;
}

static char *cache_path(const char *cache_folder, const char *real)
{
    char *name = xasprintf("catalogue-%016" PRIx64, hash_checksum(real, strlen(real)));
    char *path = file_join(cache_folder, name);
    free(name);
    return path;
}

/* Leaves the cursor at the first record, or at nothing where there is no cache that can be used. */
static struct cursor open_cache(const char *path, const char *real, struct buffer *bytes)
{
    struct cursor none = { NULL, NULL };
    if (!file_read(path, CACHE_LIMIT, bytes, NULL) || bytes->length < HEAD_LENGTH ||
        memcmp(bytes->data, MAGIC, sizeof MAGIC - 1) != 0)
        return none;
    struct cursor cursor = { bytes->data + HEAD_LENGTH, bytes->data + bytes->length };
    char sum[17];
    snprintf(sum, sizeof sum, "%016" PRIx64,
             hash_checksum(cursor.at, (size_t)(cursor.end - cursor.at)));
    if (memcmp(sum, bytes->data + sizeof MAGIC - 1, 16) != 0)
        return none;
    const char *folder = take(&cursor);
    return folder != NULL && strcmp(folder, real) == 0 ? cursor : none;
}

static struct stamp make_stamp(const struct walk_file *file)
{
    return (struct stamp){ file->size, file->mtime, file->inode };
}

static void add_string(struct buffer *out, const char *text)
{
    buffer_add(out, text, strlen(text) + 1);
}

struct catalogue_reading {
    struct catalogue catalogue;
    const struct roster *roster;   /* borrowed, as is the conversion */
    struct conversion *conversion;
    char *real; /* the folder; NULL, as is the path: nothing is cached */
    char *path; /* of the cache */
    struct cursor cursor;
    struct record record; /* the next of the cache that no name has passed */
    size_t next;          /* the files before it are known */
    bool same;            /* the cache says all that is known so far, and nothing else */
};

static void add_record(struct buffer *out, const struct record *record)
{
    add_string(out, record->name);
    buffer_add(out, (const char *)&record->stamp, sizeof record->stamp);
    for (size_t i = 0; i < ARTICLE_FIELDS; i++)
        add_string(out, record->fields[i]);
}

/* What is known; of the files that were not looked at, what the cache said before. */
static void add_records(struct buffer *out, struct catalogue_reading *reading)
{
    const struct roster *roster = reading->roster;
    int64_t limit = file_now() - CATALOGUE_RACY;
    for (size_t i = 0; i < reading->next; i++) {
        const struct walk_file *file = &roster->files.items[roster->order[i]];
        struct article *article = &reading->catalogue.articles[i];
        struct record record = { .name = roster_name(roster, i), .stamp = make_stamp(file) };
        if (file->mtime >= limit || article->put_off || article->passing)
            record.stamp.size = -1; /* never holds */
        for (size_t field = 0; field < ARTICLE_FIELDS; field++)
            record.fields[field] = *article_field(article, field);
        add_record(out, &record);
    }
    if (reading->next == roster->count)
        return;
    for (; reading->record.name != NULL; next_record(&reading->cursor, &reading->record))
        add_record(out, &reading->record);
}

static void write_cache(struct catalogue_reading *reading)
{
    struct buffer out = { 0 };
    buffer_add_format(&out, "%s%016d\n", MAGIC, 0);
    add_string(&out, reading->real);
    add_records(&out, reading);
    char sum[17];
    snprintf(sum, sizeof sum, "%016" PRIx64,
             hash_checksum(out.data + HEAD_LENGTH, out.length - HEAD_LENGTH));
    memcpy(out.data + sizeof MAGIC - 1, sum, 16);
    const char *path = reading->path;
    char *folder = xstrndup(path, (size_t)(file_base_name(path) - path));
    if (file_make_folders(folder, NULL))
        (void)file_write(path, out.data, out.length, NULL);
    free(folder);
    buffer_free(&out);
}

/* Fills in article `i` from the record if it holds, else from the file. */
static void load_one(struct catalogue *catalogue, const struct roster *roster, size_t i,
                     const struct record *record, struct conversion *conversion)
{
    struct article *article = &catalogue->articles[i];
    if (record != NULL) {
        for (size_t field = 0; field < ARTICLE_FIELDS; field++)
            *article_field(article, field) = record->fields[field];
    } else {
        struct article *fresh = article_read(conversion, roster->paths[i], roster->ids[i], NULL);
        if (fresh == NULL)
            fresh = article_unread(roster->paths[i], roster->ids[i]);
        catalogue->owned[i] = fresh;
        *article = *fresh;
        catalogue->read++;
    }
    article->id = roster->ids[i];
    article->path = roster->paths[i];
}

/* Nearly always the two are the same. */
static int compare(const char *name, const char *record)
{
    return strcmp(name, record) == 0 ? 0 : roster_compare(name, record);
}

struct catalogue_reading *catalogue_begin(const char *folder, const struct roster *roster,
                                          const char *cache_folder, struct conversion *conversion)
{
    struct catalogue_reading *reading = xcalloc(1, sizeof *reading);
    struct catalogue *catalogue = &reading->catalogue;
    reading->roster = roster;
    reading->conversion = conversion;
    catalogue->count = roster->count;
    catalogue->articles = xcalloc(roster->count + 1, sizeof *catalogue->articles);
    catalogue->owned = xcalloc(roster->count + 1, sizeof *catalogue->owned);
    reading->real = cache_folder != NULL ? realpath(folder, NULL) : NULL;
    if (reading->real != NULL) {
        reading->path = cache_path(cache_folder, reading->real);
        reading->cursor = open_cache(reading->path, reading->real, &catalogue->cached);
    }
    reading->same = true;
    next_record(&reading->cursor, &reading->record);
    return reading;
}

/* Names and records stand in the same order: one pass over both. */
static void read_next(struct catalogue_reading *reading)
{
    struct record *record = &reading->record;
    size_t i = reading->next++;
    const struct roster *roster = reading->roster;
    struct stamp stamp = make_stamp(&roster->files.items[roster->order[i]]);
    const char *name = roster_name(roster, i);
    int order = -1;
    while (record->name != NULL && (order = compare(name, record->name)) > 0) {
        reading->same = false;
        next_record(&reading->cursor, record);
    }
    bool found = record->name != NULL && order == 0;
    bool holds = found && memcmp(&stamp, &record->stamp, sizeof stamp) == 0;
    load_one(&reading->catalogue, roster, i, holds ? record : NULL, reading->conversion);
    reading->same = reading->same && holds;
    if (found)
        next_record(&reading->cursor, record);
}

bool catalogue_read(struct catalogue_reading *reading, size_t most, size_t *done)
{
    const struct catalogue *catalogue = &reading->catalogue;
    size_t read = catalogue->read;
    while (reading->next < catalogue->count && catalogue->read - read < most)
        read_next(reading);
    if (done != NULL)
        *done = reading->next;
    return reading->next == catalogue->count;
}

void catalogue_end(struct catalogue_reading *reading, struct catalogue *catalogue)
{
    if (reading == NULL)
        return;
    bool all = reading->next == reading->catalogue.count;
    if (reading->path != NULL && (!reading->same || (all && reading->record.name != NULL)))
        write_cache(reading);
    if (catalogue != NULL)
        *catalogue = reading->catalogue;
    else
        catalogue_free(&reading->catalogue);
    free(reading->path);
    free(reading->real);
    free(reading);
}

void catalogue_free(struct catalogue *catalogue)
{
    for (size_t i = 0; catalogue->owned != NULL && i < catalogue->count; i++)
        article_free(catalogue->owned[i]);
    free(catalogue->owned);
    free(catalogue->articles);
    buffer_free(&catalogue->cached);
    *catalogue = (struct catalogue){ 0 };
}
