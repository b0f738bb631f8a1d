/* score: what speaks for and against a bead.
 *
 * Lexical scores are log-likelihood ratios: how much better the sentences of one side explain those
 * of the other than chance does. For a target sentence e that source sentences S are to explain,
 *
 *     G(S, e) = sum over tokens t of min(3, ln(0.4 + 0.6 A(t) / ((L + 3)^0.85 p(t)))),
 *
 * A(t) being how well the units of S render t (at most 0.35 a sentence; a name in pinyin is that),
 * L their main units, p(t) the token's share of the target; and for a source sentence s that target
 * sentences T are to explain,
 *
 *     H(T, s) = sum over main units u of min(3, ln(0.07 + 0.93 R(u) / (n + 3)^1.25)),
 *
 * R(u) being the sum over the n tokens of T of min(1, t'(u)) / p, where t' counts the words and
 * characters inside u as well, at 0.35 and 0.2. The rest are lengths (Gale and Church 1993), how
 * sentences end, quotation marks, equal numbers, the order of words: what is at x of the source
 * part of a bead, 0 to 1, and explains a token at y of the target part by w (its share of the most
 * that G gives) is there by chance with a mean of (x - y)^2 of 1/6. Besides there are marks of the
 * caller's (side.h), paragraphs.
 *
 * Scores are worked out for the source sentences row by row, from the first to the last, and only
 * for target sentences near enough to be asked for.
 * Ownership: scorer_free. The corpus is borrowed and does not change while a scorer lives. */
#ifndef DIPTYCH_ALIGN_SCORE_H
#define DIPTYCH_ALIGN_SCORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "align/bead.h"
#include "align/sentence_model.h"

enum feature {
    FEATURE_TARGET_EXPLAINED, /* G / 10 */
    FEATURE_SOURCE_EXPLAINED, /* H / 10 */
    FEATURE_TARGET_DENSITY,   /* G / sqrt(tokens + 1) */
    FEATURE_SOURCE_DENSITY,
    FEATURE_LENGTH_SQUARE, /* of the deviation in standard deviations, at most 4 */
    FEATURE_LENGTH,
    FEATURE_LENGTH_SQUARE_11, /* the square, in a 1-1 bead alone */
    FEATURE_QUESTIONS,        /* difference, at most 3 */
    FEATURE_QUESTIONS_BOTH,   /* the lesser number, at most 2 */
    FEATURE_EXCLAMATIONS,
    FEATURE_SAME_END,      /* both end in a question or both in an exclamation */
    FEATURE_QUOTED_BEFORE, /* one begins within a quotation and the other does not */
    FEATURE_QUOTED_AFTER,
    FEATURE_QUOTED, /* difference of the shares that are quoted */
    FEATURE_ONE_OPENS,
    FEATURE_ONE_CLOSES,
    FEATURE_BOTH_OPEN,
    FEATURE_BOTH_CLOSE,
    FEATURE_ELLIPSIS,
    FEATURE_NUMBERS_EQUAL, /* at most 3 */
    FEATURE_NUMBERS_ALONE, /* of 10 and more, at most 3 */
    FEATURE_LOWER_CASE,
    FEATURE_ORDER,      /* sum of w (1/6 - (x - y)^2) */
    FEATURE_DISORDER,   /* mean of (x - y)^2 */
    FEATURE_SOURCE_GAP, /* ln(1 + main units) */
    FEATURE_TARGET_GAP,
    FEATURE_MARKS_EQUAL, /* at most 4 */
    FEATURE_MARKS_ALONE,
    FEATURE_PARAGRAPH_BOTH, /* both begin a paragraph */
    FEATURE_PARAGRAPH_ONE,
    FEATURE_PARAGRAPH_INSIDE, /* paragraphs that begin inside */
    FEATURE_HEADING,          /* a heading with what cannot be one */
    FEATURE_IDENTICAL,        /* one sentence each, the same (sentence_identity.h) */
    FEATURE_CODE,             /* code with what is none */
    FEATURE_FORM,             /* an item of a list or a row of a table with what is none */
    FEATURE_COUNT
};

struct weights {
    float types[BEAD_TYPES];
    float features[FEATURE_COUNT];
    float again; /* of a gap that follows a gap: what is left out is left out in runs */
    float spared[2]; /* by gap type: what passing over a sentence (path_search.h) costs less, < 0: more */
};

/* The name of a feature in tables of weights. */
const char *feature_name(enum feature feature);

struct scorer;

/* Asked now and then within a row, which may take a second. */
struct score_watch {
    bool (*go_on)(void *data, double done); /* NULL nobody */
    void *data;
    double done;
};

struct scorer *scorer_new(const struct corpus *corpus);
void scorer_free(struct scorer *scorer);

/* Gets ready for beads that begin at source sentence `source`; `from[k]` and `to[k]` for k below
 * BEAD_SOURCE_MOST bound the target sentences that beads with source sentence source + k may
 * hold. Rows come in order; bounds never fall from row to row. `plain` does no more than the first
 * pass's types need. False when `watch` (NULL: nobody) has stopped it. */
bool scorer_row(struct scorer *scorer, size_t source, const size_t *from, const size_t *to,
                bool plain, const struct score_watch *watch);

/* Goes to a source sentence of which no more than the gap is scored. */
void scorer_stand(struct scorer *scorer, size_t source);

/* Leaves sentences out (flags by sentence, of either side; NULL none): they are in gaps, which
 * cost nothing, and in no other bead. */
void scorer_leave_out(struct scorer *scorer, const bool *source, const bool *target);

/* The features of a bead that begins at the row's source sentence and fits into its bounds. */
void scorer_features(const struct scorer *scorer, size_t target, size_t type,
                     float features[FEATURE_COUNT]);

/* The weighted sum of a bead's features; SCORE_NEVER for one that must not be. */
#define SCORE_NEVER (-1e30F)
float scorer_score(const struct scorer *scorer, const struct weights *weights, size_t target,
                   size_t type);

#endif
