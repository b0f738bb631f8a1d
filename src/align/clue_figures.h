/* clue_figures: the figures among the clues of two texts. A part of clues.h, which says what they
 * weigh. */
#ifndef DIPTYCH_ALIGN_CLUE_FIGURES_H
#define DIPTYCH_ALIGN_CLUE_FIGURES_H

#include <stdbool.h>

#include "align/bead.h"
#include "align/clue.h"

/* Sets the day of a side. */
void clue_figures_date(struct clue_side *side);

/* Finds the figures of a side, reckoned from its day, else from the other's, and blanks them in its
 * masked text. False when `go_on` (NULL: nobody asks), which is called now and then, has stopped it. */
bool clue_figures_read(struct clue_side *side, const struct clue_side *other,
                       bool (*go_on)(void *data, double done), void *data);

/* Sets figure_pairs; both sides are read. False when stopped. */
bool clue_figures_pair(struct clues *clues, bool (*go_on)(void *data, double done), void *data);

/* What a figure is worth by its kind. */
float clue_figures_worth(const struct figure *figure);

/* Appends the figures that two runs of sentences share. */
void clue_figures_between(const struct clues *clues, const struct bead *bead,
                          struct clue_list *list);

#endif
