#include "align/linking_who.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

#define LONG 60   /* bytes that tell more of somebody than a name, */
#define LONG_HAN 30 /* or of a Chinese text, which is as short */
#define LENGTH_MOST 400 /* bytes of a sentence that are compared */
#define CLUE_TELLING 0.15F
#define BESIDE 0.7F /* what else two sentences share that tell of one event */
#define MOST_OF(length) ((length) * 4 / 5)
#define CLUE_SEEN 0.1F
#define SENTENCE_LEAST 90 /* bytes of one that tells of who and of what */
#define FRONT_OF(length) ((length) * 2 / 3)

static struct span cut(struct span span)
{
    size_t most = span.start + LENGTH_MOST;
    return (struct span){ span.start, span.end < most ? span.end : most };
}

/* The longest string of two sentences, where the source has it. */
static struct span find_string(const struct side *source, struct span from, const struct side *target,
                               struct span to)
{
    struct span best = { from.start, from.start };
    size_t width = to.end - to.start, *ends = xcalloc(width + 1, sizeof *ends); /* by end in the target */
    for (size_t at = from.start; at < from.end; at++) {
        for (size_t k = width; k > 0; k--) {
            ends[k] = source->text[at] == target->text[to.start + k - 1] ? ends[k - 1] + 1 : 0;
            if (ends[k] > best.end - best.start)
                best = (struct span){ at + 1 - ends[k], at + 1 };
        }
    }
    free(ends);
    return best;
}

static bool are_openings(const struct links *links)
{
    for (size_t i = 0; i < links->count; i++) {
        const struct bead *bead = &links->items[i].bead;
        if (bead->source + bead->source_count > LINKS_OPENING + 1 ||
            bead->target + bead->target_count > LINKS_OPENING + 1)
            return false;
    }
    return true;
}

/* The longest of all, unless it is most of a sentence, which then tells what has happened as well. */
static struct span find_longest(const struct links *links)
{
    const struct side *source = links->clues->source.side, *target = links->clues->target.side;
    struct span longest = { 0, 0 };
    for (size_t i = 0; i < links->count; i++) {
        const struct bead *bead = &links->items[i].bead;
        struct span from = cut(source->sentences[bead->source].span);
        struct span to = cut(target->sentences[bead->target].span);
        struct span found = find_string(source, from, target, to);
        size_t length = found.end - found.start, shorter = to.end - to.start;
        shorter = from.end - from.start < shorter ? from.end - from.start : shorter;
        if (length > longest.end - longest.start)
            longest = length <= MOST_OF(shorter) ? found : (struct span){ 0, 0 };
    }
    return longest;
}

static bool has(const char *text, struct span string, struct span part)
{
    size_t length = part.end - part.start;
    for (size_t at = string.start; at + length <= string.end; at++) {
        if (memcmp(text + at, text + part.start, length) == 0)
            return true;
    }
    return false;
}

/* What a link's sentences share that the string has not. */
static float weigh_beside(struct links *links, const struct bead *bead, struct span string)
{
    float sum = 0;
    clues_between(links->clues, bead, &links->list);
    for (size_t i = 0; i < links->list.count && i < CLUES_HEAVIEST; i++) {
        struct clue *clue = &links->list.items[i];
        if (clue->weight >= CLUE_TELLING && !clues_is_day(links->clues, clue) &&
            clues_locate(links->clues, bead, clue) &&
            !has(links->clues->source.side->text, string, clue->source_span))
            sum += clue->weight;
    }
    return sum;
}

static bool is_string_all(struct links *links)
{
    struct span string = find_longest(links);
    if (string.end - string.start < (links->clues->han ? (size_t)LONG_HAN : LONG))
        return false;
    for (size_t i = 0; i < links->count; i++) {
        if (weigh_beside(links, &links->items[i].bead, string) >= BESIDE)
            return false;
    }
    return true;
}

/* Whether the Chinese sentence of the only link has what it shares in front. */
static bool is_front_all(struct links *links)
{
    const struct bead *bead = &links->items[0].bead;
    struct span sentence = links->clues->source.side->sentences[bead->source].span;
    if (links->count > 1 || bead->source_count + bead->target_count > 2 ||
        sentence.end - sentence.start < SENTENCE_LEAST)
        return false;
    size_t front = sentence.start + FRONT_OF(sentence.end - sentence.start);
    clues_between(links->clues, bead, &links->list);
    for (size_t i = 0; i < links->list.count && i < CLUES_HEAVIEST; i++) {
        struct clue *clue = &links->list.items[i];
        if (clue->weight >= CLUE_SEEN && clues_locate(links->clues, bead, clue) &&
            clue->source_span.end > front)
            return false;
    }
    return true;
}

bool linking_who_is_all(struct links *links)
{
    if (links->count == 0 || !are_openings(links))
        return false;
    return links->clues->two_scripts ? is_front_all(links) : is_string_all(links);
}
