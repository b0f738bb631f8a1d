#include "notes/probe.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

#define OCCURRENCES ((size_t)2000) /* of a quote that are judged */
#define WINDOWS 8                  /* parts of the text that a fuzzy search looks into */
#define EDGE 8                     /* code points of context that settle where a place ends */
#define EDGE_FAULTS 3
#define EDGE_EDITS 4

#define WEIGHT_WORDS 0.65
#define WEIGHT_CONTEXT 0.33
#define WEIGHT_NEAR 0.02

void probe_free(struct probe *probe)
{
    approximate_free(probe->forward);
    approximate_free(probe->backward);
    approximate_free(probe->before);
    approximate_free(probe->after);
}

static struct approximate *ready(struct approximate **made, struct points points, bool reversed)
{
    if (*made == NULL)
        *made = approximate_new(points.items, points.count, reversed);
    return *made;
}

/* --- judging --- */

#define CONTEXT_ROOM 96

/* Likeness of a context to what stands next to a place. */
static double context_likeness(struct approximate *pattern, size_t length, const uint32_t *text,
                               size_t room)
{
    uint32_t distances[CONTEXT_ROOM + 1];
    if (room > length + length / 2)
        room = length + length / 2;
    if (room > CONTEXT_ROOM)
        room = CONTEXT_ROOM;
    approximate_run(pattern, text, room, true, distances);
    uint32_t least = distances[0];
    for (size_t i = 1; i <= room; i++)
        least = distances[i] < least ? distances[i] : least;
    return 1.0 - (double)least / (double)length;
}

static void judge_context(struct probe *probe, struct find_place *place)
{
    double before = 1, after = 1;
    double known = (double)(probe->prefix.count + probe->suffix.count);
    if (probe->prefix.count > 0) {
        size_t length = probe->prefix.count;
        size_t room = place->start < 2 * length ? place->start : 2 * length;
        size_t given = room > length + length / 2 ? length + length / 2 : room;
        before = context_likeness(ready(&probe->before, probe->prefix, true), length,
                                  probe->text->points + place->start - given, given);
    }
    if (probe->suffix.count > 0)
        after = context_likeness(ready(&probe->after, probe->suffix, false), probe->suffix.count,
                                 probe->text->points + place->end,
                                 probe->text->count - place->end);
    place->weaker = before < after ? before : after;
    place->context = known > 0 ? ((double)probe->prefix.count * before +
                                  (double)probe->suffix.count * after) /
                                     known
                               : 1.0;
}

/* Judges a place by all that the probe knows, `distance` edits being between it and the quote. */
static struct find_place judge(struct probe *probe, size_t start, size_t end, size_t distance)
{
    struct find_place place = { .start = start, .end = end };
    size_t longer = end - start > probe->quote.count ? end - start : probe->quote.count;
    size_t off = start > probe->expected ? start - probe->expected : probe->expected - start;
    double near = 1.0 - (double)off / (double)(probe->text->count + probe->expected + 1);
    place.words = distance < longer ? 1.0 - (double)distance / (double)longer : 0;
    judge_context(probe, &place);
    place.score = WEIGHT_WORDS * place.words + WEIGHT_CONTEXT * place.context + WEIGHT_NEAR * near;
    return place;
}

static bool overlap(const struct find_place *a, const struct find_place *b)
{
    return a->start < b->end && b->start < a->end;
}

void places_add(struct find_places *places, const struct find_place *place)
{
    size_t kept = 0;
    for (size_t i = 0; i < places->count; i++) {
        if (!overlap(&places->items[i], place))
            places->items[kept++] = places->items[i];
        else if (places->items[i].score >= place->score)
            return;
    }
    /* What overlaps and is worse has been closed up over; there may be no room for the worst. */
    places->count = kept;
    size_t at = places->count < PROBE_PLACES ? places->count++ : PROBE_PLACES - 1;
    if (at == PROBE_PLACES - 1 && kept == PROBE_PLACES && places->items[at].score >= place->score)
        return;
    for (; at > 0 && places->items[at - 1].score < place->score; at--)
        places->items[at] = places->items[at - 1];
    places->items[at] = *place;
}

/* --- the quote as it is --- */

static bool stands_at(const struct probe *probe, size_t at)
{
    return at + probe->quote.count <= probe->text->count &&
           memcmp(probe->text->points + at, probe->quote.items,
                  probe->quote.count * sizeof *probe->quote.items) == 0;
}

static void add_exact(struct probe *probe, size_t at, struct find_places *places)
{
    struct find_place place = judge(probe, at, at + probe->quote.count, 0);
    places_add(places, &place);
}

/* The place in the quote whose sequence is the rarest in the text. */
static size_t rarest(struct probe *probe)
{
    size_t best = 0;
    size_t least = SIZE_MAX;
    size_t last = probe->quote.count - probe->text->gram;
    size_t step = last / 64 + 1;
    for (size_t i = 0; i <= last && least > 0; i += step) {
        size_t count;
        (void)anchor_text_lookup(probe->text, probe->quote.items + i, &count);
        if (count < least) {
            least = count;
            best = i;
        }
    }
    return best;
}

static void scan_exact(struct probe *probe, struct find_places *places)
{
    size_t seen = 0;
    size_t at = 0;
    while ((at = anchor_text_scan(probe->text, probe->quote.items, probe->quote.count, at)) <
           probe->text->count) {
        if (++seen > OCCURRENCES) {
            places->many = true;
            return;
        }
        add_exact(probe, at++, places);
    }
}

void probe_exact(struct probe *probe, struct find_places *places)
{
    if (probe->quote.count < probe->text->gram) {
        scan_exact(probe, places);
        return;
    }
    size_t count;
    size_t offset = rarest(probe);
    const uint32_t *positions =
        anchor_text_lookup(probe->text, probe->quote.items + offset, &count);
    size_t seen = 0;
    for (size_t i = 0; i < count; i++) {
        if (positions[i] < offset || !stands_at(probe, positions[i] - offset))
            continue;
        if (++seen > OCCURRENCES) {
            places->many = true;
            return;
        }
        add_exact(probe, positions[i] - offset, places);
    }
}

/* --- something like the quote --- */

/* Code points of the context that do not fit at a place's edge: EDGE when the edge says nothing. */
static size_t edge_faults(const uint32_t *text, const uint32_t *context, size_t count, int step)
{
    size_t faults = 0;
    for (size_t i = 0; i < count; i++)
        faults += *(text + step * (ptrdiff_t)i) != *(context + step * (ptrdiff_t)i);
    return faults <= EDGE_FAULTS ? faults : EDGE;
}

static size_t faults_after(const struct probe *probe, size_t end)
{
    size_t count = probe->suffix.count < EDGE ? probe->suffix.count : EDGE;
    if (count == 0 || probe->text->count - end < count)
        return EDGE;
    return edge_faults(probe->text->points + end, probe->suffix.items, count, 1);
}

static size_t faults_before(const struct probe *probe, size_t start)
{
    size_t count = probe->prefix.count < EDGE ? probe->prefix.count : EDGE;
    if (count == 0 || start < count)
        return EDGE;
    return edge_faults(probe->text->points + start - 1,
                       probe->prefix.items + probe->prefix.count - 1, count, -1);
}

/* Around the least of `distances` the index where a place ends best: few edits, its edge fitting
 * the context, its length like `length`. */
struct edge {
    const struct probe *probe;
    const uint32_t *distances;
    size_t count;
    size_t from; /* position that index 0 stands for */
    bool backward;
    size_t length;
};

static size_t edge_cost(const struct edge *edge, size_t index)
{
    size_t faults = edge->backward ? faults_before(edge->probe, edge->from - index)
                                   : faults_after(edge->probe, edge->from + index);
    return edge->distances[index] + faults;
}

static size_t settle_edge(const struct edge *edge, size_t least)
{
    size_t low = least > 2 * EDGE ? least - 2 * EDGE : 0;
    size_t high = least + 2 * EDGE < edge->count ? least + 2 * EDGE : edge->count;
    size_t best = least;
    size_t best_cost = edge_cost(edge, least);
    for (size_t i = low; i <= high; i++) {
        if (edge->distances[i] > edge->distances[least] + EDGE_EDITS)
            continue;
        size_t cost = edge_cost(edge, i);
        size_t off = i > edge->length ? i - edge->length : edge->length - i;
        size_t best_off = best > edge->length ? best - edge->length : edge->length - best;
        if (cost < best_cost || (cost == best_cost && off < best_off)) {
            best = i;
            best_cost = cost;
        }
    }
    return best;
}

static size_t least_of(const uint32_t *distances, size_t from, size_t to)
{
    size_t least = from;
    for (size_t i = from; i <= to; i++) {
        if (distances[i] < distances[least])
            least = i;
    }
    return least;
}

/* From the end of a place back to its beginning. */
static void add_ending_at(struct probe *probe, size_t end, struct find_places *places)
{
    size_t reach = probe->quote.count + probe->quote.count / 2 + EDGE;
    if (reach > end)
        reach = end;
    if (reach == 0)
        return;
    uint32_t *distances = xcalloc(reach + 1, sizeof *distances);
    approximate_run(ready(&probe->backward, probe->quote, true), probe->text->points + end - reach,
                    reach, true, distances);
    struct edge edge = { probe, distances, reach, end, true, probe->quote.count };
    size_t length = settle_edge(&edge, least_of(distances, 0, reach));
    if (length > 0) {
        struct find_place place = judge(probe, end - length, end, distances[length]);
        places_add(places, &place);
    }
    free(distances);
}

/* The likeliest place in a part of the text, and the likeliest one that is another. */
static void search_window(struct probe *probe, size_t from, size_t to, struct find_places *places)
{
    size_t length = to - from;
    size_t apart = probe->quote.count / 2 + 1;
    uint32_t *distances = xcalloc(length + 1, sizeof *distances);
    approximate_run(ready(&probe->forward, probe->quote, false), probe->text->points + from, length,
                    false, distances);
    size_t least = least_of(distances, 0, length);
    struct edge edge = { probe, distances, length, from, false, least };
    add_ending_at(probe, from + settle_edge(&edge, least), places);
    size_t other = least > apart ? least_of(distances, 0, least - apart) : 0;
    if (least + apart <= length) {
        size_t later = least_of(distances, least + apart, length);
        if (distances[later] < distances[other])
            other = later;
    }
    edge.length = other;
    if (distances[other] * 2 < probe->quote.count)
        add_ending_at(probe, from + settle_edge(&edge, other), places);
    free(distances);
}

/* Votes of the sequences that quote and context share with the text, for where the prefix begins: a
 * bin is a range of `width` positions. */
struct votes {
    uint32_t *bins;
    size_t count;
    size_t width;
    size_t shift; /* added to a position, so that none is negative */
};

static void vote(struct probe *probe, struct points points, size_t offset, size_t limit,
                 struct votes *votes)
{
    size_t gram = probe->text->gram;
    for (size_t i = 0; i + gram <= points.count; i++) {
        size_t count;
        const uint32_t *positions = anchor_text_lookup(probe->text, points.items + i, &count);
        for (size_t k = 0; k < count && count <= limit; k++)
            votes->bins[(positions[k] + votes->shift - offset - i) / votes->width]++;
    }
}

static uint32_t votes_at(const struct votes *votes, size_t bin)
{
    return votes->bins[bin] + (bin + 1 < votes->count ? votes->bins[bin + 1] : 0);
}

struct ranking {
    size_t bins[WINDOWS];
    uint32_t votes[WINDOWS];
    size_t count;
};

static void rank_bin(struct ranking *ranking, size_t bin, uint32_t votes)
{
    size_t at = ranking->count < WINDOWS ? ranking->count++ : WINDOWS - 1;
    for (; at > 0 && ranking->votes[at - 1] < votes; at--) {
        ranking->bins[at] = ranking->bins[at - 1];
        ranking->votes[at] = ranking->votes[at - 1];
    }
    ranking->bins[at] = bin;
    ranking->votes[at] = votes;
}

/* The bins with the most votes, a bin's votes being its own and the next one's. Of neighbours the
 * one with more stands for both. */
static struct ranking rank_bins(const struct votes *votes)
{
    struct ranking ranking = { .count = 0 };
    uint32_t before = 0;
    uint32_t here = votes_at(votes, 0);
    for (size_t bin = 0; bin < votes->count; bin++) {
        uint32_t after = bin + 1 < votes->count ? votes_at(votes, bin + 1) : 0;
        bool peak = here > 0 && here > before && here >= after;
        if (peak && (ranking.count < WINDOWS || here > ranking.votes[WINDOWS - 1]))
            rank_bin(&ranking, bin, here);
        before = here;
        here = after;
    }
    return ranking;
}

static void search_bin(struct probe *probe, const struct votes *votes, size_t bin,
                       struct find_places *places)
{
    size_t slack = probe->quote.count / 2 + EDGE;
    size_t first = bin * votes->width + probe->prefix.count;
    size_t last = (bin + 2) * votes->width + probe->prefix.count + probe->quote.count + slack;
    size_t from = first > votes->shift + slack ? first - votes->shift - slack : 0;
    size_t to = last > votes->shift ? last - votes->shift : 0;
    if (to > probe->text->count)
        to = probe->text->count;
    if (from < to)
        search_window(probe, from, to, places);
}

void probe_fuzzy(struct probe *probe, struct find_places *places)
{
    const struct anchor_text *text = probe->text;
    size_t before = probe->prefix.count;
    size_t whole = before + probe->quote.count + probe->suffix.count;
    size_t limit = text->count / 128 > 64 ? text->count / 128 : 64;
    struct votes votes = { .width = probe->quote.count / 2 > 16 ? probe->quote.count / 2 : 16,
                           .shift = whole };
    votes.count = (text->count + whole) / votes.width + 2;
    votes.bins = xcalloc(votes.count, sizeof *votes.bins);
    vote(probe, probe->prefix, 0, limit, &votes);
    vote(probe, probe->quote, before, limit, &votes);
    vote(probe, probe->suffix, before + probe->quote.count, limit, &votes);
    struct ranking ranking = rank_bins(&votes);
    for (size_t i = 0; i < ranking.count; i++)
        search_bin(probe, &votes, ranking.bins[i], places);
    free(votes.bins);
}
