/* translations: what a term may be rendered by, prepared once and found again in many passages.
 *
 * Made from what lookup.h knows of the whole term. What the glossary says goes before what notes
 * say, that before dictionaries; of one source what says the term and no more before what has it
 * among other words, and of these the longest that stands in the passage.
 * English renderings are compared by stems (language/english_stem.h), one other word may stand between
 * two of theirs; Chinese ones as they are, those that are only among a gloss's words if they have
 * two characters.
 *
 * Ownership: translations_free. Finding is safe in any number of threads. */
#ifndef DIPTYCH_QUERY_TRANSLATIONS_H
#define DIPTYCH_QUERY_TRANSLATIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "query/lookup.h"
#include "base/span.h"

struct translations;

struct translations *translations_new(const struct lookup *lookup, const char *term,
                                      size_t length);
void translations_free(struct translations *translations);

/* Whether the passage has one of them: the bytes of `text` that it takes. */
bool translations_find(const struct translations *translations, const char *text,
                       struct span passage, struct span *found);

#endif
