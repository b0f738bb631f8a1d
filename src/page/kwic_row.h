/* kwic_row: the rows of an index, as pages of entities and concordances have them: under a heading
 * an article the key words in their contexts, each a LINK_CONTEXT link to its place.
 *
 * What is given is clean but for ids and titles. Nothing is owned. */
#ifndef DIPTYCH_PAGE_KWIC_ROW_H
#define DIPTYCH_PAGE_KWIC_ROW_H

#include <stdbool.h>
#include <stddef.h>

#include "doc/builder.h"

/* Cells of context kept on either side: more than any pane shows. */
#define CONTEXT_LEFT 100
#define CONTEXT_RIGHT 160

struct context_article {
    const char *id;
    const char *title;
    const char *publisher; /* this and the next: "" unknown */
    const char *published;
    size_t count; /* of rows */
    size_t first; /* place of the first one */
};

/* "### title · publisher · 2015-06-22 · 3" */
void kwic_row_article(struct builder *builder, const struct context_article *article);

/* `text` is left, key and right, one after another, of so many bytes. `first` of its article. */
void kwic_row_add(struct builder *builder, const char *id, size_t place, const char *text,
                  const size_t lengths[3], bool first);

/* A line of the program's or a source's own, made clean. */
void kwic_row_line(struct builder *builder, const char *text, unsigned bits);

#endif
