/* shared_speakers: whom both of two texts quote.
 *
 * A statement's speaker is quoted by the other text, too, where it names the same entity, or is
 * called by words for one (speaker_match.h), or where a statement of the speaker is linked to one
 * of the other text: what stands in quotation marks in both was said by one, whatever either text
 * calls the speaker.
 *
 * Flags are by the number of the statement. Cost: the product of the two texts' statements.
 * Ownership: shared_speakers_free. */
#ifndef DIPTYCH_QUERY_SHARED_SPEAKERS_H
#define DIPTYCH_QUERY_SHARED_SPEAKERS_H

#include "align/alignment.h"
#include "quote/quotations.h"

struct shared_speakers {
    bool *told[2]; /* whether the other side quotes the statement's speaker */
};

/* Fills `shared`; side 0 is the alignment's A. */
void shared_speakers_find(struct shared_speakers *shared,
                          const struct document *const documents[2],
                          const struct quotations *const quotations[2],
                          const struct alignment *alignment);
void shared_speakers_free(struct shared_speakers *shared);

#endif
