/* dictionary: a compiled dictionary on disk, open for look-up.
 *
 * A file (dictionary_file.h) that dictionary_builder has written is mapped, not read: opening looks
 * at its head alone and takes well under a millisecond whatever its size. What is looked up is
 * found by binary search in sorted sections. A file that is removed or replaced while it is open
 * stays as it was for those who have it open.
 *
 * Nothing in the file is trusted: every offset is checked where it is used, so that a damaged file
 * gives wrong words at worst; dictionary_verify tells. Strings are those of the source, clean at
 * the time of compiling; what is shown goes through the sanitiser as everything does.
 *
 * Ownership: dictionary_close. All strings belong to the dictionary and live until then. Any
 * number of threads may look up at once. */
#ifndef DIPTYCH_DICTIONARY_DICTIONARY_H
#define DIPTYCH_DICTIONARY_DICTIONARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

struct dictionary;

/* NUL-terminated UTF-8, never NULL. The headword of an English-Chinese dictionary is in both
 * `simplified` and `traditional`: whoever wants Chinese headwords asks for Han. */
struct dictionary_entry {
    const char *simplified;
    const char *traditional; /* the same where the source has only one */
    const char *reading;     /* as in the source: "gu3 quan2"; "" unknown */
    const char *glosses;     /* "stock rights/equity", no slash inside a gloss */
};

/* NULL with a sentence when the file is not there, no dictionary, of another version or byte
 * order, or damaged as far as its head tells. */
struct dictionary *dictionary_open(const char *path, struct error *error);

/* The same from memory, what dictionary_builder_compile has made: takes over `bytes`, which are
 * free()'s, whatever comes of it. `name` is for sentences. */
struct dictionary *dictionary_from_bytes(char *bytes, size_t size, const char *name,
                                         struct error *error);
void dictionary_close(struct dictionary *dictionary);

/* Reads the whole file and compares its checksums; false with a sentence when it is damaged. */
bool dictionary_verify(const struct dictionary *dictionary, struct error *error);

const char *dictionary_languages(const struct dictionary *dictionary); /* "zh-en" */

/* The entries, in the order of the source. */
size_t dictionary_count(const struct dictionary *dictionary);
struct dictionary_entry dictionary_entry_at(const struct dictionary *dictionary, size_t index);

/* What a look-up has found; start with { 0 }, free with dictionary_hits_free. */
struct dictionary_hit {
    uint32_t entry;
    uint32_t length; /* bytes of the text that the headword takes; 0 of an English look-up */
    uint32_t rank;   /* of an English look-up: less is nearer (gloss.h), else 0 */
};

struct dictionary_hits {
    struct dictionary_hit *items;
    size_t count;
    size_t capacity;
};

/* Appends the entries whose headword, simplified or traditional, begins the text: the longest
 * headword first; of one headword in the order of the source. Full-width letters, digits and signs
 * are the half-width ones, capitals the small letters; of several headwords that differ in this
 * alone the one that is written as the text is counts. */
void dictionary_prefixes(const struct dictionary *dictionary, const char *text, size_t length,
                         struct dictionary_hits *hits);

/* Appends the entries that have the words of `term` in one gloss, or as their English headword:
 * whole words, one after the other, letter case, width, marks, inflection (inflection.h) and British or
 * American spelling (spelling.h) aside. First come
 * glosses that say this alone, then first glosses, then the words that the dictionary builds
 * most others upon. At most `limit` entries, 0 all. */
void dictionary_english(const struct dictionary *dictionary, const char *term, size_t length,
                        size_t limit, struct dictionary_hits *hits);

/* Of an entry found so, the sense that made it one, as `start` and `length` in its glosses or its
 * headword ("to sell off" for "sold off"). False when there is none. */
bool dictionary_sense(const struct dictionary *dictionary, size_t entry, const char *term,
                      size_t length, const char **start, size_t *sense_length);

/* Appends the entries of Chinese headwords that are read as `reading`, in the order of the source:
 * gu3quan2, gǔ quán; without tones (guquan) whatever these are. Nothing when it is no pinyin. At
 * most `limit` entries, 0 all. Reads all entries: some milliseconds. */
void dictionary_reading(const struct dictionary *dictionary, const char *reading, size_t length,
                        size_t limit, struct dictionary_hits *hits);

void dictionary_hits_free(struct dictionary_hits *hits);

#endif
