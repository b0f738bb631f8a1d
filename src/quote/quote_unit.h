/* quote_unit: the sentence in which statements are looked for, and what is found before it is known
 * who is meant.
 *
 * A unit is a sentence, or several where a quotation runs over their borders, within one block.
 * Bytes of the document's text. */
#ifndef DIPTYCH_QUOTE_QUOTE_UNIT_H
#define DIPTYCH_QUOTE_QUOTE_UNIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "quote/quotations.h"
#include "quote/quote_marks.h"

struct quote_unit {
    const char *text;
    size_t from;
    size_t to;
    const struct quote_marks *marks;  /* of the block */
    const struct speaker_name *names; /* of the document */
    size_t name_count;
};

/* Whose statement it is, as far as its own clause tells. */
enum statement_source {
    SOURCE_GIVEN,  /* `speaker` */
    SOURCE_SHARED, /* that of the statement before in the unit */
    SOURCE_OPEN    /* not told */
};

struct statement {
    struct span said;
    struct span cue;
    struct span speaker;
    size_t clause; /* where its clause begins: the statement before it ends there at the latest */
    enum statement_source source;
    bool direct;
};

/* Start with { 0 }; free items. */
struct statements {
    struct statement *items;
    size_t count;
    size_t capacity;
};

/* The first name that ends beyond `offset`; NULL. O(log n). */
const struct speaker_name *quote_unit_name(const struct quote_unit *unit, size_t offset);

/* The character at `at`; 0, with *size 0, at the unit's end. */
uint32_t quote_unit_code(const struct quote_unit *unit, size_t at, size_t *size);

/* The span without blanks and stops at its ends, and without what joins clauses before it. */
struct span quote_unit_trim(const char *text, struct span span);

/* Ends each statement where the next one's clause begins, and drops what is left empty. */
void quote_unit_settle(const struct quote_unit *unit, struct statements *statements);

#endif
