/* page_names: what the texts of a page are called in its heads and its title.
 *
 * An article has its id. A file of no library has a path, of which the end is enough that tells it
 * from the others: b.md, and sun/b.md beside tide/b.md. Pure. */
#ifndef DIPTYCH_PAGE_PAGE_NAMES_H
#define DIPTYCH_PAGE_PAGE_NAMES_H

#include <stddef.h>

/* The end of names[at], a part of that string; the whole of it where another has the same. */
const char *page_names_end(const char *const *names, size_t count, size_t at);

#endif
