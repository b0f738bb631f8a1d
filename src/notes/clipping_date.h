/* clipping_date: when a clipping was made, as a Kindle writes it in the language that it is set to.
 *
 *     Added on Friday, July 3, 2015 10:12:13 AM         添加于 2015年7月3日星期五 上午10:12:13
 *     Hinzugefügt am Freitag, 3. Juli 2015 10:12:13     Ajouté le vendredi 3 juillet 2015 10:12:13
 *
 * and so in Spanish, Italian, Portuguese, Dutch, Russian and Japanese. The clock is the device's, and
 * taken for UTC. */
#ifndef DIPTYCH_NOTES_CLIPPING_DATE_H
#define DIPTYCH_NOTES_CLIPPING_DATE_H

#include <stdbool.h>

#include "notes/annotation.h"

/* False, and nothing written, when year, month and day cannot all be told. */
bool clipping_date_read(const char *text, char out[ANNOTATION_TIME_SIZE]);

#endif
