/* moved_growth: where what was moved begins and ends.
 *
 * A block is found by what surely belongs to it, and the main alignment was made before all of it
 * was known: sentences at its ends are left alone in both texts then, or drawn into the beads of
 * others. So the ends are settled again, each by itself: its last beads and some sentences beyond
 * them are shared out between the block and the main alignment in the way that explains all of them
 * best.
 * Nothing is kept. */
#ifndef DIPTYCH_ALIGN_MOVED_GROWTH_H
#define DIPTYCH_ALIGN_MOVED_GROWTH_H

#include "align/moved_parts.h"

/* Changes the blocks' bounds and what is out. `main` is the main alignment in order. False when
 * stopped. */
bool moved_growth_settle(struct moved_parts *parts, struct scorer *scorer,
                         const struct weights *weights, const struct beads *main,
                         const struct lattice_watch *watch);

#endif
