/* escape_markup: text inside HTML and XML.
 *
 * Good between tags and between double quotation marks. Nothing in the text can begin a tag
 * or a reference or end an attribute; what is hidden (clean.h) is a numeric reference. Code
 * points that XML 1.0 has no way to write (U+FFFE, U+FFFF) are U+FFFD. */
#ifndef DIPTYCH_EXPORT_ESCAPE_MARKUP_H
#define DIPTYCH_EXPORT_ESCAPE_MARKUP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

/* `newline` stands for each line's end: " ", "\n", "<br>". */
void escape_markup(struct buffer *out, const char *text, size_t length, const char *newline);

/* The whole of a NUL-terminated text, its lines joined by blanks. */
void escape_markup_text(struct buffer *out, const char *text);

/* Whether an address may become a link: http, https and mailto are harmless, javascript and
 * data are not, nor is what a browser would make of an address without a scheme. */
bool escape_is_address(const char *address);

#endif
