#include "align/align_mode.h"

#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "align/comparable.h"
#include "align/part_chance.h"
#include "align/rendered.h"
#include "align/repeated.h"
#include "align/sentence_model.h"
#include "align/simplified.h"
#include "align/turned_side.h"

#define FIT_LEAST 0.33
#define FIT_SHORT 17.0 /* by how much more, in shares of a sentence, short texts must fit */
#define FIT_ENOUGH 0.8
#define GAP_SHARE 0.5    /* how much a sentence without counterpart counts */
#define PART_LEAST 30    /* sentences in beads of a part that is judged by itself */
#define BEADS_LEAST 0.25 /* of the sentences are in beads */
#define SAME_ENOUGH 0.3  /* of the sentences of the shorter text say the same, if in order, */
#define LINKED_LEAST 4
#define CROSSING_MOST 0.1    /* but for one in ten */
#define REPEATING_LEAST 1000 /* sentences of a text that says nothing but a few over and over: */
#define REPEATING_SHARE 100  /* there are so many times as many as are different */
#define SMALL_MOST 60        /* sentences of two short texts */
#define DONE_PARALLEL 0.8    /* what part of the work is done when that was for nothing */

static const char *const names[] = {
    [ALIGN_AUTO] = "auto", [ALIGN_PARALLEL] = "parallel", [ALIGN_COMPARABLE] = "comparable"
};

bool align_mode_parse(const char *name, enum align_mode *mode)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i], name) == 0) {
            *mode = (enum align_mode)i;
            return true;
        }
    }
    return false;
}

/* ---- how well two texts fit ---- */

struct fit {
    double sentences;
    double in_beads;
    double right; /* of those in beads, as far as confidence tells */
    double pinned;
};

static struct fit measure_items(const struct alignment *alignment, size_t first, size_t end)
{
    struct fit fit = { 0 };
    for (size_t i = first; i < end; i++) {
        const struct alignment_item *item = &alignment->items[i];
        double sentences = (double)item->a_count + item->b_count;
        if (item->kind == ALIGNED_PINNED) {
            fit.pinned += sentences;
            continue;
        }
        fit.sentences += sentences;
        if (item->a_count == 0 || item->b_count == 0)
            continue;
        fit.in_beads += sentences;
        fit.right += sentences * (double)item->confidence;
    }
    return fit;
}

static bool is_alone(const struct alignment_item *item)
{
    return item->kind != ALIGNED_PINNED && (item->a_count == 0 || item->b_count == 0);
}

/* What is only in one text before all else and behind it does not count where enough is left: the
 * one may be a part of the other. */
static struct fit measure(const struct alignment *alignment)
{
    size_t first = 0, end = alignment->count;
    while (first < end && is_alone(&alignment->items[first]))
        first++;
    while (end > first && is_alone(&alignment->items[end - 1]))
        end--;
    struct fit fit = measure_items(alignment, first, end);
    return fit.in_beads >= PART_LEAST ? fit : measure_items(alignment, 0, alignment->count);
}

double align_mode_fit(const struct alignment *alignment)
{
    struct fit fit = measure(alignment);
    double weight = fit.in_beads + GAP_SHARE * (fit.sentences - fit.in_beads);
    return weight > 0 ? fit.right / weight : 0;
}

static bool fits(const struct alignment *alignment)
{
    struct fit fit = measure(alignment);
    if (fit.in_beads < BEADS_LEAST * fit.sentences || fit.in_beads == 0)
        return fit.sentences == 0 && fit.pinned > 0;
    double least = FIT_LEAST + FIT_SHORT / fit.sentences;
    return align_mode_fit(alignment) >= (least < FIT_ENOUGH ? least : FIT_ENOUGH);
}

enum align_mode align_mode_of(const struct alignment *alignment)
{
    for (size_t i = 0; i < alignment->count; i++) {
        enum aligned_kind kind = alignment->items[i].kind;
        if (kind == ALIGNED_BEAD || kind == ALIGNED_MOVED)
            return ALIGN_PARALLEL;
    }
    return ALIGN_COMPARABLE;
}

/* ---- aligning ---- */

/* Tells the caller of a part of the work as of the whole. */
struct watch {
    const struct parallel_task *task;
    double from;
    double share;
};

static bool go_on(void *data, double done)
{
    const struct watch *watch = data;
    return watch->task->go_on(watch->task->data, watch->from + watch->share * done);
}

/* False with a sentence when the caller has stopped it. */
static bool may_go_on(const struct parallel_task *task, struct error *error)
{
    if (task->go_on == NULL || task->go_on(task->data, 0))
        return true;
    error_set(error, "the alignment was stopped");
    return false;
}

/* Whether reports have so much in common, in the same order, that they are none. */
static bool is_followed(const struct parallel_task *task, const struct alignment *reports)
{
    size_t shorter = task->a->count < task->b->count ? task->a->count : task->b->count;
    double links = 0, same = 0, crossing = 0;
    uint32_t last = 0;
    for (size_t i = 0; i < reports->count; i++) {
        const struct alignment_item *item = &reports->items[i];
        if (item->kind != ALIGNED_SAME && item->kind != ALIGNED_PARTIAL)
            continue;
        same += item->kind == ALIGNED_SAME;
        crossing += item->b < last;
        last = item->b;
        links++;
    }
    return links >= LINKED_LEAST && same >= SAME_ENOUGH * (double)shorter &&
           crossing <= CROSSING_MOST * links;
}

/* Whether a text says a few sentences over and over, so that no order can be told in it. */
static bool is_repeating(const struct side *side)
{
    if (side->count < REPEATING_LEAST)
        return false;
    uint32_t *behind = repeated_find(side);
    size_t different = repeated_different(behind, 0, side->count);
    free(behind);
    return different * REPEATING_SHARE <= side->count;
}

enum judgement {
    TRANSLATED,
    OPEN, /* until it is known what is linked */
    REPORTED
};

/* What an alignment that takes the one as translating the other tells, and what is linked if they
 * are reports (NULL: not known). */
static enum judgement judge(const struct parallel_task *task, const struct alignment *alignment,
                            const struct alignment *reports)
{
    struct rendered_signs signs;
    double fit = align_mode_fit(alignment);
    if (task->a->count == 0 || task->b->count == 0)
        return TRANSLATED;
    rendered_read(&signs, task->a, task->b, alignment);
    if (reports != NULL)
        rendered_read_links(&signs, alignment, reports);
    if (rendered_is_summary(&signs, fit))
        return TRANSLATED;
    if (!rendered_is_told(&signs, fit) || rendered_is_refuted(&signs, fit))
        return REPORTED;
    if (fits(alignment) || rendered_is_calm(&signs, fit) || rendered_is_told_well(&signs, fit))
        return TRANSLATED;
    return rendered_is_one_sided(&signs) ? OPEN : REPORTED;
}

/* Whether there is nothing to ask about links. */
static bool is_plain(const struct parallel_task *task, const struct alignment *alignment)
{
    struct rendered_signs signs;
    rendered_read(&signs, task->a, task->b, alignment);
    return rendered_is_plain(&signs, align_mode_fit(alignment));
}

/* Lets the order of the shorter text tell (part_chance.h) what is in doubt yet. */
static bool ask_order(const struct parallel_task *task, const struct alignment *alignment,
                      const struct alignment *reports, enum judgement *judgement,
                      struct error *error)
{
    struct rendered_signs signs, turned_signs;
    struct alignment other = { 0 };
    struct turned_side turned;
    bool a = task->a->count < task->b->count, translated = *judgement == TRANSLATED;
    rendered_read(&signs, task->a, task->b, alignment);
    rendered_read_links(&signs, alignment, reports);
    if (task->pin_count > 0 || !part_chance_may_tell(&signs, translated))
        return true;
    turned_side_begin(&turned, a ? task->a : task->b);
    struct parallel_task again = *task;
    *(a ? &again.a : &again.b) = &turned.side;
    bool ok = parallel_align(&again, &other, error);
    rendered_read(&turned_signs, again.a, again.b, &other);
    double chance = part_chance_find(&signs, &turned_signs, translated);
    if (translated && part_chance_refutes(&signs, chance))
        *judgement = REPORTED;
    else if (!translated && part_chance_tells(&signs, chance))
        *judgement = TRANSLATED;
    alignment_free(&other);
    turned_side_end(&turned);
    return ok;
}

static bool decide(const struct parallel_task *task, struct alignment *alignment,
                   struct error *error)
{
    struct watch watch = { task, 0, DONE_PARALLEL };
    struct parallel_task part = *task;
    part.data = &watch;
    part.go_on = task->go_on != NULL ? go_on : NULL;
    if (task->pin_count == 0 && (is_repeating(task->a) || is_repeating(task->b)))
        return comparable_align(task, alignment, error);
    if (!may_go_on(task, error) || !parallel_align(&part, alignment, error))
        return false;
    bool small = task->a->count + task->b->count <= SMALL_MOST && !is_plain(task, alignment);
    struct alignment reports = { 0 };
    watch = (struct watch){ task, DONE_PARALLEL, 1 - DONE_PARALLEL };
    if (small && !comparable_align(&part, &reports, error)) {
        alignment_free(&reports);
        return false;
    }
    enum judgement judgement = judge(task, alignment, small ? &reports : NULL);
    bool ok = judgement == TRANSLATED || small || comparable_align(&part, &reports, error);
    if (ok && (judgement != TRANSLATED || small))
        ok = ask_order(&part, alignment, &reports, &judgement, error);
    if (ok && (judgement == TRANSLATED || (judgement == OPEN && is_followed(task, &reports)))) {
        alignment_free(&reports);
        return true;
    }
    alignment_free(alignment);
    if (!ok)
        alignment_free(&reports);
    *alignment = reports;
    return ok;
}

static bool align(const struct parallel_task *task, struct alignment *alignment,
                  struct error *error)
{
    switch (task->mode) {
    case ALIGN_PARALLEL: return parallel_align(task, alignment, error);
    case ALIGN_COMPARABLE: return comparable_align(task, alignment, error);
    case ALIGN_AUTO: break;
    }
    return decide(task, alignment, error);
}

static bool simplify(const struct parallel_task *task, const struct side *side,
                     struct simplified *simplified, struct error *error)
{
    if (simplified_begin(simplified, side, task->go_on, task->data))
        return may_go_on(task, error);
    error_set(error, "the alignment was stopped");
    return false;
}

bool align_mode_align(const struct parallel_task *task, struct alignment *alignment,
                      struct error *error)
{
    struct simplified a, b;
    struct parallel_task simplified = *task;
    bool ok = simplify(task, task->a, &a, error);
    if (ok) {
        ok = simplify(task, task->b, &b, error);
        simplified.a = &a.side;
        simplified.b = &b.side;
        ok = ok && align(&simplified, alignment, error);
        simplified_end(&b);
    }
    simplified_end(&a);
    return ok;
}

/* ---- saying so ---- */

/* What one tells again is no further passage. */
static size_t count_links(const struct alignment *alignment)
{
    size_t links = 0;
    for (size_t i = 0; i < alignment->count; i++)
        links += alignment->items[i].a_count > 0 && alignment->items[i].b_count > 0 &&
                 alignment->items[i].kind != ALIGNED_ALSO_A &&
                 alignment->items[i].kind != ALIGNED_ALSO_B;
    return links;
}

bool align_mode_is_bare(const struct parallel_task *task)
{
    return corpus_is_han(task->a) != corpus_is_han(task->b) &&
           !lexicon_has_dictionary(task->lexicon);
}

void align_mode_explain(enum align_mode asked, const struct alignment *alignment, bool bare,
                        struct buffer *out)
{
    size_t links = count_links(alignment);
    bool parallel = asked == ALIGN_PARALLEL ||
                    (asked == ALIGN_AUTO && align_mode_of(alignment) == ALIGN_PARALLEL);
    if (parallel && asked == ALIGN_PARALLEL)
        buffer_add_text(out, _("parallel: taken as a translation"));
    else if (parallel)
        buffer_add_format(out, _("parallel: passage by passage (%.2f)"), align_mode_fit(alignment));
    else if (links == 0)
        buffer_add_text(out, _("comparable: nothing is in both"));
    else
        buffer_add_format(out,
                          message_count("comparable: %zu passage is in both",
                                        "comparable: %zu passages are in both", links),
                          links);
    if (bare)
        buffer_add_text(out, _("; no dictionary (diptych dictionary add)"));
    if (!parallel)
        buffer_add_text(out, asked == ALIGN_COMPARABLE ? _("; taken as independent reports")
                                                       : _("; the one does not follow the other"));
}
