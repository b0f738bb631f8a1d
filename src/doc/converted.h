/* converted: reads what diptych-convert writes of HTML, e-books and the like.
 *
 * The first line is CONVERTED_MAGIC; each line after it is one statement, a letter and its
 * operand, in which \n is a newline and \\ a backslash. Positions are implied by the order.
 *     !SENTENCE    nothing could be made of it: why
 *     mKEY VALUE   front matter          CNAME REPAIRED  the encoding it was in, places repaired
 *     h1 .. h6 p c r                     a heading, paragraph, code, rule begins
 *     tCOLUMNS     a table begins        H R  a header row, a row     |SIDE  a cell: l c r
 *     .            the block ends
 *     q            a quote begins        u[t]  bullets     o.START[t] o)START[t]  numbers
 *     i[ |x]       an item, a task       nID   the text of a footnote
 *     e            the innermost of these ends
 *     xBITS TEXT   text with styles      sBITS  a line end that joins   b  one that stays
 *     lTARGET L    a link begins, ends; #ID leads to the anchor aID
 *     fID          the number of a footnote
 * The bytes come from another program and are not trusted: what is out of order is passed over, and
 * the text is bound by the length of the stream. */
#ifndef DIPTYCH_DOC_CONVERTED_H
#define DIPTYCH_DOC_CONVERTED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "doc/document.h"

#define CONVERTED_MAGIC "diptych converted 1"

bool converted_is(const char *text, size_t length);

/* `text` is clean (text/sanitize.h). NULL with the stream's own sentence, or one of damage. The
 * document's language is left to the caller. */
struct document *converted_read(const char *text, size_t length, struct error *error);

#endif
