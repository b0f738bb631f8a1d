/* prepare_inline: the part of prepare.h that looks within lines, and what its parts share. */
#ifndef DIPTYCH_DOC_PREPARE_INLINE_H
#define DIPTYCH_DOC_PREPARE_INLINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "doc/fence.h"
#include "doc/substitute.h"

#define PREPARE_BOXES 16 /* within each other */
#define PREPARE_RUNS 32  /* backticks: of a longer run no end is looked for */

enum prepare_closing { CLOSING_PERCENT, CLOSING_ANGLE, CLOSING_DOUBLE, CLOSING_LIQUID, CLOSINGS };

struct prepare_box {
    bool indented; /* "!!!": it is what is indented by four; else ":::" ends it */
    bool shown;    /* as a quote with a title */
    size_t colons;
    size_t indent; /* of its first line */
};

struct prepare {
    const char *text;
    size_t length;
    struct substitutes *pieces;
    struct buffer *out;
    struct fence fence;
    size_t fence_boxes; /* boxes open where the fence began */
    struct prepare_box boxes[PREPARE_BOXES];
    size_t box_count;
    size_t last_colons;      /* where the last line of colons is */
    size_t verbatim_until;   /* inside a code span that goes on over lines */
    size_t dropped_until;    /* inside a comment or shortcode that goes on over lines */
    const char *raw_end;     /* what ends the raw HTML that is open, NULL: none is */
    size_t no_closing[CLOSINGS];      /* up to here there is no such closing */
    size_t no_code[PREPARE_RUNS + 1]; /* up to here no run of that many backticks */
    size_t table_end;        /* of the table whose head has been seen */
    bool after_text;         /* the line before is text of a paragraph */
    bool after_definition;
    bool after_quoted; /* the line before is quoted text */
    bool in_heading;
    bool indented; /* by four cells or more: the line may be code */
    bool term_ahead;   /* the last line that was not blank can be a term */
    struct buffer notes;     /* definitions of the inline notes */
    unsigned note_count;
};

/* Whether text[at, end) begins with it. */
bool prepare_begins(const struct prepare *prepare, size_t at, size_t end, const char *what);

/* Appends the quote marks of the boxes that are open. */
void prepare_quotes(struct prepare *prepare);

/* Ends the line that holds quote marks only, as one that the source has not, and begins the next. */
void prepare_break(struct prepare *prepare);

/* Appends text[at, end) of one line with what is inline in it taken out. */
void prepare_inline(struct prepare *prepare, size_t at, size_t end);

#endif
