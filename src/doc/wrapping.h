/* wrapping: are the lines of a plain text sentences cut at a margin, or do they stand for
 * themselves? Lines, their widths, and the two decisions that plain.c needs: one for the
 * file, from its first 64 KiB, and one for each group of lines between blank lines,
 * from the group's first 16 KiB and 64 lines. Both look at nothing else, so that the
 * beginning of a file is judged as the whole of it is.
 *
 * What speaks for a cut at a margin: the first word of the next line would not have fit
 * any more. What speaks against it: lines that nearly all begin as sentences or
 * records do (capital, digit, symbol), or that nearly all end with a full stop.
 *
 * Positions are bytes. Widths are cells, estimated from the bytes (East Asian characters
 * count two), good to a cell or two. */
#ifndef DIPTYCH_DOC_WRAPPING_H
#define DIPTYCH_DOC_WRAPPING_H

#include <stdbool.h>
#include <stddef.h>

#define WRAPPING_HEAD ((size_t)64 << 10)
#define WRAPPING_GROUP_BYTES ((size_t)16 << 10)
#define WRAPPING_GROUP_LINES 64
#define WRAPPING_LONG 132 /* cells: no hard-wrapped text is set wider */
#define WRAPPING_LINE 100 /* cells: a wider line that is not wrapped is a paragraph, no verse and no item */

struct line {
    size_t start;    /* of the first non-blank */
    size_t end;      /* of the last non-blank; start == end: a blank line */
    size_t next;     /* where the next line begins */
    unsigned indent; /* cells of the blanks before `start`, 255 at most */
};

struct line wrapping_line_at(const char *text, size_t length, size_t at);
unsigned wrapping_width(const char *text, const struct line *line);

/* Whether the file's lines are to be joined, and the margin they were cut at. */
struct wrapping {
    bool joined;
    unsigned margin;
};

struct wrapping wrapping_of_text(const char *text, size_t length);

enum group_shape {
    GROUP_LONG,    /* each line a paragraph */
    GROUP_SHORT,   /* each line for itself, close together: verse, lists, addresses */
    GROUP_RULED,   /* the same, and white space counts: tables, drawings, listings */
    GROUP_WRAPPED, /* lines to be joined */
    GROUP_HANGING  /* the same; all lines but the first of a paragraph are indented */
};

struct group {
    enum group_shape shape;
    unsigned base; /* cells: the indent that lines in the middle of a paragraph have,
                      GROUP_HANGING: that first lines have */
};

/* The group whose first line begins at `at`. */
struct group wrapping_of_group(const char *text, size_t length, size_t at,
                               struct wrapping wrapping);

/* Does `line` begin as an item of a list does: "- ", "* ", "•", "1. ", "(a) ", "一、"? */
bool wrapping_is_item(const char *text, const struct line *line);

/* Did `line` end its paragraph, although `next` follows directly? It is so short that
 * the next word would have fit well, and `next` could begin a paragraph. */
bool wrapping_ends_paragraph(const char *text, const struct line *line, const struct line *next,
                             unsigned margin);

#endif
