/* figure_age: bare numbers that tell how old somebody is.
 *
 * aged 63, older than 40, people under 30, the 18-24 age group, she is 45; and in apposition: Ann Lee,
 * 34, says; the mayor, 58; Ann Lee (34), a nurse. Chinese ages have a unit (63岁); 男子（43） has none. */
#ifndef DIPTYCH_FIGURE_FIGURE_AGE_H
#define DIPTYCH_FIGURE_FIGURE_AGE_H

#include "figure/figure_term.h"

/* Whether the figure, whose span is set and which begins with `term`, is an age in years. */
bool figure_age_is(const struct figure_scan *scan, const struct figure_term *term,
                   const struct figure *figure);

/* Whether it is one that stands in brackets behind a being told in Chinese: 男子王某（45）. */
bool figure_age_han(const struct figure_scan *scan, const struct figure_term *term, const struct figure *figure);

#endif
