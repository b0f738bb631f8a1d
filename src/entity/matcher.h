/* matcher: all names of a set in a text, leftmost and longest, in one pass.
 *
 * What is found. At every place the longest name is taken, and the search goes on behind it. Names
 * are compared unit by unit (units.h), so that the spellings listed there and in variants.h are
 * one; the match is the exact span of the text. Letter case is as the name writes it, or capitals
 * throughout (ALIBABA for Alibaba, EBAY for eBay; amazon is not Amazon), unless the name's flags
 * say otherwise (names.h).
 *
 * Boundaries. A name that begins with a letter or digit does not begin behind one, nor behind an
 * underscore; one that ends with one does not end before one. Letters, digits and marks of all
 * scripts count, but Han and kana do not: there is a boundary beside them (收购OpenSky的,
 * 在11 Main上), and a Chinese name needs none. A possessive or contraction may follow (Ma’s,
 * Ma’ll, the Mas’), any other letters behind an apostrophe not (Don’t is not Don): the match ends
 * before all that.
 *
 * Speed and memory. The text is read as it is: 64 bytes at a time are judged by filter.h; what
 * passes is read unit by unit, as long as a hashed bitmap knows that some name goes on so, and the
 * ends met on the way are looked up in a hash table, the last first. Beside the names' bytes
 * that takes under 64 bytes a name (matcher_memory), and 110 kB once.
 *
 * Threads may share a matcher. Ownership: matcher_free; the names stay the caller's and must not
 * change in between. */
#ifndef DIPTYCH_ENTITY_MATCHER_H
#define DIPTYCH_ENTITY_MATCHER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "entity/names.h"

struct match {
    size_t start;
    size_t end;
    uint32_t name; /* the first of the names written so; names.h's `twin` leads to more, of
                    * which those count that names_agree says so of */
};

/* Takes a match (true), or refuses it: then the next shorter name at that place is tried, and
 * after the shortest the search goes on at the next place. */
typedef bool matcher_accept(void *context, const struct match *match);

struct matcher;

/* Sets the `twin` of the names, nothing else. */
struct matcher *matcher_new(struct names *names);
void matcher_free(struct matcher *matcher);

/* Matches that lie in [start, end) of the text; what stands around that range is looked at
 * for boundaries only. A NULL `accept` takes everything. Returns how many were taken. */
size_t matcher_run(const struct matcher *matcher, const char *text, size_t length, size_t start,
                   size_t end, matcher_accept *accept, void *context);

/* Bytes taken by the matcher and the set but for the names' own spellings. */
size_t matcher_memory(const struct matcher *matcher);

#endif
