/* note_page: the page of an entity: its note, and every mention of it in the collection.
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
 * grows at its end while the census counts and contexts are read (note_page_step), so offsets
 * stay true. Places of articles are bytes of the documents that reader_open makes of them.
 *
 * Ownership: the page owns the note's document and what it found; note_page_free. Census and
 * gazetteer are borrowed and must outlive it. */
#ifndef DIPTYCH_PAGE_ENTITY_PAGE_H
#define DIPTYCH_PAGE_ENTITY_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "query/mention_index.h"
#include "doc/document.h"

/* More mentions are counted, but not shown. */
#define NOTE_PAGE_ROWS ((size_t)20000)

struct note_page;

/* Where a row leads. */
struct note_place {
    const char *id; /* of the article; this and the path belong to the page */
    const char *path;
    struct span mention;
};

/* The page of `entity`, whose note is `note` (taken over). */
struct note_page *note_page_new(struct census *census, const struct gazetteer *gazetteer,
                                uint32_t entity, struct document *note);
void note_page_free(struct note_page *page);

uint32_t note_page_entity(const struct note_page *page);

/* Reads the mentions of one more article, which the census has counted by then. False when there
 * is nothing left to read for now. Begins anew when counts have changed since. */
bool note_page_step(struct note_page *page);

/* Whether every article was looked at. */
bool note_page_is_done(const struct note_page *page);

/* Whether what was read since the last note_page_compose is worth composing anew. */
bool note_page_is_due(const struct note_page *page);

/* The document as far as it is known; the caller's to free. *own: the note's own text in it. */
struct document *note_page_compose(struct note_page *page, struct span *own);

/* The heading “Mentioned in” of the page composed last. */
size_t note_page_index(const struct note_page *page);

/* Where the row at `block` of the page composed last leads; false when it is no such row. */
bool note_page_place(const struct note_page *page, size_t block, struct note_place *place);

/* Block of the row that shows the mention at `offset` of that article; 0 when it has none. */
size_t note_page_row(const struct note_page *page, const char *path, size_t offset);

#endif
