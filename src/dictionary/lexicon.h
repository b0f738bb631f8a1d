/* lexicon: which English stems a Chinese word may be rendered by, and how likely.
 *
 * Compiled from the dictionaries by lexicon_build.h into one file that is mapped, not read: opening
 * takes as long as the checksum over it (a few milliseconds). On top of it lies what the caller
 * adds at run time: glossary entries and the names of entities. An empty lexicon works as well.
 *
 * Stems and words have numbers: those of the file first, then those added. A weight is no
 * probability in the strict sense: 1 says that the word has no other meaning.
 * Chinese words are UTF-8 in simplified or traditional characters, whichever the dictionary has.
 *
 * Ownership: lexicon_free. Adding is not thread-safe; any number of threads may look up. */
#ifndef DIPTYCH_DICTIONARY_LEXICON_H
#define DIPTYCH_DICTIONARY_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/error.h"
#include "dictionary/lexicon_file.h"

#define LEXICON_NONE STRING_IDS_NONE
#define LEXICON_WORD_LIMIT 8 /* characters of the longest word that is looked for */

struct lexicon;

struct lexicon *lexicon_new(void);

/* Maps a compiled file. NULL with a sentence when it is missing, damaged, of another version, or
 * not made from the dictionaries that `fingerprint` stands for: then it must be compiled anew. */
struct lexicon *lexicon_open(const char *path, uint64_t fingerprint, struct error *error);

/* The same from memory, taken over from `bytes`. */
struct lexicon *lexicon_from_bytes(struct buffer *bytes, uint64_t fingerprint, struct error *error);
void lexicon_free(struct lexicon *lexicon);

/* Adds that `chinese` may be rendered by `english`. Texts without Han or without a word that
 * says something are passed over. */
void lexicon_add(struct lexicon *lexicon, const char *chinese, size_t chinese_length,
                 const char *english, size_t english_length);

/* Tells lexicons apart that may give different answers. */
uint64_t lexicon_fingerprint(const struct lexicon *lexicon);

/* Whether a dictionary is in it, and not only what is known without one (core_words.h). */
bool lexicon_has_dictionary(const struct lexicon *lexicon);

/* Whether a word is one of grammar, or so usual that reports of anything have it (我, 因为, 回来): known
 * to part others and to render translations by, and no evidence between reports. None is where a
 * dictionary tells what it means. */
bool lexicon_is_grammar(const struct lexicon *lexicon, uint32_t word);

size_t lexicon_stem_count(const struct lexicon *lexicon);
size_t lexicon_word_count(const struct lexicon *lexicon);
uint32_t lexicon_stem(const struct lexicon *lexicon, const char *stem, size_t length);
uint32_t lexicon_word(const struct lexicon *lexicon, const char *word, size_t length);

/* The stems that render a word; how many there are. They stay until the next lexicon_add. */
size_t lexicon_renderings(const struct lexicon *lexicon, uint32_t word,
                          const struct lexicon_pair **pairs);

/* The stems that dictionaries use side by side with this one. */
size_t lexicon_synonyms(const struct lexicon *lexicon, uint32_t stem,
                        const struct lexicon_pair **pairs);

/* The characters of the words that a compiled stem renders (lexicon_ties.h), by code point; their total
 * first. How many items: 0 when there are none. */
size_t lexicon_ties(const struct lexicon *lexicon, uint32_t stem, const struct lexicon_tie **ties);

/* How many compiled words, of those whose characters count, have a character. */
size_t lexicon_words_with(const struct lexicon *lexicon, uint32_t code);

/* The words added at run time: their numbers begin at lexicon_compiled_words. */
size_t lexicon_compiled_words(const struct lexicon *lexicon);
const char *lexicon_added_text(const struct lexicon *lexicon, uint32_t word, size_t *length);

/* The text of a stem, not NUL-terminated. */
const char *lexicon_stem_text(const struct lexicon *lexicon, uint32_t stem, size_t *length);

/* The syllables (by number) that a character may be read as; how many there are. */
size_t lexicon_readings(const struct lexicon *lexicon, uint32_t code,
                        const struct lexicon_reading **readings);

/* A syllable in plain letters (pinyin.h). */
const char *lexicon_syllable(const struct lexicon *lexicon, uint32_t syllable);

#endif
