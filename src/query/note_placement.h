/* note_placement: where the annotations of a text stand in it as it is now.
 *
 * An annotation belongs to a text when one of its passages was taken from that article, or from the
 * same words under another name, or from a version of the same story in the same language that is
 * no longer there (a renamed file); of the last, only those that are found in it. Every passage is
 * looked for (notes/anchor.h); nothing in the store is changed.
 *
 * Offsets are bytes of the document. Ownership: note_placement_free; document and store are
 * borrowed during note_placement_update, the document until note_placement_free. */
#ifndef DIPTYCH_QUERY_NOTE_PLACEMENT_H
#define DIPTYCH_QUERY_NOTE_PLACEMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/span.h"
#include "doc/document.h"
#include "notes/anchor.h"
#include "notes/store.h"

struct placement {
    struct span span; /* empty when it has no place: ambiguous, lost */
    char id[ANNOTATION_ID_SIZE];
    enum annotation_kind kind;
    enum target_role role;
    enum anchor_state state;
    bool same_words; /* it stands elsewhere, but as it was */
    char *words;     /* the comment's first line, clean; without a comment "" */
    char *colour;    /* "" none */
};

/* A stretch of text with the same annotations on it. */
struct placement_run {
    size_t start;
    size_t end;
    unsigned count;
    size_t last; /* the one of them that begins last: index of a placement */
};

struct placements {
    struct placement *items; /* those with a place first, by start, then as they were made */
    size_t count;
    size_t capacity;
    size_t placed; /* how many have a place */
    struct placement_run *runs;
    size_t run_count;
    unsigned long edition;    /* of the notebook they are of; 0: never looked */
    struct anchor_text *text; /* NULL until a passage was looked for */
    char hash[SHA256_HEX_SIZE];
};

/* Which text. `is_there` tells whether an article of that name can still be opened. */
struct placement_text {
    const char *article;
    const struct document *document;
    bool (*is_there)(void *context, const char *article);
    void *context;
};

struct placements *note_placement_new(void);
void note_placement_free(struct placements *placements);

/* Looks for all of them anew; a NULL store has none. False with a sentence when the store could
 * not be read: then there are none. */
bool note_placement_update(struct placements *placements, const struct placement_text *text,
                           struct store *store, struct error *error);

/* The placement of those at `offset` that begins last, NULL when there is none; `count` (may be
 * NULL) becomes how many stand there. */
const struct placement *note_placement_at(const struct placements *placements, size_t offset,
                                          size_t *count);

/* Index of the first placed one that begins at `offset` or behind it; `placed` when none does. */
size_t note_placement_from(const struct placements *placements, size_t offset);

const struct placement *note_placement_find(const struct placements *placements, const char *id,
                                            enum target_role role);

/* How many passages are in that state; those that only stand elsewhere than before are none. */
size_t note_placement_count(const struct placements *placements, enum anchor_state state);

#endif
