/* stream: writes a converted text in the form that doc/converted reads.
 *
 * A converter tells what it finds in the order of reading: blocks with text and links in them, and
 * the quotes, lists and items around them. The stream sees to it that the result is well
 * formed: text without a block opens a paragraph, blank space is one space (a line end, which
 * joins Han characters without one, where it held one), what is left open is closed at the end.
 *
 * The first line is CONVERTED_MAGIC; each line after it is one statement: a letter and what it
 * applies to, where newline and backslash are \n and \\. converted.h lists them.
 *
 * Ownership: stream_free; texts given are copied. */
#ifndef DIPTYCH_CONVERT_STREAM_H
#define DIPTYCH_CONVERT_STREAM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

struct stream {
    struct buffer out;
    unsigned depth;     /* containers open */
    unsigned refused;   /* containers that were not opened, too many being open */
    bool block;         /* a block is open */
    bool code;          /* ... whose blanks count */
    bool row;           /* ... of a table */
    bool blank;         /* white space waits for the next word */
    bool line_end;      /* ... and held a line end */
    unsigned blank_bits; /* ... of the style it came in */
    bool started;       /* the block has text */
    unsigned code_lines; /* line ends that wait for more code */
    bool link;
    size_t letters;     /* bytes of text so far */
};

void stream_begin(struct stream *stream);
void stream_free(struct stream *stream);

/* A line of front matter, before all text. Blank space in `value` becomes single spaces; an
 * empty value is dropped. */
void stream_meta(struct stream *stream, const char *key, const char *value);

/* Blocks; each closes the one before. */
void stream_heading(struct stream *stream, unsigned level);
void stream_paragraph(struct stream *stream);
void stream_code(struct stream *stream);
void stream_rule(struct stream *stream);
void stream_close(struct stream *stream); /* the open block, if any */

void stream_table(struct stream *stream, unsigned columns);
void stream_row(struct stream *stream, bool header);
void stream_cell(struct stream *stream, char align); /* 'l', 'c', 'r' */

/* Containers; stream_leave closes the innermost. */
void stream_quote(struct stream *stream);
void stream_bullets(struct stream *stream, bool tight);
void stream_numbers(struct stream *stream, bool tight, unsigned start, char delimiter);
void stream_item(struct stream *stream, char task); /* ' ' open, 'x' done, 0 no task */
void stream_leave(struct stream *stream);

/* Text with enum style_bits. */
void stream_text(struct stream *stream, const char *text, size_t length, unsigned bits);
void stream_break(struct stream *stream); /* a line end that stays */

/* Links do not nest: one within another is only its text. "#ID" leads to an anchor. */
void stream_link(struct stream *stream, const char *target);
void stream_link_end(struct stream *stream);
void stream_anchor(struct stream *stream, const char *id);

/* A footnote's number, and its text: a container as an item is. */
void stream_reference(struct stream *stream, const char *id);
void stream_note(struct stream *stream, const char *id);

#endif
