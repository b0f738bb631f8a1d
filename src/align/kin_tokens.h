/* kin_tokens: which tokens of a text tell of the same thing as an English stem, by the groups of
 * word_kin.h.
 *
 * Ownership: kin_tokens_free. Start with { 0 }, of which nothing is kin. */
#ifndef DIPTYCH_ALIGN_KIN_TOKENS_H
#define DIPTYCH_ALIGN_KIN_TOKENS_H

#include <stddef.h>
#include <stdint.h>

#include "align/sparse_rows.h"
#include "base/string_ids.h"

struct kin_token {
    uint32_t token;
    uint32_t next; /* of the same stem, STRING_IDS_NONE at the end */
};

struct kin_tokens {
    struct string_ids stems; /* of the groups of which the text has something */
    uint32_t *first;         /* by stem: its last item */
    size_t first_capacity;
    struct kin_token *items;
    size_t count;
    size_t capacity;
};

void kin_tokens_build(struct kin_tokens *kin, const struct string_ids *tokens);
void kin_tokens_free(struct kin_tokens *kin);

/* Raises what `gather` has of each token that is kin of a stem to `weight`. */
void kin_tokens_gather(const struct kin_tokens *kin, const char *stem, size_t length, float weight,
                       struct gather *gather);

#endif
