/* term_pattern: what a concordance is made of: a term, and where it stands in texts.
 *
 * A term that is the name of an entity stands for it: all its mentions count, whatever they are
 * called there, and the name where nothing is mentioned. A Chinese term counts where its characters
 * stand, simplified or traditional, full-width or not. A term of other words counts in all forms
 * that its words may be inflected to (language/inflection.h), each a whole word, letter case aside; two
 * capitals, and others that would be a common word in small letters (US, WHO), only as they are.
 *
 * Ownership: term_pattern_free. Finding is safe in any number of threads. */
#ifndef DIPTYCH_QUERY_TERM_PATTERN_H
#define DIPTYCH_QUERY_TERM_PATTERN_H

#include <stddef.h>
#include <stdint.h>

#include "query/entity_index.h"
#include "base/span.h"
#include "align/side.h"

struct term_pattern;

/* `entity index` may be NULL. */
struct term_pattern *term_pattern_new(const struct entity_index *entity_index, const char *term,
                                      size_t length);
void term_pattern_free(struct term_pattern *wanted);

/* The entity that it names, NAMES_NONE. */
uint32_t term_pattern_entity(const struct term_pattern *wanted);

/* Appends where it stands in a text, sorted and without overlap. */
void term_pattern_find(const struct term_pattern *wanted, const struct side *side,
                       struct spans *found);

#endif
