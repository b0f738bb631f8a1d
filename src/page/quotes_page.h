/* quotes_page: who says what in two versions of a story, or in one text, as a text to read.
 *
 *     # Jack Ma · 马云                               a speaker, one for each note or name
 *       said  the goal was … │ 说  ……               what is said, the same utterance opposite
 *       went on  it had come … │                    or nothing there
 *
 * Speakers come in the order in which they first speak on the left. Each statement is a
 * LINK_CONTEXT link whose target is the article's id and whose place is where the words begin
 * there. */
#ifndef DIPTYCH_PAGE_QUOTES_PAGE_H
#define DIPTYCH_PAGE_QUOTES_PAGE_H

#include "query/entity_index.h"
#include "query/open_texts.h"
#include "query/passage_map.h"
#include "quote/quotations.h"

struct quotes_page_side {
    const struct text *text; /* NULL: there is none */
    struct quotations quotations;
};

/* `hinge` joins the two, `side` is the left one's; NULL when there is one. *place: the row of the
 * statement at or behind `cursor` of the left text. NULL when nobody says anything. The document is
 * the caller's. */
struct document *quotes_page_compose(const struct quotes_page_side sides[2],
                                     const struct hinge *hinge, int side,
                                     const struct entity_index *entities, size_t cursor,
                                     size_t *place);

#endif
