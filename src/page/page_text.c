#include "page/page_text.h"

#include <string.h>

#include "entity/kwic.h"
#include "text/sanitize.h"

char *page_text_clean(const char *text)
{
    struct buffer out = { 0 };
    sanitize_line(&out, text, strlen(text));
    return buffer_take(&out);
}

void page_text_add(struct builder *builder, const char *text, unsigned bits)
{
    struct buffer line = { 0 }, plain = { 0 };
    for (const char *tab; (tab = strchr(text, '\t')) != NULL; text = tab + 1) { /* between cells of a table */
        buffer_add(&plain, text, (size_t)(tab - text));
        buffer_add_byte(&plain, ' ');
    }
    buffer_add_text(&plain, text);
    sanitize_line(&line, buffer_text(&plain), plain.length);
    builder_text(builder, buffer_text(&line), line.length, bits);
    buffer_free(&line);
    buffer_free(&plain);
}

void page_text_add_span(struct builder *builder, const struct document *document, struct span span,
                        unsigned bits)
{
    struct buffer words = { 0 };
    kwic_add(&words, document, span);
    builder_text(builder, buffer_text(&words), words.length, bits);
    buffer_free(&words);
}
