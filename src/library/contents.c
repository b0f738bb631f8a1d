#include "library/contents.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/sha256.h"
#include "base/string_ids.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "doc/conversion.h"
#include "doc/reader.h"
#include "library/catalogue.h"
#include "text/fold.h"

/* The cache: a line of magic, then "DIGEST SIZE MTIME INODE NAME" a file. It is read on trust: at the
 * worst a text is taken for one that it is not, and told so. */
#define MAGIC "diptych contents 1." READING_VERSION "\n"
#define CACHE_LIMIT ((size_t)1 << 28)

struct content {
    struct content_digest digest;
    struct file_stamp stamp;
    bool blank; /* has no text */
    char *name;
    char *id;
};

struct contents {
    char *folder;
    char *path; /* of the cache, NULL none */
    struct conversion *conversion; /* borrowed */
    struct content *items;
    size_t count;
    size_t capacity;
    struct string_ids digests; /* of the items that are not blank */
    size_t *firsts; /* the first item of each */
    size_t firsts_capacity;
};

bool contents_digest(const struct document *document, struct content_digest *digest)
{
    struct fold fold = { 0 };
    unsigned char sum[SHA256_SIZE];
    size_t kept = 0;
    fold_text(document->text, document->length, FOLD_SPACE, &fold);
    for (size_t i = 0; i < fold.length; i++) {
        if (fold.text[i] != ' ' && fold.text[i] != '\n')
            fold.text[kept++] = fold.text[i];
    }
    sha256(fold.text, kept, sum);
    memcpy(digest->bytes, sum, sizeof digest->bytes);
    fold_free(&fold);
    return kept > 0;
}

/* ---- the table ---- */

static void push(struct contents *contents, const struct content *content)
{
    size_t known = contents->digests.count;
    VECTOR_PUSH(contents, *content);
    if (content->blank || string_ids_add(&contents->digests, content->digest.bytes,
                                         sizeof content->digest.bytes) < known)
        return;
    contents->firsts = vector_grow(contents->firsts, &contents->firsts_capacity, known + 1,
                                   sizeof *contents->firsts);
    contents->firsts[known] = contents->count - 1;
}

const char *contents_find(const struct contents *contents, const struct content_digest *digest)
{
    uint32_t number = string_ids_find(&contents->digests, digest->bytes, sizeof digest->bytes);
    return number != STRING_IDS_NONE ? contents->items[contents->firsts[number]].id : NULL;
}

void contents_add(struct contents *contents, const struct content_digest *digest, const char *name,
                  const char *id)
{
    char *path = file_join(contents->folder, name);
    struct content content = { .digest = *digest, .stamp = file_stamp(path) };
    free(path);
    content.name = xstrdup(name);
    content.id = xstrdup(id);
    push(contents, &content);
}

static bool knows_name(const struct contents *contents, const char *name)
{
    for (size_t i = 0; i < contents->count; i++) {
        if (strcmp(contents->items[i].name, name) == 0)
            return true;
    }
    return false;
}

static void read_file(struct conversion *conversion, const char *path, struct content *content)
{
    struct document *document = reader_open(conversion, path, NULL);
    content->blank = document == NULL || !contents_digest(document, &content->digest);
    document_free(document);
}

bool contents_look(struct contents *contents, const char *name, const char *id)
{
    char *path = file_join(contents->folder, name);
    struct content content = { .stamp = file_stamp(path) };
    bool strange = file_exists(path) && !knows_name(contents, name);
    if (strange) {
        read_file(contents->conversion, path, &content);
        content.name = xstrdup(name);
        content.id = xstrdup(id);
        push(contents, &content);
    }
    free(path);
    return strange;
}

/* ---- the cache ---- */

static bool read_digest(const char *text, struct content_digest *digest)
{
    for (size_t i = 0; i < CONTENT_DIGEST_SIZE; i++) {
        char pair[3] = { text[2 * i], text[2 * i + 1], '\0' };
        char *end;
        digest->bytes[i] = (unsigned char)strtoul(pair, &end, 16);
        if (end != pair + 2)
            return false;
    }
    return true;
}

/* The record of one line, which is NUL-terminated. */
static bool read_record(char *line, struct content *record)
{
    char *at = line + 2 * CONTENT_DIGEST_SIZE;
    if (strlen(line) <= 2 * CONTENT_DIGEST_SIZE || !read_digest(line, &record->digest))
        return false;
    record->stamp.size = strtoll(at, &at, 10);
    record->stamp.mtime = strtoll(at, &at, 10);
    record->stamp.inode = strtoull(at, &at, 10);
    record->name = at + 1;
    return *at == ' ';
}

static int compare_records(const void *a, const void *b)
{
    return strcmp(((const struct content *)a)->name, ((const struct content *)b)->name);
}

/* The records point into `bytes`. */
static size_t read_cache(const char *path, struct buffer *bytes, struct content **records)
{
    size_t count = 0, capacity = 0;
    *records = NULL;
    if (path == NULL || !file_read(path, CACHE_LIMIT, bytes, NULL) ||
        strncmp(buffer_text(bytes), MAGIC, strlen(MAGIC)) != 0)
        return 0;
    for (char *at = bytes->data + strlen(MAGIC), *next; *at != '\0'; at = next) {
        struct content record = { .blank = false };
        next = at + strcspn(at, "\n");
        if (*next == '\n')
            *next++ = '\0';
        if (!read_record(at, &record))
            continue;
        *records = vector_grow(*records, &capacity, count + 1, sizeof **records);
        (*records)[count++] = record;
    }
    if (count > 1)
        qsort(*records, count, sizeof **records, compare_records);
    return count;
}

void contents_save(const struct contents *contents)
{
    struct buffer out = { 0 };
    if (contents->path == NULL)
        return;
    buffer_add_text(&out, MAGIC);
    int64_t limit = file_now() - CATALOGUE_RACY;
    for (size_t i = 0; i < contents->count; i++) {
        const struct content *content = &contents->items[i];
        if (content->blank || content->stamp.mtime > limit || strchr(content->name, '\n') != NULL)
            continue;
        for (size_t k = 0; k < CONTENT_DIGEST_SIZE; k++)
            buffer_add_format(&out, "%02x", (unsigned)content->digest.bytes[k]);
        buffer_add_format(&out, " %" PRId64 " %" PRId64 " %" PRIu64 " %s\n", content->stamp.size,
                          content->stamp.mtime, content->stamp.inode, content->name);
    }
    (void)file_write(contents->path, out.data, out.length, NULL);
    buffer_free(&out);
}

/* ---- reading ---- */

static void set_path(struct contents *contents, const char *cache_folder)
{
    char *real = cache_folder != NULL ? realpath(contents->folder, NULL) : NULL;
    if (real != NULL && file_make_folders(cache_folder, NULL)) {
        char *name = xasprintf("contents-%016" PRIx64, hash_checksum(real, strlen(real)));
        contents->path = file_join(cache_folder, name);
        free(name);
    }
    free(real);
}

struct contents *contents_read(const char *folder, const struct roster *roster,
                               const char *cache_folder, struct conversion *conversion,
                               bool (*go_on)(void *data, size_t done, size_t count), void *data)
{
    struct contents *contents = xcalloc(1, sizeof *contents);
    struct buffer bytes = { 0 };
    struct content *records;
    bool stopped = false;
    contents->folder = xstrdup(folder);
    contents->conversion = conversion;
    set_path(contents, cache_folder);
    size_t known = read_cache(contents->path, &bytes, &records);
    for (size_t i = 0; i < roster->count && !stopped; i++) {
        const struct walk_file *file = &roster->files.items[roster->order[i]];
        struct content content = { .stamp = { file->size, file->mtime, file->inode },
                                   .name = xstrdup(roster_name(roster, i)),
                                   .id = xstrdup(roster->ids[i]) };
        const struct content *record =
            known > 0 ? bsearch(&content, records, known, sizeof *records, compare_records) : NULL;
        if (record != NULL && file_stamp_equal(&record->stamp, &content.stamp)) {
            content.digest = record->digest;
        } else {
            read_file(conversion, roster->paths[i], &content);
            stopped = go_on != NULL && !go_on(data, i, roster->count);
        }
        push(contents, &content);
    }
    free(records);
    buffer_free(&bytes);
    contents_save(contents);
    if (!stopped)
        return contents;
    contents_free(contents);
    return NULL;
}

void contents_free(struct contents *contents)
{
    for (size_t i = 0; contents != NULL && i < contents->count; i++) {
        free(contents->items[i].name);
        free(contents->items[i].id);
    }
    if (contents != NULL) {
        free(contents->items);
        string_ids_free(&contents->digests);
        free(contents->firsts);
        free(contents->folder);
        free(contents->path);
    }
    free(contents);
}
