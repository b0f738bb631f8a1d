#include "align/rendered.h"

#include <stdlib.h>
#include <string.h>

#include "align/common_words.h"
#include "base/bisect.h"
#include "base/xalloc.h"
#include "text/ascii.h"

#define SURE 0.5F            /* confidence of beads whose figures are compared */
#define TANGLED_SHARE 0.1    /* of the beads have several sentences on either side, */
#define TANGLED_BASE 0.5     /* and as many more */
#define UNMATCHED_SHARE 0.05 /* of the figures of a translation that it has not; */
#define UNMATCHED_MOST 0.2   /* where sentence goes with sentence; */
#define UNMATCHED_BASE 1.0   /* and as many more */
#define NUMBER_LEAST 2       /* digits that are hardly the same by chance */
#define SEEN_LEAST 6         /* figures, of which */
#define MET_LEAST 0.3        /* are met */
#define ALONE_MOST 0.07      /* of all sentences stand alone in the text that has fewer such */
#define TINY_MOST 14         /* beads of a text that is hardly judged, */
#define TINY_FIT 0.8         /* which must fit better, */
#define TINY_SEEN 2          /* but where there are no more figures */
#define TINY_LACKING 0.25    /* or where so many beads of one language have no word in common */
#define STRAY_SHARE 0.12     /* of the links stand in no bead by mistake */
#define STRAY_LINKS 3        /* of which one that stands in none may tell something */
#define PART_ALONE 0.2       /* of all sentences, that a part leaves out */
#define LINKED_SHARE 0.75    /* of the beads that are linked as reports are */
#define SUMMARY_BEADS 24     /* of a text that leaves out here and there */
#define SUMMARY_TOLD 0.6
#define SUMMARY_FIT 0.28   /* of its own sentences */
#define SUMMARY_ADDED 0.02 /* of all sentences are its alone, */
#define SUMMARY_LEFT 0.3   /* and so many the other's */
#define PLAIN_BEADS 8      /* of a text that is asked nothing more, where it fits so, */
#define PLAIN_FIT 0.95
#define PLAIN_SHARE 0.95 /* and so many are told and of one sentence each */
#define CALM_BEADS 7     /* of a text with hardly any figures, */
#define CALM_FIT 0.68    /* which needs not fit so well */
#define CALM_TOLD 0.65   /* where so many are told */
#define CALM_ALONE 0.04  /* and nearly nothing is left out */

static bool has_digit(const struct side *side, struct span span)
{
    for (size_t at = span.start; at < span.end; at++) {
        if (ascii_is_digit(side->text[at]))
            return true;
    }
    return false;
}

static size_t first_mark(const struct side *side, size_t start)
{
    size_t low = 0;
    BISECT(low, side->mark_count, side->marks[low].span.start >= start);
    return low;
}

/* Whether a run of digits and what divides it stands there as a number of its own. */
static bool has_number(const struct side *side, struct span span, const char *number, size_t length)
{
    for (size_t at = span.start; at + length <= span.end; at++) {
        if (memcmp(side->text + at, number, length) != 0)
            continue;
        size_t end = at + length;
        bool begins = at == span.start || !ascii_is_digit(side->text[at - 1]);
        if (begins && (end == span.end || !ascii_is_digit(side->text[end])))
            return true;
    }
    return false;
}

/* By kind, unit and value, or in the same digits: what a figure counts is not always understood. */
static bool has_figure(const struct side *side, struct span span, const struct side *other,
                       const struct side_mark *mark)
{
    size_t start = mark->span.start, end;
    for (size_t i = first_mark(side, span.start);
         i < side->mark_count && side->marks[i].span.start < span.end; i++) {
        if (side->marks[i].kind == MARK_FIGURE && side->marks[i].id == mark->id)
            return true;
    }
    while (start < mark->span.end && !ascii_is_digit(other->text[start]))
        start++;
    for (end = start; end < mark->span.end; end++) {
        char byte = other->text[end];
        if (!ascii_is_digit(byte) && byte != '.' && byte != ',')
            break;
    }
    while (end > start && !ascii_is_digit(other->text[end - 1]))
        end--;
    return end - start >= NUMBER_LEAST && has_number(side, span, other->text + start, end - start);
}

struct figure_counts {
    double all;
    double unmatched;
};

/* The figures of one half of a bead, and which of them the other half has not. */
static struct figure_counts count_figures(const struct side *side, struct span span,
                                          const struct side *other, struct span other_span)
{
    struct figure_counts counts = { 0 };
    for (size_t i = first_mark(side, span.start);
         i < side->mark_count && side->marks[i].span.start < span.end; i++) {
        const struct side_mark *mark = &side->marks[i];
        if (mark->kind != MARK_FIGURE || !has_digit(side, mark->span))
            continue;
        counts.all++;
        counts.unmatched += !has_figure(other, other_span, side, mark);
    }
    return counts;
}

/* A figure that differs is one, though either half misses the other's. */
static void compare_figures(struct rendered_signs *signs, const struct side *a,
                            const struct side *b, const struct alignment_item *item)
{
    struct figure_counts one = count_figures(a, item->a_span, b, item->b_span);
    struct figure_counts other = count_figures(b, item->b_span, a, item->a_span);
    signs->seen += one.all + other.all;
    signs->met += one.all + other.all - one.unmatched - other.unmatched;
    if (item->confidence < SURE)
        return;
    if (item->a_count > 1)
        one = (struct figure_counts){ 0 };
    if (item->b_count > 1)
        other = (struct figure_counts){ 0 };
    signs->figures += one.all > other.all ? one.all : other.all;
    signs->unmatched += one.unmatched > other.unmatched ? one.unmatched : other.unmatched;
}

void rendered_read(struct rendered_signs *signs, const struct side *a, const struct side *b,
                   const struct alignment *alignment)
{
    *signs =
        (struct rendered_signs){ .shorter = (double)(a->count < b->count ? a->count : b->count) };
    for (size_t i = 0; i < alignment->count; i++) {
        const struct alignment_item *item = &alignment->items[i];
        signs->alone[0] += item->b_count == 0 ? item->a_count : 0;
        signs->alone[1] += item->a_count == 0 ? item->b_count : 0;
        signs->sentences += (double)item->a_count + item->b_count;
        signs->pinned = signs->pinned || item->kind == ALIGNED_PINNED;
        if (item->kind == ALIGNED_PINNED || item->a_count == 0 || item->b_count == 0)
            continue;
        signs->beads++;
        signs->likely += (double)item->confidence;
        signs->clues += item->evidence_count;
        signs->told += item->evidence_count > 0;
        signs->single += item->a_count == 1 && item->b_count == 1;
        signs->tangled += item->a_count > 1 && item->b_count > 1;
        compare_figures(signs, a, b, item);
    }
    if (signs->beads <= TINY_MOST)
        signs->lacking = (double)common_words_lacking(a, b, alignment);
}

/* By item, which stand in A's order: where those up to it end in A at the latest. Caller frees. */
static uint32_t *find_ends(const struct alignment *alignment)
{
    uint32_t *ends = xreallocarray(NULL, alignment->count + 1, sizeof *ends), last = 0;
    for (size_t i = 0; i < alignment->count; i++) {
        uint32_t end = alignment->items[i].a + alignment->items[i].a_count;
        last = end > last ? end : last;
        ends[i] = last;
    }
    return ends;
}

static bool is_within(const struct alignment *alignment, const uint32_t *ends,
                      const struct alignment_item *link)
{
    size_t i = 0;
    BISECT(i, alignment->count, alignment->items[i].a >= link->a + link->a_count);
    while (i-- > 0 && ends[i] > link->a) {
        const struct alignment_item *bead = &alignment->items[i];
        if (link->a < bead->a + bead->a_count && bead->b < link->b + link->b_count &&
            link->b < bead->b + bead->b_count)
            return true;
    }
    return false;
}

void rendered_read_links(struct rendered_signs *signs, const struct alignment *alignment,
                         const struct alignment *reports)
{
    uint32_t last = 0, *ends = find_ends(alignment);
    signs->asked = true;
    for (size_t i = 0; i < reports->count; i++) {
        const struct alignment_item *link = &reports->items[i];
        if (link->kind != ALIGNED_SAME && link->kind != ALIGNED_PARTIAL)
            continue;
        signs->links++;
        signs->stray += !is_within(alignment, ends, link);
        signs->crossing += link->b < last;
        last = link->b;
    }
    free(ends);
}

/* Of many beads in order most told: that no two texts do by chance, whatever figures one of them
 * has updated, but not in each sentence where there are fewer. */
static bool is_evident(const struct rendered_signs *signs, double fit)
{
    static const struct {
        double beads, fit, told, single, tangled, unmatched;
    } ways[] = { { 100, 0.55, 0.35, 0.4, 0.06, 0.2 }, { 50, 0.5, 0.38, 0.4, 0.06, 0.2 },
                 { 60, 0.85, 0.6, 0.75, 0.03, 1 },    { 40, 0.75, 0.5, 0.5, 0.06, 0.2 },
                 { 25, 0.8, 0.6, 0.8, 0.03, 0.3 },    { 25, 0.9, 0.5, 0.85, 1, 0.3 } };
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        if (signs->beads >= ways[i].beads && fit >= ways[i].fit &&
            signs->told >= ways[i].told * signs->beads &&
            signs->single >= ways[i].single * signs->beads &&
            signs->tangled <= ways[i].tangled * signs->beads &&
            signs->unmatched <= ways[i].unmatched * signs->beads)
            return true;
    }
    return false;
}

/* Two reports of one event go through the same things in much the same order now and then, with the
 * same words; but some things change places, and each report has figures of its own. */
static bool is_rendered(const struct rendered_signs *signs, double fit)
{
    if (signs->tangled > TANGLED_SHARE * signs->beads + TANGLED_BASE)
        return false;
    if (signs->seen >= SEEN_LEAST && signs->met < MET_LEAST * signs->seen)
        return false;
    bool singly = signs->single >= 0.9 * signs->beads && fit >= 0.93;
    return signs->unmatched <=
           (singly ? UNMATCHED_MOST : UNMATCHED_SHARE) * signs->figures + UNMATCHED_BASE;
}

bool rendered_is_calm(const struct rendered_signs *signs, double fit)
{
    double alone = signs->alone[0] < signs->alone[1] ? signs->alone[0] : signs->alone[1];
    return signs->asked && signs->stray == 0 && signs->seen <= TINY_SEEN &&
           signs->beads >= CALM_BEADS && fit >= CALM_FIT &&
           signs->told >= CALM_TOLD * signs->beads && alone <= CALM_ALONE * signs->sentences &&
           signs->tangled <= TANGLED_SHARE * signs->beads + TANGLED_BASE;
}

bool rendered_is_plain(const struct rendered_signs *signs, double fit)
{
    return signs->beads >= PLAIN_BEADS && fit >= PLAIN_FIT &&
           signs->told >= PLAIN_SHARE * signs->beads &&
           signs->single >= PLAIN_SHARE * signs->beads && is_rendered(signs, fit);
}

/* A summary whose sentences are those of the other text: all of them are told, in its order, and
 * nothing is added. How well its lengths fit says nothing, since so much is left out. */
bool rendered_is_summary(const struct rendered_signs *signs, double fit)
{
    double least = signs->alone[0] < signs->alone[1] ? signs->alone[0] : signs->alone[1];
    double alone = signs->alone[0] + signs->alone[1], linked = signs->sentences - alone;
    double right = linked > 0 ? fit * (linked + alone / 2) / linked : 0;
    return signs->beads >= SUMMARY_BEADS && signs->told >= SUMMARY_TOLD * signs->beads &&
           right >= SUMMARY_FIT && least <= SUMMARY_ADDED * signs->sentences &&
           alone - least >= SUMMARY_LEFT * signs->sentences &&
           signs->tangled <= TANGLED_SHARE * signs->beads + TANGLED_BASE;
}

/* Whether evidence bears out that one translates the other: lengths alone make short texts fit.
 * Half of the beads must have some. */
bool rendered_is_told(const struct rendered_signs *signs, double fit)
{
    if (signs->pinned || signs->beads == 0 || is_evident(signs, fit))
        return true;
    if (rendered_is_calm(signs, fit))
        return true;
    if (!is_rendered(signs, fit))
        return false;
    return signs->told >= 0.5 * signs->beads &&
           signs->single >= (signs->beads >= 8 ? 0.1 : 0.3) * signs->beads;
}

/* Bead by bead, and most of them told: however little their lengths fit. */
bool rendered_is_told_well(const struct rendered_signs *signs, double fit)
{
    return rendered_is_told(signs, fit) && signs->beads >= 5 && signs->told >= 0.5 * signs->beads &&
           signs->single >= 0.85 * signs->beads && fit >= 0.7;
}

bool rendered_is_one_sided(const struct rendered_signs *signs)
{
    double least = signs->alone[0] < signs->alone[1] ? signs->alone[0] : signs->alone[1];
    return least <= ALONE_MOST * signs->sentences;
}

/* Whether one text is a part of the other: much is left out, and nothing added. */
static bool is_part(const struct rendered_signs *signs)
{
    double most = signs->alone[0] > signs->alone[1] ? signs->alone[0] : signs->alone[1];
    return rendered_is_one_sided(signs) && most >= PART_ALONE * signs->sentences;
}

/* Whether nearly every bead would be linked in reports as well, and in the same order. */
static bool is_linked_in_order(const struct rendered_signs *signs)
{
    return signs->links >= LINKED_SHARE * signs->beads && signs->stray + signs->crossing == 0;
}

bool rendered_is_refuted(const struct rendered_signs *signs, double fit)
{
    bool tiny = signs->beads <= TINY_MOST;
    if (signs->pinned || signs->beads == 0 || is_evident(signs, fit))
        return false;
    if (signs->links >= STRAY_LINKS && signs->stray > STRAY_SHARE * signs->links &&
        (signs->stray > 1 || signs->crossing > 0))
        return true;
    if (tiny && signs->lacking > 0 && signs->lacking >= TINY_LACKING * signs->beads)
        return true;
    return tiny && signs->single < signs->beads && !is_part(signs) && !is_linked_in_order(signs) &&
           fit < TINY_FIT && signs->seen > TINY_SEEN;
}
