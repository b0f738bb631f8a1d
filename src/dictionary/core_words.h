/* core_words: the words that are known without any dictionary.
 *
 * Some 4,100 Chinese words with what they are rendered by, written for this program: countries,
 * cities, organisations and people in the news; what reports of politics, war, courts, disasters,
 * business, health, science and sport are made of; and some 1,400 that stories and manuals are made
 * of. Enough to see that two texts tell of one thing, and far from a dictionary: nobody looks words
 * up in it.
 *
 * Each string of a table holds words apart by ";": the word, a space, its renderings apart by "/";
 * NULL ends it. */
#ifndef DIPTYCH_DICTIONARY_CORE_WORDS_H
#define DIPTYCH_DICTIONARY_CORE_WORDS_H

#include "dictionary/lexicon_build.h"

#define CORE_WORDS_VERSION 4 /* goes up when a word changes: lexicons are compiled anew */

extern const char *const core_words_names[];
extern const char *const core_words_common[];
extern const char *const core_words_topics[];
extern const char *const core_words_stories[];

/* Adds those of news. */
void core_words_add(struct lexicon_builder *builder);

/* Adds those of stories and manuals that the builder does not know yet, and everyday_words.h, so
 * that words are told apart. */
void core_words_add_stories(struct lexicon_builder *builder);

#endif
