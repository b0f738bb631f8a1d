/* contrast_section: the sections of a comparison's page, in the order in which a reader wants them,
 * and what its kinds are called. */
#ifndef DIPTYCH_QUERY_CONTRAST_SECTION_H
#define DIPTYCH_QUERY_CONTRAST_SECTION_H

#include <stdbool.h>

#include "query/contrast.h"

/* The part of a page that rows of one kind and status make, in the order in which a reader wants
 * them: what is told otherwise first. */
struct contrast_section {
    const char *title; /* %s: the id of the side it is of */
    enum contrast_kind kind;
    enum contrast_status status;
};

/* The table; NULL past the last. */
const struct contrast_section *contrast_section(size_t index);

/* The side that alone tells what the section has, 0 or 1; -1 where both do. */
int contrast_section_side(const struct contrast_section *section);

/* Whether the section's rows in one sentence are told as that sentence, once: figures and dates that one
 * side alone tells. */
bool contrast_section_is_by_sentence(const struct contrast_section *section);

/* The section's first row at or after row *at, which becomes the one behind it; NULL past the last.
 */
const struct contrast_row *contrast_section_row(const struct contrast *contrast,
                                                const struct contrast_section *section, size_t *at);

/* The same for a page, which has the reports' headlines above: one that nothing stands opposite says
 * no more than the text below it, and is left out. */
const struct contrast_row *contrast_section_line(const struct contrast *contrast,
                                                 const struct contrast_section *section,
                                                 size_t *at);

/* Its title; the caller frees. */
char *contrast_title(const struct contrast *contrast, const struct contrast_section *section);

const char *contrast_kind_name(enum contrast_kind kind);
const char *contrast_status_name(enum contrast_status status);

#endif
