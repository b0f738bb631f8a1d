/* content_match: which English and Chinese texts of many tell the same, by what is in them.
 *
 * A text's signature is what can be compared without aligning: its Latin words by stem, its numbers and
 * figures, the entities it names, and of a Chinese text the stems that the lexicon renders its words
 * by. Signatures are compared by their cosine, rare things counting more:
 *
 *     weight = ln(1 + times) * sqrt(ln(share of the English texts that have it) * ln(the same of the
 *              Chinese)) * how rare the word is in news at large (word_rarity.h), half of it at least
 *
 * A pair is made of two texts that are among each other's three nearest: of pages on related things the
 * nearest is not always the one that tells the same. Which does is for the aligner to say.
 *
 * Time grows with the texts and with what they share. Ownership: content_match_free. */
#ifndef DIPTYCH_QUERY_CONTENT_MATCH_H
#define DIPTYCH_QUERY_CONTENT_MATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "align/side.h"
#include "dictionary/lexicon.h"

struct content_pair {
    size_t english; /* numbers of texts, as content_match_add returned them */
    size_t chinese;
    double cosine;  /* 0 to 1 */
    double next;    /* the largest of either with another one */
};

struct content_pairs {
    struct content_pair *items;
    size_t count;
    size_t capacity;
};

struct content_match;

/* The lexicon is borrowed, and may be empty. */
struct content_match *content_match_new(const struct lexicon *lexicon);
void content_match_free(struct content_match *match);

/* Takes the signature of a text; nothing of the side is kept. Returns its number, from 0. */
size_t content_match_add(struct content_match *match, const struct side *side, bool chinese);

/* Appends the pairs, by English text; free(items). `go_on` as in parallel.h; false when it has
 * stopped. */
bool content_match_find(struct content_match *match, bool (*go_on)(void *data, double done),
                        void *data, struct content_pairs *pairs);

#endif
