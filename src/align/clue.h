/* clue: one thing that sentences of two reports share, and what the parts of clues.h know of the
 * two texts. clues.h says what clues are and what they weigh.
 *
 * Ownership: clues_free. */
#ifndef DIPTYCH_ALIGN_CLUE_H
#define DIPTYCH_ALIGN_CLUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "align/dateline.h"
#include "align/sentence_model.h"
#include "align/side.h"
#include "align/sparse_rows.h"
#include "figure/figures.h"

#define CLUES_SENTENCES 6 /* a shorter text is no place where words are rare */
#define CLUES_FIGURE_WORK 1000000
#define CLUES_PLACES 500
#define CLUES_HEAVIEST 256 /* that two sentences share; what comes behind decides nothing, and is not compared */
#define CLUES_NO_UNIT UINT32_MAX

enum clue_kind { CLUE_TERM, CLUE_NAME, CLUE_FIGURE };

struct clue {
    enum clue_kind kind;
    float weight;
    uint32_t source; /* which name, figure or unit of the source (CLUES_NO_UNIT for pinyin) */
    uint32_t target; /* and name, figure or term of the target */
    struct span source_span;
    struct span target_span;
    bool proper; /* a term that is a proper noun */
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
    struct datelines datelines;
    struct figure_date made; /* the report: as published, or by its dateline; not set if unknown */
    int day;                 /* of it: 31 times the month and the day, 0 unknown */
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
    bool han;                /* both are Chinese, */
    bool two_scripts;        /* or the source alone */
    struct corpus corpus;    /* of the masked texts */
    struct string_ids pairs; /* Han in twos, the terms from corpus.tokens.count on */
    uint32_t *ids;           /* of the names that both have, sorted: their numbers */
    size_t name_count;
    size_t term_count;
    float *common;            /* by term: g, 1 of what tells a report, 0 of what any has */
    float *term_weight;       /* by term */
    float *name_weight;       /* by name */
    struct rows figure_pairs; /* by figure of the source: figures of the target */
    struct rows quoted;       /* by source sentence: target sentences that quote the same */
    struct rows name_places;  /* by name: target sentences */
    struct rows term_places;
    struct gather best; /* scratch, by name or term */
    struct gather rendered; /* by term: 1 and how surely the source run below renders it, */
    uint32_t *unit;         /* and which of its units does */
    uint32_t rendered_source;
    uint32_t rendered_count; /* sentences */
};

/* r: how rare a thing is that `having` of `sentences` sentences have, 1 for one of them. */
float clue_rarity(size_t having, size_t sentences);

/* Heaviest first. */
void clue_sort(struct clue *items, size_t count);

/* Whether a word of the source stands in the list, heaviest first, before: what it renders besides is
 * nothing more. */
bool clue_is_heard(const struct clue_list *list, size_t index);

/* What stands there is no term. */
void clue_blank(struct clue_side *side, struct span span);

#endif
