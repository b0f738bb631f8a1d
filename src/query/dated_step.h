/* dated_step: words that step from a date told before: the next day, 次日, the year before. */
#ifndef DIPTYCH_QUERY_DATED_STEP_H
#define DIPTYCH_QUERY_DATED_STEP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"
#include "figure/figure_date.h"

struct dated_step {
    const char *word;
    char unit; /* d, m, y */
    signed char count;
};

#define DATED_STEPS 25

extern const struct dated_step dated_steps[DATED_STEPS];

/* Where the last of each step's words ends in the sentence, in one pass, 0 where it does not stand
 * there; false where none does. */
bool dated_steps_find(const char *text, struct span sentence, size_t ends[DATED_STEPS]);

/* What lies `count` days, weeks, months or years (d, w, m, y) from a date, as exactly as both allow: three
 * months from 2012 are 2012 to 2013, two days from 2012 are 2012. False where nothing is known. */
bool dated_step_from(const struct figure_date *told, char unit, long count, struct figure_date *from,
                     struct figure_date *until);

#endif
