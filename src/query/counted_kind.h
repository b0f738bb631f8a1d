/* counted_kind: whether two counts of persons count the same kind of them: officers, 警员.
 *
 * Nothing is allocated. */
#ifndef DIPTYCH_QUERY_COUNTED_KIND_H
#define DIPTYCH_QUERY_COUNTED_KIND_H

#include <stdbool.h>

#include "doc/document.h"
#include "figure/figure.h"

/* False where the words behind the figures tell two kinds, or one tells a kind and the other people
 * at large; true for what is not known. */
bool counted_kind_agrees(const struct document *a, const struct figure *of_a,
                         const struct document *b, const struct figure *of_b);

/* False where one counts persons and the other things by their measure words: 760人, 800张. */
bool counted_kind_is_one_measure(const struct document *a, const struct figure *of_a,
                                 const struct document *b, const struct figure *of_b);

#endif
