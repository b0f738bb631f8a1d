#include "query/shared_speakers.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "query/speaker_match.h"

/* Two texts and their statements, while they are compared. */
struct told {
    const struct document *const *documents;
    const struct quotations *const *quotations;
};

static const struct quotation *statement_of(const struct told *told, int side, size_t number)
{
    return &told->quotations[side]->items[number];
}

/* Whether two statements in one link are one person's: what stands in quotation marks on both
 * sides is said by one, whatever words each has for them; what is reported there may be said by
 * two, unless nothing else is said in either side's whole passage, and each calls the speaker in
 * its own script. */
static bool is_one_statement(const struct told *told, size_t a, size_t b, bool lone)
{
    const struct quotation *here = statement_of(told, 0, a), *there = statement_of(told, 1, b);
    const char *const texts[2] = { told->documents[0]->text, told->documents[1]->text };
    if (here->entity != there->entity)
        return false;
    return (here->kind == QUOTATION_DIRECT && there->kind == QUOTATION_DIRECT) ||
           (lone && here->entity == QUOTATION_NOBODY &&
            speaker_match_may_be_one(texts[0], here->speaker, texts[1], there->speaker));
}

/* Marks the statements on both sides of each link that are one person's. */
static void mark_linked(struct shared_speakers *shared, const struct told *told,
                        const struct alignment *alignment)
{
    for (size_t i = 0; i < alignment->count; i++) {
        const struct alignment_item *item = &alignment->items[i];
        if (item->kind != ALIGNED_BEAD && item->kind != ALIGNED_SAME &&
            item->kind != ALIGNED_PARTIAL)
            continue;
        size_t first[2] = { quotations_at(told->quotations[0], item->a_span.start),
                            quotations_at(told->quotations[1], item->b_span.start) };
        size_t after[2] = { quotations_at(told->quotations[0], item->a_span.end),
                            quotations_at(told->quotations[1], item->b_span.end) };
        bool lone =
            item->kind != ALIGNED_PARTIAL && after[0] == first[0] + 1 && after[1] == first[1] + 1;
        for (size_t a = first[0]; a < after[0]; a++) {
            for (size_t b = first[1]; b < after[1]; b++) {
                bool one = is_one_statement(told, a, b, lone);
                shared->told[0][a] = shared->told[0][a] || one;
                shared->told[1][b] = shared->told[1][b] || one;
            }
        }
    }
}

/* Whether a statement of the same speaker is linked. */
static bool is_linked_elsewhere(const struct told *told, const bool *linked, int side,
                                const struct quotation *quotation)
{
    const char *text = told->documents[side]->text;
    for (size_t i = 0; i < told->quotations[side]->count; i++) {
        const struct quotation *other = statement_of(told, side, i);
        if (linked[i] && quotation->entity == QUOTATION_NOBODY &&
            speaker_match_words(text, quotation->speaker, text, other->speaker))
            return true;
    }
    return false;
}

/* Whether the other side quotes the speaker by its entity, else by words for one. */
static bool is_quoted(const struct told *told, int side, const struct quotation *quotation)
{
    const char *here = told->documents[side]->text, *there = told->documents[1 - side]->text;
    for (size_t i = 0; i < told->quotations[1 - side]->count; i++) {
        const struct quotation *theirs = statement_of(told, 1 - side, i);
        if (quotation->entity != QUOTATION_NOBODY
                ? theirs->entity == quotation->entity
                : speaker_match_words(here, quotation->speaker, there, theirs->speaker))
            return true;
    }
    return false;
}

void shared_speakers_find(struct shared_speakers *shared, const struct document *const documents[2],
                          const struct quotations *const quotations[2],
                          const struct alignment *alignment)
{
    struct told told = { documents, quotations };
    for (int side = 0; side < 2; side++)
        shared->told[side] = xcalloc(quotations[side]->count + 1, sizeof *shared->told[side]);
    mark_linked(shared, &told, alignment);
    for (int side = 0; side < 2; side++) {
        size_t count = quotations[side]->count;
        bool *linked = xcalloc(count + 1, sizeof *linked);
        memcpy(linked, shared->told[side], count * sizeof *linked);
        for (size_t i = 0; i < count; i++) {
            const struct quotation *quotation = statement_of(&told, side, i);
            shared->told[side][i] = linked[i] || is_quoted(&told, side, quotation) ||
                                    is_linked_elsewhere(&told, linked, side, quotation);
        }
        free(linked);
    }
}

void shared_speakers_free(struct shared_speakers *shared)
{
    free(shared->told[0]);
    free(shared->told[1]);
}
