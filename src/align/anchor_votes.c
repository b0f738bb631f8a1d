#include "align/anchor_votes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

#define RARE_LEAST 4  /* occurrences up to which a word is rare in any text */
#define RARE_SHARE 80 /* and up to one in so many sentences */
#define RARE_MOST 30
#define NAME_VOTE 0.5F
#define IDENTITY_VOTE 2.0F

static void find_places(struct votes *votes, size_t target, size_t target_end)
{
    const struct rows *sentences = &votes->corpus->sentences;
    size_t tokens = votes->corpus->tokens.count;
    size_t first = sentences->starts[target], end = sentences->starts[target_end];
    size_t *next = xcalloc(tokens + 1, sizeof *next);
    votes->starts = xcalloc(tokens + 1, sizeof *votes->starts);
    votes->places = xreallocarray(NULL, end - first + 1, sizeof *votes->places);
    for (size_t i = first; i < end; i++)
        votes->starts[sentences->items[i].id + 1]++;
    for (size_t i = 0; i < tokens; i++)
        votes->starts[i + 1] += votes->starts[i];
    memcpy(next, votes->starts, tokens * sizeof *next);
    for (size_t j = target; j < target_end; j++) {
        for (size_t i = sentences->starts[j]; i < sentences->starts[j + 1]; i++)
            votes->places[next[sentences->items[i].id]++] = (uint32_t)j;
    }
    free(next);
}

static void count_units(struct votes *votes, size_t source, size_t source_end)
{
    const struct rows *all = &votes->corpus->all;
    votes->counts = xcalloc(votes->corpus->units.count + 1, sizeof *votes->counts);
    for (size_t i = all->starts[source]; i < all->starts[source_end]; i++)
        votes->counts[all->items[i].id]++;
}

static size_t rare_limit(size_t sentences)
{
    size_t limit = sentences / RARE_SHARE;
    if (limit < RARE_LEAST)
        return RARE_LEAST;
    return limit < RARE_MOST ? limit : RARE_MOST;
}

void anchor_votes_begin(struct votes *votes, const struct corpus *corpus, size_t source,
                        size_t source_end, size_t target, size_t target_end)
{
    *votes = (struct votes){ .corpus = corpus, .target = target, .target_end = target_end };
    find_places(votes, target, target_end);
    count_units(votes, source, source_end);
    votes->source_limit = rare_limit(source_end - source);
    votes->target_limit = rare_limit(target_end - target);
    sparse_rows_gather_reserve(&votes->targets, target_end + 1);
}

/* Adds `weight` to the sentences of a token, if they are few. */
static void vote(struct votes *votes, uint32_t token, float weight)
{
    size_t first = votes->starts[token], end = votes->starts[token + 1];
    if (end - first > votes->target_limit)
        return;
    for (size_t k = first; k < end; k++)
        sparse_rows_gather_add(&votes->targets, votes->places[k],
                               weight / sqrtf((float)(end - first)));
}

static void vote_for_identical(struct votes *votes, size_t source)
{
    const struct identities *identities = &votes->corpus->identities;
    const struct weighted *places;
    if (identities->source[source] == IDENTITY_NONE)
        return;
    size_t count = sparse_rows_at(&identities->places, identities->source[source], &places);
    for (size_t i = 0; i < count && count <= RARE_LEAST; i++) {
        if (places[i].id >= votes->target && places[i].id < votes->target_end)
            sparse_rows_gather_add(&votes->targets, places[i].id,
                                   IDENTITY_VOTE / sqrtf((float)count));
    }
}

void anchor_votes_add(struct votes *votes, size_t source)
{
    const struct corpus *corpus = votes->corpus;
    const struct weighted *units, *tokens, *names;
    size_t count = sparse_rows_at(&corpus->all, source, &units);
    size_t name_count = sparse_rows_at(&corpus->names, source, &names);
    for (size_t i = 0; i < count; i++) {
        uint32_t unit = units[i].id;
        if (votes->counts[unit] > votes->source_limit)
            continue;
        float weight = units[i].weight / sqrtf((float)votes->counts[unit]);
        size_t renderings = sparse_rows_at(&corpus->renders, unit, &tokens);
        for (size_t k = 0; k < renderings; k++)
            vote(votes, tokens[k].id, weight * (tokens[k].weight < 1 ? tokens[k].weight : 1));
    }
    for (size_t i = 0; i < name_count; i++)
        vote(votes, names[i].id, NAME_VOTE);
    vote_for_identical(votes, source);
}

void anchor_votes_free(struct votes *votes)
{
    free(votes->starts);
    free(votes->places);
    free(votes->counts);
    sparse_rows_gather_free(&votes->targets);
}

void anchor_votes_consider(struct vote_choice *choice, uint32_t other, float votes)
{
    if (votes > choice->votes) {
        choice->next = choice->votes;
        choice->votes = votes;
        choice->other = other;
    } else if (votes > choice->next) {
        choice->next = votes;
    }
}
