/* coverage: the table of a collection's entities by its articles, made of what the census counted.
 *
 * Which articles: all of them, those of one story (its versions), or any others; entities that none
 * of them mentions have no row. Articles are the census's indexes, entities the gazetteer's
 * numbers. */
#ifndef DIPTYCH_PAGE_COVERAGE_TABLE_H
#define DIPTYCH_PAGE_COVERAGE_TABLE_H

#include <stddef.h>

#include "query/mention_index.h"
#include "ui/crosstab.h"

/* Articles, in the order of the columns. The owner frees `items`. Start with { 0 }. */
struct coverage_scope {
    size_t *items;
    size_t count;
    size_t capacity;
};

void coverage_all(const struct census *census, struct coverage_scope *scope);

/* The versions of the article's story; none when it belongs to no story. */
void coverage_story(const struct census *census, size_t article, struct coverage_scope *scope);

/* The caller owns the table. */
struct matrix *coverage_table(const struct census *census, const struct gazetteer *gazetteer,
                              const struct coverage_scope *scope, const char *title);

#endif
