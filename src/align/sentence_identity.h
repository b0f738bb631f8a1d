/* sentence_identity: sentences that stand in both texts as they are: code, commands, identifiers, a
 * paragraph that was left untranslated, the same quotation.
 *
 * Code is compared without what a translator touches: comments behind # and //, what is not ASCII,
 * prompts ($, #, >) and blanks. Anything else is compared with blanks taken together, and must have
 * some letters: a number alone stands anywhere.
 * Ownership: identities_free. Start with { 0 }. */
#ifndef DIPTYCH_ALIGN_SENTENCE_IDENTITY_H
#define DIPTYCH_ALIGN_SENTENCE_IDENTITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "align/side.h"
#include "align/sparse_rows.h"

#define IDENTITY_NONE UINT32_MAX

struct identities {
    uint32_t *source; /* by sentence; IDENTITY_NONE for one that the other text has not */
    uint32_t *target;
    struct rows places; /* by identity: its target sentences */
    bool code;          /* code is told apart in both texts, where there is any, */
    bool forms;         /* and so are lists and tables */
};

void identities_find(struct identities *identities, const struct side *source,
                     const struct side *target);
void identities_free(struct identities *identities);

#endif
