/* english_frames: the statements of an English unit.
 *
 * The frames, as they are tried at each cue: direct with its attribution before, behind (also
 * inverted: “...,” said Smith) or before a colon; a parenthesis (the deal, he said, is off);
 * clause behind the verb; request; verdict. Besides: according to X, in X's view, X as saying. Of a
 * clause within a statement, who else says what is not asked. Linear in the tokens. */
#ifndef DIPTYCH_QUOTE_ENGLISH_FRAMES_H
#define DIPTYCH_QUOTE_ENGLISH_FRAMES_H

#include "quote/english_tokens.h"
#include "quote/quote_unit.h"

/* Appends the statements, in order, not yet settled (quote_unit_settle). */
void english_frames_find(const struct quote_unit *unit, const struct english_tokens *tokens,
                         struct statements *out);

/* Whether the tokens tell who said what stands before them, and nothing else: Haddad, a shopkeeper,
 * asked. */
bool english_frames_is_attribution(const struct english_tokens *tokens);

#endif
