/* coverage_table: the table of a collection's entities by its articles, made of what the mention
 * index counted.
 *
 * Which articles: all of them, those of one story (its versions), or any others; entities that none
 * of them mentions have no row. Articles are the mention index's indexes, entities the entity
 * index's numbers. */
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

void coverage_all(const struct mention_index *mention_index, struct coverage_scope *scope);

/* The versions of the article's story; none when it belongs to no story. */
void coverage_story(const struct mention_index *mention_index, size_t article,
                    struct coverage_scope *scope);

/* The caller owns the table. */
struct crosstab *coverage_table(const struct mention_index *mention_index,
                                const struct entity_index *entity_index,
                                const struct coverage_scope *scope, const char *title);

#endif
