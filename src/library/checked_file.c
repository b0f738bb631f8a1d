#include "library/checked_file.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "doc/encoding.h"
#include "doc/file_kind.h"
#include "doc/reader.h"
#include "library/suggest.h"
#include "text/utf8.h"

/* Takes "line 3: why" apart; *line stays as it was when `text` names none. */
static const char *take_reason(const char *text, unsigned *line)
{
    if (strncmp(text, "line ", 5) != 0)
        return text;
    char *rest;
    unsigned long number = strtoul(text + 5, &rest, 10);
    if (strncmp(rest, ": ", 2) != 0)
        return text;
    *line = (unsigned)number;
    return rest + 2;
}

static bool has_control(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[i];
        if ((byte < 0x20 && byte != '\t' && byte != '\r') || byte == 0x7F)
            return true;
    }
    return false;
}

void checked_file_encoding(const char *path, const struct buffer *bytes, struct faults *faults)
{
    unsigned line = 1;
    bool ill_formed = false;
    bool control = false;
    const char *at = buffer_text(bytes);
    const char *end = at + bytes->length;
    for (; at < end && !(ill_formed && control); line++) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        size_t length = (size_t)((newline != NULL ? newline : end) - at);
        if (!ill_formed && !utf8_is_valid(at, length)) {
            faults_add(faults, path, line, "is not UTF-8");
            ill_formed = true;
        }
        if (!control && has_control(at, length)) {
            faults_add(faults, path, line, "has a control character in it");
            control = true;
        }
        at += length + 1;
    }
}

static void add_reading_fault(const char *path, const struct error *error, struct faults *faults)
{
    const char *names[2] = { path, file_base_name(path) };
    const char *text = error->text;
    for (int i = 0; i < 2; i++) {
        size_t prefix = strlen(names[i]);
        if (strncmp(text, names[i], prefix) == 0 && strncmp(text + prefix, ": ", 2) == 0)
            text += prefix + 2;
    }
    faults_add(faults, path, 1, "%s", text);
}

/* Its bytes are no text: faults of encoding and front matter are not the reader's. */
static bool open_converted(struct checked_file *file, struct conversion *conversion,
                           const char *path, struct faults *faults)
{
    struct error error = { "" };
    file->document = reader_open(conversion, path, &error);
    if (file->document != NULL)
        return true;
    add_reading_fault(path, &error, faults);
    checked_file_free(file);
    return false;
}

static bool is_foreign(const struct checked_file *file)
{
    const char *encoding = file->document->encoding;
    return encoding != NULL && strcmp(encoding, "UTF-8") != 0;
}

/* As the room reads it: in another encoding where it is one. */
static void read_text(struct checked_file *file, struct conversion *conversion,
                      struct faults *faults)
{
    struct error ignored = { "" };
    const char *bytes = buffer_text(&file->bytes);
    if (encoding_is_foreign(bytes, file->bytes.length))
        file->document = reader_open(conversion, file->path, &ignored);
    if (file->document != NULL && is_foreign(file)) {
        size_t lost = file->document->repaired.ill_formed;
        if (lost > 0)
            faults_add(faults, file->path, 1, "is read as %s; %zu place%s could not be read",
                       file->document->encoding, lost, lost == 1 ? "" : "s");
        return;
    }
    document_free(file->document);
    file->document = reader_parse(bytes, file->bytes.length, READER_BY_NAME, file->path);
    checked_file_encoding(file->path, &file->bytes, faults);
}

bool checked_file_open(struct checked_file *file, struct conversion *conversion, const char *path,
                       const char *id, struct faults *faults)
{
    struct error error;
    *file = (struct checked_file){ .id = id, .path = xstrdup(path) };
    faults->files++;
    if (!file_read(path, 0, &file->bytes, &error)) {
        add_reading_fault(path, &error, faults);
        checked_file_free(file);
        return false;
    }
    enum file_kind kind = file_kind_of(buffer_text(&file->bytes), file->bytes.length, path);
    if (kind != FILE_TEXT) {
        buffer_truncate(&file->bytes, 0);
        return open_converted(file, conversion, path, faults);
    }
    read_text(file, conversion, faults);
    const struct frontmatter *matter = file->document->frontmatter;
    if (matter->fault != NULL) {
        unsigned line = matter->fault_line;
        const char *reason = take_reason(matter->fault, &line);
        faults_add(faults, path, line, "the front matter: %s", reason);
    }
    return true;
}

void checked_file_free(struct checked_file *file)
{
    document_free(file->document);
    buffer_free(&file->bytes);
    free(file->path);
    *file = (struct checked_file){ 0 };
}

const char *checked_file_value(const struct checked_file *file, const char *key, unsigned *line)
{
    const struct frontmatter_entry *entry =
        frontmatter_nth(file->document->frontmatter, key, 0);
    *line = entry != NULL ? entry->line : 1;
    return entry != NULL && entry->value[0] != '\0' ? entry->value : NULL;
}

static bool is_among(const char *key, const char *const *keys)
{
    for (size_t i = 0; keys[i] != NULL; i++) {
        if (strcmp(key, keys[i]) == 0)
            return true;
    }
    return false;
}

static void add_unknown(const struct checked_file *file, const struct frontmatter_entry *entry,
                        const char *const *known, struct faults *faults)
{
    struct buffer near = { 0 };
    struct suggest suggest = { .wanted = entry->key };
    for (size_t i = 0; known[i] != NULL; i++)
        suggest_consider(&suggest, known[i]);
    suggest_write(&suggest, &near);
    faults_add(faults, file->path, entry->line, "%s: unknown key%s", entry->key,
               buffer_text(&near));
    buffer_free(&near);
}

void checked_file_utf8(const struct checked_file *file, struct faults *faults)
{
    if (is_foreign(file))
        faults_add(faults, file->path, 1, "is not UTF-8 but %s", file->document->encoding);
}

void checked_file_keys(const struct checked_file *file, const char *const *known,
                       const char *const *several, struct faults *faults)
{
    const struct frontmatter *matter = file->document->frontmatter;
    for (size_t i = 0; i < matter->count; i++) {
        const struct frontmatter_entry *entry = &matter->items[i];
        if (!is_among(entry->key, known))
            add_unknown(file, entry, known, faults);
        else if (!is_among(entry->key, several) &&
                 frontmatter_nth(matter, entry->key, 0) != entry)
            faults_add(faults, file->path, entry->line, "%s: is given twice", entry->key);
    }
}

void checked_file_body(const struct checked_file *file, struct faults *faults)
{
    const struct document *document = file->document;
    for (size_t i = 0; i < document->block_count; i++) {
        if (document->blocks[i].end > document->blocks[i].start)
            return;
    }
    faults_add(faults, file->path, 1, "has no text");
}
