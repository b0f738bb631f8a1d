/* figure_unit_table: the units and how they are written. A part of figure_unit.h, which says what
 * is read. Constant tables; spellings are in the order of strcmp, English words in small letters
 * and without the s of a plural. */
#ifndef DIPTYCH_FIGURE_FIGURE_UNIT_TABLE_H
#define DIPTYCH_FIGURE_FIGURE_UNIT_TABLE_H

#include "figure/figure_unit.h"

/* Currencies stand ahead of a number or on both sides, the other units behind it. */
#define UNIT_AHEAD 0x4000
#define UNIT_BOTH 0x8000
#define UNIT_INDEX 0x3FFF

struct unit_spelling {
    const char *written;
    unsigned short unit; /* index of figure_units, UNIT_AHEAD, UNIT_BOTH */
};

extern const struct figure_unit figure_units[];
extern const struct unit_spelling unit_spellings[];
extern const size_t unit_spelling_count;

#endif
