#include "notes/mark.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/sha256.h"
#include "base/xalloc.h"
#include "text/utf8.h"

#define HEADING_LEVELS 6

static void set_slice(char **field, const struct document *document, size_t start, size_t end)
{
    free(*field);
    *field = xstrndup(document->text + start, end - start);
}

static void set_words(const struct document *document, struct span span,
                      struct annotation_target *target)
{
    size_t before = span.start;
    size_t after = span.end;
    for (int i = 0; i < ANNOTATION_CONTEXT && before > 0; i++)
        before = utf8_previous(document->text, before);
    for (int i = 0; i < ANNOTATION_CONTEXT && after < document->length; i++) {
        uint32_t ignored;
        after += utf8_decode(document->text + after, document->length - after, &ignored);
    }
    set_slice(&target->quote, document, span.start, span.end);
    set_slice(&target->prefix, document, before, span.start);
    set_slice(&target->suffix, document, span.end, after);
}

/* A heading is one line of the path, whatever breaks it has. */
static void add_heading(struct buffer *path, const struct document *document, size_t block)
{
    const struct block *heading = &document->blocks[block];
    if (path->length > 0)
        buffer_add_byte(path, '\n');
    size_t start = path->length;
    buffer_add(path, document->text + heading->start, heading->end - heading->start);
    for (size_t i = start; i < path->length; i++) {
        if (path->data[i] == '\n')
            path->data[i] = ' ';
    }
}

/* The nearest heading above of each level that no higher one has closed. */
static void set_headings(const struct document *document, size_t block,
                         struct annotation_target *target)
{
    size_t open[HEADING_LEVELS + 1];
    bool there[HEADING_LEVELS + 1] = { false };
    unsigned least = HEADING_LEVELS + 1;
    for (size_t i = block + 1; i-- > 0 && least > 1;) {
        const struct block *at = &document->blocks[i];
        if (at->kind != BLOCK_HEADING || at->level >= least || at->level < 1)
            continue;
        least = at->level;
        open[least] = i;
        there[least] = true;
    }
    struct buffer path = { 0 };
    for (size_t level = 1; level <= HEADING_LEVELS; level++) {
        if (there[level])
            add_heading(&path, document, open[level]);
    }
    annotation_set(&target->headings, buffer_text(&path));
    buffer_free(&path);
}

static void set_from_matter(char **field, const struct document *document, const char *key)
{
    const char *value = frontmatter_get(document->frontmatter, key);
    annotation_set(field, value != NULL ? value : "");
}

static void set_sources(const struct document *document, struct annotation_target *target)
{
    static const char *const languages[] = { "", "en", "zh", "" };
    char *title = document_title(document);
    annotation_set(&target->title, title);
    free(title);
    set_from_matter(&target->lang, document, "lang");
    if (target->lang[0] == '\0')
        annotation_set(&target->lang, languages[document->language]);
    set_from_matter(&target->story, document, "story");
    set_from_matter(&target->publisher, document, "publisher");
    set_from_matter(&target->published, document, "published");
    set_from_matter(&target->source, document, "source");
}

void mark_describe(const struct document *document, const char *hash, struct span span,
                   struct annotation_target *target)
{
    char computed[SHA256_HEX_SIZE];
    if (hash == NULL) {
        sha256_hex(document->text, document->length, computed);
        hash = computed;
    }
    annotation_set(&target->hash, hash);
    target->start = utf8_count(document->text, span.start);
    target->end = target->start + utf8_count(document->text + span.start, span.end - span.start);
    target->block = document_block_at(document, span.start);
    set_words(document, span, target);
    if (document->block_count > 0)
        set_headings(document, target->block, target);
    else
        annotation_set(&target->headings, "");
    set_sources(document, target);
}

struct span mark_span(const struct document *document, size_t start, size_t end)
{
    size_t first = utf8_offset(document->text, document->length, start);
    size_t rest = end > start ? end - start : 0;
    size_t length = utf8_offset(document->text + first, document->length - first, rest);
    return (struct span){ first, first + length };
}
