/* block: what the text of a document is made of: blocks, and runs of inline style.
 *
 * document.h says how they come about. Positions are bytes of the document's text. */
#ifndef DIPTYCH_DOC_BLOCK_H
#define DIPTYCH_DOC_BLOCK_H

#include <stddef.h>
#include <stdint.h>

enum block_kind {
    BLOCK_PARAGRAPH,
    BLOCK_HEADING,
    BLOCK_CODE,      /* white space counts, lines are not joined */
    BLOCK_TABLE_ROW, /* cells separated by tabs */
    BLOCK_RULE,      /* a thematic break: an empty span */
    BLOCK_CONTEXT    /* one row of an index: a key word in its context (document_key) */
};

enum block_flags {
    BLOCK_CONTINUES = 1,   /* goes on with the block before it, no new paragraph */
    BLOCK_TIGHT = 2,       /* no blank row before it (items of a tight list, rows, plain lines) */
    BLOCK_TABLE_HEADER = 4,
    BLOCK_TABLE_FIRST = 8, /* first row of its table */
    BLOCK_FOOTNOTE = 16    /* the text of a footnote */
};

struct block {
    size_t start;
    size_t end;
    uint32_t line;   /* 1-based line in the source file, 0 unknown */
    uint32_t marker; /* 1-based index into `markers`, 0 none */
    uint16_t indent; /* cells that lists push the text to the right, the marker included */
    uint8_t kind;    /* enum block_kind */
    uint8_t level;   /* heading 1-6; table: number of columns */
    uint8_t quote;   /* number of block quotes around it (255 at most) */
    uint8_t flags;
    uint16_t bars; /* 1-based index into `bars`, 0: the quotes' bars are left of all lists */
};

/* How the columns of one table are aligned, a bit a column from the lowest; those beyond the
 * 64th and those with no bit stand at the left. */
struct table_alignment {
    size_t block; /* the table's first row */
    uint64_t centred;
    uint64_t right;
};

enum style_bits {
    STYLE_EMPHASIS = 1,
    STYLE_STRONG = 2,
    STYLE_CODE = 4,
    STYLE_STRIKE = 8,
    STYLE_NOTE_MARK = 16, /* a footnote's number */
    STYLE_DIM = 32        /* set back behind the rest, by the program's own pages */
};

struct style_run {
    size_t start;
    size_t end;
    unsigned bits;
};

#endif
