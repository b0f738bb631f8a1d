/* find_anchor: where in a text a pattern's rarest character may stand.
 *
 * The anchor is one code point of the folded pattern; its variants are the code points whose
 * fold contains it (k: K, ｋ, Ｋ, the Kelvin sign). The scan stops at one byte of each variant,
 * the rarest in English and Chinese prose. Offsets are bytes. */
#ifndef DIPTYCH_TEXT_FIND_ANCHOR_H
#define DIPTYCH_TEXT_FIND_ANCHOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ANCHOR_VARIANTS_MAX 48

struct find_anchor {
    size_t offset; /* of the anchor in the folded pattern, in bytes */
    size_t index;  /* the same in code points */
    uint32_t code;
    uint32_t variants[ANCHOR_VARIANTS_MAX];
    size_t variant_count;
    unsigned char stops[256]; /* 1 for the bytes that the scan stops at */
    int only;                 /* the one stop byte, -1 when there are several */
};

/* Chooses the anchor of the folded pattern; false when none of its characters is fit. */
bool find_anchor_choose(struct find_anchor *anchor, const char *folded, size_t length,
                        unsigned fold_flags);

/* Start of the first variant that starts at or after `at`; `length` when there is none. */
size_t find_anchor_next(const struct find_anchor *anchor, const char *text, size_t length,
                        size_t at, uint32_t *code);

/* Start of the last variant that starts before `at`; SIZE_MAX when there is none. */
size_t find_anchor_previous(const struct find_anchor *anchor, const char *text, size_t length,
                            size_t at, uint32_t *code);

#endif
