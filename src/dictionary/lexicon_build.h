/* lexicon_build: compiling dictionaries into the file that lexicon.h maps.
 *
 * Give every entry of every dictionary to lexicon_builder_add, then finish. A word's weights come
 * from its distinct glosses: each stem of a gloss of n stems has n^-1.4, over k^1.7 for k glosses,
 * at most 1. Synonyms are stems that are glosses of one word: what a word has once counts
 * as one over the number of its one-stem glosses.
 *
 * Ownership: lexicon_builder_free. About 40 MB for 125,000 entries while it lives. */
#ifndef DIPTYCH_DICTIONARY_LEXICON_BUILD_H
#define DIPTYCH_DICTIONARY_LEXICON_BUILD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

struct lexicon_builder;

struct lexicon_builder *lexicon_builder_new(void);
void lexicon_builder_free(struct lexicon_builder *builder);

/* One entry: the word in simplified and in traditional characters (NULL when there is but one
 * form), its pinyin with tone numbers, syllables apart ("Zhong1 guo2", NULL none), and its
 * glosses apart by "/" or ";". Entries that say nothing are passed over. */
void lexicon_builder_add(struct lexicon_builder *builder, const char *simplified,
                         const char *traditional, const char *pinyin, const char *glosses);

/* The same of a word that the program knows by itself, which makes no dictionary. */
void lexicon_builder_add_own(struct lexicon_builder *builder, const char *word,
                             const char *glosses);

/* One of those of which nothing is known but that its characters belong together. */
void lexicon_builder_add_word(struct lexicon_builder *builder, const char *word, size_t length);
bool lexicon_builder_has_word(const struct lexicon_builder *builder, const char *word,
                              size_t length);

/* Words that are not known yet and come from now on are of grammar (lexicon.h). */
void lexicon_builder_go_on_with_grammar(struct lexicon_builder *builder);

/* Appends the bytes of the file, for file_write and lexicon_from_bytes. False when `go_on` (NULL:
 * nobody asks), which is asked every few thousand words, has stopped it: nothing is appended then. */
bool lexicon_builder_finish(struct lexicon_builder *builder, uint64_t fingerprint,
                            bool (*go_on)(void *data, double done), void *data,
                            struct buffer *out);

#endif
