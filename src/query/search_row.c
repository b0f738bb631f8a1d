#include "query/search_row.h"

#include <string.h>

#include "notes/sql.h"
#include "query/search_stem.h"

#define STEMS 16384 /* that are remembered */

/* A word that stands where the last one does. */
static void add_beside(struct search_row *row, const char *mark, const char *text, size_t length)
{
    buffer_add_byte(&row->words, ' ');
    buffer_add_byte(&row->words, SQL_BESIDE);
    buffer_add_text(&row->words, mark);
    buffer_add(&row->words, text, length);
}

static void add_word(struct search_row *row, const struct search_word *word)
{
    const char *text = row->cut.key.text + word->start;
    size_t character = word->end - word->start;
    buffer_add_byte(&row->words, ' ');
    buffer_add(&row->words, text, word->size);
    if (word->han && word->size > character)
        add_beside(row, "", text, character);
    if (word->han)
        return;
    const char *stem = search_stems_find(row->stems, text, word->size);
    size_t length = strlen(stem);
    if (length > 0 && (length != word->size || memcmp(stem, text, length) != 0))
        add_beside(row, (const char[]){ SEARCH_STEM_MARK, '\0' }, stem, length);
}

void search_row_read(struct search_row *row, const struct document *document)
{
    if (row->stems == NULL)
        row->stems = search_stems_new(STEMS);
    buffer_truncate(&row->words, 0);
    for (size_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];
        search_text_read(&row->cut, document->text + block->start, block->end - block->start);
        buffer_add_text(&row->words, i > 0 ? " " SEARCH_BREAK : SEARCH_BREAK);
        for (size_t word = 0; word < row->cut.count; word++)
            add_word(row, &row->cut.items[word]);
    }
}

void search_row_free(struct search_row *row)
{
    buffer_free(&row->words);
    search_text_free(&row->cut);
    search_stems_free(row->stems);
    *row = (struct search_row){ .stems = NULL };
}
