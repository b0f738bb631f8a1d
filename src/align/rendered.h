/* rendered: signs that one text translates the other, in an alignment that takes them so.
 *
 * Lengths alone make short texts fit, and two reports of one event go through the same things in
 * much the same order now and then, with the same words. But the halves of a translation's beads
 * have things in common that can be pointed at; its sentences keep their places, so that hardly
 * any bead has several on either side; and its figures are those of the other text, where a report
 * has figures of its own: of those in digits, in sentences that make up half of a sure bead alone,
 * one in twenty may be missing, and one in five where nearly all beads are of one sentence each. Of
 * all that stand in beads, where there are some, a part must be met. Where many beads in a row are
 * told and fit well it is a translation whatever its figures are: a manual's names the release that
 * it was made for.
 *
 * A few passages prove little. Of short texts it is asked besides what would be linked if they were
 * reports, in whatever order: two links, or one where they change places, that stand in no bead
 * refute that one translates the other. */
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
    bool asked;       /* what is linked if they are reports: */
    double links;
    double stray;    /* of those, the ones that stand in no bead, */
    double crossing; /* and that stand ahead of the one before */
    double alone[2]; /* sentences of A and of B that no bead has */
    double sentences;
    double shorter; /* those of the text that has fewer */
    double likely;  /* beads, each by its confidence */
    double clues;   /* evidence of all beads */
    double lacking; /* beads of one language without a word in common, where there are few beads */
    bool pinned;
};

void rendered_read(struct rendered_signs *signs, const struct side *a, const struct side *b,
                   const struct alignment *alignment);

/* Adds what two texts have in common as reports. */
void rendered_read_links(struct rendered_signs *signs, const struct alignment *alignment,
                         const struct alignment *reports);

/* Whether they bear out an alignment of that fit (align_mode.h). */
bool rendered_is_told(const struct rendered_signs *signs, double fit);

/* Whether nearly all beads are told and of one sentence each, however little their lengths fit. */
bool rendered_is_told_well(const struct rendered_signs *signs, double fit);

/* Whether it is a story, which has hardly any figures to go by, and sentences that are cut and
 * joined: but nothing of it is left out, and nothing of it is linked elsewhere. */
bool rendered_is_calm(const struct rendered_signs *signs, double fit);

/* Whether it is a summary of sentences that the other text has. */
bool rendered_is_summary(const struct rendered_signs *signs, double fit);

/* Whether nearly every sentence is told in its place, so that no link could refute it. */
bool rendered_is_plain(const struct rendered_signs *signs, double fit);

/* Whether so short a text proves nothing, or its links prove the contrary. */
bool rendered_is_refuted(const struct rendered_signs *signs, double fit);

/* Whether what one text has alone, the other hardly has: one leaves out, the other adds nothing. */
bool rendered_is_one_sided(const struct rendered_signs *signs);

#endif
