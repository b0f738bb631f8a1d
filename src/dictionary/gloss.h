/* gloss: the English words of a dictionary's glosses.
 *
 * "(coll.) to sell out; to betray/variant of 賣|卖[mai4]" has three senses: glosses end at
 * slashes, senses at slashes and at semicolons outside parentheses. The words of a sense are
 * lower-case, without marks (café: cafe), without a final 's; hyphens and dots part them; Han and
 * whatever stands in square brackets are no words. Words in parentheses are *aside*: they are
 * found, but a sense that has one word that is not aside, after a first to, a, an, the or be,
 * *says* that word.
 *
 * Ownership: gloss_walk_free releases what a walk holds; a sense is valid until the next. */
#ifndef DIPTYCH_DICTIONARY_GLOSS_H
#define DIPTYCH_DICTIONARY_GLOSS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "text/fold.h"

#define GLOSS_WORD_SIZE 64 /* bytes with the NUL; longer words are cut there */

struct gloss_word {
    size_t text; /* offset in gloss_walk.text */
    bool aside;
};

struct gloss_walk {
    const char *at;    /* what is left, NUL-terminated */
    size_t sense;      /* number of the sense, from 0 */
    const char *start; /* its text, in what was given */
    size_t length;
    struct fold fold;
    struct buffer text;
    struct gloss_word *items; /* the words of the sense */
    size_t count;
    size_t capacity;
    size_t first; /* the first word that is neither aside nor a particle */
    size_t core;  /* how many such words follow from there */
};

/* Start with { 0 }, then gloss_begin for each string of glosses (borrowed) in turn. */
void gloss_begin(struct gloss_walk *walk, const char *glosses);

/* The next sense that has a word; false past the last. */
bool gloss_next(struct gloss_walk *walk);

/* The `index`th word of the sense. */
const char *gloss_word(const struct gloss_walk *walk, size_t index);
void gloss_walk_free(struct gloss_walk *walk);

/* How near a sense comes to a term: less is nearer. A sense that says the term and no more comes
 * before one that has it among others, the earlier sense before the later, the very word before
 * another form of it, which is the lowest bit. At most GLOSS_RANK_MOST. */
#define GLOSS_RANK_MOST 127u
#define GLOSS_RANK_ALONE 63u /* at most, of a sense that says the term and no more */
uint32_t gloss_rank(bool alone, bool same_form, size_t sense);

#endif
