/* annotate_row: the passages that a row of a page of several texts stands for: who says what, what
 * happened when, two reports compared. */
#ifndef DIPTYCH_SESSION_ANNOTATE_ROW_H
#define DIPTYCH_SESSION_ANNOTATE_ROW_H

#include <stdbool.h>

#include "base/span.h"

struct article_view;
struct session;
struct text;

struct annotate_passage {
    struct text *text; /* held; NULL: there is none */
    struct span span;
};

/* The passage that the link at the cursor, else the row's first, leads to, and that of the row's
 * next cell in another text. Of a statement the words that are said, else the sentence. False where
 * the text is no such page, or with a message when the article cannot be opened. */
bool annotate_row_find(struct session *session, const struct article_view *view,
                       struct annotate_passage *passage, struct annotate_passage *other);
void annotate_row_release(struct session *session, struct annotate_passage *passage);

#endif
