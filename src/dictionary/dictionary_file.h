/* dictionary_file: how a compiled dictionary lies on disk; known to the builder, which writes it,
 * and to dictionary.c, which maps it.
 *
 * A head, then five sections, each at a multiple of 8 bytes and followed by zeros up to the next:
 *
 *   ENTRIES   struct dictionary_record each, in the order of the source
 *   HEADS     entry number times 2, plus 1 for its traditional form; sorted by the headword's
 *             bytes, then by number. An entry with one form is there once.
 *   WORDS     struct dictionary_word each, sorted by their bytes
 *   POSTINGS  of each word its entries: entry number + rank << DICTIONARY_RANK_SHIFT, by rank
 *   TEXT      all strings, NUL-terminated; its last byte is NUL, so that every offset into it
 *             is a string
 *
 * Numbers have the byte order of the machine that compiled it: a file is a cache of its source and
 * is compiled anew elsewhere. Offsets of sections count from the start of the file, offsets of
 * strings from the start of TEXT. */
#ifndef DIPTYCH_DICTIONARY_DICTIONARY_FILE_H
#define DIPTYCH_DICTIONARY_DICTIONARY_FILE_H

#include <stddef.h>
#include <stdint.h>

#define DICTIONARY_MAGIC "diptych words\n\032" /* 15 bytes and the NUL */
#define DICTIONARY_ORDER 0x01020304u
#define DICTIONARY_VERSION 1u
#define DICTIONARY_RANK_SHIFT 24
#define DICTIONARY_ENTRIES_MOST ((size_t)1 << DICTIONARY_RANK_SHIFT)
#define DICTIONARY_POSTINGS_MOST ((size_t)4096) /* of one word; the rest says "of" and "to" */

enum dictionary_section {
    SECTION_ENTRIES,
    SECTION_HEADS,
    SECTION_WORDS,
    SECTION_POSTINGS,
    SECTION_TEXT,
    SECTION_COUNT
};

struct dictionary_extent {
    uint64_t start;
    uint64_t size;
    uint64_t sum; /* dictionary_sum of the section and the zeros behind it */
};

struct dictionary_head {
    char magic[16];
    uint32_t order;
    uint32_t version;
    char languages[16];
    uint64_t size; /* of the whole file */
    struct dictionary_extent sections[SECTION_COUNT];
    uint64_t sum; /* of everything above */
};

struct dictionary_record {
    uint32_t simplified;
    uint32_t traditional;
    uint32_t reading;
    uint32_t glosses;
};

struct dictionary_word {
    uint32_t text;
    uint32_t first; /* in POSTINGS */
    uint32_t count;
};

/* A checksum against damage, not malice: FNV-1a over words of 8 bytes with a shift that lets high
 * bits reach low ones. `size` is a multiple of 8. */
uint64_t dictionary_sum(const void *bytes, size_t size);

#endif
