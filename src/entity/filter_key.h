/* filter_key: what of a text is hashed into the filter's bitmaps; for filter.c, which looks it up,
 * and filter_build.c, which puts it in. Bytes are handled as little-endian words. */
#ifndef DIPTYCH_ENTITY_FILTER_KEY_H
#define DIPTYCH_ENTITY_FILTER_KEY_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define KEY_SPREAD UINT64_C(0x9E3779B97F4A7C15)
#define KEY_SALT UINT64_C(0xC2B2AE3D27D4EB4F)
#define KEY_RUN_MAX 63u     /* longer runs count as this long */
#define KEY_HAN_FIRST 0xE4u /* first bytes of the common Han characters */
#define KEY_HAN_LAST 0xE9u
#define KEY_ONES UINT64_C(0x0101010101010101)
#define KEY_HIGHS UINT64_C(0x8080808080808080)

static inline uint64_t filter_key_load(const char *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

/* The first `count` bytes of a word. */
static inline uint64_t filter_key_first(uint64_t word, unsigned count)
{
    static const uint64_t masks[9] = {
        0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, UINT64_C(0xFFFFFFFFFF),
        UINT64_C(0xFFFFFFFFFFFF), UINT64_C(0xFFFFFFFFFFFFFF), UINT64_MAX
    };
    return word & masks[count];
}

static inline bool filter_key_is_han(unsigned byte)
{
    return byte - KEY_HAN_FIRST <= KEY_HAN_LAST - KEY_HAN_FIRST;
}

/* A run of ASCII letters and digits. */
static inline uint64_t filter_key_run(uint64_t word, unsigned length)
{
    return (filter_key_first(word, length < 8 ? length : 8) + length * KEY_SALT) * KEY_SPREAD;
}

/* A character beyond ASCII. */
static inline uint64_t filter_key_character(uint64_t word)
{
    static const uint8_t sizes[16] = { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 4 };
    return filter_key_first(word, sizes[(word >> 4) & 15]) * KEY_SPREAD;
}

/* A character of three bytes and the common Han one behind it. */
static inline uint64_t filter_key_pair(uint64_t word)
{
    return filter_key_first(word, 6) * KEY_SPREAD;
}

/* A pair or run, and what stands behind it: a third character, or the first two letters of the
 * next word. For the second bitmap; `more` 0 stands for anything. */
static inline uint64_t filter_key_further(uint64_t key, uint64_t more)
{
    return (key ^ (key >> 32) ^ (more + 1) * KEY_SALT) * KEY_SPREAD;
}

static inline bool filter_key_is_letter(unsigned byte)
{
    return (byte | 0x20) - 'a' < 26;
}

static inline bool filter_key_is_alphanumeric(unsigned byte)
{
    return filter_key_is_letter(byte) || byte - '0' < 10;
}

/* A blank and two letters: what can be known of the word behind a run. */
static inline bool filter_key_is_known_next(uint64_t word)
{
    unsigned first = (unsigned)(word >> 8) & 0xFF;
    unsigned second = (unsigned)(word >> 16) & 0xFF;
    return ((unsigned)((word & 0xFF) == ' ') & filter_key_is_letter(first) &
            filter_key_is_letter(second)) != 0;
}

/* Of a bitmap of `mask` + 1 bits. */
static inline uint64_t filter_key_bit(uint64_t mask, uint64_t key)
{
    return (key >> 32) & mask;
}

/* All ones or 0. */
static inline uint64_t filter_key_test(const uint64_t *bits, uint64_t mask, uint64_t key)
{
    uint64_t bit = filter_key_bit(mask, key);
    return 0 - (uint64_t)((bits[bit >> 6] & UINT64_C(1) << (bit & 63)) != 0);
}

#endif
