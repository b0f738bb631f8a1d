/* page_text: texts that others wrote, put into a page through the sanitiser. Pure. */
#ifndef DIPTYCH_PAGE_PAGE_TEXT_H
#define DIPTYCH_PAGE_PAGE_TEXT_H

#include "base/span.h"
#include "doc/builder.h"

/* The text as one clean line; the caller frees. */
char *page_text_clean(const char *text);

/* Appends it so to the open block, with enum style_bits. */
void page_text_add(struct builder *builder, const char *text, unsigned bits);

/* Appends the words of a span as part of a line. */
void page_text_add_span(struct builder *builder, const struct document *document, struct span span,
                        unsigned bits);

#endif
