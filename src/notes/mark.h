/* mark: a passage of a document described so that it can be found again.
 *
 * Fills in all of a target but role, article and path, which the caller knows. Where the front
 * matter is silent on the title it is the document's, on the language what was guessed. */
#ifndef DIPTYCH_NOTES_MARK_H
#define DIPTYCH_NOTES_MARK_H

#include <stddef.h>

#include "base/span.h"
#include "doc/document.h"
#include "notes/annotation.h"

/* `span` in bytes of the document's text; `hash` is the text's SHA-256 in hexadecimal, NULL to have
 * it computed. */
void mark_describe(const struct document *document, const char *hash, struct span span,
                   struct annotation_target *target);

/* The bytes that a span of code points stands for, as far as the text goes. */
struct span mark_span(const struct document *document, size_t start, size_t end);

#endif
