#include "dictionary/glossary.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "dictionary/dictionary_builder.h"
#include "text/sanitize.h"

#define COLUMNS 4

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

static void add_line(struct dictionary_builder *builder, char *line)
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
    (void)dictionary_builder_add(builder, &entry);
    free(gloss);
}

static void add_lines(struct dictionary_builder *builder, const struct buffer *bytes)
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
            add_line(builder, at);
        at = next;
    }
    buffer_free(&clean);
}

struct dictionary *glossary_open(const char *path, struct error *error)
{
    struct buffer bytes = { 0 };
    struct buffer compiled = { 0 };
    if (file_exists(path) && !file_read(path, GLOSSARY_LIMIT, &bytes, error)) {
        buffer_free(&bytes);
        return NULL;
    }
    struct dictionary_builder *builder = dictionary_builder_new();
    add_lines(builder, &bytes);
    dictionary_builder_compile(builder, &compiled);
    dictionary_builder_free(builder);
    buffer_free(&bytes);
    size_t size = compiled.length;
    return dictionary_from_bytes(buffer_take(&compiled), size, path, error);
}
