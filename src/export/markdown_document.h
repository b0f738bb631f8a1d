/* markdown_document: a document as Markdown again, with a footnote's mark where each note stands.
 *
 * Containers are what a document knows of them: quotes first, then lists. */
#ifndef DIPTYCH_EXPORT_MARKDOWN_DOCUMENT_H
#define DIPTYCH_EXPORT_MARKDOWN_DOCUMENT_H

#include "base/buffer.h"
#include "doc/document.h"
#include "export/page_mark.h"

void markdown_document(struct buffer *out, const struct document *document,
                       const struct page_marks *marks);

/* "[^0m8x4k2p9qrs]", with a b for a counterpart's. */
void markdown_add_label(struct buffer *out, const struct page_mark *mark);

#endif
