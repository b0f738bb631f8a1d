#include "convert/package.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "convert/convert.h"
#include "doc/file_kind.h"

#define CHUNK ((size_t)64 << 10)

/* Adds the current member's bytes; `most` is for `out` as a whole. */
static bool read_member(struct archive *archive, struct buffer *out, size_t most,
                        struct error *error)
{
    for (;;) {
        buffer_reserve(out, CHUNK);
        la_ssize_t got = archive_read_data(archive, out->data + out->length, CHUNK);
        if (got == ARCHIVE_RETRY)
            continue;
        if (got < 0) {
            error_set(error, "it is damaged, or breaks off");
            return false;
        }
        if (got == 0)
            return true;
        out->length += (size_t)got;
        out->data[out->length] = '\0';
        if (out->length > most) {
            error_set(error, "it unpacks to more than %zu MB", CONVERT_MOST >> 20);
            return false;
        }
    }
}

bool package_unpack(const char *bytes, size_t length, struct buffer *out, struct error *error)
{
    struct archive *archive = archive_read_new();
    struct archive_entry *entry;
    archive_read_support_filter_gzip(archive);
    archive_read_support_filter_xz(archive);
    archive_read_support_filter_bzip2(archive);
    archive_read_support_filter_zstd(archive);
    archive_read_support_format_raw(archive);
    archive_read_support_format_empty(archive);
    bool ok = archive_read_open_memory(archive, bytes, length) == ARCHIVE_OK;
    int status = ok ? archive_read_next_header(archive, &entry) : ARCHIVE_FATAL;
    if (status == ARCHIVE_OK || status == ARCHIVE_WARN) {
        ok = read_member(archive, out, CONVERT_MOST, error);
    } else if (status != ARCHIVE_EOF) {
        error_set(error, "it is damaged, or breaks off");
        ok = false;
    }
    archive_read_free(archive);
    return ok;
}

static const char *name_of(struct archive_entry *entry)
{
    const char *name = archive_entry_pathname_utf8(entry);
    if (name == NULL)
        name = archive_entry_pathname(entry);
    while (name != NULL && strncmp(name, "./", 2) == 0)
        name += 2;
    return name;
}

static bool may_be_text(const char *name)
{
    return !file_kind_ends(name, " .jpg .jpeg .png .gif .svg .webp .bmp .tif .tiff .emf .wmf .ttf .otf "
                                 ".woff .woff2 .css .js .mp3 .mp4 .m4a .ogg .wav .avif .bin .jxl ");
}

static int compare_files(const void *a, const void *b)
{
    const struct package_file *left = a;
    const struct package_file *right = b;
    return strcmp(left->name, right->name);
}

static bool read_members(struct archive *archive, struct package *package, struct error *error)
{
    struct archive_entry *entry;
    size_t room = CONVERT_MOST;
    unsigned seen = 0;
    for (;;) {
        int status = archive_read_next_header(archive, &entry);
        if (status == ARCHIVE_EOF)
            return true;
        if ((status != ARCHIVE_OK && status != ARCHIVE_WARN) || seen++ >= PACKAGE_FILES) {
            error_set(error, seen > PACKAGE_FILES ? "more files are in it than in any book"
                                                  : "it is damaged, or breaks off");
            return false;
        }
        const char *name = name_of(entry);
        bool link = archive_entry_symlink(entry) != NULL || archive_entry_hardlink(entry) != NULL;
        if (name == NULL || link || !S_ISREG(archive_entry_filetype(entry)) || !may_be_text(name))
            continue;
        struct buffer member = { 0 };
        char *copy = xstrdup(name);
        if (archive_entry_is_data_encrypted(entry) || !read_member(archive, &member, room, error)) {
            if (error->text[0] == '\0')
                error_set(error, "it is encrypted");
            free(copy);
            buffer_free(&member);
            return false;
        }
        room -= member.length;
        size_t length = member.length;
        buffer_reserve(&member, 0);
        VECTOR_PUSH(package, (struct package_file){ copy, buffer_take(&member), length });
    }
}

bool package_open(const char *bytes, size_t length, struct package *package, struct error *error)
{
    struct error why = { "" };
    struct archive *archive = archive_read_new();
    *package = (struct package){ 0 };
    archive_read_support_format_zip(archive);
    bool ok = archive_read_open_memory(archive, bytes, length) == ARCHIVE_OK;
    if (!ok)
        error_set(&why, "it is damaged, or breaks off");
    ok = ok && read_members(archive, package, &why);
    archive_read_free(archive);
    if (ok && package->count > 0)
        qsort(package->items, package->count, sizeof *package->items, compare_files);
    if (!ok) {
        error_set(error, "%s", why.text);
        package_free(package);
    }
    return ok;
}

void package_free(struct package *package)
{
    for (size_t i = 0; i < package->count; i++) {
        free(package->items[i].name);
        free(package->items[i].bytes);
    }
    free(package->items);
    *package = (struct package){ 0 };
}

const struct package_file *package_find(const struct package *package, const char *name)
{
    struct package_file key = { .name = NULL };
    key.name = xstrdup(name);
    const struct package_file *found =
        package->count > 0 ? bsearch(&key, package->items, package->count, sizeof *package->items,
                                     compare_files)
                           : NULL;
    free(key.name);
    for (size_t i = 0; found == NULL && i < package->count; i++) {
        if (strcasecmp(package->items[i].name, name) == 0)
            found = &package->items[i];
    }
    return found;
}
