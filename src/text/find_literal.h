/* find_literal: plain patterns, matched over the fold of the text without folding it all.
 *
 * A pattern's rarest character is its anchor. The scan looks for the bytes that the anchor,
 * or any character that folds to it, can have in the text; around each place it compares
 * outwards as long as the characters fold one to one (fold_simple), and folds a small window
 * where they do not. So the hits are those of the whole text's fold at the speed of the
 * scan. A pattern without a possible anchor (Cyrillic, kana, spaces) is searched
 * in folded windows of bounded size, in both directions.
 * Offsets are bytes of the original text. */
#ifndef DIPTYCH_TEXT_FIND_LITERAL_H
#define DIPTYCH_TEXT_FIND_LITERAL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

struct find_literal;

/* `fold` has what the search ignores, of FOLD_CASE, FOLD_MARKS and FOLD_HAN; NULL when nothing of the
 * pattern is left by folding. */
struct find_literal *find_literal_new(const char *pattern, unsigned fold, bool whole_word);
void find_literal_free(struct find_literal *literal);

bool find_literal_forward(struct find_literal *literal, const char *text, size_t length,
                          size_t from, struct span *hit);
bool find_literal_backward(struct find_literal *literal, const char *text, size_t length,
                           size_t before, struct span *hit);

/* True unless a letter or digit touches the span's letter or digit on either side; Han
 * characters do not touch. */
bool find_literal_is_whole(const char *text, size_t length, struct span span);

#endif
