/* page_head: reads a page's metadata out of its elements.
 *
 * From JSON-LD (an Article of whatever kind), OpenGraph and other meta elements, the canonical
 * link, the title. Which goes first is in page_head.c. */
#ifndef DIPTYCH_CONVERT_PAGE_HEAD_H
#define DIPTYCH_CONVERT_PAGE_HEAD_H

#include <libxml/tree.h>

#include "convert/page_meta.h"

/* Fills all of `meta`, which the caller frees. */
void page_head_read(struct page_meta *meta, xmlNodePtr root);

#endif
