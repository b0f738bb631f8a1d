#include "align/excerpt.h"

#include <stdlib.h>

#include "align/anchor_votes.h"
#include "base/xalloc.h"

#define PART_MOST 0.46     /* of the longer text, that an excerpt is about */
#define DENSE 1.1          /* times as many votes as on the mean */
#define MARGIN_SHARE 0.12  /* of the excerpt, on either side, */
#define MARGIN_SENTENCES 4 /* and these */
#define VOTE_LEAST 0.25F

/* Sums the squares of the votes by sentence of the longer text. */
static void sum_votes(const struct corpus *corpus, bool source, double *sums)
{
    struct votes votes;
    votes_begin(&votes, corpus, 0, corpus->source->count, 0, corpus->target->count);
    for (size_t i = 0; i < corpus->source->count; i++) {
        votes_add(&votes, i);
        for (size_t k = 0; k < votes.targets.touched_count; k++) {
            uint32_t target = votes.targets.touched[k];
            double value = (double)votes.targets.values[target];
            if (value >= (double)VOTE_LEAST)
                sums[source ? i : target] += value * value;
        }
        gather_clear(&votes.targets);
    }
    votes_free(&votes);
}

static double length_of(const struct passages *passages)
{
    double length = 0;
    for (size_t i = 0; i < passages->count; i++)
        length += passages->items[i].length;
    return length;
}

/* The stretch of at most `length` characters that has the most votes; how many. */
static double best_stretch(const struct passages *passages, const double *sums, double length,
                           struct excerpt *found)
{
    double votes = 0, characters = 0, most = 0;
    for (size_t end = 0, first = 0; end < passages->count; end++) {
        votes += sums[end];
        characters += passages->items[end].length;
        for (; characters > length && first < end; first++) {
            votes -= sums[first];
            characters -= passages->items[first].length;
        }
        if (votes > most) {
            most = votes;
            found->first = first;
            found->end = end + 1;
        }
    }
    return most;
}

bool excerpt_find(const struct corpus *corpus, double whole, double ratio, struct excerpt *found)
{
    double part = ratio < whole ? ratio / whole : whole / ratio, all = 0;
    found->source = ratio > whole;
    if (part > PART_MOST)
        return false;
    const struct passages *passages =
        found->source ? &corpus->source_passages : &corpus->target_passages;
    double *sums = xcalloc(passages->count + 1, sizeof *sums);
    sum_votes(corpus, found->source, sums);
    for (size_t i = 0; i < passages->count; i++)
        all += sums[i];
    double most = best_stretch(passages, sums, part * length_of(passages), found);
    free(sums);
    if (all <= 0 || most < DENSE * part * all)
        return false;
    size_t margin =
        MARGIN_SENTENCES + (size_t)(MARGIN_SHARE * (double)(found->end - found->first));
    found->first = found->first > margin ? found->first - margin : 0;
    found->end = found->end + margin < passages->count ? found->end + margin : passages->count;
    return true;
}
