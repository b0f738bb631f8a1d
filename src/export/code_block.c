#include "export/code_block.h"

size_t code_block_last(const struct document *document, size_t index)
{
    const struct block *blocks = document->blocks;
    if (blocks[index].kind != BLOCK_CODE)
        return index;
    while (index + 1 < document->block_count && blocks[index + 1].kind == BLOCK_CODE &&
           (blocks[index + 1].flags & (BLOCK_TIGHT | BLOCK_CONTINUES)) != 0 &&
           blocks[index + 1].quote == blocks[index].quote &&
           blocks[index + 1].indent == blocks[index].indent && blocks[index + 1].marker == 0)
        index++;
    return index;
}
