#include "figure/figures_pair.h"

#include <stdlib.h>
#include <string.h>

#include "base/bisect.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "figure/figure_compare.h"
#include "figure/figure_noun.h"
#include "text/latinword.h"

/* What speaks for a pair, in points. */
#define POINTS_EQUAL 60
#define POINTS_ROUNDED 50
#define POINTS_HEDGED 46
#define POINTS_UNKNOWN (-20) /* nearly the same number of what may be something else */
#define POINTS_VAGUE (-22)   /* millions, and 4.4 million */
#define POINTS_LONGER (-10)  /* a date within a longer one: 2014, June 2014 */
#define POINTS_DECADE (-29)
#define POINTS_NOUN 12
#define POINTS_NOUN_RELATED 9
#define POINTS_NEIGHBOUR 8
#define POINTS_LINKED 25
#define POINTS_ELSEWHERE (-15) /* both in linked passages, but in others */
#define POINTS_PLACE 12        /* the same relative place; less the further off */
#define POINTS_SMALL (-25)     /* a small count, duration or ordinal */
#define POINTS_LEAST 46

#define SMALL 12
#define NEAR 2              /* how many figures to either side are neighbours, */
#define NEIGHBOUR_REACH 600 /* within so many bytes */
#define WINDOW_LEAST 64
#define STEPS_BETWEEN_CALLS 4096

struct candidate {
    size_t a;
    size_t b;
    int points;
    double distance;
    enum figure_relation relation;
};

struct candidates {
    struct candidate *items;
    size_t count;
    size_t capacity;
};

/* The figures of one text. */
struct side {
    const struct figure *items;
    size_t count;
    size_t length;    /* of the text */
    size_t *links;    /* of each figure: the number of its passage, from 1; 0 none */
    size_t *partners; /* PAIR_NONE while it has none */
};

struct pairing {
    struct side a;
    struct side b;
    enum pair_status *status; /* of each figure of A */
    struct candidates candidates;
    const struct figures_pair_task *task;
    size_t steps;
    bool stopped;
};

/* Counts a comparison; false when the caller has stopped it. */
static bool may_go_on(struct pairing *pairing)
{
    if (pairing->task->go_on != NULL && ++pairing->steps % STEPS_BETWEEN_CALLS == 0)
        pairing->stopped = pairing->stopped || !pairing->task->go_on(pairing->task->data, 1);
    return !pairing->stopped;
}

const char *figure_pair_status_name(enum pair_status status)
{
    static const char *const names[] = { "agree", "rounded", "differ", "only-a", "only-b" };
    return names[status];
}

void figure_pairs_free(struct figure_pairs *pairs)
{
    free(pairs->items);
    *pairs = (struct figure_pairs){ 0 };
}

/* ---- evidence ---- */

static double place_of(const struct side *side, size_t index)
{
    return (double)side->items[index].start / (double)side->length;
}

static bool is_small(const struct figure *figure)
{
    bool many = figure->kind == FIGURE_COUNT || figure->kind == FIGURE_DURATION ||
                figure->kind == FIGURE_ORDINAL;
    return many && !figure->range && !(figure->hedges & HEDGE_VAGUE) &&
           decimal_compare(figure->low, decimal_of(SMALL, 0)) <= 0;
}

static bool is_near(const struct side *side, size_t a, size_t b)
{
    size_t low = a < b ? a : b;
    size_t high = a < b ? b : a;
    return side->items[high].start - side->items[low].end <= NEIGHBOUR_REACH;
}

/* Whether a figure near that of A tells the same as one near that of B, in whatever order. */
static bool has_near(const struct pairing *pairing, size_t near_a, size_t b)
{
    for (size_t i = b >= NEAR ? b - NEAR : 0; i < pairing->b.count && i <= b + NEAR; i++) {
        if (i != b && is_near(&pairing->b, i, b) &&
            figure_compare(&pairing->a.items[near_a], &pairing->b.items[i]) >= FIGURES_ROUNDED)
            return true;
    }
    return false;
}

static int neighbour_points(const struct pairing *pairing, size_t a, size_t b)
{
    int count = 0;
    for (size_t i = a >= NEAR ? a - NEAR : 0; i < pairing->a.count && i <= a + NEAR; i++)
        count += i != a && is_near(&pairing->a, i, a) && has_near(pairing, i, b);
    return POINTS_NEIGHBOUR * (count > 2 ? 2 : count);
}

static int noun_points(const struct figure *a, const struct figure *b)
{
    static const int points[] = { 0, 0, POINTS_NOUN_RELATED, POINTS_NOUN };
    return a->kind == FIGURE_COUNT && b->kind == FIGURE_COUNT
               ? points[figure_noun_compare(a->unit, b->unit)]
               : 0;
}

/* What a value that is only nearly the same is worth: little where nothing else says that both
 * figures are of the same thing. */
static int value_points(const struct figure *a, const struct figure *b,
                        enum figure_relation relation)
{
    static const int values[] = { 0, 0, POINTS_ROUNDED, POINTS_HEDGED, POINTS_EQUAL };
    int points = values[relation];
    if (relation == FIGURES_EQUAL || a->kind != b->kind)
        return points;
    if ((a->hedges ^ b->hedges) & HEDGE_VAGUE)
        points += POINTS_VAGUE;
    if (a->kind == FIGURE_COUNT && figure_noun_compare(a->unit, b->unit) < NOUN_SAME)
        points += POINTS_UNKNOWN;
    else if (a->kind == FIGURE_DATE)
        points += a->from.part == PART_DECADE || b->from.part == PART_DECADE ? POINTS_DECADE
                                                                             : POINTS_LONGER;
    return points;
}

static void consider(struct pairing *pairing, size_t a, size_t b)
{
    const struct figure *left = &pairing->a.items[a], *right = &pairing->b.items[b];
    enum figure_relation relation = figure_compare(left, right);
    if (relation < FIGURES_ROUNDED)
        return;
    double distance = place_of(&pairing->a, a) - place_of(&pairing->b, b);
    distance = distance < 0 ? -distance : distance;
    size_t link_a = pairing->a.links[a], link_b = pairing->b.links[b];
    int linked = link_a == 0 || link_b == 0 ? 0
                 : link_a == link_b         ? POINTS_LINKED
                                            : POINTS_ELSEWHERE;
    /* as many as the places in the texts are near, as parts of their lengths */
    int place = distance < 0.1 ? (int)(POINTS_PLACE * (1 - 10 * distance)) : 0;
    int points = value_points(left, right, relation) + noun_points(left, right) + linked +
                 neighbour_points(pairing, a, b) + place;
    if (left->kind == right->kind && is_small(left) && is_small(right))
        points += POINTS_SMALL;
    if (points >= POINTS_LEAST || (linked < 0 && points - linked >= POINTS_LEAST))
        VECTOR_PUSH(&pairing->candidates, (struct candidate){ a, b, points, distance, relation });
}

static void collect(struct pairing *pairing)
{
    size_t count_a = pairing->a.count, count_b = pairing->b.count;
    size_t window = count_a > 0 ? PAIR_WORK / count_a : 0;
    window = window < WINDOW_LEAST ? WINDOW_LEAST : window;
    for (size_t a = 0; a < count_a; a++) {
        size_t middle = (size_t)((double)a / (double)count_a * (double)count_b);
        size_t from = window < count_b && middle > window / 2 ? middle - window / 2 : 0;
        for (size_t b = from; b < count_b && b - from < window && may_go_on(pairing); b++)
            consider(pairing, a, b);
    }
}

static int compare_candidates(const void *left, const void *right)
{
    const struct candidate *x = left;
    const struct candidate *y = right;
    if (x->points != y->points)
        return x->points > y->points ? -1 : 1;
    if (x->distance < y->distance || y->distance < x->distance)
        return x->distance < y->distance ? -1 : 1;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return (x->b > y->b) - (x->b < y->b);
}

/* ---- pairing ---- */

static void join(struct pairing *pairing, const struct candidate *candidate)
{
    pairing->a.partners[candidate->a] = candidate->b;
    pairing->status[candidate->a] =
        candidate->relation == FIGURES_ROUNDED ? PAIR_ROUNDED : PAIR_AGREE;
    if (pairing->b.partners[candidate->b] == PAIR_NONE)
        pairing->b.partners[candidate->b] = candidate->a;
}

/* One to one, the best first. */
static void join_best(struct pairing *pairing)
{
    for (size_t i = 0; i < pairing->candidates.count; i++) {
        const struct candidate *candidate = &pairing->candidates.items[i];
        if (candidate->points < POINTS_LEAST)
            break;
        if (pairing->a.partners[candidate->a] == PAIR_NONE &&
            pairing->b.partners[candidate->b] == PAIR_NONE)
            join(pairing, candidate);
    }
}

/* A surplus needs the very noun: members and users may be as many, but are told for themselves. */
static bool is_same_noun(const struct pairing *pairing, const struct candidate *candidate)
{
    const struct figure *a = &pairing->a.items[candidate->a];
    const struct figure *b = &pairing->b.items[candidate->b];
    return a->kind != FIGURE_COUNT || figure_noun_compare(a->unit, b->unit) == NOUN_SAME;
}

/* What is left over goes with one that says the same and has a partner, though that stands in
 * another passage. */
static void join_repeated(struct pairing *pairing)
{
    for (size_t i = 0; i < pairing->candidates.count; i++) {
        const struct candidate *candidate = &pairing->candidates.items[i];
        if (candidate->relation != FIGURES_EQUAL || !is_same_noun(pairing, candidate))
            continue;
        if (pairing->a.partners[candidate->a] == PAIR_NONE)
            join(pairing, candidate);
        else if (pairing->b.partners[candidate->b] == PAIR_NONE)
            pairing->b.partners[candidate->b] = candidate->a;
    }
}

/* Whether one tells a number alone, and the other the same with what it is of: the old one cost 760, 760欧元. */
static bool is_told_bare(const struct figure *bare, const struct figure *full)
{
    return bare->kind == FIGURE_COUNT && bare->unit[0] == '\0' && full->kind != FIGURE_COUNT &&
           full->kind != FIGURE_DATE && full->kind != FIGURE_ORDINAL && full->kind != FIGURE_FRACTION &&
           !bare->range && !full->range && !is_small(bare) &&
           decimal_compare(bare->low, full->low) == 0;
}

/* ---- differing ---- */

/* The figures before both and behind both are partners, and near. */
static bool is_flanked(const struct pairing *pairing, size_t a, size_t b)
{
    const struct side *of_a = &pairing->a, *of_b = &pairing->b;
    return a > 0 && b > 0 && a + 1 < of_a->count && b + 1 < of_b->count && of_a->partners[a - 1] == b - 1 &&
           of_a->partners[a + 1] == b + 1 && is_near(of_a, a, a - 1) && is_near(of_a, a, a + 1) &&
           is_near(of_b, b, b - 1) && is_near(of_b, b, b + 1);
}

/* Neither is more than half as much again as the other. */
static bool is_close(const struct figure *a, const struct figure *b)
{
    struct decimal one = a->low, other = b->low, most_one = one, most_other = other;
    return one.negative == other.negative && decimal_multiply(&one, 2) && decimal_multiply(&other, 2) &&
           decimal_multiply(&most_one, 3) && decimal_multiply(&most_other, 3) &&
           decimal_compare(one, most_other) <= 0 && decimal_compare(other, most_one) <= 0;
}

/* How many figures of its kind in its passage, of the magnitude of `like` (NULL: of any) or close to it, have no
 * partner; how many of them stand before it. */
static size_t count_open(const struct side *side, size_t index, const struct figure *like, bool close, size_t *before)
{
    size_t first = index, count = 0, link = side->links[index];
    while (first > 0 && side->links[first - 1] == link)
        first--;
    *before = 0;
    for (size_t i = first; i < side->count && side->links[i] == link; i++) {
        bool open = side->partners[i] == PAIR_NONE && side->items[i].kind == side->items[index].kind &&
                    (like == NULL || (close ? is_close : figure_is_alike)(&side->items[i], like));
        count += open;
        *before += open && i < index;
    }
    return count;
}

/* As many of their kind are in their passage here as there, and both in the same place of them. */
static bool is_fellow(const struct pairing *pairing, size_t a, size_t b)
{
    size_t before_a, before_b;
    return count_open(&pairing->a, a, NULL, false, &before_a) == count_open(&pairing->b, b, NULL, false, &before_b) &&
           before_a == before_b;
}

/* Nothing else that is left over of their kind in their passage is of the magnitude of the other; or both are
 * near, as rents of 900 and 950, and nothing else is near either. */
static bool is_alone(const struct pairing *pairing, size_t a, size_t b)
{
    size_t before;
    for (int close = 0; close < 2; close++) {
        if (count_open(&pairing->a, a, &pairing->b.items[b], close, &before) == 1 &&
            count_open(&pairing->b, b, &pairing->a.items[a], close, &before) == 1 &&
            (!close || is_close(&pairing->a.items[a], &pairing->b.items[b])))
            return true;
    }
    return false;
}

/* Whether two that are left over tell other values of what may be the same thing. */
static bool is_other_value(const struct figure *a, const struct figure *b)
{
    enum figure_relation relation = figure_compare(a, b);
    if (a->range != b->range || ((a->hedges | b->hedges) & HEDGE_VAGUE) || relation > FIGURES_DIFFERENT)
        return false;
    switch (a->kind) {
    case FIGURE_COUNT: return figure_noun_compare(a->unit, b->unit) != NOUN_OTHER;
    case FIGURE_DATE: return strcmp(a->unit, b->unit) == 0 && (a->from.year == 0) == (b->from.year == 0);
    default: return relation == FIGURES_DIFFERENT;
    }
}

/* What two that are left over are; PAIR_ONLY_A when they are no pair. Thousands of birds and 3400只, which nothing
 * else in the passage can be, agree. */
static enum pair_status judge_left(const struct pairing *pairing, size_t a, size_t b, bool bare)
{
    const struct figure *left = &pairing->a.items[a], *right = &pairing->b.items[b];
    const size_t link = pairing->a.links[a];
    if (link != pairing->b.links[b])
        return PAIR_ONLY_A;
    if (bare)
        return link != 0 && (is_told_bare(left, right) || is_told_bare(right, left)) ? PAIR_AGREE : PAIR_ONLY_A;
    if (left->kind != right->kind)
        return PAIR_ONLY_A;
    if (link != 0 && figure_compare(left, right) == FIGURES_HEDGED && is_fellow(pairing, a, b))
        return PAIR_AGREE;
    if (!is_other_value(left, right))
        return PAIR_ONLY_A;
    const bool people = strcmp(left->unit, "people") == 0 || strcmp(right->unit, "people") == 0;
    const enum noun_relation nouns = figure_noun_compare(left->unit, right->unit);
    const bool named = left->kind != FIGURE_COUNT || nouns == NOUN_SAME || (people && nouns == NOUN_RELATED);
    bool alike = named && (left->kind == FIGURE_DATE || figure_is_alike(left, right));
    bool fellows = link != 0 ? is_fellow(pairing, a, b) || (alike && left->kind != FIGURE_DATE && is_alone(pairing, a, b))
                             : alike && is_flanked(pairing, a, b);
    return fellows ? PAIR_DIFFER : PAIR_ONLY_A;
}

static bool join_left(struct pairing *pairing, size_t a, size_t b, bool bare)
{
    bool open = b < pairing->b.count && pairing->b.partners[b] == PAIR_NONE;
    enum pair_status status = open ? judge_left(pairing, a, b, bare) : PAIR_ONLY_A;
    if (status == PAIR_ONLY_A)
        return false;
    pairing->a.partners[a] = b;
    pairing->b.partners[b] = a;
    pairing->status[a] = status;
    return true;
}

/* Looks for the figure of B in the passage of one that is left over or, where there are none, beside the
 * partner of its neighbour. */
static void find_left(struct pairing *pairing, const size_t *first_b, bool bare)
{
    for (size_t a = 0; a < pairing->a.count; a++) {
        size_t link = pairing->a.links[a];
        if (pairing->a.partners[a] != PAIR_NONE)
            continue;
        if (link == 0 && a > 0 && pairing->a.partners[a - 1] != PAIR_NONE)
            (void)join_left(pairing, a, pairing->a.partners[a - 1] + 1, bare);
        for (size_t b = link != 0 ? first_b[link] : PAIR_NONE;
             b < pairing->b.count && pairing->b.links[b] == link && may_go_on(pairing); b++) {
            if (join_left(pairing, a, b, bare))
                break;
        }
    }
}

/* ---- passages ---- */

static size_t *no_partners(size_t count)
{
    size_t *partners = xcalloc(count + 1, sizeof *partners);
    for (size_t i = 0; i <= count; i++)
        partners[i] = PAIR_NONE;
    return partners;
}

/* The figures of a text, each with the number of its passage. Caller frees links and partners. */
static struct side make_side(const struct figure_side *text, const struct figure_link *links,
                             size_t count, bool of_b)
{
    struct side side = { text->figures->items, text->figures->count, text->length, NULL,
                         no_partners(text->figures->count) };
    side.links = xcalloc(side.count + 1, sizeof *side.links);
    for (size_t i = count; i-- > 0;) {
        struct span span = of_b ? links[i].b : links[i].a;
        size_t at = 0;
        BISECT(at, side.count, side.items[at].start >= span.start);
        for (; at < side.count && side.items[at].start < span.end; at++)
            side.links[at] = i + 1;
    }
    return side;
}

/* Of each passage the first figure of B. Caller frees. */
static size_t *find_first(const struct side *b, size_t count)
{
    size_t *first = no_partners(count);
    for (size_t i = b->count; i-- > 0;)
        first[b->links[i]] = i;
    return first;
}

/* ---- all together ---- */

static void write_pairs(const struct pairing *pairing, struct figure_pairs *pairs)
{
    for (size_t a = 0; a < pairing->a.count; a++) {
        size_t b = pairing->a.partners[a];
        enum pair_status status = b != PAIR_NONE ? pairing->status[a] : PAIR_ONLY_A;
        VECTOR_PUSH(pairs, (struct figure_pair){ status, a, b });
    }
    for (size_t b = 0; b < pairing->b.count; b++) {
        size_t a = pairing->b.partners[b];
        if (a == PAIR_NONE)
            VECTOR_PUSH(pairs, (struct figure_pair){ PAIR_ONLY_B, PAIR_NONE, b });
        else if (pairing->a.partners[a] != b)
            VECTOR_PUSH(pairs, (struct figure_pair){ PAIR_AGREE, a, b });
    }
}

bool figures_pair(const struct figure_side *a, const struct figure_side *b,
                  const struct figures_pair_task *task, struct figure_pairs *pairs)
{
    struct pairing pairing = { .a = make_side(a, task->links, task->link_count, false),
                               .b = make_side(b, task->links, task->link_count, true),
                               .task = task };
    struct candidates *candidates = &pairing.candidates;
    pairing.status = xcalloc(pairing.a.count + 1, sizeof *pairing.status);
    size_t *first_b = find_first(&pairing.b, task->link_count);
    collect(&pairing);
    if (candidates->count > 1)
        qsort(candidates->items, candidates->count, sizeof *candidates->items, compare_candidates);
    join_best(&pairing);
    join_repeated(&pairing);
    find_left(&pairing, first_b, true);
    find_left(&pairing, first_b, false);
    if (!pairing.stopped)
        write_pairs(&pairing, pairs);
    free(first_b);
    free(pairing.a.links);
    free(pairing.a.partners);
    free(pairing.b.links);
    free(pairing.b.partners);
    free(pairing.status);
    free(candidates->items);
    return !pairing.stopped;
}
