/* quotes_page: who says what in the reports of a story, or in one text, as a text to read.
 *
 *     # Jack Ma · 马云                               a speaker, one for each note or name
 *       said  the goal was … │ 说  ……               what is said, the same utterance opposite
 *       went on  it had come … │                    or nothing there
 *
 * A column a report. Speakers come in the order in which they first speak, the first column's
 * first. Each statement is a LINK_CONTEXT link whose target is the article's id and whose place is
 * where the words begin there. */
#ifndef DIPTYCH_PAGE_QUOTES_PAGE_H
#define DIPTYCH_PAGE_QUOTES_PAGE_H

#include "query/entity_index.h"
#include "query/open_texts.h"
#include "query/passage_map.h"
#include "quote/quotations.h"

#define QUOTES_PAGE_COLUMNS 8

struct quotes_page_hinge {
    const struct passage_map *map; /* NULL: there is none */
    int side;                      /* of the column that has it */
};

struct quotes_page_side {
    const struct text *text;
    const struct quotations *quotations;
    struct quotes_page_hinge hinges[QUOTES_PAGE_COLUMNS]; /* with each of the other columns */
};

/* `count` columns, 1 to QUOTES_PAGE_COLUMNS. *place: the row of the statement at or behind `cursor`
 * of the first text. NULL when nobody says anything. The document is the caller's. */
struct document *quotes_page_compose(const struct quotes_page_side *sides, size_t count,
                                     const struct entity_index *entities, size_t cursor,
                                     size_t *place);

#endif
