/* linking_principals: the people, firms and places that a report in English and one in Chinese are
 * about, and whether the other tells of them. Two reports of two takeovers share words and kinds of
 * figures, but no names.
 *
 * Principal is what the first sentences say, or more than one: of the English text proper nouns, of
 * the Chinese one strings of characters that transliterations are written with. Each counts for as
 * many sentences as have it, LINKING_PRINCIPAL_MOST at most.
 * Linear in the texts. */
#ifndef DIPTYCH_ALIGN_LINKING_PRINCIPALS_H
#define DIPTYCH_ALIGN_LINKING_PRINCIPALS_H

#include "align/clue.h"

#define LINKING_PRINCIPAL_MOST 4

struct linking_principals {
    float known;   /* that the other text has */
    float strange; /* that it has not */
};

/* `surest` says by term how surely the source has it at all. */
struct linking_principals linking_principals_weigh(const struct clues *clues, const float *surest);

#endif
