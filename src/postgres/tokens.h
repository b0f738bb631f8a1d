/* tokens: an article's words as a tsvector, and a query's words as a tsquery, both in PostgreSQL's
 * notation; its own parsers and dictionaries are not asked.
 *
 * Words are those of the search index (query/search_row.h): Han in pairs, English with its stem beside
 * it. A tsvector holds less than a MiB; a text of more is given the one token that every query looks for
 * as well, and so is always read. What a tsquery finds may answer; what it does not find cannot. */
#ifndef DIPTYCH_POSTGRES_TOKENS_H
#define DIPTYCH_POSTGRES_TOKENS_H

#include "base/buffer.h"
#include "doc/document.h"
#include "query/search_query.h"
#include "query/search_row.h"

/* Appends the tokens of a document. */
void tokens_of_document(struct search_row *row, const struct document *document, struct buffer *out);

/* Appends what an article needs to have the part of the query; its parts are joined by &. */
void tokens_of_part(const struct search_query *query, size_t part, struct buffer *out);
void tokens_of_query(const struct search_query *query, struct buffer *out);

#endif
