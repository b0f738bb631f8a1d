/* told_place: a place in a text as a statement, for who compares two texts.
 *
 * A day that two reports tell is told by both of one thing only where the sentences have more in
 * common: many things happen on one day. What counts is a link of the aligner, an entity, a second
 * figure, or a word with a capital that both have (a name that no note knows). Figures are no words
 * here: April is in every date of April. */
#ifndef DIPTYCH_QUERY_TOLD_PLACE_H
#define DIPTYCH_QUERY_TOLD_PLACE_H

#include <stdbool.h>

#include "align/alignment.h"
#include "base/span.h"
#include "doc/document.h"
#include "entity/linker.h"
#include "query/figure_comparison.h"

/* One of the two texts; nothing is owned. */
struct told_side {
    const struct document *document;
    const struct mentions *mentions;
};

/* The sentence of the text in which `span` begins; `span` where there is none. */
struct span told_place_sentence(const struct document *document, struct span span);

/* The passage of the other side that is aligned with the place; an empty span. */
struct span told_place_across(const struct alignment *alignment, int side, size_t place);

/* Whether the sentences of the pair's two figures tell of one thing; both figures are there. */
bool told_place_is_one(const struct told_side sides[2], const struct alignment *alignment,
                       const struct figure_comparison *figures, const struct figure_pair *pair);

#endif
