/* fold: text made comparable, with a way back to the original.
 *
 * Folding maps each code point or space run of the text to what a searcher means:
 * full case folding (Unicode CaseFolding C+F), full-width Latin, digits and punctuation
 * to ASCII, typographic quotes, apostrophes and hyphens to ASCII, NBSP and thin spaces
 * and line breaks to one space, canonical decomposition with marks kept composed
 * (NFC of the result per cluster), soft hyphen, zero-width characters and variation
 * selectors dropped. Without FOLD_SPACE each white-space character becomes a space.
 * A base with its marks is one unit: where they compose, all their bytes map to the base.
 *
 * `text` and `map`: map[i] is the byte offset in the original of the code point that
 * folded byte i came from; map[length] is the original's length. So a span over the
 * fold leads back to an exact span over the original.
 * Ownership: fold_free releases both arrays. */
#ifndef DIPTYCH_TEXT_FOLD_H
#define DIPTYCH_TEXT_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum fold_flags {
    FOLD_CASE = 1,  /* fold letter case */
    FOLD_SPACE = 2, /* a run of white space becomes one space */
    FOLD_MARKS = 4, /* drop combining marks: café = cafe, gǔ = gu */
    FOLD_HAN = 16,  /* traditional characters become the simplified ones (hanpairs.h) */
    FOLD_LINES = 8  /* with FOLD_SPACE: white space between two Han characters or their
                     * punctuation is dropped (hard-wrapped Chinese), and a run with an
                     * empty line in it becomes one newline instead of a space */
};

struct fold {
    char *text;
    size_t length;
    size_t capacity;
    uint32_t *map; /* relative to the original given; originals up to 4 GiB */
};

/* Bytes of the white-space code point at text[at]; 0 when it is none. White space is what
 * Unicode calls so, with NBSP and the line separators. */
size_t fold_white_space(const char *text, size_t length, size_t at);

/* `fold` is reused: its memory is kept between calls (start with { 0 }). */
void fold_text(const char *text, size_t length, unsigned flags, struct fold *fold);
void fold_free(struct fold *fold);

/* For searching a large text in parts. Folding the text from a start on gives the end of the whole
 * fold, folding it up to an end gives the beginning: the nearest start at or before `at`, the nearest end
 * at or after it (0 and `length` are both). Between two words there is one of either. */
size_t fold_start_before(const char *text, size_t length, size_t at);
size_t fold_end_after(const char *text, size_t length, size_t at);

/* End of the base at `at` with the marks on it, or of the run of white space. */
size_t fold_unit_end(const char *text, size_t length, size_t at);

/* True when the code point folds to the single code point *folded wherever it stands, unless
 * something that fold_simple does not know (a mark) follows. False for white space. */
bool fold_simple(uint32_t code, unsigned flags, uint32_t *folded);

/* The simplified character that a traditional one is written as, else the code itself. */
uint32_t fold_simplified(uint32_t code);

#endif
