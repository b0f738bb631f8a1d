/* quote_facts: whether two wordings of a passage can tell the same: the test that keeps a note from
 * being moved to a passage that is only built alike.
 *
 * Both are cut into words, numbers and Han characters and aligned with the fewest changes; what
 * stands between the parts that agree is compared:
 *   numbers    by value (text/numeral.h), with their sign, currency and percent; dates are numbers,
 *              names of months and days, and words such as "tomorrow" and 去年
 *   negation   how often not, never, no, nobody, ...n't; 不 没 未 无 并非
 *   names      capitalised words, but for those that only begin a sentence; a slip of the fingers in a
 *              long one is forgiven where the neighbourhood vouches for the place
 *   Han        has no capitals: a word that was put for another counts as a name where one says,
 *              announces or buys, where it begins a sentence, where the new word is also used
 *              elsewhere in the text, and wherever the neighbourhood does not vouch for the place
 *
 * Quadratic in the parts that differ, up to a limit, beyond which they are compared as a whole.
 * Ownership: nothing is kept; the strings are borrowed for the call. */
#ifndef DIPTYCH_NOTES_QUOTE_FACTS_H
#define DIPTYCH_NOTES_QUOTE_FACTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

struct quote_facts {
    const char *quote; /* as it was, clean UTF-8 */
    const char *prefix; /* what stood before it */
    const char *text;  /* the text as it is now */
    size_t length;
    struct span place; /* where the quote may be, bytes of the text */
    bool vouched;      /* what stands before it and behind it is what stood around the quote */
    bool torn;         /* something was put into the quote: only what is missing of it counts */
};

/* Whether the place tells something else than the quote. */
bool quote_facts_differ(const struct quote_facts *facts);

/* Whether a denial stands right before the one and not before the other: "never" | agreed. */
bool quote_facts_denied(const struct quote_facts *facts);

/* The same words, but for white space, invisible characters and the shapes of quotation marks and
 * dashes. */
bool quote_facts_same_words(const struct quote_facts *facts);

#endif
