#include "entity/matcher.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "entity/filter.h"
#include "entity/filter_key.h"
#include "entity/units.h"

#define CELLS_A_NAME 16
#define SMALLEST_CELLS 12 /* log2 */
#define ENDS 16           /* ends of one walk that are remembered */

/* What a cell of two bits says of a hash: names go on behind it, a name ends with it. */
enum { CELL_ON = 1, CELL_END = 2 };

/* Not base/string_ids: spellings of one name share a hash, and the walk has the hash already. */
struct slot {
    uint32_t tag;
    uint32_t name; /* one more than the number, 0 when the slot is free */
};

struct matcher {
    struct names *names;
    struct filter filter;
    uint64_t *cells; /* 32 in a word */
    struct slot *slots;
    size_t slot_mask;
    unsigned cell_shift;
};

/* ---- tables ---- */

static unsigned cell(const struct matcher *matcher, uint64_t hash)
{
    uint64_t number = hash >> matcher->cell_shift;
    return (unsigned)(matcher->cells[number >> 5] >> (number & 31) * 2) & 3;
}

static void cell_put(struct matcher *matcher, uint64_t hash, unsigned bits)
{
    uint64_t number = hash >> matcher->cell_shift;
    matcher->cells[number >> 5] |= (uint64_t)bits << (number & 31) * 2;
}

/* Slots are chosen by the low bits; the tag is of the high ones. */
static uint32_t tag_of(uint64_t hash)
{
    return (uint32_t)(hash >> 32);
}

static uint64_t put_cells(struct matcher *matcher, const char *text, size_t length)
{
    struct units units = units_begin(matcher->names->variants, text, length, 0, length);
    units_next(&units);
    while (units.at < length) {
        cell_put(matcher, units.hash, CELL_ON);
        units_next(&units);
    }
    cell_put(matcher, units.hash, CELL_END);
    return units.hash;
}

static bool is_twin(const struct names *names, uint32_t a, uint32_t b)
{
    const struct name *name = &names->items[a];
    const struct name *other = &names->items[b];
    return units_compare(names->variants, names_text(names, a), name->length,
                         names_text(names, b), other->length) != AGREE_NOT;
}

static void put_name(struct matcher *matcher, uint32_t number)
{
    struct names *names = matcher->names;
    struct name *name = &names->items[number];
    uint64_t hash = put_cells(matcher, names_text(names, number), name->length);
    size_t at = hash & matcher->slot_mask;
    for (; matcher->slots[at].name != 0; at = (at + 1) & matcher->slot_mask) {
        uint32_t there = matcher->slots[at].name - 1;
        if (matcher->slots[at].tag == tag_of(hash) && is_twin(names, there, number)) {
            name->twin = there;
            break;
        }
    }
    matcher->slots[at] = (struct slot){ tag_of(hash), number + 1 };
}

static void trim_names(struct names *names)
{
    if (names->count == 0)
        return;
    names->items = xreallocarray(names->items, names->count, sizeof *names->items);
    names->capacity = names->count;
    names->arena = xrealloc(names->arena, names->arena_length + 1);
    names->arena_capacity = names->arena_length + 1;
}

struct matcher *matcher_new(struct names *names)
{
    struct matcher *matcher = xcalloc(1, sizeof *matcher);
    matcher->names = names;
    trim_names(names);
    filter_build(&matcher->filter, names);
    unsigned bits = SMALLEST_CELLS;
    while (((size_t)1 << bits) < names->count * CELLS_A_NAME)
        bits++;
    matcher->cell_shift = 64 - bits;
    matcher->cells = xcalloc(((size_t)1 << bits) / 32, sizeof *matcher->cells);
    size_t slots = 16;
    while (slots < names->count + names->count / 4)
        slots *= 2;
    matcher->slots = xcalloc(slots, sizeof *matcher->slots);
    matcher->slot_mask = slots - 1;
    /* The last put in heads a chain of twins, so that the first added comes first. */
    for (size_t i = names->count; i > 0; i--) {
        names->items[i - 1].twin = NAMES_NONE;
        put_name(matcher, (uint32_t)(i - 1));
    }
    return matcher;
}

void matcher_free(struct matcher *matcher)
{
    if (matcher == NULL)
        return;
    filter_free(&matcher->filter);
    free(matcher->cells);
    free(matcher->slots);
    free(matcher);
}

size_t matcher_memory(const struct matcher *matcher)
{
    const struct names *names = matcher->names;
    return sizeof *matcher + matcher->filter.words * 2 * sizeof *matcher->filter.bits +
           (((size_t)1 << (64 - matcher->cell_shift)) / 32) * sizeof *matcher->cells +
           (matcher->slot_mask + 1) * sizeof *matcher->slots +
           names->capacity * sizeof *names->items + names->arena_capacity - names->arena_length +
           sizeof *names->variants;
}

/* ---- one place ---- */

struct search {
    const struct matcher *matcher;
    const char *text;
    size_t length;
    size_t end;
    matcher_accept *accept;
    void *context;
    size_t taken;
};

struct end {
    uint64_t hash;
    size_t at;
};

/* Ends of names that begin at one place, in order; the first ones are lost when there are many. */
struct ends {
    struct end items[ENDS];
    size_t count; /* all that were met */
};

/* The first name written as text[at, end) is, NAMES_NONE when there is none. */
static uint32_t look_up(const struct search *search, size_t start, const struct end *end)
{
    const struct matcher *matcher = search->matcher;
    const struct names *names = matcher->names;
    const char *text = search->text + start;
    size_t length = end->at - start;
    size_t at = end->hash & matcher->slot_mask;
    for (; matcher->slots[at].name != 0; at = (at + 1) & matcher->slot_mask) {
        if (matcher->slots[at].tag != tag_of(end->hash))
            continue;
        uint32_t number = matcher->slots[at].name - 1;
        while (number != NAMES_NONE && !names_agree(names, number, text, length))
            number = names->items[number].twin;
        if (number != NAMES_NONE)
            return number;
    }
    return NAMES_NONE;
}

static void push_end(const struct matcher *matcher, struct ends *ends, uint64_t hash, size_t at)
{
#if defined(__GNUC__)
    __builtin_prefetch(&matcher->slots[hash & matcher->slot_mask]);
#endif
    ends->items[ends->count++ % ENDS] = (struct end){ hash, at };
}

static bool is_run_byte(char c)
{
    return ((unsigned char)c | 0x20u) - 'a' < 26 || (unsigned char)c - (unsigned)'0' < 10;
}

static bool may_begin(const struct search *search, size_t at)
{
    unsigned char first = (unsigned char)search->text[at];
    if (at == 0 || (first >= 0xE4 && first <= 0xE9)) /* Han */
        return true;
    unsigned char before = (unsigned char)search->text[at - 1];
    if (before < 0x80 && before != '_' && !is_run_byte((char)before))
        return true;
    const struct variants *variants = search->matcher->names->variants;
    return !variants_is_word(variants_at(variants, search->text, search->length, at)) ||
           !variants_is_word(variants_before(variants, search->text, at));
}

/* Whether the filter has settled that names go on behind the first unit, and none ends there. */
static bool is_settled(const struct search *search, const struct units *units)
{
    return units->tail == TAIL_HAN && !search->matcher->filter.lone &&
           search->length - units->at >= 3 &&
           filter_key_is_han((unsigned char)search->text[units->at]);
}

/* Collects the ends before `limit` of what may be names at `at`. */
static void collect(const struct search *search, size_t at, size_t limit, struct ends *ends)
{
    const struct matcher *matcher = search->matcher;
    struct units units = units_begin(matcher->names->variants, search->text, search->length, at,
                                     limit);
    ends->count = 0;
    if (!units_next(&units))
        return;
    bool more = !is_settled(search, &units) || units_next(&units);
    while (more) {
        unsigned bits = cell(matcher, units.hash);
        uint64_t hash;
        size_t end;
        if (units_plural(&units, &hash, &end) && end <= limit &&
            (cell(matcher, hash) & CELL_END) != 0)
            push_end(matcher, ends, hash, end);
        if ((bits & CELL_END) != 0 && units.at <= limit && units_may_end(&units))
            push_end(matcher, ends, units.hash, units.at);
        more = (bits & CELL_ON) != 0 && units_next(&units);
    }
}

/* Takes the longest name at `at` that is accepted; returns its end, 0 when there is none. */
static size_t take(struct search *search, size_t at)
{
    struct ends ends;
    size_t limit = search->end;
    if (!may_begin(search, at))
        return 0;
    do {
        collect(search, at, limit, &ends);
        size_t kept = ends.count < ENDS ? ends.count : ENDS;
        for (size_t i = 0; i < kept; i++) {
            const struct end *end = &ends.items[(ends.count - 1 - i) % ENDS];
            struct match match = { at, end->at, look_up(search, at, end) };
            if (match.name != NAMES_NONE &&
                (search->accept == NULL || search->accept(search->context, &match))) {
                search->taken++;
                return end->at;
            }
            limit = end->at - 1;
        }
    } while (ends.count > ENDS);
    return 0;
}

/* ---- the text ---- */

#define SEEN (FILTER_CHUNK + FILTER_MARGIN)

/* Copies what is left of the text, padded, where a chunk and its margin could not be read. */
static const char *chunk_at(const struct search *search, size_t at, char copy[SEEN])
{
    size_t left = search->length - at;
    if (left >= SEEN)
        return search->text + at;
    memcpy(copy, search->text + at, left);
    memset(copy + left, 0, SEEN - left);
    return copy;
}

/* Takes what begins in the chunk at `at` and not before `floor`; returns the floor of the next. */
static size_t search_chunk(struct search *search, size_t at, size_t floor)
{
    char copy[SEEN];
    uint16_t places[FILTER_CHUNK + 4];
    const char *chunk = chunk_at(search, at, copy);
    bool before = at > 0 && is_run_byte(search->text[at - 1]);
    size_t count = filter_chunk(&search->matcher->filter, chunk, search->end - at, before, places);
    for (size_t i = 0; i < count; i++) {
        size_t place = at + places[i];
        if (place < floor)
            continue;
        if (place >= search->end)
            break;
        size_t end = take(search, place);
        floor = end > floor ? end : floor;
    }
    return floor;
}

size_t matcher_run(const struct matcher *matcher, const char *text, size_t length, size_t start,
                   size_t end, matcher_accept *accept, void *context)
{
    if (end > length)
        end = length;
    if (start >= end || matcher->names->count == 0)
        return 0;
    struct search search = { matcher, text, length, end, accept, context, 0 };
    size_t floor = start;
    for (size_t at = start; at < end; at += FILTER_CHUNK)
        floor = search_chunk(&search, at, floor);
    return search.taken;
}
