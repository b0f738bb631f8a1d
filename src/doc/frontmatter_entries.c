#include "doc/frontmatter_entries.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"

static size_t comma_at(const char *text)
{
    size_t at = 0;
    while (text[at] != '\0' && text[at] != ',' && strncmp(text + at, "\xef\xbc\x8c", 3) != 0)
        at++;
    return at;
}

void frontmatter_split(struct frontmatter *frontmatter, const char *key)
{
    size_t count = frontmatter->count;
    for (size_t i = 0; i < count; i++) {
        struct frontmatter_entry entry = frontmatter->items[i];
        if (entry.listed || strcmp(entry.key, key) != 0 || entry.value[comma_at(entry.value)] == '\0')
            continue;
        for (const char *at = entry.value; *at != '\0';) {
            size_t length = comma_at(at);
            const char *next = at + length + (at[length] == ',' ? 1 : at[length] == '\0' ? 0 : 3);
            for (; length > 0 && *at == ' '; length--)
                at++;
            while (length > 0 && at[length - 1] == ' ')
                length--;
            VECTOR_PUSH(frontmatter, (struct frontmatter_entry){ xstrdup(key), xstrndup(at, length),
                                                                 entry.line, true });
            at = next;
        }
        frontmatter->items[i].listed = true;
        frontmatter->items[i].value[0] = '\0';
    }
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
                                                    entry->line, entry->listed });
    }
    to->fault = xstrdup(from->fault);
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
