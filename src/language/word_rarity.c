#include "language/word_rarity.h"

#include <math.h>
#include <stdlib.h>

#include "language/word_rarity_table.h"
#include "text/wordlist.h"

#define UNKNOWN 3.0 /* documents that have what is not in the table */

static double documents_of(const char *stem, size_t length)
{
    const char *row = wordlist_in_rows(stem, length, word_rarity_rows, word_rarity_row_count,
                                       WORD_RARITY_ROW);
    return row != NULL ? atoi(row + 1) : UNKNOWN;
}

float word_rarity(const char *stem, size_t length)
{
    if (length < 2)
        return 0;
    if (stem[0] < 'a' || stem[0] > 'z')
        return 1;
    return (float)(log(WORD_RARITY_DOCUMENTS / documents_of(stem, length)) /
                   log(WORD_RARITY_DOCUMENTS / UNKNOWN));
}
