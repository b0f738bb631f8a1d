/* statements: who says what in an open text, found once and kept with the text. */
#ifndef DIPTYCH_SESSION_STATEMENTS_H
#define DIPTYCH_SESSION_STATEMENTS_H

#include <stddef.h>

#include "base/span.h"
#include "quote/quotations.h"

struct session;
struct text;

/* Those of the text, also of one that is not shown; the text's own, until its names or its file are
 * read anew. */
const struct quotations *statements_find(struct session *session, struct text *text);

/* The statement that begins at `place`; NULL when none does. */
const struct quotation *statements_at(const struct quotations *statements, size_t place);

#endif
