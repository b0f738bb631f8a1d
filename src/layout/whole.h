/* whole: what is not to be cut at its hyphens where a row of its own has room for it: code in a line,
 * and ids such as 11-main-sale.en. Marks are those of text/linebreak.h. */
#ifndef DIPTYCH_LAYOUT_WHOLE_H
#define DIPTYCH_LAYOUT_WHOLE_H

#include <stddef.h>

struct document;

/* An id is a run without blanks that has a hyphen between letters or digits, and a digit, dot or
 * underscore beside letters in it; no address. Takes the opportunities in those of at most `width`
 * bytes away. */
void whole_ids(const char *text, size_t length, int width, unsigned char *marks);

/* The same for words of code in the document's text[start, start + length), which the marks are of. */
void whole_code(const struct document *document, size_t start, size_t length, int width,
                unsigned char *marks);

#endif
