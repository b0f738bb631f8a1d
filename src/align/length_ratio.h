/* length_ratio: how many characters of the target go to one of the source.
 *
 * That of the whole texts is right where both tell the same. Where one is far longer than the
 * other, so that it cannot be a translation of all of it, the ratio is what is usual between the
 * two scripts: a Han character stands for four letters, a letter for one, whatever there is of
 * either in both texts. */
#ifndef DIPTYCH_ALIGN_LENGTH_RATIO_H
#define DIPTYCH_ALIGN_LENGTH_RATIO_H

#include "align/sentence_model.h"

/* corpus->ratio, which is that of the whole texts, or what is usual. */
double length_ratio_find(const struct corpus *corpus);

#endif
