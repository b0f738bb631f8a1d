#include "dictionary/dictionary_import.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "dictionary/cedict.h"
#include "dictionary/dictionary_builder.h"
#include "base/gzip.h"
#include "dictionary/stardict.h"

#define NAME_MOST ((size_t)60)

char *import_name(const char *path)
{
    const char *base = file_base_name(path);
    size_t length = strcspn(base, ".");
    if (length == strlen("cedict") || (length > strlen("cedict") && base[6] == '_')) {
        if (strncmp(base, "cedict", 6) == 0)
            length = 6;
    }
    char *name = xstrndup(base, length < NAME_MOST ? length : NAME_MOST);
    for (char *at = name; *at != '\0'; at++) {
        bool plain = (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') ||
                     (*at >= '0' && *at <= '9') || (*at == '_' && at > name);
        if (!plain)
            *at = '-';
    }
    /* A name that is all hyphens, or begins with one, could not be typed. */
    size_t hyphens = strspn(name, "-");
    memmove(name, name + hyphens, strlen(name) - hyphens + 1);
    if (name[0] != '\0')
        return name;
    free(name);
    return xstrdup("dictionary");
}

/* PATH's stem with the first of the endings that there is a file of, unpacked. */
static bool read_part(const char *path, const char *const endings[2], struct buffer *out,
                      struct import_report *report, struct error *error)
{
    size_t stem = strlen(path) - strlen(".ifo");
    char *part = xasprintf("%.*s%s", (int)stem, path, endings[0]);
    if (!file_exists(part)) {
        char *packed = xasprintf("%.*s%s", (int)stem, path, endings[1]);
        if (file_exists(packed)) {
            free(part);
            part = packed;
        } else {
            free(packed);
        }
    }
    bool whole;
    bool ok = gunzip_file(part, IMPORT_LIMIT, out, &whole, error);
    report->cut = report->cut || (ok && !whole);
    free(part);
    return ok;
}

static bool read_stardict(const char *path, const struct buffer *info,
                          struct dictionary_builder *builder, struct import_report *report,
                          struct error *error)
{
    static const char *const index_endings[2] = { ".idx", ".idx.gz" };
    static const char *const data_endings[2] = { ".dict", ".dict.dz" };
    struct buffer index = { 0 };
    struct buffer data = { 0 };
    bool ok = read_part(path, index_endings, &index, report, error) &&
              read_part(path, data_endings, &data, report, error);
    if (ok) {
        struct stardict files = { buffer_text(info), info->length,       buffer_text(&index),
                                  index.length,      buffer_text(&data), data.length };
        ok = stardict_read(&files, path, builder, report, error);
    }
    buffer_free(&index);
    buffer_free(&data);
    return ok;
}

static bool has_ending(const char *path, const char *ending)
{
    size_t length = strlen(path);
    size_t size = strlen(ending);
    return length > size && strcmp(path + length - size, ending) == 0;
}

/* A part of a StarDict dictionary that is not the one to name. */
static bool is_part(const char *path)
{
    static const char *const endings[] = { ".idx", ".idx.gz", ".dict", ".dict.dz", ".syn" };
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (has_ending(path, endings[i]))
            return true;
    }
    return false;
}

static bool read_source(const char *path, struct dictionary_builder *builder,
                        struct import_report *report, struct error *error)
{
    struct buffer bytes = { 0 };
    bool whole = true;
    if (file_is_folder(path) || is_part(path)) {
        error_set(error, "%s: %s", path,
                  file_is_folder(path) ? "is a folder; name the dictionary's file"
                                       : "is a part of a dictionary; name its .ifo");
        return false;
    }
    bool ok = gunzip_file(path, IMPORT_LIMIT, &bytes, &whole, error);
    if (ok && has_ending(path, ".ifo")) {
        ok = read_stardict(path, &bytes, builder, report, error);
    } else if (ok) {
        report->cut = !whole;
        cedict_read(buffer_text(&bytes), bytes.length, builder, report);
    }
    buffer_free(&bytes);
    return ok;
}

bool import_file(const char *path, const char *target, struct import_report *report,
                 struct error *error)
{
    struct dictionary_builder *builder = dictionary_builder_new();
    *report = (struct import_report){ 0 };
    bool ok = read_source(path, builder, report, error);
    if (ok && dictionary_builder_count(builder) == 0) {
        error_set(error,
                  "%s: has no entry of a dictionary: it is neither CEDICT's text nor "
                  "StarDict's .ifo",
                  path);
        ok = false;
    }
    ok = ok && dictionary_builder_write(builder, target, error);
    dictionary_builder_free(builder);
    return ok;
}
