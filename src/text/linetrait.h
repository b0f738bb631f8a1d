/* linetrait: what the line-breaking rules want to know of a character. One table; used by
 * linebreak.c alone. A character has any number of traits, as bits; units are code points. */
#ifndef DIPTYCH_TEXT_LINETRAIT_H
#define DIPTYCH_TEXT_LINETRAIT_H

#include <stdbool.h>
#include <stdint.h>

enum linetrait {
    TRAIT_SPACE = 1 << 0,        /* also the ideographic space */
    TRAIT_WORD = 1 << 1,         /* a letter that is not East Asian */
    TRAIT_DIGIT = 1 << 2,
    TRAIT_EAST = 1 << 3,         /* Han, kana and the full-width punctuation that goes with them */
    TRAIT_OPEN = 1 << 4,         /* never at a line's end */
    TRAIT_CLOSE = 1 << 5,        /* never at a line's start */
    TRAIT_QUOTE = 1 << 6,        /* typographic; opens or closes by its neighbours */
    TRAIT_SLASH = 1 << 7,
    TRAIT_DASH = 1 << 8,         /* dash or ellipsis */
    TRAIT_SIGN = 1 << 9,         /* goes before a number: currency, №, § */
    TRAIT_PERCENT = 1 << 10,     /* goes after a number: percent, degree */
    TRAIT_FULL = 1 << 11,        /* full-width letter, digit or the point between them */
    TRAIT_MARK = 1 << 12,        /* belongs to the character before */
    TRAIT_STOP = 1 << 13,        /* . , : ; which hold on to a letter right behind them */
    TRAIT_HYPHEN = 1 << 14,
    TRAIT_AFTER_EAST = 1 << 15,  /* a closing quote or slash that East Asian text precedes */
    TRAIT_LEAD = 1 << 16,        /* a hyphen that a word or number starts with */
    TRAIT_HASH = 1 << 17         /* the # that closes a #topic#; this and the two above are never
                                  * in the table, linebreak.c adds them */
};

unsigned linetrait_of(uint32_t code_point);

/* Han that says what the number before it counts, and shares its line: 万, 年, 美元.
 * `next` is the code point after it, 0 for none. */
bool linetrait_is_unit(uint32_t code_point, uint32_t next);

#endif
