/* report_pair: two reports of one event with what a reader found in both, as tests and the learning
 * of weights take them.
 *
 * A folder has a.LANG.txt and b.LANG.txt, a paragraph a unit; gold.tsv with a header line: grade
 * (sure or possible), the number of the fact that both tell (of possible ones empty), a's unit and
 * b's unit from 1; and GROUP, the event, in one line: without it the folder's name tells that. Any
 * of the pairs of a fact finds it; a link of one that is possible is no fault.
 * Ownership: report_pairs_free. */
#ifndef DIPTYCH_TESTS_REPORT_PAIR_H
#define DIPTYCH_TESTS_REPORT_PAIR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct report_gold {
    unsigned fact; /* 0 of a possible one */
    uint32_t a;    /* units from 0 */
    uint32_t b;
};

struct report_golds {
    struct report_gold *items;
    size_t count;
    size_t capacity;
};

struct report_pair {
    char *name;
    char *event;
    unsigned folder;
    char *paths[2];
    struct report_golds gold;
    unsigned facts; /* the highest number of one */
};

/* Start with { 0 }. */
struct report_pairs {
    struct report_pair *items;
    size_t count;
    size_t capacity;
};

/* Adds those of a folder of folders, by name, and says of them which folder it was; false when
 * there is none. */
bool report_pairs_read(struct report_pairs *pairs, const char *folder, unsigned number);
void report_pairs_free(struct report_pairs *pairs);

/* Whether a reader would accept a link of two units; marks the facts it finds in `found` (by
 * number; may be NULL). */
bool report_pair_accepts(const struct report_pair *pair, uint32_t a, uint32_t b, bool *found);

/* Whether two are of one event, or of events that are `together`, commas between them: reports of
 * those may tell of one another. */
bool report_pairs_are_one(const struct report_pair *a, const struct report_pair *b,
                          const char *together);

/* Whether two are of different events of one kind, two floods or two trials: `kinds` names events, those of
 * one kind in a line, commas between them. */
bool report_pairs_are_rivals(const struct report_pair *a, const struct report_pair *b,
                             const char *kinds);

#endif
