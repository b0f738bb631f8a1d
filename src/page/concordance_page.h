/* concordance_page: a concordance as a page to read.
 *
 *     # stake
 *     股权 3, 股份 2; not told 4                    how it is rendered
 *     9 occurrences in 4 articles
 *     ### Beaten in America … · 2015-06-24 · 3      an article, linked to the first occurrence
 *       …will itself now hold a stake. Three more…  an occurrence in its context (BLOCK_CONTEXT)
 *           自己则取得对方的部分股权。               what stands for its sentence, dim
 *
 * Each row and each counterpart is a LINK_CONTEXT link whose target is the article's id and whose
 * place is in its text. The document is the caller's. */
#ifndef DIPTYCH_PAGE_CONCORDANCE_PAGE_H
#define DIPTYCH_PAGE_CONCORDANCE_PAGE_H

#include "query/concordance.h"
#include "doc/document.h"

/* Of the occurrences so far. */
struct document *concordance_page_compose(struct concordance *concordance,
                                          struct translation_memory *memory, const char *term);

#endif
