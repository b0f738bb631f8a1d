/* terminal_text: what a program wrote for a terminal or a printer becomes a document.
 *
 * Overstrikes, as man sends them to its pager (a letter twice: bold; a letter and _: underlined), and
 * the SGR sequences of ECMA-48, as git sends them, become styles: underlined and italic are
 * emphasis, bold is strong, of the colours red is set back, green strong, the others as code.
 * All other escape sequences are dropped. What is left goes through the sanitiser.
 * Lines stay lines, with their indentation: such text is set already.
 * Ownership: the caller frees the document with document_free. */
#ifndef DIPTYCH_DOC_TERMINAL_TEXT_H
#define DIPTYCH_DOC_TERMINAL_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "doc/document.h"

/* Whether the first 64 KiB have an overstrike or an SGR sequence. */
bool terminal_text_is(const char *bytes, size_t length);

struct document *terminal_text_read(const char *bytes, size_t length);

#endif
