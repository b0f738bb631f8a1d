#include "align/parallel.h"

#include <math.h>
#include <stdlib.h>

#include "align/coarse.h"
#include "align/evidence.h"
#include "align/lattice.h"
#include "align/length_ratio.h"
#include "align/lexicon_induction.h"
#include "align/linked_share.h"
#include "align/moved_parts.h"
#include "align/omission.h"
#include "align/pin_constraints.h"
#include "align/repeated.h"
#include "align/sentence_model.h"
#include "align/stray_ends.h"
#include "align/term_locate.h"
#include "align/weights.h"
#include "base/vector.h"
#include "base/xalloc.h"

#define REACH 6        /* columns around the first path */
#define FIT_ENOUGH                                                                                 \
    0.8 /* of the shorter text that is linked (linked_share.h): it is a part of the longer one */
#define FIT_BETTER 0.1    /* by so much, a summary's */
#define SHARE_ENOUGH 0.65 /* for the lengths of what is linked to be believed, */
#define LINKED_LEAST 100  /* and characters */
#define KEPT_NODES_MOST 500000 /* of a band whose scores are kept: 12 MB */
#define ITEMS_BETWEEN_CALLS 256
#define IN_ORDER_SURE 0.5F
#define DONE_FIRST 0.45  /* what part of the work is done after the first path, */
#define DONE_LIKELY 0.75 /* after the beads around it, */
#define DONE_LEARNED 0.8 /* and when the lexicon has learned from them */

/* What lies between two pins that are in order. */
struct segment {
    struct band band; /* coarse at first, then around the path, then what is likely */
    struct lattice_kept kept; /* of the coarse one, if all may be looked at first once more */
    struct beads beads;
};

struct segments {
    struct segment *items;
    size_t count;
    size_t capacity;
};

struct parallel_work {
    const struct parallel_task *task;
    const struct side *source;
    const struct side *target;
    bool swapped; /* side A is the target */
    struct corpus corpus;
    struct pins pins;
    struct moved_parts moved;
    struct segments segments;
    enum linked_longer longer; /* which of them the other one cannot tell all of */
    struct omission omitted;   /* the least that is expected to have no counterpart */
    bool again;                /* this is the second time that all is looked at first */
    struct weights weights;    /* of the look at hand */
};

/* ---- the main alignment ---- */

static void divide(struct parallel_work *work)
{
    size_t source = 0, target = 0;
    for (size_t i = 0; i <= work->pins.in_order.count; i++) {
        const struct bead *pin =
            i < work->pins.in_order.count ? &work->pins.in_order.items[i] : NULL;
        struct segment segment = { .beads = { NULL, 0, 0 } };
        band_begin(&segment.band, source, pin != NULL ? pin->source : work->source->count, target,
                   pin != NULL ? pin->target : work->target->count);
        VECTOR_PUSH(&work->segments, segment);
        if (pin != NULL) {
            source = (size_t)pin->source + pin->source_count;
            target = (size_t)pin->target + pin->target_count;
        }
    }
}

/* The watch for one segment of a stage that leads from `from` to `to` for the whole. */
static struct lattice_watch watch_for(const struct parallel_work *work, const struct band *band,
                                      double from, double to)
{
    double all = (double)work->source->count + 1;
    if (work->again && to <= DONE_LIKELY) {
        from = DONE_LIKELY + (DONE_LEARNED - DONE_LIKELY) * from;
        to = DONE_LIKELY + (DONE_LEARNED - DONE_LIKELY) * to;
    }
    struct lattice_watch watch = { work->task->go_on, work->task->data, 0, 0 };
    watch.from = from + (to - from) * (double)band->source / all;
    watch.to = from + (to - from) * (double)band->source_end / all;
    return watch;
}

static bool find_path(struct parallel_work *work, struct scorer *scorer, struct segment *segment)
{
    struct beads path = { 0 };
    struct band around;
    struct lattice_watch watch = watch_for(work, &segment->band, 0, DONE_FIRST);
    if (!lattice_may_begin(&watch))
        return false;
    coarse_band(&work->corpus, work->longer != LINKED_NEITHER, &segment->band);
    bool keeps = work->longer != LINKED_NEITHER && segment->band.nodes <= KEPT_NODES_MOST;
    bool ok = lattice_first_path(scorer, &work->weights, &segment->band, &watch,
                                 keeps ? &segment->kept : NULL, &path);
    if (ok) {
        band_around(&around, &segment->band, &path, REACH);
        band_free(&segment->band);
        segment->band = around;
    }
    free(path.items);
    return ok;
}

/* Scores everything in the band; the decoded beads stay, and of the band what is likely. */
static bool score_segment(struct parallel_work *work, struct scorer *scorer,
                          struct segment *segment, bool first)
{
    struct lattice lattice;
    struct lattice_watch watch = first ? watch_for(work, &segment->band, DONE_FIRST, DONE_LIKELY)
                                       : watch_for(work, &segment->band, DONE_LEARNED, 1);
    bool ok = lattice_fill(&lattice, segment->band, scorer, &work->weights, NULL, &watch);
    segment->beads.count = 0;
    ok = ok && lattice_decode(&lattice, &segment->beads);
    bool *likely = ok && first ? lattice_likely(&lattice) : NULL;
    segment->band = lattice.band;
    if (likely != NULL)
        band_shrink(&segment->band, likely);
    free(likely);
    lattice.band.rows = NULL;
    lattice_free(&lattice);
    return ok;
}

static bool learn(struct parallel_work *work)
{
    struct beads all = { 0 };
    for (size_t i = 0; i < work->segments.count; i++) {
        const struct beads *beads = &work->segments.items[i].beads;
        for (size_t k = 0; k < beads->count; k++) {
            if (!moved_parts_have(&work->moved, &beads->items[k]))
                VECTOR_PUSH(&all, beads->items[k]);
        }
    }
    for (size_t i = 0; i < work->pins.in_order.count; i++)
        VECTOR_PUSH(&all, work->pins.in_order.items[i]);
    for (size_t i = 0; i < work->pins.apart.count; i++)
        VECTOR_PUSH(&all, work->pins.apart.items[i]);
    for (size_t i = 0; i < work->moved.beads.count; i++)
        VECTOR_PUSH(&all, work->moved.beads.items[i]);
    struct lattice_watch watch = { work->task->go_on, work->task->data, DONE_LIKELY, DONE_LEARNED };
    bool ok = lexicon_induction_learn(&work->corpus, &all, &watch);
    struct omission share = omission_share(&all);
    share.source = fmax(share.source, work->omitted.source);
    share.target = fmax(share.target, work->omitted.target);
    work->weights = omission_weights(&weights_second, &share, work->longer);
    free(all.items);
    return ok;
}

/* The watch for what is moved, which is a small part of the work. */
static struct lattice_watch moved_watch(const struct parallel_work *work)
{
    return (struct lattice_watch){ work->task->go_on, work->task->data, DONE_LIKELY, DONE_LIKELY };
}

static bool align_moved(struct parallel_work *work, struct scorer *scorer,
                        const struct weights *weights)
{
    struct lattice_watch watch = moved_watch(work);
    return moved_parts_align(&work->moved, scorer, weights, &watch);
}

/* What the main alignment leaves alone may stand elsewhere. */
static bool settle_moved(struct parallel_work *work)
{
    struct lattice_watch watch = moved_watch(work);
    struct beads all = { 0 };
    for (size_t i = 0; i < work->segments.count; i++) {
        const struct beads *beads = &work->segments.items[i].beads;
        for (size_t k = 0; k < beads->count; k++)
            VECTOR_PUSH(&all, beads->items[k]);
    }
    bool ok = moved_parts_settle(&work->moved, &all, &watch);
    free(all.items);
    return ok;
}

static bool first_look(struct parallel_work *work)
{
    struct scorer *scorer = scorer_new(&work->corpus);
    bool ok = true;
    work->weights = omission_weights(&weights_first, &work->omitted, work->longer);
    moved_parts_find(&work->moved, scorer);
    scorer_leave_out(scorer, work->moved.source_out, work->moved.target_out);
    for (size_t i = 0; ok && i < work->segments.count; i++)
        ok = find_path(work, scorer, &work->segments.items[i]);
    for (size_t i = 0; ok && i < work->segments.count; i++)
        ok = score_segment(work, scorer, &work->segments.items[i], true);
    ok = ok && align_moved(work, scorer, &weights_first);
    scorer_free(scorer);
    return ok;
}

static bool second_look(struct parallel_work *work)
{
    struct scorer *scorer = scorer_new(&work->corpus);
    bool ok = true;
    scorer_leave_out(scorer, work->moved.source_out, work->moved.target_out);
    for (size_t i = 0; ok && i < work->segments.count; i++)
        ok = score_segment(work, scorer, &work->segments.items[i], false);
    ok = ok && align_moved(work, scorer, &weights_second);
    scorer_free(scorer);
    return ok;
}

/* ---- what comes out ---- */

static void swap_evidence(struct alignment *alignment, size_t first)
{
    for (size_t i = first; i < alignment->evidence.count; i++) {
        struct span a = alignment->evidence.items[i].a;
        alignment->evidence.items[i].a = alignment->evidence.items[i].b;
        alignment->evidence.items[i].b = a;
    }
}

static void put(const struct parallel_work *work, struct evidence_finder *finder,
                const struct bead *bead, enum aligned_kind kind, struct alignment *alignment)
{
    struct alignment_item item = { .confidence = bead->confidence, .kind = kind };
    item.a = work->swapped ? bead->target : bead->source;
    item.a_count = work->swapped ? bead->target_count : bead->source_count;
    item.b = work->swapped ? bead->source : bead->target;
    item.b_count = work->swapped ? bead->source_count : bead->target_count;
    item.a_span = term_locate_run(work->task->a, item.a, item.a_count);
    item.b_span = term_locate_run(work->task->b, item.b, item.b_count);
    item.first_evidence = (uint32_t)alignment->evidence.count;
    if (finder != NULL)
        item.evidence_count = (uint32_t)evidence_find(finder, bead, &alignment->evidence);
    if (work->swapped)
        swap_evidence(alignment, item.first_evidence);
    if (kind != ALIGNED_PINNED && item.b_count == 0)
        item.kind = ALIGNED_ONLY_A;
    else if (kind != ALIGNED_PINNED && item.a_count == 0)
        item.kind = ALIGNED_ONLY_B;
    VECTOR_PUSH(alignment, item);
}

static void place_behind(struct bead *bead, const struct beads *beads)
{
    for (size_t k = 0; k < beads->count; k++) {
        const struct bead *other = &beads->items[k];
        if (bead->source_count == 0 && other->target < bead->target &&
            other->source + other->source_count > bead->source)
            bead->source = other->source + other->source_count;
        if (bead->target_count == 0 && other->source < bead->source &&
            other->target + other->target_count > bead->target)
            bead->target = other->target + other->target_count;
    }
}

/* Where a bead of which one side is empty would stand on that side. */
static void place_gap(const struct parallel_work *work, struct bead *bead)
{
    for (size_t i = 0; i < work->segments.count; i++)
        place_behind(bead, &work->segments.items[i].beads);
    place_behind(bead, &work->pins.in_order);
}

static int compare_items(const void *a, const void *b)
{
    const struct alignment_item *one = a;
    const struct alignment_item *other = b;
    if (one->a != other->a)
        return one->a < other->a ? -1 : 1;
    if ((one->a_count == 0) != (other->a_count == 0) && one->b == other->b)
        return one->a_count == 0 ? -1 : 1;
    return one->b < other->b ? -1 : one->b > other->b;
}

/* What is only in B stands behind all of A that comes before it, whole items. */
static void settle(const struct parallel_work *work, struct alignment *alignment)
{
    uint32_t a = 0;
    for (size_t i = 0; i < alignment->count; i++) {
        struct alignment_item *item = &alignment->items[i];
        if (item->a_count == 0 && item->a < a) {
            item->a = a;
            item->a_span = term_locate_run(work->task->a, a, 0);
        }
        if (item->a_count > 0)
            a = item->a + item->a_count;
    }
}

static bool put_segment(const struct parallel_work *work, struct evidence_finder *finder,
                        const struct beads *beads, struct alignment *alignment)
{
    const struct parallel_task *task = work->task;
    bool ok = true;
    for (size_t i = 0; ok && i < beads->count; i++) {
        const struct bead *bead = &beads->items[i];
        if (!moved_parts_have(&work->moved, bead))
            put(work, finder, bead, ALIGNED_BEAD, alignment);
        if (i % ITEMS_BETWEEN_CALLS == 0 && task->go_on != NULL)
            ok = task->go_on(task->data, 1);
    }
    return ok;
}

static bool put_all(struct parallel_work *work, struct alignment *alignment)
{
    struct evidence_finder *finder = evidence_finder_new(&work->corpus);
    bool ok = true;
    if (work->task->pin_count == 0)
        stray_ends_drop(&work->corpus, finder, &work->segments.items[0].beads);
    for (size_t i = 0; ok && i < work->segments.count; i++)
        ok = put_segment(work, finder, &work->segments.items[i].beads, alignment);
    for (size_t i = 0; i < work->pins.in_order.count; i++)
        put(work, finder, &work->pins.in_order.items[i], ALIGNED_PINNED, alignment);
    for (size_t i = 0; i < work->pins.apart.count; i++) {
        struct bead bead = work->pins.apart.items[i];
        place_gap(work, &bead);
        put(work, finder, &bead, ALIGNED_PINNED, alignment);
    }
    for (size_t i = 0; i < work->moved.beads.count; i++) {
        struct bead bead = work->moved.beads.items[i];
        if (bead.source_count == 0) /* alone, it stands where its own neighbours do */
            bead.source = 0;
        if (bead.target_count == 0)
            bead.target = 0;
        place_gap(work, &bead);
        put(work, finder, &bead, ALIGNED_MOVED, alignment);
    }
    evidence_finder_free(finder);
    if (alignment->count > 0)
        qsort(alignment->items, alignment->count, sizeof *alignment->items, compare_items);
    settle(work, alignment);
    return ok;
}

/* ---- all of it ---- */

/* Texts that say hardly anything but the same over and over: any place is as good as another, so
 * that their sentences stand for each other as they come. */
static void pair_in_order(struct parallel_work *work, struct alignment *alignment)
{
    uint32_t sources = (uint32_t)work->source->count, targets = (uint32_t)work->target->count;
    for (uint32_t i = 0; i < sources || i < targets; i++) {
        struct bead bead = { i, i, i < sources, i < targets, IN_ORDER_SURE };
        put(work, NULL, &bead, ALIGNED_BEAD, alignment);
    }
}

/* One side is empty: the other's sentences are alone. */
static void align_nothing(struct parallel_work *work, struct alignment *alignment)
{
    for (uint32_t i = 0; i < work->source->count; i++)
        put(work, NULL, &(struct bead){ i, 0, 1, 0, 1 }, ALIGNED_BEAD, alignment);
    for (uint32_t j = 0; j < work->target->count; j++)
        put(work, NULL, &(struct bead){ 0, j, 0, 1, 1 }, ALIGNED_BEAD, alignment);
}

/* ---- how much of it there is ---- */

static struct linked_share measure_linked(const struct parallel_work *work)
{
    struct linked_share linked = { 0, 0 };
    for (size_t i = 0; i < work->segments.count; i++)
        linked_add(&linked, &work->corpus, &work->segments.items[i].beads);
    return linked;
}

static void free_segments(struct segments *segments)
{
    for (size_t i = 0; i < segments->count; i++) {
        band_free(&segments->items[i].band);
        free(segments->items[i].kept.scores);
        free(segments->items[i].beads.items);
    }
    free(segments->items);
}

/* Of a text that cannot tell all of the other one: when hardly all of it has found its place, looks
 * once more, with gaps expected between all beads, and keeps that if it links clearly more. */
static bool look_again(struct parallel_work *work)
{
    struct segments before = work->segments;
    struct linked_share linked = measure_linked(work);
    double fit = linked_fit(&linked, &work->corpus, work->longer);
    if (work->longer == LINKED_NEITHER || fit >= FIT_ENOUGH)
        return true;
    work->segments = (struct segments){ 0 };
    *(work->longer == LINKED_SOURCE ? &work->omitted.source : &work->omitted.target) =
        OMISSION_BETWEEN;
    work->again = true;
    divide(work);
    for (size_t i = 0; i < before.count; i++) {
        work->segments.items[i].kept = before.items[i].kept;
        before.items[i].kept = (struct lattice_kept){ NULL, false };
    }
    bool ok = first_look(work);
    linked = measure_linked(work);
    if (ok && linked_fit(&linked, &work->corpus, work->longer) < fit + FIT_BETTER) {
        struct segments worse = work->segments;
        work->segments = before;
        before = worse;
        work->omitted = (struct omission){ 0, 0 };
    }
    free_segments(&before);
    return ok;
}

/* The ratio of what belongs together, where that can be told by now. */
static void correct_ratio(struct parallel_work *work)
{
    struct linked_share linked = measure_linked(work);
    if (linked.source >= LINKED_LEAST && linked.target >= LINKED_LEAST &&
        linked_share(&linked, &work->corpus, work->longer) >= SHARE_ENOUGH)
        work->corpus.ratio = linked.target / linked.source;
}

static bool align_corpus(struct parallel_work *work, struct alignment *alignment)
{
    pins_read(&work->pins, work->source, work->target, work->task->pins, work->task->pin_count,
              work->swapped);
    moved_parts_begin(&work->moved, &work->corpus, &work->pins);
    double whole = work->corpus.ratio;
    work->corpus.ratio = length_ratio_find(&work->corpus);
    work->longer = work->corpus.ratio > whole   ? LINKED_SOURCE
                   : work->corpus.ratio < whole ? LINKED_TARGET
                                                : LINKED_NEITHER;
    divide(work);
    bool ok = first_look(work) && look_again(work) && settle_moved(work);
    if (ok) {
        correct_ratio(work);
        ok = learn(work) && second_look(work);
    }
    ok = ok && put_all(work, alignment);
    free_segments(&work->segments);
    moved_parts_free(&work->moved);
    pins_free(&work->pins);
    return ok;
}

static bool align(struct parallel_work *work, struct alignment *alignment)
{
    const struct parallel_task *task = work->task;
    bool ok = corpus_build(&work->corpus, work->source, work->target, task->lexicon, task->go_on,
                           task->data) &&
              align_corpus(work, alignment);
    corpus_free(&work->corpus);
    return ok;
}

bool parallel_align(const struct parallel_task *task, struct alignment *alignment,
                    struct error *error)
{
    struct parallel_work work = { .task = task, .source = task->a, .target = task->b };
    if (task->a->count > PARALLEL_SENTENCES_MOST || task->b->count > PARALLEL_SENTENCES_MOST) {
        error_set(error, "a text of more than %zu sentences: it is too long to be aligned",
                  PARALLEL_SENTENCES_MOST);
        return false;
    }
    work.swapped = !corpus_is_han(task->a) && corpus_is_han(task->b);
    if (work.swapped) {
        work.source = task->b;
        work.target = task->a;
    }
    if (task->a->count == 0 || task->b->count == 0) {
        align_nothing(&work, alignment);
        return true;
    }
    if (task->pin_count == 0 && repeated_is_all(task->a) && repeated_is_all(task->b)) {
        pair_in_order(&work, alignment);
        return true;
    }
    if (align(&work, alignment))
        return true;
    alignment_free(alignment);
    error_set(error, "the alignment was stopped");
    return false;
}
