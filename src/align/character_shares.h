/* character_shares: how much of a Chinese sentence another one has, character by character, which
 * sees that 罚单 and 罚款, 送医 and 送往医院 have something in common.
 *
 *   share   sum of worth(c) of the characters that both have / (sum of worth(c) of all + 1),
 *           worth = rare(c) r(c): rare as in character_ties.h, r as in clues.h
 *
 * Ownership: character_shares_free; the sides and the clues are borrowed. */
#ifndef DIPTYCH_ALIGN_CHARACTER_SHARES_H
#define DIPTYCH_ALIGN_CHARACTER_SHARES_H

#include "align/clue.h"

struct character_shares {
    struct string_ids characters; /* of both texts */
    struct rows sentences[2];     /* source, target: characters, each once, and their worth */
    bool *marked;                 /* scratch, by character */
};

void character_shares_build(struct character_shares *shares, const struct clues *clues);
void character_shares_free(struct character_shares *shares);

/* Of the source sentence in `parts[0]`, of the target sentence in `parts[1]`. */
void character_shares_between(struct character_shares *shares, size_t source, size_t target,
                              float parts[2]);

#endif
