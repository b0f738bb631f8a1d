/* source_line: on which line of an article's file a place of its text stands.
 *
 * A document is not its file: marks are gone, lines joined. The words at the place are looked for
 * in the file, the same words as often before it as in the text; where the markup stands among
 * them, fewer words. Nothing is kept. */
#ifndef DIPTYCH_QUERY_SOURCE_LINE_H
#define DIPTYCH_QUERY_SOURCE_LINE_H

#include <stddef.h>

#include "base/buffer.h"
#include "doc/document.h"

/* From 1; 0 where the words are not found in the file's bytes. */
size_t source_line_find(const struct buffer *file, const struct document *document, size_t place);

#endif
