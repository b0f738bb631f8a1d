/* translation_memory_file: the texts and alignments of a translation memory (memory.h) in one file.
 *
 * The file is mapped, not read: opening looks at its head and tables, and what is asked for is
 * found by its key in a sorted table. A key stands for all that an entry was made from. A file of
 * another version, of another machine's layout or with another `world` (lexicon, names) is none.
 * Every entry has a checksum and is checked when it is asked for: a damaged one is none.
 *
 * Ownership: translation_memory_file_close; what was found points into the file. */
#ifndef DIPTYCH_QUERY_TRANSLATION_MEMORY_FILE_H
#define DIPTYCH_QUERY_TRANSLATION_MEMORY_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "align/alignment.h"
#include "align/side.h"

struct translation_memory_file;

struct translation_memory_text {
    uint64_t key;
    struct side side;
};

struct translation_memory_pair {
    uint64_t key;
    struct alignment alignment;
};

struct translation_memory_texts {
    struct translation_memory_text *items;
    size_t count;
    size_t capacity;
};

struct translation_memory_pairs {
    struct translation_memory_pair *items;
    size_t count;
    size_t capacity;
};

/* NULL when there is none: nothing to complain of. */
struct translation_memory_file *translation_memory_file_open(const char *path, uint64_t world);
void translation_memory_file_close(struct translation_memory_file *file);

bool translation_memory_file_text(const struct translation_memory_file *file, uint64_t key,
                                  struct side *side);

/* `sides` are those that it aligns. */
bool translation_memory_file_pair(const struct translation_memory_file *file, uint64_t key,
                                  const struct side *const sides[2], struct alignment *alignment);

/* Sorts both by key. The file that is replaced stays as it was for who has it open. */
bool translation_memory_file_write(const char *path, uint64_t world,
                                   struct translation_memory_texts *texts,
                                   struct translation_memory_pairs *pairs, struct error *error);

#endif
