/* blocks: what the readers share: a growing list of blocks that keeps every block within
 * DOCUMENT_BLOCK_LIMIT, and the rule by which two lines become one.
 *
 * Positions are bytes of the document's text. A block that is too long is cut after a
 * blank or between two Han characters of its last KiB, else between two grapheme
 * clusters; the pieces after the first are flagged BLOCK_CONTINUES and have no marker.
 * The blanks at a cut belong to neither piece (in code and table rows, where they
 * count, to the first).
 *
 * Blanks are space, tab, newline, U+00A0 and U+3000.
 *
 * Ownership: the list owns its items; blocks_hand_over gives them to a document. */
#ifndef DIPTYCH_DOC_BLOCKS_H
#define DIPTYCH_DOC_BLOCKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "doc/document.h"

struct blocks {
    struct block *items;
    size_t count;
    size_t capacity;
};

/* Appends the block, cut where it must be; text[block.start, block.end) is final. */
void blocks_push(struct blocks *blocks, const char *text, struct block block);

/* Gives the items to `document`, the spare memory back. */
void blocks_hand_over(struct blocks *blocks, struct document *document);

/* Bytes of the blank at text[at], 0 when none stands there. */
size_t blocks_blank_at(const char *text, size_t length, size_t at);

/* First non-blank at or after `at`, and the end of the last non-blank before `at`. */
size_t blocks_skip_blanks(const char *text, size_t length, size_t at);
size_t blocks_trim_blanks(const char *text, size_t start, size_t end);

/* Whether the end of a source line between these two characters leaves no space: both are
 * Han or belong to Chinese and Japanese typesetting, quotation marks beside Han included; or one of
 * them is full-width punctuation. */
bool blocks_join_closed(uint32_t before, uint32_t after);

/* An empty document: no text, no blocks, empty front matter. */
struct document *blocks_new_document(void);

#endif
