/* core_words: the words of news that are known without any dictionary.
 *
 * Some 4,100 Chinese words with what they are rendered by, written for this program: countries,
 * cities, organisations and people in the news; what reports of politics, war, courts, disasters,
 * business, health, science and sport are made of. Enough to see that two reports tell of one
 * thing, and far from a dictionary: nobody looks words up in it.
 *
 * Each string of a table holds words apart by ";": the word, a space, its renderings apart by "/";
 * NULL ends it. */
#ifndef DIPTYCH_DICTIONARY_CORE_WORDS_H
#define DIPTYCH_DICTIONARY_CORE_WORDS_H

#include "dictionary/lexicon_build.h"

#define CORE_WORDS_VERSION 3 /* goes up when a word changes: lexicons are compiled anew */

extern const char *const core_words_names[];
extern const char *const core_words_common[];
extern const char *const core_words_topics[];

/* Adds all of them. */
void core_words_add(struct lexicon_builder *builder);

#endif
