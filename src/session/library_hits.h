/* library_hits: the list of places that a search through the library has found. */
#ifndef DIPTYCH_SESSION_LIBRARY_HITS_H
#define DIPTYCH_SESSION_LIBRARY_HITS_H

#include "base/span.h"

struct article;
struct document;
struct list;

/* A row for one: the words around it. list_refresh is the caller's. */
void library_hits_add(struct list *list, const struct article *article,
                      const struct document *document, struct span hit);

#endif
