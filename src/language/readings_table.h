/* readings_table: the data behind readings.h, written by readings.sh.
 *
 * Code points follow one another in runs; short gaps are filled with such as have no reading. Of
 * each there is the number of its syllable, 0 none: two digits to the base of 40, '@' to 'h'
 * without the backslash. */
#ifndef DIPTYCH_LANGUAGE_READINGS_TABLE_H
#define DIPTYCH_LANGUAGE_READINGS_TABLE_H

#include <stddef.h>
#include <stdint.h>

#define READINGS_IN_LINE ((size_t)128)
#define READINGS_LINE (READINGS_IN_LINE * 2 + 1)

struct readings_run {
    uint32_t first; /* code point */
    uint16_t count;
    uint16_t start; /* how many code points the runs before have */
};

extern const char readings_syllables[][8];
extern const struct readings_run readings_runs[];
extern const size_t readings_run_count;
extern const char readings_codes[][READINGS_LINE];

#endif
