/* aligner: aligning articles with all that the reader has: dictionaries, the collection's glossary, the
 * names of its entities; and remembering what came out.
 *
 * The installed dictionaries and the words that the program knows by itself (core_words.h) are compiled
 * into one lexicon in the cache folder, anew whenever one of them has changed (a second or so for
 * CC-CEDICT); it is opened, or compiled, at the first alignment. Alignments are kept in the cache folder
 * under a key of everything they depend on. Without a cache folder, or where it cannot be written, all is
 * worked out each time: never an error.
 *
 * Ownership: aligner_free; aligner_text_free. Collection and entity index are borrowed and may be NULL.
 * aligner_lexicon once, then any number of threads may read texts and align. */
#ifndef DIPTYCH_QUERY_ALIGNER_H
#define DIPTYCH_QUERY_ALIGNER_H

#include <stdbool.h>
#include <stddef.h>

#include "query/entity_index.h"
#include "base/error.h"
#include "figure/figures.h"
#include "align/parallel.h"
#include "doc/document.h"
#include "library/collection.h"

struct aligner;

struct aligner *aligner_new(struct collection *collection, const struct entity_index *entity_index,
                            const char *data_folder, const char *cache_folder);
void aligner_free(struct aligner *aligner);

/* Never NULL. */
const struct lexicon *aligner_lexicon(struct aligner *aligner);

/* Opens or compiles it; false when `go_on` (NULL: nobody asks), which is asked now and then, has stopped
 * that. Then it is done at the next time. */
bool aligner_prepare(struct aligner *aligner, bool (*go_on)(void *data, double done), void *data);

/* Whether dictionaries or the glossary are others than when it was opened; false before. */
bool aligner_is_stale(const struct aligner *aligner);

struct aligner_sentences {
    struct side_sentence *items;
    size_t count;
    size_t capacity;
};

struct aligner_marks {
    struct side_mark *items;
    size_t count;
    size_t capacity;
};

/* A document as the aligner takes it. */
struct aligner_text {
    struct aligner_sentences sentences;
    struct aligner_marks marks;
    struct figures figures; /* article_figures.h */
    struct side side; /* points into the first two and the document */
};

/* Cuts a document into sentences and marks the entities it names and its figures. `text` starts as { 0 }. */
void aligner_read(const struct aligner *aligner, const struct document *document,
                  struct aligner_text *text);

/* The same, asking `go_on` (NULL: nobody) now and then; false when it has stopped it, and aligner_text_free
 * all the same. */
bool aligner_read_asking(const struct aligner *aligner, const struct document *document,
                         bool (*go_on)(void *data, double done), void *data,
                         struct aligner_text *text);
void aligner_text_free(struct aligner_text *text);

/* What the front matter of two articles says they are to each other: parallel when one is a
 * translation of the other or both are of a third, else auto. A document may be NULL. */
enum align_mode aligner_mode(const struct document *a, const char *a_id, const struct document *b,
                             const char *b_id);

/* align_mode_align with the pairing's lexicon (whatever the task has), through the cache. */
bool aligner_align(struct aligner *aligner, struct parallel_task *task, struct alignment *alignment,
                   struct error *error);

#endif
