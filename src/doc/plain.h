/* plain: the reader for plain text. See document.h for what becomes of the code points.
 *
 * Paragraphs are separated by blank lines. Whether lines are joined is decided for the
 * whole file from its first 64 KiB (wrapping.h), so that the head of a file reads as
 * the whole of it does:
 *
 * - The file is not hard-wrapped (lines longer than 132 cells, but for one in fifty, or no
 *   common margin): each line is a paragraph of its own. Lines of 100 cells at most that
 *   follow each other without a blank line stand close together (BLOCK_TIGHT, their
 *   indent kept): verse, lists, captions. A group with one longer line is a run of
 *   paragraphs.
 * - The file is hard-wrapped: the lines between blank lines are joined. Within them a new
 *   paragraph begins at a list item, at an indented first line, and after a line that is
 *   clearly too short. A group whose lines do not end near the margin (verse, an address)
 *   keeps its lines as above.
 * - Ruled matter (columns, bars, quoted mail, drawings) is kept in both: one BLOCK_CODE for
 *   each line, white space included.
 *
 * The head and foot of a manual page that was set for a wide screen have fewer blanks between their
 * parts here.
 *
 * A hyphen at the end of a line that is joined goes, stays, or is followed by a blank
 * (hyphenation.h). Chapter lines and lines of capitals are headings (plain_heading.h), the first block
 * of a text that is one is its title. Where blocks would take more memory
 * than the text (a file of one-letter lines), neighbouring paragraphs share a block of up
 * to 4 KiB with their newlines in it. */
#ifndef DIPTYCH_DOC_PLAIN_H
#define DIPTYCH_DOC_PLAIN_H

#include "doc/document.h"

/* Takes ownership of `text` (clean, malloc'ed, NUL-terminated; may be rewritten in place).
 * Peak memory: at most 3 bytes a byte of text, blocks included. 100 MB take about 0.1 s. */
struct document *plain_read(char *text, size_t length);

#endif
