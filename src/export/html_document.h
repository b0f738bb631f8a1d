/* html_document: a document as HTML: headings, paragraphs, quotes, lists, tables, code, styles and
 * links, with marks where notes stand.
 *
 * Only text and links that escape_is_address lets through go in: a document has no raw HTML. */
#ifndef DIPTYCH_EXPORT_HTML_DOCUMENT_H
#define DIPTYCH_EXPORT_HTML_DOCUMENT_H

#include "base/buffer.h"
#include "doc/document.h"
#include "export/page_mark.h"

/* Called before the block that a mark's number stands in, once each; both stand in one division of
 * class "noted". */
typedef void html_mark_note(struct buffer *out, const struct page_mark *mark);

/* `marks` and `note` may be NULL. Headings are `lower` levels lower than in the document. */
void html_document(struct buffer *out, const struct document *document,
                   const struct page_marks *marks, int lower, html_mark_note *note);

/* A reader's Markdown. */
void html_markdown(struct buffer *out, const char *text, size_t length);

#endif
