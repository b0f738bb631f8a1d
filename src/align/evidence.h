/* evidence: what a reader could point at to see that two passages belong together.
 *
 * Marks of the same name or figure on both sides, and the terms of the target that the source's
 * units render best, weighed by how rare they are. At most EVIDENCE_MOST a passage, strongest
 * first. Ownership: evidence_finder_free; corpus and sides are borrowed. */
#ifndef DIPTYCH_ALIGN_EVIDENCE_H
#define DIPTYCH_ALIGN_EVIDENCE_H

#include "align/alignment.h"
#include "align/bead.h"
#include "align/sentence_model.h"

#define EVIDENCE_MOST 6

struct evidence_finder;

struct evidence_finder *evidence_finder_new(const struct corpus *corpus);
void evidence_finder_free(struct evidence_finder *finder);

/* Appends the bead's evidence, `a` being the source's side; how many. */
size_t evidence_find(struct evidence_finder *finder, const struct bead *bead,
                     struct evidences *out);

#endif
