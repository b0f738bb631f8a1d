/* contrast_weekdays: the days of a comparison that a text names by the week, or as yesterday, and does not
 * date: they count as dates as they are said, and are set against the dates of the other text. */
#ifndef DIPTYCH_QUERY_CONTRAST_WEEKDAYS_H
#define DIPTYCH_QUERY_CONTRAST_WEEKDAYS_H

#include "query/contrast.h"

/* Adds those of a side whose day of publication is not told, for with it they are dates. */
void contrast_weekdays_add(struct contrast *contrast, int side, const struct alignment *alignment);

/* Takes out of the dates that one side alone tells the days that the other names as well, and those that it
 * has named before. */
void contrast_weekdays_drop_told(struct contrast *contrast);

#endif
