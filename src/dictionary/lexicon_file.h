/* lexicon_file: how a compiled lexicon lies on disk, for the one that writes it and the one that
 * maps it.
 *
 * A head, then arrays one after another, each beginning at a multiple of eight bytes, in the order
 * of enum lexicon_part; numbers in the machine's own order, since a cache does not travel. Words
 * and stems are found through open addressing by string_ids_hash: a slot holds a number and one, 0
 * for none. Slot counts are powers of two. */
#ifndef DIPTYCH_DICTIONARY_LEXICON_FILE_H
#define DIPTYCH_DICTIONARY_LEXICON_FILE_H

#include <stddef.h>
#include <stdint.h>

#include "base/string_ids.h"

#define LEXICON_MAGIC "diptych lexicon 5\n"
#define LEXICON_SYLLABLE 8 /* bytes of the longest, zhuang, with its NUL, and one */

enum lexicon_part {
    PART_STEMS,         /* struct string_ids_word */
    PART_STEM_SLOTS,    /* uint32_t */
    PART_SYNONYM_START, /* uint32_t, a stem and one more: where its synonyms begin */
    PART_SYNONYMS,      /* struct lexicon_pair */
    PART_WORDS,
    PART_WORD_SLOTS,
    PART_PAIR_START, /* uint32_t, a word and one more */
    PART_PAIRS,
    PART_READINGS,  /* struct lexicon_reading, sorted */
    PART_SYLLABLES, /* char[LEXICON_SYLLABLE], sorted */
    PART_TIE_START, /* uint32_t, a stem and one more: where its characters begin */
    PART_TIES,      /* struct lexicon_tie, a stem's first being their total */
    PART_HAN,       /* struct lexicon_han, sorted */
    PART_STEM_TEXT,
    PART_WORD_TEXT,
    PART_COUNT
};

/* How likely a word is rendered by a stem, or a stem stands for another. */
struct lexicon_pair {
    uint32_t stem;
    float weight;
};

/* How much of a stem's renderings are words with a character: the sum of their weights. The sum over
 * all of its words stands first, under the code 0. */
struct lexicon_tie {
    uint32_t code;
    float weight;
};

/* How many words have a character. */
struct lexicon_han {
    uint32_t code;
    uint32_t words;
};

/* A character may be read so. */
struct lexicon_reading {
    uint32_t code;
    uint32_t syllable;
};

struct lexicon_head {
    char magic[24];
    uint64_t fingerprint; /* of the dictionaries it was made from */
    uint64_t checksum;    /* of all the rest, this being 0 */
    uint64_t length;      /* of the file */
    uint64_t own_words;   /* that are of no dictionary (core_words.h) */
    uint64_t plain_words; /* the first ones, behind which are those of grammar */
    uint64_t counts[PART_COUNT];
};

/* Bytes of one item of each part. */
size_t lexicon_item_size(enum lexicon_part part);

/* The sum of the head, whose own field counts as 0, and of what follows it. */
uint64_t lexicon_file_checksum(struct lexicon_head head, const char *body, size_t length);

#endif
