/* hanpairs: traditional Chinese characters with the simplified one each is written as.
 *
 * A table of our own rather than ICU's transliterator: names need single characters, no words;
 * the table is 25 kB and is part of the program, ICU 30 MB that would be mapped at every start.
 * hanpairs.c is written by hanpairs.sh. */
#ifndef DIPTYCH_TEXT_HANPAIRS_H
#define DIPTYCH_TEXT_HANPAIRS_H

#include <stddef.h>

#define HANPAIRS_SIZE 6 /* bytes of a pair: traditional, simplified; three bytes of UTF-8 each */
#define HANPAIRS_IN_LINE ((size_t)21)
#define HANPAIRS_LINE (HANPAIRS_IN_LINE * HANPAIRS_SIZE + 1)

/* Sorted by the simplified character; no character stands on both sides. */
extern const char hanpairs[][HANPAIRS_LINE];
extern const size_t hanpairs_count;

/* The numbers of the pairs, sorted by the traditional character. */
extern const unsigned short hanpairs_order[];

/* Where in that order the traditional characters of each block of HANPAIRS_BLOCK code points from
 * HANPAIRS_FIRST to HANPAIRS_LAST begin; one more at the end. */
#define HANPAIRS_FIRST 0x3400u
#define HANPAIRS_LAST 0x9FFFu
#define HANPAIRS_BLOCK 64u
extern const unsigned short hanpairs_from[];

static inline const char *hanpair(size_t number)
{
    return hanpairs[number / HANPAIRS_IN_LINE] + number % HANPAIRS_IN_LINE * HANPAIRS_SIZE;
}

#endif
