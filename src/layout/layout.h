/* layout: a document set in lines for one width.
 *
 * Coordinates. A *row* is one line on the screen. A *place* is a block and a row within it;
 * the rows of a block begin with its gap (the blank row above it). *x* counts cells from the
 * left edge of the text column, marks and quote bars included. Offsets are bytes of the
 * document's text.
 *
 * A block is cut into *pieces*, each a run of bytes on one row. The pieces of a block, in
 * order, are the whole block: nothing is lost, trailing spaces hang at the end of their
 * piece. A row has one piece, but a table row has one a cell. A BLOCK_CONTEXT alone is one row
 * whatever its length: of its text the piece has what fits around the key, which begins in the
 * same cell in every such row.
 *
 * Lines end where text/linebreak.h lets them; a word wider than the column is cut
 * and its piece flagged PIECE_CUT, with a cell left for the mark (in fewer than four cells
 * there is none). Code ends its rows behind a space and has the mark there too. Blocks are set
 * when they are asked for and kept in a small cache, so opening costs the same for 1 KB and
 * for 100 MB.
 *
 * Ownership: layout_free releases the layout; the document is borrowed and must outlive it. */
#ifndef DIPTYCH_LAYOUT_LAYOUT_H
#define DIPTYCH_LAYOUT_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "doc/document.h"
#include "layout/table.h"
#include "layout/tag.h"

struct layout_options {
    int measure; /* widest text column in cells; 0 no limit */
    int tab;     /* cells from one tab stop to the next */
    int spacing; /* blank rows between paragraphs */
};

enum piece_flags {
    PIECE_CUT = 1,    /* ends inside a word or a line of code, with a cell left for the mark */
    PIECE_CUT_LEFT = 2 /* the row's text begins before it; the cell to its left is the mark's */
};

struct piece {
    uint32_t start; /* bytes from the block's start */
    uint32_t end;
    uint32_t row; /* from the first row below the gap */
    uint16_t x;
    uint16_t flags;
};

struct block_layout {
    size_t block;
    uint32_t gap;  /* blank rows above */
    uint32_t rows; /* without the gap; a table's header row counts the rule under it */
    struct piece *pieces;
    size_t piece_count;
    size_t piece_capacity;
};

struct place {
    size_t block;
    uint32_t row; /* from the first row of the gap */
};

struct layout;

/* `width` is what the pane has; the column is min(width, measure) wide, at least 1. */
struct layout *layout_new(const struct document *document, int width,
                          const struct layout_options *options);
void layout_free(struct layout *layout);

/* Other width or options, same document; the cache is emptied if anything differs. */
void layout_configure(struct layout *layout, int width, const struct layout_options *options);

/* Sets these tags behind the text; borrowed until others are set. */
void layout_set_tags(struct layout *layout, struct tags tags);
const struct tags *layout_tags(const struct layout *layout);

/* Shows only the blocks whose byte in `visible` is not 0 (one byte a block, borrowed until
 * changed); NULL shows all. A hidden block has no rows; where all are hidden the document's
 * only place is the first row of any block, and nothing is painted there. */
void layout_filter(struct layout *layout, const unsigned char *visible);

/* The block itself if it is shown, else the next one that is, else the last one shown. */
size_t layout_shown_block(const struct layout *layout, size_t block);

/* Another one whenever the lines may be others than before. */
unsigned layout_age(const struct layout *layout);

const struct document *layout_document(const struct layout *layout);
int layout_width(const struct layout *layout); /* the column's cells */

/* The block's pieces. Valid until the next call that names this layout. */
const struct block_layout *layout_block(struct layout *layout, size_t block);

/* First cell of a block's text: quote bars and list indent are left of it. */
int layout_left(const struct layout *layout, size_t block);

/* The place where `offset` is shown; that of the next shown block when its own is hidden. */
struct place layout_place(struct layout *layout, size_t offset);

/* Moves `place` by `rows` (down is positive), stopping at both ends. Returns the rows gone. */
long layout_move(struct layout *layout, struct place *place, long rows);

/* The place itself and those below it, at most `most`; returns their number. None in an empty document. */
size_t layout_places(struct layout *layout, struct place from, struct place *places, size_t most);

/* Rows from `from` down to `to`, at most `limit`; negative when `to` is above. */
long layout_distance(struct layout *layout, struct place from, struct place to, long limit);

/* Last row of the document. */
struct place layout_end(struct layout *layout);

/* Offset of the first byte on `place`'s row; on a blank row, that of the block. */
size_t layout_row_offset(struct layout *layout, struct place place);

/* Offset of the cluster nearest to cell `x` on the row. */
size_t layout_offset_at(struct layout *layout, struct place place, int x);

/* Cell of `offset` on its row. */
int layout_x(struct layout *layout, size_t offset);

/* Width of one cluster at cell `x` (tab stops). */
int layout_cluster_width(const struct layout *layout, const char *cluster, size_t length, int x);

/* Columns of the table that `block` (a row) belongs to; returns their number. */
int layout_table(struct layout *layout, size_t block,
                 struct table_column columns[TABLE_COLUMNS]);

#endif
