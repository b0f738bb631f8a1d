/* guess: what a text is that does not say so: its language, and whether a file named
 * .txt was written in Markdown. Both look at the first 64 KiB only. */
#ifndef DIPTYCH_DOC_GUESS_H
#define DIPTYCH_DOC_GUESS_H

#include <stdbool.h>
#include <stddef.h>

#include "doc/document.h"

/* Chinese when at least a fifth of its letters are Han and hardly any kana, English when
 * most are Latin, unknown without letters. */
enum language guess_language(const char *text, size_t length);

/* A language tag ("en", "zh-Hans", "fr"): the first subtag counts. NULL or "": unknown. */
enum language guess_language_of_tag(const char *tag);

/* True with at least two different kinds of unmistakable marks: a heading (# to ######) and
 * a quotation (>), each after a blank line or at the start, a code fence, a link
 * ](http, an address <http, **strong** words, the |---| under a table's head. */
bool guess_is_markdown(const char *text, size_t length);

#endif
