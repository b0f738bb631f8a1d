/* approximate: where a pattern occurs in a text with few edits, over code points.
 *
 * Distances are Levenshtein's: insertions, deletions and substitutions of one code point each. The
 * columns of the table are computed 64 rows at a time with the bit vectors of G. Myers, "A fast
 * bit-vector algorithm for approximate string matching based on dynamic programming", Journal
 * of the ACM 46 (1999), in the form of H. Hyyrö, "Explaining and extending the bit-parallel
 * approximate string matching algorithm of Myers" (2001), with blocks one above the other for
 * patterns of more than 64. Time: text times pattern / 64.
 *
 * Ownership: approximate_free. One pattern may be looked for in any number of texts. */
#ifndef DIPTYCH_NOTES_APPROXIMATE_H
#define DIPTYCH_NOTES_APPROXIMATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct approximate;

/* `length` is at least 1. With `reversed` the pattern and the texts are read from their ends. */
struct approximate *approximate_new(const uint32_t *pattern, size_t length, bool reversed);
void approximate_free(struct approximate *pattern);

/* distances[i] becomes the least distance of the pattern from any part of the text that ends behind
 * its i-th code point, i from 1 to `length` (reversed: that begins i before its end).
 * distances[0] is the pattern's length. With `anchored` only parts that begin where the text
 * begins (reversed: end where it ends) count. */
void approximate_run(struct approximate *pattern, const uint32_t *text, size_t length,
                     bool anchored, uint32_t *distances);

#endif
