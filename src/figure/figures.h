/* figures: every figure of a document as a span: percent, money, counts, masses, lengths,
 * durations, dates and ordinals, in English and Chinese.
 *
 * What a figure is and how its value is written: figure.h. Which numbers are figures:
 * figure_measure.h, which reads prices too, and figure_count.h; dates: figure_calendar.h; hedges:
 * figure_hedge.h.
 *
 *   - Each block is read by itself. Code blocks, code in a line and addresses (URLs, e-mail) have
 *     none; neither has what the caller leaves out: names with a number in them (11 Main).
 *   - Two numbers are one range in “10 to 15 people”, “2010–2011”, “between 2010 and 2011”,
 *     2010年到2011年, 3人至5人, 三年以上十年以下, and where the second says the first again, up to
 *     twice as large: “110 million or 120 million”, 10年、15年. “From 40 to 3” are two figures. The
 *     first of a pair takes the scale and unit that only the second states.
 *   - What a table's heads and its caption tell holds for the numbers in its cells (figure_heads.h).
 *   - A bare number behind “to” counts what the number before it counts (40 people to 3).
 *
 * The text is read in simplified characters, each where it was, so that the lists of words of all
 * readers have these alone.
 *
 * Cost: linear in the text. Ownership: figures_free. Threads may call this at once. */
#ifndef DIPTYCH_FIGURE_FIGURES_H
#define DIPTYCH_FIGURE_FIGURES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"
#include "figure/figure.h"
#include "doc/document.h"

/* Sorted by start, not overlapping. Start with { 0 }. */
struct figures {
    struct figure *items;
    size_t count;
    size_t capacity;
};

struct figures_options {
    const struct span *leave_out; /* sorted, not overlapping; may be NULL when there are none */
    size_t leave_out_count;
    const struct figure_date *published; /* NULL: nothing is told from it */
    bool today; /* "today", 今天, 当天 are dates, too */
    /* Asked every few thousand words; false stops. NULL: nobody asks. `done` is always 0. */
    bool (*go_on)(void *data, double done);
    void *data;
};

/* Appends the document's figures. `options` may be NULL. False when it was stopped. */
bool figures_find(const struct document *document, const struct figures_options *options,
                  struct figures *figures);

/* The same for one stretch of clean text. */
void figures_find_text(const char *text, size_t start, size_t end,
                       const struct figures_options *options, struct figures *figures);

/* Index of the first figure whose end lies beyond `offset`; `count` when there is none. */
size_t figures_first_after(const struct figures *figures, size_t offset);

void figures_free(struct figures *figures);

#endif
