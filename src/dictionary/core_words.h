/* core_words: the words that are known without any dictionary.
 *
 * Some 18,700 Chinese words with what they are rendered by, written for this program. Of the news:
 * countries, cities, organisations and people; what reports of politics, war, courts, disasters,
 * business, health, science and sport are made of. Of other texts: what people do, how they are, what
 * they have around them, nature, society, science and computing. Enough to see that two texts tell of
 * one thing, and far from a dictionary: nobody looks words up in it.
 *
 * Each string of a table holds words apart by ";": the word, a space, its renderings apart by "/",
 * the most usual first; or the word alone, which parts others. No word is there twice; NULL ends the
 * table. */
#ifndef DIPTYCH_DICTIONARY_CORE_WORDS_H
#define DIPTYCH_DICTIONARY_CORE_WORDS_H

#include "dictionary/lexicon_build.h"

#define CORE_WORDS_VERSION 9 /* goes up when a word changes: lexicons are compiled anew */

extern const char *const core_words_names[];
extern const char *const core_words_common[];
extern const char *const core_words_topics[];
extern const char *const core_words_stories[];
extern const char *const core_words_general_a_k[];
extern const char *const core_words_general_l_z[];
extern const char *const core_words_connectives[];
extern const char *const core_words_actions[];
extern const char *const core_words_qualities[];
extern const char *const core_words_daily[];
extern const char *const core_words_nature[];
extern const char *const core_words_computing[];
extern const char *const core_words_society[];
extern const char *const core_words_science[];
extern const char *const core_words_culture[];
extern const char *const core_words_places[];
extern const char *const core_words_characters[];

/* The tables; NULL ends each list. The last two of the others, from core_words_characters on, have
 * the words of grammar and what stories are told with, which say nothing of what a text is about. */
extern const char *const *const core_words_of_news[];
extern const char *const *const core_words_of_other_texts[];

/* Adds those of news. */
void core_words_add(struct lexicon_builder *builder);

/* Adds those of other texts that the builder does not know yet. */
void core_words_add_others(struct lexicon_builder *builder);

#endif
