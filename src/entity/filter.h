/* filter: which places of a text may begin a name, at a few instructions a place.
 *
 * Names begin at the start of a run of ASCII letters and digits, or at a character beyond ASCII.
 * What stands there is hashed as it is, unfolded, into one bitmap:
 *
 *   - a run of ASCII letters and digits: its first eight bytes and its length;
 *   - a three-byte character before a common Han one: both (six bytes);
 *   - any other character: itself.
 *
 * The places that pass are judged once more by what follows, in a second bitmap: a third Han
 * character, or the two letters behind a blank. The folding is paid when the set is built: a name
 * puts in the key of every spelling it may begin with (capitals, full-width, traditional, 11 and
 * 11Main, Porters). So a load, a multiplication and a test settle nearly every place, without a
 * branch, and what is left is read with units.h. The filter never refuses the start of a name.
 *
 * Names that begin with an ASCII sign (.NET) make `signs` true: then every such sign passes. */
#ifndef DIPTYCH_ENTITY_FILTER_H
#define DIPTYCH_ENTITY_FILTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "entity/names.h"

struct filter {
    uint64_t *bits;    /* by what a name begins with */
    uint64_t *further; /* by that and what follows it; the second half of one allocation */
    size_t words;      /* of each */
    uint64_t mask;     /* number of bits less one */
    bool any_case;     /* runs are tried in lower case as well */
    bool lone;         /* some name is one character: tried before Han as well */
    bool signs;
    bool sign[128];
};

void filter_build(struct filter *filter, const struct names *names);
void filter_free(struct filter *filter);

/* What 64 bytes are, a bit for each. */
struct filter_map {
    uint64_t runs;   /* letters and digits of ASCII */
    uint64_t leads;  /* first bytes of characters beyond ASCII */
    uint64_t threes; /* of those of three bytes */
    uint64_t hans;   /* of common Han characters */
};

#define FILTER_CHUNK 2048 /* bytes judged in one call, at most */
#define FILTER_MARGIN 144 /* bytes behind a chunk that may be looked at, and must be readable */

/* Places of the chunk where a name may begin, in order. `length`: only that many bytes matter
 * (places behind them may be among the result). `before` tells whether an ASCII letter or digit
 * stands before the chunk. Returns how many there are. */
size_t filter_chunk(const struct filter *filter, const char *chunk, size_t length, bool before,
                    uint16_t places[FILTER_CHUNK + 4]);

#endif
