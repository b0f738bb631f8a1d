#include "align/character_shares.h"

#include <stdlib.h>

#include "align/character_ties.h"
#include "base/xalloc.h"

#define BASE 1.0F

/* Gives each character of a side's sentences its worth. */
static void weigh(struct character_shares *shares, const struct clues *clues, size_t side)
{
    const struct side *text = (side == 0 ? &clues->source : &clues->target)->side;
    struct rows *rows = &shares->sentences[side];
    uint32_t *having = xcalloc(shares->characters.count + 1, sizeof *having);
    for (size_t i = 0; i < rows->count; i++)
        having[rows->items[i].id]++;
    for (size_t i = 0; i < rows->count; i++) {
        uint32_t character = rows->items[i].id;
        rows->items[i].weight =
            character_ties_rare(clues->corpus.lexicon, &shares->characters, character) *
            clue_rarity(having[character], text->count);
    }
    free(having);
}

void character_shares_build(struct character_shares *shares, const struct clues *clues)
{
    *shares = (struct character_shares){ .marked = NULL };
    character_ties_read(&shares->characters, &clues->source.masked, &shares->sentences[0]);
    character_ties_read(&shares->characters, &clues->target.masked, &shares->sentences[1]);
    shares->marked = xcalloc(shares->characters.count + 1, sizeof *shares->marked);
    weigh(shares, clues, 0);
    weigh(shares, clues, 1);
}

void character_shares_free(struct character_shares *shares)
{
    string_ids_free(&shares->characters);
    sparse_rows_free(&shares->sentences[0]);
    sparse_rows_free(&shares->sentences[1]);
    free(shares->marked);
}

static float share(struct character_shares *shares, const struct weighted *items, size_t count,
                   const struct weighted *others, size_t other_count)
{
    float sum = 0, all = BASE;
    for (size_t i = 0; i < other_count; i++)
        shares->marked[others[i].id] = true;
    for (size_t i = 0; i < count; i++) {
        all += items[i].weight;
        sum += shares->marked[items[i].id] ? items[i].weight : 0;
    }
    for (size_t i = 0; i < other_count; i++)
        shares->marked[others[i].id] = false;
    return sum / all;
}

void character_shares_between(struct character_shares *shares, size_t source, size_t target,
                              float parts[2])
{
    const struct weighted *items[2];
    size_t counts[2] = { sparse_rows_at(&shares->sentences[0], source, &items[0]),
                         sparse_rows_at(&shares->sentences[1], target, &items[1]) };
    for (size_t i = 0; i < 2; i++)
        parts[i] = share(shares, items[i], counts[i], items[1 - i], counts[1 - i]);
}
