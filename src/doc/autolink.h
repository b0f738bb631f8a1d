/* autolink: addresses that a text has without markup become links.
 *
 * An address is http:// or https:// with a host, or www. with a dot in what follows, and ends
 * before a blank, before punctuation and letters of Chinese and Japanese typesetting, before what
 * closes a bracket or quotation that began outside of it, and before closing punctuation.
 * What is a link already stays as it is, and so do code spans and, unless `in_code`, blocks of
 * code. Linear in the text. */
#ifndef DIPTYCH_DOC_AUTOLINK_H
#define DIPTYCH_DOC_AUTOLINK_H

#include <stdbool.h>

#include "doc/document.h"

#define AUTOLINK_MOST 100000 /* links that are added to one document */

/* For readers, on a document that nobody else has seen yet. */
void autolink_add(struct document *document, bool in_code);

#endif
