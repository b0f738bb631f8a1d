#include "doc/frontmatter.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "doc/frontmatter_yaml.h"

#define BLOCK_BYTES ((size_t)1 << 20)

/* Bytes of the line at text[at] when it is `mark` and blanks, newline included; else 0. */
static size_t marker_line(const char *text, size_t length, size_t at, const char *mark)
{
    size_t end = at + 3;
    if (length - at < 3 || memcmp(text + at, mark, 3) != 0)
        return 0;
    while (end < length && (text[end] == ' ' || text[end] == '\t'))
        end++;
    if (end < length && text[end] != '\n')
        return 0;
    return end + (end < length ? 1 : 0) - at;
}

/* Start of the closing line, `length` when there is none in reach. */
static size_t find_close(const char *text, size_t length, size_t at, size_t *size)
{
    size_t reach = length < BLOCK_BYTES ? length : BLOCK_BYTES;
    while (at < reach) {
        *size = marker_line(text, length, at, "---");
        if (*size == 0)
            *size = marker_line(text, length, at, "...");
        if (*size > 0)
            return at;
        const char *newline = memchr(text + at, '\n', reach - at);
        if (newline == NULL)
            break;
        at = (size_t)(newline - text) + 1;
    }
    return length;
}

/* Where YAML gave up before any key: does the first line at least look like "key:"? */
static bool looks_like_key(const char *text, size_t length)
{
    const char *newline = memchr(text, '\n', length);
    size_t line = newline != NULL ? (size_t)(newline - text) : length;
    const char *colon = memchr(text, ':', line);
    const char *space = memchr(text, ' ', line);
    return colon != NULL && colon > text && (space == NULL || space > colon);
}

size_t frontmatter_read(const char *text, size_t length, struct frontmatter *out)
{
    *out = (struct frontmatter){ 0 };
    size_t open = length > 0 ? marker_line(text, length, 0, "---") : 0;
    if (open == 0 || open >= length)
        return 0;
    size_t size = 0;
    size_t close = find_close(text, length, open, &size);
    if (close == length)
        return 0;
    bool saw_mapping;
    bool ok = frontmatter_yaml_read(text + open, close - open, 2, &saw_mapping, out);
    if (!ok && !saw_mapping && !looks_like_key(text + open, close - open)) {
        frontmatter_free(out); /* prose between two rules */
        return 0;
    }
    return close + size;
}

bool frontmatter_read_yaml(const char *text, size_t length, struct frontmatter *out,
                           struct error *error)
{
    *out = (struct frontmatter){ 0 };
    if (length > BLOCK_BYTES) {
        error_set(error, "is larger than 1 MiB");
        return false;
    }
    bool saw_mapping;
    if (frontmatter_yaml_read(text, length, 1, &saw_mapping, out))
        return true;
    error_set(error, "%s", out->fault);
    return false;
}

const struct frontmatter_entry *frontmatter_nth(const struct frontmatter *frontmatter,
                                                const char *key, size_t index)
{
    for (size_t i = 0; i < frontmatter->count; i++) {
        if (strcmp(frontmatter->items[i].key, key) == 0 && index-- == 0)
            return &frontmatter->items[i];
    }
    return NULL;
}

const char *frontmatter_get(const struct frontmatter *frontmatter, const char *key)
{
    const struct frontmatter_entry *entry = frontmatter_nth(frontmatter, key, 0);
    return entry != NULL ? entry->value : NULL;
}

void frontmatter_copy(struct frontmatter *to, const struct frontmatter *from)
{
    for (size_t i = 0; i < from->count; i++) {
        const struct frontmatter_entry *entry = &from->items[i];
        VECTOR_PUSH(to, (struct frontmatter_entry){ xstrdup(entry->key), xstrdup(entry->value),
                                                    entry->line });
    }
    to->fault = from->fault != NULL ? xstrdup(from->fault) : NULL;
    to->fault_line = from->fault_line;
}

void frontmatter_free(struct frontmatter *frontmatter)
{
    for (size_t i = 0; i < frontmatter->count; i++) {
        free(frontmatter->items[i].key);
        free(frontmatter->items[i].value);
    }
    free(frontmatter->items);
    free(frontmatter->fault);
    *frontmatter = (struct frontmatter){ 0 };
}
