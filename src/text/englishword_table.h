/* englishword_table: the words that englishword.h knows, as they lie in the program. */
#ifndef DIPTYCH_TEXT_ENGLISHWORD_TABLE_H
#define DIPTYCH_TEXT_ENGLISHWORD_TABLE_H

#include <stddef.h>

#define ENGLISHWORD_ROW 176 /* bytes */

extern const char englishword_rows[][ENGLISHWORD_ROW];
extern const size_t englishword_row_count;

#endif
