#include "query/counterpart.h"

#include "base/bisect.h"

#define LIKELY 0.5F

static struct span span_of(const struct alignment_item *item, int side)
{
    return side == 0 ? item->a_span : item->b_span;
}

size_t counterpart_sentence(const struct side *side, size_t offset)
{
    size_t low = 0;
    BISECT(low, side->count, side->sentences[low].span.start > offset);
    return low > 0 ? low - 1 : side->count > 0 ? 0 : side->count;
}

bool counterpart_trusts(const struct counterpart *opposite, const struct alignment_item *item)
{
    if (item->a_count == 0 || item->b_count == 0)
        return false;
    return opposite->translated || item->kind == ALIGNED_PINNED ||
           item->kind >= ALIGNED_SAME ||
           (item->evidence_count > 0 && item->confidence >= LIKELY);
}

const struct alignment_item *counterpart_item(const struct counterpart *opposite, int side,
                                              size_t offset)
{
    const struct alignment *alignment = opposite->alignment;
    size_t sentence = counterpart_sentence(opposite->side[side], offset);
    size_t index = side == 0 ? alignment_with_a(alignment, sentence)
                             : alignment_with_b(alignment, sentence);
    if (index >= alignment->count || !counterpart_trusts(opposite, &alignment->items[index]))
        return NULL;
    return &alignment->items[index];
}

struct span counterpart_passage(const struct alignment_item *item, int side)
{
    return span_of(item, 1 - side);
}

static size_t first_mark(const struct side *side, size_t offset)
{
    size_t low = 0;
    BISECT(low, side->mark_count, side->marks[low].span.end > offset);
    return low;
}

/* The name that the term is, or is in; NULL when it is none. */
static const struct side_mark *name_of(const struct side *side, struct span term)
{
    size_t index = first_mark(side, term.start);
    if (index >= side->mark_count)
        return NULL;
    const struct side_mark *mark = &side->marks[index];
    return mark->span.start <= term.start && mark->span.end >= term.end ? mark : NULL;
}

static bool same_name(const struct side *there, struct span passage, const struct side_mark *own,
                      struct span *words)
{
    for (size_t i = first_mark(there, passage.start);
         i < there->mark_count && there->marks[i].span.start < passage.end; i++) {
        if (there->marks[i].kind == own->kind && there->marks[i].id == own->id) {
            *words = there->marks[i].span;
            return true;
        }
    }
    return false;
}

static bool evident(const struct counterpart *opposite, int side, const struct alignment_item *item,
                    struct span term, struct span *words)
{
    const struct alignment *alignment = opposite->alignment;
    for (uint32_t i = 0; i < item->evidence_count; i++) {
        const struct evidence *evidence = &alignment->evidence.items[item->first_evidence + i];
        struct span here = side == 0 ? evidence->a : evidence->b;
        if (here.start >= term.start && here.end <= term.end) {
            *words = side == 0 ? evidence->b : evidence->a;
            return true;
        }
    }
    return false;
}

bool counterpart_words(const struct counterpart *opposite, int side,
                       const struct alignment_item *item, struct span term, size_t taken,
                       const struct translations *translations, struct span *words)
{
    const struct side *there = opposite->side[1 - side];
    const struct side_mark *name = name_of(opposite->side[side], term);
    struct span whole = counterpart_passage(item, side);
    struct span rest = { taken > whole.start && taken < whole.end ? taken : whole.start, whole.end };
    bool again = rest.start > whole.start;
    bool all = name != NULL && name->span.start == term.start && name->span.end == term.end;
    return (all && same_name(there, rest, name, words)) ||
           (all && again && same_name(there, whole, name, words)) ||
           translations_find(translations, there->text, rest, words) ||
           (again && translations_find(translations, there->text, whole, words)) ||
           (name == NULL && evident(opposite, side, item, term, words));
}
