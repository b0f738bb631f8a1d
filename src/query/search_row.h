/* search_row: an article as the index keeps it: its words in one string, for SQLite's tokeniser (notes/sql.h).
 *
 * SEARCH_BREAK before each paragraph, then its words (text/search_text.h); the stem of an English word,
 * marked with SEARCH_STEM_MARK, beside it where it is another word. `breaks` are the numbers of the
 * marks, as uint32_t in the machine's order. Start with { 0 }; memory is kept between calls.
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
    struct buffer breaks;
    struct search_text cut;
    struct search_stems *stems;
};

void search_row_read(struct search_row *row, const struct document *document);
void search_row_free(struct search_row *row);

#endif
