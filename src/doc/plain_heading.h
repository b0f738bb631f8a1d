/* plain_heading: which lines of plain text are headings by what they say: "Chapter 12", "PART ONE: The
 * Sea", "第十二回", "Epilogue", or a line of capitals that stands by itself or above indented lines
 * (NAME in a manual page). Titles ruled off with ==== are plain.c's.
 *
 * A line that is followed by another of its kind stands in a table of contents and is none; neither is
 * a line that goes on as a sentence would. Looks at the line and the next that is not blank. */
#ifndef DIPTYCH_DOC_PLAIN_HEADING_H
#define DIPTYCH_DOC_PLAIN_HEADING_H

#include <stdbool.h>
#include <stddef.h>

#include "doc/wrapping.h"

/* Whether capitals say nothing here, because most of text[0, length) is set in them. Looks at the first
 * 64 KiB. */
bool plain_heading_is_shouted(const char *text, size_t length);

/* The level, 1 to 3, of a line that begins a group of lines (`first`) or goes on in one; 0: it is no
 * heading. `shouted`: as above. */
unsigned plain_heading_level(const char *text, size_t length, const struct line *line, bool first,
                             bool shouted);

#endif
