/* places: all mentions in the texts of a survey, by entity, then text, then where they stand.
 *
 * Spans are both bytes of the text (for its length) and code points (for output).
 * Ownership: places_free. */
#ifndef DIPTYCH_CLI_PLACES_H
#define DIPTYCH_CLI_PLACES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cli/context.h"

struct places_mention {
    uint32_t entity;
    uint32_t text; /* index in `texts` */
    size_t byte;   /* where the mention begins */
    size_t start;  /* in code points */
    size_t end;
};

struct places_text {
    char *id;
    size_t length; /* bytes */
};

/* An entity's places: items[from, to). */
struct places_row {
    uint32_t entity;
    size_t from;
    size_t to;
};

struct places {
    struct places_mention *items;
    size_t count;
    size_t capacity;
    struct places_text *texts;
    size_t text_count;
    size_t text_capacity;
    struct places_row *rows; /* entities that are mentioned, the most mentioned first */
    size_t row_count;
};

/* Surveys the texts (survey.h); without names, the collection's. More texts can be added by calling
 * again, before places_sort. False when something could not be read; the rest is there. */
bool places_read(struct places *places, struct context *context, const char *const *names,
                 size_t count);
void places_sort(struct places *places, const struct context *context);
void places_free(struct places *places); /* frees the contents, not the struct */

/* Index of the first text with that id, text_count when there is none. */
size_t places_text(const struct places *places, const char *id);

/* The row's places in one text: *from to *to; returns how many. */
size_t places_in(const struct places *places, const struct places_row *row, size_t text,
                 size_t *from);

#endif
