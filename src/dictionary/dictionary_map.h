/* dictionary_map: the inside of an open dictionary, for the files that look things up in it.
 *
 * Sections are where the file's head says, which was checked; what is in them was not. */
#ifndef DIPTYCH_DICTIONARY_DICTIONARY_MAP_H
#define DIPTYCH_DICTIONARY_DICTIONARY_MAP_H

#include <stddef.h>
#include <stdint.h>

#include "dictionary/dictionary_file.h"

struct dictionary {
    char *path;
    const char *bytes; /* the whole file, mapped: */
    char *memory;      /* or not, then the same and ours to free */
    size_t size;
    const struct dictionary_head *head;
    const struct dictionary_record *records;
    const uint32_t *heads;
    const struct dictionary_word *words;
    const uint32_t *postings;
    const char *text;
    size_t count; /* of records */
    size_t head_count;
    size_t word_count;
    size_t posting_count;
    size_t text_size;
};

/* The string at an offset of TEXT, "" beyond it. TEXT ends with a NUL. */
static inline const char *dictionary_text(const struct dictionary *dictionary, uint32_t offset)
{
    return offset < dictionary->text_size ? dictionary->text + offset
                                          : dictionary->text + dictionary->text_size - 1;
}

#endif
