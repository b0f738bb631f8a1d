/* known: which annotations there are already, by what they say: so that what is imported twice is
 * stored once.
 *
 * Two are the same when they have one origin, or the same kind, quote, comment and tags in the same
 * article. Kept as the beginnings of hashes: 100,000 take 4 MB.
 * Ownership: known_free. */
#ifndef DIPTYCH_NOTES_KNOWN_H
#define DIPTYCH_NOTES_KNOWN_H

#include <stdbool.h>

#include "base/string_ids.h"
#include "notes/annotation.h"

struct known {
    struct string_ids keys;
};

void known_free(struct known *known);

bool known_has(const struct known *known, const struct annotation *annotation);
void known_add(struct known *known, const struct annotation *annotation);

#endif
