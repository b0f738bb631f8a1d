/* shadow: what the reader's own notes (a vault) take from the notes of a collection.
 *
 * A note of the vault that tells of the same entity as one of the collection stands in its place:
 * the collection's note is covered. It is the same entity where, letter case and width aside,
 *
 *   1. both have a full name in common (names.en, names.zh, the file's name or id), else
 *   2. a full name of the vault's note is an alias of the collection's, else
 *   3. an alias of the vault's note is a full name of the collection's.
 *
 * A note covers one at most and is covered by one at most; the best reason counts, then the order
 * of the collection. The names of a covered note go on counting, for the note that covers it. But
 * every name that a note of the vault claims is that note's alone: none of the collection's keeps
 * it. Short names claim nothing.
 *
 * Ownership: shadow_free; the notes stay the caller's and must outlive the shadow. */
#ifndef DIPTYCH_LIBRARY_SHADOW_H
#define DIPTYCH_LIBRARY_SHADOW_H

#include <stdbool.h>
#include <stddef.h>

#include "library/note.h"
#include "text/fold.h"

#define SHADOW_NONE ((size_t)-1)

struct shadow_claim {
    char *folded;
    size_t note; /* index in the vault */
    unsigned line; /* of the vault's note, 0 for its file's name */
    bool full;
    bool named; /* texts are searched for it: not a mere file name */
};

struct shadow {
    struct shadow_claim *items; /* sorted */
    size_t count;
    size_t capacity;
    size_t *over; /* by note of the collection: the vault's note that covers it, or SHADOW_NONE */
    struct fold fold;
};

void shadow_cast(struct shadow *shadow, const struct notes *vault, const struct notes *notes);
void shadow_free(struct shadow *shadow); /* frees the contents, not the struct */

/* The claim by which the collection's note `index` loses `name` to a note of the vault that does
 * not cover it; NULL when it keeps the name. */
const struct shadow_claim *shadow_taking(struct shadow *shadow, size_t index, const char *name);

/* The line on which the vault's note `vault_note` gives the name by which it covers the
 * collection's `note`; 0 for its file's name. */
unsigned shadow_cover_line(struct shadow *shadow, size_t vault_note, const struct note *note);

#endif
