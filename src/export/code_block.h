/* code_block: code as a whole. A document has a block for each line of it; the blank lines between
 * are in the text alone. */
#ifndef DIPTYCH_EXPORT_CODE_BLOCK_H
#define DIPTYCH_EXPORT_CODE_BLOCK_H

#include <stddef.h>

#include "doc/document.h"

/* Index of the last block of the code that block `index` begins; `index` itself when it is no
 * code. */
size_t code_block_last(const struct document *document, size_t index);

#endif
