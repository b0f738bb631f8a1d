#include "entity/filter.h"

#if defined(__SSE2__) && !defined(DIPTYCH_PORTABLE)
#include <emmintrin.h>
#endif

#include "entity/filter_key.h"

#define BLOCK 64

static inline unsigned lowest_bit(uint64_t word)
{
#if defined(__GNUC__)
    return (unsigned)__builtin_ctzll(word);
#else
    unsigned bit = 0;
    for (; (word & 1) == 0; word >>= 1)
        bit++;
    return bit;
#endif
}

/* ---- what bytes are ---- */

/* In each byte the high bit: letters and digits of ASCII. */
static inline uint64_t alphanumeric(uint64_t bytes)
{
    uint64_t low = bytes & ~KEY_HIGHS;
    uint64_t small = low | KEY_ONES * 0x20;
    uint64_t letter = (small + KEY_ONES * (0x80 - 'a')) & ~(small + KEY_ONES * (0x7F - 'z'));
    uint64_t digit = (low + KEY_ONES * (0x80 - '0')) & ~(low + KEY_ONES * (0x7F - '9'));
    return (letter | digit) & ~bytes & KEY_HIGHS;
}

#if defined(__SSE2__) && !defined(DIPTYCH_PORTABLE)

/* Bytes not less than `first` and less than `first` + `count`. */
static inline __m128i in_range(__m128i bytes, unsigned first, unsigned count)
{
    __m128i lowest = _mm_add_epi8(bytes, _mm_set1_epi8((char)(0x80 - first)));
    return _mm_cmplt_epi8(lowest, _mm_set1_epi8((char)(0x80 + count)));
}

static inline uint64_t gather(__m128i bytes, unsigned at)
{
    return (uint64_t)(unsigned)_mm_movemask_epi8(bytes) << at;
}

static inline struct filter_map read_block(const char *block)
{
    struct filter_map map = { 0, 0, 0, 0 };
    for (unsigned i = 0; i < BLOCK; i += 16) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(block + i));
        __m128i small = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
        map.runs |= gather(_mm_or_si128(in_range(small, 'a', 26), in_range(bytes, '0', 10)), i);
        map.leads |= gather(in_range(bytes, 0xC0, 0x40), i);
        map.threes |= gather(in_range(bytes, 0xE0, 0x10), i);
        map.hans |= gather(in_range(bytes, KEY_HAN_FIRST, KEY_HAN_LAST + 1 - KEY_HAN_FIRST), i);
    }
    return map;
}

#else

/* Gathers the high bits of eight bytes. */
static inline uint64_t gather(uint64_t bytes, unsigned at)
{
    return (((bytes & KEY_HIGHS) >> 7) * UINT64_C(0x0102040810204080)) >> 56 << at;
}

static inline struct filter_map read_block(const char *block)
{
    struct filter_map map = { 0, 0, 0, 0 };
    for (unsigned i = 0; i < BLOCK; i += 8) {
        uint64_t bytes = filter_key_load(block + i);
        uint64_t low = bytes & ~KEY_HIGHS;
        uint64_t lead = bytes & bytes << 1;
        uint64_t han = (low + KEY_ONES * (0x100 - KEY_HAN_FIRST)) &
                       ~(low + KEY_ONES * (0xFF - KEY_HAN_LAST));
        map.runs |= gather(alphanumeric(bytes), i);
        map.leads |= gather(lead, i);
        map.threes |= gather(lead & bytes << 2 & ~(bytes << 3), i);
        map.hans |= gather(han & bytes, i);
    }
    return map;
}

#endif

/* ---- the first judgement ---- */

/* The runs that begin in a block, one at a time. */
struct runs {
    uint64_t starts;
    uint64_t ends;   /* of these runs, as far as they lie in the block */
    unsigned beyond; /* where the last one ends if it does not */
};

static inline struct runs runs_begin(const struct filter_map *map, const struct filter_map *next,
                                     bool before)
{
    uint64_t behind = map->runs << 1 | (uint64_t)before;
    struct runs runs = { map->runs & ~behind, ~map->runs & behind, 0 };
    if (before) /* the first end is that of the run before the block, unless it fills it all */
        runs.ends &= runs.ends - 1;
    runs.beyond = BLOCK + lowest_bit(~next->runs | UINT64_C(1) << (BLOCK - 1));
    return runs;
}

/* Where the next run begins, its length, KEY_RUN_MAX at most, and its bit. */
static inline uint64_t runs_take(struct runs *runs, unsigned *start, unsigned *length)
{
    uint64_t bit = runs->starts & (~runs->starts + 1);
    *start = lowest_bit(runs->starts);
    unsigned end = runs->ends != 0 ? lowest_bit(runs->ends) : runs->beyond;
    *length = end - *start < KEY_RUN_MAX ? end - *start : KEY_RUN_MAX;
    runs->starts &= runs->starts - 1;
    runs->ends &= runs->ends - 1;
    return bit;
}

static inline uint64_t judge_runs(const struct filter *filter, const char *block,
                                  struct runs runs, uint64_t small)
{
    uint64_t hits = 0;
    while (runs.starts != 0) {
        unsigned start;
        unsigned length;
        uint64_t bit = runs_take(&runs, &start, &length);
        uint64_t key = filter_key_run(filter_key_load(block + start) | small, length);
        hits |= bit & filter_key_test(filter->bits, filter->mask, key);
    }
    return hits;
}

static inline uint64_t judge_pairs(const struct filter *filter, const char *block, uint64_t pairs)
{
    uint64_t hits = 0;
    for (; pairs != 0; pairs &= pairs - 1) {
        uint64_t key = filter_key_pair(filter_key_load(block + lowest_bit(pairs)));
        hits |= (pairs & (~pairs + 1)) & filter_key_test(filter->bits, filter->mask, key);
    }
    return hits;
}

static inline uint64_t judge_characters(const struct filter *filter, const char *block,
                                        uint64_t leads)
{
    uint64_t hits = 0;
    for (; leads != 0; leads &= leads - 1) {
        uint64_t key = filter_key_character(filter_key_load(block + lowest_bit(leads)));
        hits |= (leads & (~leads + 1)) & filter_key_test(filter->bits, filter->mask, key);
    }
    return hits;
}

/* What only few sets of names need. */
static uint64_t judge_rare(const struct filter *filter, const char *block, struct runs runs,
                           uint64_t leads)
{
    uint64_t hits = 0;
    if (filter->any_case)
        hits = judge_runs(filter, block, runs, KEY_ONES * 0x20);
    if (filter->lone)
        hits |= judge_characters(filter, block, leads);
    for (unsigned i = 0; filter->signs && i < BLOCK; i++) {
        unsigned char byte = (unsigned char)block[i];
        hits |= (uint64_t)(byte < 0x80 && filter->sign[byte]) << i;
    }
    return hits;
}

static inline uint64_t judge_block(const struct filter *filter, const char *block,
                                   const struct filter_map *map, const struct filter_map *next,
                                   bool before)
{
    struct runs runs = runs_begin(map, next, before);
    uint64_t pairs = map->threes & (map->hans >> 3 | next->hans << (BLOCK - 3));
    uint64_t hits = judge_runs(filter, block, runs, 0) | judge_pairs(filter, block, pairs) |
                    judge_characters(filter, block, map->leads & ~pairs);
    if (filter->any_case || filter->lone || filter->signs)
        hits |= judge_rare(filter, block, runs, map->leads);
    return hits;
}

/* ---- the second judgement ---- */

/* A place that passed, and what is known of what follows: nothing, unless a common Han character
 * follows a pair, or a blank and two letters a run of less than seven bytes. */
struct beginning {
    uint64_t key;
    uint64_t more;
    uint64_t known; /* 1 or 0 */
};

static inline struct beginning look_at_han(const char *text, uint64_t word)
{
    uint64_t third = filter_key_first(filter_key_load(text + 6), 3);
    uint64_t known = (uint64_t)((word & 0xF0) == 0xE0) &
                     (uint64_t)filter_key_is_han((unsigned)(word >> 24) & 0xFF) &
                     (uint64_t)filter_key_is_han((unsigned)third & 0xFF);
    return (struct beginning){ filter_key_pair(word), third, known };
}

static inline struct beginning look_at_run(const char *text, uint64_t word)
{
    unsigned length = lowest_bit((~alphanumeric(word) & KEY_HIGHS) | UINT64_C(1) << 63) / 8;
    uint64_t next = filter_key_load(text + length);
    uint64_t known = (uint64_t)filter_key_is_known_next(next) & (uint64_t)(length < 7);
    return (struct beginning){ filter_key_run(word, length), filter_key_first(next >> 8, 2),
                               known };
}

/* Written without branches: which way a place goes is hard to foretell. */
static size_t judge_again(const struct filter *filter, const char *chunk, uint16_t *places,
                          size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        const char *text = chunk + places[i];
        uint64_t word = filter_key_load(text);
        struct beginning han = look_at_han(text, word);
        struct beginning run = look_at_run(text, word);
        uint64_t of_han = 0 - (word >> 7 & 1);
        uint64_t key = run.key ^ ((run.key ^ han.key) & of_han);
        uint64_t more = run.more ^ ((run.more ^ han.more) & of_han);
        uint64_t known = run.known ^ ((run.known ^ han.known) & of_han);
        uint64_t on =
            (known - 1) |
            filter_key_test(filter->further, filter->mask, filter_key_further(key, more)) |
            filter_key_test(filter->further, filter->mask, filter_key_further(key, 0));
        places[kept] = places[i];
        kept += on & 1;
    }
    return kept;
}

/* Appends the places of a block's hits; mostly there are few, so four are written blindly. */
static inline size_t add_places(uint16_t *places, size_t count, size_t at, uint64_t hits)
{
    for (unsigned i = 0; i < 4; i++) {
        places[count] = (uint16_t)(at + lowest_bit(hits | UINT64_C(1) << 63));
        count += hits != 0;
        hits &= hits - 1;
    }
    for (; hits != 0; hits &= hits - 1)
        places[count++] = (uint16_t)(at + lowest_bit(hits));
    return count;
}

size_t filter_chunk(const struct filter *filter, const char *chunk, size_t length, bool before,
                    uint16_t places[FILTER_CHUNK + 4])
{
    struct filter_map maps[2];
    size_t count = 0;
    unsigned turn = 0;
    maps[0] = read_block(chunk);
    for (size_t at = 0; at < length && at < FILTER_CHUNK; at += BLOCK, turn ^= 1) {
        maps[turn ^ 1] = read_block(chunk + at + BLOCK);
        uint64_t hits = judge_block(filter, chunk + at, &maps[turn], &maps[turn ^ 1], before);
        count = add_places(places, count, at, hits);
        before = maps[turn].runs >> (BLOCK - 1) != 0;
    }
    bool once = filter->any_case || filter->lone || filter->signs;
    return once ? count : judge_again(filter, chunk, places, count);
}
