/* linking: which sentences or runs of sentences of two reports say the same, by their candidates.
 *
 * What it takes to be linked, beside being each other's best and clearly ahead of the rest:
 *   - a figure that tells something, or a rare name and a word, or three rare names; or three
 *     words and a high score (a still higher one between texts of one language, which share
 *     words anyway); or nearly the same words in one language; or, of two headings, three
 *     things of any kind;
 *   - or else, within two sentences of a link on both sides, a lower score, and a figure that
 *     tells something, or three things, a word among them and one of them strong.
 * A link grows by the sentence before or behind it, of one side alone, when that one's best is in
 * the link and it adds strong clues that the link has not yet; LINKING_RUN sentences at most.
 *
 * Ownership: linking_free; clues and candidates are borrowed. */
#ifndef DIPTYCH_ALIGN_LINKING_H
#define DIPTYCH_ALIGN_LINKING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "align/bead.h"
#include "align/candidates.h"

#define LINKING_RUN 3
#define LINKING_NONE UINT32_MAX

struct linked {
    struct bead bead;
    float score;
};

struct linking {
    struct candidates *candidates;
    struct clues *clues;
    const bool *source_out; /* borrowed; sentences that are left out */
    const bool *target_out;
    bool one_language;
    uint32_t *source_link; /* by sentence: index of its link, LINKING_NONE none */
    uint32_t *target_link;
    struct linked *items;
    size_t count;
    size_t capacity;
    struct clue_list list; /* scratch */
};

/* Finds the links; they stand in no order. */
void linking_find(struct linking *linking, struct candidates *candidates, const bool *source_out,
                  const bool *target_out);
void linking_free(struct linking *linking);

#endif
