/* figures_pair: the figures of two texts, paired.
 *
 * A figure of one text goes with that of the other which tells the same (figure_compare.h) and for
 * which most speaks: the noun counted, the figures next to it, the place in the text, and the
 * passages that the caller says belong together. Equal values alone are enough for percentages,
 * money and the like and for large numbers; small counts, durations and ordinals, of which a text
 * has many, need one of the others. So do values that agree only as far as they are told, where
 * the nouns are not the same, and dates within longer ones.
 *
 *   agree    the same, as far as each tells it; in passages that belong together a number without a unit
 *            (the old one cost 760), too
 *   rounded  the same, told more exactly in one (37 and 37.6)
 *   differ   another value for what is plainly the same thing: in passages that belong together the
 *            one left of its kind, or the one in the same place of as many, whatever the sign and
 *            magnitude, of units that convert and of nouns that may be one (deaths, 人死亡);
 *            elsewhere between figures that agree on both sides, of the same unit, noun and
 *            magnitude. Rather none than a wrong one.
 *   only-a, only-b
 *
 * A value that one text repeats more often than the other agrees each time: the surplus goes with
 * the one that has a partner already.
 *
 * Cost: the product of the numbers of figures up to PAIR_WORK comparisons; in longer texts a figure
 * is compared with those at about the same place. Ownership: figure_pairs_free. */
#ifndef DIPTYCH_FIGURE_FIGURES_PAIR_H
#define DIPTYCH_FIGURE_FIGURES_PAIR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"
#include "figure/figures.h"

#define PAIR_WORK 1000000
#define PAIR_NONE ((size_t)-1)

enum pair_status { PAIR_AGREE, PAIR_ROUNDED, PAIR_DIFFER, PAIR_ONLY_A, PAIR_ONLY_B };

struct figure_pair {
    enum pair_status status;
    size_t a; /* index of the figure, PAIR_NONE for only-b */
    size_t b;
};

/* One a figure of A in its order; then, in the order of B, what only B has and what it repeats
 * (whose `a` stands in another pair, too). Start with { 0 }. */
struct figure_pairs {
    struct figure_pair *items;
    size_t count;
    size_t capacity;
};

/* Two passages that belong together, bytes of either text. */
struct figure_link {
    struct span a;
    struct span b;
};

/* One text: its figures and its length in bytes. */
struct figure_side {
    const struct figures *figures;
    size_t length;
};

/* What is known of two texts. */
struct figures_pair_task {
    const struct figure_link *links; /* sorted by a.start, or NULL when nothing is known */
    size_t link_count;
    /* Asked every few thousand comparisons; false stops. NULL: nobody asks. `done` is always 1. */
    bool (*go_on)(void *data, double done);
    void *data;
};

/* Appends the pairs. False when it was stopped: then none is there. */
bool figures_pair(const struct figure_side *a, const struct figure_side *b,
                  const struct figures_pair_task *task, struct figure_pairs *pairs);

void figure_pairs_free(struct figure_pairs *pairs);

/* "agree", "rounded", "differ", "only-a", "only-b". */
const char *figure_pair_status_name(enum pair_status status);

#endif
