/* search: every place in the collection's articles that has the words, the best articles first.
 *
 * Finding is the room's (text/find.h): case, width and accents fold unless the query has capitals,
 * Chinese needs no word boundaries. The words are one phrase. An article is scored by how often it
 * has them, saturating, and how long it is: BM25 (Robertson and Zaragoza 2009) with the phrase as
 * its only term, k1 = 1.2, b = 0.75, lengths in bytes. */
#ifndef DIPTYCH_CLI_SEARCH_H
#define DIPTYCH_CLI_SEARCH_H

#include "cli/context.h"

int cli_search(struct context *context, const char *const *names, size_t count);

#endif
