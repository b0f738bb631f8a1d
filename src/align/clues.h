/* clues: what the sentences of two texts have in common when neither translates the other.
 *
 * Reports of one event share names, figures and the rarer words, and little else. A clue is one
 * such thing that two sentences share; its weight is how little chance would explain it:
 *
 *   name     r(A) r(B), r(X) = ln(1 + n / d) / ln(1 + n), for one that d of the n sentences of
 *            text X have (n at least CLUES_SENTENCES). Marks of the caller's (side.h).
 *   figure   r(A) r(B) times what its kind is worth: 1.2 for percentages, money, measures, days and
 *            months, 1 for counts from ten on, 0.7 for years and durations, 0.4 for small counts
 *            and ordinals; 0.8 of that when the two are not equal but rounded or hedged
 *            (figure_compare.h: 37.6 % and 37 %; June 2014 and “a little more than a year ago”,
 *            reckoned from the publication date). Of a text without such a date the other's
 *            is taken: reports of one event are of about one time.
 *   term     r(A) r(B) g m: m = min(1, t / 0.15) for a rendering of weight t (lexicon.h), none
 *            below 0.25; g = ln((v + 1) / (d + 20)) / ln((v + 1) / 20) for a stem that d of the
 *            dictionary's v words are rendered by; pronouns and other light words 0.15 of
 *            it. Latin words and names in pinyin render themselves; between two Chinese texts
 *            two characters in a row are a term. What a word renders beside a heavier term, or
 *            a part of that word does, has a quarter of the weight.
 *
 * What stands in a name that both texts have, or in a figure, is no term besides. The `size` of a
 * sentence is the weight of all that it could share, by the rarity in its own text.
 *
 * The source is the Chinese text where one is; of two texts in one language that which sorts
 * first, so that the order of the two makes no difference.
 * Cost: linear in the texts. Of figures, CLUES_FIGURE_WORK are compared at most, in longer texts
 * those at about the same place; what more than CLUES_PLACES sentences of the target have does not
 * bring two sentences together.
 * Ownership: clues_free. The sides and the lexicon are borrowed. */
#ifndef DIPTYCH_ALIGN_CLUES_H
#define DIPTYCH_ALIGN_CLUES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "align/bead.h"
#include "align/sentence_model.h"
#include "figure/figures.h"
#include "dictionary/lexicon.h"
#include "align/sparse_rows.h"
#include "align/side.h"

#define CLUES_SENTENCES 20
#define CLUES_FIGURE_WORK 1000000
#define CLUES_PLACES 500
#define CLUES_NO_UNIT UINT32_MAX

enum clue_kind { CLUE_TERM, CLUE_NAME, CLUE_FIGURE };

struct clue {
    enum clue_kind kind;
    float weight;
    uint32_t source; /* which name, figure or unit of the source (CLUES_NO_UNIT for pinyin) */
    uint32_t target; /* and name, figure or term of the target */
    struct span source_span;
    struct span target_span;
};

/* Start with { 0 }; free(items). */
struct clue_list {
    struct clue *items;
    size_t count;
    size_t capacity;
};

/* One text, and what its sentences have. */
struct clue_side {
    const struct side *side;
    struct side masked; /* names of both texts and figures are blanks */
    char *text;
    struct figures figures;
    size_t *first_figure;     /* by sentence, one more than there are */
    uint32_t *figure_at;      /* the sentence of each figure */
    struct rows names;        /* by sentence: number of the name, 1 */
    struct rows terms;        /* by sentence: number of the term, how surely */
    uint32_t *name_sentences; /* by name: how many sentences have it */
    uint32_t *term_sentences;
    float *size; /* by sentence */
};

struct clues {
    struct clue_side source;
    struct clue_side target;
    bool swapped;            /* the source is side B */
    bool han;                /* both are Chinese */
    struct corpus corpus;    /* of the masked texts */
    struct vocabulary pairs; /* Han in twos, the terms from corpus.tokens.count on */
    uint32_t *ids;           /* of the names that both have, sorted: their numbers */
    size_t name_count;
    size_t term_count;
    float *term_weight;       /* by term */
    float *name_weight;       /* by name */
    struct rows figure_pairs; /* by figure of the source: figures of the target */
    struct rows name_places;  /* by name: target sentences */
    struct rows term_places;
    struct gather best; /* scratch, by name or term: how surely */
    uint32_t *unit;     /* scratch, by term: which unit renders it */
};

void clues_build(struct clues *clues, const struct side *a, const struct side *b,
                 const struct lexicon *lexicon);
void clues_free(struct clues *clues);

/* Adds to `sums`, by target sentence, the weights of what a source sentence shares with it, or
 * more: terms of one word count in full. The caller has made room (gather_reserve) and clears. */
void clues_add(const struct clues *clues, size_t source, struct gather *sums);

/* Lists what two runs of sentences share, each thing once, heaviest first; `list` is emptied
 * before. Spans are not set yet. */
void clues_between(struct clues *clues, const struct bead *bead, struct clue_list *list);

/* Sets the spans of clues that clues_between has found; false when a clue's words do not stand
 * together in either text. */
bool clues_locate(const struct clues *clues, const struct bead *bead, struct clue *clue);

/* ---- for the parts of this module ---- */

/* r: how rare a thing is that `having` of `sentences` sentences have, 1 for one of them. */
float clues_rarity(size_t having, size_t sentences);

/* Heaviest first. */
int clues_compare(const void *a, const void *b);

/* What stands there is no term. */
void clues_blank(struct clue_side *side, struct span span);

#endif
