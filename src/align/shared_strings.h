/* shared_strings: how many things two Chinese sentences share beside who speaks.
 *
 * Clues of Han in twos that go on with each other are one string: 埃德霍尔姆 is one thing, not four.
 * Before a verb of saying, from the last stop on, is told who speaks and not what is said
 * (教育大臣埃德霍尔姆28日说), which many sentences of a report have in common that tell of other
 * things. Names that the reader has noted count as one together.
 * Ownership: shared_strings_free; the clues are borrowed. */
#ifndef DIPTYCH_ALIGN_SHARED_STRINGS_H
#define DIPTYCH_ALIGN_SHARED_STRINGS_H

#include "align/clue.h"

struct shared_strings {
    const struct clues *clues;
    struct span *speakers[2]; /* by sentence of the source, and of the target: who speaks */
};

void shared_strings_build(struct shared_strings *strings, const struct clues *clues);
void shared_strings_free(struct shared_strings *strings);

/* Strings and figures; `list` holds the clues of the two sentences, heaviest first. */
size_t shared_strings_count(const struct shared_strings *strings, const struct clue_list *list,
                            size_t source, size_t target);

#endif
