/* anchor_text: a text made ready for finding quotes in it.
 *
 * The text is folded (text/fold.h with FOLD_SPACE: white space runs, widths, typographic quotes and
 * dashes count as one) and decoded; every folded code point knows where it stood. An index of
 * all sequences of a few code points, built at the first need, tells in no time where a quote can
 * be.
 *
 * Positions are indexes of folded code points; anchor_text_start and _end lead back to code points
 * of the text, exactly. Ownership: the text is borrowed and must outlive this; anchor_text_free. */
#ifndef DIPTYCH_NOTES_ANCHOR_TEXT_H
#define DIPTYCH_NOTES_ANCHOR_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/sha256.h"

struct anchor_text {
    const char *text;
    size_t length; /* bytes */
    char hash[SHA256_HEX_SIZE];
    uint32_t *points;
    uint32_t *places; /* of each in the text, in code points; one more for the end */
    uint32_t *bytes;  /* and in bytes */
    size_t count;
    size_t gram;     /* code points a sequence of the index has */
    uint32_t *heads; /* where each kind of sequence begins in `positions`; NULL: not built */
    uint32_t *positions;
};

/* Clean UTF-8 of less than 4 GiB. */
struct anchor_text *anchor_text_new(const char *text, size_t length);
void anchor_text_free(struct anchor_text *text);

/* A quote, folded as the text is. Caller frees; *count may be 0. */
uint32_t *anchor_text_fold(const char *quote, size_t *count);

/* Code points of the text where the folded span begins and ends. */
size_t anchor_text_start(const struct anchor_text *text, size_t at);
size_t anchor_text_end(const struct anchor_text *text, size_t at);

/* The folded position of code point `place`, or of the first one after it. */
size_t anchor_text_at(const struct anchor_text *text, size_t place);

/* The positions at which the sequence that begins at `points` may stand; some others are among
 * them. At least text->gram code points must be there. Valid until the text is freed. */
const uint32_t *anchor_text_lookup(struct anchor_text *text, const uint32_t *points, size_t *count);

/* The first place from `from` on where all `count` code points stand; text->count: none. */
size_t anchor_text_scan(const struct anchor_text *text, const uint32_t *points, size_t count,
                        size_t from);

#endif
