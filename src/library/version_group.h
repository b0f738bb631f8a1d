/* version_group: articles that are versions of one text by their names (version_name.h), brought
 * together as one story.
 *
 * Articles of one name are a group when they are in two languages at least. The tag says which, where
 * the text does not contradict it: an English plan-cn is no Chinese plan. Those of a group that have no
 * story get the others', else the name for one; those without a language get their tag's.
 *
 * Ownership: what the articles then point to is `names`, which must live as long; version_names_free. */
#ifndef DIPTYCH_LIBRARY_VERSION_GROUP_H
#define DIPTYCH_LIBRARY_VERSION_GROUP_H

#include <stddef.h>

#include "library/article.h"

/* Start with { 0 }. */
struct version_names {
    char **items;
    size_t count;
    size_t capacity;
};

void version_group_settle(struct article *articles, size_t count, struct version_names *names);
void version_names_free(struct version_names *names);

#endif
