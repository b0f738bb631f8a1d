/* translation_memory: a translation memory: the articles of a collection, each with the version of
 * its story that it is read beside, and the alignments of the two.
 *
 * The other version of an article is the first of versions_of (versions.h); two files of the
 * reader's own are versions of each other if they are in two languages and tell one story, or are
 * the only two. Texts are read and aligned when they are first asked for and kept in the cache
 * folder, in one file (translation_memory_file.h): to be asked for again costs next to nothing,
 * also by another run of the program. What depends on changed files, notes or dictionaries is made
 * anew.
 *
 * Pins are not looked at. Offsets are bytes of the document that reader_open makes.
 *
 * Ownership: translation_memory_free, which keeps what is new; pairing, entity index and
 * conversion are borrowed and must outlive it; of the collection nothing is kept. One thread at a time. */
#ifndef DIPTYCH_QUERY_TRANSLATION_MEMORY_H
#define DIPTYCH_QUERY_TRANSLATION_MEMORY_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

#include "query/counterpart.h"
#include "query/aligner.h"
#include "library/collection.h"

#define TRANSLATION_MEMORY_NONE SIZE_MAX

struct translation_memory;

struct translation_memory_article {
    char *id;
    char *path;
    char *lang;
    char *story;
    char *title;
    char *publisher;
    char *published;
    size_t other;    /* TRANSLATION_MEMORY_NONE: no other version */
    bool translated; /* one of the two is the translation of the other */
    bool loose;      /* belongs to no collection */
};

/* Scans the collection, which may be NULL; reads no text. `cache_folder` may be NULL. */
struct translation_memory *translation_memory_new(struct collection *collection,
                                                  struct aligner *aligner,
                                                  const struct entity_index *entity_index,
                                                  const char *cache_folder,
                                                  struct conversion *conversion);
void translation_memory_free(struct translation_memory *memory);

size_t translation_memory_count(const struct translation_memory *memory);
const struct translation_memory_article *
translation_memory_article(const struct translation_memory *memory, size_t index);

/* The article at that path; a file that belongs to no collection becomes one.
 * TRANSLATION_MEMORY_NONE with a sentence when it cannot be read. */
size_t translation_memory_add(struct translation_memory *memory, const char *path, const char *id,
                              struct error *error);

/* The text of an article; NULL when it cannot be read. */
const struct side *translation_memory_side(struct translation_memory *memory, size_t index);

/* The article as side *side of the two; false when there is no other version or it cannot be
 * read. Until the next call. */
bool translation_memory_counterpart(struct translation_memory *memory, size_t index,
                                    struct counterpart *opposite, int *side);

/* From when *stop is true on, alignments are given up; NULL: never. */
void translation_memory_stop_at(struct translation_memory *memory, const atomic_bool *stop);

/* How many of the alignments so far were not in the cache. */
size_t translation_memory_fresh(const struct translation_memory *memory);

/* Writes what is new to the cache. */
void translation_memory_save(struct translation_memory *memory);

#endif
