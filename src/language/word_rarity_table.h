/* word_rarity_table: the counts that word_rarity.h reads. */
#ifndef DIPTYCH_LANGUAGE_WORD_RARITY_TABLE_H
#define DIPTYCH_LANGUAGE_WORD_RARITY_TABLE_H

#include <stddef.h>

#define WORD_RARITY_DOCUMENTS 1331.0

struct word_rarity_row {
    char stem[18]; /* no pointer, which each start would have to relocate */
    unsigned short documents;
};

extern const struct word_rarity_row word_rarity_rows[];
extern const size_t word_rarity_row_count;

#endif
