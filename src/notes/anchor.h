/* anchor: finding a marked passage again in a text that may have changed.
 *
 * In this order, and the first that is convincing:
 *   1. the quote at its place                                             exact
 *   2. the quote elsewhere: its only occurrence, or of several the one whose context (prefix and
 *      suffix) fits by far the best                                       moved
 *   3. words like the quote's: fewest edits (approximate.h), weighted with the context; of a quote
 *      that was torn apart or shortened inside, its two ends             moved
 *   4. several places that are about as good                              ambiguous
 *   5. none that is good enough                                           lost
 * A quote that is not placed so and has Markdown's markup in it, having been marked in a text's source,
 * is looked for as it reads; what is found then has moved.
 * White space, widths and the shapes of quotation marks do not count against a place, but exact
 * means the same characters but for white space. A short quote alone proves little: without
 * any of its context it is ambiguous at best.
 *
 * Places are code points of the text. Nothing is allocated that outlives a call. */
#ifndef DIPTYCH_NOTES_ANCHOR_H
#define DIPTYCH_NOTES_ANCHOR_H

#include <stdbool.h>
#include <stddef.h>

#include "notes/anchor_text.h"
#include "notes/annotation.h"

#define ANCHOR_CANDIDATES 5

struct anchor_place {
    size_t start;
    size_t end;
    double score; /* 0 nothing in common, 1 quote and context as they were */
};

struct anchor {
    enum anchor_state state;
    bool same_words;           /* what stands at the place is the quote, character by character */
    struct anchor_place place; /* exact, moved: where it is */
    struct anchor_place candidates[ANCHOR_CANDIDATES]; /* ambiguous: the best first */
    size_t candidate_count;
};

/* Looks for the target's quote. An empty quote is lost. */
struct anchor anchor_find(struct anchor_text *text, const struct annotation_target *target);

/* How often the quote stands in the text right behind `prefix` and before `suffix` ("": anything),
 * all three but for white space and the shapes of signs; the first `room` of these places go to
 * `out`. */
size_t anchor_occurrences(struct anchor_text *text, const char *quote, const char *prefix,
                          const char *suffix, struct anchor_place *out, size_t room);

#endif
