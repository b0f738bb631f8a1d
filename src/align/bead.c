#include "align/bead.h"

const struct bead_type bead_types[BEAD_TYPES] = {
    { 0, 1 }, { 1, 0 }, { 1, 1 }, { 1, 2 }, { 1, 3 }, { 1, 4 }, { 1, 5 },
    { 1, 6 }, { 1, 7 }, { 2, 1 }, { 2, 2 }, { 2, 3 }, { 2, 4 }, { 2, 5 },
    { 3, 1 }, { 3, 2 }, { 3, 3 }, { 3, 4 }, { 3, 5 }, { 4, 1 }, { 4, 2 },
};

const uint8_t bead_types_plain[BEAD_TYPES_PLAIN] = { 0, 1, 2, 3, 4, 9 };
