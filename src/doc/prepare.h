/* prepare: a Markdown source rewritten so that a CommonMark parser reads what its author meant.
 *
 * Boxes (":::note", "!!! note", "> [!note]") become quotes that begin with their title,
 * definitions items, tables get the columns of their longest row and a blank line before them
 * where a line of text touches; what else the parser does not know becomes pieces
 * (substitute.h): comments (%%), shortcodes ({{< >}}, {{% %}}, {% %}), [[links]], ==marks==,
 * {#ids} and ^ids, and inline notes become footnotes. Beside punctuation of Chinese and
 * Japanese typesetting a run of asterisks opens and closes as it does beside a letter.
 *
 * Lines stay lines; one that is put in ends with CR LF, which no other line does. Code is left
 * alone. Linear in the source. */
#ifndef DIPTYCH_DOC_PREPARE_H
#define DIPTYCH_DOC_PREPARE_H

#include <stddef.h>

#include "base/buffer.h"
#include "doc/substitute.h"

/* Appends the rewritten source to `out`. */
void prepare_source(const char *text, size_t length, struct substitutes *pieces,
                    struct buffer *out);

#endif
