/* search_row: an article as the index keeps it: its words in one string, for SQLite's tokeniser (notes/sql.h).
 *
 * SEARCH_BREAK before each paragraph, then its words (text/search_text.h); beside a pair of Han characters
 * the first of them, and beside an English word its stem, marked with SEARCH_STEM_MARK, where it is
 * another word. Start with { 0 }; memory is kept between calls.
 * Ownership: search_row_free. */
#ifndef DIPTYCH_QUERY_SEARCH_ROW_H
#define DIPTYCH_QUERY_SEARCH_ROW_H

#include "base/buffer.h"
#include "doc/document.h"
#include "text/search_text.h"

#define SEARCH_BREAK "\x01"
#define SEARCH_STEM_MARK '\x02'

struct search_stems;

struct search_row {
    struct buffer words;
    struct search_text cut;
    struct search_stems *stems;
};

void search_row_read(struct search_row *row, const struct document *document);
void search_row_free(struct search_row *row);

#endif
