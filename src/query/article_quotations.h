/* article_quotations: who says what in an article (quote/quotations.h), with the names that are
 * known in it. Linear in the text. */
#ifndef DIPTYCH_QUERY_ARTICLE_QUOTATIONS_H
#define DIPTYCH_QUERY_ARTICLE_QUOTATIONS_H

#include "doc/document.h"
#include "entity/linker.h"
#include "query/entity_index.h"
#include "quote/quotations.h"

/* Appends them. Mentions are the document's, sorted and without overlap; a speaker's entity is the
 * entity index’ number. */
void article_quotations_find(const struct document *document,
                             const struct entity_index *entity_index,
                             const struct mentions *mentions, struct quotations *quotations);

#endif
