/* lookup_names: the names of a collection's notes as a dictionary in memory.
 *
 * Each Chinese name is an entry whose glosses are the English ones; of a note without a Chinese
 * name each English name is one, whose gloss is its type. Short names are left out. Ownership:
 * lookup_names_free. */
#ifndef DIPTYCH_QUERY_LOOKUP_NAMES_H
#define DIPTYCH_QUERY_LOOKUP_NAMES_H

#include <stddef.h>

#include "dictionary/dictionary.h"
#include "library/collection.h"

struct lookup_names;

/* `collection` may be NULL, or not declared: then there are no names. It is borrowed. */
struct lookup_names *lookup_names_new(struct collection *collection);
void lookup_names_free(struct lookup_names *names);

const struct dictionary *lookup_names_dictionary(const struct lookup_names *names);

/* The id of the note that an entry names. */
const char *lookup_names_id(const struct lookup_names *names, size_t entry);

#endif
