/* status_line: what the status line and the header say.
 *
 * Text alone; paint.c paints it. */
#ifndef DIPTYCH_SESSION_STATUS_LINE_H
#define DIPTYCH_SESSION_STATUS_LINE_H

#include <stddef.h>

#include "base/buffer.h"

struct pane;
struct session;

/* The three parts of the status line, appended: where the reader is; what is under the cursor;
 * hits, keys begun, hint. */
void status_parts(struct session *session, struct buffer *left, struct buffer *middle,
                  struct buffer *right);

/* What a first visit is told in place of them; NULL: nothing. */
const char *status_hint(const struct session *session);

/* The same of a pane that shows a text. */
void status_text(struct session *session, const struct pane *pane, struct buffer *left,
                 struct buffer *middle, struct buffer *right);

/* The right end of a text's header: "⇄ 5/19 en", the fifth of the nineteen passages that both tell
 * (-: none of them), and the language or what the front matter says. */
#define STATUS_RIGHT 64
void status_right(const struct pane *pane, char out[STATUS_RIGHT]);

#endif
