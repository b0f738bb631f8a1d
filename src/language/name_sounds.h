/* name_sounds: names in Chinese transliteration, and whether one is that of a Latin name: 法赫法赫
 * and Fakhfakh, 肖尔茨 and Scholz.
 *
 * Both are made into strings of sounds: consonants in classes, vowels. They are compared by the
 * cost of the cheapest alignment, in which Chinese syllables may bring vowels of their own and drop
 * the consonants that Mandarin has no syllable for. Only characters that transliterations are
 * written with are looked at (NAME_SOUNDS_CHARACTERS in the source). Nothing is allocated. */
#ifndef DIPTYCH_LANGUAGE_NAME_SOUNDS_H
#define DIPTYCH_LANGUAGE_NAME_SOUNDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NAME_SOUNDS_MOST 24

/* Start with { 0 }. */
struct name_sounds {
    char items[NAME_SOUNDS_MOST];           /* capitals consonants, a e i o u vowels */
    unsigned char weight[NAME_SOUNDS_MOST]; /* what it costs to leave it out, of 100 */
    size_t count;
    size_t consonants; /* of those, the ones that are hardly ever left out */
    unsigned size;     /* sum of the weights, */
    unsigned full;     /* and were no consonant weak: a weak one may stand for a strong one */
};

/* Sets those of a Latin word in lower case. */
void name_sounds_read(struct name_sounds *sounds, const char *word, size_t length);

/* Whether transliterations are written with a character. */
bool name_sounds_has(uint32_t code);

/* Appends those of a character; false when transliterations are not written with it. */
bool name_sounds_add(struct name_sounds *sounds, uint32_t code);

/* How much they sound alike, 0 to 1; 0 at once for what cannot reach `least`. */
float name_sounds_compare(const struct name_sounds *word, const struct name_sounds *han,
                          float least);

#endif
