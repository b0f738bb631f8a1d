/* word_rarity_table: the counts that word_rarity.h reads. */
#ifndef DIPTYCH_LANGUAGE_WORD_RARITY_TABLE_H
#define DIPTYCH_LANGUAGE_WORD_RARITY_TABLE_H

#include <stddef.h>

#define WORD_RARITY_DOCUMENTS 1331.0

#define WORD_RARITY_ROW 184 /* bytes */

/* A list of text/wordlist.h. */
extern const char word_rarity_rows[][WORD_RARITY_ROW];
extern const size_t word_rarity_row_count;

#endif
