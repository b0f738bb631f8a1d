/* englishword_table: the words that englishword.h knows, as they lie in the program. */
#ifndef DIPTYCH_TEXT_ENGLISHWORD_TABLE_H
#define DIPTYCH_TEXT_ENGLISHWORD_TABLE_H

#include <stddef.h>

extern const char *const englishword_rows[];
extern const size_t englishword_row_count;

#endif
