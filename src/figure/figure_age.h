/* figure_age: bare numbers that tell how old somebody is.
 *
 * aged 63; he is 34; Ann Lee (34), a nurse; 张伟（45）; 四十出头, 年满60后: durations in years. Nothing is
 * allocated. */
#ifndef DIPTYCH_FIGURE_FIGURE_AGE_H
#define DIPTYCH_FIGURE_FIGURE_AGE_H

#include "figure/figure_term.h"

/* Makes the figure, whose span and value are those of the term, years where they are meant; `forms` are those of
 * figure_rule.h. */
bool figure_age_read(const struct figure_scan *scan, const struct figure_term *term, unsigned forms,
                     struct figure *figure);

#endif
