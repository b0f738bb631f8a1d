/* status_line: what the status line and the header say.
 *
 * Text alone; paint.c paints it. */
#ifndef DIPTYCH_SESSION_STATUS_LINE_H
#define DIPTYCH_SESSION_STATUS_LINE_H

#include <stddef.h>

#include "base/buffer.h"
#include "doc/document.h"

struct pane;
struct session;

/* The three parts of the status line, appended: where the reader is; what is under the cursor;
 * hits, keys begun, hint. */
void status_parts(struct session *session, struct buffer *left, struct buffer *middle,
                  struct buffer *right);

/* The same of a pane that shows a text. */
void status_text(struct session *session, const struct pane *pane, struct buffer *left,
                 struct buffer *middle, struct buffer *right);

/* "en", "zh" or what the front matter says, at most size - 1 bytes. */
void status_language(const struct document *document, char *out, size_t size);

#endif
