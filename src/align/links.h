/* links: which sentences or runs of sentences of two reports are taken to say the same. How they
 * are found is linking.h's.
 *
 * Ownership: links_free; clues and candidates are borrowed. */
#ifndef DIPTYCH_ALIGN_LINKS_H
#define DIPTYCH_ALIGN_LINKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "align/bead.h"
#include "align/candidates.h"

#define LINKS_RUN 3       /* sentences of a link, of one side */
#define LINKS_STRONG 0.4F /* weight of a clue */
#define LINKS_ALSO 2      /* links of a sentence besides the one that it stands in */
#define LINKS_OPENING 1   /* the last sentence that tells what a text is all about, from 0 */
#define LINKS_NONE UINT32_MAX

struct linked {
    struct bead bead;
    float score; /* how likely a reader accepts it, 0 to 1 */
    bool also;   /* one of the two sentences stands in another link */
};

struct links {
    struct candidates *candidates;
    struct clues *clues;
    const bool *source_out; /* borrowed; sentences that are left out */
    const bool *target_out;
    uint32_t *source_link; /* by sentence: index of its link, LINKS_NONE none */
    uint32_t *target_link;
    float *source_chance; /* by sentence: that anything says the same */
    float *target_chance;
    struct linked *items;
    size_t count;
    size_t capacity;
    struct clue_list list; /* scratch */
};

void links_begin(struct links *links, struct candidates *candidates, const bool *source_out,
                 const bool *target_out);
void links_free(struct links *links);

/* Makes a link of two sentences that have none. */
void links_add(struct links *links, const struct candidate *pair, float score);

/* Makes a sentence that has no link a part of that of its counterpart; false when it does not stand
 * beside or brings nothing strong that the link has not. */
bool links_join(struct links *links, const struct candidate *pair);

/* Makes a link of a sentence that has none with one that has: it is told there as well. Nothing
 * happens when both have one or LINKS_ALSO are reached. */
void links_also(struct links *links, const struct candidate *pair, float score);

/* What a pair adds to a link: the weight of its clues that the link has not; 0 when none of them is
 * strong. */
float links_added(struct links *links, const struct bead *link, const struct bead *pair);

#endif
