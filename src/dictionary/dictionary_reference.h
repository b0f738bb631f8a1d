/* dictionary_reference: senses that name the word they stand for instead of a meaning, as CC-CEDICT
 * has them: "old variant of 群[qun2]", "see 國家|国家[guo2 jia1]", "same as ...". */
#ifndef DIPTYCH_DICTIONARY_DICTIONARY_REFERENCE_H
#define DIPTYCH_DICTIONARY_DICTIONARY_REFERENCE_H

#include <stddef.h>

#include "dictionary/dictionary.h"

/* The glosses without those that stand for `word` itself, as the entry of another way to write it
 * has them; "" when it says nothing else. The caller frees it. */
char *dictionary_reference_drop(const char *glosses, const char *word, size_t length);

/* Of an entry that says nothing but which words it stands for, appends the entries of these: with
 * the reading that is told where there is one, each once, never the entry itself. Where they stand
 * for others in turn these come instead. `length` and `rank` of the hits are 0. */
void dictionary_reference_follow(const struct dictionary *dictionary, size_t entry,
                                 struct dictionary_hits *hits);

#endif
