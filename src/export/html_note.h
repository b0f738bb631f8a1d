/* html_note: one note as HTML: comment, where it stands, tags. */
#ifndef DIPTYCH_EXPORT_HTML_NOTE_H
#define DIPTYCH_EXPORT_HTML_NOTE_H

#include "base/buffer.h"
#include "notes/record.h"

/* A target's quote as a <blockquote> with its language. */
void html_add_quote(struct buffer *out, const struct annotation_target *target);

/* Title, heading, publisher, date and source of a target, a paragraph. */
void html_add_origin(struct buffer *out, const struct annotation_target *target);

/* All but the quotes of selection and counterpart and their origins. */
void html_add_remarks(struct buffer *out, const struct note_record *record);

#endif
