#include "align/length_ratio.h"

#include <stdlib.h>

#include "align/anchor_votes.h"
#include "base/xalloc.h"

#define VOTES_LEAST 0.8F
#define VOTES_AHEAD 1.5F
#define LENGTH_LEAST 8 /* characters of a sentence that tells anything of lengths */
#define ANCHORS_LEAST 5
#define FAR 2.2           /* how far off the anchors' ratio that of the texts must be */
#define ENGLISH_USUAL 4.0 /* letters of English to a character of Chinese, */
#define ENGLISH_LEAST 2.0
#define ENGLISH_MOST 7.0

static void vote_all(const struct corpus *corpus, struct vote_choice *sources,
                     struct vote_choice *targets)
{
    struct votes votes;
    votes_begin(&votes, corpus, 0, corpus->source->count, 0, corpus->target->count);
    for (uint32_t i = 0; i < corpus->source->count; i++) {
        votes_add(&votes, i);
        for (size_t k = 0; k < votes.targets.touched_count; k++) {
            uint32_t target = votes.targets.touched[k];
            vote_choice_consider(&sources[i], target, votes.targets.values[target]);
            vote_choice_consider(&targets[target], i, votes.targets.values[target]);
        }
        gather_clear(&votes.targets);
    }
    votes_free(&votes);
}

static bool is_clear(const struct vote_choice *choice)
{
    return choice->votes >= VOTES_LEAST && choice->votes >= VOTES_AHEAD * choice->next;
}

static int compare_ratios(const void *a, const void *b)
{
    const double *one = a, *other = b;
    return (*one > *other) - (*one < *other);
}

double length_ratio_find(const struct corpus *corpus, double whole)
{
    size_t count = 0;
    struct vote_choice *sources = xcalloc(corpus->source->count + 1, sizeof *sources);
    struct vote_choice *targets = xcalloc(corpus->target->count + 1, sizeof *targets);
    double *ratios = xcalloc(corpus->source->count + 1, sizeof *ratios);
    vote_all(corpus, sources, targets);
    for (uint32_t i = 0; i < corpus->source->count; i++) {
        uint32_t length = corpus->source_passages.items[i].length;
        uint32_t other = corpus->target_passages.items[sources[i].other].length;
        if (is_clear(&sources[i]) && is_clear(&targets[sources[i].other]) &&
            targets[sources[i].other].other == i && length >= LENGTH_LEAST && other >= LENGTH_LEAST)
            ratios[count++] = (double)other / (double)length;
    }
    if (count >= ANCHORS_LEAST) {
        qsort(ratios, count, sizeof *ratios, compare_ratios);
        double median = ratios[count / 2];
        if (whole > median * FAR || whole * FAR < median)
            whole = median;
    } else if (corpus_is_han(corpus->source) && !corpus_is_han(corpus->target) &&
               (whole < ENGLISH_LEAST || whole > ENGLISH_MOST)) {
        whole = ENGLISH_USUAL;
    }
    free(sources);
    free(targets);
    free(ratios);
    return whole;
}
