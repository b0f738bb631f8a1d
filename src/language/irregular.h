/* irregular: English forms that no rule leads back to their base: mice, went, better.
 *
 * english_stem.h takes one base a form, that of the commoner verb where there are two ("lay"), and
 * joins words that mean one thing to the aligner (mum, mother); inflection.h knows every base. */
#ifndef DIPTYCH_LANGUAGE_IRREGULAR_H
#define DIPTYCH_LANGUAGE_IRREGULAR_H

#include <stddef.h>

enum irregular_use { IRREGULAR_STEM = 1, IRREGULAR_BASE = 2 };

struct irregular_form {
    char form[14], base[14]; /* no pointers, which each start would have to relocate */
    unsigned use; /* enum irregular_use */
};

/* Sorted by form, then base (irregular_table.c). */
extern const struct irregular_form irregular_forms[];
extern const size_t irregular_form_count;

/* The next row at or behind `from` that is of this form and use; from 0 on the first. NULL at the
 * end. */
const struct irregular_form *irregular_find(const char *form, enum irregular_use use, size_t from);

#endif
