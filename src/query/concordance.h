/* concordance: every occurrence of a term in a collection, with what stands for it in the other
 * version of the article.
 *
 * It is made article by article (concordance_step), so that the room can show what there is so far;
 * articles in which the term does not occur cost the search alone. How the term is rendered is
 * counted: renderings that differ in letter case or inflection alone are one.
 *
 * Offsets are bytes of the articles' texts (memory.h). Ownership: concordance_free; the memory, the
 * look-up and the entity index are borrowed. */
#ifndef DIPTYCH_QUERY_CONCORDANCE_H
#define DIPTYCH_QUERY_CONCORDANCE_H

#include <stdbool.h>
#include <stddef.h>

#include "query/entity_index.h"
#include "query/lookup.h"
#include "query/translation_memory.h"

#define CONCORDANCE_MOST ((size_t)20000) /* occurrences kept; more are counted */

struct occurrence {
    size_t article; /* of the memory */
    struct span span;
    struct span sentence;
    size_t other;        /* article with the counterpart, TRANSLATION_MEMORY_NONE none */
    struct span passage; /* there */
    struct span words; /* that render the term; empty: cannot be told */
};

struct rendering_count {
    char *text; /* as it was first met, in small letters if it begins with a Latin one */
    size_t count;
};

struct concordance;

struct concordance *concordance_new(struct translation_memory *memory, const struct lookup *lookup,
                                    const struct entity_index *entity_index, const char *term,
                                    size_t length);
void concordance_free(struct concordance *concordance);

/* Looks at these articles alone; at none of them twice. */
void concordance_limit(struct concordance *concordance, const size_t *articles, size_t count);

/* Looks at the next article; false when there was none left. */
bool concordance_step(struct concordance *concordance);
bool concordance_is_done(const struct concordance *concordance);
void concordance_progress(const struct concordance *concordance, size_t *done, size_t *count); /* in articles */

/* Occurrences so far, those kept and all; articles that have some. */
const struct occurrence *concordance_items(const struct concordance *concordance, size_t *count);
size_t concordance_total(const struct concordance *concordance);
size_t concordance_articles(const struct concordance *concordance);

/* "股权 3, 股份 2; not told 4; no counterpart 1", appended; of the renderings `most` at most. */
void concordance_summary(struct concordance *concordance, size_t most, struct buffer *out);

#endif
