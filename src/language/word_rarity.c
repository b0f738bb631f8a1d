#include "language/word_rarity.h"

#include <math.h>
#include <string.h>

#include "language/word_rarity_table.h"

#define UNKNOWN 3.0 /* documents that have what is not in the table */

static int compare_stem(const char *stem, size_t length, const char *row)
{
    int order = strncmp(stem, row, length);
    return order != 0 ? order : row[length] == '\0' ? 0 : -1;
}

static double documents_of(const char *stem, size_t length)
{
    size_t low = 0, high = word_rarity_row_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare_stem(stem, length, word_rarity_rows[middle].stem);
        if (order == 0)
            return word_rarity_rows[middle].documents;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return UNKNOWN;
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
