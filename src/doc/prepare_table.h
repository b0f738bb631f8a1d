/* prepare_table: the part of prepare.h that knows tables. */
#ifndef DIPTYCH_DOC_PREPARE_TABLE_H
#define DIPTYCH_DOC_PREPARE_TABLE_H

#include <stddef.h>

#include "doc/prepare_inline.h"

/* When the line that begins at `line`, its text at `at`, and ends at `end` is the head of a table:
 * appends a blank line where text is right above it, the head and the rule below it, as wide as
 * the longest row. Returns where the rule's line ends, 0 when it is no head. */
size_t prepare_table(struct prepare *prepare, size_t line, size_t at, size_t end);

#endif
