/* markdown_walk: where the reader of Markdown is: the document so far, the lists, quotes and
 * styles that are open. For the files markdown*.c alone. */
#ifndef DIPTYCH_DOC_MARKDOWN_WALK_H
#define DIPTYCH_DOC_MARKDOWN_WALK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "doc/builder.h"
#include "doc/footnotes.h"
#include "doc/html_tag.h"
#include "doc/nesting.h"
#include "doc/substitute.h"

#define MARKDOWN_NO_NOTE SIZE_MAX
#define MARKDOWN_TAGS 32 /* names of which it is known whether a tag closes them */

/* How much of each style is open in the block; what HTML opened ends with it. */
struct markdown_styles {
    unsigned emphasis;
    unsigned strong;
    unsigned struck;
    unsigned code;
};

struct markdown_walk {
    struct builder builder;
    struct footnotes notes;
    struct substitutes pieces;
    const char *source;
    size_t source_length;
    size_t line_offset; /* the line that the latest text came from */
    uint32_t line;

    struct nesting nesting;
    size_t opening_note; /* note whose first block comes next */

    struct block block; /* kind, level and flags of the block to open */
    bool in_code;
    bool code_begun;
    unsigned cells; /* of the row so far */
    struct markdown_styles styles; /* of Markdown's own */
    struct markdown_styles tags;   /* of HTML's, of ==marks== and titles */
    unsigned link_depth;
    bool tag_link; /* the link is HTML's */
    struct buffer scratch;

    bool in_html;
    uint32_t html_line;
    struct buffer html; /* the block, or the tag within a line, that is open */
    char hidden[HTML_NAME_SIZE]; /* the tag within a paragraph whose text is not shown, "" none */
    struct {
        char name[HTML_NAME_SIZE];
        bool closed;
    } known_tags[MARKDOWN_TAGS];
    size_t known_tag_count;
};

/* Enum style_bits of the text that comes next. */
unsigned markdown_style(const struct markdown_walk *walk);

/* Source line of a piece of text; texts come in the order of the source. Text that the parser
 * made itself (line ends, indents) counts as the line before. */
uint32_t markdown_line(struct markdown_walk *walk, const char *text);

/* The kind of the blocks to come; and the block itself, opened at once, or (where none is) with
 * its first text, when its line and marker are known. */
void markdown_expect(struct markdown_walk *walk, enum block_kind kind, unsigned level,
                     unsigned flags);
void markdown_open_block(struct markdown_walk *walk, uint32_t line);
void markdown_need_block(struct markdown_walk *walk, const char *text);
void markdown_close_block(struct markdown_walk *walk); /* a paragraph comes next */

/* Leaves the innermost list, item or quote. */
void markdown_leave_container(struct markdown_walk *walk);

/* A link within a link is part of that. Takes `target`. An image shows its description, else its
 * file's name, a link without text its address. */
void markdown_begin_link(struct markdown_walk *walk, enum link_kind kind, char *target);
void markdown_end_link(struct markdown_walk *walk, bool is_image);

/* A line end that stays; in a table's row it is a blank. */
void markdown_line_break(struct markdown_walk *walk);

/* A line of code that has no line end in it, as a block or the rest of one. */
void markdown_code_line(struct markdown_walk *walk, const char *text, size_t length);

/* Appends `text` with all that was taken out of it before parsing. */
void markdown_restore(struct markdown_walk *walk, const char *text, size_t length,
                      struct buffer *out);

#endif
