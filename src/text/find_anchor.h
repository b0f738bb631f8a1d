/* find_anchor: where in a text a pattern's rarest character may stand.
 *
 * The anchor is one code point of the folded pattern; its variants are the code points whose
 * fold contains it (k: K, ｋ, Ｋ, the Kelvin sign). The scan looks at every second pair of
 * bytes and stops where the pair could hold the anchor: with its neighbour before it, with
 * its neighbour after it, or as two bytes of a variant. Of any three bytes in a row that is
 * one pair, so nothing is missed. Offsets are bytes. */
#ifndef DIPTYCH_TEXT_FIND_ANCHOR_H
#define DIPTYCH_TEXT_FIND_ANCHOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ANCHOR_VARIANTS_MAX 96

struct find_anchor {
    size_t offset; /* of the anchor in the folded pattern, in bytes */
    size_t index;  /* the same in code points */
    uint32_t code;
    uint32_t variants[ANCHOR_VARIANTS_MAX];
    size_t variant_count;
    unsigned char first[256];  /* a pair is a place when first[a] & second[b] is not 0: */
    unsigned char second[256]; /* bits ANCHOR_* in find_anchor.c */
};

/* Chooses the anchor of the folded pattern; false when none of its characters is fit. */
bool find_anchor_choose(struct find_anchor *anchor, const char *folded, size_t length,
                        unsigned fold_flags);

/* Start of the first variant that starts at or after `at`; `length` when there is none. */
size_t find_anchor_next(const struct find_anchor *anchor, const char *text, size_t length,
                        size_t at);

/* Start of the last variant that starts before `at`; SIZE_MAX when there is none. */
size_t find_anchor_previous(const struct find_anchor *anchor, const char *text, size_t length,
                            size_t at);

#endif
