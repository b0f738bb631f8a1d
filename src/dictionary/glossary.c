#include "dictionary/glossary.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "dictionary/dictionary_builder.h"
#include "text/sanitize.h"

#define COLUMNS 4

struct glossary {
    struct dictionary *dictionary;
    struct buffer remarks; /* NUL-terminated, one for each entry */
    size_t *items;         /* where each begins */
    size_t count;
    size_t capacity;
};

/* A slash would end a gloss. */
static char *gloss_of(const char *term)
{
    struct buffer gloss = { 0 };
    for (; *term != '\0'; term++) {
        if (*term == '/')
            buffer_add_text(&gloss, "∕");
        else
            buffer_add_byte(&gloss, *term);
    }
    return buffer_take(&gloss);
}

static void add_line(struct glossary *glossary, struct dictionary_builder *builder, char *line)
{
    char *columns[COLUMNS] = { line };
    size_t count = 1;
    for (char *at = line; *at != '\0'; at++) {
        if (*at != '\t')
            continue;
        *at = '\0';
        if (count < COLUMNS)
            columns[count++] = at + 1;
    }
    if (count < 2 || columns[0][0] == '\0' || columns[1][0] == '\0')
        return;
    char *gloss = gloss_of(columns[0]);
    struct dictionary_entry entry = { columns[1], columns[1], count > 2 ? columns[2] : "", gloss };
    if (dictionary_builder_add(builder, &entry)) {
        const char *remark = count > 3 ? columns[3] : "";
        VECTOR_PUSH(glossary, glossary->remarks.length);
        buffer_add(&glossary->remarks, remark, strlen(remark) + 1);
    }
    free(gloss);
}

static void add_lines(struct glossary *glossary, struct dictionary_builder *builder,
                      const struct buffer *bytes)
{
    struct buffer clean = { 0 };
    sanitize_source(buffer_text(bytes), bytes->length, &clean, NULL);
    buffer_add(&clean, "", 0);
    char *end = clean.data + clean.length;
    bool header = true;
    for (char *at = clean.data; at < end; header = false) {
        char *newline = memchr(at, '\n', (size_t)(end - at));
        char *next = newline != NULL ? newline + 1 : end;
        *(newline != NULL ? newline : end) = '\0';
        if (!header)
            add_line(glossary, builder, at);
        at = next;
    }
    buffer_free(&clean);
}

struct glossary *glossary_open(const char *path, struct error *error)
{
    struct buffer bytes = { 0 };
    struct buffer compiled = { 0 };
    if (file_exists(path) && !file_read(path, GLOSSARY_LIMIT, &bytes, error)) {
        buffer_free(&bytes);
        return NULL;
    }
    struct glossary *glossary = xcalloc(1, sizeof *glossary);
    struct dictionary_builder *builder = dictionary_builder_new();
    add_lines(glossary, builder, &bytes);
    dictionary_builder_compile(builder, &compiled);
    dictionary_builder_free(builder);
    buffer_free(&bytes);
    size_t size = compiled.length;
    glossary->dictionary = dictionary_from_bytes(buffer_take(&compiled), size, path, error);
    if (glossary->dictionary != NULL)
        return glossary;
    glossary_free(glossary);
    return NULL;
}

void glossary_free(struct glossary *glossary)
{
    if (glossary == NULL)
        return;
    dictionary_close(glossary->dictionary);
    buffer_free(&glossary->remarks);
    free(glossary->items);
    free(glossary);
}

const struct dictionary *glossary_dictionary(const struct glossary *glossary)
{
    return glossary->dictionary;
}

const char *glossary_remark(const struct glossary *glossary, size_t entry)
{
    return entry < glossary->count ? glossary->remarks.data + glossary->items[entry] : "";
}
