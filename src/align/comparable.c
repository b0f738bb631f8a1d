#include "align/comparable.h"

#include <math.h>
#include <stdlib.h>

#include "align/candidates.h"
#include "align/clues.h"
#include "align/evidence.h"
#include "align/linking_chance.h"
#include "align/linking_rule.h"
#include "align/pin_constraints.h"
#include "align/repeated.h"
#include "align/term_locate.h"
#include "base/vector.h"
#include "base/xalloc.h"

#define COVERED_SAME 0.25F /* translations share a third, halves of a story a fifth */
#define DOUBT_MOST 0.5F    /* that something has no counterpart */
#define NONE UINT32_MAX
#define LINKS_BETWEEN_CALLS 8 /* of long sentences one takes milliseconds */

struct comparable_work {
    const struct parallel_task *task;
    struct clues clues;
    struct pins pins; /* their flags: sentences that any pin holds */
    struct candidates candidates;
    struct links links;
    struct clue_list list; /* scratch */
};

static bool may_go_on(const struct parallel_task *task)
{
    return task->go_on == NULL || task->go_on(task->data, 1);
}

/* ---- what comes out ---- */

static bool is_same(struct comparable_work *work, const struct bead *bead)
{
    float sum = 0;
    clues_between(&work->clues, bead, &work->list);
    for (size_t i = 0; i < work->list.count; i++)
        sum += work->list.items[i].weight;
    return sum >= COVERED_SAME *
                      candidates_size(&work->clues.source, bead->source, bead->source_count) &&
           sum >= COVERED_SAME *
                      candidates_size(&work->clues.target, bead->target, bead->target_count);
}

/* Whether the place has been told of already: a string of Han has several pairs. */
static bool is_listed(const struct alignment *alignment, const struct alignment_item *item,
                      const struct comparable_work *work, const struct clue *clue)
{
    for (size_t i = item->first_evidence; i < item->first_evidence + item->evidence_count; i++) {
        const struct evidence *known = &alignment->evidence.items[i];
        const struct span *span = work->clues.swapped ? &known->b : &known->a;
        if (span->start < clue->source_span.end && clue->source_span.start < span->end)
            return true;
    }
    return false;
}

static void put_evidence(struct comparable_work *work, const struct bead *bead,
                         struct alignment *alignment, struct alignment_item *item)
{
    item->first_evidence = (uint32_t)alignment->evidence.count;
    if (bead->source_count == 0 || bead->target_count == 0)
        return;
    clues_between(&work->clues, bead, &work->list);
    size_t count = work->list.count < CLUES_HEAVIEST ? work->list.count : CLUES_HEAVIEST;
    for (size_t i = 0; i < count && item->evidence_count < EVIDENCE_MOST; i++) {
        static const enum support_kind kinds[] = {
            [CLUE_TERM] = SUPPORT_TERM, [CLUE_NAME] = SUPPORT_NAME, [CLUE_FIGURE] = SUPPORT_FIGURE
        };
        struct clue *clue = &work->list.items[i];
        if (!clues_locate(&work->clues, bead, clue) || is_listed(alignment, item, work, clue))
            continue;
        struct evidence evidence = { clue->source_span, clue->target_span, clue->weight,
                                     kinds[clue->kind] };
        if (work->clues.swapped)
            evidence = (struct evidence){ evidence.b, evidence.a, evidence.weight, evidence.kind };
        VECTOR_PUSH(&alignment->evidence, evidence);
        item->evidence_count++;
    }
}

static void put(struct comparable_work *work, const struct bead *bead, enum aligned_kind kind,
                struct alignment *alignment)
{
    bool swapped = work->clues.swapped;
    struct alignment_item item = { .confidence = bead->confidence, .kind = kind };
    item.a = swapped ? bead->target : bead->source;
    item.a_count = swapped ? bead->target_count : bead->source_count;
    item.b = swapped ? bead->source : bead->target;
    item.b_count = swapped ? bead->source_count : bead->target_count;
    item.a_span = term_locate_run(work->task->a, item.a, item.a_count);
    item.b_span = term_locate_run(work->task->b, item.b, item.b_count);
    put_evidence(work, bead, alignment, &item);
    VECTOR_PUSH(alignment, item);
}

static enum aligned_kind kind_of(struct comparable_work *work, const struct linked *link)
{
    if (link->also) {
        bool source = &work->links.items[work->links.source_link[link->bead.source]] == link;
        return source != work->clues.swapped ? ALIGNED_ALSO_A : ALIGNED_ALSO_B;
    }
    return is_same(work, &link->bead) ? ALIGNED_SAME : ALIGNED_PARTIAL;
}

static bool put_links(struct comparable_work *work, struct alignment *alignment)
{
    bool going = true;
    for (size_t i = 0; i < work->links.count && going; i++) {
        struct linked *link = &work->links.items[i];
        link->bead.confidence = link->score;
        put(work, &link->bead, kind_of(work, link), alignment);
        going = i % LINKS_BETWEEN_CALLS != 0 || may_go_on(work->task);
    }
    for (size_t i = 0; i < work->pins.in_order.count; i++)
        put(work, &work->pins.in_order.items[i], ALIGNED_PINNED, alignment);
    for (size_t i = 0; i < work->pins.apart.count; i++)
        put(work, &work->pins.apart.items[i], ALIGNED_PINNED, alignment);
    return going;
}

/* By sentence of A (or B): the item that holds it, NONE none. */
static uint32_t *held_by(const struct alignment *alignment, size_t sentences, bool a)
{
    uint32_t *held = xreallocarray(NULL, sentences + 1, sizeof *held);
    for (size_t i = 0; i <= sentences; i++)
        held[i] = NONE;
    for (uint32_t i = 0; i < alignment->count; i++) {
        const struct alignment_item *item = &alignment->items[i];
        uint32_t first = a ? item->a : item->b, count = a ? item->a_count : item->b_count;
        for (uint32_t k = first; k < first + count && alignment_item_owns(item, a); k++)
            held[k] = i;
    }
    return held;
}

/* The sentences of one side that nothing holds, and gaps that the reader has pinned: each with the
 * place where the other side goes on after what was linked last. */
static void put_gaps(struct comparable_work *work, struct alignment *alignment, bool a)
{
    const struct side *side = a ? work->task->a : work->task->b;
    const struct side *other = a ? work->task->b : work->task->a;
    uint32_t *held = held_by(alignment, side->count, a);
    uint32_t place = 0;
    for (uint32_t i = 0; i < side->count; i++) {
        struct alignment_item gap = { .kind = a ? ALIGNED_ONLY_A : ALIGNED_ONLY_B };
        struct alignment_item *item = held[i] == NONE ? &gap : &alignment->items[held[i]];
        if ((a ? item->b_count : item->a_count) > 0) {
            place = a ? item->b + item->b_count : item->a + item->a_count;
            continue;
        }
        *(a ? &item->b : &item->a) = place;
        *(a ? &item->b_span : &item->a_span) = term_locate_run(other, place, 0);
        if (held[i] != NONE)
            continue;
        *(a ? &gap.a : &gap.b) = i;
        *(a ? &gap.a_count : &gap.b_count) = 1;
        *(a ? &gap.a_span : &gap.b_span) = term_locate_run(side, i, 1);
        bool source = a != work->clues.swapped;
        const float *chances = source ? work->links.source_chance : work->links.target_chance;
        float best = chances != NULL ? chances[i] : 0;
        gap.confidence = 1 - (best < DOUBT_MOST ? best : DOUBT_MOST);
        gap.first_evidence = (uint32_t)alignment->evidence.count;
        VECTOR_PUSH(alignment, gap);
    }
    free(held);
}

static int compare_items(const void *a, const void *b)
{
    const struct alignment_item *one = a, *other = b;
    if (one->a != other->a)
        return one->a < other->a ? -1 : 1;
    if ((one->a_count == 0) != (other->a_count == 0))
        return one->a_count == 0 ? -1 : 1;
    if (alignment_item_owns(one, true) != alignment_item_owns(other, true))
        return alignment_item_owns(one, true) ? -1 : 1;
    return one->b < other->b ? -1 : one->b > other->b;
}

/* ---- all of it ---- */

static void leave_out(bool *out, uint32_t first, uint32_t count)
{
    for (uint32_t i = first; i < first + count; i++)
        out[i] = true;
}

/* What the reader has pinned is linked with nothing else. False when the caller has stopped it. */
static bool begin(struct comparable_work *work)
{
    const struct parallel_task *task = work->task;
    if (!clues_build(&work->clues, task->a, task->b, task->lexicon, task->go_on, task->data))
        return false;
    const struct side *source = work->clues.source.side, *target = work->clues.target.side;
    pins_read(&work->pins, source, target, task->pins, task->pin_count, work->clues.swapped);
    for (size_t i = 0; i < work->pins.in_order.count; i++) {
        const struct bead *pin = &work->pins.in_order.items[i];
        leave_out(work->pins.source, pin->source, pin->source_count);
        leave_out(work->pins.target, pin->target, pin->target_count);
    }
    return true;
}

static void end(struct comparable_work *work)
{
    links_free(&work->links);
    candidates_free(&work->candidates);
    clues_free(&work->clues);
    pins_free(&work->pins);
    free(work->list.items);
}

/* Whether no sentence of the one can be told from others, so that nothing is linked. */
static bool tells_nothing(const struct parallel_task *task)
{
    return task->pin_count == 0 &&
           (repeated_throughout(task->a) || repeated_throughout(task->b));
}

/* The links; false when the caller has stopped it. */
static bool find_links(struct comparable_work *work)
{
    const struct parallel_task *task = work->task;
    if (!candidates_find(&work->candidates, &work->clues, work->pins.source, work->pins.target,
                         task->go_on, task->data))
        return false;
    links_begin(&work->links, &work->candidates, work->pins.source, work->pins.target);
    return linking_chance_find(&work->links, NULL, task->go_on, task->data);
}

bool comparable_align(const struct parallel_task *task, struct alignment *alignment,
                      struct error *error)
{
    struct comparable_work work = { .task = task };
    if (task->a->count > PARALLEL_SENTENCES_MOST || task->b->count > PARALLEL_SENTENCES_MOST) {
        error_set(error, "a text of more than %zu sentences: it is too long to be aligned",
                  PARALLEL_SENTENCES_MOST);
        return false;
    }
    bool ok = tells_nothing(task) ||
              (begin(&work) && find_links(&work) && put_links(&work, alignment));
    if (ok) {
        put_gaps(&work, alignment, true);
        ok = may_go_on(task);
    }
    if (ok) {
        put_gaps(&work, alignment, false);
        ok = may_go_on(task);
    }
    if (ok && alignment->count > 1) {
        qsort(alignment->items, alignment->count, sizeof *alignment->items, compare_items);
        ok = may_go_on(task);
    }
    if (!ok) {
        alignment_free(alignment);
        error_set(error, "the alignment was stopped");
    }
    end(&work);
    return ok;
}
