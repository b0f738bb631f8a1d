/* entity_page: the page of an entity: its note, and every mention of it in the collection.
 *
 *     # OpenSky                                    both names
 *     company · also Open Sky                      type, aliases, since, until
 *     the note's own text
 *     Leads to New York · Alibaba Group            the notes it links to
 *     ## Mentioned in                              31 mentions in 6 articles
 *     ### 11-main-sale.en · Beaten in America …    an article, linked to its first mention
 *       …it opened in June, to OpenSky of New…     a mention in its context (BLOCK_CONTEXT)
 *
 * The page is a document like any other; the rows under “Mentioned in” are LINK_CONTEXT links. It
 * grows at its end while the mention index counts and contexts are read (entity_page_step), so
 * offsets stay true. Places of articles are bytes of the documents that reader_open makes of them.
 *
 * Ownership: the page owns the note's document and what it found; entity_page_free. Census and
 * entity index are borrowed and must outlive it. */
#ifndef DIPTYCH_PAGE_ENTITY_PAGE_H
#define DIPTYCH_PAGE_ENTITY_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "query/mention_index.h"
#include "doc/document.h"

/* More mentions are counted, but not shown. */
#define ENTITY_PAGE_ROWS ((size_t)20000)

struct entity_page;

/* Where a row leads. */
struct note_place {
    const char *id; /* of the article; this and the path belong to the page */
    const char *path;
    struct span mention;
};

/* The page of `entity`, whose note is `note` (taken over). */
struct entity_page *entity_page_new(struct mention_index *mention_index,
                                    const struct entity_index *entity_index, uint32_t entity,
                                    struct document *note);
void entity_page_free(struct entity_page *page);

uint32_t entity_page_entity(const struct entity_page *page);

/* Reads the mentions of one more article, which the mention index has counted by then. False when
 * there is nothing left to read for now. Begins anew when counts have changed since. */
bool entity_page_step(struct entity_page *page);

/* Whether every article was looked at. */
bool entity_page_is_done(const struct entity_page *page);

/* Whether what was read since the last entity_page_compose is worth composing anew. */
bool entity_page_is_due(const struct entity_page *page);

/* The document as far as it is known; the caller's to free. *own: the note's own text in it. */
struct document *entity_page_compose(struct entity_page *page, struct span *own);

/* The heading “Mentioned in” of the page composed last. */
size_t entity_page_index(const struct entity_page *page);

/* Where the row at `block` of the page composed last leads; false when it is no such row. */
bool entity_page_place(const struct entity_page *page, size_t block, struct note_place *place);

/* Block of the row that shows the mention at `offset` of that article; 0 when it has none. */
size_t entity_page_row(const struct entity_page *page, const char *path, size_t offset);

#endif
