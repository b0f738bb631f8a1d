#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "query/search_term.h"

struct search_finds search_finds_new(const struct search_query *query)
{
    struct search_finds finds = { NULL, NULL, { 0 } };
    finds.first = xcalloc(query->count + 1, sizeof *finds.first);
    finds.second = xcalloc(query->count + 1, sizeof *finds.second);
    return finds;
}

void search_finds_free(const struct search_query *query, struct search_finds *finds)
{
    for (size_t i = 0; i < query->count; i++) {
        free(finds->first[i].items);
        free(finds->second[i].items);
    }
    free(finds->first);
    free(finds->second);
    free(finds->breaks.items);
}

/* Number of places below `value`. */
static size_t count_below(const struct search_places *places, uint32_t value)
{
    size_t low = 0, high = places->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (places->items[middle] < value)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The paragraph of a place: the break before it is its first number. */
static size_t paragraph_of(const struct search_finds *finds, uint32_t place)
{
    return count_below(&finds->breaks, place + 1);
}

/* Whether one of `others` stands within `near` words of the place, in its paragraph. */
static bool has_near(const struct search_finds *finds, const struct search_places *others,
                     size_t other_width, uint32_t place, size_t width, size_t near)
{
    size_t reach = near + other_width;
    uint32_t from = place > reach ? place - (uint32_t)reach : 0;
    for (size_t i = count_below(others, from); i < others->count; i++) {
        uint32_t other = others->items[i];
        if (other > place + width + near)
            return false;
        size_t gap = other >= place + width ? other - (place + width)
                     : place >= other + other_width ? place - (other + other_width)
                                                    : SIZE_MAX; /* they overlap */
        if (gap <= near && paragraph_of(finds, other) == paragraph_of(finds, place))
            return true;
    }
    return false;
}

bool search_judge_place(const struct search_term *term, const struct search_finds *finds,
                        size_t index, uint32_t place, bool of_second)
{
    if (term->second.count == 0)
        return true;
    const struct search_phrase *own = of_second ? &term->second : &term->phrase;
    const struct search_phrase *other = of_second ? &term->phrase : &term->second;
    return has_near(finds, of_second ? &finds->first[index] : &finds->second[index], other->width,
                    place, own->width, term->near);
}

static size_t count_places(const struct search_term *term, const struct search_finds *finds,
                           size_t index)
{
    const struct search_places *places = &finds->first[index];
    size_t count = 0;
    if (term->second.count == 0)
        return places->count;
    for (size_t i = 0; i < places->count; i++)
        count += search_judge_place(term, finds, index, places->items[i], false);
    return count;
}

static bool paragraph_has(const struct search_query *query, const struct search_finds *finds,
                          size_t part, uint32_t from, uint32_t end)
{
    for (size_t i = 0; i < query->count; i++) {
        const struct search_term *term = &query->items[i];
        const struct search_places *places = &finds->first[i];
        if (!search_term_is_text(term) || term->negative || term->part != part)
            continue;
        for (size_t k = count_below(places, from); k < places->count && places->items[k] < end; k++) {
            if (search_judge_place(term, finds, i, places->items[k], false))
                return true;
        }
    }
    return false;
}

bool search_judge_paragraph(const struct search_query *query, const struct search_finds *finds,
                            uint32_t place)
{
    const struct search_places *breaks = &finds->breaks;
    size_t paragraph = paragraph_of(finds, place);
    uint32_t from = paragraph > 0 ? breaks->items[paragraph - 1] : 0;
    uint32_t end = paragraph < breaks->count ? breaks->items[paragraph] : UINT32_MAX;
    for (size_t part = 0; part < query->parts; part++) {
        if (!paragraph_has(query, finds, part, from, end))
            return false;
    }
    return true;
}

/* Whether some paragraph has all parts: looked for where the rarest stands. */
static bool are_together(const struct search_query *query, const struct search_finds *finds,
                         const size_t *counts)
{
    size_t rarest = 0;
    if (query->parts < 2)
        return true;
    for (size_t part = 1; part < query->parts; part++)
        rarest = counts[part] < counts[rarest] ? part : rarest;
    for (size_t i = 0; i < query->count; i++) {
        const struct search_term *term = &query->items[i];
        const struct search_places *places = &finds->first[i];
        if (!search_term_is_text(term) || term->negative || term->part != rarest)
            continue;
        for (size_t k = 0; k < places->count; k++) {
            if (search_judge_paragraph(query, finds, places->items[k]))
                return true;
        }
    }
    return false;
}

bool search_judge(const struct search_query *query, const struct search_finds *finds,
                  size_t *counts, bool *together)
{
    bool answers = true;
    *together = false;
    memset(counts, 0, query->parts * sizeof *counts);
    for (size_t i = 0; i < query->count; i++) {
        const struct search_term *term = &query->items[i];
        if (!search_term_is_text(term))
            continue;
        size_t count = count_places(term, finds, i);
        if (term->negative)
            answers = answers && count == 0;
        else
            counts[term->part] += count;
    }
    for (size_t part = 0; part < query->parts; part++)
        answers = answers && counts[part] > 0;
    *together = answers && are_together(query, finds, counts);
    return answers;
}
