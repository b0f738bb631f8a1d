/* escape_org: text inside Org.
 *
 * Org has no escape character for text in general; its manual (“Escape Character”) has a zero width
 * space, U+200B, put where markup would begin. That is done here, and nothing else is changed but
 * what is hidden (clean.h), which is its label, and a dollar that might end a formula, which is
 * \dollar{}: a zero width space in the output is always ours. */
#ifndef DIPTYCH_EXPORT_ESCAPE_ORG_H
#define DIPTYCH_EXPORT_ESCAPE_ORG_H

#include <stddef.h>

#include "base/buffer.h"

#define ORG_ZERO_WIDTH "\xE2\x80\x8B"

/* Text that begins a line: no line of it is a headline, keyword, drawer, comment or table, no
 * character of it emphasis, link, macro, timestamp, snippet, formula or subscript; a bare address is
 * none but to the web or mail. Lists stay lists. `newline` is written for each line's end. */
void escape_org(struct buffer *out, const char *text, size_t length, const char *newline);

/* A property's value, on one line. Nothing is markup in a drawer, but Emacs follows links there:
 * only what would make one, a macro, a timestamp or a line of file variables is broken. */
void escape_org_value(struct buffer *out, const char *text);

/* "tag:" as a headline has it; what no tag can have in it is _. */
void escape_org_tag(struct buffer *out, const char *tag);

#endif
