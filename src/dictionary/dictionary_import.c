#include "dictionary/dictionary_import.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "dictionary/cedict.h"
#include "dictionary/dictd.h"
#include "dictionary/dictionary.h"
#include "dictionary/dictionary_builder.h"
#include "dictionary/ecdict.h"
#include "doc/conversion.h"
#include "doc/file_kind.h"
#include "base/gzip.h"
#include "dictionary/stardict.h"

#define NAME_MOST ((size_t)60)

char *dictionary_import_name(const char *path)
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

/* The end of `path` that tells which part of a dictionary of several files it is; NULL when it is none. */
static const char *part_ending(const char *path)
{
    static const char *const endings[] = { ".ifo",     ".idx",  ".idx.gz", ".syn", ".syn.gz",
                                           ".syn.dz",  ".index", ".index.gz", ".dict", ".dict.dz" };
    size_t length = strlen(path);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t size = strlen(endings[i]);
        if (length > size && strcmp(path + length - size, endings[i]) == 0)
            return path + length - size;
    }
    return NULL;
}

/* The stem's file with the first of the endings (parted by a blank) that there is one of. NULL when
 * there is none; caller frees. */
static char *find_part(const char *path, size_t stem, const char *endings)
{
    while (*endings != '\0') {
        size_t length = strcspn(endings, " ");
        char *part = xasprintf("%.*s%.*s", (int)stem, path, (int)length, endings);
        if (file_exists(part))
            return part;
        free(part);
        endings += length + (endings[length] == ' ');
    }
    return NULL;
}

/* What there is of that part, unpacked. */
static bool read_part(const char *path, size_t stem, const char *endings, struct buffer *out,
                      struct import_report *report, struct error *error)
{
    bool whole;
    char *part = find_part(path, stem, endings);
    if (part == NULL) { /* the sentence names the first */
        part = xasprintf("%.*s%.*s", (int)stem, path, (int)strcspn(endings, " "), endings);
    }
    bool ok = gzip_read_file(part, IMPORT_LIMIT, out, &whole, error);
    report->cut = report->cut || (ok && !whole);
    free(part);
    return ok;
}

static bool read_stardict(const char *path, size_t stem, struct dictionary_builder *builder,
                          struct import_report *report, struct error *error)
{
    struct buffer info = { 0 }, index = { 0 }, data = { 0 }, synonyms = { 0 };
    static const char synonym_endings[] = ".syn .syn.gz .syn.dz";
    char *others = find_part(path, stem, synonym_endings);
    bool ok = read_part(path, stem, ".ifo", &info, report, error) &&
              read_part(path, stem, ".idx .idx.gz", &index, report, error) &&
              read_part(path, stem, ".dict .dict.dz", &data, report, error) &&
              (others == NULL || read_part(path, stem, synonym_endings, &synonyms, report, error));
    if (ok) {
        struct stardict files = {
            buffer_text(&info), info.length, buffer_text(&index),    index.length,
            buffer_text(&data), data.length, buffer_text(&synonyms), synonyms.length,
        };
        ok = stardict_read(&files, path, builder, report, error);
    }
    free(others);
    buffer_free(&info);
    buffer_free(&index);
    buffer_free(&data);
    buffer_free(&synonyms);
    return ok;
}

/* "freedict-eng-zho" tells what it is in, with codes of three letters (ISO 639-3). */
static void guess_languages(const char *path, size_t stem, struct dictionary_builder *builder)
{
    static const char codes[] = "eng en zho zh cmn zh deu de fra fr spa es ita it jpn ja rus ru kor ko "
                                "por pt nld nl swe sv pol pl tur tr ara ar ";
    char pair[8] = "";
    if (stem < 7 || path[stem - 4] != '-')
        return;
    for (size_t at = stem - 7; at < stem; at += 4) {
        char code[5];
        snprintf(code, sizeof code, "%.3s ", path + at);
        const char *known = strstr(codes, code);
        if (known == NULL)
            return;
        snprintf(pair + strlen(pair), sizeof pair - strlen(pair), "%s%.2s", at > stem - 7 ? "-" : "",
                 known + 4);
    }
    (void)dictionary_builder_languages(builder, pair);
}

static bool read_dictd(const char *path, size_t stem, struct dictionary_builder *builder,
                       struct import_report *report, struct error *error)
{
    struct buffer index = { 0 }, data = { 0 };
    bool ok = read_part(path, stem, ".index .index.gz", &index, report, error) &&
              read_part(path, stem, ".dict .dict.dz", &data, report, error);
    if (ok)
        dictd_read(buffer_text(&index), index.length, buffer_text(&data), data.length, builder,
                   report);
    guess_languages(path, stem, builder);
    buffer_free(&index);
    buffer_free(&data);
    return ok;
}

/* Any file of a dictionary of several will do. */
static bool read_parts(const char *path, const char *ending, struct dictionary_builder *builder,
                       struct import_report *report, struct error *error)
{
    size_t stem = (size_t)(ending - path);
    char *info = find_part(path, stem, ".ifo");
    char *index = find_part(path, stem, ".index .index.gz");
    bool ok = info != NULL    ? read_stardict(path, stem, builder, report, error)
              : index != NULL ? read_dictd(path, stem, builder, report, error)
                              : false;
    if (info == NULL && index == NULL)
        error_set(error, "%s: is a part of a dictionary; its .ifo or .index is not beside it", path);
    free(info);
    free(index);
    return ok;
}

/* The file's bytes, unpacked: gzip here, all else by the converter. */
static bool read_packed(const struct import_task *task, struct buffer *out, bool *whole,
                        struct error *error)
{
    struct buffer bytes = { 0 };
    bool ok = gzip_read_file(task->path, IMPORT_LIMIT, &bytes, whole, error);
    enum file_kind kind = ok ? file_kind_of(buffer_text(&bytes), bytes.length, NULL) : FILE_TEXT;
    if (kind != FILE_ZIP && kind != FILE_PACKED) {
        *out = bytes;
        return ok;
    }
    struct conversion_task unpacking = {
        .path = task->path, .bytes = buffer_text(&bytes), .length = bytes.length
    };
    ok = conversion_unpack(task->conversion, &unpacking, out, error);
    buffer_free(&bytes);
    return ok;
}

static bool read_source(const struct import_task *task, struct dictionary_builder *builder,
                        struct import_report *report, struct error *error)
{
    struct buffer bytes = { 0 };
    bool whole = true;
    const char *ending = part_ending(task->path);
    if (file_is_folder(task->path)) {
        error_set(error, "%s: is a folder; name the dictionary's file", task->path);
        return false;
    }
    if (ending != NULL)
        return read_parts(task->path, ending, builder, report, error);
    bool ok = read_packed(task, &bytes, &whole, error);
    report->cut = ok && !whole;
    if (ok && ecdict_is(buffer_text(&bytes), bytes.length))
        ecdict_read(buffer_text(&bytes), bytes.length, builder, report);
    else if (ok)
        cedict_read(buffer_text(&bytes), bytes.length, builder, report);
    buffer_free(&bytes);
    return ok;
}

/* Whether the dictionary may take the place of one that is there. */
static bool may_replace(const struct import_task *task, size_t entries, struct error *error)
{
    struct dictionary *there = file_exists(task->target) ? dictionary_open(task->target, NULL) : NULL;
    size_t before = there != NULL ? dictionary_count(there) : 0;
    dictionary_close(there);
    return entries >= before || task->shrink == NULL ||
           task->shrink(task->context, before, entries, error);
}

bool dictionary_import_run(const struct import_task *task, struct import_report *report,
                           struct error *error)
{
    struct dictionary_builder *builder = dictionary_builder_new();
    *report = (struct import_report){ .watch = task->watch };
    bool ok = read_source(task, builder, report, error);
    size_t count = dictionary_builder_count(builder);
    if (ok && report->stopped) {
        error_set(error, "%s: was stopped; nothing was added", task->path);
        ok = false;
    }
    if (ok && count == 0) {
        error_set(error,
                  "%s: has no entry of a dictionary: it is neither CEDICT's text nor ECDICT's "
                  "CSV, StarDict's .ifo nor dictd's .index",
                  task->path);
        ok = false;
    }
    if (ok && task->languages != NULL && !dictionary_builder_languages(builder, task->languages)) {
        error_set(error, "%s: is no pair of languages, such as zh-en", task->languages);
        ok = false;
    }
    ok = ok && may_replace(task, count, error) &&
         dictionary_builder_write(builder, task->target, error);
    dictionary_builder_free(builder);
    return ok;
}

bool dictionary_import_file(const char *path, const char *target, struct import_report *report,
                            struct error *error)
{
    struct import_task task = { .path = path, .target = target };
    return dictionary_import_run(&task, report, error);
}
