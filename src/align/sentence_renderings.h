/* sentence_renderings: which tokens of the target the units of the source may be rendered by. A
 * part of sentence_model.h. */
#ifndef DIPTYCH_ALIGN_SENTENCE_RENDERINGS_H
#define DIPTYCH_ALIGN_SENTENCE_RENDERINGS_H

#include "align/sentence_model.h"

/* Fills `renders`, and `learned` with empty rows; units and tokens are complete. False when `go_on` (NULL:
 * nobody asks) has stopped it. */
bool sentence_renderings_find(struct corpus *corpus, bool (*go_on)(void *data, double done),
                              void *data);

#endif
