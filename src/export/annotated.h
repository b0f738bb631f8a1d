/* annotated: a whole article with its notes.
 *
 * In Markdown with a footnote a note, in HTML with marks and the notes beside them, in plain text
 * with numbers in braces, which articles have in brackets, and the
 * notes at the end. Notes that have no place in the text as it is now
 * (ambiguous or lost) come last, under a heading that says so; none is left out. Two articles stand
 * side by side in HTML, one below the other elsewhere; a note on both is told at both.
 *
 * All text is escaped for its format, the articles' as well. Nothing is kept. */
#ifndef DIPTYCH_EXPORT_ANNOTATED_H
#define DIPTYCH_EXPORT_ANNOTATED_H

#include <stddef.h>

#include "base/buffer.h"
#include "doc/document.h"
#include "notes/record.h"

struct annotated_sheet {
    const struct document *document;
    const struct annotation_target *about; /* article (its id now), title, lang and the like */
};

struct annotated {
    const struct annotated_sheet *sheets;
    size_t sheet_count;
    const struct note_record *records; /* those not on the sheets are passed over */
    size_t count;
};

/* Each appends the whole file. */
void annotated_markdown(struct buffer *out, const struct annotated *annotated);
void annotated_html(struct buffer *out, const struct annotated *annotated);
void annotated_text(struct buffer *out, const struct annotated *annotated);

#endif
