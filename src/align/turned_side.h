/* turned_side: a side with its sentences from the last to the first.
 *
 * What it is linked to is what any sentences are linked to by chance, in whatever order: the same
 * words, figures and lengths are there.
 * Ownership: turned_side_end; the side given is borrowed and need not stay. */
#ifndef DIPTYCH_ALIGN_TURNED_SIDE_H
#define DIPTYCH_ALIGN_TURNED_SIDE_H

#include "align/side.h"
#include "base/buffer.h"

struct turned_side {
    struct side side;
    struct buffer text;
    struct side_sentence *sentences;
    struct side_mark *marks;
};

void turned_side_begin(struct turned_side *turned, const struct side *side);
void turned_side_end(struct turned_side *turned);

#endif
