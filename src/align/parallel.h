/* parallel: aligning a text with its translation, or two versions in one language.
 *
 * The method: a first path through a coarse band (coarse.h), all beads around it (lattice.h) scored
 * by the evidence of score.h, a lexicon learned from the likely ones (learn.h), all beads scored
 * again, and the alignment decoded that is expected to have most beads right. What one text has
 * and the other has not is passed over in runs (path_search.h), at the ends or in between, so that
 * a text finds its place in a longer one. Paragraphs that stand elsewhere in the other text
 * (paragraph_moves.h) are taken out before and aligned among themselves.
 *
 * Pins are the reader's: each says that these passages belong together, or, with one side empty,
 * that this one has no counterpart. They hold whatever the texts say, and everything else arranges
 * itself around them. Of pins that overlap the later one counts.
 *
 * Time and memory grow with the length of the texts. Any number of alignments may run at a
 * time, each in a thread of its own. */
#ifndef DIPTYCH_ALIGN_PARALLEL_H
#define DIPTYCH_ALIGN_PARALLEL_H

#include <stdbool.h>
#include <stddef.h>

#include "align/alignment.h"
#include "align/side.h"
#include "base/error.h"
#include "dictionary/lexicon.h"

#define PARALLEL_SENTENCES_MOST ((size_t)400000) /* of one side */

struct parallel_task {
    const struct side *a;
    const struct side *b;
    const struct lexicon *lexicon; /* may be empty (lexicon_new) */
    const struct pin *pins;
    size_t pin_count;
    /* Called some hundred times with the part that is done, 0 to 1; false stops. NULL: never. */
    bool (*go_on)(void *data, double done);
    void *data;
    enum align_mode mode; /* which method align_mode_align (mode.h) takes */
};

/* Fills `alignment` (empty before). False with a sentence when it was stopped or a side is too
 * long; then `alignment` stays empty. */
bool parallel_align(const struct parallel_task *task, struct alignment *alignment,
                    struct error *error);

#endif
