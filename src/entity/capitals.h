/* capitals: whether a capital letter tells that a word is a name.
 *
 * In “analysts at Square” it does. Where a sentence begins, in a heading that capitalises all its
 * words (A Square Deal), and among words in capitals throughout (JOIN US NOW) any word has one; then
 * what stands behind may tell instead. Latin letters only: beside Han, and where it stands
 * alone, a capital always tells.
 *
 * Pure functions of a name's surroundings (surroundings.h); nothing beyond its line is read, and
 * of a heading 256 bytes at most on either side. */
#ifndef DIPTYCH_ENTITY_CAPITALS_H
#define DIPTYCH_ENTITY_CAPITALS_H

#include <stdbool.h>

#include "entity/surroundings.h"

/* Any word would have a capital at this place; `heading`: it is in a heading. */
bool capitals_are_idle(const struct surroundings *at, bool heading);

/* The name is in capitals throughout, two letters or more. */
bool capitals_throughout(const struct surroundings *at);

/* A word of two letters or more in capitals throughout stands next to the name. */
bool capitals_are_around(const struct surroundings *at);

/* What stands behind goes with a name rather than a word: ’s, a colon, a verb (Square said,
 * Square announced), a word of companies (Square shares), “, which”. */
bool capitals_have_company(const struct surroundings *at);

#endif
