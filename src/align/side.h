/* side: one of the two texts that are aligned, as the aligner takes it.
 *
 * The text is cut into sentences already; the caller says which of them share a paragraph and
 * which are headings, and may mark spans whose counterparts would be evidence: the same
 * id on both sides is the same name or the same figure. Positions are bytes of the text.
 * Ownership: everything is the caller's and outlives whatever is made from it. */
#ifndef DIPTYCH_ALIGN_SIDE_H
#define DIPTYCH_ALIGN_SIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "figure/figure_date.h"

struct side_sentence {
    struct span span;
    uint32_t paragraph; /* grows from paragraph to paragraph */
    bool heading;
    bool code; /* a block of code or of a console's output */
    bool item; /* of a list */
    bool row;  /* of a table */
};

enum side_mark_kind { MARK_NAME, MARK_FIGURE };

struct side_mark {
    struct span span;
    uint32_t id; /* marks of one kind with one id mean the same thing */
    enum side_mark_kind kind;
};

struct side {
    const char *text;
    size_t length;
    const struct side_sentence *sentences; /* in order, without overlap */
    size_t count;
    const struct side_mark *marks; /* sorted by start */
    size_t mark_count;
    struct figure_date published; /* not set when it is not known */
};

#endif
