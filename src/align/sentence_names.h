/* sentence_names: names of the target that stand in the source in another guise: in pinyin, and, in
 * reports, in transliteration (name_sounds.h). A part of sentence_model.h.
 *
 * A transliteration is sought for proper nouns that no unit renders, in runs of 2 to 8 characters;
 * it must sound the more alike the shorter it is. Linear in the source for a given number of names,
 * and at most SENTENCE_NAMES_WORK comparisons; what is behind them is not looked at. */
#ifndef DIPTYCH_ALIGN_SENTENCE_NAMES_H
#define DIPTYCH_ALIGN_SENTENCE_NAMES_H

#include "align/sentence_model.h"
#include "align/sentence_reading.h"

#define SENTENCE_NAMES_WORK ((size_t)500000)

/* Fills `names`, `sounds`, `sound_spans` and `proper`; `renders` is complete. False when `go_on` (NULL:
 * nobody asks) stopped it. */
bool sentence_names_find(struct corpus *corpus, const struct target_words *target,
                         bool (*go_on)(void *data, double done), void *data);

#endif
