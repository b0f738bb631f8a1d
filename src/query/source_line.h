/* source_line: on which line of an article's file a place of its text stands.
 *
 * A document is not its file: marks are gone, lines joined. The words that each block begins with are
 * looked for in the file, behind those of the block before; then the words at the place between its
 * block's and the next one's: many words first, fewer where markup stands among them. Linear in the
 * file, all places together but for the lines of their blocks. Ownership: source_lines_free. */
#ifndef DIPTYCH_QUERY_SOURCE_LINE_H
#define DIPTYCH_QUERY_SOURCE_LINE_H

#include <stddef.h>

#include "base/buffer.h"
#include "doc/document.h"

struct source_place {
    size_t offset; /* in the file */
    size_t line;   /* from 1 */
};

/* Start with { 0 }. */
struct source_lines {
    struct buffer file;
    struct source_place *blocks; /* where each of the document's begins, else the one before it */
    size_t count;
};

/* Reads the file; where it cannot be read no line is known. */
void source_lines_read(struct source_lines *lines, const struct document *document,
                       const char *path);
void source_lines_free(struct source_lines *lines);

/* From 1; 0 where it is not known. */
size_t source_lines_find(const struct source_lines *lines, const struct document *document,
                         size_t place);

#endif
