/* preview: what a name or a link leads to, in a few rows of the look-up popup, before the reader goes there.
 *
 * Of a name its note: both names, type, how often it is mentioned, and the beginning of what the note says
 * in the language of the text. Of a link the title and first lines of the text, heading or footnote that it
 * leads to, or its address. A file is read for it, of a long one the beginning; what would have to be
 * converted first is named only. */
#ifndef DIPTYCH_SESSION_PREVIEW_H
#define DIPTYCH_SESSION_PREVIEW_H

#include "ui/article_view.h"
#include "ui/lookup_box.h"

struct session;

/* Adds rows for the name or link under the view's cursor; none where there is neither. */
void preview_add(struct session *session, const struct article_view *view, struct lookup_rows *rows);

/* Appends "9 here, 31 in 6 articles". */
void preview_add_counts(const struct session *session, const struct article_view *view, uint32_t entity,
                        struct buffer *out);

#endif
