#include "dictionary/stardict.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/message.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "dictionary/definition_markup.h"
#include "dictionary/gloss_lines.h"
#include "text/ascii.h"
#include "text/sanitize.h"

#define MAGIC "StarDict's dict ifo file"
#define HEADWORD_MOST ((size_t)255)
#define DEFINITION_MOST ((size_t)1 << 20)
#define TYPES_MOST 16

#define NOT_MADE SIZE_MAX

struct made {
    size_t *items;
    size_t count;
    size_t capacity;
};

struct reading {
    const struct stardict *files;
    char types[TYPES_MOST + 1]; /* sametypesequence, "" when each field tells its own */
    size_t offset_size;         /* 4 or 8 */
    struct buffer text;         /* the definition's texts, a line a gloss */
    struct buffer glosses;      /* the same, clean, between slashes */
    struct buffer headword;
    struct made made; /* of each entry of the index, what the builder calls it */
    struct sanitize_counts counts;
};

static bool is_info(const char *bytes, size_t length)
{
    size_t skipped = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    size_t size = strlen(MAGIC);
    return length - skipped >= size && memcmp(bytes + skipped, MAGIC, size) == 0;
}

/* The value of `key` in the .ifo, a fresh string; NULL when it is not there. */
static char *info_value(const struct stardict *files, const char *key)
{
    size_t size = strlen(key);
    const char *end = files->info + files->info_length;
    for (const char *at = files->info; at < end;) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        const char *stop = newline != NULL ? newline : end;
        size_t length = (size_t)(stop - at);
        while (length > 0 && (at[length - 1] == '\r' || at[length - 1] == ' '))
            length--;
        if (length > size && memcmp(at, key, size) == 0 && at[size] == '=')
            return xstrndup(at + size + 1, length - size - 1);
        at = newline != NULL ? newline + 1 : end;
    }
    return NULL;
}

static bool read_info(struct reading *reading, const char *name, struct error *error)
{
    const char *fault = NULL;
    char *version = info_value(reading->files, "version");
    char *types = info_value(reading->files, "sametypesequence");
    char *bits = info_value(reading->files, "idxoffsetbits");
    bool known =
        version != NULL && (strcmp(version, "2.4.2") == 0 || strcmp(version, "3.0.0") == 0);
    if (!is_info(reading->files->info, reading->files->info_length))
        fault = _("is no StarDict dictionary");
    else if (!known)
        fault = _("is of a version of StarDict that is not known (2.4.2 and 3.0.0 are)");
    else if (types != NULL && strlen(types) > TYPES_MOST)
        fault = _("has a sametypesequence that is too long");
    else if (bits != NULL && strcmp(bits, "32") != 0 && strcmp(bits, "64") != 0)
        fault = _("has idxoffsetbits that are neither 32 nor 64");
    if (fault != NULL)
        error_set(error, "%s: %s", name, fault);
    else
        strcpy(reading->types, types != NULL ? types : "");
    reading->offset_size = bits != NULL && strcmp(bits, "64") == 0 ? 8 : 4;
    free(version);
    free(types);
    free(bits);
    return fault == NULL;
}

/* A number in network byte order. */
static uint64_t number(const char *bytes, size_t size)
{
    uint64_t value = 0;
    for (size_t i = 0; i < size; i++)
        value = value << 8 | (unsigned char)bytes[i];
    return value;
}

/* Texts of these types are taken: with a size before them, or a NUL behind, go all others. */
static void add_field(struct reading *reading, char type, const char *text, size_t length)
{
    if (strchr("mltywn", type) != NULL)
        buffer_add(&reading->text, text, length);
    else if (strchr("ghkx", type) != NULL)
        definition_markup_strip(&reading->text, text, length);
    buffer_add_byte(&reading->text, '\n');
}

/* One field of a definition; returns what it takes, more than `length` when it is broken. The last
 * of a sametypesequence has neither size nor NUL. */
static size_t read_field(struct reading *reading, char type, bool last, const char *data,
                         size_t length)
{
    if (last) {
        add_field(reading, type, data, length);
        return length;
    }
    if (ascii_is_capital(type)) {
        if (length < 4)
            return length + 1;
        uint64_t size = number(data, 4);
        return size > length - 4 ? length + 1 : (size_t)size + 4;
    }
    const char *nul = memchr(data, '\0', length);
    if (nul == NULL) {
        add_field(reading, type, data, length);
        return length;
    }
    add_field(reading, type, data, (size_t)(nul - data));
    return (size_t)(nul - data) + 1;
}

/* Gathers the definition's texts; false when its fields do not fit into it. */
static bool read_definition(struct reading *reading, const char *data, size_t length)
{
    buffer_truncate(&reading->text, 0);
    size_t at = 0;
    size_t count = strlen(reading->types);
    for (size_t i = 0; i < count && at < length; i++)
        at += read_field(reading, reading->types[i], i + 1 == count, data + at, length - at);
    while (count == 0 && at < length) {
        char type = data[at++];
        if ((type < 'a' || type > 'z') && !ascii_is_capital(type))
            return false;
        at += read_field(reading, type, false, data + at, length - at);
    }
    return at <= length;
}

/* NULL, or what is wrong with the entry. */
static const char *read_entry(struct reading *reading, const char *word, size_t length,
                              uint64_t offset, uint64_t size)
{
    const struct stardict *files = reading->files;
    if (length == 0 || length > HEADWORD_MOST)
        return length == 0 ? _("has no headword") : _("has too long a headword");
    if (size > files->data_length || offset > files->data_length - size)
        return _("lies beyond the end of the definitions");
    if (size > DEFINITION_MOST)
        return _("is too long");
    if (!read_definition(reading, files->data + offset, (size_t)size))
        return _("is broken");
    buffer_truncate(&reading->glosses, 0);
    gloss_lines_add(buffer_text(&reading->text), reading->text.length, &reading->glosses,
                    &reading->counts);
    buffer_truncate(&reading->headword, 0);
    sanitize_source(word, length, &reading->headword, &reading->counts);
    return reading->glosses.length > 0 ? NULL : _("has no text");
}

static void read_index(struct reading *reading, struct dictionary_builder *builder,
                       struct import_report *report)
{
    const char *at = reading->files->index;
    size_t left = reading->files->index_length;
    size_t numbers = reading->offset_size + 4;
    size_t all = left;
    for (size_t entry = 1; left > 0 && import_goes_on(report, all - left, all); entry++) {
        const char *nul = memchr(at, '\0', left);
        size_t length = nul != NULL ? (size_t)(nul - at) : left;
        if (nul == NULL || left - length - 1 < numbers) {
            report->cut = true;
            break;
        }
        uint64_t offset = number(nul + 1, reading->offset_size);
        uint64_t size = number(nul + 1 + reading->offset_size, 4);
        const char *why = read_entry(reading, at, length, offset, size);
        const char *headword = buffer_text(&reading->headword);
        struct dictionary_entry made = { headword, headword, "", buffer_text(&reading->glosses) };
        size_t index = dictionary_builder_count(builder);
        if (why != NULL)
            import_fault(report, entry, why);
        else
            report->full = !dictionary_builder_add(builder, &made);
        VECTOR_PUSH(&reading->made, why == NULL && !report->full ? index : NOT_MADE);
        at = nul + 1 + numbers;
        left -= length + 1 + numbers;
    }
}

/* A headword, a NUL, the number of an entry of the index; those of entries that were left out, or that
 * there are none of, are passed over. */
static void read_synonyms(struct reading *reading, struct dictionary_builder *builder,
                          struct import_report *report)
{
    const char *at = reading->files->synonyms;
    size_t left = reading->files->synonyms_length;
    size_t all = left;
    while (left > 0 && import_goes_on(report, all - left, all)) {
        const char *nul = memchr(at, '\0', left);
        size_t length = nul != NULL ? (size_t)(nul - at) : left;
        if (nul == NULL || left - length - 1 < 4) {
            report->cut = true;
            break;
        }
        uint64_t entry = number(nul + 1, 4);
        size_t index = entry < reading->made.count ? reading->made.items[entry] : NOT_MADE;
        buffer_truncate(&reading->headword, 0);
        sanitize_source(at, length, &reading->headword, &reading->counts);
        if (index != NOT_MADE && length > 0 && length <= HEADWORD_MOST)
            report->full =
                !dictionary_builder_alias(builder, index, buffer_text(&reading->headword));
        at = nul + 5;
        left -= length + 5;
    }
}

bool stardict_read(const struct stardict *files, const char *name,
                   struct dictionary_builder *builder, struct import_report *report,
                   struct error *error)
{
    struct reading reading = { .files = files };
    report->numbered = true;
    bool ok = read_info(&reading, name, error);
    if (ok) {
        read_index(&reading, builder, report);
        read_synonyms(&reading, builder, report);
    }
    report->ill_formed += reading.counts.ill_formed;
    buffer_free(&reading.text);
    buffer_free(&reading.glosses);
    buffer_free(&reading.headword);
    free(reading.made.items);
    return ok;
}
