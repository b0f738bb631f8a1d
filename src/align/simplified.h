/* simplified: a side in simplified characters, where it is written in traditional ones.
 *
 * The words that are known are simplified, and so may be the other text. A text is taken as
 * traditional when one in SIMPLIFIED_SHARE of its Han has a simplified form: in simplified text a
 * few characters do (著, 乾), which must stay. Every position stays what it was.
 * Ownership: simplified_end; the side given is borrowed. */
#ifndef DIPTYCH_ALIGN_SIMPLIFIED_H
#define DIPTYCH_ALIGN_SIMPLIFIED_H

#include <stdbool.h>

#include "align/side.h"

#define SIMPLIFIED_SHARE 12

struct simplified {
    struct side side; /* to be read instead; as it was unless it is traditional */
    char *text;       /* NULL when it is not */
};

/* False when `go_on` (NULL: nobody asks), which is called now and then, has stopped it; simplified_end
 * all the same. */
bool simplified_begin(struct simplified *simplified, const struct side *side,
                      bool (*go_on)(void *data, double done), void *data);
void simplified_end(struct simplified *simplified);

#endif
