/* rendered: signs that one text translates the other, in an alignment that takes them so.
 *
 * Lengths alone make short texts fit, and two reports of one event go through the same things in
 * much the same order now and then, with the same words. But the halves of a translation's beads
 * have things in common that can be pointed at; its sentences keep their places, so that hardly
 * any bead has several on either side; and its figures are those of the other text, where a report
 * has figures of its own: of those in digits, in sentences that make up half of a sure bead alone,
 * one in twenty may be missing, and one in five where nearly all beads are of one sentence each. Of
 * all that stand in beads, where there are some, a part must be met. A long text of which most beads
 * are told and fit well is a translation whatever its figures are: a manual's names the release that
 * it was made for. */
#ifndef DIPTYCH_ALIGN_RENDERED_H
#define DIPTYCH_ALIGN_RENDERED_H

#include <stdbool.h>

#include "align/alignment.h"
#include "align/side.h"

struct rendered_signs {
    double beads;
    double told;      /* of those, with evidence */
    double single;    /* one sentence each */
    double tangled;   /* several on either side */
    double figures;   /* those compared */
    double unmatched; /* and those of them that the other half has not */
    double seen;      /* all that stand in beads, of both halves */
    double met;       /* and those of them that the other half has */
    double alone[2]; /* sentences of A and of B that no bead has */
    double sentences;
    bool pinned;
};

void rendered_read(struct rendered_signs *signs, const struct side *a, const struct side *b,
                   const struct alignment *alignment);

/* Whether they bear out an alignment of that fit (align_mode.h). Without a dictionary less is
 * found, and more must go sentence by sentence. */
bool rendered_is_told(const struct rendered_signs *signs, double fit, bool dictionary);

/* Whether nearly all beads are told and of one sentence each, however little their lengths fit. */
bool rendered_is_told_well(const struct rendered_signs *signs, double fit, bool dictionary);

/* Whether what one text has alone, the other hardly has: one leaves out, the other adds nothing. */
bool rendered_is_one_sided(const struct rendered_signs *signs);

#endif
