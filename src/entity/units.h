/* units: a name, or a text read as if a name began here, in the steps that are compared.
 *
 * A unit is one Han or kana character, one word of ASCII letters and digits, or one code point of
 * anything else. Read this way, spellings of one name are the same sequence of units:
 *
 *   - all that variants.h makes equal is equal, and so is letter case (who looks for names checks
 *     it afterwards, units_compare);
 *   - a word is cut between digits and two or more letters, and white space there is nothing:
 *     11Main is 11 Main (but 3M is not 3 M);
 *   - a word is full-width throughout, or it is two units;
 *   - white space between Han and a letter or digit is nothing: Infomedia India公司;
 *   - between two Han a line break with the blanks around it is nothing, and so are a middle dot
 *     and a full stop: 罗恩·康韦, 罗恩.康韦, 罗恩康韦. Mere blanks are something: 新浪 微博 are
 *     two things;
 *   - white space after the hyphen of a word is nothing: Wal-<line break>Mart;
 *   - every other run of white space is one space. A run with more than one line break (an empty
 *     line) ends the sequence.
 *
 * The hash after a unit depends on the units read so far and on nothing else.
 * Positions are bytes of the text. Nothing is allocated. */
#ifndef DIPTYCH_ENTITY_UNITS_H
#define DIPTYCH_ENTITY_UNITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "entity/variants.h"

/* What the sequence ends with. */
enum unit_tail {
    TAIL_NONE,
    TAIL_HAN,
    TAIL_DIGITS,
    TAIL_LETTERS, /* two or more */
    TAIL_LETTER,  /* one, or a letter, mark, digit beyond ASCII */
    TAIL_HYPHEN,  /* directly after a word */
    TAIL_SIGN
};

struct units {
    const struct variants *variants;
    const char *text;
    size_t length; /* what can be seen */
    size_t limit;  /* no unit begins here or beyond */
    size_t start;  /* of the last unit */
    size_t at;     /* behind the last unit */
    uint64_t hash;
    uint64_t before; /* the hash without the last unit, but with a space before it */
    uint8_t tail;    /* enum unit_tail */
    bool spaced;     /* a space that counts stands before the last unit */
};

static inline struct units units_begin(const struct variants *variants, const char *text,
                                       size_t length, size_t at, size_t limit)
{
    return (struct units){ variants, text, length, limit, at, at, 0, 0, TAIL_NONE, false };
}

static inline uint64_t units_mix(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ (hash >> 29);
}

bool units_next_other(struct units *units);

/* One unit further; false when no name can go on. A word that reaches beyond `limit` is read
 * to its end. */
static inline bool units_next(struct units *units)
{
    size_t at = units->at;
    if (at >= units->limit)
        return false;
    const unsigned char *bytes = (const unsigned char *)units->text + at;
    units->spaced = false;
    /* The common Han characters here, all others there. */
    if (units->length - at < 3 || bytes[0] - 0xE4u > 0xE9u - 0xE4u)
        return units_next_other(units);
    uint32_t code = (bytes[0] & 0x0Fu) << 12 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu);
    if (code < 0x4E00)
        return units_next_other(units);
    units->start = at;
    units->before = units->hash;
    units->hash = units_mix(units->hash, units->variants->simple[code - VARIANTS_FIRST]);
    units->at = at + 3;
    units->tail = TAIL_HAN;
    return true;
}

/* Where the last unit is a word of letters that ends in s before an apostrophe and no letter
 * (the Porters’ house): true, with the hash and the end of the same sequence without the s. */
bool units_is_plural(const struct units *units, uint64_t *hash, size_t *end);

static inline bool units_plural(const struct units *units, uint64_t *hash, size_t *end)
{
    return units->tail == TAIL_LETTERS && (units->text[units->at - 1] | 0x20) == 's' &&
           units_is_plural(units, hash, end);
}

/* Whether a name can end behind the last unit: no letter or digit may follow one but in
 * possessives and contractions (Ma’s, Ma’ll; not Don’t), nor a sign of a Latin name (U.S.A).
 * Beside Han there is always a boundary. */
bool units_can_end(const struct units *units);

static inline bool units_may_end(const struct units *units)
{
    bool blank = units->at < units->length && units->text[units->at] == ' ';
    return units->tail == TAIL_HAN || blank || units_can_end(units);
}

/* How a spelling in a text relates to a name with the same units. */
enum agreement {
    AGREE_NOT,  /* other units, or other letters */
    AGREE_CASE, /* the same but for letter case */
    AGREE_CAPS, /* in capitals throughout */
    AGREE_EXACT
};

enum agreement units_compare(const struct variants *variants, const char *name,
                             size_t name_length, const char *text, size_t text_length);

#endif
